"""Prove of what kind a number is: a total, one incident, an office, a law, a time."""

from collections.abc import Iterator

from briefs.errors import Message
from briefs.figures.candidates import MOST_OF_ONE
from briefs.figures.proving.case import Case, Objection
from briefs.model import Figure, Kind
from briefs.numbers.heads import DURATIONS, PERCENT

BY_WORDS = (Kind.NORM, Kind.DURATION, Kind.PENALTY)
"""Kinds that the words around a number show."""

_LASTING = (Kind.DURATION, Kind.PENALTY)
"""Kinds whose units are those of time."""

_EVENTS = frozenset({Kind.AGGREGATE, Kind.INCIDENT})
"""Kinds of what happened: one sentence tells one of them."""

_NO_BODIES = frozenset({PERCENT, "people", "cases", "complaints", "calls"})
"""Units that count no offices, seats or courses."""


def _kind(case: Case) -> Iterator[Objection]:
    """Prove the kind by what the words say of the number, as far as they say it."""
    row, twin = case.row, case.twin
    untold = row.value is None and row.kind is not Kind.AGGREGATE
    if untold or (row.kind in _LASTING and row.unit not in DURATIONS):
        yield Objection(
            "KIND",
            Message("{unit} without a number are of kind aggregate", unit=row.unit)
            if untold
            else Message("a number of kind {kind} counts years or days", kind=row.kind),
            Message("correct KIND"),
        )
    elif twin is not None and _is_other(row, twin):
        yield Objection(
            "KIND",
            Message(
                "the words do not make the number one of kind {kind}", kind=row.kind
            ),
            Message("correct KIND"),
        )
    elif _is_no_total(case):
        yield Objection(
            "KIND",
            Message("no words make the number a total"),
            Message("correct KIND, name its INDICATOR, or say why in a note"),
        )
    yield from _fellows(case)


def _is_other(row: Figure, twin: Figure) -> bool:
    """Tell whether words show that a number is not of the kind that a row names."""
    told = row.kind in BY_WORDS or _is_whole_of_many(row, twin) or _is_body(row, twin)
    return row.kind is not twin.kind and told


def _is_no_total(case: Case) -> bool:
    """Tell whether a row calls a number a total that the machine reads as none.

    An indicator, of the row or of another total of its sentence, makes it one; a note
    may say why it is.
    """
    row, twin = case.row, case.twin
    if row.kind is not Kind.AGGREGATE or row.value is None or row.notes:
        return False
    fellows = (one for one in case.companions if one.kind is Kind.AGGREGATE)
    measured = row.indicator or any(one.indicator for one in fellows)
    return not measured and (twin is None or twin.kind is not Kind.AGGREGATE)


def _fellows(case: Case) -> Iterator[Objection]:
    """Prove that the numbers of one sentence tell one incident, or totals.

    A row that says what the machine reads is not the one to blame.
    """
    row, twin = case.row, case.twin
    if twin is not None and twin.kind is row.kind:
        return
    for one in case.companions:
        apart = one.kind is not row.kind and {one.kind, row.kind} <= _EVENTS
        if apart and (one.unit == row.unit or _is_money(one, row)):
            yield Objection(
                "KIND",
                Message(
                    "“{quote}” beside it is of kind {kind}",
                    quote=one.quote,
                    kind=one.kind,
                ),
                Message("correct KIND of one of them"),
            )
            return


def _is_money(one: Figure, other: Figure) -> bool:
    return one.unit.isupper() and other.unit.isupper()


def _is_whole_of_many(row: Figure, twin: Figure) -> bool:
    """Tell that a number of one incident counts too many for one, or is a share."""
    if row.kind is not Kind.INCIDENT or twin.kind is not Kind.AGGREGATE:
        return False
    is_many = abs(row.value or 0.0) > MOST_OF_ONE and not row.unit.isupper()
    return row.unit == PERCENT or is_many


def _is_body(row: Figure, twin: Figure) -> bool:
    """Tell whether one of both counts offices or seats where the other does not.

    A row may say so of what the machine does not know, but not of people and cases.
    """
    if row.kind is Kind.INSTITUTION:
        return row.unit in _NO_BODIES or row.unit.isupper()
    return twin.kind is Kind.INSTITUTION


RULES = (_kind,)
"""What every row must pass."""
