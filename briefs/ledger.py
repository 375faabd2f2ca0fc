"""Read the reviewed ledger: the figures of an edition that a brief may print.

One row of `figures.csv` is one figure, under SDMX-CSV names where they exist.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TextIO

import regex

from briefs import cache
from briefs.errors import CorpusError
from briefs.model import (
    Basis,
    Edition,
    Figure,
    Kind,
    Labels,
    Passage,
    Span,
    Status,
)

COLUMNS = [
    "PARAGRAPH",
    "QUOTE",
    "INDICATOR",
    "REF_AREA",
    "TIME_PERIOD",
    "PERIOD_BASIS",
    "OBS_VALUE",
    "OBS_VALUE_MAX",
    "UNIT_MEASURE",
    "OBS_STATUS",
    "KIND",
    "APPROXIMATE",
    "CHANGE",
    "REPORTED_BY",
    "DIMENSIONS",
    "TOPICS",
    "COMMENT_OBS",
    "NOTE_KY",
    "NOTE_RU",
    "NOTE_EN",
    "SENTENCE",
]
"""The columns of `figures.csv`, in their order; other languages may add a NOTE_."""

_MOMENT = regex.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_FIRST_DAY = "-01-01"
_NUMBER = regex.compile(r"-?[0-9]+(\.[0-9]+)?")
_NOTES = "NOTE_"
_NOTE_COLUMNS = [column for column in COLUMNS if column.startswith(_NOTES)]
_YES = "yes"


def path(edition: Edition) -> Path:
    """Return where the ledger of an edition stands."""
    return edition.path.with_name("figures.csv")


def figures(edition: Edition, passages: Mapping[int, Passage]) -> tuple[Figure, ...]:
    """Read the ledger of an edition; an edition without one has no reviewed figures.

    Raises CorpusError naming file, line and column of what is malformed, or of a quote
    that does not stand in its passage.
    """
    file = path(edition)
    if not file.exists():
        return ()
    return cache.remember(
        "ledger",
        (edition.sha256, edition.id, *cache.contents([file])),
        lambda: tuple(_figure(row, edition, passages) for row in _rows(file)),
    )


def to_csv(figures: Iterable[Figure]) -> str:
    """Return figures as a CSV table: the edition, then the columns of a ledger."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["EDITION", *COLUMNS])
    writer.writerows(_cells(figure) for figure in figures)
    return out.getvalue()


def is_period(text: str) -> bool:
    """Tell whether a text is a period by ISO 8601: "2015-10" or "2015-01/2015-06".

    It is a year, a month or a day, or an interval that begins before it ends.
    """
    moments = text.split("/")
    in_order = moments == sorted(set(moments))
    return in_order and len(moments) <= 2 and all(map(_is_moment, moments))


def _is_moment(text: str) -> bool:
    if not _MOMENT.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + _FIRST_DAY[len(text) - len("2015") :])
    except ValueError:
        return False
    return True


def _cells(figure: Figure) -> list[str | int | float]:
    notes = [
        figure.notes.get(c.removeprefix(_NOTES).lower(), "") for c in _NOTE_COLUMNS
    ]
    return [
        figure.edition,
        figure.paragraph,
        figure.quote,
        figure.indicator or "",
        figure.area,
        figure.period or "",
        figure.period_basis,
        "" if figure.value is None else figure.value,
        "" if figure.value_max is None else figure.value_max,
        figure.unit,
        figure.status,
        figure.kind,
        _YES if figure.approximate else "",
        _YES if figure.change else "",
        figure.reported_by or "",
        ";".join(f"{key}={word}" for key, word in figure.dimensions),
        ";".join(figure.topics),
        figure.comment,
        *notes,
        figure.sentence,
    ]


class _Row:
    """A row of a ledger that knows its place."""

    def __init__(self, file: Path, line: int, cells: Mapping[str, str]) -> None:
        self.place = f"{file}, line {line}"
        self.cells = cells

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


