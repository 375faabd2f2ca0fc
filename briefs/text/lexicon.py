"""Find many patterns in a text, in one pass over its words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from briefs.model import Span
from briefs.text.fold import Word
from briefs.text.patterns import Pattern, Step
from briefs.text.stems import Stem

MOST_WORDS_APART = 6
"""How many words `&` lets stand between its two sides."""

_NO_SIGN = -1
"""The sign of a step that is met by compounds only."""

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


class _Compound(NamedTuple):
    """Several words in a row, found by the sign of the longest and its place there."""

    sign: int
    place: int
    stems: tuple[Stem, ...]


class _Place(NamedTuple):
    """A step, ready to be looked for: the `signs` of its word and of its compounds.

    Steps that ask for the same have one `number`, whatever their gap.
    """

    number: int
    signs: frozenset[int]
    word: int
    compounds: tuple[_Compound, ...]
    gap: int


class _Rule(NamedTuple):
    """A pattern, ready to be looked for; `rest` are the steps it is not kept under."""

    number: int
    owner: str
    pattern: Pattern
    sides: tuple[tuple[_Place, ...], ...]
    rest: tuple[frozenset[int], ...]


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
        self._numbers: dict[Stem, int] = {}
        self._asked: dict[tuple[Stem, tuple[tuple[Stem, ...], ...]], int] = {}
        self._kept: defaultdict[int, list[_Rule]] = defaultdict(list)
        patterns = tuple(patterns)
        self._used = Counter(
            key
            for _, pattern in patterns
            for step in chain(*pattern.sides)
            for stem in (step.word, *chain(*step.compounds))
            for key in stem.keys
        )
        for number, (owner, pattern) in enumerate(patterns):
            sides = tuple(tuple(map(self._place, side)) for side in pattern.sides)
            steps = zip(chain(*pattern.sides), chain(*sides), strict=True)
            rarest, *rest = sorted(steps, key=lambda pair: self._commonness(pair[0]))
            others = tuple(place.signs for _, place in rest)
            rule = _Rule(number, owner, pattern, sides, others)
            for sign in rarest[1].signs:
                self._kept[sign].append(rule)
        del self._used, self._asked  # of no use when all patterns are read
        self._by_beginning: dict[str, list[Stem]] = {}
        for stem in self._numbers:
            for key in dict.fromkeys(stem.keys):
                self._by_beginning.setdefault(key, []).append(stem)
        self._longest = max(map(len, self._by_beginning), default=0)
        self._known: dict[str, tuple[int, ...]] = {}

    def find(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Yield every hit in a text, of which these are the words."""
        known = self._known
        place, told = 0, _Told()
        for index, word in enumerate(words):
            if word.sentence != place:
                yield from self._hits(words, told)
                place, told = word.sentence, _Told()
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
            for place in chain(*rule.sides):
                if place.number not in stands:
                    stands[place.number] = _stands(place, words, told)
            yield from _met(rule, words, stands)

    def _place(self, step: Step) -> _Place:
        compounds = tuple(map(self._compound, step.compounds))
        word = self._sign(step.word) if step.word.keys else _NO_SIGN
        signs = {word, *(one.sign for one in compounds)} - {_NO_SIGN}
        number = self._asked.setdefault((step.word, step.compounds), len(self._asked))
        return _Place(number, frozenset(signs), word, compounds, step.gap)

    def _compound(self, stems: tuple[Stem, ...]) -> _Compound:
        place = min(range(len(stems)), key=lambda i: self._commonness_of(stems[i]))
        return _Compound(self._sign(stems[place]), place, stems)

    def _commonness(self, step: Step) -> float:
        """Return how often a step may stand in a text."""
        compounds = (min(map(self._commonness_of, one)) for one in step.compounds)
        return self._commonness_of(step.word) + sum(compounds)

    def _commonness_of(self, stem: Stem) -> float:
        """Return the same of a word: short ones are, and those often asked for."""
        return float(sum(self._used[key] * 2.0 ** -len(key) for key in stem.keys))

    def _sign(self, stem: Stem) -> int:
        return self._numbers.setdefault(stem, len(self._numbers))

    def _signs(self, key: str) -> tuple[int, ...]:
        """Work out, once for each word, which signs it may be."""
        lengths = range(1, min(len(key), self._longest) + 1)
        stems = chain(*(self._by_beginning.get(key[:length], ()) for length in lengths))
        met = {self._numbers[stem] for stem in stems if stem.meets(key)}
        self._known[key] = tuple(met)
        return self._known[key]


def _met(
    rule: _Rule, words: Sequence[Word], stands: Mapping[int, _Stands]
) -> Iterator[Hit]:
    """Yield where a rule stands in a sentence, by where all its steps do."""
    met = [
        (first, end, side)
        for side, places in enumerate(rule.sides)
        for first, end in _sides(places, words, stands)
    ]
    for pair in _pairs(met) if len(rule.sides) > 1 else ([one] for one in met):
        parts = [Span(words[first].start, words[end - 1].end) for first, end, _ in pair]
        span = Span(parts[0].start, parts[-1].end)
        yield Hit(rule.owner, rule.pattern, span, tuple(parts))


def _sides(
    places: Sequence[_Place], words: Sequence[Word], stands: Mapping[int, _Stands]
) -> Iterator[tuple[int, int]]:
    """Yield where a side begins and the index after it.

    Every way to meet a step is followed, and ways that meet again are one, so that the
    work grows with the steps only.
    """
    for first, ends in stands[places[0].number].items():
        reached = set(ends)
        for place in places[1:]:
            here = stands[place.number]
            reached = {
                end
                for start in {s for e in reached for s in _nearby(words, e, place.gap)}
                if start in here
                for end in here[start]
            }
        if reached:
            yield first, min(reached)


def _stands(place: _Place, words: Sequence[Word], told: _Told) -> _Stands:
    """Return where a step stands in a sentence that tells these signs."""
    found: _Stands = {first: [first + 1] for first in told.get(place.word, ())}
    for sign, offset, stems in place.compounds:
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
