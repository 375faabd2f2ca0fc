"""Read a CSV file so that a mistake in it can be named by file, line and column."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import regex

from briefs.errors import CorpusError, Message
from briefs.files import inputs
from briefs.files.data.tomlfile import place

_NUMBER = regex.compile(r"-?[0-9]+(\.[0-9]+)?")
_DECIMAL_COMMA = regex.compile(r"(?<=[0-9]),(?=[0-9]+$)")
_COMMA = ","
_DIVIDERS = (_COMMA, ";", "\t")


_FORMULA = regex.compile(r"['\s]*[=+\-@]")
"""How a cell begins that a spreadsheet works out, or one that was kept from it."""


def written(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as CSV that a spreadsheet shows as it stands, and never works out.

    Before a text that would be a formula stands an apostrophe; `Row` reads it without.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return out.getvalue()


def plain(cell: str) -> str:
    """Return what was written into a cell, without the apostrophe of `written`."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell


def inert(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    text = isinstance(cell, str) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if text and _FORMULA.match(str(cell)) else cell


@dataclass(frozen=True, slots=True)
class Row:
    """A row that knows its place; a cell is read without the blanks around it.

    Where no comma divides the cells, it may divide a number ("4,5").
    """

    place: Message
    cells: Mapping[str, str]
    decimal_comma: bool = False

    def __getitem__(self, column: str) -> str:
        return plain(self.cells[column].strip())

    def fault(self, column: str, hint: Message) -> CorpusError:
        """Return an error about a cell, to be raised."""
        return CorpusError(
            Message(
                "{place}: {column} {value} cannot be used",
                place=self.place,
                column=column,
                value=repr(self[column][:80]),
            ),
            hint=hint,
        )

    def number(self, column: str) -> int | float | None:
        """Return a cell as a number, None when it is empty."""
        if not self[column]:
            return None
        written = self[column]
        if self.decimal_comma:
            written = _DECIMAL_COMMA.sub(".", written)
        if not _NUMBER.fullmatch(written):
            raise self.fault(column, Message("write a number such as 4.5"))
        value = float(written)
        return int(value) if value.is_integer() else value

    def choice(self, column: str, allowed: Iterable[str]) -> str:
        """Return a cell that must hold one of some words."""
        if self[column] not in allowed:
            raise self.fault(
                column,
                Message("choose from {names}", names=", ".join(filter(None, allowed))),
            )
        return self[column]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of a CSV file, named in its first line, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read(path: Path, wanted: Iterable[str] = ()) -> Sheet:
    """Read a CSV file in UTF-8, with or without a byte-order mark.

    Commas, semicolons or tabs divide the cells, whichever divide the first line.
    Raises CorpusError when it cannot be read, a row is too short or too long, or its
    columns are others than those `wanted`, in any order; without them any will do.
    """
    content = inputs.read_bytes(path, CorpusError, inputs.SOURCE)
    try:
        text = content.decode("utf-8-sig")
        inputs.require_plain(text, path, CorpusError)
        divider = max(_DIVIDERS, key=text.partition("\n")[0].count)
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=divider)
        columns = tuple(reader.fieldnames or ())
        rows = [(place(path, reader.line_num), cells) for cells in reader]
    except UnicodeDecodeError as error:
        raise CorpusError(
            Message(
                "{file} is not UTF-8 text (byte {byte})", file=path, byte=error.start
            ),
            hint=Message("save it as CSV in UTF-8 (in Excel: “CSV UTF-8”)"),
        ) from error
    except csv.Error as error:
        raise CorpusError(
            Message("cannot read {file}: {why}", file=path, why=error),
            hint=Message("save it as CSV in UTF-8 (in Excel: “CSV UTF-8”)"),
        ) from error
    if twice := [name for name, times in Counter(columns).items() if times > 1]:
        raise CorpusError(
            Message("{file}: the column {name} stands twice", file=path, name=twice[0])
        )
    named = tuple(wanted)
    if named and {*columns} != {*named}:
        raise CorpusError(
            Message("{place}: the columns are not known", place=place(path, 1)),
            hint=Message("they are {columns}", columns=", ".join(named)),
        )
    for where, cells in rows:
        if None in cells.values() or None in cells:
            raise CorpusError(
                Message(
                    "{place}: the row does not have {number} cells",
                    place=where,
                    number=len(columns),
                ),
                hint=Message("a cell with a comma stands in quotation marks"),
            )
    return Sheet(
        columns, tuple(Row(where, cells, divider != _COMMA) for where, cells in rows)
    )
