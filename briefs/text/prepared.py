"""Prepare patterns to be looked for: each step numbered, the rarest one first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from briefs.text.patterns import Pattern, Step
from briefs.text.stems import Stem


class Sought(NamedTuple):
    """A step, ready to be looked for.

    Steps that ask for the same have one `number`, whatever their gap.
    """

    number: int
    gap: int


class Prepared(NamedTuple):
    """An owner's pattern, ready to be looked for.

    `opening` is the number of its rarest step, `second` that of the next one, or the
    same; `rest` has those of all others.
    """

    number: int
    owner: str
    pattern: Pattern
    sides: tuple[tuple[Sought, ...], ...]
    opening: int
    second: int
    rest: frozenset[int]


class Preparation:
    """Patterns being prepared, and the steps by what may stand there.

    That is one of `words`, or one of `compounds`.
    """

    def __init__(self, patterns: Iterable[tuple[str, Pattern]]) -> None:
        """Read the patterns of owners, in the order in which they are to be met."""
        owned = tuple(patterns)
        self.words: dict[Stem, set[int]] = {}
        self.compounds: dict[tuple[Stem, ...], set[int]] = {}
        self._asked: dict[tuple[Stem, tuple[tuple[Stem, ...], ...]], int] = {}
        self._used = _used(pattern for _, pattern in owned)
        self._owned = owned

    def __iter__(self) -> Iterator[Prepared]:
        """Yield the prepared patterns in their order."""
        for number, (owner, pattern) in enumerate(self._owned):
            sides = tuple(tuple(map(self._sought, side)) for side in pattern.sides)
            steps = zip(chain(*pattern.sides), chain(*sides), strict=True)
            ordered = sorted(steps, key=lambda pair: self._commonness(pair[0]))
            opening, *others = (sought.number for _, sought in ordered)
            second, rest = (others or [opening])[0], frozenset(others[1:])
            yield Prepared(number, owner, pattern, sides, opening, second, rest)

    def _sought(self, step: Step) -> Sought:
        asked = step.word, step.compounds
        if asked not in self._asked:
            self._asked[asked] = number = len(self._asked)
            if step.word.keys:
                self.words.setdefault(step.word, set()).add(number)
            for stems in step.compounds:
                self.compounds.setdefault(stems, set()).add(number)
        return Sought(self._asked[asked], step.gap)

    def _commonness(self, step: Step) -> float:
        """Tell how often a step may stand in a text, compared with others."""
        compounds = (min(map(self.commonness_of, one)) for one in step.compounds)
        return self.commonness_of(step.word) + sum(compounds)

    def commonness_of(self, stem: Stem) -> float:
        """Tell the same of a word: short ones are common, and those often asked for."""
        return float(sum(self._used[key] * 2.0 ** -len(key) for key in stem.keys))


def _used(patterns: Iterable[Pattern]) -> Mapping[str, int]:
    """Count how many words of patterns ask for each key."""
    return Counter(
        key
        for pattern in patterns
        for step in chain(*pattern.sides)
        for stem in _words(step)
        for key in stem.keys
    )


def _words(step: Step) -> Sequence[Stem]:
    return (step.word, *chain(*step.compounds))
