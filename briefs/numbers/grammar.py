"""What is known of a language's numbers, periods and nouns, ready to be looked for."""

from dataclasses import dataclass
from typing import Literal

import regex

from briefs.text.phrases import Rule

Pattern = regex.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexis:
    """How numbers are written: what `numerals` needs to know of a language."""

    group: str
    point: str
    endings: Pattern
    nominal: frozenset[str]
    ordinals: frozenset[str]
    hyphen_is_ordinal: bool
    values: dict[str, float]
    word: Pattern
    scales: tuple[tuple[float, Pattern], ...]
    links: frozenset[str]
    collectives: tuple[tuple[float, Pattern], ...]
    fractions: tuple[tuple[float, Pattern], ...]
    odds: tuple[tuple[float, Pattern], ...]
    half: Pattern
    between: Pattern
    range_endings: frozenset[str]
    pairs: tuple[tuple[Pattern, Pattern], ...]
    never: tuple[tuple[Pattern, Pattern], ...]
    currencies: tuple[tuple[str, Pattern], ...]
    signs: dict[str, str]


@dataclass(frozen=True, slots=True)
class Calendar:
    """How periods are written: what `periods` needs to know of a language."""

    kinds: tuple[tuple[str, Pattern], ...]
    months: tuple[tuple[int, Pattern], ...]
    numbers: dict[str, float]
    compared_before: Pattern
    compared_after: Pattern
    comparing: Pattern
    aside: Pattern
    cited: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Nouns:
    """What numbers count: what `units` needs to know of a language."""

    head: Literal["run", "last", "first"]
    names: tuple[str, ...]
    word: Pattern
    stop: Pattern
    genitive: Pattern
    closing: Pattern
    of: Pattern
    share: Pattern
    conjunction: Pattern
    coordination: Pattern
    number: Pattern
