"""Say which period a figure belongs to: one its sentence names, or one carried over."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from briefs.model import Basis, Span
from briefs.numbers.dates.bases import Part
from briefs.numbers.dates.periods import Period, Tie, last_year, periods
from briefs.numbers.dates.wordedyears import worded_years
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.numeral import Numeral
from briefs.text.searching.phrases import NEVER

_COMMA = re.compile(",")
_BRACKETS = regex.compile(r"^[^()]*\)|\([^()]*\)")
_ELSEWHERE = regex.compile(r"[,;:()–—]|\d")
_TIGHT = regex.compile(r"\s*(?:\p{L}{1,5})?\s*")
_MOST_WORDS = 12
TELLING = 20
"""Up to here the same number may well count something else."""


class When(NamedTuple):
    """A period, where it comes from, and whether it is the day or month of an event."""

    iso: str | None
    basis: Basis
    dated: bool


class Timeline:
    """Follows a passage sentence by sentence and remembers the periods it names.

    `titled` is what the title above the passage names.
    """

    def __init__(
        self, grammar: Grammar, covers: str, titled: When | None = None
    ) -> None:
        self._grammar = grammar
        self._covers = covers
        self._text = ""
        self._before: Period | None = None
        self.periods: tuple[Period, ...] = ()
        self._told = titled
        self._here: When | None = None
        self._known: dict[tuple[float, str], When] = {}
        self._compared: str | None = None
        self._last: When | None = None

    def enter(self, sentence: str) -> None:
        """Go on to the next sentence."""
        calendar = self._grammar.calendar
        if not calendar.comparing.match(self._text):
            self._told = self._here or self._told
            self._before = self._last_stated(sentence)
        self._here = None
        self._text = sentence
        told = (
            *periods(sentence, calendar, self._covers),
            *worded_years(sentence, self._grammar.lexis),
        )
        self.periods = tuple(sorted(told, key=lambda period: period.span.start))
        for period in self.periods:
            if period.tie is Tie.COMPARED:
                self._compared = period.iso
        if self._last and self._last.basis is Basis.STATED:
            self._last = self._last._replace(basis=Basis.CARRIED)

    def _last_stated(self, next_: str) -> Period | None:
        """Return the last period of this sentence if the next one may go on with it.

        The day of an event, and a time before the year covered, go on only where
        figures were told of them, or where the next sentence speaks of the same;
        such a time, too, where it ends the sentence ("… were held in 2016.").
        """
        stated = [
            (p.iso, p)
            for p in self.periods
            if p.iso and p.tie is Tie.OF and not p.within
            if p.basis is Basis.STATED
        ]
        if not stated:
            return None
        iso, last = stated[-1]
        is_past = last_year(iso) < last_year(self._covers)
        goes_on = self._here or self._grammar.anaphora.match(next_)
        ends = not self._text[last.span.end :].strip(" .")
        background = last.day or (is_past and not ends and not last.dated)
        return last if goes_on or not background else None

    def when(
        self,
        numeral: Numeral,
        unit: str,
        *,
        part: bool = False,
        base: Span | None = None,
    ) -> When:
        """Return the period of a figure in the sentence.

        A `part` of what was counted before ("two of them") has the period of that,
        unless its verb has another one; `base` is the number it is a part of.
        """
        if base and (done := self._done(numeral.span, base)):
            self._last = done
            if done.basis is not Basis.EDITION:
                self._here = done
        elif not (part and self._last):
            self._last = self._when(numeral, unit)
        return self._last

    def _done(self, number: Span, base: Span) -> When | None:
        own = self._governing(base)
        if own is None:
            return None
        part = Part(self._text, number, base, own)
        done = part.done(self.periods, self._grammar)
        if done is None and base.start < number.start:
            return None
        if done is None and part.is_untold(self._grammar):
            return When(self._covers, Basis.EDITION, dated=False)
        when = done or own
        return When(when.iso, when.basis, when.dated)

    def _governing(self, number: Span) -> Period | None:
        grammar = self._grammar
        return governing(
            self.periods,
            number,
            self._text,
            first=grammar.period_first,
            participle=grammar.participle,
        )

    def glance(self, numeral: Numeral, unit: str) -> When:
        """Return the period of what is no statistic; nothing is carried on from it."""
        kept = self._last, self._here
        when = self._when(numeral, unit)
        self._last, self._here = kept
        return when

    def _when(self, numeral: Numeral, unit: str) -> When:
        number, value = numeral.span, numeral.value
        if numeral.former and (own := self._beside(number)):
            return When(own.iso, own.basis, own.dated)
        if numeral.former:
            basis = Basis.CARRIED if self._compared else Basis.EDITION
            return When(self._compared, basis, dated=False)
        own = self._governing(number)
        if own and own.within:
            return When(own.iso, own.basis, own.dated)
        if own:
            when = When(own.iso, own.basis, own.dated)
        else:
            when = self._carried(value, unit)
        if when.basis is Basis.EDITION:
            when = self._later(number) or when
        if when.iso and when.basis is not Basis.EDITION:
            self._here = when
            self._known.setdefault((value, unit), when)
        return when

    def _beside(self, number: Span) -> Period | None:
        """Return the period that stands at a number, with hardly a word between."""
        for period in self.periods:
            first, second = sorted((period.span, number))
            if period.iso and _TIGHT.fullmatch(self._text, first.end, second.start):
                return period
        return None

    def _later(self, number: Span) -> When | None:
        """Return the first period that the sentence names behind a number."""
        for period in self.periods:
            follows = period.span.start >= number.end and period.reaches(number)
            if period.tie is Tie.OF and follows:
                return When(period.iso, period.basis, period.dated)
        return None

    def _carried(self, value: float, unit: str) -> When:
        """Carry over the period of the same figure, or the last one told."""
        known = self._known.get((value, unit)) if value > TELLING else None
        when = self._here or known
        if when is None and self._before:
            when = When(self._before.iso, Basis.CARRIED, self._before.dated)
        when = when or self._told
        if when is None:
            return When(self._covers, Basis.EDITION, dated=False)
        return when._replace(basis=Basis.CARRIED)


def governing(
    found: Sequence[Period],
    number: Span,
    text: str,
    *,
    first: bool,
    participle: regex.Pattern[str] = NEVER,
) -> Period | None:
    """Return the period that the number at `number` belongs to, if the text names one.

    `first` tells that in this language a period stands before its number; otherwise
    one that follows in the same clause is preferred, and one in a later clause will do.
    A weak one counts only where there is no other before or nearer. In a bracket or a
    comparison the periods named there come first. A comma before a `participle` parts
    nothing: "27 активистов, задержанных в 2022 году".
    """
    text = _unparted(text, participle)
    reaching = [p for p in found if p.reaches(number)]
    # In a comparison the period compared with is that of its own numbers.
    inside = [
        replace(p, tie=Tie.OF) if p.tie is Tie.COMPARED else p
        for p in reaching
        if p.within
    ]
    return _nearest(inside, number, text, first=first) or _nearest(
        reaching, number, text, first=first
    )


def _nearest(
    found: Sequence[Period], number: Span, text: str, *, first: bool
) -> Period | None:
    strong = [p for p in found if p.tie in (Tie.OF, Tie.VAGUE)]
    weak = [p for p in found if p.tie is Tie.WEAK]
    before, after = _around(strong, number)
    near = after and _is_near(text[number.end : after[0].span.start])
    if near and not first:
        return after[0]
    if before:
        return before[-1]
    attributes, later = _around(weak, number)
    beside = later and _is_near(text[number.end : later[0].span.start])
    if beside and not first:
        return later[0]
    if after and (not first or near):
        return after[0]
    if attributes:
        return attributes[-1]
    return later[0] if later and (not first or beside) else None


def _unparted(text: str, participle: regex.Pattern[str]) -> str:
    """Return a text without the commas before a participle."""
    for comma in _COMMA.finditer(text):
        if participle.match(text, comma.end()):
            text = f"{text[: comma.start()]} {text[comma.end() :]}"
    return text


def _around(found: Sequence[Period], number: Span) -> tuple[list[Period], list[Period]]:
    """Return the periods before a number, and those after it."""
    return (
        [p for p in found if p.span.end <= number.start],
        [p for p in found if p.span.start >= number.end],
    )


def _is_near(between: str) -> bool:
    """Tell whether nothing parts two places but some words and brackets."""
    words = _BRACKETS.sub("", between)
    return not _ELSEWHERE.search(words) and len(words.split()) <= _MOST_WORDS
