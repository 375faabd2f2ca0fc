"""What an organisation decides about its brief: its own words, and which excerpts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What an organisation says itself: a title, and two texts in Markdown.

    `introduction` stands before what the reports say, `call` (to action) after it. An
    empty text is not printed.
    """

    title: str = ""
    introduction: str = ""
    call: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


NO_WORDS = OwnWords()


@dataclass(frozen=True, slots=True)
class Picks:
    """Which excerpts are wanted, each by its id.

    Nothing but `only` is quoted, if that is set, and nothing of `without`; what is in
    `pin` is quoted before all else. What is in `order` stands first, in that order.
    """

    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    pin: tuple[str, ...] = ()
    order: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


NO_PICKS = Picks()


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was corrected in an edition on a day, told in several languages."""

    date: str
    edition: str
    what: dict[str, str]


@dataclass(frozen=True, slots=True)
class Replaced:
    """An older brief that another replaces: its id and its day, and what it held.

    `quoted` has for each quotation the edition, the paragraphs and a checksum of the
    words: "tip-2017-kgz-ky 13,14 0f3a…". `figures` has the value of each figure that it
    counts in a series, by edition, paragraph, indicator and period. `corrected` is what
    was corrected in the corpus since. `translated` has for each of the quotations that
    stand there in translation the language and a checksum of the translation.
    """

    id: str
    date: str
    quoted: tuple[str, ...] = ()
    figures: Mapping[str, str] = field(default_factory=dict)
    corrected: tuple[Corrected, ...] = ()
    translated: Mapping[str, str] = field(default_factory=dict)


def years_in(words: str) -> Iterator[int]:
    """Yield the years that "2015", "2015-2018" or "2015,2017" names.

    Raises ValueError for what names none.
    """
    for part in words.split(","):
        first, _, last = part.strip().partition("-")
        found = _YEAR.fullmatch(first), _YEAR.fullmatch(last or first)
        if not all(found) or first > (last or first):
            raise ValueError(words)
        yield from range(int(first), int(last or first) + 1)


_YEAR = re.compile("(19|20)[0-9]{2}")
