"""Find the figures of a passage: numbers that count or measure something."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, lru_cache

import regex

from briefs.figures import cells
from briefs.figures.cells import Column
from briefs.figures.counting import Statistic, statistics
from briefs.model import APART, Basis, Bound, Edition, Figure, Kind, Passage, Span
from briefs.numbers.dates.bases import base_of
from briefs.numbers.dates.timeline import Timeline, When
from briefs.numbers.grammars.grammar import REPEATED, Lexis
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.heads import PERCENT
from briefs.numbers.numeral import Numeral
from briefs.numbers.reporters import Reporters, again
from briefs.numbers.tokens import may_have_tokens, tokens
from briefs.text.searching.needed import may_stand
from briefs.text.sentences import sentences, without_notes

MOST_OF_ONE = 20
"""A number above this one is no incident's, unless it is money."""

_NEAR = 60
_BRACKETS = regex.compile(r"\s*\([^()]*\)")
_CONVERSION = regex.compile(r"\s*\([^()\d]*$")
_SPACE = regex.compile(r"\s")
_LONGEST = 10_000
"""Letters of a sentence; the longest of real reports has hundreds."""

_OUTER = " \u00a0,;:–—-“”«»\"'"


def candidates(
    passage: Passage, edition: Edition, grammar: Grammar
) -> tuple[Figure, ...]:
    """Return the figures of a passage in order; their spans do not overlap.

    Dates, ages, articles, legal limits, telephone numbers and others that are no
    statistic are left out; durations and single sentences of prison have kinds of
    their own. A fall ("25% га аз") has a negative value, and both ends where it is a
    range. What goes on for more than ten thousand letters without an end is no
    sentence, and nothing is read from it.
    """
    lexis = grammar.lexis
    if not _may_count(passage.text, lexis):
        return ()
    titles = (cells.period(h.text, edition.covers, grammar) for h in passage.headings)
    titled = [when for when in titles if when]
    timeline = Timeline(grammar, edition.covers, titled[-1] if titled else None)
    table = cells.columns(passage)
    found: list[Figure] = []
    last: Figure | None = None
    places = sentences(passage.text, edition.language)
    plains = [
        cells.parted(without_notes(place.of(passage.text)), place.start, table)
        for place in places
    ]
    counting = [_has_number(plain, lexis) for plain in plains]
    while counting and not counting[-1]:  # nothing is told of what comes last
        counting.pop()
    for place, plain, counts in zip(places, plains, counting, strict=False):
        timeline.enter(plain)
        if not counts:
            continue
        text = place.of(passage.text)
        sentence = _Sentence(text, plain, grammar, timeline, last)
        for figure in sentence.figures(passage, place.start):
            if table:
                figure = _in_column(figure, table, passage, edition, grammar)
            found.append(figure)
            if figure.kind not in APART:
                last = figure
    return tuple(found)


@lru_cache(maxsize=REPEATED)
def _may_count(text: str, lexis: Lexis) -> bool:
    return may_have_tokens(text, lexis) or _has_fraction(text, lexis)


@lru_cache(maxsize=REPEATED)
def _has_number(text: str, lexis: Lexis) -> bool:
    if len(text) > _LONGEST:
        return False
    return bool(tokens(text, lexis)) or _has_fraction(text, lexis)


def _has_fraction(text: str, lexis: Lexis) -> bool:
    may = may_stand(lexis.fractions_need, text)
    return may and lexis.fractions.search(text) is not None


def _in_column(
    figure: Figure,
    table: tuple[Column, ...],
    passage: Passage,
    edition: Edition,
    grammar: Grammar,
) -> Figure:
    """Return a figure of a table's row with what the head of its column says."""
    here = [column for column in table if figure.span.start in range(*column.cell)]
    if not here:
        return figure
    (column,) = here
    when = cells.period(column.head, edition.covers, grammar)
    if when:
        figure = replace(figure, period=when.iso, period_basis=when.basis)
    if figure.counted:
        return figure
    unit = cells.unit(column, passage, grammar) or figure.unit
    return replace(figure, unit=unit, counted=column.head)


@lru_cache(maxsize=REPEATED)
def _reporters(text: str, grammar: Grammar) -> Reporters:
    return grammar.reporters(text)


@lru_cache(maxsize=REPEATED)
def _bound(text: str, statistic: Statistic, grammar: Grammar) -> Bound | None:
    """Return how the words around a number bound it: "more than", "about"."""
    start, end = statistic.numeral.span
    behind = _BRACKETS.sub("", text[end : end + _NEAR])
    last = max(end, statistic.words.words.end) + 1
    ends = [m.start() for m in _SPACE.finditer(text, end, last)]
    if statistic.change:  # "25% га аз" is a change and no bound
        ends = []
    # "rose to 7", "from 5 to 7": what it has come to is no limit.
    reached = statistic.numeral.latter or grammar.lexis.moves.search(
        text, max(0, start - _NEAR), end + _NEAR
    )
    said: list[tuple[int, Bound]] = []
    for bound, before, after in grammar.bounds:
        if bound is Bound.AT_MOST and reached:
            continue
        told = [before.match(text, 0, start)]
        # "7000ден 9000ге чейин" is a range, and no limit.
        ranged = bound is Bound.AT_MOST and statistic.numeral.value_max is not None
        if not statistic.change and not ranged:
            told.append(after.match(behind))
            told += [after.match(text, place) for place in ends]
        said += [(len(match[0]), bound) for match in told if match]
    if said:  # the longest: "не менее" is not "менее"
        return max(said, key=lambda one: one[0])[1]
    return Bound.ABOUT if statistic.numeral.rounded else None


def _signed(size: float, change: int) -> float:
    return -size if change < 0 else size


