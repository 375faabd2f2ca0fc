"""Hold what a row of the ledger is proved by: its passage, and what is read there."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from briefs.corpus.corpus import Corpus
from briefs.errors import Message
from briefs.figures.review import is_same
from briefs.model import APART, Edition, Figure, Indicator, Passage, Phrases
from briefs.numbers.grammars.load import Grammar
from briefs.text.searching import phrases


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
    def reading(self) -> Figure | None:
        """The number as the machine reads it, or what it reads in the same words."""
        here = (one for one in self.found if one.span.overlaps(self.row.span))
        return self.twin or next((one for one in here if one.kind not in APART), None)

    @property
    def companions(self) -> list[Figure]:
        """The other rows of its sentence."""
        row = self.row
        return [
            one
            for one in self.siblings
            if one.sentence == row.sentence and one is not row
        ]

    def read(self, row: Figure) -> Figure | None:
        """Return another row of the passage as the machine reads it."""
        return next((one for one in self.found if is_same(row, one)), None)

    def judged(self, row: Figure) -> bool:
        """Tell whether a person named who reported a row: the machine reads nobody."""
        reading = self.read(row)
        return reading is not None and reading.reported_by is None

    @property
    def indicator(self) -> Indicator | None:
        """The indicator that the row names, None without a known one."""
        return self.bench.indicators.get(self.row.indicator or "")


class Objection(NamedTuple):
    """What a row says in a column that its words do not, and what to correct."""

    column: str
    said: Message
    advice: Message


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
