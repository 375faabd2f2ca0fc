"""Hold what a row of the ledger is proved by: its passage, and what is read there."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from briefs.corpus.corpus import Corpus
from briefs.errors import Message
from briefs.model import Edition, Figure, Indicator, Passage, Phrases
from briefs.numbers.grammars.load import Grammar
from briefs.text import phrases


@dataclass(frozen=True, slots=True)
class Bench:
    """What the rows of an edition are proved with.

    `corpus` holds the editions that rows repeat; without it no row may repeat one.
    """

    edition: Edition
    passages: Mapping[int, Passage]
    grammar: Grammar
    indicators: Mapping[str, Indicator]
    corpus: Corpus | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A row with the words it is proved by.

    `before` is the passage up to its sentence; `twin` the same number as the machine
    reads it, None where it finds none; `found` is all that it reads in the passage.
    `siblings` are the rows of the same paragraph.
    """

    row: Figure
    bench: Bench
    passage: Passage
    before: str
    twin: Figure | None
    found: tuple[Figure, ...] = ()
    siblings: tuple[Figure, ...] = ()

    @property
    def indicator(self) -> Indicator | None:
        """The indicator that the row names, None without a known one."""
        return self.bench.indicators.get(self.row.indicator or "")


Objection = tuple[Message, Message]
"""What a row says that its words do not, and what to correct."""

Rule = Callable[[Case], Iterator[Objection]]


def hit(written: Phrases, case: Case, text: str) -> bool:
    """Tell whether a text holds one of the phrases in the language of the row."""
    found = written.get(case.bench.edition.language, ())
    return bool(found and phrases.matcher(found).search(text))


def misses(written: Phrases, case: Case, text: str) -> bool:
    """Tell whether there are phrases and a text holds none of them."""
    return bool(written.get(case.bench.edition.language)) and not hit(
        written, case, text
    )


def number(value: float) -> str:
    """Write a number as a person would in the ledger."""
    return f"{value:.12g}"
