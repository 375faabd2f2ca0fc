"""Find many patterns in a text, in one pass over its words."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from briefs.model import Span
from briefs.text.fold import Clause
from briefs.text.patterns import Pattern
from briefs.text.prepared import Preparation, Prepared, Sought
from briefs.text.stems import Ending, Stem

MOST_WORDS_APART = 6
"""How many words `&` lets stand between its two sides."""

_MOST_WORDS = 20_000
"""Words that are kept in mind: a kilobyte each."""

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


_Stands = dict[int, list[int]]
"""Where a step stands: the indexes after it, by its first word."""

_Met = tuple[int, int, int]
"""Where a side stands: its first word, which side it is, and the index after it."""


class _Steps(NamedTuple):
    """Steps of patterns: their `numbers`, and the openings among them."""

    numbers: frozenset[int]
    openings: frozenset[int]


class _Known(NamedTuple):
    """What is known of a word: the steps it meets, and the pairs it is a half of.

    Pairs are the first two words of compounds.
    """

    steps: _Steps
    opens: frozenset[int]
    closes: frozenset[int]


_Part = tuple[frozenset[int], frozenset[int], frozenset[int]]
"""The numbers of steps that a word meets, and of pairs that it opens and closes."""


class _Compound(NamedTuple):
    """The words of a compound behind its first two, and the steps it meets."""

    more: tuple[Stem, ...]
    steps: _Steps


class _Standing(NamedTuple):
    """Where a compound stands in a clause, and the steps it meets."""

    first: int
    end: int
    steps: _Steps


class Lexicon:
    """Many owners' patterns, looked for in one pass over the words of a text.

    Which steps of patterns a word of a text meets is worked out once. A pattern is kept
    under its rarest step, and only tried in a clause where each of its steps stands.
    """

    def __init__(self, patterns: Iterable[tuple[str, Pattern]]) -> None:
        prepared = Preparation(patterns)
        self._kept: defaultdict[int, list[tuple[int, Prepared]]] = defaultdict(list)
        for rule in prepared:
            self._kept[rule.opening].append((rule.second, rule))
        self._dictionary = _Dictionary(prepared, frozenset(self._kept))

    def find(self, clauses: Iterable[Clause]) -> Iterator[Hit]:
        """Yield every hit in a text, of which these are the clauses."""
        for clause in clauses:
            yield from self._hits(clause)

    def _hits(self, clause: Clause) -> list[Hit]:
        dictionary = self._dictionary
        known = [dictionary[key] for key in clause.keys]
        compounds = list(dictionary.compounds(clause.keys, known))
        met = [word.steps for word in known]
        met += [compound.steps for compound in compounds]
        openings = _NOTHING.union(*[steps.openings for steps in met])
        if not openings:
            return []
        told = _NOTHING.union(*[steps.numbers for steps in met])
        possible = [
            rule
            for opening in openings
            for second, rule in self._kept[opening]
            if second in told and rule.rest <= told
        ]
        if not possible:
            return []
        possible.sort()  # by their numbers
        stands = _stands(possible, known, compounds)
        return [hit for rule in possible for hit in _met(rule, clause, stands)]


_NOTHING: frozenset[int] = frozenset()
_NO_PART: _Part = (_NOTHING, _NOTHING, _NOTHING)


class _Dictionary(dict[str, _Known]):
    """What is known of each word, worked out when it is first looked up."""

    def __init__(self, prepared: Preparation, openings: frozenset[int]) -> None:
        super().__init__()
        self._openings = openings
        self._steps = prepared.words
        self._pairs: dict[tuple[Stem, ...], int] = {}
        self._begun: defaultdict[int, list[_Compound]] = defaultdict(list)
        self._opens: defaultdict[Stem, list[int]] = defaultdict(list)
        self._closes: defaultdict[Stem, list[int]] = defaultdict(list)
        for stems, steps in prepared.compounds.items():
            pair = self._pair(*stems[:2])
            self._begun[pair].append(_Compound(stems[2:], self._told(steps)))
        self._by_key = self._by_beginning()
        self._longest = max(map(len, self._by_key), default=0)

    def __missing__(self, key: str) -> _Known:
        if len(self) >= _MOST_WORDS:
            self.clear()
        met = [
            part
            for length in range(1, min(len(key), self._longest) + 1)
            for ends, part in self._by_key.get(key[:length], ())
            if ends is None or ends(key, length)
        ]
        each = zip(_NO_PART, *met, strict=True)
        steps, opens, closes = (_NOTHING.union(*numbers) for numbers in each)
        self[key] = found = _Known(self._told(steps), opens, closes)
        return found

    def compounds(
        self, keys: Sequence[str], known: Iterable[_Known]
    ) -> Iterator[_Standing]:
        """Yield where compounds stand in a clause."""
        for index, (one, other) in enumerate(pairwise(known)):
            if one.opens.isdisjoint(other.closes):  # quick, and mostly so
                continue
            for pair in one.opens & other.closes:
                for more, steps in self._begun[pair]:
                    end = index + 2 + len(more)
                    if not more or (
                        end <= len(keys) and _are(more, keys[index + 2 : end])
                    ):
                        yield _Standing(index, end, steps)

    def _by_beginning(self) -> dict[str, list[tuple[Ending | None, _Part]]]:
        """Return what a word is told to meet by how it begins and ends."""
        stems: defaultdict[str, defaultdict[Ending | None, list[Stem]]]
        stems = defaultdict(lambda: defaultdict(list))
        for stem in {*self._steps, *self._opens, *self._closes}:
            for key, ending in stem.endings:
                stems[key][ending].append(stem)
        return {
            key: [(ending, self._part(those)) for ending, those in by_ending.items()]
            for key, by_ending in stems.items()
        }

    def _part(self, stems: Iterable[Stem]) -> _Part:
        steps, opens, closes = (
            frozenset(chain(*(numbers.get(stem, ()) for stem in stems)))
            for numbers in (self._steps, self._opens, self._closes)
        )
        return steps, opens, closes

    def _told(self, steps: Collection[int]) -> _Steps:
        return _Steps(frozenset(steps), self._openings.intersection(steps))

    def _pair(self, first: Stem, second: Stem) -> int:
        """Return the number of a pair."""
        if (first, second) not in self._pairs:
            self._pairs[first, second] = number = len(self._pairs)
            self._opens[first].append(number)
            self._closes[second].append(number)
        return self._pairs[first, second]


def _are(stems: Iterable[Stem], keys: Iterable[str]) -> bool:
    return all(map(Stem.meets, stems, keys))


def _stands(
    rules: Iterable[Prepared],
    known: Iterable[_Known],
    compounds: Iterable[_Standing],
) -> dict[int, _Stands]:
    """Return where each step of some rules stands in a clause, by its number."""
    found: dict[int, _Stands] = {
        step.number: {} for rule in rules for side in rule.sides for step in side
    }
    wanted = frozenset(found)
    for index, word in enumerate(known):
        for step in word.steps.numbers & wanted:
            found[step][index] = [index + 1]
    for first, end, steps in compounds:
        for step in steps.numbers & wanted:
            found[step].setdefault(first, []).append(end)
    return found


def _met(
    rule: Prepared, clause: Clause, stands: Mapping[int, _Stands]
) -> Iterator[Hit]:
    """Yield where a rule stands in a clause, by where all its steps do."""
    sides = [_sides(side, clause.keys, stands) for side in rule.sides]
    if not all(sides):
        return
    spans = clause.spans
    met = [(one, side, end) for side, each in enumerate(sides) for one, end in each]
    for pair in _pairs(met) if len(sides) > 1 else zip(met, strict=True):
        parts = tuple([Span(spans[one][0], spans[end - 1][1]) for one, _, end in pair])
        span = parts[0] if len(parts) == 1 else Span(parts[0].start, parts[-1].end)
        yield Hit(rule.owner, rule.pattern, span, parts)


def _sides(
    steps: Sequence[Sought], keys: Sequence[str], stands: Mapping[int, _Stands]
) -> list[tuple[int, int]]:
    """Return where a side begins and the index after it.

    Every way to meet a step is followed, and ways that meet again are one, so that the
    work grows with the steps only.
    """
    if len(steps) == 1:
        return [(first, min(ends)) for first, ends in stands[steps[0].number].items()]
    found = []
    for first, ends in stands[steps[0].number].items():
        reached: Collection[int] = ends
        for step in steps[1:]:
            here = stands[step.number]
            reached = {
                end
                for start in {s for e in reached for s in _nearby(keys, e, step.gap)}
                if start in here
                for end in here[start]
            }
        if reached:
            found.append((first, min(reached)))
    return found


def _pairs(met: Iterable[_Met]) -> Iterator[tuple[_Met, ...]]:
    """Yield the neighbours that complete each other, each side of a rule once."""
    last: dict[int, _Met] = {}
    for half in sorted(met):
        first, side, _ = half
        other = last.get(1 - side)
        if other and 0 <= first - other[-1] <= MOST_WORDS_APART:
            yield other, half
            last.clear()
        else:
            last[side] = half


def _nearby(keys: Sequence[str], end: int, gap: int) -> Iterable[int]:
    """Return the indexes from `end` on that a gap allows; small words do not count."""
    if not gap:
        return (end,)
    counted = 0
    for i in range(end, min(end + 1 + 2 * gap, len(keys))):
        counted += keys[i] not in _SMALL_WORDS
        if counted > gap:
            return range(end, i + 1)
    return range(end, min(end + 1 + 2 * gap, len(keys)))
