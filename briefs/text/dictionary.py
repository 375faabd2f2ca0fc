"""Know what each word may be in patterns: worked out when a word is first met.

A word meets steps of patterns by itself, or together with its neighbours in a compound.
Rules and compounds are kept under the rarest of their words, so that they are only
thought of where that one stands.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import NamedTuple

from briefs.text.prepared import Preparation, Prepared
from briefs.text.stems import Ending, Stem

_MOST_WORDS = 20_000
"""Words that are kept in mind: a kilobyte each."""

Numbers = frozenset[int]
NO_NUMBERS: Numbers = frozenset()


@dataclass(frozen=True, slots=True)
class Steps:
    """The numbers of the steps that a word or a compound meets, and what they open.

    Rules are kept by the number of their second step: `opened`, of which these are the
    `seconds`.
    """

    numbers: Numbers
    seconds: Numbers
    opened: Mapping[int, tuple[Prepared, ...]]


class Compound(NamedTuple):
    """A compound around its rarest word: how many words it has before and from it on.

    `others` are where its stems stand, seen from there, and their numbers; but for that
    of the neighbour, under which the compound is kept.
    """

    before: int
    onward: int
    others: tuple[tuple[int, int], ...]
    steps: Steps


_Beside = Mapping[int, tuple[Compound, ...]]
"""Compounds by the number of the stem beside their rarest word."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a word.

    These are the steps it meets, the numbers of the `stems` that it is in compounds of
    rarer words, and the compounds of which it is the rarest word: those that go on
    behind it, and those that end with it, by the stem that is `next` or `last`.
    """

    steps: Steps
    stems: Numbers
    next: _Beside
    last: _Beside


class Standing(NamedTuple):
    """Where a compound stands in a clause, and the steps it meets."""

    first: int
    end: int
    steps: Steps


_UNKNOWN = Known(Steps(NO_NUMBERS, NO_NUMBERS, {}), NO_NUMBERS, {}, {})

_NEXT, _LAST = 1, -1
_Neighbour = tuple[int, int]
"""Where the neighbour of the rarest word of a compound stands, and its stem."""

_Part = tuple[Numbers, Numbers, Numbers]
"""What a stem means: its steps, compounds of which it is the rarest, and its number."""


class Dictionary(dict[str, Known]):
    """What is known of each word, worked out when it is first looked up."""

    def __init__(self, prepared: Preparation) -> None:
        """Read all rules; they are kept in mind by what opens them."""
        super().__init__()
        self._opened: defaultdict[int, list[Prepared]] = defaultdict(list)
        for rule in prepared:
            self._opened[rule.opening].append(rule)
        self._steps: dict[Numbers, Steps] = {}
        self._numbers: dict[Stem, int] = {}
        self._compounds: list[tuple[_Neighbour, Compound]] = []
        self._around: defaultdict[Stem, list[int]] = defaultdict(list)
        for stems, steps in prepared.compounds.items():
            rarest = stems.index(min(stems, key=prepared.commonness_of))
            self._around[stems[rarest]].append(len(self._compounds))
            self._compounds.append(self._compound(stems, rarest, self._told(steps)))
        self._by_key = self._by_beginning(prepared.words)
        self._longest = max(map(len, self._by_key), default=0)

    def __missing__(self, key: str) -> Known:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[key] = found = self._known(key)
        return found

    def _known(self, key: str) -> Known:
        met = [
            part
            for length in range(1, min(len(key), self._longest) + 1)
            for ends, part in self._by_key.get(key[:length], ())
            if ends is None or ends(key, length)
        ]
        if not met:
            return _UNKNOWN
        steps, around, stems = (
            NO_NUMBERS.union(*each) for each in zip(*met, strict=True)
        )
        compounds = [self._compounds[number] for number in sorted(around)]
        following, ending = (_beside(compounds, place) for place in (_NEXT, _LAST))
        return Known(self._told(steps), stems, following, ending)

    def _compound(
        self, stems: Sequence[Stem], rarest: int, steps: Steps
    ) -> tuple[_Neighbour, Compound]:
        others = {
            place - rarest: self._numbers.setdefault(stem, len(self._numbers))
            for place, stem in enumerate(stems)
            if place != rarest
        }
        place = _NEXT if _NEXT in others else _LAST
        neighbour = place, others.pop(place)
        onward = len(stems) - rarest
        return neighbour, Compound(rarest, onward, tuple(others.items()), steps)

    def _told(self, steps: Iterable[int]) -> Steps:
        """Return what is told by some steps: forms of one word meet the same ones."""
        numbers = frozenset(steps)
        if numbers not in self._steps:
            opened: defaultdict[int, list[Prepared]] = defaultdict(list)
            for number in numbers & self._opened.keys():
                for rule in self._opened[number]:
                    opened[rule.second].append(rule)
            rules = {second: tuple(each) for second, each in opened.items()}
            self._steps[numbers] = Steps(numbers, frozenset(rules), rules)
        return self._steps[numbers]

    def _by_beginning(
        self, words: Mapping[Stem, Iterable[int]]
    ) -> dict[str, list[tuple[Ending | None, _Part]]]:
        """Return what a word is told to be by how it begins and ends."""
        stems: defaultdict[str, defaultdict[Ending | None, list[Stem]]]
        stems = defaultdict(lambda: defaultdict(list))
        for stem in {*words, *self._around, *self._numbers}:
            for key, ending in stem.endings:
                stems[key][ending].append(stem)
        return {
            key: [
                (ending, self._part(those, words))
                for ending, those in by_ending.items()
            ]
            for key, by_ending in stems.items()
        }

    def _part(
        self, stems: Sequence[Stem], words: Mapping[Stem, Iterable[int]]
    ) -> _Part:
        return (
            frozenset(chain(*(words.get(stem, ()) for stem in stems))),
            frozenset(chain(*(self._around.get(stem, ()) for stem in stems))),
            frozenset(self._numbers[stem] for stem in stems if stem in self._numbers),
        )


def _beside(compounds: Iterable[tuple[_Neighbour, Compound]], place: int) -> _Beside:
    """Return the compounds that have their neighbour at a place, by its stem."""
    found: defaultdict[int, tuple[Compound, ...]] = defaultdict(tuple)
    for (where, stem), compound in compounds:
        if where == place:
            found[stem] += (compound,)
    return found


def standing(words: Sequence[Known]) -> Iterator[Standing]:
    """Yield where compounds stand in a clause of which these are the words."""
    for index, (word, other) in enumerate(pairwise(words)):
        if word.next and other.stems:
            for stem in word.next.keys() & other.stems:
                yield from _standing(word.next[stem], words, index)
        if other.last and word.stems:
            for stem in other.last.keys() & word.stems:
                yield from _standing(other.last[stem], words, index + 1)


def _standing(
    compounds: Iterable[Compound], words: Sequence[Known], index: int
) -> Iterator[Standing]:
    """Yield those of some compounds around the word at `index` that stand there."""
    for before, onward, others, steps in compounds:
        first, end = index - before, index + onward
        if not others or (
            first >= 0
            and end <= len(words)
            and all(stem in words[index + place].stems for place, stem in others)
        ):
            yield Standing(first, end, steps)
