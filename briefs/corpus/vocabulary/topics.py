"""Read the taxonomy: one TOML file for each topic, its name the topic's code."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, TypeAlias

from briefs.corpus.vocabulary import wordclasses
from briefs.corpus.vocabulary.labels import LANGUAGES, FullWording
from briefs.corpus.vocabulary.wordclasses import Classes
from briefs.errors import CorpusError, Message
from briefs.files.data import tomlfile
from briefs.files.data.schema import Languages, build
from briefs.files.data.tomlfile import Table
from briefs.model import Topic
from briefs.text import patterns
from briefs.text.patterns import PatternError

_Rules: TypeAlias = Annotated[dict[str, tuple[str, ...]], Languages(spoken=LANGUAGES)]


@dataclass(frozen=True, slots=True)
class TopicFile:
    """What the file of a topic says, under the names of `model.Topic`."""

    labels: FullWording
    scope: FullWording
    broader: str | None = None
    patterns: _Rules = field(default_factory=dict)
    excludes: _Rules = field(default_factory=dict)
    heads: _Rules = field(default_factory=dict)


def read(
    files: Iterable[Path], words: Mapping[str, Classes] | None = None
) -> dict[str, Topic]:
    """Return the topics of some files by code, in the order of their codes.

    `words` are the word classes of each language, which patterns may name. Raises
    CorpusError, naming file, line and key, for a file that is not a topic, for a
    pattern in any language that makes no sense, and for a broader topic that does not
    exist or leads back to itself.
    """
    words = words or {}
    tables = {path.stem: tomlfile.read(path, CorpusError) for path in files}
    topics = {
        code: _topic(code, table, words) for code, table in sorted(tables.items())
    }
    for code, table in tables.items():
        _check_broader(code, table, topics)
    return topics


def _topic(code: str, table: Table, words: Mapping[str, Classes]) -> Topic:
    told = build(TopicFile, table)
    return Topic(
        code,
        told.labels,
        told.scope,
        told.broader,
        _rules(table, "patterns", told.patterns, words),
        _rules(table, "excludes", told.excludes, words),
        _rules(table, "heads", told.heads, words),
        table.path,
    )


def _rules(
    table: Table,
    name: str,
    rules: Mapping[str, tuple[str, ...]],
    words: Mapping[str, Classes],
) -> dict[str, tuple[str, ...]]:
    """Return the rules of each language with their word classes, each one readable."""
    read: dict[str, tuple[str, ...]] = {}
    for language, written in rules.items():
        for pattern in written:
            try:
                rule = wordclasses.expanded(pattern, words.get(language, {}))
                patterns.parse(rule)
            except PatternError as problem:
                raise table.fault(
                    Message(
                        "{key}: the pattern {pattern} cannot be read, {why}",
                        key=f"{name}.{language}",
                        pattern=f"“{pattern}”",
                        why=problem.said,
                    ),
                    name,
                    language,
                ) from problem
            read[language] = (*read.get(language, ()), rule)
    return read


def _check_broader(code: str, table: Table, topics: Mapping[str, Topic]) -> None:
    above = topics[code].broader
    if above is not None and above not in topics:
        raise table.fault(
            Message("the broader topic '{code}' does not exist", code=above),
            "broader",
            hint=tomlfile.nearest(above, topics),
        )
    seen = {code}
    while above is not None and above in topics:
        if above in seen:
            raise table.fault(Message("the broader topics lead in a circle"), "broader")
        seen.add(above)
        above = topics[above].broader
