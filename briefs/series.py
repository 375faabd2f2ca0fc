"""Join reviewed figures to series across years, and find where they disagree.

The year of a figure is the year it speaks of, never the year of the report.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import regex

from briefs.model import Figure, Indicator, Status

_WITHIN_A_YEAR = regex.compile(r"(\d{4})(?:-\d{2}){0,2}(?:/\1(?:-\d{2}){0,2})?")


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator across data years; a year may hold several figures."""

    indicator: Indicator
    points: Mapping[int, tuple[Figure, ...]]

    @property
    def comparable(self) -> dict[int, Figure]:
        """The years that may be compared: one known value for the whole year."""
        found = {}
        for year, figures in self.points.items():
            known = [figure for figure in figures if figure.value is not None]
            if len({figure.value for figure in known}) == 1 and is_comparable(
                known[-1]
            ):
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

    Figures without an indicator, and those that span several years, are left out.
    """
    points: dict[str, dict[int, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        year = data_year(figure.period)
        if figure.indicator and year is not None:
            points[figure.indicator][year].append(figure)
    series = [
        Series(
            indicators[code],
            {year: tuple(years[year]) for year in sorted(years)},
        )
        for code, years in points.items()
    ]
    return sorted(series, key=lambda s: (s.indicator.order, s.indicator.code))


def data_year(period: str | None) -> int | None:
    """Return the year that a period lies in, None when it is unknown or longer."""
    match = _WITHIN_A_YEAR.fullmatch(period or "")
    return int(match[1]) if match else None


def is_partial(figure: Figure) -> bool:
    """Tell whether a figure counts only a part of its year."""
    interval = "/" in (figure.period or "")
    return figure.status is Status.PROVISIONAL or interval


def is_comparable(figure: Figure) -> bool:
    """Tell whether a figure may be compared with those of other years."""
    known = figure.value is not None and not figure.change
    return known and not is_partial(figure) and figure.status is not Status.BREAK


def disagreements(series: Iterable[Series]) -> Iterator[Disagreement]:
    """Yield where one indicator has several values, and where parts miss a total."""
    by_code = {one.indicator.code: one for one in series}
    for one in by_code.values():
        for year, figures in one.points.items():
            if len({figure.value for figure in figures}) > 1:
                yield Disagreement(one.indicator, year, figures)
    for code, total in by_code.items():
        for year, figures in total.points.items():
            for parts in _partitions(by_code.values(), code, year):
                whole = figures[-1]
                if whole.value != sum(part.value or 0 for part in parts):
                    yield Disagreement(total.indicator, year, tuple(parts), whole)


def _partitions(
    series: Iterable[Series], total: str, year: int
) -> Iterator[list[Figure]]:
    """Yield the parts of a total that are told apart by the same dimension.

    One part alone ("106 of them men") is no partition.
    """
    groups: dict[str, list[Figure]] = defaultdict(list)
    for one in series:
        if one.indicator.part_of == total and year in one.points:
            figure = one.points[year][-1]
            for key, _ in figure.dimensions[-1:]:
                groups[key].append(figure)
    yield from (parts for parts in groups.values() if len(parts) > 1)
