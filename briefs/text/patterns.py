"""Read the patterns of a topic as people write them, and find them in a text.

`кыйноо` is the beginning of a word; `гей|` a whole word; `мыйзамсыз камоо` two
neighbouring words; `уруп ~ согу` the same with up to two words between; `пара ал/бер`
one of two. `?камак` is a weak sign: it counts only beside another sign of its topic.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex

from briefs.model import Span
from briefs.text.fold import Word, fold

MOST_WORDS_BETWEEN = 2
"""How many words `~` lets stand between its neighbours."""

_SHORT_WORD = 3
_WRITTEN_WORD = regex.compile(r"[\p{L}\p{N}]+\|?")
_AROUND_SLASH = regex.compile(r"\s*/\s*")
_SENTENCE_END = regex.compile(r"[.!?…;]")


class PatternError(ValueError):
    """A pattern that cannot be read; the message says why."""


class Stem(NamedTuple):
    """The beginning of a word, or a `whole` word, as a search key."""

    key: str
    whole: bool

    def meets(self, word: Word) -> bool:
        """Tell whether a word of a text is this one or begins with it."""
        return word.key == self.key if self.whole else word.key.startswith(self.key)


class Step(NamedTuple):
    """One place of a pattern, after at most `gap` other words.

    Each choice is one word, or the words of a compound ("үй-бүлө") in a row.
    """

    choices: tuple[tuple[Stem, ...], ...]
    gap: int

    def end(self, words: Sequence[Word], first: int) -> int | None:
        """Return the index after the first choice that stands at `first`, or None."""
        for choice in self.choices:
            here = words[first : first + len(choice)]
            if len(here) == len(choice) and all(map(Stem.meets, choice, here)):
                return first + len(choice)
        return None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule that betrays a topic, as `written` and as the steps it consists of."""

    written: str
    weak: bool
    steps: tuple[Step, ...]

    def end(self, text: str, words: Sequence[Word], first: int) -> int | None:
        """Return the index after the pattern's last word, its first one at `first`.

        None when the pattern does not stand there. A pattern never reaches beyond the
        end of a sentence.
        """
        end = self.steps[0].end(words, first)
        for step in self.steps[1:]:
            if end is None:
                return None
            ends = (step.end(words, i) for i in _nearby(text, words, end, step.gap))
            end = next((found for found in ends if found is not None), None)
        return end


class Hit(NamedTuple):
    """Where a text meets a pattern, and whose pattern it is."""

    owner: str
    pattern: Pattern
    span: Span

    def overlaps(self, other: "Hit") -> bool:
        """Tell whether two hits share some of the text."""
        return self.span.overlaps(other.span)


class Lexicon:
    """Many owners' patterns, looked for in one pass over the words of a text."""

    def __init__(self, patterns: Iterable[tuple[str, Pattern]]) -> None:
        self._by_first_stem: dict[str, list[tuple[str, Pattern]]] = {}
        for owner, pattern in patterns:
            for key in {choice[0].key for choice in pattern.steps[0].choices}:
                self._by_first_stem.setdefault(key, []).append((owner, pattern))
        self._by_word: dict[str, list[tuple[str, Pattern]]] = {}

    def find(self, text: str, words: Sequence[Word]) -> Iterator[Hit]:
        """Yield every hit in a text; `words` are the text's words."""
        for first, word in enumerate(words):
            for owner, pattern in self._starting_like(word.key):
                end = pattern.end(text, words, first)
                if end is not None:
                    span = Span(word.start, words[end - 1].end)
                    yield Hit(owner, pattern, span)

    def _starting_like(self, key: str) -> list[tuple[str, Pattern]]:
        if key not in self._by_word:
            beginnings = (key[:length] for length in range(1, len(key) + 1))
            self._by_word[key] = [
                rule
                for beginning in beginnings
                for rule in self._by_first_stem.get(beginning, ())
            ]
        return self._by_word[key]


def parse(written: str) -> Pattern:
    """Read a pattern; raise PatternError when it makes no sense."""
    tokens = _AROUND_SLASH.sub("/", written.removeprefix("?")).split()
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
        choices = tuple(_choice(part, last=last) for part in token.split("/"))
        steps.append(Step(choices, gap))
        gap = 0
    if len(steps) == 1:
        _refuse_short(steps[0])
    return Pattern(written, written.startswith("?"), tuple(steps))


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
    if not _WRITTEN_WORD.fullmatch(written):
        raise PatternError(f"“{written}” is not a word")
    bare = written.removesuffix("|")
    short = not last and len(bare) <= _SHORT_WORD
    return Stem(fold(bare), short or written.endswith("|"))


def _refuse_short(step: Step) -> None:
    for stem in (choice[0] for choice in step.choices if len(choice) == 1):
        if len(stem.key) < _SHORT_WORD and not stem.whole:
            raise PatternError(
                f"too many words begin with “{stem.key}”; “{stem.key}|” is one word"
            )


def _nearby(text: str, words: Sequence[Word], end: int, gap: int) -> Iterator[int]:
    """Yield the indexes from `end` on that a gap allows, within the sentence."""
    for i in range(end, min(end + 1 + gap, len(words))):
        if _SENTENCE_END.search(text, words[i - 1].end, words[i].start):
            return
        yield i
