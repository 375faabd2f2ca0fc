"""Read the patterns of a topic as people write them, and find them in a text.

`кыйноо` is the beginning of a word; `гей|` a whole word; `өзбек:` a noun with its
endings; `чекте+` a verb with its verbal noun; `мыйзамсыз камоо` two neighbouring words;
`уруп ~ согу` the same with up to two words between; `пара ал/бер` one of two;
`милиция & саба` both in one sentence, in either order. `?камак` is a weak sign: it
counts only beside another sign of its topic.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import regex

from briefs.model import Span
from briefs.text.fold import Word
from briefs.text.stems import Stem, StemError, stem

MOST_WORDS_BETWEEN = 2
"""How many words `~` lets stand between its neighbours; "в", "of" are not counted."""

MOST_WORDS_APART = 6
"""How many words `&` lets stand between its two sides."""

_SHORT_WORD = 3
# Those of Russian and English; in Kyrgyz, endings say what they say.
_SMALL_WORDS = frozenset(
    "в во до за и из к ко на о об от по с со у".split()  # noqa: SIM905
    + "a an and at by in of on or the to".split()  # noqa: SIM905
)
_AROUND_SLASH = regex.compile(r"\s*/\s*")


class PatternError(ValueError):
    """A pattern that cannot be read; the message says why."""


class Step(NamedTuple):
    """One place of a pattern, after at most `gap` other words.

    A single `word` stands there, or one of `compounds` ("үй-бүлө") in a row.
    """

    word: Stem
    compounds: tuple[tuple[Stem, ...], ...]
    gap: int

    @property
    def firsts(self) -> Stem:
        """What the first word at this place may be."""
        return sum((compound[0] for compound in self.compounds), self.word)

    def ends(self, words: Sequence[Word], first: int) -> Iterator[int]:
        """Yield the index after each choice that stands at `first`."""
        if self.word.meets(words[first].key):
            yield first + 1
        for compound in self.compounds:
            end = first + len(compound)
            if (
                compound[0].meets(words[first].key)
                and end <= len(words)
                and words[end - 1].sentence == words[first].sentence
                and all(
                    stem.meets(words[first + i].key) for i, stem in enumerate(compound)
                )
            ):
                yield end


Side = tuple[Step, ...]


def _side_end(side: Side, words: Sequence[Word], first: int) -> int | None:
    """Return the index after a side that begins at `first`, None if none does.

    It never reaches beyond the end of a sentence. Every way to meet a step is followed,
    and ways that meet again are one, so that the work grows with the steps only.
    """
    if len(side) == 1:
        return min(side[0].ends(words, first), default=None)
    sentence = words[first].sentence
    reached = set(side[0].ends(words, first))
    for step in side[1:]:
        starts = {
            start
            for end in reached
            for start in _nearby(words, end, step.gap)
            if words[start].sentence == sentence
        }
        reached = {end for start in starts for end in step.ends(words, start)}
    return min(reached, default=None)


def _nearby(words: Sequence[Word], end: int, gap: int) -> Iterator[int]:
    """Yield the indexes from `end` on that a gap allows; small words do not count."""
    counted = 0
    for i in range(end, min(end + 1 + 2 * gap, len(words))):
        yield i
        counted += words[i].key not in _SMALL_WORDS
        if counted > gap:
            return


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule that betrays a topic, as `written` and as the sides it consists of.

    Most have one side; two sides ("милиция & саба") may stand in either order.
    """

    written: str
    weak: bool
    sides: tuple[Side, ...]


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
    """A side of an owner's pattern, ready to be looked for."""

    rule: int
    side: int
    steps: Side
    firsts: Stem


class _Met(NamedTuple):
    """A side of a two-sided pattern that stands in a text: its words and its place."""

    rule: int
    sentence: int
    side: int
    first: int
    end: int


