"""Choose the figures to show large, and draw their years beside them on one scale."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefs.compose.sources import cite
from briefs.compose.statistics import amounts, charts, plots, telling
from briefs.compose.statistics.telling import Desk
from briefs.exhibits import KeyFigure
from briefs.figures.series import Series, is_comparable
from briefs.model import Figure, Status

ABREAST = 3
"""How many large numbers stand in a row."""


def key_figures(
    series: Sequence[Series], desk: Desk, most: int, *, besides: int = 0
) -> tuple[KeyFigure, ...]:
    """Return the figures to show large, in the order of their indicators.

    The longest series are taken first, topic by topic. A number that needs a note to be
    understood (a break in its series) is not shown so. `besides` so many charts the
    figures that are not drawn there come first.
    """
    large = chosen(series, most, besides=besides)
    shown: list[KeyFigure] = []
    for start in range(0, len(large), ABREAST):
        shown += _row(large[start : start + ABREAST], desk)
    return tuple(shown)


def chosen(series: Sequence[Series], most: int, *, besides: int = 0) -> list[Series]:
    """Return the series whose last figure `key_figures` shows large."""
    totals = [
        one
        for one in series
        if one.indicator.key and any(map(_meant, one.points.values()))
    ]
    drawn = plots.worth(series)[:besides]
    totals.sort(
        key=lambda one: (one in drawn, -len(one.comparable), one.indicator.order)
    )
    turns: Counter[tuple[str, ...]] = Counter()
    queued: list[tuple[int, int, Series]] = []
    for one in totals:
        topic = one.indicator.topics[:1]
        queued.append((turns[topic], len(queued), one))
        turns[topic] += 1
    found = [one for _, _, one in sorted(queued, key=lambda item: item[:2])[:most]]
    return sorted(found, key=series.index)


def untold(series: Sequence[Series], large: Iterable[Series]) -> list[Series]:
    """Return the series of which large numbers do not tell all, and totals of parts."""
    told = {_named(one) for one in large if _is_told_whole(one)}
    kept = {_named(one) for one in series} - told
    kept |= {(one.indicator.part_of, one.area) for one in series if _named(one) in kept}
    return [one for one in series if _named(one) in kept]


def _named(one: Series) -> tuple[str | None, str]:
    return one.indicator.code, one.area


def _is_told_whole(one: Series) -> bool:
    """Tell whether a large number and the columns beside it tell all of a series."""
    figures = [figure for year in one.points.values() for figure in year]
    alike = [(figure.notes, figure.reporters) for figure in figures]
    drawn = len(one.points) == 1 or len(one.comparable) == len(figures)
    return (
        len(figures) == len(one.points)
        and drawn
        and alike.count(alike[0]) == len(alike)
    )


def _row(row: Sequence[Series], desk: Desk) -> Iterable[KeyFigure]:
    """Return the figures of one row; those of one magnitude have one scale."""
    several = [one for one in row if len(one.points) > 1]
    scales = {
        one.indicator.code + one.area: plots.shared(group)
        for group in plots.scaled(several)
        for one in group
    }
    return [_key_figure(one, scales, desk) for one in row]


def _key_figure(one: Series, scales: dict[str, plots.Scale], desk: Desk) -> KeyFigure:
    """Show the latest known year, with the comparable year before it."""
    locale = desk.locale
    meant = {year: _meant(figures) for year, figures in one.points.items()}
    last = max(year for year, figures in meant.items() if figures)
    figure = meant[last][-1]
    before, shown = "", list(meant[last])
    earlier = [year for year in one.comparable if year < last]
    if earlier and is_comparable(figure):
        shown.append(one.comparable[max(earlier)])
        before = locale.gettext("{value} in {year}").format(
            value=amounts.large(one.comparable[max(earlier)], locale),
            year=max(earlier),
        )
    number = telling.excerpt(figure, desk)
    values = dict.fromkeys(amounts.large(f, locale) for f in meant[last])
    scale = scales.get(one.indicator.code + one.area)
    picture = plots.columns(one, last, scale, desk) if scale else None
    drawn = plots.drawn(one, scale) if scale and picture else []
    notes = (locale.label(told.notes) for told in meant[last] if told.notes)
    return KeyFigure(
        value=" / ".join(values),
        label=desk.label(one),
        period=" · ".join(
            filter(None, (amounts.bound(figure, locale), telling.period(figure, desk)))
        ),
        reporter=telling.reporters(meant[last], desk),
        before=before,
        reference=telling.references(shown, desk),
        anchor=f"excerpt-{number}"
        if number
        else cite.source_anchor(desk.editions[figure.edition]),
        picture=picture,
        pictured=telling.references([*shown, *drawn], desk) if drawn else "",
        place="; ".join(dict.fromkeys(telling.cited(one, desk) for one in meant[last])),
        note=" ".join(f"{note.rstrip('.')}." for note in dict.fromkeys(notes)),
    )


def _meant(figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures whose value is known and means what its label says."""
    return [f for f in figures if f.value is not None and f.status is not Status.BREAK]


def years_drawn(figures: Iterable[KeyFigure]) -> Iterator[int]:
    """Yield the years of small charts: a report may tell of more than it covers."""
    for figure in figures:
        bars = figure.picture.bars if figure.picture else ()
        years = charts.whole([bar.year for bar in bars])
        for bar, year in zip(bars, years, strict=True):
            if year and bar.style != "gap":
                yield year
