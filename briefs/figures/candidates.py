"""Find the figures of a passage: numbers that count or measure something."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from briefs.model import Basis, Edition, Figure, Kind, Passage, Span
from briefs.numbers.classes import OPEN, STATISTIC, class_of
from briefs.numbers.load import Grammar
from briefs.numbers.numeral import Numeral
from briefs.numbers.numerals import numerals
from briefs.numbers.reporters import reporter
from briefs.numbers.timeline import Timeline, When
from briefs.numbers.units import PERCENT, Counted, counted, numbered
from briefs.text.sentences import sentences

OTHER = "items"
"""The unit of what no known noun names."""

_FEW = 20
_BRACKETS = regex.compile(r"\s*\([^()]*\)")
_CONVERSION = regex.compile(r"\s*\([^()\d]*$")
_SPACE = regex.compile(r"\s")
_OUTER = " \u00a0,;:–—-“”«»\"'"


class _Statistic(NamedTuple):
    """A number that counts something, with what its own words tell.

    `change` is -1 for a fall, 1 for a rise and 0 for a level. A `part` is one of what
    was counted before ("two of them").
    """

    numeral: Numeral
    words: Counted
    unit: str
    change: int
    part: bool


def candidates(
    passage: Passage, edition: Edition, grammar: Grammar
) -> tuple[Figure, ...]:
    """Return the figures of a passage in order; their spans do not overlap.

    Dates, ages, articles, penalties, legal limits and other numbers that are no
    statistic are left out. A fall ("25% га аз") has a negative value.
    """
    if not numerals(passage.text, grammar.lexis):
        return ()
    timeline = Timeline(grammar, edition.covers)
    found: list[Figure] = []
    for place in sentences(passage.text, edition.language):
        text = passage.text[place.start : place.end]
        timeline.enter(text)
        sentence = _Sentence(text, grammar, timeline, found[-1] if found else None)
        found += sentence.figures(passage, place.start)
    return tuple(found)


class _Sentence:
    """A sentence while its figures are read; `last` is the figure before it."""

    def __init__(
        self, text: str, grammar: Grammar, timeline: Timeline, last: Figure | None
    ) -> None:
        self.text = text
        self.grammar = grammar
        self.timeline = timeline
        self.last = last
        self.statistics = tuple(self._statistics())

    def figures(self, passage: Passage, offset: int) -> Iterator[Figure]:
        """Yield the figures; the sentence stands at `offset` in its passage."""
        for statistic, quote in zip(self.statistics, self._quotes(), strict=True):
            numeral = statistic.numeral
            when = self.timeline.when(numeral, statistic.unit, part=statistic.part)
            yield Figure(
                edition=passage.edition,
                paragraph=passage.number,
                span=Span(offset + quote.start, offset + quote.end),
                quote=self.text[quote.start : quote.end],
                sentence=self.text,
                value=-numeral.value if statistic.change < 0 else numeral.value,
                value_max=numeral.value_max,
                unit=statistic.unit,
                counted=self._counted(numeral, quote),
                period=when.iso,
                period_basis=when.basis,
                kind=self._kind(statistic, when),
                approximate=self._is_approximate(statistic),
                change=bool(statistic.change),
                reported_by=self._reporter(numeral.span),
                dimensions=self._conversion(statistic),
            )

    def _statistics(self) -> Iterator[_Statistic]:
        """Yield the numbers that are statistics."""
        found = numerals(self.text, self.grammar.lexis)
        words = [counted(self.text, numeral, self.grammar) for numeral in found]
        units: list[str] = []
        told = 0
        for index, (numeral, around) in enumerate(zip(found, words, strict=True)):
            unit = around.unit or self._shared_unit(found, words, index)
            part = bool(units or self.last) and any(
                rule.holds(self.text, *numeral.span) for rule in self.grammar.parts
            )
            name = class_of(
                self.text, numeral, around, self.timeline.periods, self.grammar
            )
            if name != STATISTIC and not (
                name == OPEN and (self._counts(numeral, around, unit, units, part=part))
            ):
                continue
            unsaid = Span(told, max(told, numeral.span.start))
            unit = unit or self._inherited(numeral, around, units, unsaid)
            told = numeral.span.end
            converted = numeral.unit and _CONVERSION.search(
                self.text[: numeral.span.start]
            )
            if unit != PERCENT and not converted:
                units.append(unit)
            change = self._change(numeral, unit)
            yield _Statistic(numeral, around, unit, change, part)

    def _shared_unit(
        self, found: Sequence[Numeral], words: Sequence[Counted], index: int
    ) -> str | None:
        """Return the unit of the next number if both share it: "6 and 4 percent"."""
        if found[index].nominal or index + 1 == len(found):
            return None
        between = self.text[found[index].span.end : found[index + 1].span.start]
        shared = self.grammar.nouns.conjunction.fullmatch(between)
        return words[index + 1].unit if shared else None

    def _counts(
        self,
        numeral: Numeral,
        words: Counted,
        unit: str | None,
        earlier: list[str],
        *,
        part: bool,
    ) -> bool:
        """Tell whether a number counts something that its neighbours name.

        `earlier` are the units counted before in the sentence.
        """
        if numeral.value == 1 and not numeral.digits:
            if numeral.nominal or self.grammar.one_is_article:
                return bool(earlier) and (numeral.nominal or words.adjacent)
            if words.compound or self.grammar.nouns.of.match(
                self.text, numeral.span.end
            ):
                return False  # "one-party", "one of the …"
            return unit is not None or bool(earlier and not words.noun)
        if part or numeral.nominal or unit or numeral.digits:
            return True
        if self.grammar.nouns.head == "last" and words.noun:
            return True
        return bool(earlier) and not words.noun

    def _inherited(
        self, numeral: Numeral, words: Counted, earlier: list[str], unsaid: Span
    ) -> str:
        """Return the unit of a number whose noun was said before or is not known.

        `unsaid` is the place of the words since the figure before.
        """
        if words.noun and not numeral.nominal:
            return words.noun if self.grammar.nouns.head == "last" else OTHER
        if unit := numbered(self.text, unsaid, self.grammar.nouns):
            return unit
        known = [self.last.unit, *earlier] if self.last else earlier
        if numeral.nominal:
            money = {code for code, _ in self.grammar.lexis.currencies}
            known = [unit for unit in known if unit not in money]
        return next((unit for unit in reversed(known) if unit != PERCENT), "people")

    def _change(self, numeral: Numeral, unit: str) -> int:
        for sign, rules in self.grammar.changes:
            if unit == PERCENT and any(
                rule.holds(self.text, *numeral.span) for rule in rules
            ):
                return sign
        return 0

    def _quotes(self) -> Iterator[Span]:
        """Yield the place of each statistic with the words that say what it counts."""
        starts = [statistic.numeral.span.start for statistic in self.statistics]
        taken = 0
        for statistic, limit in zip(
            self.statistics, [*starts[1:], len(self.text)], strict=False
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

    def _kind(self, statistic: _Statistic, when: When) -> Kind:
        span = statistic.numeral.span
        if any(rule.holds(self.text, *span) for rule in self.grammar.norm):
            return Kind.NORM
        if statistic.unit in self.grammar.institution_units or any(
            rule.holds(self.text, *span) for rule in self.grammar.institution
        ):
            return Kind.INSTITUTION
        reported = self.grammar.reported.search(self.text)
        if when.dated and not (reported and statistic.numeral.value > _FEW):
            return Kind.INCIDENT
        if statistic.numeral.nominal and self.last and len(self.statistics) == 1:
            return self.last.kind
        if when.iso and when.basis is not Basis.EDITION:
            return Kind.AGGREGATE
        return Kind.INCIDENT if self._tells_an_event() else Kind.AGGREGATE

    def _tells_an_event(self) -> bool:
        """Tell whether the sentence counts few and nobody reports it."""
        if self.grammar.reported.search(self.text) or self._reporter(Span(0, 0)):
            return False
        return all(
            s.unit != PERCENT and s.numeral.value <= _FEW for s in self.statistics
        )

    def _is_approximate(self, statistic: _Statistic) -> bool:
        start, end = statistic.numeral.span
        after = self.grammar.approximate_after
        ends = [
            m.start() for m in _SPACE.finditer(self.text, end, self._end(statistic))
        ]
        return bool(
            statistic.numeral.approximate
            or statistic.numeral.value_max
            or self.grammar.approximate_before.match(self.text, 0, start)
            or after.match(_BRACKETS.sub("", self.text[end:]))
            or any(after.match(self.text, place) for place in ends)
        )

    def _end(self, statistic: _Statistic) -> int:
        """Return the place after the words that say what is counted."""
        return max(statistic.numeral.span.end, statistic.words.words.end) + 1

    def _conversion(self, statistic: _Statistic) -> tuple[tuple[str, str], ...]:
        """Mark "($ 4,5 млн)" as a conversion of the amount before the bracket."""
        index = self.statistics.index(statistic)
        other = self.statistics[index - 1].numeral if index else None
        if other is None or other.unit in (None, PERCENT, statistic.unit):
            return ()
        between = self.text[other.span.end : statistic.numeral.span.start]
        is_amount = statistic.numeral.unit not in (None, PERCENT)
        if is_amount and _CONVERSION.fullmatch(between):
            return (("conversion", str(other.unit)),)
        return ()

    def _reporter(self, number: Span) -> str | None:
        """Return who reported it: named in the sentence, or carried if it goes on."""
        found = reporter(
            self.text,
            number.start,
            self.grammar.organisations,
            self.grammar.reported,
        )
        if found or self.last is None or not self.grammar.anaphora.match(self.text):
            return found
        return self.last.reported_by
