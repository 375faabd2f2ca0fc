"""Propose rows of a ledger for what the grammar found, for a person to review."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from briefs.errors import Message
from briefs.figures.proving import fitting, proof, setting, size, together, who, wording
from briefs.figures.proving.case import Case
from briefs.model import Basis, Bound, Edition, Figure, Indicator, Kind, Span
from briefs.text.searching import phrases
from briefs.text.sentences import squeeze
from briefs.years import likeness

_ALIKE = 0.75
"""The share of words that a sentence has in common with that of a known row."""


_FITTINGS = 2
"""What one row tells apart, the others of its sentence tell apart after it."""

_CLAUSE = regex.compile(r"[;()]|(?<!\d)[,:]|[,:](?!\d)")
"""What parts a number from words that speak of another one: no sign within it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A row as it might stand in a ledger.

    `name` is the same as long as the text is: "p12.2" is the second number of paragraph
    12. `sure` ones are proven, of one known series, and contradict no other; `doubts`
    say what the words do not bear out.
    """

    name: str
    figure: Figure
    sure: bool
    doubts: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What other editions of a report tell: reviewed `rows`, and what they `said`.

    `said` holds the figures of each sentence and size with their editions, the first
    before the others.
    """

    rows: tuple[Figure, ...]
    said: Mapping[tuple[object, ...], Sequence[tuple[Edition, Figure]]]


def same(figure: Figure) -> tuple[object, ...]:
    """Return what a figure has in common with the one that it repeats."""
    return squeeze(figure.sentence), figure.value, figure.value_max, figure.unit


def drafts(
    found: Sequence[tuple[str, Figure]], bench: proof.Bench, known: Known
) -> tuple[Draft, ...]:
    """Return a draft for each figure that is named and not yet reviewed.

    The figures have their topics already. Their area is the country of the edition.
    """
    spans: dict[int, list[Span]] = {}
    for _, figure in found:
        spans.setdefault(figure.paragraph, []).append(figure.span)
    rows = [_row(figure, bench, known, spans[figure.paragraph]) for _, figure in found]
    own = [row for row in known.rows if row.edition == bench.edition.id]
    for _ in range(_FITTINGS):
        cases = list(proof.cases([*own, *rows], bench))
        rows = [fitting.fitted(case) for case in cases[len(own) :]]
    every = [*known.rows, *rows]
    faults: dict[int, list[Message]] = {}
    for fault in _faults(rows, bench, known):
        faults.setdefault(id(fault.row), []).append(fault.said)
    made = []
    for (name, _), row in zip(found, rows, strict=True):
        doubts = tuple(faults.get(id(row), ()))
        goes_on = row.indicator == _going_on(row, known.rows)
        sure = (
            not doubts and goes_on and _is_plain(row) and not _contradicted(row, every)
        )
        made.append(Draft(name, row, sure, doubts))
    return tuple(made)


def _faults(
    rows: Sequence[Figure], bench: proof.Bench, known: Known
) -> Iterator[proof.Fault]:
    """Yield what is wrong with drafts, among themselves and beside what is reviewed."""
    before = [row for row in known.rows if row.edition == bench.edition.id]
    cases = list(proof.cases([*before, *rows], bench))
    yield from proof.judged(cases)
    yield from together.faults(cases, bench)


def _row(
    figure: Figure, bench: proof.Bench, known: Known, spans: Sequence[Span]
) -> Figure:
    """Return a figure with all that can be proposed for it."""
    together = who.together(figure.sentence, figure.reported_by, bench.grammar)
    row = replace(
        figure,
        area=bench.edition.country,
        bound=figure.bound or _bound(figure, bench),
        reported_by=";".join(together) or figure.reported_by,
        reviewed=True,
    )
    row = wording.widened(row, bench)
    first = _first(figure, known)
    if first is not None:
        row = replace(row, repeats=first[0].id)
        if row.period != first[1].period:
            then = first[1].period
            row = replace(row, period=then, period_basis=Basis.CARRIED)
    return _measured(row, bench, _going_on(row, known.rows), spans)


