"""Read the reviewed ledger: the figures of an edition that a brief may print.

One row of `figures.csv` is one figure, under SDMX-CSV names where they exist.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import regex

from briefs.corpus.paragraphs import cited
from briefs.errors import CorpusError, Message
from briefs.files import cache
from briefs.files.data import csvfile
from briefs.files.data.csvfile import Row
from briefs.files.data.tomlfile import place
from briefs.model import (
    Basis,
    Bound,
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
    "BOUND",
    "BASE",
    "UNIT_MEASURE",
    "OBS_STATUS",
    "KIND",
    "CHANGE",
    "REPORTED_BY",
    "DIMENSIONS",
    "TOPICS",
    "COMMENT_OBS",
    "REPEATS",
    "SENTENCE",
]
"""The columns of `figures.csv`; besides, each language may have notes in a NOTE_."""

OPTIONAL = ("BOUND", "BASE", "REPEATS")
"""Columns that older ledgers lack."""

_MOMENT = regex.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_FIRST_DAY = "-01-01"
_NOTES = "NOTE_"
_YES = "yes"
_EARLIER = "APPROXIMATE"  # where the first version said what BOUND says now
_UNTOLD = (Status.MISSING, Status.UNREPORTED)


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
        tuple[Figure, ...],
        (edition.sha256, edition.id, *cache.contents([file])),
        lambda: tuple(figure(row, edition, passages) for row in _rows(file)),
    )


def places(
    edition: Edition, passages: Mapping[int, Passage]
) -> Callable[[Figure], Message]:
    """Return what tells in which line of its ledger a row stands, file and line."""
    file = path(edition)
    lines: dict[tuple[object, ...], Message] = {}
    for row, known in zip(_rows(file), figures(edition, passages), strict=True):
        for key in (_row(known), _number_of(known)):
            lines[key] = row.place  # of two alike, the last is one too many

    def found(figure: Figure) -> Message:
        near = lines.get(_number_of(figure), place(file, None))
        return lines.get(_row(figure), near)

    return found


def _row(figure: Figure) -> tuple[object, ...]:
    return (*_number_of(figure), figure.indicator, figure.period, figure.dimensions)


def _number_of(figure: Figure) -> tuple[object, ...]:
    return figure.paragraph, figure.span, figure.value


def to_csv(figures: Iterable[Figure], *, own: bool = False) -> str:
    """Return figures as a CSV table: the edition, then the columns of a ledger.

    The text of a ledger of its `own` edition does not name that.
    """
    listed = list(figures)
    languages = sorted({language for figure in listed for language in figure.notes})
    notes = [f"{_NOTES}{language.upper()}" for language in languages]
    rows: list[list[object]] = [["EDITION", *COLUMNS, *notes]]
    rows += [[*cells(figure, languages)] for figure in listed]
    return csvfile.written(row[int(own) :] for row in rows)


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


def cells(figure: Figure, languages: Iterable[str] = ()) -> list[str | int | float]:
    """Return the cells of a figure: its edition, the columns, notes in languages."""
    return [
        figure.edition,
        figure.paragraph,
        figure.quote,
        figure.indicator or "",
        figure.area,
        figure.period or "",
        figure.period_basis,
        _number(figure.value),
        _number(figure.value_max),
        figure.bound or "",
        _number(figure.base),
        figure.unit,
        figure.status,
        figure.kind,
        _YES if figure.change else "",
        figure.reported_by or "",
        ";".join(f"{key}={word}" for key, word in figure.dimensions),
        ";".join(figure.topics),
        figure.comment,
        figure.repeats or "",
        figure.sentence,
        *(figure.notes.get(language, "") for language in languages),
    ]


def _number(value: float | None) -> str | int | float:
    """Return a value as it is written: without a fraction where it has none."""
    if value is None:
        return ""
    return int(value) if float(value).is_integer() else value


def _rows(file: Path) -> tuple[Row, ...]:
    sheet = csvfile.read(file)
    columns = {*_other_than_notes(sheet.columns)} - {_EARLIER}
    if columns | {*OPTIONAL} != {*COLUMNS}:
        raise CorpusError(
            Message(
                "{place}: the columns are not those of a ledger", place=place(file, 1)
            ),
            hint=Message("they are {columns}", columns=", ".join(COLUMNS)),
        )
    return tuple(replace(row, cells=completed(row.cells)) for row in sheet.rows)


def completed(cells: Mapping[str, str]) -> Mapping[str, str]:
    """Add the columns that a ledger may lack: those of the first version were fewer."""
    about = cells.get(_EARLIER, "").strip() == _YES
    return {"BOUND": Bound.ABOUT if about else "", "BASE": "", "REPEATS": "", **cells}


def figure(row: Row, edition: Edition, passages: Mapping[int, Passage]) -> Figure:
    """Return what a row says; raises CorpusError naming a cell that cannot be used."""
    passage = cited(row, passages)
    status = Status(row.choice("OBS_STATUS", list(Status)))
    value = row.number("OBS_VALUE")
    if (value is None) != (status in _UNTOLD):
        raise row.fault(
            "OBS_VALUE",
            Message("only status M (unknown) or L (not reported) has no value"),
        )
    bound = row.choice("BOUND", ("", *Bound))
    change = row.choice("CHANGE", ("", _YES)) == _YES
    if value is not None and value < 0 and not change:
        hint = Message("only a change (CHANGE yes) is less than zero")
        raise row.fault("OBS_VALUE", hint)
    period = row["TIME_PERIOD"]
    if period and not is_period(period):
        hint = Message("write 2015, 2015-10 or 2015-01/2015-06")
        raise row.fault("TIME_PERIOD", hint)
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
        approximate=bool(bound),
        change=change,
        reported_by=";".join(_listed(row["REPORTED_BY"])) or None,
        area=row["REF_AREA"],
        indicator=row["INDICATOR"] or None,
        status=status,
        dimensions=_dimensions(row),
        comment=row["COMMENT_OBS"],
        notes=_notes(row),
        reviewed=True,
        topics=_listed(row["TOPICS"]),
        bound=Bound(bound) if bound else None,
        base=row.number("BASE"),
        repeats=row["REPEATS"] or None,
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _place(row: Row, passage: Passage) -> Span:
    """Return where the quote stands in the passage, inside its sentence.

    Whole words come first: "9 people" is not in "299 people".
    """
    sentence = passage.text.find(row["SENTENCE"])
    if sentence < 0 or not row["SENTENCE"]:
        hint = Message("it does not stand in paragraph {number}", number=passage.number)
        raise row.fault("SENTENCE", hint)
    whole = regex.search(rf"(?<!\w){regex.escape(row['QUOTE'])}", row["SENTENCE"])
    start = whole.start() if whole else row["SENTENCE"].find(row["QUOTE"])
    if start < 0 or not row["QUOTE"]:
        hint = Message("it does not stand in the sentence of its row")
        raise row.fault("QUOTE", hint)
    return Span(sentence + start, sentence + start + len(row["QUOTE"]))


def _dimensions(row: Row) -> tuple[tuple[str, str], ...]:
    pairs = [pair.split("=") for pair in row["DIMENSIONS"].split(";") if pair.strip()]
    if any(len(pair) != 2 for pair in pairs):
        hint = Message("write {example}", example="sex=female;origin=Afghanistan")
        raise row.fault("DIMENSIONS", hint)
    return tuple((key.strip(), value.strip()) for key, value in pairs)


def _notes(row: Row) -> Labels:
    """Return the notes of a row: a language more is a column more."""
    columns = [column for column in row.cells if column.startswith(_NOTES)]
    notes = {column.removeprefix(_NOTES).lower(): row[column] for column in columns}
    return {language: note for language, note in notes.items() if note}


def _other_than_notes(columns: Iterable[str]) -> list[str]:
    return [column for column in columns if not column.startswith(_NOTES)]
