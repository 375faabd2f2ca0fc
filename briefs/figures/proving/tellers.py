"""Prove who reported a row among the others of its passage."""

from collections.abc import Iterator

from briefs.errors import Message
from briefs.figures.proving import who
from briefs.figures.proving.case import Case
from briefs.figures.proving.proof import Fault
from briefs.model import Figure, Kind
from briefs.numbers.dates.timeline import TELLING


def faults(case: Case) -> Iterator[Fault]:
    """Yield what is wrong with who reported a row, by the rows beside it."""
    yield from _whole_told_by(case)
    yield from _told_by(case)
    yield from _acted(case)
    yield from _again(case)


def _whole_told_by(case: Case) -> Iterator[Fault]:
    """Yield a part that has another reporter than its whole, and names none itself."""
    row, known = case.row, case.bench.grammar.organisations
    whole = next(
        (one for one in case.siblings if row.base and one.value == row.base), None
    )
    own = whole.reporters if whole else ()
    named = any(
        one.pattern.search(row.sentence)
        for one in known
        if one.code not in own and not one.needs_cue
    )
    if whole and row.dimensions and not named and row.reporters != own:
        yield Fault(
            row,
            "REPORTED_BY",
            Message("its whole has another reporter"),
            Message("correct REPORTED_BY of one of them"),
        )


def _told_by(case: Case) -> Iterator[Fault]:
    """Yield a number without a reporter where one reported all others of the passage.

    He is named in the sentence, and nobody else, or before it where it names nobody. A
    person judged so: what the machine reads alone may leave one out.
    """
    row, known = case.row, case.bench.grammar.organisations
    if row.reporters or row.kind is not Kind.AGGREGATE or row.value is None:
        return
    others = [one for one in case.siblings if one.reporters]
    if len({one.reporters for one in others}) != 1 or not any(map(case.judged, others)):
        return
    codes = others[0].reporters
    named = {one.code for one in known if one.pattern.search(row.sentence)}
    if named == {*codes} or (not named and who.carried(case) in codes):
        yield Fault(
            row,
            "REPORTED_BY",
            Message("all other numbers of the passage have a reporter"),
            Message("name it in REPORTED_BY, or leave all others empty"),
        )


def _acted(case: Case) -> Iterator[Fault]:
    """Yield a number without a reporter, of an office that is one of others beside it.

    An office is the source of the series that it counts of its own work. Those beside
    it are of a person's judgement: the machine reads no reporter in them.
    """
    row = case.row
    if (
        row.reporters
        or not row.indicator
        or row.kind is not Kind.AGGREGATE
        or row.value is None
    ):
        return
    for one in case.siblings:
        alone = len(one.reporters) == 1 and one.kind is Kind.AGGREGATE
        if alone and case.judged(one):
            (code,) = one.reporters
            if _names(case, row) == {code} == _names(case, one):
                yield _unnamed(row, one)
                return


def _names(case: Case, row: Figure) -> set[str]:
    """Return the codes of those whom a sentence names before a number of it."""
    place = case.passage.text.find(row.sentence)
    text = case.passage.text[place : row.span.start]
    known = case.bench.grammar.organisations
    return {one.code for one in known if one.pattern.search(text)}


def _again(case: Case) -> Iterator[Fault]:
    """Yield a number without a reporter that was told before, with one."""
    row = case.row
    if row.reporters or (row.value or 0) <= TELLING:
        return
    for one in case.siblings:
        before = one.reporters and one.span.end <= row.span.start
        apart = {*one.dimensions} - {*row.dimensions}
        if (
            before
            and not (apart and row.dimensions)
            and (one.value, one.unit) == (row.value, row.unit)
        ):
            yield _unnamed(row, one)
            return


def _unnamed(row: Figure, other: Figure) -> Fault:
    said = Message(
        "“{quote}” beside it was reported by {code}, who is named here, too",
        code=", ".join(other.reporters),
        quote=other.quote,
    )
    return Fault(row, "REPORTED_BY", said, Message("name it in REPORTED_BY"))
