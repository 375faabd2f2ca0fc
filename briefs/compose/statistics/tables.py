"""Set figures out in a table across years with its notes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase

from briefs.compose.pages.plan import Plan
from briefs.compose.statistics import amounts, plots, singly, telling, tiles
from briefs.compose.statistics.telling import Desk
from briefs.document import (
    FigureSection,
    Note,
    Table,
    TableCell,
    TableRow,
)
from briefs.figures.series import Series, disagreements
from briefs.i18n.locale import Locale
from briefs.model import Figure, Kind, Status
from briefs.text.sentences import squeeze

_NOTHING = "–"
_NO_EDITION = "×"
_NOT_REVIEWED = "…"


@dataclass(slots=True)
class _Notes:
    """The notes of a table, lettered in the order they are first needed.

    `signs` say what stands in the cells without a number, and what each means.
    """

    texts: list[str] = field(default_factory=list)
    signs: dict[str, str] = field(default_factory=dict)

    def mark(self, text: str) -> str:
        """Return the letter of a note; the same text has one letter."""
        if text not in self.texts:
            self.texts.append(text)
        return _letter(self.texts.index(text))

    def listed(self) -> tuple[Note, ...]:
        signs = (
            Note(sign, text) if len(sign) == 1 else Note("", f"{sign}: {text}")
            for sign, text in self.signs.items()
        )
        noted = (Note(_letter(n), text) for n, text in enumerate(self.texts))
        return (*signs, *noted)


def section(
    series: Sequence[Series],
    figures: Iterable[Figure],
    desk: Desk,
    plan: Plan,
    drawable: Sequence[Series] | None = None,
    large: Sequence[Series] = (),
) -> FigureSection | None:
    """Return the figures of a topic, None when there are none.

    `figures` are all reviewed figures of the topic. Aggregates that stand in no series
    are listed one by one, but not the parts that share a sentence with a series. Only
    `drawable` series have charts: a total that stands in the table for the sake of its
    parts has none. What `large` numbers tell is listed again where the plan says so.
    """
    singles = _singly(series, figures)[: plan.singles]
    drawn = plots.worth(series if drawable is None else drawable)[: plan.charts]
    listed = tiles.untold(series, () if plan.repeats else large) if plan.table else ()
    if not listed and not drawn and not singles:
        return None
    return FigureSection(
        heading=_heading(series, desk.locale),
        table=_table(listed, desk) if listed else None,
        panels=tuple(plots.panels([one for one in series if one in drawn], desk)),
        singles=tuple(singly.singles(singles, desk)),
    )


def unshown(series: Sequence[Series], figures: Iterable[Figure], plan: Plan) -> bool:
    """Tell whether a plan leaves out figures: single ones, or the table."""
    cut = len(_singly(series, figures)) > plan.singles
    return cut or bool(series and not plan.table)


def _singly(series: Sequence[Series], figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures that stand in no series."""
    placed = {
        f.sentence for one in series for year in one.points.values() for f in year
    }
    return [
        figure
        for figure in _once(figures)
        if figure.sentence not in placed and figure.kind is Kind.AGGREGATE
    ]


def _once(figures: Iterable[Figure]) -> list[Figure]:
    """Return figures without those that a later report repeats from one of them."""
    every = list(figures)
    first = {(one.edition, *_told(one)) for one in every}
    return [one for one in every if (one.repeats, *_told(one)) not in first]


def _told(one: Figure) -> tuple[object, ...]:
    return squeeze(one.sentence), one.value, one.value_max, one.unit


def _heading(series: Sequence[Series], locale: Locale) -> str:
    """Return the heading: figures of one year are not across years."""
    years = {year for one in series for year in one.points}
    if len(years) > 1:
        return locale.gettext("Figures across years")
    return locale.gettext("Figures")


def _table(series: Sequence[Series], desk: Desk) -> Table:
    notes = _Notes()
    sums = _sums(series, desk.locale)
    years = sorted({year for one in series for year in one.points})
    totals = {one.indicator.code: one for one in series}
    return Table(
        caption=desk.locale.gettext("Indicators by the year they describe"),
        years=tuple(str(year) for year in years),
        rows=tuple(
            _row(
                one,
                totals.get(one.indicator.part_of or ""),
                tuple(_cell(one, year, notes, sums, desk) for year in years),
                desk,
                family,
            )
            for one, family in _by_family(series, desk.locale)
        ),
        notes=notes.listed(),
    )


def _by_family(
    series: Sequence[Series], locale: Locale
) -> Iterator[tuple[Series, str]]:
    """Yield the series of each family together; the first has its name beside it.

    No family is named where there is but one, where each has one row, and where a row
    of none would seem to be of the family above it.
    """
    kin: dict[str, list[Series]] = {}
    for one in series:
        kin.setdefault(locale.label(one.indicator.family), []).append(one)
    named = "" not in kin and 1 < len(kin) < len(series)
    for family, members in kin.items():
        for place, one in enumerate(members):
            yield one, family if named and not place else ""


