"""Find the numbers in a text, in digits and in words, and say what they are worth."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

import regex

from briefs.model import Span
from briefs.numbers.grammar import Lexis, Pattern

_ADDRESS = regex.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_GROUP_MARKS = {" ": r"[ \u00a0\u202f\u2009]"}
_BEFORE = r"(?<![\p{L}\p{N}_/№#])(?<!\p{L}[-‑])(?<![\d][.,:])"
_PERCENT = regex.compile(r" ?[%％]")
_THOUSAND = 1000
_YEARS = range(1900, 2101)
_AFTER = r"(?!\d)(?![.,:/]\d)"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text.

    `span` takes in its ending ("11и"), its sign ("$ 4,5 млн", "69%ы") and, for a
    range, both ends. `unit` is "percent" or a currency when the number carries it.
    `nominal` tells that it stands for what it counts, as "11и" or "экөө" do; `digits`
    that it begins with digits, `grouped` that these are grouped, as in 8,823; `scale`
    is what multiplies it (a million), `former` marks the 5 of "rose from 5 to 7",
    `signed` an amount whose sign stands before it.
    """

    span: Span
    value: float
    value_max: float | None = None
    unit: str | None = None
    digits: bool = False
    grouped: bool = False
    nominal: bool = False
    fraction: bool = False
    approximate: bool = False
    ending: str = ""
    scale: float = 1.0
    former: bool = False
    signed: bool = False


def numerals(text: str, lexis: Lexis) -> tuple[Numeral, ...]:
    """Return the numbers of `text` in order; their spans do not overlap.

    Vague ones ("ондогон", "dozens") have no value and are not among them, nor are
    numbers within an address.
    """
    hidden = [Span(*match.span()) for match in _ADDRESS.finditer(text)]
    found: list[Numeral] = []
    for numeral in sorted(_all(text, lexis), key=lambda n: (n.span.start, -n.span.end)):
        taken = found[-1].span.end if found else 0
        if numeral.span.start >= taken and not _within(numeral.span, hidden):
            found.append(numeral)
    signed: list[Numeral] = []
    for numeral in found:
        taken = signed[-1].span.end if signed else 0
        signed.append(_signed(text, numeral, taken, lexis))
    return tuple(_ranges(text, signed, lexis))


def _within(span: Span, others: Iterable[Span]) -> bool:
    return any(o.start < span.end and span.start < o.end for o in others)


def _all(text: str, lexis: Lexis) -> Iterator[Numeral]:
    yield from _in_digits(text, lexis)
    yield from _in_words(text, lexis)
    for value, pattern in lexis.fractions:
        for match in pattern.finditer(text):
            yield Numeral(
                Span(*match.span()),
                value,
                unit="percent",
                fraction=True,
                approximate=value % 1 > 0,
            )
    for value, pattern in lexis.odds:
        for match in pattern.finditer(text):
            yield Numeral(Span(*match.span()), value, unit="percent", approximate=True)
    for value, pattern in lexis.collectives:
        for match in pattern.finditer(text):
            yield Numeral(Span(*match.span()), value, nominal=True)


@cache
def _digits(group: str, point: str) -> regex.Pattern[str]:
    """Compile numbers in digits: grouped by threes, with decimals, or plain."""
    mark = "|".join(_GROUP_MARKS.get(mark, regex.escape(mark)) for mark in group)
    decimals = rf"[{regex.escape(point)}]\d{{1,2}}(?!\d)"
    threes = (
        rf"(?!0)\d{{1,3}}(?P<mark>{mark or '(?!)'})\d{{3}}(?:(?P=mark)\d{{3}})*(?!\d)"
    )
    return regex.compile(
        rf"{_BEFORE}(?:(?P<grouped>{threes}(?:{decimals})?)|\d+(?:{decimals})?){_AFTER}"
    )


def _in_digits(text: str, lexis: Lexis) -> Iterator[Numeral]:
    for match in _digits(lexis.group, lexis.point).finditer(text):
        grouped = match["grouped"] is not None
        value = _value(match[0], lexis.group if grouped else "", lexis.point)
        numeral = Numeral(Span(*match.span()), value, digits=True, grouped=grouped)
        yield _scaled(text, numeral, lexis)


def _value(digits: str, group: str, point: str) -> float:
    """Read digits: marks before three more digits group them, the last one may not."""
    if group:
        digits = regex.sub(r"[^\d](?=\d{3}(?!\d))", "", digits)
    return float(regex.sub(f"[{regex.escape(point)}]", ".", digits))


def _scaled(text: str, numeral: Numeral, lexis: Lexis) -> Numeral:
    """Take in what multiplies the number ("339 млн") and adds to it ("and a half")."""
    start, end = numeral.span
    factor = 1.0
    for scale, pattern in lexis.scales:
        match = pattern.match(text, _skip(text, end))
        if match and (scale >= _THOUSAND or not numeral.digits):
            factor, end = scale, match.end()
            break
    value = round(numeral.value * factor, 6)
    scaled = replace(numeral, value=value, scale=factor, span=Span(start, end))
    return _with_half(text, scaled, lexis)


