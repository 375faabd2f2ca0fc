"""Read `reports.toml`: the series of reports, their names and their signs."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefs.errors import CorpusError, Message
from briefs.files.data import tomlfile
from briefs.model import Labels


@dataclass(frozen=True, slots=True)
class Series:
    """A series of reports.

    `covers` is what to add to the year of an issue for the year that it describes;
    `language` that of the `publisher`'s own text, empty where nobody says. `signs` are
    words of which one stands in a title of the series and in no other, `hints` those
    that others have too, `outline` titles of its chapters, all in small letters.
    """

    code: str
    names: Labels
    publisher: Labels
    language: str
    covers: int
    signs: tuple[str, ...]
    hints: tuple[str, ...]
    outline: tuple[str, ...]


def load(path: Path) -> dict[str, Series]:
    """Return the series of reports by their codes.

    Raises CorpusError naming the file, line and key of a mistake.
    """
    table = tomlfile.read(path, CorpusError)
    return {code: _series(table, code) for code in table.values}


def _series(table: tomlfile.Table, code: str) -> Series:
    values = table.values[code]
    if not isinstance(values, dict):
        raise table.fault(Message("'{key}' must be a table", key=code), code)
    covers, signs = values.get("covers", 0), values.get("signs", [])
    if not isinstance(covers, int) or not isinstance(signs, list):
        raise table.fault(Message("'{key}' must be a table", key=code), code)
    for key in ("names", "publisher"):
        if key in values:
            table.labels(code, key)
    return Series(
        code,
        names=values.get("names", {}),
        publisher=values.get("publisher", {}),
        language=str(values.get("language", "")),
        covers=covers,
        signs=_small(signs),
        hints=_small(values.get("hints", [])),
        outline=_small(values.get("outline", [])),
    )


def _small(words: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(word).lower() for word in words)
