"""Set figures out: a table across years with its notes, key and single figures."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from string import ascii_lowercase

from briefs.compose import cite, plots, telling
from briefs.compose.plan import Plan
from briefs.compose.telling import Desk
from briefs.document import (
    FigureSection,
    KeyFigure,
    Note,
    SingleFigure,
    Table,
    TableCell,
    TableRow,
)
from briefs.figures.series import Series, disagreements, is_comparable
from briefs.i18n.locale import Locale
from briefs.model import Figure, Kind, Status

_NOTHING = "–"


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
    drawn = plots.worth(series)[: plan.charts]
    if not (series and plan.table) and not drawn and not singles:
        return None
    return FigureSection(
        table=_table(series, desk) if series and plan.table else None,
        charts=tuple(plots.chart(one, desk) for one in series if one in drawn),
        singles=tuple(_singles(singles, desk)),
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
        if one.indicator.key and any(map(_meant, one.points.values()))
    ]
    totals.sort(key=lambda one: (-len(one.comparable), one.indicator.order))
    turns: Counter[tuple[str, ...]] = Counter()
    queued: list[tuple[int, int, Series]] = []
    for one in totals:
        topic = one.indicator.topics[:1]
        queued.append((turns[topic], len(queued), one))
        turns[topic] += 1
    return tuple(_key_figure(one, desk) for _, _, one in sorted(queued)[:most])


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
    texts = list(dict.fromkeys(telling.value(figure, desk.locale) for figure in known))
    missed = sums.get((one.indicator.code, one.area, year), "")
    remarks = [*telling.remarks(one, year, desk), *([missed] if missed else [])]
    marks = [notes.mark(text) for text in remarks]
    return TableCell("; ".join(texts), tuple(dict.fromkeys(marks)))


def _reported_by(one: Series, desk: Desk) -> str:
    names = (telling.reporter(f, desk) for year in one.points.values() for f in year)
    return "; ".join(dict.fromkeys(name for name in names if name))


def _references(one: Series, desk: Desk) -> str:
    """Return where a series is told: excerpt numbers first, else places in reports."""
    places = (telling.reference(f, desk) for year in one.points.values() for f in year)
    numbers: dict[str, None] = {}
    others: dict[str, None] = {}
    for place in places:
        (numbers if place.startswith("[") else others)[place] = None
    return "; ".join(part for part in (", ".join(numbers), *others) if part)


def _key_figure(one: Series, desk: Desk) -> KeyFigure:
    """Show the latest known year, with the year before it to compare."""
    locale = desk.locale
    meant = {year: _meant(figures) for year, figures in one.points.items()}
    last = max(year for year, figures in meant.items() if figures)
    latest = meant[last]
    figure = latest[-1]
    period = locale.period(figure.period or str(last))
    earlier = [year for year in one.comparable if year < last]
    if earlier and is_comparable(figure):
        before = max(earlier)
        period += f" · {before}: {telling.value(one.comparable[before], locale)}"
    number = telling.excerpt(figure, desk)
    values = dict.fromkeys(_large(f, locale) for f in latest)
    return KeyFigure(
        value=" / ".join(values),
        label=desk.label(one),
        period=" · ".join(
            part for part in (period, telling.reporter(figure, desk)) if part
        ),
        reference=telling.reference(figure, desk),
        anchor=f"excerpt-{number}"
        if number
        else cite.source_anchor(desk.editions[figure.edition]),
    )


def _large(figure: Figure, locale: Locale) -> str:
    """Format a value to be shown large, where words would not fit."""
    text = telling.exactly(figure, locale)
    return f"≈\N{NO-BREAK SPACE}{text}" if figure.approximate else text


def _meant(figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures whose value is known and means what its label says."""
    return [f for f in figures if f.value is not None and f.status is not Status.BREAK]


def _singles(figures: Iterable[Figure], desk: Desk) -> Iterator[SingleFigure]:
    """Yield single figures; those of one translated sentence stand together."""
    for _, group in groupby(figures, key=_told):
        together = list(group)
        if (together[0].edition, together[0].sentence) in desk.translations:
            yield _single(together, desk)
        else:
            yield from (_single([figure], desk) for figure in together)


def _told(figure: Figure) -> tuple[str | None, ...]:
    """Return what figures have to have in common to be told together."""
    return figure.edition, figure.sentence, figure.period, figure.reported_by


def _single(figures: Sequence[Figure], desk: Desk) -> SingleFigure:
    """Set out figures that have sentence, period and reporter in common."""
    locale = desk.locale
    figure = figures[0]
    edition = desk.editions[figure.edition]
    period = locale.period(figure.period) if figure.period else ""
    number = telling.excerpt(figure, desk)
    translation = desk.translations.get((figure.edition, figure.sentence))
    shown = figures if desk.originals or not translation else []
    return SingleFigure(
        value=" / ".join(dict.fromkeys(telling.value(f, locale) for f in figures)),
        counted=tuple(dict.fromkeys(f.quote for f in shown)),
        language=edition.language,
        period=period or locale.gettext("period not stated"),
        reported_by=telling.reporter(figure, desk),
        citation=f"[{number}]" if number else telling.where(figure, desk),
        translation=translation,
    )


def _letter(index: int) -> str:
    """Return the letters a to z, then aa, ab and so on."""
    prefix, last = divmod(index, len(ascii_lowercase))
    return (_letter(prefix - 1) if prefix else "") + ascii_lowercase[last]
