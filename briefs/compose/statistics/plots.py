"""Draw series as charts on shared scales, gaps as gaps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from briefs.compose.statistics import amounts, telling
from briefs.compose.statistics.charts import (
    LARGE,
    SMALL,
    UNTOLD,
    Point,
    bar_chart,
    shorter,
)
from briefs.compose.statistics.telling import Desk
from briefs.exhibits import Chart, Panel
from briefs.figures.series import Series, is_comparable
from briefs.i18n.locale import Locale
from briefs.model import Figure

_LONGEST_AXIS = 8
_STEEPEST = 20  # times as high as another may be a bar on the same scale
_MOST_COLUMNS = 6  # years beside a large number

Span = tuple[int, int]
"""The first and the last year of a place on an axis."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What charts share that are compared: the years, and the value as high as all.

    `brief` is the axis where there is little room: years of which nothing is told are
    one place between those of which something is.
    """

    axis: tuple[Span, ...]
    top: float
    brief: tuple[Span, ...]


def worth(series: Iterable[Series]) -> list[Series]:
    """Return the series worth a chart, the longest first: totals of several years."""
    found = [
        one
        for one in series
        if len(one.comparable) > 1 and one.indicator.part_of is None
    ]
    return sorted(found, key=lambda one: -len(one.comparable))


def panels(series: Sequence[Series], desk: Desk) -> Iterator[Panel]:
    """Yield the charts of series, those of one unit and magnitude on one scale."""
    for group in scaled(series):
        scale = shared(group)
        charts = tuple(chart(one, scale, desk) for one in group)
        yield Panel(_note(charts, desk.locale), charts)


def scaled(series: Iterable[Series]) -> Iterator[list[Series]]:
    """Yield series in groups that one scale can show, each in its given order."""
    given = list(series)
    by_size = sorted(given, key=lambda one: (one.indicator.unit, _largest(one)))
    groups: list[list[Series]] = []
    for _, same in groupby(by_size, key=lambda one: one.indicator.unit):
        least = 0.0
        for one in same:
            if not least or _largest(one) > _STEEPEST * least:
                groups.append([])
                least = _largest(one)
            groups[-1].append(one)
    in_order = [[one for one in given if one in group] for group in groups]
    yield from sorted(in_order, key=lambda group: given.index(group[0]))


def shared(series: Sequence[Series]) -> Scale:
    """Return the scale on which series can be compared."""
    years = sorted({year for one in series for year in one.points})
    return Scale(
        axis=tuple(_axis(years)),
        top=max(map(_largest, series)),
        brief=tuple(_axis(years, longest=0)),
    )


def chart(one: Series, scale: Scale, desk: Desk) -> Chart:
    """Draw a series, a gap where nothing is known; its title says what it shows."""
    points = [_point(one, *span, desk.locale) for span in scale.axis]
    caption = " ".join(f"{remark.rstrip('.')}." for remark in _remarks(one, desk))
    drawn = bar_chart(
        points,
        title=_finding(one, desk),
        alt=f"{_alt(desk.label(one), points, desk.locale)} {caption}".strip(),
        caption=caption,
        top=scale.top,
        frame=LARGE,
    )
    signs = tuple(_signs(drawn, points, desk.locale))
    return replace(drawn, source=_source(one, desk), signs=signs)


def _source(one: Series, desk: Desk) -> str:
    """Say who reported the values of a chart, and where they stand."""
    drawn = [
        figure
        for figures in one.points.values()
        for figure in figures
        if figure.value is not None
    ]
    names = dict.fromkeys(telling.reporter(figure, desk) for figure in drawn)
    told = desk.locale.enumerate(filter(None, names))
    return " · ".join(filter(None, (told, telling.references(drawn, desk))))


def columns(one: Series, year: int, scale: Scale, desk: Desk) -> Chart | None:
    """Draw the years of a series beside its large number of a year, if it has several.

    Of many years the last ones are drawn.
    """
    if len(one.points) < 2:
        return None
    axis = _last(scale)
    points = [
        _point(one, *span, desk.locale, named=span[0] == year == span[1])
        for span in axis
    ]
    years = shorter([point.year for point in points], SMALL)
    shorter_told = [
        replace(point, year=shown, label=_short(one, span[1], desk) or point.label)
        for shown, span, point in zip(years, axis, points, strict=True)
    ]
    alt = _alt(desk.label(one), points, desk.locale)
    drawn = bar_chart(shorter_told, title="", alt=alt, top=scale.top, frame=SMALL)
    return replace(drawn, signs=tuple(_signs(drawn, points, desk.locale)))


def drawn(one: Series, scale: Scale) -> list[Figure]:
    """Return the figures that the columns of a series show, the latest first."""
    years = (last for _, last in reversed(_last(scale)))
    return [figure for year in years for figure in one.points.get(year, ())]


def _last(scale: Scale) -> Sequence[Span]:
    """Return the years beside a large number: no value gives way to empty years."""
    if len(scale.axis) <= _MOST_COLUMNS:
        return scale.axis
    return scale.brief[-_MOST_COLUMNS:]


def _short(one: Series, year: int, desk: Desk) -> str:
    """Return the only value of a year without the words of its bound, if it has one."""
    figures = one.points.get(year, ())
    if len(figures) != 1 or figures[0].value is None:
        return ""
    return amounts.large(figures[0], desk.locale)


def _finding(one: Series, desk: Desk) -> str:
    """Say in a title what the comparable years show: the highest and the last.

    Without a verb: what is good or bad the reader judges. How exact a value is a sign
    says here, and a word at its bar.
    """
    locale, known = desk.locale, one.comparable
    last = max(known)
    peak = max(known, key=lambda year: (known[year].value or 0.0, -year))
    first = min(known) if peak == last else peak
    return locale.gettext("{label} – {value} in {year}, {last} in {last_year}").format(
        label=desk.label(one),
        value=amounts.large(known[first], locale),
        year=first,
        last=amounts.large(known[last], locale),
        last_year=last,
    )


def _alt(label: str, points: Iterable[Point], locale: Locale) -> str:
    """Say in words what a chart draws, and which years cannot be compared."""
    aside = locale.gettext("{value}, not comparable with other years")
    listed = "; ".join(
        f"{point.year}: "
        + (aside.format(value=point.label) if point.partial else point.label)
        for point in points
    )
    return locale.gettext("Column chart. {title}: {values}.").format(
        title=label, values=listed
    )


def _note(charts: Sequence[Chart], locale: Locale) -> str:
    """Say how the charts of a panel are to be read."""
    said = [locale.gettext("All these charts have one scale.")] * (len(charts) > 1)
    signs = dict.fromkeys(sign for chart in charts for sign in chart.signs)
    return " ".join([*said, *signs])


def _signs(drawn: Chart, points: Iterable[Point], locale: Locale) -> Iterator[str]:
    """Say what the bars mean that are not plain, and words that had no room."""
    styles = {bar.style for bar in drawn.bars}
    if "partial" in styles:
        yield locale.gettext("Outline: not comparable with other years.")
    if "gap" in styles:
        yield locale.gettext("Dot: the reports give no figure.")
    pairs = zip(drawn.bars, points, strict=True)
    told = (
        p.label for bar, p in pairs if (bar.style, bar.label) == ("unknown", UNTOLD)
    )
    for label in dict.fromkeys(told):
        yield f"{UNTOLD}: {label}."


def _remarks(one: Series, desk: Desk) -> Iterable[str]:
    """Return what to mind when the years are compared, each remark once."""
    noted = [desk.locale.label(one.indicator.notes)] if one.indicator.notes else []
    said = (
        (year, remark)
        for year in one.points
        for remark in (
            telling.differences(one, year, desk)
            if year in one.comparable
            else telling.remarks(one, year, desk)
        )
    )
    told = (
        remark if str(year) in remark else f"{year}: {remark}" for year, remark in said
    )
    return dict.fromkeys([*noted, *told])


def _largest(one: Series) -> float:
    return max(
        (f.value for year in one.points.values() for f in year if f.value is not None),
        default=0.0,
    )


def _axis(years: Sequence[int], *, longest: int = _LONGEST_AXIS) -> Iterator[Span]:
    """Yield the years of a chart, each as its own span.

    Of a series longer than `longest` the years without data between two others are one
    span.
    """
    is_short = years[-1] - years[0] < longest
    yield years[0], years[0]
    for before, year in pairwise(years):
        silent = range(before + 1, year)
        if is_short:
            yield from zip(silent, silent, strict=True)
        elif silent:
            yield silent[0], silent[-1]
        yield year, year


def _point(
    one: Series, first: int, last: int, locale: Locale, *, named: bool = False
) -> Point:
    years = locale.years((first, last))
    figures = one.points.get(first, ())
    known = [figure for figure in figures if figure.value is not None]
    if not figures:
        return Point(years, None, locale.gettext("no data"))
    if not known:
        return Point(years, None, amounts.value(figures[-1], locale), told=True)
    if len({figure.value for figure in known}) > 1:
        return Point(years, None, locale.gettext("values differ"), told=True)
    latest = known[-1]
    return Point(
        year=years,
        value=latest.value,
        label=amounts.value(latest, locale),
        partial=not is_comparable(latest),
        named=named,
    )
