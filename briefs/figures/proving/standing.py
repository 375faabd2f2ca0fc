"""Prove the status of a row of the ledger: how its number stands to its series."""

from collections.abc import Iterator

from briefs.errors import Message
from briefs.figures.proving.case import Case, Objection
from briefs.figures.series import data_year, is_whole_year
from briefs.model import Kind, Status
from briefs.text.sentences import sentences


def _status(case: Case) -> Iterator[Objection]:
    """Prove the status that a row has, and that it has the one that it needs."""
    yield from _partial(case)
    yield from _untold(case)
    yield from _break(case)


def _amiss(said: Message, advice: Message) -> Objection:
    return Objection("OBS_STATUS", said, advice)


def _partial(case: Case) -> Iterator[Objection]:
    """Prove that what counts a part of a year is called so: no value of the year."""
    row = case.row
    within = data_year(row.period) is not None and not is_whole_year(row.period)
    partial = row.kind is Kind.AGGREGATE and within and row.value is not None
    advice = Message("correct OBS_STATUS or TIME_PERIOD")
    if partial and row.status is not Status.PROVISIONAL:
        yield _amiss(Message("a number for a part of a year has status P"), advice)
    if row.status is Status.PROVISIONAL and not partial:
        yield _amiss(Message("status P is for a number of a part of a year"), advice)


def _untold(case: Case) -> Iterator[Objection]:
    """Prove that a number is called unknown, or was not reported."""
    row = case.row
    uncounted = row.value is None and case.bench.grammar.uncounted.search(row.quote)
    if row.status is (Status.UNREPORTED if uncounted else Status.MISSING):
        yield _amiss(
            Message("the quote calls the number unknown")
            if uncounted
            else Message("the quote does not call the number unknown"),
            Message("correct OBS_STATUS: M is unknown, L is not reported"),
        )


def _break(case: Case) -> Iterator[Objection]:
    """Prove that a number is no point of its series: its words or its notes say why.

    It has no period, or the passage says that it was counted in another way.
    """
    row = case.row
    if row.status is not Status.BREAK:
        if row.indicator and not row.period:
            yield _amiss(
                Message("a number without a period is no point of a series (status B)"),
                Message("correct OBS_STATUS or TIME_PERIOD"),
            )
        return
    if not row.indicator:
        yield _amiss(
            Message("status B is for a number of an indicator"),
            Message("correct OBS_STATUS or INDICATOR"),
        )
    if not row.notes:
        yield _amiss(
            Message("a number that is no part of its series (status B) has no note"),
            Message("say in a note why, or correct OBS_STATUS"),
        )
    if row.period and not _counted_otherwise(case):
        yield _amiss(
            Message("no words say that it was counted in another way (status B)"),
            Message("correct OBS_STATUS"),
        )


def _counted_otherwise(case: Case) -> bool:
    """Tell whether a sentence, or one beside it, says that the counting changed."""
    grammar, text = case.bench.grammar, case.passage.text
    places = sentences(text, case.bench.edition.language)
    own = [i for i, place in enumerate(places) if place.overlaps(case.row.span)]
    near = places[max(0, own[0] - 1) : own[-1] + 2] if own else ()
    return any(grammar.recounted.search(place.of(text)) for place in near)


RULES = (_status,)
"""What every row must pass."""
