"""Prove when what a row of the ledger counts was so, and by which words that is known.

The sentence names the period, or one before it does, or it is that of the edition.
"""

from collections.abc import Iterator

from briefs.errors import Message
from briefs.figures.proving import repeat
from briefs.figures.proving.case import Case, Objection
from briefs.figures.statements import Says, statements
from briefs.model import Basis, Figure, Kind, Span
from briefs.numbers.dates.periods import Period, Tie, periods
from briefs.numbers.dates.timeline import TELLING
from briefs.numbers.heads import PERCENT
from briefs.text.sentences import sentences


def _period(case: Case) -> Iterator[Objection]:
    """Prove the period by its basis: of the sentence, of one before, of the edition."""
    row = case.row
    if row.repeats:
        yield from repeat.period(case, _possible_periods)
        return
    if row.period_basis is Basis.EDITION:
        yield from _of_edition(case)
    elif row.period not in _possible_periods(case):
        said = Message(
            "no sentence tells the period {period}", period=row.period or "–"
        )
        yield _amiss(said)
    elif row.period_basis is Basis.CARRIED:
        yield from _carried(case)
    yield from _elsewhere(case)


def _amiss(said: Message) -> Objection:
    advice = Message("correct TIME_PERIOD or PERIOD_BASIS")
    return Objection("TIME_PERIOD", said, advice)


def _of_edition(case: Case) -> Iterator[Objection]:
    """Prove that nothing but the edition gives the period of a row."""
    covers = case.bench.edition.covers
    if case.row.period != covers:
        yield _amiss(Message("the edition is about {year}", year=covers))
    elif told := _names(case):
        yield _amiss(Message("the sentence says {period}", period=told))
    elif told := _goes_on(case):
        yield _amiss(Message("a sentence before says {period}", period=told))
    elif told := _of_fellows(case):
        yield _amiss(Message("other rows with these words say {period}", period=told))


def _names(case: Case) -> str | None:
    """Return the year that a sentence names though a row takes it from its edition."""
    row, twin = case.row, case.twin
    if twin is not None:
        same = twin.period == row.period and twin.period_basis is Basis.STATED
        return row.period if same else None
    named = [one for one in _told_here(case) if one.tie is Tie.OF]
    stated = (one.iso for one in named if one.basis is Basis.STATED)
    return row.period if row.period in stated else None


def _goes_on(case: Case) -> str | None:
    """Return the period that goes on from the sentence before, as the machine reads it.

    That is the year of the edition or a part of it, told right before the sentence, or
    before one that begins with a word such as "they".
    """
    row, reading = case.row, case.reading
    if reading is None or reading.period_basis is not Basis.CARRIED:
        return None
    period = reading.period
    if not period or not _lies_in(period, case.bench.edition.covers):
        return None
    anaphora = case.bench.grammar.anaphora.match(row.sentence)
    return period if anaphora or period in _told_right_before(case) else None


def _of_fellows(case: Case) -> str | None:
    """Return the period that goes on in the fellows of a row.

    They are the other rows of its sentence, its whole, and the same number before it.
    """
    covers = case.bench.edition.covers
    fellows = [*_carrying(case), *_whole_and_again(case)]
    told = (one.period for one in fellows if one.period_basis is not Basis.EDITION)
    return next((one for one in told if one and _lies_in(one, covers)), None)


def _whole_and_again(case: Case) -> Iterator[Figure]:
    """Yield the whole of a row, and the rows of the same number before it.

    Where the machine reads no period there either, it need not be theirs.
    """
    row, reading = case.row, case.reading
    if reading and reading.period_basis is Basis.EDITION:
        return
    for one in case.siblings:
        is_whole = row.base and one.value == row.base and one.unit != PERCENT
        before = one.span.end <= row.span.start and one.unit == row.unit
        again = one.value == row.value and (row.value or 0) > TELLING
        if is_whole or (again and before):
            yield one


def _carrying(case: Case) -> Iterator[Figure]:
    """Yield the rows of the sentence that carry a period on.

    Where the machine reads each of them as it stands in its row, it decides.
    """
    own = case.reading
    for one in case.companions:
        reading = case.read(one)
        is_read = reading and reading.period_basis is one.period_basis
        decided = is_read and own and own.period_basis is Basis.EDITION
        if one.period_basis is Basis.CARRIED and not decided:
            yield one


def _carried(case: Case) -> Iterator[Objection]:
    """Prove that a period was told before, and goes on until the sentence."""
    row, reading = case.row, case.reading
    if reading and (reading.period, reading.period_basis) == (
        row.period,
        Basis.CARRIED,
    ):
        return
    if row.period and _reads_another(reading, row.period):
        yield _amiss(
            Message("no sentence right before says {period}", period=row.period)
        )
        return
    if reading and reading.period_basis is Basis.STATED:
        here = {reading.period}
    else:
        here = {one.iso for one in _told_here(case) if one.basis is Basis.STATED}
    if row.period in here:
        yield _amiss(Message("the sentence says {period}", period=row.period or "–"))
        return
    near = _told_right_before(case)
    if reading and reading.period_basis is Basis.CARRIED and reading.period:
        near.add(reading.period)
    ends = (row.period or "").split("/")
    if row.period and not near & {row.period, *ends}:
        yield _amiss(
            Message("no sentence right before says {period}", period=row.period)
        )