def _first(figure: Figure, known: Known) -> tuple[Edition, Figure] | None:
    """Return the figure that another one repeats: its words are of the same place."""
    for edition, one in known.said.get(same(figure), ()):
        if one.quote in figure.quote or figure.quote in one.quote:
            return edition, one
    return None


def _bound(figure: Figure, bench: proof.Bench) -> Bound | None:
    """Return how a number is meant, where only its sentence says it."""
    about, estimated = size.vaguely(figure, bench.grammar)
    if estimated and figure.kind is Kind.AGGREGATE:
        return Bound.ESTIMATE
    told = about and figure.kind is Kind.AGGREGATE
    return Bound.ABOUT if told or figure.approximate else None


def _measured(
    row: Figure, bench: proof.Bench, known: str | None, spans: Sequence[Span]
) -> Figure:
    """Return a row with the indicator that its words speak of, if it is one alone.

    It is `known` where it goes on a series, as far as its words bear that out. The
    quote grows to the words that tell it; the others in `spans` are not in it. What a
    law sets may be a series too: the minimum wage.
    """
    converted = "conversion" in dict(row.dimensions)
    if row.kind not in (Kind.AGGREGATE, Kind.NORM) or row.change or converted:
        return row
    counting = replace(row, kind=Kind.AGGREGATE)
    told = [
        longer
        for measure in bench.indicators.values()
        if (longer := _speaking(counting, measure, bench, spans, known))
    ]
    if goes_on := [one for one in told if one.indicator == known]:
        return goes_on[0]
    return told[0] if len(told) == 1 else row


def _going_on(row: Figure, rows: Iterable[Figure]) -> str | None:
    """Return the indicator of a reviewed row whose sentence differs by little."""
    words = _words(row.sentence)
    alike = {
        one.indicator: likeness.likeness(words, _words(one.sentence))
        for one in rows
        if one.indicator and (one.unit, one.area) == (row.unit, row.area)
    }
    best = max(alike, key=lambda code: alike[code], default=None)
    return best if best and alike[best] >= _ALIKE else None


def _words(text: str) -> list[str]:
    return [word for word in likeness.words(text) if not any(map(str.isdigit, word))]


def _speaking(
    row: Figure,
    measure: Indicator,
    bench: proof.Bench,
    spans: Sequence[Span],
    known: str | None,
) -> Figure | None:
    """Return a row whose quote has the words that betray an indicator, or None.

    Where no words of it are listed, it is enough to go on a `known` series.
    """
    cues = measure.cues.get(bench.edition.language, ())
    if measure.unit != row.unit:
        return None
    if not cues:
        bare = replace(row, indicator=measure.code)
        return bare if measure.code == known and _borne_out(bare, bench) else None
    text = bench.passages[row.paragraph].text
    start = text.find(row.sentence)
    found = phrases.matcher(cues).finditer(row.sentence)
    cue = [Span(start + one.start(), start + one.end()) for one in found]
    for span in sorted(cue, key=lambda one: abs(one.start - row.span.start)):
        whole = Span(min(span.start, row.span.start), max(span.end, row.span.end))
        others = any(whole.overlaps(one) for one in spans if one != row.span)
        if others or _CLAUSE.search(text, whole.start, whole.end):
            continue
        longer = replace(row, span=whole, quote=whole.of(text), indicator=measure.code)
        if _borne_out(longer, bench):
            return longer
    return None


def _borne_out(row: Figure, bench: proof.Bench) -> bool:
    """Tell whether nothing speaks against the indicator of a row."""
    case = Case(row, bench, bench.passages[row.paragraph], "", None)
    return next(setting.indicator(case), None) is None


def _is_plain(row: Figure) -> bool:
    plain = row.bound is None and not row.change and row.value_max is None
    stated = row.period_basis is Basis.STATED and row.period is not None
    return plain and stated and row.indicator is not None and row.repeats is None


def _contradicted(row: Figure, every: Iterable[Figure]) -> bool:
    """Tell whether another row gives the same thing another value, or gives it too."""
    return any(
        one is not row
        and (one.indicator, one.period, one.area)
        == (row.indicator, row.period, row.area)
        and (one.value != row.value or one.edition == row.edition)
        for one in every
    )


def _point(row: Figure) -> tuple[str | None, ...]:
    return row.indicator, row.period, row.area
