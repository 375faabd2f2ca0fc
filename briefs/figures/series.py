"""Join reviewed figures to series across years, and find where they disagree.

The year of a figure is the year it speaks of, never the year of the report.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from briefs.model import Figure, Indicator, Status

_WHOLE_YEAR = regex.compile(r"(\d{4})(?:/\1|-01(?:-01)?/\1-12(?:-31)?)?")
_WITHIN_A_YEAR = regex.compile(r"(\d{4})(?:-\d{2}){0,2}(?:/\1(?:-\d{2}){0,2})?")


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator of one country across data years.

    A year may hold several figures. `area` is the country (ISO 3166-1 alpha-3).
    """

    indicator: Indicator
    area: str
    points: Mapping[int, tuple[Figure, ...]]

    @property
    def comparable(self) -> dict[int, Figure]:
        """The years that may be compared: one known value for the whole year."""
        found = {}
        for year, figures in self.points.items():
            known = [figure for figure in figures if is_comparable(figure)]
            if len({figure.value for figure in known}) == 1:
                found[year] = known[-1]
        return found


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures that contradict each other, or parts that miss their total.

    `total` is None for a contradiction between the figures themselves.
    """

    indicator: Indicator
    year: int
    figures: tuple[Figure, ...]
    total: Figure | None = None


def build(
    figures: Iterable[Figure], indicators: Mapping[str, Indicator]
) -> list[Series]:
    """Return the series that the figures make, in the order of their indicators.

    Countries are kept apart. Figures without a known indicator, changes ("25% fewer"),
    and figures that span several years are left out; one that counts a part of a year
    gives way to one for the whole year.
    """
    points: dict[tuple[str, str], dict[int, list[Figure]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for figure in figures:
        year, code = data_year(figure.period), figure.indicator or ""
        if code in indicators and year is not None and not figure.change:
            points[code, figure.area][year].append(figure)
    series = [
        Series(
            indicators[code],
            area,
            {year: tuple(_longest(years[year])) for year in sorted(years)},
        )
        for (code, area), years in points.items()
    ]
    return sorted(series, key=lambda s: (s.indicator.order, s.indicator.code, s.area))


def _longest(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Return the figures for the whole year where one is known, else all of them."""
    whole = [figure for figure in figures if not is_partial(figure)]
    return whole if any(figure.value is not None for figure in whole) else figures


def data_year(period: str | None) -> int | None:
    """Return the year that a period lies in, None when it is unknown or longer."""
    match = _WITHIN_A_YEAR.fullmatch(period or "")
    return int(match[1]) if match else None


def is_partial(figure: Figure) -> bool:
    """Tell whether a figure counts only a part of its year."""
    return figure.status is Status.PROVISIONAL or not is_whole_year(figure.period)


def is_whole_year(period: str | None) -> bool:
    """Tell whether a period is a year, and not a month or some months of it."""
    return bool(_WHOLE_YEAR.fullmatch(period or ""))


def is_comparable(figure: Figure) -> bool:
    """Tell whether a figure may be compared with those of other years."""
    known = figure.value is not None and not figure.change
    return known and not is_partial(figure) and figure.status is not Status.BREAK


def disagreements(series: Iterable[Series]) -> Iterator[Disagreement]:
    """Yield where one indicator has several values, and where parts miss a total.

    A period's figures contradict each other, not those of the whole year and of a part
    of it. Where a part or the total is unknown, nothing can be added up.
    """
    every = list(series)
    for one in every:
        for year in one.points:
            yield from (
                Disagreement(one.indicator, year, figures)
                for figures in contradictions(one, year)
            )
    for total in every:
        for year, figures in total.points.items():
            for parts in _partitions(every, total, year):
                whole = figures[-1]
                known = [part.value for part in parts if part.value is not None]
                if len(known) == len(parts) and whole.value not in (None, sum(known)):
                    yield Disagreement(total.indicator, year, tuple(parts), whole)


def contradictions(one: Series, year: int) -> Iterator[tuple[Figure, ...]]:
    """Yield the figures of a year that give the same period several values."""
    periods: dict[str | None, list[Figure]] = defaultdict(list)
    for figure in one.points[year]:
        periods[figure.period].append(figure)
    for figures in periods.values():
        if len({(figure.value, figure.value_max) for figure in figures}) > 1:
            yield tuple(figures)


def _partitions(
    series: Iterable[Series], total: Series, year: int
) -> Iterator[list[Figure]]:
    """Yield the parts of a total that are told apart by the same dimension.

    One part alone ("106 of them men") is no partition.
    """
    groups: dict[str, list[Figure]] = defaultdict(list)
    for one in series:
        is_part = one.indicator.part_of == total.indicator.code
        if is_part and one.area == total.area and year in one.points:
            figure = one.points[year][-1]
            for key, _ in figure.dimensions[-1:]:
                groups[key].append(figure)
    yield from (parts for parts in groups.values() if len(parts) > 1)
