"""Set figures out: table across years, notes, charts, key and single figures."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from string import ascii_lowercase

from briefs import cite
from briefs.charts import Point, bar_chart
from briefs.document import (
    Chart,
    FigureSection,
    KeyFigure,
    Note,
    SingleFigure,
    Table,
    TableCell,
    TableRow,
)
from briefs.i18n import Locale
from briefs.model import Edition, Figure, Kind, Labels, Passage, Status
from briefs.profiles import Plan
from briefs.series import (
    Series,
    contradictions,
    disagreements,
    is_comparable,
    is_whole_year,
)

_LONGEST_AXIS = 8
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Desk:
    """What figures are set out with: words, reporters, editions, and their excerpts.

    `numbers` gives the number of the excerpt that quotes a sentence, by edition,
    paragraph and sentence; `areas` the names of the countries where the figures are of
    several.
    """

    locale: Locale
    reporters: Mapping[str, Labels]
    editions: Mapping[str, Edition]
    passages: Mapping[str, Mapping[int, Passage]]
    numbers: Mapping[tuple[str, int, str], int]
    areas: Mapping[str, str]

    def label(self, one: Series) -> str:
        """Return what a series is called, with its country where there are several."""
        label = self.locale.label(one.indicator.labels)
        return f"{label} ({self.areas[one.area]})" if one.area in self.areas else label


@dataclass(slots=True)
class _Notes:
    """The notes of a table, lettered in the order they are first needed."""

    texts: list[str] = field(default_factory=list)

    def mark(self, text: str) -> str:
        """Return the letter of a note; the same text has one letter."""
        if text not in self.texts:
            self.texts.append(text)
        return _letter(self.texts.index(text))

    def listed(self) -> tuple[Note, ...]:
        return tuple(Note(_letter(n), text) for n, text in enumerate(self.texts))


def section(
    series: Sequence[Series], figures: Iterable[Figure], desk: Desk, plan: Plan
) -> FigureSection | None:
    """Return the figures of a topic, None when there are none.

    `figures` are all reviewed figures of the topic. Aggregates that stand in no series
    are listed one by one, but not the parts that share a sentence with a series.
    """
    placed = {
        f.sentence for one in series for year in one.points.values() for f in year
    }
    singles = [
        figure
        for figure in figures
        if figure.sentence not in placed and figure.kind is Kind.AGGREGATE
    ][: plan.singles]
    drawn = _drawn(series)[: plan.charts]
    if not (series and plan.table) and not drawn and not singles:
        return None
    return FigureSection(
        table=_table(series, desk) if series and plan.table else None,
        charts=tuple(_chart(one, desk) for one in series if one in drawn),
        singles=tuple(_single(figure, desk) for figure in singles),
    )


def key_figures(
    series: Sequence[Series], desk: Desk, most: int
) -> tuple[KeyFigure, ...]:
    """Return the figures to show large: the longest series first, topic by topic.

    A number that needs a note to be understood (a break in its series) is not shown so.
    """
    totals = [
        one
        for one in series
        if one.indicator.key and any(map(_telling, one.points.values()))
    ]
    totals.sort(key=lambda one: (-len(one.comparable), one.indicator.order))
    turns: Counter[str] = Counter()
    queued: list[tuple[int, int, Series]] = []
    for one in totals:
        topic = one.indicator.topics[0]
        queued.append((turns[topic], len(queued), one))
        turns[topic] += 1
    return tuple(_key_figure(one, desk) for _, _, one in sorted(queued)[:most])


def value(figure: Figure, locale: Locale) -> str:
    """Format the value of a figure: 8 823, 25 %, 339 млн сом, 500–700, about 10 000."""
    text = _exactly(figure, locale)
    if figure.approximate and figure.value is not None:
        text = locale.gettext("about {number}").format(number=text)
    return text


def _exactly(figure: Figure, locale: Locale) -> str:
    """Format the value of a figure as if it were exact."""
    if figure.value is None:
        return locale.gettext("unknown")
    text = _amount(figure.value, figure.unit, locale)
    if figure.value_max is not None:
        low = locale.number(figure.value)
        text = f"{low}–{_amount(figure.value_max, figure.unit, locale)}"
    return text


def reporter(figure: Figure, desk: Desk) -> str:
    """Return who reported a figure, empty when the source does not say."""
    labels = desk.reporters.get(figure.reported_by or "")
    return desk.locale.label(labels) if labels else ""


def _amount(number: float, unit: str, locale: Locale) -> str:
    if unit == "percent":
        return locale.percent(number)
    if unit == "KGS":
        return locale.ngettext(
            "{amount} som", "{amount} soms", int(number), amount=locale.amount(number)
        )
    if unit == "USD":
        return locale.ngettext(
            "{amount} US dollar",
            "{amount} US dollars",
            int(number),
            amount=locale.amount(number),
        )
    return locale.number(number)


def _table(series: Sequence[Series], desk: Desk) -> Table:
    notes = _Notes()
    sums = _sums(series, desk.locale)
    years = sorted({year for one in series for year in one.points})
    codes = {one.indicator.code for one in series}
    rows = tuple(
        TableRow(
            label=desk.label(one),
            unit=_reported_by(one, desk),
            cells=tuple(_cell(one, year, notes, sums, desk) for year in years),
            part=one.indicator.part_of in codes,
            reference=_references(one, desk),
        )
        for one in series
    )
    return Table(
        caption=desk.locale.gettext("Indicators by the year they describe"),
        years=tuple(str(year) for year in years),
        rows=rows,
        notes=notes.listed(),
    )


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
        return TableCell(_NOTHING)
    known = [figure for figure in figures if figure.value is not None] or figures
    texts = list(dict.fromkeys(value(figure, desk.locale) for figure in known))
    missed = sums.get((one.indicator.code, one.area, year), "")
    remarks = [*_remarks(one, year, desk), *([missed] if missed else [])]
    marks = [notes.mark(text) for text in remarks]
    return TableCell("; ".join(texts), tuple(dict.fromkeys(marks)))


def _remarks(one: Series, year: int, desk: Desk) -> Iterator[str]:
    """Yield what a reader must know of a year's value: its notes, period, conflicts."""
    locale = desk.locale
    figures = one.points[year]
    for figure in figures:
        if figure.notes:
            yield locale.label(figure.notes)
        elif figure.period and not is_whole_year(figure.period):
            yield locale.gettext("only {period}").format(
                period=locale.period(figure.period)
            )
    for differing in contradictions(one, year):
        said = (
            f"{value(figure, locale)} ({_where(figure, desk)})" for figure in differing
        )
        yield locale.gettext("The reports differ: {values}").format(
            values=locale.enumerate(said)
        )


