"""Find numbers inside sentences where none belongs: a page's, caught by its lines.

Where a text keeps neither pages nor the lines of its pages, nothing else shows them.
They are told to whoever adds the text, and stay where they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_NUMBER = re.compile(r"(?<=\s)\d{1,3}(?=\s)")
_LAST = re.compile(r"([^\W\d_]{4,})\s$")
_NEXT = re.compile(r"\s([^\W\d_]{4,})")
_REACH = 40  # letters of the longest word before a number
_LONG = 3  # letters: shorter words stand side by side by chance
_USUAL = 3  # times that two words are one phrase


@dataclass(frozen=True, slots=True)
class Adjectives:
    """The words of a language that no number follows, by their `endings`.

    A number may follow those that are in `but`, and where it counts the next word: that
    then ends in one of `counted`.
    """

    endings: tuple[str, ...]
    but: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()

    def bind(self, word: str, after: str) -> bool:
        """Tell whether no number stands between a word and the next."""
        bound = word.endswith(self.endings) and word not in self.but
        return bound and not after.endswith(self.counted)


NONE = Adjectives(())
"""What is known of a language without a list."""


def numbers(
    texts: Sequence[str], adjectives: Adjectives = NONE
) -> Iterator[tuple[int, str]]:
    """Yield, for each number that parts two words of one phrase, text and phrase.

    The text is told by its place. Two things betray such a number: the words stand side
    by side elsewhere, once before any number; or the first is one of the `adjectives`
    of their language.
    """
    pairs = _pairs(texts)
    for place, text in enumerate(texts):
        for found in _NUMBER.finditer(text):
            before = _LAST.search(text, max(0, found.start() - _REACH), found.start())
            after = _NEXT.match(text, found.end())
            if not (before and after and after[1].islower() and before[1].islower()):
                continue
            if (before[1], after[1]) in pairs or adjectives.bind(before[1], after[1]):
                yield place, f"{before[1]} {found[0]} {after[1]}"


def _pairs(texts: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Return the pairs of long words that stand side by side three times."""
    counts: dict[tuple[str, str], int] = {}
    for text in texts:
        words = text.split()
        for pair in pairwise(words):
            if min(map(len, pair)) > _LONG and all(map(str.isalpha, pair)):
                counts[pair] = counts.get(pair, 0) + 1
    return frozenset(pair for pair, times in counts.items() if times >= _USUAL)