def _with_half(text: str, numeral: Numeral, lexis: Lexis) -> Numeral:
    half = lexis.half.match(text, _skip(text, numeral.span.end))
    if not half or numeral.value % 1:
        return numeral
    span = Span(numeral.span.start, half.end())
    return replace(numeral, value=numeral.value + 0.5, span=span)


def _skip(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] in (" ", "\u00a0", "-") else end


def _in_words(text: str, lexis: Lexis) -> Iterator[Numeral]:
    """Read runs of number words: "үч жүз миң", "four hundred and fifty-six"."""
    run: list[regex.Match[str]] = []
    for word in lexis.word.finditer(text):
        if run and (
            not _joins(text[run[-1].end() : word.start()], lexis)
            or _sum([*run, word], lexis) is None
        ):
            yield _worded(text, run, lexis)
            run = []
        if run or word[0].lower() in lexis.values:
            run.append(word)
    if run:
        yield _worded(text, run, lexis)


def _worded(text: str, run: list[regex.Match[str]], lexis: Lexis) -> Numeral:
    span = Span(run[0].start(), run[-1].end())
    factors = (scale for scale, word in lexis.scales if word.fullmatch(run[-1][0]))
    numeral = Numeral(span, _sum(run, lexis) or 0.0, scale=next(factors, 1.0))
    return _with_half(text, numeral, lexis)


def _joins(between: str, lexis: Lexis) -> bool:
    return between in (" ", "-", "\u00a0") or between.strip().lower() in lexis.links


def _sum(run: Iterable[regex.Match[str]], lexis: Lexis) -> float | None:
    """Add up number words; None when they do not make one number ("two three")."""
    done = below = 0.0
    least = float("inf")
    for match in run:
        value = lexis.values.get(match[0].lower())
        if value is not None:
            if below % (10 ** len(str(int(value)))):
                return None
            below += value
            continue
        factor = next(scale for scale, word in lexis.scales if word.fullmatch(match[0]))
        if not 0 < below < (10 if factor < _THOUSAND else _THOUSAND) or factor >= least:
            return None
        if factor < _THOUSAND:
            below *= factor
        else:
            done, below, least = done + below * factor, 0.0, factor
    return done + below


def _signed(text: str, numeral: Numeral, taken: int, lexis: Lexis) -> Numeral:
    """Take in the ending, the sign and the word of a currency beside the number.

    What stands before `taken` belongs to the number before.
    """
    start, end = numeral.span
    unit, ending = numeral.unit, ""
    if numeral.digits:
        end, ending = _ended(text, end, lexis)
        if percent := _PERCENT.match(text, end):
            unit = "percent"
            end, _ = _ended(text, percent.end(), lexis)
    sign = next((s for s in lexis.signs if text[taken:start].rstrip().endswith(s)), "")
    if sign:
        unit = lexis.signs[sign]
        start = text.rindex(sign, taken, start)
    else:
        for code, pattern in lexis.currencies:
            match = pattern.match(text, _skip(text, end))
            if match:
                unit, end = code, match.end()
    return replace(
        numeral,
        span=Span(start, end),
        unit=unit,
        ending=ending,
        nominal=numeral.nominal or ending in lexis.nominal,
        signed=bool(sign),
    )


def _ended(text: str, end: int, lexis: Lexis) -> tuple[int, str]:
    match = lexis.endings.match(text, end)
    return (match.end(), match["ending"]) if match else (end, "")


def _ranges(text: str, found: list[Numeral], lexis: Lexis) -> Iterator[Numeral]:
    """Join two neighbours that are the ends of one range: "500-700", "15 to 25"."""
    rest = iter(pairwise([*found, None]))
    for low, high in rest:
        if low is None or high is None:
            if low:
                yield low
            continue
        before = text[: low.span.start]
        between = text[low.span.end : high.span.start]
        changes = _stands(lexis.never, before, between)
        ranges = _stands(lexis.pairs, before, between) or (
            not changes and _joins_range(between, low, lexis)
        )
        first = _like(low, high)
        if ranges and _is_range(first, high):
            next(rest, None)
            yield replace(
                high,
                span=Span(low.span.start, high.span.end),
                value=first.value,
                value_max=high.value,
                unit=high.unit or first.unit,
                digits=low.digits,
            )
        else:
            yield replace(low, former=changes)


def _like(low: Numeral, high: Numeral) -> Numeral:
    """Let the scale of the upper end hold for both: "two to three million"."""
    if low.scale == 1 and low.value < high.value / high.scale:
        return replace(low, value=low.value * high.scale)
    return low


def _is_range(low: Numeral, high: Numeral) -> bool:
    if low.value >= high.value or low.nominal or high.nominal:
        return False
    if high.grouped and low.digits and _is_year(low.value) and not low.grouped:
        return False
    if low.signed and not high.unit:
        return True  # "$4-5 million"
    return low.unit in (None, high.unit)


def _joins_range(between: str, low: Numeral, lexis: Lexis) -> bool:
    if not between.strip(" "):
        return low.ending in lexis.range_endings
    return bool(lexis.between.fullmatch(between))


def _is_year(value: float) -> bool:
    return value in _YEARS


def _stands(
    pairs: Iterable[tuple[Pattern, Pattern]], before: str, between: str
) -> bool:
    return any(
        left.match(before, 0, len(before)) and middle.fullmatch(between)
        for left, middle in pairs
    )
