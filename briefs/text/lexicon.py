"""Find many patterns in a text, in one pass over its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain, groupby
from operator import or_
from typing import NamedTuple

from briefs.model import Span
from briefs.text.fold import Word
from briefs.text.patterns import Pattern, Side, Step
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


class _Entry(NamedTuple):
    """A side of an owner's pattern, ready to be looked for.

    `signs` has a bit for each step, `needs` those of all steps of the whole pattern.
    """

    rule: int
    side: int
    steps: Side
    signs: tuple[int, ...]
    needs: int

    def end(self, words: Sequence[Word], seen: Sequence[int], first: int) -> int | None:
        """Return the index after this side if it begins at `first`, None if not.

        `seen` has the signs of each word. The side never reaches beyond the end of a
        sentence. Every way to meet a step is followed, and ways that meet again are
        one, so that the work grows with the steps only.
        """
        if len(self.steps) == 1:
            if not self.steps[0].compounds:
                return first + 1  # the word that opened this side is all of it
            return min(self.steps[0].ends(words, first), default=None)
        sentence = words[first].sentence
        reached = set(self.steps[0].ends(words, first))
        for step, sign in zip(self.steps[1:], self.signs[1:], strict=True):
            reached = {
                end
                for start in {s for e in reached for s in _nearby(words, e, step.gap)}
                if seen[start] & sign and words[start].sentence == sentence
                for end in step.ends(words, start)
            }
        return min(reached, default=None)


class _Signs(NamedTuple):
    """What a word is to all patterns: steps it may stand for, sides it opens."""

    seen: int
    opens: tuple[_Entry, ...]


class _Met(NamedTuple):
    """A side of a two-sided pattern that stands in a text: its words and its place."""

    rule: int
    sentence: int
    side: int
    first: int
    end: int


class Lexicon:
    """Many owners' patterns, looked for in one pass over the words of a text.

    Each word of a pattern is a bit, and what a word of a text may stand for is worked
    out once. So a pattern is only tried in a sentence that has all it asks for.
    """

    def __init__(self, patterns: Iterable[tuple[str, Pattern]]) -> None:
        self._rules = tuple(patterns)
        self._bits: dict[Stem, int] = {}
        self._opened: dict[Stem, list[_Entry]] = {}
        for rule, (_, pattern) in enumerate(self._rules):
            signs = [tuple(map(self._bit, side)) for side in pattern.sides]
            needs = reduce(or_, chain(*signs))
            for side, steps in enumerate(pattern.sides):
                entry = _Entry(rule, side, steps, signs[side], needs)
                self._opened.setdefault(steps[0].firsts, []).append(entry)
        self._by_beginning: dict[str, list[Stem]] = {}
        for stem in self._bits:
            for key in dict.fromkeys(stem.keys):
                self._by_beginning.setdefault(key, []).append(stem)
        self._longest = max(map(len, self._by_beginning), default=0)
        self._known: dict[str, _Signs] = {}

    def find(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Yield every hit in a text, of which these are the words."""
        halves: list[_Met] = []
        signs = [self._known.get(word.key) or self._signs(word.key) for word in words]
        seen = [sign.seen for sign in signs]
        had: defaultdict[int, int] = defaultdict(int)
        for word, bits in zip(words, seen, strict=True):
            had[word.sentence] |= bits
        for first, (word, sign) in enumerate(zip(words, signs, strict=True)):
            there = had[word.sentence]
            for entry in sign.opens:
                if entry.needs & there != entry.needs:
                    continue
                end = entry.end(words, seen, first)
                if end is None:
                    continue
                if len(self._rules[entry.rule][1].sides) > 1:
                    met = _Met(entry.rule, word.sentence, entry.side, first, end)
                    halves.append(met)
                else:
                    yield self._hit(entry.rule, [Span(word.start, words[end - 1].end)])
        for rule, pair in _pairs(halves):
            yield self._hit(
                rule, [Span(words[m.first].start, words[m.end - 1].end) for m in pair]
            )

    def _bit(self, step: Step) -> int:
        return self._bits.setdefault(step.firsts, 1 << len(self._bits))

    def _hit(self, rule: int, parts: list[Span]) -> Hit:
        owner, pattern = self._rules[rule]
        span = Span(parts[0].start, parts[-1].end)
        return Hit(owner, pattern, span, tuple(parts))

    def _signs(self, key: str) -> _Signs:
        """Work out, once for each word, what it may stand for."""
        beginnings = (
            key[:length] for length in range(1, min(len(key), self._longest) + 1)
        )
        met = {
            stem: self._bits[stem]
            for beginning in beginnings
            for stem in self._by_beginning.get(beginning, ())
            if stem.meets(key)
        }
        opens = chain.from_iterable(self._opened.get(stem, ()) for stem in met)
        signs = _Signs(reduce(or_, met.values(), 0), tuple(opens))
        self._known[key] = signs
        return signs


def _pairs(halves: list[_Met]) -> Iterator[tuple[int, tuple[_Met, _Met]]]:
    """Yield, for each two-sided rule and sentence, the neighbours that complete it."""
    halves.sort()
    for (rule, _), met in groupby(halves, lambda half: (half.rule, half.sentence)):
        in_order = sorted(met, key=lambda half: half.first)
        last: dict[int, _Met] = {}
        for half in in_order:
            other = last.get(1 - half.side)
            if other and 0 <= half.first - other.end <= MOST_WORDS_APART:
                yield rule, (other, half)
                last.clear()
            else:
                last[half.side] = half


def _nearby(words: Sequence[Word], end: int, gap: int) -> Iterator[int]:
    """Yield the indexes from `end` on that a gap allows; small words do not count."""
    counted = 0
    for i in range(end, min(end + 1 + 2 * gap, len(words))):
        yield i
        counted += words[i].key not in _SMALL_WORDS
        if counted > gap:
            return
