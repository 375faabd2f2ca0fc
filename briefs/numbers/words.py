"""Read numbers by the grammar of numerals: words, digits and both together.

A number is made of groups below a thousand, each but the last before a scale, the
scales ever smaller: "2 миң 300", "три миллиона двадцать тысяч", "one hundred and five".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from briefs.model import Span
from briefs.numbers.grammars.grammar import Lexis, Role
from briefs.numbers.tokens import NEAR, Token, tokens

_SPACES = (" ", "\u00a0", "\u202f", "-", "\u2010", "\u2011")
_HUNDRED, _THOUSAND = 100, 1000
_TENTHS = (10, 100, 1000)
_TEN, _TEENS = 10, 20
_MOST_DECIMALS = 4
_TIED = regex.compile(r"[-‑–]\s?\p{L}|\s?[%％]")


@dataclass(slots=True)
class Number:
    """A number that was read: `scale` is its last one, `last` its last token."""

    span: Span
    value: float
    scale: float
    first: Token
    last: Token
    ordinal: bool = False
    part_of: float = 0.0


def numbers(text: str, lexis: Lexis) -> Iterator[Number]:
    """Yield the numbers of `text` in order; their spans do not overlap."""
    found = tokens(text, lexis)
    index = 0
    while index < len(found):
        reader = _Reader(text, found, index, lexis)
        index = max(reader.read(), index + 1)
        if reader.taken:
            yield reader.number()


class _Reader:
    """Reads one number from a token on, as far as the tokens make one."""

    def __init__(
        self, text: str, tokens: Sequence[Token], first: int, lexis: Lexis
    ) -> None:
        self.text, self.tokens, self.lexis = text, tokens, lexis
        self.first = self.next = first
        self.start = self.end = tokens[first].start
        self.taken = False
        self.done = 0.0
        self.group: float | None = None
        self.step = 0.0
        self.least = float("inf")
        self.scale = 1.0
        self.closed = False
        self.ordinal = False
        self.part_of = 0.0

    def read(self) -> int:
        """Take as many tokens as make one number; return the index behind them."""
        kept: tuple[float, int, int, float] | None = None
        while self.next < len(self.tokens) and not self.closed:
            token = self.tokens[self.next]
            if self.taken and not self._joins(token):
                break
            if not self._take(token):
                is_second = token.role is Role.SCALE and token.value >= _THOUSAND
                if is_second and kept and self.group is not None:
                    self.done, self.next, self.end, self.scale = kept
                    self.group, self.step = None, 0.0
                break
            self.taken, self.end = True, token.end
            self.next += 1
            self._take_half()
            self._take_decimals()
            if self.scale >= _THOUSAND and self.group is None:
                kept = self.done, self.next, self.end, self.scale
        return self.next

    def number(self) -> Number:
        """Return what was read."""
        return Number(
            Span(self.start, self.end),
            _exact(self.done + (self.group or 0.0)),
            self.scale,
            self.tokens[self.first],
            self.tokens[self.next - 1],
            self.ordinal,
            self.part_of,
        )

    def _joins(self, token: Token) -> bool:
        between = self.text[self.end : token.start]
        if between in _SPACES or (not between and token.role is Role.SCALE):
            return True
        if token.digits or self.tokens[self.next - 1].digits:
            return False
        link = between.strip().lower()
        if link == ",":
            # "eight thousand, three hundred sixty"
            return self.lexis.comma_links and self.group is None and self.scale > 1
        return link in self.lexis.links and self._may_link(token)

    def _may_link(self, token: Token) -> bool:
        """Tell whether "and" goes on with a number: after hundreds or a scale."""
        whole = self.group is None or self.group % _HUNDRED == 0
        return whole and token.role is Role.NUMBER and token.value < _HUNDRED

    def _take(self, token: Token) -> bool:
        if token.role is Role.SCALE:
            return self._take_scale(token)
        if token.role is Role.ORDINAL or token.role is Role.DENOMINATOR:
            return self._take_ordinal(token)
        if token.role is Role.COLLECTIVE:
            self.closed = self._take_number(token)
            return self.closed
        taken = self._take_number(token)
        # An ending closes the number, but not "двум", which inflects every word.
        self.closed = taken and bool(token.ending)
        return taken

    def _take_number(self, token: Token) -> bool:
        value = token.value
        if not self.taken:
            self.group, self.step = value, self._step_of(token)
            return True
        if value <= 0 or value >= self.least or self.done % 1:
            return False
        if token.digits:
            rest = self.group is None and not token.decimal
            is_odd = value >= _THOUSAND and not token.grouped
            if not rest or is_odd or _TIED.match(self.text, token.end):
                return False
        if self.group is None:
            self.group, self.step = value, self._step_of(token)
            return True
        if value >= self.step or self.group % 1:
            return False
        self.group += value
        self.step = self._step_of(token)
        return True

    def _step_of(self, token: Token) -> float:
        """Return below what a number has to be to be added to this one."""
        value = token.value
        is_last = value < _TEN or (value < _TEENS and self.lexis.has_teens)
        if token.digits or is_last:
            return 1.0
        return 10.0 ** (len(str(int(value))) - 1)

    def _take_scale(self, token: Token) -> bool:
        amount = self._amount(token)
        is_hundreds = token.value < _THOUSAND
        if not amount or token.value >= self.least:
            return False
        if is_hundreds and not self._may_be_hundreds(amount, token):
            return False
        self.closed = bool(token.ending)
        if is_hundreds:
            self.group = amount * token.value
            # Nothing is added to a dozen.
            self.step = 1.0 if token.value % _TEN else token.value
            return True
        self.done += amount * token.value
        self.group, self.step = None, 0.0
        self.least = self.scale = token.value
        return True

    def _amount(self, token: Token) -> float | None:
        """Return what a scale multiplies: what was read, a half, or one."""
        if self.group is not None or self.done % 1:
            return self.group
        if not self.taken:
            half = self.lexis.half_before.match(
                self.text, max(0, token.start - NEAR), token.start
            )
            article = half or self.lexis.article.match(
                self.text, max(0, token.start - NEAR), token.start
            )
            if article:
                self.start = article.start()
                return 0.5 if half else 1.0
        return 1.0 if token.single else None

    def _may_be_hundreds(self, amount: float, token: Token) -> bool:
        """Tell whether hundreds (or dozens) are counted so: "twelve hundred"."""
        if self.taken and self.tokens[self.next - 1].digits and not token.ending:
            return False
        return amount < _HUNDRED and (amount <= _TEN or amount % _TEN > 0)

    def _take_ordinal(self, token: Token) -> bool:
        """Close a number: "двадцать первый" (an ordinal), "две пятых" (a part)."""
        if not self.taken:
            self.group, self.ordinal, self.closed = token.value, True, True
            return True
        if self.tokens[self.next - 1].digits:
            return False
        amount = self.done + (self.group or 0.0)
        if token.role is Role.DENOMINATOR and 1 < amount < token.value:
            self.part_of, self.closed = token.value, True
            return True
        below = self.step if self.group is not None else self.least
        if token.value >= below:
            return False
        self.group = (self.group or 0.0) + token.value
        self.ordinal = self.closed = True
        return True

    def _take_half(self) -> None:
        """Take in "with a half": half of the last scale, or of one."""
        half = self.lexis.half.match(
            self.text, skip(self.text, self.end), self.end + NEAR
        )
        if not half or self.closed or (self.done + (self.group or 0)) % 1:
            return
        if self.group is None:
            self.done += self.scale / 2
            self.least = 0.0
        else:
            self.group += 0.5
            self.step = 0.0
        self.end = half.end()

    def _take_decimals(self) -> None:
        """Take in decimals told in words: "one point two", "две целых пять десятых"."""
        point = self.lexis.whole.match(self.text, self.end, self.end + NEAR)
        rest = self.tokens[self.next : self.next + _MOST_DECIMALS]
        if not point or self.group is None or self.group % 1:
            return
        if rest and rest[0].start == point.end():
            told = _decimals(self.text, rest, self.lexis)
            if told:
                self.group, self.step = self.group + told[0], 0.0
                self.end = self.tokens[self.next + told[1] - 1].end
                self.next += told[1]


def _decimals(
    text: str, rest: Sequence[Token], lexis: Lexis
) -> tuple[float, int] | None:
    """Read what stands behind the point; return it and how many tokens it takes.

    It is told as digits ("point two five"), with the part behind ("пять десятых") or
    before it ("ондон эки").
    """
    amount, digits = 0.0, ""
    divisor = 0.0
    used = 0
    for index, token in enumerate(rest):
        if index and text[rest[index - 1].end : token.start] not in _SPACES:
            break
        is_part = token.value in _TENTHS
        if token.role in (Role.ORDINAL, Role.DENOMINATOR):
            if is_part and used and not divisor:
                return amount / token.value, index + 1
            break
        if not index and is_part and token.ending in lexis.range_endings:
            divisor = token.value
            continue
        if token.role is not Role.NUMBER or token.digits:
            break
        amount += token.value
        digits += f"{token.value:g}"
        used = index + 1
        if token.ending:
            break
    if divisor and used:
        return amount / divisor, used
    is_told = bool(digits) and len(digits) == used and lexis.comma_links
    return (float(f"0.{digits}"), used) if is_told else None


def _exact(value: float) -> float:
    """Return a number without what binary arithmetic adds: 67.1 billion is whole."""
    return round(float(f"{value:.15g}"), 6)


def skip(text: str, end: int) -> int:
    """Return the place behind one space or hyphen, if there is one."""
    return end + 1 if text[end : end + 1] in _SPACES else end
