"""Draw series as charts, gaps as gaps."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefs.compose import amounts, telling
from briefs.compose.charts import Point, bar_chart
from briefs.compose.telling import Desk
from briefs.document import Chart
from briefs.figures.series import Series, is_comparable
from briefs.i18n.locale import Locale

_LONGEST_AXIS = 8


def worth(series: Iterable[Series]) -> list[Series]:
    """Return the series worth a chart, the longest first: totals of several years."""
    found = [
        one
        for one in series
        if len(one.comparable) > 1 and one.indicator.part_of is None
    ]
    return sorted(found, key=lambda one: -len(one.comparable))


def chart(one: Series, desk: Desk) -> Chart:
    """Draw a series on an axis of all its years, a gap where nothing is known."""
    points = [_point(one, first, last, desk.locale) for first, last in _axis(one)]
    title = desk.label(one)
    listed = "; ".join(f"{point.year}: {point.label}" for point in points)
    return bar_chart(
        points,
        title=title,
        alt=desk.locale.gettext("Column chart. {title}: {values}.").format(
            title=title, values=listed
        ),
        caption=" ".join(f"{remark.rstrip('.')}." for remark in _remarks(one, desk)),
    )


def _remarks(one: Series, desk: Desk) -> Iterable[str]:
    """Return what to mind when the years are compared, each remark once."""
    noted = [desk.locale.label(one.indicator.notes)] if one.indicator.notes else []
    odd = [year for year in one.points if year not in one.comparable]
    told = (remark for year in odd for remark in telling.remarks(one, year, desk))
    return dict.fromkeys([*noted, *told])


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
        unknown = figures and amounts.value(figures[-1], locale)
        return Point(years, None, unknown or locale.gettext("no data"))
    if len({figure.value for figure in known}) > 1:
        return Point(years, None, locale.gettext("values differ"))
    latest = known[-1]
    return Point(
        year=years,
        value=latest.value,
        label=amounts.value(latest, locale),
        partial=not is_comparable(latest),
    )
