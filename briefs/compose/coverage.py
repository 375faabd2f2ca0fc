"""Tell what the corpus can say on a topic in a year; silence is never a zero."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefs.compose import cite
from briefs.document import CellState, Coverage, CoverageCell, CoverageRow
from briefs.i18n.locale import Locale
from briefs.match.index import Finding
from briefs.model import Edition, Grade, Topic

MOST_COLUMNS = 10
"""How many columns of years a page has room for."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says on one topic in one edition year."""

    topic: str
    report: str
    year: int
    state: CellState
    excerpts: int


def cells(
    topics: Iterable[Topic],
    editions: Sequence[Edition],
    findings: Mapping[str, Sequence[Finding]],
) -> list[Cell]:
    """Return a cell for each topic, report and year between the first and the last."""
    reports = sorted({edition.report for edition in editions})
    held = {(edition.report, edition.year) for edition in editions}
    return [
        _cell(topic.code, report, year, (report, year) in held, findings[topic.code])
        for topic in topics
        for report in reports
        for year in years(editions)
    ]


def years(editions: Sequence[Edition]) -> range:
    """Return the years from the first edition to the last, gaps included."""
    known = [edition.year for edition in editions]
    return range(min(known), max(known) + 1)


def matrix(
    topics: Sequence[Topic],
    editions: Sequence[Edition],
    findings: Mapping[str, Sequence[Finding]],
    locale: Locale,
) -> Coverage:
    """Return the topic × year matrix, a row for each report that holds the topic.

    Where several topics are asked for, a row holds all reports of a topic. A column is
    a year, or some years where the page has no room for each.
    """
    columns = _columns(years(editions))
    every = cells(topics, editions, findings)
    names = {
        edition.report: cite.series(locale.label(edition.names)) for edition in editions
    }
    rows = []
    for topic in topics:
        own = [cell for cell in every if cell.topic == topic.code]
        if len(topics) == 1:
            rows += [
                _row(
                    name, [cell for cell in own if cell.report == code], columns, locale
                )
                for code, name in sorted(names.items())
            ]
        else:
            rows.append(_row(locale.label(topic.labels), own, columns, locale))
    states = {cell.state for row in rows for cell in row.cells}
    return Coverage(
        years=tuple(locale.years(column) for column in columns),
        rows=tuple(rows),
        legend=tuple(
            CoverageCell(state, describe(state, locale))
            for state in CellState
            if state in states
        ),
    )


def describe(state: CellState, locale: Locale) -> str:
    """Say what a state means."""
    return {
        CellState.EXCERPTS: locale.gettext("number of passages on the topic"),
        CellState.MENTIONED: locale.gettext("mentioned only in passing"),
        CellState.ABSENT: locale.gettext(
            "the report has nothing on the topic; this does not mean that nothing "
            "happened"
        ),
        CellState.NO_EDITION: locale.gettext(
            "no report of this year in the collection"
        ),
    }[state]


def _cell(
    topic: str, report: str, year: int, held: bool, findings: Iterable[Finding]
) -> Cell:
    own = [
        finding
        for finding in findings
        if finding.edition.report == report and finding.edition.year == year
    ]
    strong = any(finding.match.grade is Grade.STRONG for finding in own)
    if not held:
        state = CellState.NO_EDITION
    elif strong:
        state = CellState.EXCERPTS
    else:
        state = CellState.MENTIONED if own else CellState.ABSENT
    return Cell(topic, report, year, state, len(own))


def _merged(row: Sequence[Cell]) -> Cell:
    """Return one cell for a column: the most that is said, excerpts added up."""
    order = list(CellState)
    best = min(row, key=lambda cell: order.index(cell.state))
    total = sum(cell.excerpts for cell in row)
    return Cell(best.topic, "", best.year, best.state, total)


def _columns(every: range) -> list[range]:
    """Part years into columns of one length, as many as a page has room for."""
    length = -(-len(every) // MOST_COLUMNS)
    return [every[start : start + length] for start in range(0, len(every), length)]


def _row(
    label: str, own: Sequence[Cell], columns: Iterable[range], locale: Locale
) -> CoverageRow:
    merged = [
        _merged([cell for cell in own if cell.year in column]) for column in columns
    ]
    return CoverageRow(label, _shown(merged, locale))


def _shown(row: Iterable[Cell], locale: Locale) -> tuple[CoverageCell, ...]:
    return tuple(
        CoverageCell(
            cell.state,
            locale.number(cell.excerpts)
            if cell.state is CellState.EXCERPTS
            else describe(cell.state, locale),
        )
        for cell in row
    )
