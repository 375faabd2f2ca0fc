"""Prove rows of the ledger: each says what the words of its passage say.

A person has read every row, but a slip of the pen prints as well as the truth. So a row
is held against its quote, its sentence and what the machine finds there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefs.errors import Message
from briefs.figures import review
from briefs.figures.candidates import candidates
from briefs.figures.proving import (
    beside,
    nature,
    setting,
    size,
    standing,
    when,
    who,
    wording,
)
from briefs.figures.proving.case import Bench, Case, Rule
from briefs.model import Figure

__all__ = ["Bench", "Fault", "faults", "told"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What a row says in a column that its words do not, and what to correct."""

    row: Figure
    column: str
    said: Message
    advice: Message


RULES: tuple[Rule, ...] = (
    *(*wording.RULES, *size.RULES, *nature.RULES, *who.RULES, *when.RULES),
    *(*standing.RULES, *setting.RULES, *beside.RULES),
)
"""What every row must pass."""


def faults(rows: Iterable[Figure], bench: Bench) -> Iterator[Fault]:
    """Yield what is wrong with rows of one edition, row by row."""
    yield from judged(cases(rows, bench))


def judged(known: Iterable[Case]) -> Iterator[Fault]:
    """Yield what is wrong with rows, each by its own words."""
    for case in known:
        for rule in RULES:
            for objection in rule(case):
                yield Fault(case.row, *objection)


def cases(rows: Iterable[Figure], bench: Bench) -> Iterator[Case]:
    """Yield rows of one edition with what each is proved by."""
    known: dict[int, tuple[Figure, ...]] = {}
    rows = list(rows)
    beside: dict[int, list[Figure]] = {}
    for row in rows:
        beside.setdefault(row.paragraph, []).append(row)
    for row in rows:
        passage = bench.passages[row.paragraph]
        if row.paragraph not in known:
            found = candidates(passage, bench.edition, bench.grammar)
            known[row.paragraph] = found
        twins = (c for c in known[row.paragraph] if review.is_same(row, c))
        start = passage.text.find(row.sentence)
        yield Case(
            row,
            bench,
            passage,
            passage.text[:start],
            next(twins, None),
            known[row.paragraph],
            tuple(beside[row.paragraph]),
        )


def told(fault: Fault, place: Message) -> Message:
    """Say where a fault is, in the column of a row that stands at a place, and what."""
    return Message(
        "{place}, {column}: “{quote}”: {said}",
        place=place,
        column=fault.column,
        quote=fault.row.quote,
        said=fault.said,
    )
