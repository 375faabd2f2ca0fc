"""Find many patterns in a text, in one pass over its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, pairwise
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

_Standing = tuple[int, int, frozenset[int]]
"""Where a compound begins, the index after it, and the steps it meets."""

_Compound = tuple[tuple[Stem, ...], frozenset[int]]
"""The words of a compound behind its first two, and the steps it meets."""

_Met = tuple[int, int, int]
"""Where a side stands: its first word, the one after it, and which side it is."""

_NOTHING: frozenset[int] = frozenset()


class _Known(NamedTuple):
    """What is known of a word: the steps it meets, and the pairs it is a half of.

    Pairs are the first two words of compounds.
    """

    steps: frozenset[int]
    opens: frozenset[int]
    closes: frozenset[int]


class Lexicon:
    """Many owners' patterns, looked for in one pass over the words of a text.

    Which steps of patterns a word of a text meets is worked out once. A pattern is kept
    under its rarest step, and only tried in a sentence where each of its steps stands.
    """

    def __init__(self, patterns: Iterable[tuple[str, Pattern]]) -> None:
        prepared = Preparation(patterns)
        self._kept: defaultdict[int, list[Prepared]] = defaultdict(list)
        for rule in prepared:
            self._kept[rule.opening].append(rule)
        self._openings = frozenset(self._kept)
        self._dictionary = _Dictionary(prepared)

    def find(self, words: Iterable[Word]) -> Iterator[Hit]:
        """Yield every hit in a text, of which these are the words."""
        for _, sentence in groupby(words, key=_SENTENCE):
            yield from self._hits(list(sentence))

    def _hits(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Yield the hits in a sentence."""
        dictionary = self._dictionary
        known = [dictionary[word.key] for word in words]
        compounds = list(dictionary.compounds(words, known))
        told = _NOTHING.union(
            *(one.steps for one in known), *(steps for _, _, steps in compounds)
        )
        possible = [
            rule
            for step in told & self._openings
            for rule in self._kept[step]
            if rule.rest <= told
        ]
        if not possible:
            return
        possible.sort()  # by their numbers
        stands = _stands(possible, known, compounds)
        for rule in possible:
            yield from _met(rule, words, stands)


class _Dictionary(dict[str, _Known]):
    """What is known of each word, worked out when it is first looked up."""

    def __init__(self, prepared: Preparation) -> None:
        super().__init__()
        self._steps = prepared.words
        self._pairs: dict[tuple[Stem, ...], int] = {}
        self._begun: defaultdict[int, list[_Compound]] = defaultdict(list)
        self._opens: defaultdict[Stem, list[int]] = defaultdict(list)
        self._closes: defaultdict[Stem, list[int]] = defaultdict(list)
        for stems, steps in prepared.compounds.items():
            pair = self._pair(*stems[:2])
            self._begun[pair].append((stems[2:], frozenset(steps)))
        self._by_beginning: defaultdict[str, list[Stem]] = defaultdict(list)
        for stem in {*self._steps, *self._opens, *self._closes}:
            for key in dict.fromkeys(stem.keys):
                self._by_beginning[key].append(stem)
        self._longest = max(map(len, self._by_beginning), default=0)

    def __missing__(self, key: str) -> _Known:
        lengths = range(1, min(len(key), self._longest) + 1)
        stems = chain(*(self._by_beginning.get(key[:length], ()) for length in lengths))
        met = [stem for stem in dict.fromkeys(stems) if stem.meets(key)]
        self[key] = found = _Known(
            *(
                frozenset(chain(*(numbers.get(stem, ()) for stem in met)))
                for numbers in (self._steps, self._opens, self._closes)
            )
        )
        return found

    def compounds(
        self, words: Sequence[Word], known: Sequence[_Known]
    ) -> Iterator[_Standing]:
        """Yield where compounds begin and end in a sentence, and the steps they meet."""
        for index, (one, other) in enumerate(pairwise(known)):
            for pair in one.opens & other.closes:
                for more, steps in self._begun[pair]:
                    end = index + 2 + len(more)
                    if end <= len(words) and _are(more, words[index + 2 : end]):
                        yield index, end, steps

    def _pair(self, first: Stem, second: Stem) -> int:
        """Return the number of a pair."""
        if (first, second) not in self._pairs:
            self._pairs[first, second] = number = len(self._pairs)
            self._opens[first].append(number)
            self._closes[second].append(number)
        return self._pairs[first, second]


def _are(stems: Iterable[Stem], words: Iterable[Word]) -> bool:
    return all(map(Stem.meets, stems, (word.key for word in words)))


def _stands(
    rules: Iterable[Prepared],
    known: Iterable[_Known],
    compounds: Iterable[_Standing],
) -> dict[int, _Stands]:
    """Return where each step of some rules stands in a sentence, by its number."""
    found: dict[int, _Stands] = {
        step.number: {} for rule in rules for side in rule.sides for step in side
    }
    wanted = frozenset(found)
    for index, word in enumerate(known):
        for step in word.steps & wanted:
            found[step][index] = [index + 1]
    for first, end, steps in compounds:
        for step in steps & wanted:
            found[step].setdefault(first, []).append(end)
    return found


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
