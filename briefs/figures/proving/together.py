"""Prove the rows of a whole ledger together: parts, wholes, and what they belong to.

A brief prints some of the rows; what only shows among all of them is proved here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefs.errors import Message
from briefs.figures.proving import setting, tellers
from briefs.figures.proving.case import Case, number
from briefs.figures.proving.proof import Bench, Fault
from briefs.model import Figure, Indicator, Kind
from briefs.numbers.heads import PERCENT
from briefs.numbers.numerals import numerals


def faults(cases: Sequence[Case], bench: Bench) -> Iterator[Fault]:
    """Yield what is wrong with all the rows of one edition among each other."""
    rows = [case.row for case in cases]
    yield from unlike(rows, bench.indicators)
    yield from _alike(rows)
    yield from _doubled(rows)
    yield from _wholeless(cases)
    yield from _untranslated(rows)
    for case in cases:
        yield from _belongs(case)
        yield from _whole_untold(case)
        yield from tellers.faults(case)


def unlike(
    rows: Iterable[Figure], indicators: Mapping[str, Indicator]
) -> Iterator[Fault]:
    """Yield the parts of which others name another whole, or one where these name none.

    Together are the parts that one sentence tells in one unit, and those of a passage
    whose indicators are parts of one indicator. A whole that no row counts is missed
    elsewhere.
    """
    known = list(rows)
    totals = _totals(known)
    counted = {(row.paragraph, row.value) for row in known}
    groups: dict[object, list[tuple[Figure, float | None]]] = defaultdict(list)
    for row in known:
        if row.value is None or row.change or row.unit == PERCENT:
            continue
        measure = indicators.get(row.indicator or "")
        if measure and measure.part_of:
            groups[row.paragraph, measure.part_of, row.period].append((row, row.base))
        above = measure.part_of if measure else None
        whole = row.base or totals.get((above, row.paragraph, row.period))
        if row.dimensions:
            place = (row.paragraph, row.sentence, row.unit, row.period)
            groups[place].append((row, whole))
    for parts in groups.values():
        wholes = [whole for _, whole in parts if whole is not None]
        for row, own in parts if wholes else ():
            whole = max(wholes, key=wholes.count)
            is_told = (row.paragraph, whole) in counted
            if own != whole and row.value != whole and is_told:
                yield Fault(
                    row,
                    "BASE",
                    Message(
                        "the other parts in this sentence are parts of {whole}",
                        whole=number(whole),
                    ),
                    Message("correct the values, BASE or DIMENSIONS"),
                )


def _totals(rows: Iterable[Figure]) -> dict[object, float | None]:
    """Return the first value of each indicator by it, the passage and the period."""
    totals: dict[object, float | None] = {}
    for row in rows:
        if row.indicator:
            totals.setdefault((row.indicator, row.paragraph, row.period), row.value)
    return totals


def _alike(rows: Iterable[Figure]) -> Iterator[Fault]:
    """Yield numbers of one sentence that nothing in their rows tells apart.

    Those of no indicator and no part are told apart by their quotes alone.
    """
    seen: dict[object, Figure] = {}
    for row in rows:
        if row.kind is not Kind.AGGREGATE or row.value is None:
            continue
        if not row.indicator and not row.dimensions:
            continue
        what = (row.unit, row.period, row.indicator, row.dimensions, row.change)
        other = seen.setdefault((row.paragraph, row.sentence, *what), row)
        if other is not row and other.value != row.value:
            said = Message("nothing tells it apart from “{quote}”", quote=other.quote)
            advice = Message("correct DIMENSIONS or INDICATOR")
            yield Fault(row, "DIMENSIONS", said, advice)


def _doubled(rows: Iterable[Figure]) -> Iterator[Fault]:
    """Yield rows that stand in the ledger twice."""
    seen: set[object] = set()
    for row in rows:
        what = (row.unit, row.period, row.indicator, row.dimensions, row.value)
        key = (row.paragraph, row.span, *what)
        if key in seen:
            said = Message("it stands in the ledger twice")
            yield Fault(row, "QUOTE", said, Message("leave one of both rows out"))
        seen.add(key)


def _untranslated(rows: Sequence[Figure]) -> Iterator[Fault]:
    """Yield rows with a note that is not in all the languages of the notes of a ledger.

    It says what every reader has to mind.
    """
    languages = {language for row in rows for language in row.notes}
    for row in rows:
        for language in sorted(languages - row.notes.keys() if row.notes else ()):
            yield Fault(
                row,
                f"NOTE_{language.upper()}",
                Message("the note is missing in this language"),
                Message("write the note in every language, or leave it out"),
            )


def _wholeless(cases: Iterable[Case]) -> Iterator[Fault]:
    """Yield the first of the parts of which no row of their passage tells the whole.

    A percentage is no whole, and a member is one of the members or seats there are.
    """
    parts: dict[object, list[Case]] = defaultdict(list)
    for case in cases:
        if case.row.base is not None and not _has_whole(case):
            parts[case.row.paragraph, case.row.base].append(case)
    for found in parts.values():
        row = found[0].row
        said = Message(
            "no row counts the {base} of which rows here are parts ({count})",
            base=number(row.base or 0),
            count=len(found),
        )
        advice = Message("add the row of the whole, or correct BASE in all of them")
        yield Fault(row, "BASE", said, advice)


def _has_whole(case: Case) -> bool:
    return any(
        one.value == case.row.base and one.unit != PERCENT and one is not case.row
        for one in case.siblings
    )


def _belongs(case: Case) -> Iterator[Fault]:
    """Yield a number that belongs to an indicator and names none."""
    for measure in belonging(case):
        yield Fault(
            case.row,
            "INDICATOR",
            Message("the words speak of {code}", code=measure.code),
            Message(
                "name it in INDICATOR, or correct the words in {file}",
                file=measure.path.name,
            ),
        )


def belonging(case: Case) -> Iterator[Indicator]:
    """Yield the indicators that a number without one belongs to, by its words.

    A total belongs to one even where its row calls it an incident.
    """
    row, twin = case.row, case.twin
    total = twin and twin.kind is Kind.AGGREGATE and row.kind is Kind.INCIDENT
    if row.indicator or row.change or not (total or row.kind is Kind.AGGREGATE):
        return
    beside = {one.indicator for one in case.siblings if one.period == row.period}
    for measure in case.bench.indicators.values():
        cues = measure.cues.get(case.bench.edition.language)
        if not cues or measure.code in beside or measure.unit != row.unit:
            continue
        as_total = replace(row, indicator=measure.code, kind=Kind.AGGREGATE)
        named = replace(case, row=as_total)
        if next(setting.indicator(named), None) is None:
            yield measure


def _whole_untold(case: Case) -> Iterator[Fault]:
    """Yield a part that stands for what was counted before ("11 of them"), without it.

    Where its indicator is a part of another, that tells the whole.
    """
    row, lexis = case.row, case.bench.grammar.lexis
    is_part = case.indicator and case.indicator.part_of
    apart = row.dimensions and row.kind is Kind.AGGREGATE
    if row.base is not None or row.value is None or is_part or not apart:
        return
    nominal = any(
        numeral.nominal and numeral.value == row.value
        for numeral in numerals(case.passage.text, lexis)
        if numeral.span.overlaps(row.span)
    )
    wholes = [
        one
        for one in case.found
        if one.span.end <= row.span.start and one.unit == row.unit
        if one.value is not None and one.value > row.value
    ]
    if nominal and wholes:
        whole = number(wholes[-1].value or 0)
        said = Message(
            "the words count a part of what stands before, {whole}", whole=whole
        )
        yield Fault(row, "BASE", said, Message("name the whole in BASE"))
