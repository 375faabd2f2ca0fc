"""Tell what the corpus can say on a topic in a year; silence is never a zero."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from briefs.compose.sources import cite, tally
from briefs.compose.sources.tally import Cell
from briefs.corpus.quoting import Quoting
from briefs.document import CellState, Coverage, CoverageCell, CoverageRow
from briefs.i18n.locale import Locale
from briefs.match.index import Finding
from briefs.model import Edition, Labels, Topic
from briefs.years.outline import Outline

MOST_COLUMNS = 10
"""How many columns of years a page has room for."""

MOST_ROWS = 12
"""How many rows stand on the front page."""


def cells(
    topics: Sequence[Topic],
    editions: Sequence[Edition],
    findings: Mapping[str, Sequence[Finding]],
    quoting: Mapping[str, Quoting] = MappingProxyType({}),
    outlines: Mapping[str, Outline] = MappingProxyType({}),
) -> list[Cell]:
    """Return a cell for each topic, report, country and year from first to last.

    `quoting` knows, by language, what a denial is and what is grave; `outlines` tell,
    by edition id, which chapters there are.
    """
    found: dict[str, dict[str, list[Finding]]] = {
        edition.id: {} for edition in editions
    }
    for topic in topics:
        for finding in findings.get(topic.code, ()):
            if finding.edition.id in found:
                found[finding.edition.id].setdefault(topic.code, []).append(finding)
    said = {
        edition.id: tally.summary(
            found[edition.id],
            quoting.get(edition.language),
            _lacking(topics, outlines.get(edition.id)),
        )
        for edition in editions
    }
    return tally.cells(topics, editions, said)


def _lacking(topics: Iterable[Topic], outline: Outline | None) -> list[str]:
    return [topic.code for topic in topics if outline and outline.lacks(topic.code)]


def matrix(
    topics: Sequence[Topic],
    editions: Sequence[Edition],
    findings: Mapping[str, Sequence[Finding]],
    locale: Locale,
    quoting: Mapping[str, Quoting] = MappingProxyType({}),
    outlines: Mapping[str, Outline] = MappingProxyType({}),
    countries: Mapping[str, Labels] = MappingProxyType({}),
) -> Coverage:
    """Return the topic × year matrix, a row for each country and report.

    Several topics on one country have a row each for all its reports, and so have those
    on so many countries that there is no room for more. A column is a year, or some
    years where the page has no room for each. `countries` are what countries are
    called, by code.
    """
    columns = _columns(tally.years(editions))
    every = cells(topics, editions, findings, quoting, outlines)
    reports = {_serial(edition) for edition in editions}
    several = len({country for _, country in reports}) > 1
    few = len(reports) * len(topics) <= MOST_ROWS
    apart = len(topics) == 1 or (several and few)
    rows = []
    for topic in topics:
        own = [cell for cell in every if cell.topic == topic.code]
        label = locale.label(topic.labels)
        if apart:
            rows += [
                _row(
                    name if len(topics) == 1 else f"{label}: {name}",
                    part,
                    columns,
                    locale,
                )
                for name, part in _by_report(own, editions, countries, locale)
            ]
        else:
            rows.append(_row(label, own, columns, locale))
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


def _by_report(
    own: Sequence[Cell],
    editions: Iterable[Edition],
    countries: Mapping[str, Labels],
    locale: Locale,
) -> list[tuple[str, list[Cell]]]:
    """Return the cells of each country and report, with what it is called.

    The country is told where there are several, and the report likewise.
    """
    names = {e.report: cite.series(locale.label(e.names)) for e in editions}
    parts: dict[tuple[str, str], list[Cell]] = {}
    for cell in own:
        place = locale.country(cell.country, countries)
        parts.setdefault((place, names[cell.report]), []).append(cell)
    several = len({place for place, _ in parts}) > 1
    reports = len(names) > 1
    rows = [
        ", ".join([place] * several + [name] * (reports or not several))
        for place, name in parts
    ]
    found = zip(rows, parts.values(), strict=True)
    return sorted(found, key=lambda row: locale.sort_key(row[0]))


def describe(state: CellState, locale: Locale) -> str:
    """Say what a state means."""
    return {
        CellState.PASSAGES: locale.gettext("number of passages on the topic"),
        CellState.DENIALS: locale.gettext(
            "the report says only that it knows of no such case"
        ),
        CellState.MENTIONED: locale.gettext("named in a passage on something else"),
        CellState.NO_SECTION: locale.gettext(
            "this report lacks the section on the topic that another year has; this "
            "does not mean that nothing happened"
        ),
        CellState.NOTHING: locale.gettext(
            "no passage found by the words of the topic; this does not mean that "
            "nothing happened"
        ),
        CellState.NO_EDITION: locale.gettext(
            "no report of this year in the collection"
        ),
    }[state]


def _serial(edition: Edition) -> tuple[str, str]:
    return edition.report, edition.country


def _merged(row: Sequence[Cell]) -> Cell:
    """Return one cell for a column: the most that is said, excerpts added up."""
    best = min(row, key=lambda cell: tally.ORDER.index(cell.state))
    total = sum(cell.excerpts for cell in row)
    return Cell(best.topic, "", "", best.year, best.state, total)


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
            if cell.state is CellState.PASSAGES
            else describe(cell.state, locale),
        )
        for cell in row
    )
