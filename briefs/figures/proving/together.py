"""Prove the rows of a whole ledger together: parts, wholes, and what they belong to.

A brief prints some of the rows; what only shows among all of them is proved here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefs.errors import Message
from briefs.figures.proving import setting, who
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
    for case in cases:
        yield from _wholeless(case)
        yield from _belongs(case)
        yield from _whole_untold(case)
        yield from _whole_told_by(case)
        yield from _told_by(case)


def unlike(
    rows: Iterable[Figure], indicators: Mapping[str, Indicator]
) -> Iterator[Fault]:
    """Yield the parts of which others name another whole, or one where these name none.

    Together are the parts that one sentence tells in one unit, and those of a passage
    whose indicators are parts of one indicator.
    """
    known = list(rows)
    totals = _totals(known)
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
            if own != whole and row.value != whole:
                yield Fault(
                    row,
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

    Those of no indicator print with their whole sentence, which does.
    """
    seen: dict[object, Figure] = {}
    for row in rows:
        bare = not row.indicator and not row.dimensions
        if row.kind is not Kind.AGGREGATE or row.value is None or bare:
            continue
        what = (row.unit, row.period, row.indicator, row.dimensions, row.change)
        other = seen.setdefault((row.paragraph, row.sentence, *what), row)
        if other is not row and other.value != row.value:
            said = Message("nothing tells it apart from “{quote}”", quote=other.quote)
            yield Fault(row, said, Message("correct DIMENSIONS or INDICATOR"))


def _doubled(rows: Iterable[Figure]) -> Iterator[Fault]:
    """Yield rows that stand in the ledger twice."""
    seen: set[object] = set()
    for row in rows:
        what = (row.unit, row.period, row.indicator, row.dimensions, row.value)
        key = (row.paragraph, row.span, *what)
        if key in seen:
            said = Message("it stands in the ledger twice")
            yield Fault(row, said, Message("leave one of both rows out"))
        seen.add(key)


def _wholeless(case: Case) -> Iterator[Fault]:
    """Yield a part of which no row of its passage tells the whole.

    A percentage is no whole, and a member is one of the members or seats there are.
    """
    row = case.row
    if row.base is None:
        return
    told = any(
        one.value == row.base and one.unit != PERCENT and one is not row
        for one in case.siblings
    )
    if not told:
        yield Fault(
            row,
            Message(
                "no row counts the {base} that it is a part of", base=number(row.base)
            ),
            Message("add the row of the whole, or correct BASE"),
        )


def _belongs(case: Case) -> Iterator[Fault]:
    """Yield a number that belongs to an indicator and names none."""
    row = case.row
    if row.indicator or row.kind is not Kind.AGGREGATE or row.value is None:
        return
    beside = {one.indicator for one in case.siblings if one.period == row.period}
    for measure in case.bench.indicators.values():
        cues = measure.cues.get(case.bench.edition.language)
        if not cues or measure.code in beside or measure.unit != row.unit:
            continue
        named = replace(case, row=replace(row, indicator=measure.code))
        if not row.change and next(setting.indicator(named), None) is None:
            yield Fault(
                row,
                Message("the words speak of {code}", code=measure.code),
                Message(
                    "name it in INDICATOR, or correct the words in {file}",
                    file=measure.path.name,
                ),
            )


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
        yield Fault(row, said, Message("name the whole in BASE"))


def _whole_told_by(case: Case) -> Iterator[Fault]:
    """Yield a part that has another reporter than its whole, and names none itself."""
    row, known = case.row, case.bench.grammar.organisations
    named = any(one.pattern.search(row.sentence) for one in known)
    whole = next(
        (one for one in case.siblings if row.base and one.value == row.base), None
    )
    if whole and row.dimensions and not named and row.reporters != whole.reporters:
        yield Fault(
            row,
            Message("its whole has another reporter"),
            Message("correct REPORTED_BY of one of them"),
        )


def _told_by(case: Case) -> Iterator[Fault]:
    """Yield a number without a reporter where one reported all others of the passage.

    He is named in the sentence, and nobody else, or before it where it names nobody.
    """
    row, known = case.row, case.bench.grammar.organisations
    if row.reporters or row.kind is not Kind.AGGREGATE or row.value is None:
        return
    others = {one.reporters for one in case.siblings if one.reporters}
    if len(others) != 1:
        return
    (codes,) = others
    named = {one.code for one in known if one.pattern.search(row.sentence)}
    if named == {*codes} or (not named and who.carried(case) in codes):
        yield Fault(
            row,
            Message("all other numbers of the passage have a reporter"),
            Message("name it in REPORTED_BY, or leave all others empty"),
        )
