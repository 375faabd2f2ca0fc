"""Read the patterns of a topic as people write them.

`кыйноо` is the beginning of a word; `гей|` a whole word; `өзбек:` a noun with its
endings; `чекте+` a verb with its verbal noun; `мыйзамсыз камоо` two neighbouring words;
`уруп ~ согу` the same with up to two words between; `пара ал/бер` one of two;
`милиция & саба` both in one sentence, in either order; `милиция && саба` the same, but
in a long text no sign by itself. `?камак` is a weak sign: it counts only beside another
sign of its topic.
"""

from dataclasses import dataclass
from typing import NamedTuple

import regex

from briefs.errors import Message
from briefs.text.stems import Stem, StemError, stem

MOST_WORDS_BETWEEN = 2
"""How many words `~` lets stand between its neighbours; "в", "of" are not counted."""

_SHORT_WORD = 3
_WIDE = "&&"
_AROUND_SLASH = regex.compile(r"\s*/\s*")


class PatternError(ValueError):
    """A pattern that cannot be read; `said` says why."""

    def __init__(self, said: Message) -> None:
        super().__init__(str(said))
        self.said = said


class Step(NamedTuple):
    """One place of a pattern, after at most `gap` other words.

    A single `word` stands there, or one of `compounds` ("үй-бүлө") in a row.
    """

    word: Stem
    compounds: tuple[tuple[Stem, ...], ...]
    gap: int


Side = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule that betrays a topic, as `written` and as the sides it consists of.

    Most have one side; two sides ("милиция & саба") may stand in either order. A `wide`
    one has two sides that may well meet by chance.
    """

    written: str
    weak: bool
    sides: tuple[Side, ...]
    wide: bool = False


def parse(written: str) -> Pattern:
    """Read a pattern; raise PatternError when it makes no sense."""
    wide = _WIDE in written
    sides = _AROUND_SLASH.sub("/", written.removeprefix("?").replace(_WIDE, "&"))
    read = sides.split("&")
    if len(read) > 2:
        raise PatternError(Message("“&” stands once, between two sides"))
    return Pattern(written, written.startswith("?"), tuple(map(_side, read)), wide)


def _side(written: str) -> Side:
    tokens = written.split()
    if not tokens:
        raise PatternError(Message("it has no words"))
    if "~" in (tokens[0], tokens[-1]):
        raise PatternError(Message("“~” stands between two words"))
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
        raise PatternError(problem.said) from problem


def _refuse_short(step: Step) -> None:
    key = min(step.word.beginnings, key=len, default=" " * _SHORT_WORD)
    if len(key) < _SHORT_WORD:
        raise PatternError(
            Message("too many words begin with “{key}”; “{key}|” is one word", key=key)
        )
