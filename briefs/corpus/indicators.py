"""Read the indicators: one TOML file for each measure, its name the measure's code."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from briefs.errors import CorpusError, Message
from briefs.files import cache
from briefs.files.resources import of_corpus
from briefs.files.tomlfile import Table, read
from briefs.model import Indicator, Phrases
from briefs.text import phrases

_TEXT = (str, 'text in "quotation marks"')
_WORDING = (dict, "a table with a text for each language")
_PHRASES = (dict, "a table with a list of phrases for each language")
_KEYS: Mapping[str, tuple[type, str]] = {
    "unit": _TEXT,
    "topics": (list, "a list of topic codes"),
    "labels": _WORDING,
    "definition": _WORDING,
    "notes": _WORDING,
    "order": (int, "a whole number"),
    "part_of": _TEXT,
    "key": (bool, "true or false"),
    "compare": (list, "a list of indicator codes"),
    "cues": _PHRASES,
    "context": _PHRASES,
    "excludes": _PHRASES,
    "zero": _PHRASES,
}
_LAST = 999


def load(folder: Path) -> dict[str, Indicator]:
    """Read the indicators of a corpus folder, or those of the package.

    Raises CorpusError naming file, line and key of what is malformed.
    """
    files = sorted(of_corpus(folder, "indicators").glob("*.toml"))
    return cache.remember("indicators", cache.contents(files), lambda: _parsed(files))


def _parsed(files: Iterable[Path]) -> dict[str, Indicator]:
    found = (_indicator(read(file, CorpusError)) for file in files)
    return {indicator.code: indicator for indicator in found}


def _indicator(table: Table) -> Indicator:
    table.allow(_KEYS)
    for key in ("unit", "topics", "labels", "definition"):
        if key not in table.values:
            raise table.fault(f"the key {key!r} is missing")
    for key, value in table.values.items():
        kind, words = _KEYS[key]
        if not isinstance(value, kind) or isinstance(value, bool) != (kind is bool):
            raise table.fault(f"{key!r} must be {words}", key)
        if words is _PHRASES[1]:
            _check_phrases(table, key)
        elif kind is dict:
            table.labels(key)
    values = table.values
    return Indicator(
        code=table.path.stem,
        labels=values["labels"],
        definition=values["definition"],
        unit=values["unit"],
        topics=tuple(values["topics"]),
        notes=values.get("notes", {}),
        order=values.get("order", _LAST),
        part_of=values.get("part_of"),
        key=values.get("key", "part_of" not in values),
        path=table.path,
        compare=tuple(values.get("compare", ())),
        cues=_phrases(values, "cues"),
        context=_phrases(values, "context"),
        excludes=_phrases(values, "excludes"),
        zero=_phrases(values, "zero"),
    )


def _check_phrases(table: Table, key: str) -> None:
    """Refuse phrases that are no list of texts, or that cannot be read."""
    for language, written in table.values[key].items():
        if not isinstance(written, list) or not all(
            isinstance(w, str) for w in written
        ):
            fault = Message("{key} must be a list of phrases", key=f"{key}.{language}")
            raise table.fault(str(fault), key, language)
        try:
            phrases.matcher(written)
        except phrases.PhraseError as error:
            raise table.fault(f"{key}.{language}: {error}", key, language) from error


def _phrases(values: Mapping[str, Any], key: str) -> Phrases:
    return {lang: tuple(written) for lang, written in values.get(key, {}).items()}
