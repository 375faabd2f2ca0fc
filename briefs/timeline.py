"""Say which period a figure belongs to: one its sentence names, or one carried over."""

from typing import NamedTuple

from briefs.grammar import Grammar
from briefs.model import Basis, Span
from briefs.periods import Period, Tie, governing, periods

_TELLING = 20
"""Up to here the same number may well count something else."""


class When(NamedTuple):
    """A period, where it comes from, and whether it is the day or month of an event."""

    iso: str | None
    basis: Basis
    dated: bool


class Timeline:
    """Follows a passage sentence by sentence and remembers the periods it names."""

    def __init__(self, grammar: Grammar, covers: str) -> None:
        self._grammar = grammar
        self._covers = covers
        self._text = ""
        self._before: Period | None = None
        self.periods: tuple[Period, ...] = ()
        self._told: When | None = None
        self._here: When | None = None
        self._known: dict[tuple[float, str], When] = {}

    def enter(self, sentence: str) -> None:
        """Go on to the next sentence."""
        calendar = self._grammar.calendar
        if not calendar.comparing.match(self._text):
            self._told = self._here or self._told
            self._before = self._last_stated(sentence)
        self._here = None
        self._text = sentence
        self.periods = periods(sentence, calendar, self._covers)

    def _last_stated(self, next_: str) -> Period | None:
        """Return the last period of this sentence if the next one may go on with it.

        The day of an event goes on only where figures were told of it, or where the
        next sentence plainly speaks of the same.
        """
        stated = [p for p in self.periods if p.iso and p.tie is Tie.OF]
        if not stated:
            return None
        goes_on = self._here or self._grammar.anaphora.match(next_)
        return stated[-1] if goes_on or not stated[-1].dated else None

    def when(self, number: Span, value: float, unit: str) -> When:
        """Return the period of a figure at `number` in the sentence."""
        first = self._grammar.period_first
        own = governing(self.periods, number, self._text, first=first)
        if own:
            when = When(own.iso, Basis.STATED, own.dated)
        else:
            when = self._carried(value, unit)
        if when.basis is Basis.EDITION:
            when = self._later(number) or when
        if when.iso and when.basis is not Basis.EDITION:
            self._here = when
            self._known.setdefault((value, unit), when)
        return when

    def _later(self, number: Span) -> When | None:
        """Return the first period that the sentence names behind a number."""
        for period in self.periods:
            if period.tie is Tie.OF and period.span.start >= number.end:
                return When(period.iso, Basis.STATED, period.dated)
        return None

    def _carried(self, value: float, unit: str) -> When:
        """Carry over the period of the same figure, or the last one told."""
        known = self._known.get((value, unit)) if value > _TELLING else None
        when = self._here or known
        if when is None and self._before:
            when = When(self._before.iso, Basis.CARRIED, self._before.dated)
        when = when or self._told
        if when is None:
            return When(self._covers, Basis.EDITION, dated=False)
        return when._replace(basis=Basis.CARRIED)