class _Sentence:
    """A sentence while its figures are read; `last` is the figure before it.

    `plain` is the sentence with blanks for the marks of notes.
    """

    def __init__(
        self,
        text: str,
        plain: str,
        grammar: Grammar,
        timeline: Timeline,
        last: Figure | None,
    ) -> None:
        self.verbatim = text
        self.text = plain
        self.grammar = grammar
        self.timeline = timeline
        self.last = last
        self.all = statistics(plain, timeline.periods, grammar, last)
        self.statistics = tuple(s for s in self.all if s.kind is None)

    def figures(self, passage: Passage, offset: int) -> Iterator[Figure]:
        """Yield the figures; the sentence stands at `offset` in its passage."""
        for statistic, quote in zip(self.all, self._quotes(), strict=True):
            numeral = statistic.numeral
            when = self._when(statistic)
            bound = self._exactness(statistic)
            yield Figure(
                edition=passage.edition,
                paragraph=passage.number,
                span=Span(offset + quote.start, offset + quote.end),
                quote=self.verbatim[quote.start : quote.end],
                sentence=self.verbatim,
                value=_signed(numeral.value, statistic.change),
                value_max=numeral.value_max
                and _signed(numeral.value_max, statistic.change),
                unit=statistic.unit,
                counted=self._counted(numeral, quote),
                period=when.iso,
                period_basis=when.basis,
                kind=statistic.kind or self._kind(statistic, when),
                approximate=bool(
                    bound or numeral.approximate or numeral.value_max is not None
                ),
                change=bool(statistic.change),
                reported_by=self._reporter(numeral.span),
                dimensions=self._conversion(statistic),
                bound=bound,
            )

    def _exactness(self, statistic: Statistic) -> Bound | None:
        """Return how a number is bounded; a converted one is as its amount is."""
        own = _bound(self.text, statistic, self.grammar)
        if own or not self._conversion(statistic):
            return own
        amount = self.all[self.all.index(statistic) - 1]
        return _bound(self.text, amount, self.grammar)

    @cached_property
    def reporters(self) -> Reporters:
        """Who is named in the sentence."""
        return _reporters(self.text, self.grammar)

    @cached_property
    def reported(self) -> bool:
        """Whether the sentence has a word of reporting."""
        return bool(self.grammar.reported.search(self.text))

    def _when(self, statistic: Statistic) -> When:
        numeral, unit = statistic.numeral, statistic.unit
        if statistic.kind is not None:
            return self.timeline.glance(numeral, unit)
        found = [one.numeral for one in self.statistics]
        index, part = self.statistics.index(statistic), statistic.part
        base = base_of(self.text, found, index, self.grammar, part=part)
        return self.timeline.when(numeral, unit, part=part, base=base)

    def _quotes(self) -> Iterator[Span]:
        """Yield the place of each statistic with the words that say what it counts."""
        starts = [statistic.numeral.span.start for statistic in self.all]
        taken = 0
        for statistic, limit in zip(
            self.all, [*starts[1:], len(self.text)], strict=False
        ):
            numeral, words = statistic.numeral.span, statistic.words.words
            start = max(taken, min(numeral.start, words.start))
            end = min(limit, max(numeral.end, words.end))
            taken = start + len(self.text[start:end].rstrip(_OUTER))
            yield Span(start, taken)

    def _counted(self, numeral: Numeral, quote: Span) -> str:
        """Return the words of the quote beside the number."""
        start, end = numeral.span
        before = self.text[min(quote.start, start) : start].strip(_OUTER)
        after = self.text[end : max(quote.end, end)].strip(_OUTER)
        return " ".join(part for part in (before, after) if part)

    def _kind(self, statistic: Statistic, when: When) -> Kind:
        span = statistic.numeral.span
        if any(rule.holds(self.text, *span) for rule in self.grammar.norm):
            return Kind.NORM
        if statistic.unit in self.grammar.institution_units or any(
            rule.holds(self.text, *span) for rule in self.grammar.institution
        ):
            return Kind.INSTITUTION
        if when.dated and not (self.reported and statistic.numeral.value > MOST_OF_ONE):
            return Kind.INCIDENT
        if statistic.numeral.nominal and self.last and len(self.statistics) == 1:
            return self.last.kind
        if when.iso and when.basis is not Basis.EDITION:
            return Kind.AGGREGATE
        return Kind.INCIDENT if self._tells_an_event() else Kind.AGGREGATE

    def _tells_an_event(self) -> bool:
        """Tell whether the sentence counts few and nobody reports it."""
        if self.reported or self._reporter(Span(0, 0)):
            return False
        return all(
            s.unit != PERCENT and s.numeral.value <= MOST_OF_ONE
            for s in self.statistics
        )

    def _conversion(self, statistic: Statistic) -> tuple[tuple[str, str], ...]:
        """Mark "($ 4,5 млн)" as a conversion of the amount before the bracket."""
        index = self.all.index(statistic)
        other = self.all[index - 1].numeral if index else None
        if other is None or other.unit in (None, PERCENT, statistic.unit):
            return ()
        between = self.text[other.span.end : statistic.numeral.span.start]
        is_amount = statistic.numeral.unit not in (None, PERCENT)
        if is_amount and _CONVERSION.fullmatch(between):
            return (("conversion", str(other.unit)),)
        return ()

    def _reporter(self, number: Span) -> str | None:
        """Return who reported it: named in the sentence, or carried if it goes on."""
        found = self.reporters.of(number.start)
        if found or self.last is None:
            return found
        told = self.last.reported_by
        if self.grammar.anaphora.match(self.text):
            return told
        return again(self.text, told, self.grammar.organisations)
