"""Find every text of a corpus that is worded in several languages, with its place.

A translator fills in what these are in another language. Files are looked through as
they are, so that nothing that a reader may meet is left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefs.errors import CorpusError
from briefs.files.data import csvfile, tomlfile

NOTE = "NOTE_"
"""What the name of a column of notes begins with in a ledger, before the language."""

_RULES = {"patterns", "excludes", "heads"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in each language that has it; `kind` is the folder or file it is of."""

    kind: str
    place: str
    texts: Mapping[str, str]


def every(folder: Path, language: str) -> Iterator[Wording]:
    """Yield the wordings of a corpus folder that there are in a language."""
    for path in sorted(folder.rglob("*.toml")):
        parts = path.relative_to(folder)
        if parts.parts[0] == "numbers":
            continue
        kind = parts.parts[0].removesuffix(".toml")
        values = tomlfile.read(path, CorpusError).values
        yield from _found(values, language, kind, str(parts.with_suffix("")))
    for path in sorted(folder.rglob("figures.csv")):
        yield from _notes(path, language, str(path.parent.relative_to(folder)))


def _found(value: Any, language: str, kind: str, place: str) -> Iterator[Wording]:
    """Yield the tables that have a text, or a list of texts, in the language."""
    if not isinstance(value, dict):
        return
    own = value.get(language)
    if isinstance(own, str):
        yield Wording(
            kind, place, {k: v for k, v in value.items() if isinstance(v, str)}
        )
    elif isinstance(own, list) and kind == "questions":
        for number, text in enumerate(own):
            listed = {k: v[number] for k, v in value.items() if number < len(v)}
            yield Wording(kind, f"{place} {number + 1}", {**listed, language: text})
    for key, inner in value.items():
        if key not in _RULES:
            yield from _found(inner, language, kind, f"{place} {key}")


def _notes(path: Path, language: str, place: str) -> Iterator[Wording]:
    for row in csvfile.read(path).rows:
        texts = {
            name.removeprefix(NOTE).lower(): text
            for name, text in row.cells.items()
            if name.startswith(NOTE) and text
        }
        if language in texts:
            yield Wording("figures", f"{place} {row['PARAGRAPH']}", texts)
