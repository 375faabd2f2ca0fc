"""Tell what a text must hold for a phrase to stand in it: a test before the search.

"(first|second) half of {year}" stands in no text that has none of "first", "second".
Of what a phrase cannot do without, the rarest is asked for: the longest words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Generic, NamedTuple, Self, TypeVar

import regex

T = TypeVar("T")

_WORD = re.compile(r"\w+")

_plain: dict[int, set[str]] = {}
"""All parts of words that are ever needed, by their length."""

_marked: set[str] = set()
"""Those of them that are not only small letters and digits: "art.", "May"."""


class Needs(frozenset[str]):
    """Beginnings or parts of words, of which a text must hold one.

    One in small letters may stand there in capitals; one with a capital has to have it.
    Each text is looked through once for all that is ever needed.
    """

    __slots__ = ()

    def __new__(cls, parts: Iterable[str] = ()) -> Self:
        """Note the parts, so that texts are looked through for them."""
        made = super().__new__(cls, parts)
        for part in made:
            if _WORD.fullmatch(part) and part == part.casefold():
                _plain.setdefault(len(part), set()).add(part)
            else:
                _marked.add(part)
        _known.cache_clear()
        _parts_of.clear()
        return made


Way = frozenset[Needs]
"""What a text must hold all of to meet a phrase."""

Ways = frozenset[Way]
"""Several ways to meet phrases: one of them is enough."""

TOKEN = regex.compile(r"\s+|[\[\]()|~…]|\{\w+\}|[^\s\[\]()|~…{}]+")
"""What a phrase is written in; `phrases` tells what each means."""

_Parts = frozenset[str]
_NOTHING: _Parts = frozenset()

_MOST_WORDS = 100_000
_DIGITS_RARER = 4
_PIECE = re.compile(r"\w+|[^\w*'’]+")


def needs(phrases: Iterable[str], slots: Mapping[str, Needs] | None = None) -> Needs:
    """Return what a text needs for any of some phrases; `slots` tell what theirs need.

    `ANYTHING` where a phrase can do without any word, and where there is no phrase.
    """
    return Needs(
        _either(
            _alternatives(iter(TOKEN.findall(phrase.strip())), slots or {})
            for phrase in phrases
        )
    )


def ways(phrases: Iterable[str], slots: Mapping[str, Needs] | None = None) -> Ways:
    """Return all that a text needs for each of some phrases, those alike once."""
    return frozenset(
        frozenset(map(Needs, filter(None, parts)))
        for phrase in phrases
        for parts in _choices(iter(TOKEN.findall(phrase.strip())), slots or {})
    )


def may_stand(needed: Needs, text: str) -> bool:
    """Tell whether a text holds what is needed, in capitals or not."""
    return not needed or not needed.isdisjoint(_known(text).parts)


def may_meet(ways: Ways, text: str) -> bool:
    """Tell whether a text holds all that is needed for one of the ways.

    Each number of a sentence asks the same of it, so the answers are remembered.
    """
    known = _known(text)
    met = known.met.get(ways)
    if met is None:
        met = known.met[ways] = any(_is_met(way, known.parts) for way in ways)
    return met


class Possible(Generic[T]):
    """Things that have ways to be met, of which a text lets few be looked for."""

    def __init__(self, each: Iterable[tuple[T, Ways]]) -> None:
        """Keep the ways of each under the parts of which a text must hold one."""
        self._things: list[T] = []
        self._under: dict[str, list[tuple[int, Way]]] = {}
        self._always: set[int] = set()
        for number, (thing, ways) in enumerate(each):
            self._things.append(thing)
            for way in ways:
                parts = _rarest(way)
                if not parts:
                    self._always.add(number)
                for part in parts:
                    self._under.setdefault(part, []).append((number, way - {parts}))

    def __call__(self, text: str) -> Sequence[T]:
        """Return, in their order, those of which a text meets one of the ways.

        Each number of a sentence asks the same of it, so the answers are remembered.
        """
        known = _known(text)
        if self not in known.possible:
            known.possible[self] = self._in(known.parts)
        return known.possible[self]

    def _in(self, parts: _Parts) -> list[T]:
        met = self._always.copy()
        for part in parts & self._under.keys():
            for number, others in self._under[part]:
                if number not in met and _is_met(others, parts):
                    met.add(number)
        return [self._things[number] for number in sorted(met)]


def _is_met(way: Way, parts: _Parts) -> bool:
    return not any(map(parts.isdisjoint, way))


class _Known(NamedTuple):
    """What a text holds of all that is ever needed; which ways it meets, and so what.

    What was asked of the text is remembered with it.
    """

    parts: _Parts
    met: dict[Ways, bool]
    possible: dict[Possible[Any], list[Any]]


@lru_cache(maxsize=64)
def _known(text: str) -> _Known:
    """Look through a text in small letters, and as it is for needs with capitals."""
    small = text.casefold()
    parts = _NOTHING.union(*[_parts_of[word] for word in _WORD.findall(small)])
    both = f"{small}\n{text}"
    return _Known(parts.union(filter(both.__contains__, _marked)), {}, {})


class _Words(dict[str, _Parts]):
    """All that is ever needed which is a part of a word, by the word."""

    def __missing__(self, word: str) -> _Parts:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = found = frozenset(
            part
            for length, parts in _plain.items()
            for start in range(len(word) - length + 1)
            if (part := word[start : start + length]) in parts
        )
        return found


_parts_of = _Words()


ANYTHING = Needs()
"""What may stand in any text."""


def _alternatives(tokens: Iterator[str], slots: Mapping[str, Needs]) -> _Parts:
    """Read up to a closing bracket; return what its choices need."""
    return _either(_rarest(parts) for parts in _choices(tokens, slots))


def _choices(tokens: Iterator[str], slots: Mapping[str, Needs]) -> list[list[_Parts]]:
    """Read up to a closing bracket; return what the parts of each choice need."""
    choices: list[list[_Parts]] = [[]]
    for token in tokens:
        if token in ")]":
            break
        if token == "|":
            choices.append([])
        elif token in "([":
            inside = _alternatives(tokens, slots)
            choices[-1].append(inside if token == "(" else _NOTHING)
        elif not token.isspace():
            choices[-1].append(_part(token, slots))
    return choices


def _part(token: str, slots: Mapping[str, Needs]) -> _Parts:
    if token.startswith("{"):
        return slots.get(token[1:-1], _NOTHING)
    if token in ("~", "…", "#", "-", "–"):
        return _NOTHING
    pieces = [piece.casefold() for piece in _PIECE.findall(token)]
    longest = max(
        pieces, key=lambda piece: (piece[0].isalnum(), len(piece)), default=""
    )
    return frozenset([longest]) if longest else _NOTHING


def _rarest(parts: Iterable[_Parts]) -> _Parts:
    """Return the need of those that all have to be met which the fewest texts meet."""
    return max(
        (part for part in parts if part),
        key=lambda part: (min(map(_rarity, part)), -len(part)),
        default=_NOTHING,
    )


def _rarity(part: str) -> int:
    """Return how rare a part of a word is: long words are, and so are digits."""
    return len(part) + (_DIGITS_RARER if part.isdigit() else 0)


def _either(parts: Iterable[_Parts]) -> _Parts:
    found = list(parts)
    return frozenset().union(*found) if all(found) else _NOTHING
