"""Find numbers inside sentences where none belongs: a page's, caught by its lines.

Where a text keeps neither pages nor the lines of its pages, nothing else shows them.
They are told to whoever adds the text, and stay where they are.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_NUMBER = re.compile(r"(?<=\s)\d{1,3}(?=\s)")
_LAST = re.compile(r"([^\W\d_]{4,})\s$")
_NEXT = re.compile(r"\s([^\W\d_]{4,})")
_REACH = 40
_LONG = 3
_USUAL = 3


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = re.compile(r"[a-z]+(?:ary|ive|ous|ical|able|ible|less|ful)")
_COUNTING = _listed(
    """
    consecutive successive respective relative preliminary positive negative
    tentative
    """
)
"""English adjectives that do stand before a number."""

_RUSSIAN = re.compile(r"[а-яё]+(?:ого|его|ому|ему|ую|юю)")
_OTHERS = _listed(
    """
    всего итого ничего около много немного сего того этого него кого чего которого
    одного каждого любого другого самого своего вашего нашего первого второго
    третьего четвертого четвёртого пятого шестого седьмого восьмого девятого десятого
    никого некоего моего твоего потому поэтому кому нему чему которую которому такого
    какого
    """
)
"""Russian words with such an end that may stand before a number."""


def numbers(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield, for each number that parts two words of one phrase, text and phrase.

    The text is told by its place. Two things betray such a number: the words stand side
    by side elsewhere, once before any number; or the first is an adjective that no
    number follows in its language.
    """
    pairs = _pairs(texts)
    for place, text in enumerate(texts):
        for found in _NUMBER.finditer(text):
            before = _LAST.search(text, max(0, found.start() - _REACH), found.start())
            after = _NEXT.match(text, found.end())
            if not (before and after and after[1].islower() and before[1].islower()):
                continue
            if (before[1], after[1]) in pairs or _is_bound(before[1], after[1]):
                yield place, f"{before[1]} {found[0]} {after[1]}"


def _is_bound(word: str, after: str) -> bool:
    """Tell an adjective that no number follows before a noun in the singular."""
    if _ENGLISH.fullmatch(word):
        return word not in _COUNTING and not after.endswith(("s", "people", "percent"))
    return bool(_RUSSIAN.fullmatch(word)) and word not in _OTHERS


def _pairs(texts: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Return the pairs of long words that stand side by side three times."""
    counts: dict[tuple[str, str], int] = {}
    for text in texts:
        words = text.split()
        for pair in pairwise(words):
            if min(map(len, pair)) > _LONG and all(map(str.isalpha, pair)):
                counts[pair] = counts.get(pair, 0) + 1
    return frozenset(pair for pair, times in counts.items() if times >= _USUAL)
