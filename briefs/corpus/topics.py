"""Read the taxonomy: one TOML file for each topic, its name the topic's code."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from briefs.errors import CorpusError
from briefs.files import cache, resources, tomlfile
from briefs.files.tomlfile import Table
from briefs.model import Labels, Topic

LANGUAGES = ("ky", "ru", "en")
"""The languages that every topic has its labels and scope note in, at least."""

_WORDINGS = ("labels", "scope")
_RULES = ("patterns", "excludes", "heads")


def load(folder: Path) -> dict[str, Topic]:
    """Return the topics of a folder by code, in the order of their codes.

    Raises CorpusError, naming file, line and key, for a file that is not a topic, and
    for a broader topic that does not exist or leads back to itself.
    """
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise CorpusError(
            f"no topics in {folder}",
            hint="a topic is a file such as torture.toml there",
        )
    return cache.remember("topics", cache.contents(files), lambda: _load(files))


def _load(files: Iterable[Path]) -> dict[str, Topic]:
    tables = {path.stem: tomlfile.read(path, CorpusError) for path in files}
    topics = {code: _topic(code, table) for code, table in tables.items()}
    for code, table in tables.items():
        _check_broader(code, table, topics)
    return topics


def _topic(code: str, table: Table) -> Topic:
    table.allow(("broader", *_WORDINGS, *_RULES))
    broader = table.values.get("broader")
    if broader is not None and not isinstance(broader, str):
        raise table.fault("'broader' must be the code of a topic", "broader")
    labels, scope = (_wording(table, name) for name in _WORDINGS)
    patterns, excludes, heads = (_rules(table, name) for name in _RULES)
    return Topic(code, labels, scope, broader, patterns, excludes, heads, table.path)


def _wording(table: Table, name: str) -> Labels:
    languages = _languages(table, name)
    for language in {**dict.fromkeys(LANGUAGES), **languages}:
        text = languages.get(language)
        if not isinstance(text, str) or not text.strip():
            raise table.fault(
                f"'{name}.{language}' is missing or empty",
                name,
                language,
                hint=f'write {language} = "…" under [{name}]',
            )
    return dict(languages)


def _rules(table: Table, name: str) -> dict[str, tuple[str, ...]]:
    rules: dict[str, tuple[str, ...]] = {}
    for language, patterns in _languages(table, name).items():
        if not isinstance(patterns, list) or not all(
            isinstance(pattern, str) for pattern in patterns
        ):
            raise table.fault(
                f"'{name}.{language}' must be a list of patterns",
                name,
                language,
                hint=f'write {language} = ["…", "…"] under [{name}]',
            )
        rules[language] = tuple(patterns)
    return rules


def _languages(table: Table, name: str) -> dict[str, Any]:
    """Return a table of the file, by language; a file may leave it out."""
    languages = table.values.get(name, {})
    if not isinstance(languages, dict):
        raise table.fault(f"'{name}' must be a table, [{name}]", name)
    if languages:
        table.allow({*LANGUAGES, *resources.languages()}, name)
    return languages


def _check_broader(code: str, table: Table, topics: dict[str, Topic]) -> None:
    above = topics[code].broader
    if above is not None and above not in topics:
        raise table.fault(
            f"the broader topic {above!r} does not exist",
            "broader",
            hint=tomlfile.nearest(above, topics),
        )
    seen = {code}
    while above is not None and above in topics:
        if above in seen:
            raise table.fault("the broader topics lead in a circle", "broader")
        seen.add(above)
        above = topics[above].broader