class Lexicon:
    """Many owners' patterns, looked for in one pass over the words of a text."""

    def __init__(self, patterns: Iterable[tuple[str, Pattern]]) -> None:
        self._rules = tuple(patterns)
        self._by_beginning: dict[str, list[_Entry]] = {}
        for rule, (_, pattern) in enumerate(self._rules):
            for side, steps in enumerate(pattern.sides):
                firsts = steps[0].firsts
                entry = _Entry(rule, side, steps, firsts)
                for key in dict.fromkeys(firsts.keys):
                    self._by_beginning.setdefault(key, []).append(entry)
        self._longest = max(map(len, self._by_beginning), default=0)
        self._by_word: dict[str, tuple[_Entry, ...]] = {}

    def find(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Yield every hit in a text, of which these are the words."""
        halves: list[_Met] = []
        for first, word in enumerate(words):
            for rule, side, steps, _ in self._starting_like(word.key):
                end = _side_end(steps, words, first)
                if end is None:
                    continue
                if len(self._rules[rule][1].sides) > 1:
                    halves.append(_Met(rule, word.sentence, side, first, end))
                else:
                    yield self._hit(rule, [Span(word.start, words[end - 1].end)])
        for rule, pair in _pairs(halves):
            yield self._hit(
                rule, [Span(words[m.first].start, words[m.end - 1].end) for m in pair]
            )

    def _hit(self, rule: int, parts: list[Span]) -> Hit:
        owner, pattern = self._rules[rule]
        span = Span(parts[0].start, parts[-1].end)
        return Hit(owner, pattern, span, tuple(parts))

    def _starting_like(self, key: str) -> tuple[_Entry, ...]:
        known = self._by_word.get(key)
        if known is None:
            longest = min(len(key), self._longest)
            beginnings = (key[:length] for length in range(1, longest + 1))
            found = (e for b in beginnings for e in self._by_beginning.get(b, ()))
            known = tuple(
                entry
                for entry in {id(each): each for each in found}.values()
                if entry.firsts.meets(key)
            )
            self._by_word[key] = known
        return known


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


def parse(written: str) -> Pattern:
    """Read a pattern; raise PatternError when it makes no sense."""
    sides = _AROUND_SLASH.sub("/", written.removeprefix("?")).split("&")
    if len(sides) > 2:
        raise PatternError("“&” stands once, between two sides")
    return Pattern(written, written.startswith("?"), tuple(map(_side, sides)))


def _side(written: str) -> Side:
    tokens = written.split()
    if not tokens:
        raise PatternError("it has no words")
    if "~" in (tokens[0], tokens[-1]):
        raise PatternError("“~” stands between two words")
    steps: list[Step] = []
    gap = 0
    for i, token in enumerate(tokens):
        if token == "~":
            gap = MOST_WORDS_BETWEEN
            continue
        last = i == len(tokens) - 1
        choices = [_choice(part, last=last) for part in token.split("/")]
        word = sum((one[0] for one in choices if len(one) == 1), Stem())
        compounds = tuple(one for one in choices if len(one) > 1)
        steps.append(Step(word, compounds, gap))
        gap = 0
    if len(steps) == 1:
        _refuse_short(steps[0])
    return tuple(steps)


def _choice(part: str, *, last: bool) -> tuple[Stem, ...]:
    compound = part.split("-")
    return tuple(
        _stem(word, last=last and i == len(compound) - 1)
        for i, word in enumerate(compound)
    )


def _stem(written: str, *, last: bool) -> Stem:
    """Return a pattern's word; a short one that is not the last has to be whole.

    Otherwise `ала кач` (kidnap a bride) is met in "аларга качкын" (to them, refugee).
    """
    short = not last and len(written) <= _SHORT_WORD and written.isalnum()
    try:
        return stem(f"{written}|" if short else written)
    except StemError as problem:
        raise PatternError(str(problem)) from problem


def _refuse_short(step: Step) -> None:
    key = min(step.word.beginnings, key=len, default=" " * _SHORT_WORD)
    if len(key) < _SHORT_WORD:
        raise PatternError(f"too many words begin with “{key}”; “{key}|” is one word")
