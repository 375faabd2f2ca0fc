"""Find many patterns in a text, in one pass over its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from briefs.model import Span
from briefs.text.fold import Word
from briefs.text.patterns import Pattern
from briefs.text.prepared import Preparation, Prepared, Sought
from briefs.text.stems import Stem

MOST_WORDS_APART = 6
"""How many words `&` lets stand between its two sides."""

# Those of Russian and English; in Kyrgyz, endings say what they say.
_RUSSIAN = "в во до за и из к ко на о об от по с со у"
_ENGLISH = "a an and at by in of on or the to"
_SMALL_WORDS = frozenset(f"{_RUSSIAN} {_ENGLISH}".split())


_SENTENCE = attrgetter("sentence")


class Hit(NamedTuple):
    """Where a text meets a pattern, and whose pattern it is.

    `parts` are the stretches that the pattern's sides met; `span` encloses them.
    """

    owner: str
    pattern: Pattern
    span: Span
    parts: tuple[Span, ...]

    def overlaps(self, other: "Hit") -> bool:
        """Tell whether two hits share some of the words they met."""
        return self.span.overlaps(other.span) and any(
            mine.overlaps(part) for mine in self.parts for part in other.parts
        )


_Stands = dict[int, list[int]]
"""Where a step stands: the indexes after it, by its first word."""

_Place = tuple[int, int]
"""Where something begins, and the index after it."""

_Met = tuple[int, int, int]
"""Where a side stands: its first word, the one after it, and which side it is."""


class Lexicon:
    """Many owners' patterns, looked for in one pass over the words of a text.

    To which steps of patterns a word of a text is a clue is worked out once. A pattern
    is kept under its rarest step, and only tried in a sentence that has a clue to each
    of its steps.
    """

    def __init__(self, patterns: Iterable[tuple[str, Pattern]]) -> None:
        prepared = Preparation(patterns)
        self._kept: defaultdict[int, list[Prepared]] = defaultdict(list)
        for rule in prepared:
            self._kept[rule.opening].append(rule)
        self._openings = frozenset(self._kept)
        self._steps_of = _Clues(prepared.clues)

    def find(self, words: Iterable[Word]) -> Iterator[Hit]:
        """Yield every hit in a text, of which these are the words."""
        for _, sentence in groupby(words, key=_SENTENCE):
            yield from self._hits(list(sentence))

    def _hits(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Yield the hits in a sentence."""
        steps_of = self._steps_of
        clues = [steps_of[word.key] for word in words]
        told = frozenset().union(*clues)
        possible = [
            rule
            for step in told & self._openings
            for rule in self._kept[step]
            if rule.rest <= told
        ]
        if possible:
            possible.sort()  # by their numbers
            stands = _stands(possible, words, clues)
            for rule in possible:
                yield from _met(rule, words, stands)


class _Clues(dict[str, frozenset[int]]):
    """To which steps each word is a clue, worked out when it is first met."""

    def __init__(self, clues: Mapping[Stem, Iterable[int]]) -> None:
        super().__init__()
        self._steps = clues
        self._by_beginning: dict[str, list[Stem]] = {}
        for stem in clues:
            for key in dict.fromkeys(stem.keys):
                self._by_beginning.setdefault(key, []).append(stem)
        self._longest = max(map(len, self._by_beginning), default=0)

    def __missing__(self, key: str) -> frozenset[int]:
        lengths = range(1, min(len(key), self._longest) + 1)
        stems = chain(*(self._by_beginning.get(key[:length], ()) for length in lengths))
        met = (self._steps[stem] for stem in stems if stem.meets(key))
        self[key] = found = frozenset(chain(*met))
        return found


def _stands(
    rules: Iterable[Prepared], words: Sequence[Word], clues: Sequence[frozenset[int]]
) -> dict[int, _Stands]:
    """Return where each step of some rules stands in a sentence, by its number."""
    sought = {step.number: step for rule in rules for step in chain(*rule.sides)}
    wanted = frozenset(sought)
    found: dict[int, _Stands] = {number: {} for number in wanted}
    for index, steps in enumerate(clues):
        for number in steps & wanted:
            step = sought[number]
            if not step.compounds:
                found[number][index] = [index + 1]
                continue
            for first, end in _places(step, words, index):
                found[number].setdefault(first, []).append(end)
    return found


def _places(step: Sought, words: Sequence[Word], index: int) -> Iterator[_Place]:
    """Yield where a step with compounds begins and ends that a word is a clue to."""
    if step.word.meets(words[index].key):
        yield index, index + 1
    for _, offset, stems in step.compounds:
        first = index - offset
        end = first + len(stems)
        if (
            first >= 0
            and end <= len(words)
            and all(stem.meets(words[first + i].key) for i, stem in enumerate(stems))
        ):
            yield first, end


def _met(
    rule: Prepared, words: Sequence[Word], stands: Mapping[int, _Stands]
) -> Iterator[Hit]:
    """Yield where a rule stands in a sentence, by where all its steps do."""
    met = [
        (first, end, side)
        for side, steps in enumerate(rule.sides)
        for first, end in _sides(steps, words, stands)
    ]
    for pair in _pairs(met) if len(rule.sides) > 1 else ([one] for one in met):
        parts = [Span(words[first].start, words[end - 1].end) for first, end, _ in pair]
        span = Span(parts[0].start, parts[-1].end)
        yield Hit(rule.owner, rule.pattern, span, tuple(parts))


def _sides(
    steps: Sequence[Sought], words: Sequence[Word], stands: Mapping[int, _Stands]
) -> Iterator[_Place]:
    """Yield where a side begins and the index after it.

    Every way to meet a step is followed, and ways that meet again are one, so that the
    work grows with the steps only.
    """
    for first, ends in stands[steps[0].number].items():
        reached = set(ends)
        for step in steps[1:]:
            here = stands[step.number]
            reached = {
                end
                for start in {s for e in reached for s in _nearby(words, e, step.gap)}
                if start in here
                for end in here[start]
            }
        if reached:
            yield first, min(reached)


def _pairs(met: Iterable[_Met]) -> Iterator[list[_Met]]:
    """Yield the neighbours that complete each other, each side of a rule once."""
    last: dict[int, _Met] = {}
    for half in sorted(met, key=lambda one: (one[0], one[2])):
        first, _, side = half
        other = last.get(1 - side)
        if other and 0 <= first - other[1] <= MOST_WORDS_APART:
            yield [other, half]
            last.clear()
        else:
            last[side] = half


def _nearby(words: Sequence[Word], end: int, gap: int) -> Iterator[int]:
    """Yield the indexes from `end` on that a gap allows; small words do not count."""
    counted = 0
    for i in range(end, min(end + 1 + 2 * gap, len(words))):
        yield i
        counted += words[i].key not in _SMALL_WORDS
        if counted > gap:
            return
