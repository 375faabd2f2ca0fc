"""Find many patterns in a text, in one pass over its words."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from briefs.model import Span
from briefs.text.dictionary import NO_NUMBERS, Dictionary, Known, Standing, standing
from briefs.text.fold import Clause
from briefs.text.patterns import Pattern
from briefs.text.prepared import Preparation, Prepared, Sought

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


_by_place = itemgetter(0)

_Stands = dict[int, list[int]]
"""Where a step stands: the indexes after it, by its first word."""

_Met = tuple[int, int, int]
"""Where a side stands: its first word, which side it is, and the index after it."""


class Lexicon:
    """Many owners' patterns, looked for in one pass over the words of a text.

    Which steps of patterns a word of a text meets is worked out once. A pattern is kept
    under its rarest step, and only tried in a clause where each of its steps stands.
    """

    def __init__(self, patterns: Iterable[tuple[str, Pattern]]) -> None:
        self._dictionary = Dictionary(Preparation(patterns))

    def find(self, clauses: Iterable[Clause]) -> Iterator[Hit]:
        """Yield every hit in a text, of which these are the clauses."""
        for clause in clauses:
            yield from self._hits(clause)

    def _hits(self, clause: Clause) -> list[Hit]:
        words = list(map(self._dictionary.__getitem__, clause.keys))
        compounds = sorted(standing(words), key=_by_place)
        met = [word.steps for word in words]
        met += [compound.steps for compound in compounds]
        told = NO_NUMBERS.union(*[steps.numbers for steps in met])
        possible = {
            rule.number: rule
            for steps in met
            if steps.seconds
            for second in steps.seconds & told
            for rule in steps.opened[second]
            if rule.rest <= told
        }
        if not possible:
            return []
        rules = [possible[number] for number in sorted(possible)]
        stands = _stands(rules, words, compounds)
        return list(chain(*[_met(rule, clause, stands) for rule in rules]))


def _stands(
    rules: Iterable[Prepared],
    words: Iterable[Known],
    compounds: Iterable[Standing],
) -> dict[int, _Stands]:
    """Return where each step of some rules stands in a clause, by its number."""
    found: dict[int, _Stands] = {
        step.number: {} for rule in rules for side in rule.sides for step in side
    }
    wanted = frozenset(found)
    for index, word in enumerate(words):
        for step in word.steps.numbers & wanted:
            found[step][index] = [index + 1]
    for first, end, steps in compounds:
        for step in steps.numbers & wanted:
            found[step].setdefault(first, []).append(end)
    return found


def _met(
    rule: Prepared, clause: Clause, stands: Mapping[int, _Stands]
) -> Sequence[Hit]:
    """Return where a rule stands in a clause, by where all its steps do."""
    spans = clause.spans
    sides = [_side(side, clause.keys, stands) for side in rule.sides]
    if len(sides) == 1:
        return [
            Hit(rule.owner, rule.pattern, span, (span,))
            for first, end in sides[0]
            for span in (Span(spans[first][0], spans[end - 1][1]),)
        ]
    if not all(sides):
        return ()
    hits = []
    met = [(one, side, end) for side, each in enumerate(sides) for one, end in each]
    for pair in _pairs(met):
        one, other = (
            Span(spans[first][0], spans[end - 1][1]) for first, _, end in pair
        )
        whole = Span(one.start, other.end)
        hits.append(Hit(rule.owner, rule.pattern, whole, (one, other)))
    return hits


def _side(
    steps: Sequence[Sought], keys: Sequence[str], stands: Mapping[int, _Stands]
) -> list[tuple[int, int]]:
    """Return where a side begins and the index after it.

    Every way to meet a step is followed, and ways that meet again are one, so that the
    work grows with the steps only.
    """
    begins = stands[steps[0].number]
    if len(steps) == 1:
        return [(first, min(ends)) for first, ends in begins.items()]
    found = []
    for first, ends in begins.items():
        reached: Collection[int] = ends
        for number, gap in steps[1:]:
            here = stands[number]
            starts = {
                start
                for end in reached
                for start in range(end, end + 1 + 2 * gap)
                if start in here and _are_few(keys[end:start], gap)
            }
            reached = {end for start in starts for end in here[start]}
            if not reached:
                break
        else:
            found.append((first, min(reached)))
    return found


def _are_few(between: Sequence[str], gap: int) -> bool:
    """Tell whether a gap allows so many words; small ones do not count."""
    return len(between) <= gap or (
        sum(key not in _SMALL_WORDS for key in between) <= gap
    )


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