def _reported_by(one: Series, desk: Desk) -> str:
    names = (reporter(f, desk) for year in one.points.values() for f in year)
    return "; ".join(dict.fromkeys(name for name in names if name))


def _references(one: Series, desk: Desk) -> str:
    """Return where a series is told: excerpt numbers first, else places in reports."""
    places = (_reference(f, desk) for year in one.points.values() for f in year)
    return ", ".join(dict.fromkeys(places))


def _reference(figure: Figure, desk: Desk) -> str:
    number = _number(figure, desk)
    return f"[{number}]" if number else _where(figure, desk)


def _number(figure: Figure, desk: Desk) -> int | None:
    return desk.numbers.get((figure.edition, figure.paragraph, figure.sentence))


def _where(figure: Figure, desk: Desk) -> str:
    """Say where a figure stands: "2019, para. 17"."""
    edition = desk.editions[figure.edition]
    passage = desk.passages[figure.edition][figure.paragraph]
    return f"{edition.year}, {cite.locator(passage, desk.locale)}"


def _drawn(series: Iterable[Series]) -> list[Series]:
    """Return the series worth a chart, the longest first: totals of several years."""
    worth = [
        one
        for one in series
        if len(one.comparable) > 1 and one.indicator.part_of is None
    ]
    return sorted(worth, key=lambda one: -len(one.comparable))


