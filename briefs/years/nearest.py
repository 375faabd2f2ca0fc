"""Find the sentences that are most like one, without looking at every other one.

Sentences are kept by the pairs of words that stand together in them. What many share
("of the", "the government") tells nothing, so a pair leads to some sentences only: the
cost of a sentence hangs on its length, and not on how many there are.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

_MOST = 24  # sentences that a pair of words leads to; others are too common to tell
_TRIED = 6


class Nearest:
    """Sentences as lists of words, by their numbers, to be looked up by likeness."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str], list[int]] = {}

    def add(self, number: int, words: list[str]) -> None:
        """Keep a sentence under a number of the caller's."""
        for pair in dict.fromkeys(_pairs(words)):
            places = self._places.setdefault(pair, [])
            if len(places) < _MOST:
                places.append(number)

    def like(self, words: list[str]) -> list[int]:
        """Return the numbers of those that share most pairs of words, the best first.

        They share a quarter of them at least.
        """
        pairs = dict.fromkeys(_pairs(words))
        votes = Counter(n for pair in pairs for n in self._places.get(pair, ()))
        ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
        return [n for n, shared in ranked[:_TRIED] if shared * 4 >= len(pairs)]


def _pairs(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the neighbours; a word alone is its own."""
    yield from pairwise(words if len(words) > 1 else words * 2)
