"""Prove what a row of the ledger speaks of: when, where, and which indicator."""

from collections.abc import Iterator

import regex

from briefs.errors import Message
from briefs.figures.proving import repeat
from briefs.figures.proving.case import Case, Objection, hit, misses
from briefs.figures.series import data_year, is_whole_year
from briefs.model import Basis, Figure, Kind, Span, Status
from briefs.numbers.grammars.grammar import Pattern
from briefs.numbers.periods import Period, Tie, periods
from briefs.text.sentences import sentences

_PERSONS = frozenset({"sex", "age"})
_NUMBERED = "{n}"
"""The value of a part that a number names: article=124 of "article={n}"."""

_DIGITS = regex.compile(r"\d+")


def _period(case: Case) -> Iterator[Objection]:
    """Prove the period by its basis: of the sentence, of one before, of the edition."""
    row, twin = case.row, case.twin
    correct = Message("correct TIME_PERIOD or PERIOD_BASIS")
    if row.repeats:
        yield from repeat.period(case, _possible_periods)
        return
    if row.period_basis is Basis.EDITION:
        covers = case.bench.edition.covers
        if row.period != covers:
            yield Message("the edition is about {year}", year=covers), correct
        elif row.kind is Kind.AGGREGATE and _names_year(row, twin):
            yield Message("the sentence says {period}", period=covers), correct
    elif row.period not in _possible_periods(case):
        said = Message(
            "no sentence tells the period {period}", period=row.period or "–"
        )
        yield said, correct
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
        yield Message("the sentence says {period}", period=twin.period), correct


def _names_year(row: Figure, twin: Figure | None) -> bool:
    """Tell whether a sentence names the year that a row takes from its edition.

    "Last year" names none.
    """
    if twin is None or twin.period_basis is not Basis.STATED:
        return False
    return twin.period == row.period and (row.period or "-") in row.sentence


def _possible_periods(case: Case) -> set[str | None]:
    """Return the periods that a row may have; None stands for a vague one.

    What was counted "after 2010" was so until the year that the edition is about.
    """
    here = case.row.period_basis is Basis.STATED
    found = _told_here(case) if here else _told_before(case)
    named = [p.iso for p in found if p.iso]
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
    bench, found, nearest = case.bench, list[Period](), True
    for place in reversed(sentences(case.before, bench.edition.language)):
        text = place.of(case.before)
        every = periods(text, bench.grammar.calendar, bench.edition.covers)
        free = [one for one in every if not one.within]
        found += [one for one in free if nearest or _is_own(one, bench.edition.covers)]
        nearest = nearest and not free
    return found


def _is_own(period: Period, covers: str) -> bool:
    """Tell whether a period is that of the edition, or lies in it."""
    return bool(period.iso and period.iso.startswith(covers))


def _status(case: Case) -> Iterator[Objection]:
    """Prove the status: what counts a part of a year is no value of the year."""
    row = case.row
    within = data_year(row.period) is not None and not is_whole_year(row.period)
    partial = row.kind is Kind.AGGREGATE and within and row.value is not None
    if partial and row.status is not Status.PROVISIONAL:
        yield (
            Message("a number for a part of a year has status P"),
            Message("correct OBS_STATUS or TIME_PERIOD"),
        )
    uncounted = row.value is None and case.bench.grammar.uncounted.search(row.quote)
    if row.status is (Status.UNREPORTED if uncounted else Status.MISSING):
        yield (
            Message("the quote calls the number unknown")
            if uncounted
            else Message("the quote does not call the number unknown"),
            Message("correct OBS_STATUS: M is unknown, L is not reported"),
        )
    if row.status is Status.BREAK and not row.indicator:
        yield (
            Message("status B is for a number of an indicator"),
            Message("correct OBS_STATUS or INDICATOR"),
        )
    if row.status is Status.BREAK and not row.notes:
        yield (
            Message("a number that is no part of its series (status B) has no note"),
            Message("say in a note why, or correct OBS_STATUS"),
        )
    if row.status is Status.PROVISIONAL and not partial:
        yield (
            Message("status P is for a number of a part of a year"),
            Message("correct OBS_STATUS or TIME_PERIOD"),
        )
    if row.indicator and not row.period and row.status is not Status.BREAK:
        yield (
            Message("a number without a period is no point of a series (status B)"),
            Message("correct OBS_STATUS or TIME_PERIOD"),
        )