def _chart(one: Series, desk: Desk) -> Chart:
    """Draw a series on an axis of all its years, a gap where nothing is known."""
    points = [_point(one, first, last, desk.locale) for first, last in _axis(one)]
    title = desk.label(one)
    odd = [year for year in one.points if year not in one.comparable]
    remarks = [remark for year in odd for remark in _remarks(one, year, desk)]
    listed = "; ".join(f"{point.year}: {point.label}" for point in points)
    return bar_chart(
        points,
        title=title,
        alt=desk.locale.gettext("Column chart. {title}: {values}.").format(
            title=title, values=listed
        ),
        caption=" ".join(dict.fromkeys(f"{remark.rstrip('.')}." for remark in remarks)),
    )


def _axis(one: Series) -> Iterator[tuple[int, int]]:
    """Yield the years of a chart, each as its own span.

    Of a long series the years without data between two others are one span.
    """
    years = sorted(one.points)
    is_short = years[-1] - years[0] < _LONGEST_AXIS
    yield years[0], years[0]
    for before, year in pairwise(years):
        silent = range(before + 1, year)
        if is_short:
            yield from zip(silent, silent, strict=True)
        elif silent:
            yield silent[0], silent[-1]
        yield year, year


def _point(one: Series, first: int, last: int, locale: Locale) -> Point:
    years = locale.years((first, last))
    figures = one.points.get(first, ())
    known = [figure for figure in figures if figure.value is not None]
    if not known:
        unknown = figures and value(figures[-1], locale)
        return Point(years, None, unknown or locale.gettext("no data"))
    if len({figure.value for figure in known}) > 1:
        return Point(years, None, locale.gettext("reports differ"))
    latest = known[-1]
    return Point(
        year=years,
        value=latest.value,
        label=value(latest, locale),
        partial=not is_comparable(latest),
    )


def _key_figure(one: Series, desk: Desk) -> KeyFigure:
    """Show the latest known year, with the year before it to compare."""
    locale = desk.locale
    telling = {year: _telling(figures) for year, figures in one.points.items()}
    last = max(year for year, figures in telling.items() if figures)
    latest = telling[last]
    figure = latest[-1]
    period = locale.period(figure.period or str(last))
    earlier = [year for year in one.comparable if year < last]
    if earlier and is_comparable(figure):
        before = max(earlier)
        period += f" · {before}: {value(one.comparable[before], locale)}"
    number = _number(figure, desk)
    values = dict.fromkeys(_large(f, locale) for f in latest)
    return KeyFigure(
        value=" / ".join(values),
        label=desk.label(one),
        period=" · ".join(part for part in (period, reporter(figure, desk)) if part),
        reference=_reference(figure, desk),
        anchor=f"excerpt-{number}"
        if number
        else cite.source_anchor(desk.editions[figure.edition]),
    )


def _large(figure: Figure, locale: Locale) -> str:
    """Format a value to be shown large, where words would not fit."""
    text = _exactly(figure, locale)
    return f"≈\N{NO-BREAK SPACE}{text}" if figure.approximate else text


def _telling(figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures whose value is known and means what its label says."""
    return [f for f in figures if f.value is not None and f.status is not Status.BREAK]


def _single(figure: Figure, desk: Desk) -> SingleFigure:
    locale = desk.locale
    edition = desk.editions[figure.edition]
    period = locale.period(figure.period) if figure.period else ""
    number = _number(figure, desk)
    return SingleFigure(
        value=value(figure, locale),
        counted=figure.quote,
        language=edition.language,
        period=period or locale.gettext("period not stated"),
        reported_by=reporter(figure, desk),
        citation=f"[{number}]" if number else _where(figure, desk),
    )


def _letter(index: int) -> str:
    """Return the letters a to z, then aa, ab and so on."""
    prefix, last = divmod(index, len(ascii_lowercase))
    return (_letter(prefix - 1) if prefix else "") + ascii_lowercase[last]
