"""Find digits and number words in a text: what numbers are made of."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from briefs.numbers.grammars.grammar import REPEATED, Lexis, Role, Word

_DIGIT = re.compile(r"\d")
_WORD = regex.compile(r"\p{L}+")
_BEFORE_THREE = regex.compile(r"[^\d](?=\d{3}(?!\d))")
_GROUP_MARKS = {" ": r"[ \u00a0\u202f\u2009]"}
_BEFORE = r"(?<![\p{L}\p{N}_/№#])(?<!\p{L}[-‑‐])(?<!\d[.,:])"
_AFTER = r"(?!\d)(?![.,:/]\d)"

_MOST_WORDS = 100_000

NEAR = 80
"""Characters around a number that are looked at: no pattern reads a whole text."""


class Token(NamedTuple):
    """A number word or digits in a text.

    `ending` is what inflects it; `single` tells that the scale may stand for one of it;
    `decimal` that the digits have a decimal point.
    """

    start: int
    end: int
    role: Role
    value: float
    ending: str = ""
    digits: bool = False
    grouped: bool = False
    decimal: bool = False
    single: bool = False


@lru_cache(maxsize=REPEATED)
def tokens(text: str, lexis: Lexis) -> tuple[Token, ...]:
    """Return the tokens of `text` in order; other words are passed over."""
    has_words = _may_have_words(text, lexis)
    if not (has_words or _DIGIT.search(text)):
        return ()
    return tuple(_tokens(text, lexis, words=has_words))


def may_have_tokens(text: str, lexis: Lexis) -> bool:
    """Tell at once whether a text has digits or a word that may be a number."""
    return _DIGIT.search(text) is not None or _may_have_words(text, lexis)


def _may_have_words(text: str, lexis: Lexis) -> bool:
    return not lexis.words.keys().isdisjoint(_WORD.findall(_plain(text)))


def _plain(words: str) -> str:
    return words.lower().replace("ё", "е")


def _tokens(text: str, lexis: Lexis, *, words: bool) -> Iterator[Token]:
    """Yield the tokens of a text; its words are passed over if none is a number."""
    known = _spellings(lexis)
    for match in _scanner(lexis.group, lexis.point, words=words).finditer(text):
        written = match[0]
        if match.lastindex:
            start, end = match.span()
            grouped = match["grouped"] is not None
            value = _value(written, lexis.group if grouped else "", lexis.point)
            decimal = not value.is_integer() or (not grouped and not written.isdigit())
            yield Token(start, end, Role.NUMBER, value, "", True, grouped, decimal)
            continue
        word = known[written]
        if word is None:
            continue
        start, end = match.span()
        if word.dotted and text[end : end + 1] == ".":
            end += 1
        glued = start > 0 and text[start - 1].isdigit()
        if not glued or word.role is Role.SCALE:
            is_scale = word.role is Role.SCALE
            single = word.single or (is_scale and _is_one(text, start, lexis))
            yield Token(start, end, word.role, word.value, word.ending, single=single)


class _Spellings(dict[str, Word | None]):
    """What each word as it is written is among numbers, None for another word."""

    def __init__(self, words: Mapping[str, Word]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, written: str) -> Word | None:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[written] = found = self._words.get(_plain(written))
        return found


@cache
def _spellings(lexis: Lexis) -> _Spellings:
    return _Spellings(lexis.words)


def _is_one(text: str, start: int, lexis: Lexis) -> bool:
    """Tell whether the word before a scale makes it one: "около тысячи"."""
    return bool(lexis.one_after.match(text, max(0, start - NEAR), start))


@cache
def _scanner(group: str, point: str, *, words: bool) -> regex.Pattern[str]:
    """Compile what is looked at: digits grouped by threes, decimals, plain; words."""
    mark = "|".join(_GROUP_MARKS.get(mark, regex.escape(mark)) for mark in group)
    decimals = rf"[{regex.escape(point)}]\d{{1,2}}(?!\d)"
    threes = (
        rf"(?!0)\d{{1,3}}(?P<mark>{mark or '(?!)'})\d{{3}}(?:(?P=mark)\d{{3}})*(?!\d)"
    )
    grouped = rf"(?P<grouped>{threes}(?:{decimals})?)"
    number = rf"(?P<number>{_BEFORE}(?:{grouped}|\d+(?:{decimals})?){_AFTER})"
    return regex.compile(rf"{number}|\p{{L}}+" if words else rf"(?=\d){number}")


def _value(digits: str, group: str, point: str) -> float:
    """Read digits: marks before three more digits group them, the last one may not."""
    if group:
        digits = _BEFORE_THREE.sub("", digits)
    for mark in point:
        digits = digits.replace(mark, ".")
    return float(digits)
