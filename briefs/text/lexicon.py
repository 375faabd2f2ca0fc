"""Find many patterns in a text, in one pass over its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
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


_Told = dict[int, list[int]]
"""Where the words of a sentence stand that may be a sign, by the sign."""

_Stands = dict[int, list[int]]
"""Where a step stands: the indexes after it, by its first word."""

_Met = tuple[int, int, int]
"""Where a side stands: its first word, the one after it, and which side it is."""


class Lexicon:
    """Many owners' patterns, looked for in one pass over the words of a text.

    Each word of a pattern is a sign, and which signs a word of a text may be is worked
    out once. A pattern is kept under the signs of its rarest step, and only tried in a
    sentence that has a sign of each of its steps.
    """

    def __init__(self, patterns: Iterable[tuple[str, Pattern]]) -> None:
        prepared = Preparation(patterns)
        self._kept: defaultdict[int, list[Prepared]] = defaultdict(list)
        for rule in prepared:
            for sign in rule.opening:
                self._kept[sign].append(rule)
        self._numbers = prepared.signs
        self._by_beginning: dict[str, list[Stem]] = {}
        for stem in self._numbers:
            for key in dict.fromkeys(stem.keys):
                self._by_beginning.setdefault(key, []).append(stem)
        self._longest = max(map(len, self._by_beginning), default=0)
        self._known: dict[str, tuple[int, ...]] = {}

    def find(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Yield every hit in a text, of which these are the words."""
        known = self._known
        sentence, told = 0, _Told()
        for index, word in enumerate(words):
            if word.sentence != sentence:
                yield from self._hits(words, told)
                sentence, told = word.sentence, _Told()
            signs = known.get(word.key)
            for sign in self._signs(word.key) if signs is None else signs:
                if sign in told:
                    told[sign].append(index)
                else:
                    told[sign] = [index]
        yield from self._hits(words, told)

    def _hits(self, words: Sequence[Word], told: _Told) -> Iterator[Hit]:
        """Yield the hits in a sentence, of which the signs are told."""
        signs = told.keys()
        possible = {
            rule.number: rule
            for sign in signs & self._kept.keys()
            for rule in self._kept[sign]
            if not any(map(signs.isdisjoint, rule.rest))
        }
        stands: dict[int, _Stands] = {}
        for number in sorted(possible):
            rule = possible[number]
            for sought in chain(*rule.sides):
                if sought.number not in stands:
                    stands[sought.number] = _stands(sought, words, told)
            yield from _met(rule, words, stands)

    def _signs(self, key: str) -> tuple[int, ...]:
        """Work out, once for each word, which signs it may be."""
        lengths = range(1, min(len(key), self._longest) + 1)
        stems = chain(*(self._by_beginning.get(key[:length], ()) for length in lengths))
        met = {self._numbers[stem] for stem in stems if stem.meets(key)}
        self._known[key] = tuple(met)
        return self._known[key]


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
) -> Iterator[tuple[int, int]]:
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


def _stands(sought: Sought, words: Sequence[Word], told: _Told) -> _Stands:
    """Return where a step stands in a sentence that tells these signs."""
    found: _Stands = {first: [first + 1] for first in told.get(sought.word, ())}
    for sign, offset, stems in sought.compounds:
        for index in told.get(sign, ()):
            first = index - offset
            end = first + len(stems)
            here = words[index].sentence
            if (
                first >= 0
                and end <= len(words)
                and words[first].sentence == words[end - 1].sentence == here
                and all(
                    stem.meets(words[first + i].key) for i, stem in enumerate(stems)
                )
            ):
                found.setdefault(first, []).append(end)
    return found


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
