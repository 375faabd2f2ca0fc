"""Tell what two neighbouring numbers are: ends of a range, a change, part and whole."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from briefs.model import Span
from briefs.numbers.grammars.grammar import Lexis, Pattern
from briefs.numbers.numeral import Numeral
from briefs.numbers.tokens import NEAR
from briefs.numbers.words import skip

_YEARS = range(1900, 2101)
_THOUSAND = 1000

_CLAUSE = regex.compile(r"[^.;!?]{0,90}")


def joined(text: str, found: Sequence[Numeral], lexis: Lexis) -> Iterator[Numeral]:
    """Join neighbours that make one figure; mark the former value of a change.

    "500-700" is a range, "six out of ten" a share; "rose from 5 to 7" are two values.
    """
    index = 0
    latter = False
    while index < len(found):
        low = replace(found[index], latter=latter) if latter else found[index]
        latter = False
        high = found[index + 1] if index + 1 < len(found) else None
        one = None
        if high and high.span.start - low.span.end <= NEAR:
            one = _one(text, low, high, lexis)
            if one is None and _is_whole(text, low, high, lexis):
                # "10дон 1и": one of ten, not ten
                one = replace(high, span=Span(low.span.start, high.span.end))
            if one is None and _is_change(text, low, high, lexis):
                low, latter = replace(_like(low, high), former=True), True
        yield one or low
        index += 2 if one else 1


def _one(text: str, low: Numeral, high: Numeral, lexis: Lexis) -> Numeral | None:
    share = _share(text, low, high, lexis) or _part_of_scale(text, low, high)
    if share is not None or _is_change(text, low, high, lexis):
        return share
    return _range(text, low, high, lexis)


def _share(text: str, one: Numeral, other: Numeral, lexis: Lexis) -> Numeral | None:
    """Read "six out of ten" and "ондон алтысы" as percent."""
    between = text[one.span.end : other.span.start]
    if one.unit or other.unit or one.ordinal or other.ordinal:
        return None
    each = lexis.of_each.match(text, max(0, one.span.start - NEAR), one.span.start)
    if each and lexis.members.fullmatch(between):
        # "of every 100 cases, 97"
        return _percent(other, one, Span(each.start(), other.span.end))
    part, whole = one, other
    if not lexis.out_of.fullmatch(between):
        part, whole = other, one
        is_of = one.ending in lexis.range_endings and not between.strip()
        of_ten = not one.ending and lexis.of_whole.fullmatch(between)
        told = lexis.part.match(text, other.span.end) if is_of else None
        is_part = (other.nominal and (is_of or of_ten)) or told is not None
        if one.digits or other.digits or not is_part:
            return None
        if of_ten and whole.value not in lexis.denominators:
            return None
    elif one.nominal or whole.value not in lexis.denominators:
        return None
    return _percent(part, whole, Span(one.span.start, other.span.end))


def _percent(part: Numeral, whole: Numeral, span: Span) -> Numeral | None:
    """Return what a part of a whole is in percent; None if it can be none."""
    if not 0 < part.value < whole.value or part.value % 1:
        return None
    share = round(100 * part.value / whole.value, 1)
    return replace(
        part,
        span=span,
        value=share,
        unit="percent",
        nominal=False,
        ending="",
        approximate=True,
    )


def _part_of_scale(text: str, low: Numeral, high: Numeral) -> Numeral | None:
    """Read "three-quarters of a million" and "треть миллиона" as one number."""
    between = text[low.span.end : high.span.start]
    is_scale = not high.digits and high.value == high.scale >= _THOUSAND
    if not (low.fraction and is_scale and between in (" ", " of ")):
        return None
    value = float(round(low.value * high.value / 100))
    span = Span(low.span.start, high.span.end)
    return replace(high, span=span, value=value, rounded=low.approximate)


def _is_whole(text: str, low: Numeral, high: Numeral, lexis: Lexis) -> bool:
    return (
        low.ending in lexis.range_endings
        and high.nominal
        and high.value < low.value
        and not text[low.span.end : high.span.start].strip()
    )


def _is_change(text: str, low: Numeral, high: Numeral, lexis: Lexis) -> bool:
    """Tell "rose from 5 to 7" and "79дан 109га көбөйдү" from a range."""
    is_pair = _stands(lexis.pairs, text, low, high)
    if not is_pair and _stands(lexis.never, text, low, high):
        return True
    if not is_pair and not _from(text, low, high, lexis):
        return False
    if up_to := lexis.until.match(text, high.span.end, high.span.end + NEAR):
        # "300дөн 500гө чейин өстү" moves, "300дөн 500гө чейин адам чыкты" does not.
        return bool(lexis.moves.match(text, skip(text, up_to.end())))
    behind = _CLAUSE.match(text, high.span.end)
    before = text[max(0, low.span.start - NEAR) : low.span.start]
    after = behind[0] if behind else ""
    return bool(lexis.moves.search(after) or lexis.moves.search(before))


def _from(text: str, low: Numeral, high: Numeral, lexis: Lexis) -> bool:
    """Tell whether the lower end is inflected: "150ден 200", "5 сомдон 7 сомго"."""
    between = text[low.span.end : high.span.start]
    if not between.strip(" "):
        stem = text[low.span.start : low.span.end]
        return low.ending in lexis.range_endings or bool(
            low.unit and lexis.ablative.search(stem)
        )
    is_noun = lexis.ablative.search(between.strip()) and len(between.split()) == 1
    return bool(is_noun and lexis.until.match(text, high.span.end))


def _range(text: str, low: Numeral, high: Numeral, lexis: Lexis) -> Numeral | None:
    between = text[low.span.end : high.span.start]
    first = _like(low, high)
    told = (
        _stands(lexis.pairs, text, low, high)
        or _from(text, low, high, lexis)
        or lexis.between.fullmatch(between)
    )
    if not told or not _is_range(first, high):
        return None
    return replace(
        high,
        span=Span(low.span.start, high.span.end),
        value=first.value,
        value_max=high.value,
        unit=high.unit or first.unit,
        digits=low.digits,
    )


def _like(low: Numeral, high: Numeral) -> Numeral:
    """Let the scale of the upper end hold for both: "two to three million"."""
    if low.scale == 1 and low.value < high.value / high.scale:
        return replace(low, value=low.value * high.scale)
    return low


def _is_range(low: Numeral, high: Numeral) -> bool:
    if low.value >= high.value or low.nominal or high.nominal:
        return False
    is_year = low.digits and not low.grouped and low.value in _YEARS
    if is_year and (high.grouped or high.scale > 1 or low.ending):
        return False
    if low.signed and not high.unit:
        return True  # "$4-5 million"
    return low.unit in (None, high.unit)


def _stands(
    pairs: Iterable[tuple[Pattern, Pattern]],
    text: str,
    low: Numeral,
    high: Numeral,
) -> bool:
    """Tell whether two numbers stand in one of the phrases "between # and #"."""
    return any(
        middle.fullmatch(text, low.span.end, high.span.start)
        and left.match(text, max(0, low.span.start - NEAR), low.span.start)
        for left, middle in pairs
    )
