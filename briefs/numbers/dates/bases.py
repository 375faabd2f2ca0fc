"""Tell which number another one is a part of, and which period that part has.

"22 of the 27 held in 2022 were acquitted in 2023": the participle tells when the 27
were held, the verb when the 22 were acquitted.
"""

from collections.abc import Sequence

import regex

from briefs.model import Span
from briefs.numbers.dates.periods import Period, Tie, last_year
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.numeral import Numeral

_APART = regex.compile(r"[;:()–—]|\d")
_CLOSED = regex.compile(r"[,;:()–—]|\d")
_LETTER = regex.compile(r"\p{L}")
_COMMA = regex.compile(r"\s*,")
_WORD = regex.compile(r"\s+(\p{L}+)")


def base_of(
    text: str, found: Sequence[Numeral], index: int, grammar: Grammar, *, part: bool
) -> Span | None:
    """Return the place of the number that the one at `index` is a part of, if any.

    A `part` is one of what was counted before it: "of 31 cases, 12 reached court".
    """
    number, before, nouns = found[index], found[:index][-1:], grammar.nouns
    if part and before:
        return before[0].span
    for other in found[index + 1 : index + 2]:
        of = nouns.of.match(text, number.span.end)
        if of and not text[of.end() : other.span.start].strip():
            return other.span
    for other in before:
        words = text[other.span.end : number.span.start].split()
        genitive = words and nouns.genitive.fullmatch(words[-1])
        if number.nominal and genitive and not _CLOSED.search(" ".join(words)):
            return other.span
    return None


class Part:
    """A number, the number it is a part of, and the period that this one has."""

    def __init__(self, text: str, number: Span, base: Span, own: Period) -> None:
        self._text, self._own = text, own
        self._first = min(number.start, base.start)
        self._end = max(number.end, base.end)
        self._behind = own.span.start >= base.end
        self._base = base

    def done(self, periods: Sequence[Period], grammar: Grammar) -> Period | None:
        """Return another period that the sentence names for the verb of the part."""
        for period in periods:
            if period.tie is not Tie.OF or period.within or period is self._own:
                continue
            if not (period.iso and self._own.iso):
                continue
            is_later = last_year(period.iso) >= last_year(self._own.iso)
            if is_later and (self._ends(period, grammar) or self._leads(period)):
                return period
        return None

    def is_untold(self, grammar: Grammar) -> bool:
        """Tell whether the period is that of the whole, and none that of the part.

        "12 of the 31 cases opened in 2022 were sent to court": when, nobody says.
        """
        between = self._text[self._base.end : self._own.span.start]
        after = _WORD.match(self._text, self._own.span.end)
        if not self._behind or _CLOSED.search(between) or after is None:
            return False
        nouns = grammar.nouns
        attribute = any(map(nouns.closing.fullmatch, between.split()[1:]))
        return attribute and bool(nouns.verb.fullmatch(after[1]))

    def _ends(self, period: Period, grammar: Grammar) -> bool:
        """Tell a period behind the verb: "… held in 2022 were acquitted in 2023"."""
        end = max(self._end, self._own.span.end)
        comma = _COMMA.match(self._text, end) if self._behind else None
        start = comma.end() if comma else end
        between = self._text[start : period.span.start]
        if period.span.start < end or _CLOSED.search(between):
            return False
        if not self._behind:
            return True
        joined = grammar.nouns.coordination.match(self._text, start)
        return bool(_LETTER.search(between)) and not joined

    def _leads(self, period: Period) -> bool:
        """Tell a period before all: "2023-жылы сот 2022-жылы кармалган 27 …"."""
        first = min(self._first, self._own.span.start)
        between = self._text[period.span.end : first]
        is_before = period.span.end <= first and not _APART.search(between)
        return is_before and bool(_LETTER.search(between))
