"""Tell what the corpus can say on a topic in a year; silence is never a zero."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from briefs.compose import cite
from briefs.corpus.quoting import Quoting
from briefs.document import CellState, Coverage, CoverageCell, CoverageRow
from briefs.i18n.locale import Locale
from briefs.match.index import Finding
from briefs.model import Edition, Grade, Labels, Topic
from briefs.text.sentences import sentences
from briefs.years.outline import Outline

MOST_COLUMNS = 10
"""How many columns of years a page has room for."""

MOST_ROWS = 12
"""How many rows stand on the front page."""

_ORDER = list(CellState)
_HARM = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says on one topic, in one country and edition year."""

    topic: str
    report: str
    country: str
    year: int
    state: CellState
    excerpts: int


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
    serials = sorted({_serial(edition) for edition in editions})
    held = {(*_serial(edition), edition.year) for edition in editions}
    lacking = {
        (topic.code, *_serial(edition), edition.year)
        for edition in editions
        for topic in topics
        if edition.id in outlines and outlines[edition.id].lacks(topic.code)
    }
    said: dict[tuple[str, str, str], list[Finding]] = {}
    for topic in topics:
        for finding in findings.get(topic.code, ()):
            place = topic.code, *_serial(finding.edition)
            said.setdefault(place, []).append(finding)
    return [
        _cell(
            (topic.code, *serial, year),
            said.get((topic.code, *serial), ()),
            quoting,
            held=(*serial, year) in held,
            lacks=(topic.code, *serial, year) in lacking,
        )
        for topic in topics
        for serial in serials
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
    columns = _columns(years(editions))
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


def _cell(
    place: tuple[str, str, str, int],
    findings: Iterable[Finding],
    quoting: Mapping[str, Quoting],
    *,
    held: bool,
    lacks: bool,
) -> Cell:
    """Return the cell of a topic, report, country and year.

    `findings` are those of all years of the report: where the outline of this year is
    not known, another year can tell that a section is missing from it.
    """
    every = list(findings)
    own = [finding for finding in every if finding.edition.year == place[-1]]
    if not held:
        state = CellState.NO_EDITION
    elif own:
        state = _said(own, quoting)
    else:
        missing = lacks or any(map(_under_its_heading, every))
        state = CellState.NO_SECTION if missing else CellState.NOTHING
    return Cell(*place, state, len(own))


def _said(findings: Iterable[Finding], quoting: Mapping[str, Quoting]) -> CellState:
    """Tell what some passages amount to, by what their sentences say."""
    states = {
        _state(finding, quoting.get(finding.edition.language)) for finding in findings
    }
    return min(states, key=_ORDER.index)


def _state(finding: Finding, quoting: Quoting | None) -> CellState:
    """Tell whether a passage reports something, denies it, or only names the topic.

    It only names it where nothing but a single word of it does, and where that
    sentence tells of no harm.
    """
    traits = [quoting.traits(each) for each in _told(finding)] if quoting else []
    if traits and all(each.denies for each in traits):
        return CellState.DENIALS
    harm = any(each.gravity >= _HARM for each in traits)
    strong = finding.match.grade is Grade.STRONG
    return CellState.PASSAGES if strong or harm else CellState.MENTIONED


def _told(finding: Finding) -> list[str]:
    """Return the sentences that carry the topic, all where only a heading does."""
    text = finding.passage.text
    hits = [reason.span for reason in finding.match.reasons if reason.span]
    spans = sentences(text, finding.edition.language)
    told = [span for span in spans if any(map(span.overlaps, hits))]
    return [span.of(text) for span in told or spans]


def _under_its_heading(finding: Finding) -> bool:
    return any(reason.kind == "heading" for reason in finding.match.reasons)


def _merged(row: Sequence[Cell]) -> Cell:
    """Return one cell for a column: the most that is said, excerpts added up."""
    best = min(row, key=lambda cell: _ORDER.index(cell.state))
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
