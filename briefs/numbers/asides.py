"""Find what a sentence tells aside: brackets and comparisons with other periods."""

from collections.abc import Iterator, Sequence
from itertools import islice

import regex

from briefs.model import Span
from briefs.numbers.grammars.grammar import Calendar

_BRACKETS = regex.compile(r"\([^()]*\)")
_WORD = regex.compile(r"\p{N}+|\p{L}+")
_FIRST = 2  # "and 13"
_MARK = regex.compile(r"[();:]|,(?!\d)")


def asides(text: str, periods: Sequence[Span], calendar: Calendar) -> tuple[Span, ...]:
    """Return the places in `text` whose periods say nothing of numbers outside them.

    These are brackets that hold a number besides the periods ("12 cases (10 in 2017)")
    and comparisons ("compared with three cases in 2017") up to the end of their clause.
    """
    return (
        *_brackets(text, periods, calendar),
        *(
            Span(match.start(), _end(text, match.end(), periods, calendar))
            for match in calendar.aside.finditer(text)
        ),
    )


def innermost(period: Span, places: Sequence[Span]) -> Span | None:
    """Return the smallest of the places that holds a period."""
    around = [p for p in places if p.start <= period.start and period.end <= p.end]
    return min(around, key=lambda p: p.end - p.start, default=None)


def _brackets(text: str, periods: Sequence[Span], calendar: Calendar) -> Iterator[Span]:
    for match in _BRACKETS.finditer(text):
        words = _WORD.finditer(text, *match.span())
        if any(_is_number(word, periods, calendar) for word in words):
            yield Span(*match.span())


def _end(text: str, start: int, periods: Sequence[Span], calendar: Calendar) -> int:
    """Return where a comparison ends: with the clause in which it names a period."""
    named = [period for period in periods if period.start >= start]
    depth = 0
    for mark in _MARK.finditer(text, start):
        if mark[0] == "(":
            depth += 1
        elif mark[0] == ")" and depth:
            depth -= 1
        elif depth or (mark[0] == "," and named and named[0].start > mark.start()):
            continue
        elif mark[0] != "," or not _lists(text, mark.end(), named, calendar):
            return mark.start()
    return len(text)


def _lists(text: str, start: int, named: Sequence[Span], calendar: Calendar) -> bool:
    """Tell whether another number with its period follows: "…, and 13 in 2016"."""
    mark = _MARK.search(text, start)
    end = mark.start() if mark else len(text)
    words = islice(_WORD.finditer(text, start, end), _FIRST)
    return any(_is_number(word, named, calendar) for word in words) and any(
        start <= period.start < end for period in named
    )


def _is_number(
    word: regex.Match[str], periods: Sequence[Span], calendar: Calendar
) -> bool:
    """Tell a number, in digits or words, that belongs to no period."""
    if not (word[0].isnumeric() or word[0].lower() in calendar.numbers):
        return False
    return not any(p.start <= word.start() < p.end for p in periods)