def _reads_another(reading: Figure | None, period: str) -> bool:
    """Tell whether the machine carries another period on, or none but the edition's."""
    if reading is None or reading.period_basis is Basis.STATED or not reading.period:
        return False
    ends = period.split("/")
    return not any(
        one.startswith(other) or other.startswith(one)
        for one in ends
        for other in reading.period.split("/")
    )


def _elsewhere(case: Case) -> Iterator[Objection]:
    """Prove that the machine reads no other period in the very sentence."""
    row, twin = case.row, case.twin
    if row.value is None and (told := _of_untold(case)):
        yield _amiss(Message("the sentence says {period}", period=told))
    if twin is None or not twin.period or twin.period == row.period:
        return
    names_year = twin.period[:4] in row.sentence
    same_basis = twin.period_basis is row.period_basis is Basis.STATED
    aggregate = row.kind is Kind.AGGREGATE
    within = row.period is not None and twin.period.startswith(f"{row.period}-")
    elsewhere = twin.period_basis is Basis.STATED and (
        (aggregate and names_year) or within
    )
    since = (row.period or "").startswith(f"{twin.period}/")
    if row.period and not since and (same_basis or elsewhere):
        yield _amiss(Message("the sentence says {period}", period=twin.period))


def _of_untold(case: Case) -> str | None:
    """Return the period that words for an unknown number have, if it is another one."""
    row, bench = case.row, case.bench
    known = [one.iso for one in _told_here(case) if one.tie is Tie.OF]
    for one in statements(case.passage, bench.edition, bench.grammar):
        other = one.says is Says.UNKNOWN and one.period in known
        if other and one.span.overlaps(row.span) and one.period != row.period:
            return one.period
    return None


def _possible_periods(case: Case) -> set[str | None]:
    """Return the periods that a row may have; None stands for a vague one.

    What was counted "after 2010" was so until the year that the edition is about.
    """
    here = case.row.period_basis is Basis.STATED
    found = _told_here(case) if here else _told_before(case)
    named = [p.iso for p in found if p.iso and p.basis is Basis.STATED]
    vague: set[str | None] = {None} if any(p.tie is Tie.VAGUE for p in found) else set()
    covers = case.bench.edition.covers
    lasts = [covers] if here else [covers, *named]
    ends = {f"{one}/{other}" for one in named for other in lasts if one < other}
    return {*named, *vague, *ends}


def _told_here(case: Case) -> list[Period]:
    """Return the periods of the sentence that the number may belong to.

    One in brackets, or of a comparison, is of the numbers that stand with it there.
    """
    row, bench, start = case.row, case.bench, len(case.before)
    place = Span(row.span.start - start, row.span.end - start)
    every = periods(row.sentence, bench.grammar.calendar, bench.edition.covers)
    return [one for one in every if one.reaches(place)]


def _told_before(case: Case) -> list[Period]:
    """Return the periods that go on from sentences before.

    That of the edition goes on until the end. Another is told to compare: it goes on
    only from the nearest sentence that tells a period, and so does a vague one.
    """
    covers, found, nearest = case.bench.edition.covers, list[Period](), True
    for text in _sentences_before(case):
        free = _free(case, text)
        found += [one for one in free if nearest or _is_own(one, covers)]
        nearest = nearest and not free
    return found


def _told_right_before(case: Case) -> set[str]:
    """Return the periods that the sentence before tells, comparisons left out."""
    calendar = case.bench.grammar.calendar
    for text in _sentences_before(case):
        if not calendar.comparing.match(text):
            return {one.iso for one in _free(case, text) if one.iso}
    return set()


def _sentences_before(case: Case) -> list[str]:
    """Return the sentences before that of a row, the nearest first."""
    places = sentences(case.before, case.bench.edition.language)
    return [place.of(case.before) for place in reversed(places)]


def _free(case: Case, text: str) -> list[Period]:
    """Return the periods of a sentence that are not only of a bracket in it."""
    every = periods(text, case.bench.grammar.calendar, case.bench.edition.covers)
    return [one for one in every if not one.within and one.basis is Basis.STATED]


def _is_own(period: Period, covers: str) -> bool:
    """Tell whether a period is that of the edition, or lies in it."""
    return bool(period.iso and _lies_in(period.iso, covers))


def _lies_in(period: str, covers: str) -> bool:
    return all(end.startswith(covers) for end in period.split("/"))


RULES = (_period,)
"""What every row must pass."""
