"""Find years that are written in words: "эки миң он тогузунчу жылы"."""

from collections.abc import Iterator
from functools import cache

from briefs.model import Span
from briefs.numbers.dates.periods import Period, Tie
from briefs.numbers.grammars.grammar import Lexis, Role
from briefs.numbers.words import Number, numbers

_THOUSAND = 1000
_YEARS = range(1900, 2101)


def worded_years(text: str, lexis: Lexis) -> Iterator[Period]:
    """Yield the years of `text` that are ordinals of words, in order."""
    lowered = text.lower()
    if not any(word in lowered for word in _thousands(lexis)):
        return
    for number in numbers(text, lexis):
        if _is_ordinal(number, lexis) and number.value in _YEARS:
            span, year = number.span, str(int(number.value))
            yield Period(Span(*span), year, Tie.OF, dated=False)


@cache
def _thousands(lexis: Lexis) -> tuple[str, ...]:
    """Return the words without which no year is told in words."""
    return tuple(
        form
        for form, word in lexis.words.items()
        if word.value == _THOUSAND and word.role is Role.SCALE and not word.ending
    )


def _is_ordinal(number: Number, lexis: Lexis) -> bool:
    if number.first.digits or number.last.digits:
        return False
    return number.ordinal or number.last.ending in lexis.ordinals
