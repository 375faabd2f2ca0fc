"""Prove the quote of a row: it holds the number with what it counts and its bound."""

from collections.abc import Iterator
from dataclasses import replace

from briefs.errors import Message
from briefs.figures.candidates import candidates
from briefs.figures.proving.case import Bench, Case, Objection
from briefs.figures.review import is_same
from briefs.model import Bound, Figure, Span
from briefs.numbers.heads import PERCENT
from briefs.numbers.numerals import numerals
from briefs.years import likeness

_BESIDE = (Bound.AT_MOST, Bound.AT_LEAST, Bound.ABOUT)
"""Bounds whose words stand beside the number."""

_WORDS = 4
"""So many words before a number, or behind it, may bound it."""


def _words(case: Case) -> Iterator[Objection]:
    """Prove that the quote is cut between words."""
    text, (start, end) = case.passage.text, case.row.span
    twin = case.twin.span if case.twin else Span(start, end)
    cut = (_joins(text, start) and start != twin.start) or (
        _joins(text, end) and end != twin.end
    )
    if cut:
        yield _amiss(Message("the quote is cut within a word"))


def _joins(text: str, place: int) -> bool:
    """Tell whether a place stands between two letters or digits."""
    return 0 < place < len(text) and text[place - 1 : place + 1].isalnum()


def _counted(case: Case) -> Iterator[Objection]:
    """Prove that the quote alone says what is counted, where its sentence says it."""
    row, twin = case.row, case.twin
    if twin is None or not twin.counted or twin.quote in row.quote:
        return
    alone = read_alone(row, case.bench)
    other = alone and not _stands_for_it(row, case.bench) and alone.unit != twin.unit
    if _nameless(row, twin, case.bench) or (other and row.unit == twin.unit):
        yield _amiss(Message("the quote does not say what the number counts"))


def _nameless(row: Figure, twin: Figure, bench: Bench) -> bool:
    """Tell whether no word of a quote says of what its number is.

    Amounts of money need none. Of a share what stands before it says so; behind it may
    be told what was done: "20 percent took part".
    """
    names = twin.counted
    if twin.unit == PERCENT:
        places = [one.span for one in numerals(twin.quote, bench.grammar.lexis)]
        names = twin.quote[: places[0].start] if places else ""
    words = {*likeness.words(names)}
    unnamed = words and not words & {*likeness.words(row.quote)}
    return bool(unnamed) and not twin.unit.isupper()


def _bounded(case: Case) -> Iterator[Objection]:
    """Prove that the quote holds the words that bound its number."""
    row, twin = case.row, case.twin
    told = twin is not None and twin.bound is row.bound
    if told and widened(row, case.bench) != row:
        yield _amiss(
            Message("the quote leaves out what means {bound}", bound=row.bound)
        )


def _turned(case: Case) -> Iterator[Objection]:
    """Prove that the quote holds the words beside it that turn what it means.

    "Three suspected smugglers" are not three smugglers.
    """
    longer = turned(case.row, case.bench)
    if longer != case.row:
        place = len(longer.quote) - len(case.row.quote)
        ahead = longer.span.start < case.row.span.start
        words = longer.quote[:place] if ahead else longer.quote[-place:]
        yield _amiss(Message("the quote leaves out “{words}”", words=words.strip()))


def turned(row: Figure, bench: Bench) -> Figure:
    """Return a row whose quote has grown to the words beside it that turn it."""
    text, turning = bench.passages[row.paragraph].text, bench.grammar.turning
    start, end = row.span
    first = text.find(row.sentence)
    before, after = text[first:start], text[end : first + len(row.sentence)]
    for ahead in turning.finditer(before):
        if not before[ahead.end() :].strip():
            start = first + ahead.start()
            break
    behind = turning.search(after)
    if behind and not after[: behind.start()].strip():
        end += behind.end()
    place = Span(start, end)
    return row if place == row.span else replace(row, span=place, quote=place.of(text))


def _amiss(said: Message) -> Objection:
    return Objection("QUOTE", said, Message("lengthen QUOTE in its sentence"))


def _stands_for_it(row: Figure, bench: Bench) -> bool:
    """Tell whether the number itself stands for what was counted before."""
    return any(one.nominal for one in numerals(row.quote, bench.grammar.lexis))


def _bounds(row: Figure, bench: Bench) -> bool:
    """Tell whether a quote alone says how its number is bounded."""
    alone = read_alone(row, bench)
    return alone is not None and alone.bound is row.bound


def read_alone(row: Figure, bench: Bench) -> Figure | None:
    """Return what the machine reads in a quote without the words around it."""
    passage = replace(
        bench.passages[row.paragraph], text=row.quote, headings=(), pieces=()
    )
    whole = replace(row, span=Span(0, len(row.quote)))
    found = candidates(passage, bench.edition, bench.grammar)
    return next((one for one in found if is_same(whole, one)), None)


def widened(row: Figure, bench: Bench) -> Figure:
    """Return a row whose quote has grown to the words that bound its number."""
    if row.bound not in _BESIDE or _bounds(row, bench):
        return row
    start, end = row.span
    text = bench.passages[row.paragraph].text
    first = text.find(row.sentence)
    before, after = text[first:start], text[end : first + len(row.sentence)]
    for count in range(1, _WORDS + 1):
        words, more = before.split()[-count:], after.split()[:count]
        lefts = start - len(before) + before.rfind(words[0]) if words else start
        for place in (Span(lefts, end), Span(start, end + _length(after, more))):
            longer = replace(row, span=place, quote=place.of(text))
            if _bounds(longer, bench) and _counts_one(longer, bench):
                return longer
    return row


def _counts_one(row: Figure, bench: Bench) -> bool:
    return len(numerals(row.quote, bench.grammar.lexis)) == 1


def _length(text: str, words: list[str]) -> int:
    """Return how long a text is up to the end of its first words."""
    end = 0
    for word in words:
        end = text.index(word, end) + len(word)
    return end


RULES = (_words, _counted, _bounded, _turned)
"""What every row must pass."""
