"""Find the numbers in a text, in digits and in words, and say what they are worth."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

import regex

from briefs.model import Span
from briefs.numbers.grammars.grammar import REPEATED, Lexis, Role
from briefs.numbers.numeral import Numeral
from briefs.numbers.pairs import joined
from briefs.numbers.tokens import NEAR
from briefs.numbers.words import Number, numbers, skip
from briefs.text.searching.needed import may_stand

# "https://…", "press@akyykatchy.kg", "24.kg"
_ADDRESS = regex.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+"
    r"|[\w-]+\.(?:kg|kz|ru|uz|tj|com|org|net|info|media|news|tv)\b"
)
_IN_ADDRESS = re.compile(r"://|www\.|@|\.(?:[a-z]{2,5})\b")
"""What no address is without: most texts are told quickly to have none."""

_TELEPHONE = regex.compile(
    r"\+\d[\d\s()\u2010-\u2013-]{6,}\d|(?<![\d.,]|\d\s)\(?0\d{2,4}\)?(?:[\s-]\d{2,3}){2,}(?!\d)"
    # "0 (312) 88-47-15", "1-3-4"
    r"|(?<!\d)(?:\d\s?)?\(\d{3,5}\)\s?\d{2,3}(?:[\s-]\d{2,3}){1,3}(?!\d)"
    r"|(?<![\d-])\d(?:-\d){2,}(?![\d-])"
)
_IN_TELEPHONE = re.compile(r"\+\d|0\d\d|\(\d{3}|\d-\d-\d")
"""What no telephone number is without."""

_VULGAR = regex.compile(
    r"(?<![\p{L}\d/.,№–-])(?P<part>[1-9])/(?P<whole>[2-9]|10)(?=\s?\p{L})"
)
_TWICE, _CLOSED = regex.compile(r"\s?\("), ")"
_PERCENT = regex.compile(r" ?[%％]")
_COLUMN = regex.compile(r"[-‑–]\s?\p{L}")


@lru_cache(maxsize=REPEATED)
def numerals(text: str, lexis: Lexis) -> tuple[Numeral, ...]:
    """Return the numbers of `text` in order; their spans do not overlap.

    Vague ones ("ондогон", "dozens") have no value and are not among them, nor are
    telephone numbers and those within an address.
    """
    read = sorted(_all(text, lexis), key=lambda n: (n.span.start, -n.span.end))
    if not read:
        return ()
    hidden = []
    if _IN_ADDRESS.search(text):
        hidden += [Span(*match.span()) for match in _ADDRESS.finditer(text)]
    if _IN_TELEPHONE.search(text):
        hidden += [Span(*match.span()) for match in _TELEPHONE.finditer(text)]
    found: list[Numeral] = []
    taken = 0
    for numeral in read:
        if numeral.span.start >= taken and not _within(numeral.span, hidden):
            signed = _signed(text, numeral, taken, lexis)
            if found and _is_again(text, found[-1], signed):
                whole = Span(found[-1].span.start, signed.span.end + len(_CLOSED))
                signed = _signed(text, replace(found.pop(), span=whole), 0, lexis)
            found.append(signed)
            taken = signed.span.end
    return tuple(joined(text, found, lexis))


def _is_again(text: str, one: Numeral, other: Numeral) -> bool:
    """Tell a number in brackets that repeats the one before: "200 (двести) сомов"."""
    between = _TWICE.fullmatch(text, one.span.end, other.span.start)
    closed = text[other.span.end : other.span.end + 1] == _CLOSED
    return bool(between) and closed and one.value == other.value


def _within(span: Span, others: Iterable[Span]) -> bool:
    return any(o.start < span.end and span.start < o.end for o in others)


def _all(text: str, lexis: Lexis) -> Iterator[Numeral]:
    for number in numbers(text, lexis):
        numeral = _numeral(text, number, lexis)
        if numeral is not None:
            yield numeral
    for match in _VULGAR.finditer(text) if "/" in text else ():
        if (part := int(match["part"])) < (whole := int(match["whole"])):
            share = _share(Span(*match.span()), 100 * part / whole)
            yield replace(share, fraction=False)  # in digits it is one of anything
    fractions = may_stand(lexis.fractions_need, text)
    for match in lexis.fractions.finditer(text) if fractions else ():
        value = lexis.shares[(match.lastindex or 1) - 1]
        yield _share(Span(*match.span()), value)


def _share(span: Span, value: float, *, odds: bool = False) -> Numeral:
    """Return a part of a whole ("two thirds") or odds ("every fifth") as percent."""
    rounded = round(value, 1)
    return Numeral(
        span,
        rounded,
        unit="percent",
        fraction=not odds,
        approximate=odds or rounded % 1 > 0,
    )


def _numeral(text: str, number: Number, lexis: Lexis) -> Numeral | None:
    """Turn what was read into a numeral; None for words that only look like one."""
    first, last = number.first, number.last
    if number.part_of:
        return _share(number.span, 100 * number.value / number.part_of)
    is_ordinal = number.ordinal or last.ending in lexis.ordinals
    if is_ordinal or (first is last and first.digits):
        every = lexis.each.match(
            text, max(0, number.span.start - NEAR), number.span.start
        )
        if every and (is_ordinal or _COLUMN.match(text, number.span.end)):
            whole = Span(every.start(), number.span.end)
            return (
                _share(whole, 100 / number.value, odds=True) if number.value else None
            )
    if first is last and not first.digits:
        if first.role is Role.ORDINAL or first.role is Role.DENOMINATOR:
            return None
        is_word = text[first.start : first.end].lower() in lexis.not_alone
        if is_word and not lexis.alone_before.match(text, first.end):
            return None
    return Numeral(
        number.span,
        number.value,
        digits=first.digits,
        grouped=first.grouped,
        nominal=last.role is Role.COLLECTIVE or last.ending in lexis.nominal,
        rounded=last.ending in lexis.about,
        ending=last.ending,
        scale=number.scale,
        ordinal=number.ordinal or (is_ordinal and not last.digits),
    )


def _signed(text: str, numeral: Numeral, taken: int, lexis: Lexis) -> Numeral:
    """Take in the ending, the sign and the word of a currency beside the number.

    What stands before `taken` belongs to the number before.
    """
    start, end = numeral.span
    unit, ending = numeral.unit, numeral.ending
    if text[end - 1].isdigit():
        end, ending = _ended(text, end, lexis)
        if percent := _PERCENT.match(text, end):
            unit = "percent"
            end, _ = _ended(text, percent.end(), lexis)
    elif _ended(text, end, lexis)[1] in lexis.about:  # "twenty-odd"
        end, ending = _ended(text, end, lexis)
    sign = next((s for s in lexis.signs if text[taken:start].rstrip().endswith(s)), "")
    if sign:
        unit = lexis.signs[sign]
        start = text.rindex(sign, taken, start)
    else:
        behind = skip(text, end)
        for code, pattern in lexis.money(text):
            if match := pattern.match(text, behind, end + NEAR):
                unit, end = code, match.end()
                behind = skip(text, end)
    return replace(
        numeral,
        span=Span(start, end),
        unit=unit,
        ending=ending,
        nominal=(
            numeral.nominal
            or ending in lexis.nominal
            or (unit is None and bool(lexis.itself.match(text, end, end + NEAR)))
        ),
        rounded=numeral.rounded or ending in lexis.about,
        signed=bool(sign),
    )


def _ended(text: str, end: int, lexis: Lexis) -> tuple[int, str]:
    match = lexis.endings.match(text, end, end + NEAR)
    return (match.end(), match["ending"]) if match else (end, "")