def indicator(case: Case) -> Iterator[Objection]:
    """Prove the indicator by the words that it always shows by."""
    row, measure = case.row, case.indicator
    if measure is None:
        return
    advice = Message(
        "correct INDICATOR, or its words in {file}", file=measure.path.name
    )
    if row.kind is not Kind.AGGREGATE:
        yield Message("only an aggregate belongs to an indicator"), advice
    if row.unit != measure.unit:
        yield (
            Message(
                "{code} counts {unit}, not {told}",
                code=measure.code,
                unit=measure.unit,
                told=row.unit,
            ),
            Message("correct INDICATOR or UNIT_MEASURE"),
        )
    if not set(row.topics) & set(measure.topics):
        yield Message("{code} is about other topics", code=measure.code), advice
    is_zero = row.value == 0 and hit(measure.zero, case, row.quote)
    if not is_zero and misses(measure.cues, case, row.quote):
        yield (
            Message("the quote does not speak of {code}", code=measure.code),
            advice,
        )
    if misses(measure.context, case, row.sentence):
        yield (
            Message("the sentence does not speak of {code}", code=measure.code),
            advice,
        )
    if not is_zero and hit(measure.excludes, case, row.sentence):
        yield (
            Message("the sentence is not about {code}", code=measure.code),
            advice,
        )


def _parts(case: Case) -> Iterator[Objection]:
    """Prove a part ("sex=female") by its words, where the language's file knows them.

    They stand in the sentence; a quote with the words of another part has its own.
    """
    row, known = case.row, case.bench.grammar.dimensions
    for key, value in row.dimensions:
        if numbered := known.get((key, _NUMBERED)):
            if value not in _numbers(numbered, row.sentence):
                yield _untrue(key, value)
            continue
        own = known.get((key, value))
        other = any(
            pattern.search(row.quote)
            for part, pattern in known.items()
            if part not in row.dimensions and _alike(part[0], key)
        )
        said = own and own.search(row.sentence)
        if (other and not (own and own.search(row.quote))) or (own and not said):
            yield _untrue(key, value)


def _untrue(key: str, value: str) -> Objection:
    return (
        Message("the words do not tell {part}", part=f"{key}={value}"),
        Message("correct DIMENSIONS"),
    )


def _numbers(numbered: Pattern, text: str) -> list[str]:
    """Return the numbers that a text names in a phrase: the articles of a law."""
    return [
        number
        for match in numbered.finditer(text)
        for number in _DIGITS.findall(match["n"])
    ]


def _untold(case: Case) -> Iterator[Objection]:
    """Prove that a row tells apart what the other rows of its sentence tell apart.

    "65 people from Syria" beside 299 from Afghanistan are not 65 of all people.
    """
    row, known = case.row, case.bench.grammar.dimensions
    near = [one for one in case.siblings if one.sentence == row.sentence]
    apart = {key for one in near for key, _ in one.dimensions}
    apart -= {key for key, _ in row.dimensions}
    for (key, value), pattern in known.items():
        if value == _NUMBERED:
            told = _numbers(pattern, row.sentence)
            if told and key not in dict(row.dimensions):
                yield (
                    Message("the words tell {part}", part=f"{key}={told[0]}"),
                    Message("add it to DIMENSIONS"),
                )
        elif key in apart and pattern.search(row.quote):
            yield (
                Message("the words tell {part}", part=f"{key}={value}"),
                Message("add it to DIMENSIONS"),
            )


def _alike(one: str, other: str) -> bool:
    """Tell whether two dimensions divide the same: persons by sex and age."""
    return one == other or {one, other} <= _PERSONS


def _area(case: Case) -> Iterator[Objection]:
    if case.row.area != case.bench.edition.country:
        yield (
            Message("the edition is about {area}", area=case.bench.edition.country),
            Message("correct REF_AREA"),
        )


RULES = (_period, _status, indicator, _parts, _untold, _area)
"""What every row must pass."""