def _row(
    one: Series,
    total: Series | None,
    cells: tuple[TableCell, ...],
    desk: Desk,
    family: str,
) -> TableRow:
    """Return the row of a series; a part does not repeat what its total says."""
    reporter, places = _reported_by(one, desk), _references(one, desk)
    if total and reporter == _reported_by(total, desk):
        reporter = ""
    if total and places == _references(total, desk):
        places = ""
    is_part = total is not None
    return TableRow(desk.label(one), reporter, cells, is_part, places, family)


def _sums(series: Sequence[Series], locale: Locale) -> dict[tuple[str, str, int], str]:
    """Return a note for each total that its parts miss: by indicator, area, year."""
    sentence = locale.gettext("The parts add up to {number}.")
    return {
        (found.indicator.code, found.total.area, found.year): sentence.format(
            number=locale.number(sum(part.value or 0 for part in found.figures))
        )
        for found in disagreements(series)
        if found.total
    }


def _cell(
    one: Series,
    year: int,
    notes: _Notes,
    sums: Mapping[tuple[str, str, int], str],
    desk: Desk,
) -> TableCell:
    figures = one.points.get(year, ())
    if not figures:
        return _empty(one, year, notes, desk)
    known = [figure for figure in figures if figure.value is not None] or figures
    texts = list(dict.fromkeys(amounts.value(figure, desk.locale) for figure in known))
    if known[0].value is None:
        notes.signs[texts[0]] = _untold(known[0], desk.locale)
    missed = sums.get((one.indicator.code, one.area, year), "")
    remarks = [*telling.remarks(one, year, desk), *([missed] if missed else [])]
    if not _reported_by(one, desk):
        remarks += _reporters(_by_somebody(known), desk)
    marks = [notes.mark(text) for text in remarks]
    text = "; ".join(texts)
    return TableCell(text, tuple(dict.fromkeys(marks)), worded=_is_worded(text))


def _is_worded(text: str) -> bool:
    """Tell whether a value is said in words, such as "not reported" or "at least 5"."""
    return any(len(word) > 1 for word in text.split() if word.isalpha())


def _empty(one: Series, year: int, notes: _Notes, desk: Desk) -> TableCell:
    """Return a cell for a year of which no report gives a number, and say why."""
    locale = desk.locale
    figures = (figure for told in one.points.values() for figure in told)
    reports = {desk.editions[figure.edition].report for figure in figures}
    issued = [
        edition.id
        for edition in desk.editions.values()
        if edition.covers == str(year)
        and edition.report in reports
        and edition.country == one.area
    ]
    if not issued:
        sign = _NO_EDITION
        meant = locale.gettext("this collection has no such report on the year")
    elif any((id, t) in desk.unreviewed for id in issued for t in one.indicator.topics):
        sign = _NOT_REVIEWED
        meant = locale.gettext("the figures of this report are not all reviewed yet")
    else:
        sign = _NOTHING
        meant = locale.gettext("the reports say nothing of it; this is not a zero")
    notes.signs[sign] = meant
    return TableCell(sign, told=False)


def _untold(figure: Figure, locale: Locale) -> str:
    """Say what it means that a report gives no number."""
    if figure.status is Status.UNREPORTED:
        return locale.gettext("the report says that it was not reported; not a zero")
    return locale.gettext("the report says that the number is not known; not a zero")


def _reported_by(one: Series, desk: Desk) -> str:
    """Return who reported all values of a series, empty where not all are theirs."""
    figures = [figure for year in one.points.values() for figure in year]
    known = _by_somebody(figures)
    names = {telling.reporter(figure, desk) for figure in known or figures}
    return names.pop() if len(names) == 1 else ""


def _by_somebody(figures: Iterable[Figure]) -> list[Figure]:
    """Return the values, and what somebody is said to have reported as unknown."""
    return [one for one in figures if one.value is not None or one.reporters]


def _reporters(figures: Sequence[Figure], desk: Desk) -> Iterator[str]:
    """Yield who reported each value of a year, in a series of several reporters."""
    reported = {telling.reporter(figure, desk) for figure in figures}
    if len(reported) > 1:
        return  # then the values contradict each other, and a remark names all
    for name in filter(None, reported):
        yield desk.locale.gettext("reported by: {name}").format(name=name)
    if "" in reported:
        yield desk.locale.gettext("the report does not say who reported it")


def _references(one: Series, desk: Desk) -> str:
    """Return where a series is told: excerpt numbers first, else places in reports."""
    figures = (figure for year in one.points.values() for figure in year)
    return telling.references(figures, desk)


def _letter(index: int) -> str:
    """Return the letters a to z, then aa, ab and so on."""
    prefix, last = divmod(index, len(ascii_lowercase))
    return (_letter(prefix - 1) if prefix else "") + ascii_lowercase[last]
