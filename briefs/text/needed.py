"""Tell what a text must hold for a phrase to stand in it: a test before the search.

"(first|second) half of {year}" stands in no text that has none of "first", "second".
Of what a phrase cannot do without, the rarest is asked for: the longest words.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import regex

Needs = frozenset[str]
"""Beginnings or parts of words, of which a text must hold one.

One in small letters may stand there in capitals; one with a capital has to have it.
"""

Ways = frozenset[frozenset[Needs]]
"""Several ways to meet phrases: a text must meet every need of one of them."""

ANYTHING: Needs = frozenset()
"""What may stand in any text."""

TOKEN = regex.compile(r"\s+|[\[\]()|~…]|\{\w+\}|[^\s\[\]()|~…{}]+")
"""What a phrase is written in; `briefs.text.phrases` tells what each means."""

_DIGITS_RARER = 4
_PIECE = regex.compile(r"[^*'’]+")


def needs(phrases: Iterable[str], slots: Mapping[str, Needs] | None = None) -> Needs:
    """Return what a text needs for any of some phrases; `slots` tell what theirs need.

    `ANYTHING` where a phrase can do without any word, and where there is no phrase.
    """
    return _either(
        _alternatives(iter(TOKEN.findall(phrase.strip())), slots or {})
        for phrase in phrases
    )


def ways(phrases: Iterable[str], slots: Mapping[str, Needs] | None = None) -> Ways:
    """Return all that a text needs for each of some phrases, those alike once."""
    return frozenset(
        frozenset(filter(None, parts))
        for phrase in phrases
        for parts in _choices(iter(TOKEN.findall(phrase.strip())), slots or {})
    )


def may_stand(needed: Needs, text: str) -> bool:
    """Tell whether a text holds what is needed, in capitals or not."""
    return not needed or any(map(_known(text).small.__contains__, needed))


def may_meet(ways: Ways, text: str) -> bool:
    """Tell whether a text holds all that is needed for one of the ways.

    Each number of a sentence asks the same of it, so the answers are remembered.
    """
    known = _known(text)
    met = known.met.get(ways)
    if met is None:
        met = known.met[ways] = _meets(ways, known.small)
    return met


def _meets(ways: Ways, small: str) -> bool:
    for way in ways:  # in plain loops: this is asked more often than all else
        for needed in way:
            for part in needed:
                if part in small:
                    break
            else:
                break
        else:
            return True
    return False


class _Known(NamedTuple):
    """A text in small letters and as it is, and which ways it meets."""

    small: str
    met: dict[Ways, bool]


@lru_cache(maxsize=64)
def _known(text: str) -> _Known:
    """Return a text in small letters, and as it is for needs that have capitals."""
    return _Known(f"{text.casefold()}\n{text}", {})


def _alternatives(tokens: Iterator[str], slots: Mapping[str, Needs]) -> Needs:
    """Read up to a closing bracket; return what its choices need."""
    return _either(_rarest(parts) for parts in _choices(tokens, slots))


def _choices(tokens: Iterator[str], slots: Mapping[str, Needs]) -> list[list[Needs]]:
    """Read up to a closing bracket; return what the parts of each choice need."""
    choices: list[list[Needs]] = [[]]
    for token in tokens:
        if token in ")]":
            break
        if token == "|":
            choices.append([])
        elif token in "([":
            inside = _alternatives(tokens, slots)
            choices[-1].append(inside if token == "(" else ANYTHING)
        elif not token.isspace():
            choices[-1].append(_part(token, slots))
    return choices


def _part(token: str, slots: Mapping[str, Needs]) -> Needs:
    if token.startswith("{"):
        return slots.get(token[1:-1], ANYTHING)
    if token in ("~", "…", "#", "-", "–"):
        return ANYTHING
    pieces = [piece.casefold() for piece in _PIECE.findall(token)]
    return frozenset([max(pieces, key=len)]) if pieces else ANYTHING


def _rarest(parts: Iterable[Needs]) -> Needs:
    """Return the need of those that all have to be met which the fewest texts meet."""
    return max(
        (part for part in parts if part),
        key=lambda part: (min(map(_rarity, part)), -len(part)),
        default=ANYTHING,
    )


def _rarity(part: str) -> int:
    """Return how rare a part of a word is: long words are, and so are digits."""
    return len(part) + (_DIGITS_RARER if part.isdigit() else 0)


def _either(parts: Iterable[Needs]) -> Needs:
    found = list(parts)
    return frozenset().union(*found) if all(found) else ANYTHING