def _rows(file: Path) -> Iterator[_Row]:
    with _opened(file) as source:
        reader = csv.DictReader(source)
        if _other_than_notes(reader.fieldnames or []) != _other_than_notes(COLUMNS):
            raise CorpusError(
                f"{file}, line 1: the columns are not those of a ledger",
                hint="they are " + ", ".join(COLUMNS),
            )
        for cells in reader:
            if None in cells.values() or None in cells:
                raise CorpusError(
                    f"{file}, line {reader.line_num}: the row does not have "
                    f"{len(reader.fieldnames or [])} cells",
                    hint="a cell with a comma stands in quotation marks",
                )
            yield _Row(file, reader.line_num, cells)


@contextmanager
def _opened(file: Path) -> Iterator[TextIO]:
    """Open a ledger; say so when it cannot be read as CSV in UTF-8."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as source:
            yield source
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CorpusError(
            f"cannot read {file}: {error}", hint="save it as CSV in UTF-8"
        ) from error


def _figure(row: _Row, edition: Edition, passages: Mapping[int, Passage]) -> Figure:
    number = row.number("PARAGRAPH")
    passage = passages.get(number) if isinstance(number, int) else None
    if passage is None:
        raise row.fault("PARAGRAPH", f"{edition.id} has {len(passages)} paragraphs")
    status = Status(row.choice("OBS_STATUS", list(Status)))
    value = row.number("OBS_VALUE")
    if (value is None) != (status is Status.MISSING):
        raise row.fault("OBS_VALUE", "only an unknown number (status M) has no value")
    period = row["TIME_PERIOD"]
    if period and not is_period(period):
        raise row.fault("TIME_PERIOD", "write 2015, 2015-10 or 2015-01/2015-06")
    return Figure(
        edition=edition.id,
        paragraph=passage.number,
        span=_place(row, passage),
        quote=row["QUOTE"],
        sentence=row["SENTENCE"],
        value=value,
        value_max=row.number("OBS_VALUE_MAX"),
        unit=row["UNIT_MEASURE"],
        counted=row["QUOTE"],
        period=period or None,
        period_basis=Basis(row.choice("PERIOD_BASIS", list(Basis))),
        kind=Kind(row.choice("KIND", list(Kind))),
        approximate=row.choice("APPROXIMATE", ("", _YES)) == _YES,
        change=row.choice("CHANGE", ("", _YES)) == _YES,
        reported_by=row["REPORTED_BY"] or None,
        area=row["REF_AREA"],
        indicator=row["INDICATOR"] or None,
        status=status,
        dimensions=_dimensions(row),
        comment=row["COMMENT_OBS"],
        notes=_notes(row),
        reviewed=True,
        topics=tuple(code.strip() for code in row["TOPICS"].split(";") if code.strip()),
    )


def _place(row: _Row, passage: Passage) -> Span:
    """Return where the quote stands in the passage, inside its sentence."""
    sentence = passage.text.find(row["SENTENCE"])
    if sentence < 0 or not row["SENTENCE"]:
        raise row.fault("SENTENCE", f"it does not stand in paragraph {passage.number}")
    start = row["SENTENCE"].find(row["QUOTE"])
    if start < 0 or not row["QUOTE"]:
        raise row.fault("QUOTE", "it does not stand in the sentence of its row")
    return Span(sentence + start, sentence + start + len(row["QUOTE"]))


def _dimensions(row: _Row) -> tuple[tuple[str, str], ...]:
    pairs = [pair.split("=") for pair in row["DIMENSIONS"].split(";") if pair.strip()]
    if any(len(pair) != 2 for pair in pairs):
        raise row.fault("DIMENSIONS", "write sex=female;origin=Afghanistan")
    return tuple((key.strip(), value.strip()) for key, value in pairs)


def _notes(row: _Row) -> Labels:
    """Return the notes of a row: a language more is a column more."""
    columns = [column for column in row.cells if column.startswith(_NOTES)]
    notes = {column.removeprefix(_NOTES).lower(): row[column] for column in columns}
    return {language: note for language, note in notes.items() if note}


def _other_than_notes(columns: Iterable[str]) -> list[str]:
    return [column for column in columns if not column.startswith(_NOTES)]
