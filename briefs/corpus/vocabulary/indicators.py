"""Read the indicators: one TOML file for each measure, its name the measure's code."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, TypeAlias

from briefs.corpus.vocabulary.labels import Wording
from briefs.errors import CorpusError, Message
from briefs.files.data import tomlfile
from briefs.files.data.schema import Languages, build
from briefs.model import Indicator, Phrases
from briefs.text.searching import phrases

_LAST = 999

_Phrases: TypeAlias = Annotated[dict[str, tuple[str, ...]], Languages()]


@dataclass(frozen=True, slots=True)
class IndicatorFile:
    """What the file of an indicator says, under the names of `model.Indicator`."""

    unit: str
    topics: tuple[str, ...]
    labels: Wording
    definition: Wording
    notes: Wording = field(default_factory=dict)
    order: int = _LAST
    part_of: str | None = None
    key: bool | None = None
    compare: tuple[str, ...] = ()
    cues: _Phrases = field(default_factory=dict)
    context: _Phrases = field(default_factory=dict)
    excludes: _Phrases = field(default_factory=dict)
    zero: _Phrases = field(default_factory=dict)


def read(files: Iterable[Path], topics: Collection[str] | None) -> dict[str, Indicator]:
    """Return indicators by code.

    Raises CorpusError naming file, line and key of what is malformed, of a topic that
    is not among `topics` (None: they are those of another corpus), and of a total that
    does not exist.
    """
    tables = {path.stem: tomlfile.read(path, CorpusError) for path in files}
    found = {code: _indicator(code, table) for code, table in sorted(tables.items())}
    for code, indicator in found.items():
        _check_names(tables[code], indicator, found, topics)
    return found


def _indicator(code: str, table: tomlfile.Table) -> Indicator:
    told = build(IndicatorFile, table)
    for key in ("cues", "context", "excludes", "zero"):
        _check_phrases(table, key, getattr(told, key))
    return Indicator(
        code=code,
        labels=told.labels,
        definition=told.definition,
        unit=told.unit,
        topics=told.topics,
        notes=told.notes,
        order=told.order,
        part_of=told.part_of,
        key=told.part_of is None if told.key is None else told.key,
        path=table.path,
        compare=told.compare,
        cues=told.cues,
        context=told.context,
        excludes=told.excludes,
        zero=told.zero,
    )


def _check_phrases(table: tomlfile.Table, key: str, written: Phrases) -> None:
    """Refuse phrases that cannot be read."""
    for language, texts in written.items():
        try:
            phrases.matcher(list(texts))
        except phrases.PhraseError as error:
            raise table.fault(
                Message("{key}: {why}", key=f"{key}.{language}", why=error.said),
                key,
                language,
            ) from error


def _check_names(
    table: tomlfile.Table,
    indicator: Indicator,
    others: Collection[str],
    topics: Collection[str] | None,
) -> None:
    total = indicator.part_of
    if total is not None and total not in others:
        raise table.fault(
            Message("the indicator '{code}' does not exist", code=total),
            "part_of",
            hint=tomlfile.nearest(total, others),
        )
    known = indicator.topics if topics is None else topics
    if strange := [code for code in indicator.topics if code not in known]:
        raise table.fault(
            Message("the topic '{code}' does not exist", code=strange[0]),
            "topics",
            hint=tomlfile.nearest(strange[0], known),
        )
