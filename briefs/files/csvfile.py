"""Read a CSV file so that a mistake in it can be named by file, line and column."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import regex

from briefs.errors import CorpusError

_NUMBER = regex.compile(r"-?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that knows its place; a cell is read without the blanks around it."""

    place: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column].strip()

    def fault(self, column: str, hint: str) -> CorpusError:
        """Return an error about a cell, to be raised."""
        return CorpusError(
            f"{self.place}: {column} {self[column]!r} cannot be used", hint=hint
        )

    def number(self, column: str) -> int | float | None:
        """Return a cell as a number, None when it is empty."""
        if not self[column]:
            return None
        if not _NUMBER.fullmatch(self[column]):
            raise self.fault(column, "write a number such as 4.5")
        value = float(self[column])
        return int(value) if value.is_integer() else value

    def choice(self, column: str, allowed: Iterable[str]) -> str:
        """Return a cell that must hold one of some words."""
        if self[column] not in allowed:
            raise self.fault(column, "choose from " + ", ".join(allowed))
        return self[column]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of a CSV file, named in its first line, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read(path: Path) -> Sheet:
    """Read a CSV file in UTF-8, with or without a byte-order mark.

    Raises CorpusError when it cannot be read, or a row is too short or too long.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as source:
            reader = csv.DictReader(source)
            columns = tuple(reader.fieldnames or ())
            rows = [(f"{path}, line {reader.line_num}", cells) for cells in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CorpusError(
            f"cannot read {path}: {error}", hint="save it as CSV in UTF-8"
        ) from error
    for place, cells in rows:
        if None in cells.values() or None in cells:
            raise CorpusError(
                f"{place}: the row does not have {len(columns)} cells",
                hint="a cell with a comma stands in quotation marks",
            )
    return Sheet(columns, tuple(Row(place, cells) for place, cells in rows))
