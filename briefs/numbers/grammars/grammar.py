"""What is known of a language's numbers, periods and nouns, ready to be looked for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

import regex

from briefs.text.searching.beginnings import Anchored
from briefs.text.searching.longest import Longest
from briefs.text.searching.needed import Needs, Possible
from briefs.text.searching.phrases import Rule

Pattern = regex.Pattern[str]


REPEATED = 20_000
"""Sentences whose numbers and periods are kept in mind: reports repeat each other."""


class Role(StrEnum):
    """What a word does in a number.

    A SCALE multiplies what stands before it, a COLLECTIVE ("двое") stands for what it
    counts, an ORDINAL or the DENOMINATOR of a fraction closes a number.
    """

    NUMBER = "number"
    SCALE = "scale"
    COLLECTIVE = "collective"
    ORDINAL = "ordinal"
    DENOMINATOR = "denominator"


class Word(NamedTuple):
    """A number word in one of its forms.

    `ending` is what inflects it, where endings say more than case; a `single` scale
    may stand for one of it ("тысяча"); a `dotted` one may have a full stop ("тыс.").
    """

    role: Role
    value: float
    ending: str = ""
    single: bool = False
    dotted: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Lexis:
    """How numbers are written: what `numerals` needs to know of a language.

    `words` are all number words in all their forms, in lower case with е for ё. Of
    `money`, the words of `currencies`, a text tells which may be in it.
    """

    group: str
    point: str
    endings: Pattern
    nominal: frozenset[str]
    ordinals: frozenset[str]
    hyphen_is_ordinal: bool
    about: frozenset[str]
    words: dict[str, Word]
    has_teens: bool
    links: frozenset[str]
    comma_links: bool
    one_after: Pattern
    article: Pattern
    half_before: Pattern
    half: Pattern
    whole: Pattern
    fractions: Pattern
    fractions_need: Needs
    shares: tuple[float, ...]
    each: Pattern
    out_of: Pattern
    of_whole: Pattern
    of_each: Pattern
    members: Pattern
    part: Pattern
    denominators: frozenset[float]
    not_alone: frozenset[str]
    alone_before: Pattern
    between: Pattern
    range_endings: frozenset[str]
    ablative: Pattern
    until: Pattern
    moves: Pattern
    pairs: tuple[tuple[Pattern, Pattern], ...]
    never: tuple[tuple[Pattern, Pattern], ...]
    currencies: tuple[str, ...]
    money: Possible[tuple[str, Pattern]]
    signs: dict[str, str]
    itself: Pattern
    by_endings: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """How periods are written: what `periods` needs to know of a language.

    Of the `kinds`, a text tells which may be in it.
    """

    kinds: Possible[tuple[str, Anchored]]
    months: tuple[tuple[int, Pattern], ...]
    numbers: dict[str, float]
    compared_before: Pattern
    compared_after: Pattern
    comparing: Pattern
    aside: Anchored
    cited: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """How a fall (`sign` -1) or a rise is told.

    There are words for `shares`, for `amounts`, and for numbers whose own ending tells
    by how much: `ended`.
    """

    sign: int
    shares: tuple[Rule, ...]
    amounts: tuple[Rule, ...]
    ended: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Nouns:
    """What numbers count: what `units` needs to know of a language."""

    head: Literal["run", "last", "first"]
    names: tuple[str, ...]
    word: Longest
    stop: Pattern
    genitive: Pattern
    closing: Pattern
    of: Pattern
    share: Pattern
    conjunction: Pattern
    listed: Pattern
    verb: Pattern
    rounding: Pattern
    percent: Pattern
    coordination: Pattern
    number: Pattern
    money: Pattern
    measured: Pattern
    adjective: Pattern
    agreeing: Pattern
    governed: Pattern
    instead: tuple[Rule, ...]
    contacts: Pattern
    telephone: Pattern
    whole: tuple[Rule, ...]
    many: Pattern
    spans: Pattern
    odd: Pattern
    did: Pattern
    owned: Pattern
