"""Prove how much a row of the ledger says: value, unit, base, bound and change."""

from collections.abc import Iterator

import regex

from briefs.errors import Message
from briefs.figures.proving.case import Case, Objection, Rule, hit, number
from briefs.figures.proving.nature import BY_WORDS
from briefs.model import Bound, Figure, Kind, Span, Status
from briefs.numbers.grammars.grammar import Pattern
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.heads import PERCENT
from briefs.numbers.numerals import numerals
from briefs.text.sentences import sentences

_COUNTED = regex.compile(r"[^\w.;!?]+(?!(?:19|20)\d\d(?!\d))\d")
"""A number, but no year, right behind the words that speak of it."""


def _value(case: Case) -> Iterator[Objection]:
    """Prove the value: in the quote, in its unit; none and unknown by their words."""
    row, lexis = case.row, case.bench.grammar.lexis
    if row.value is None:
        if not case.bench.grammar.unknown.search(row.quote):
            yield Objection(
                "OBS_VALUE",
                Message("the quote does not say that the number is unknown"),
                Message("give the value, or the words that say so"),
            )
        return
    if not row.value and case.indicator and hit(case.indicator.zero, case, row.quote):
        return
    read = numerals(case.passage.text, lexis)
    told = [n for n in read if n.span.overlaps(row.span)]
    size = abs(row.value), row.value_max and abs(row.value_max)
    if not any(size == (n.value, n.value_max) for n in told):
        ends = [end for end in (row.value, row.value_max) if end is not None]
        yield Objection(
            "OBS_VALUE",
            Message(
                "the quote does not say {value}", value="–".join(map(number, ends))
            ),
            Message("correct the value or the quote"),
        )
    elif not any(_holds(row.span, n.span) for n in told if n.value == size[0]):
        yield Objection(
            "QUOTE",
            Message("the quote holds only a part of its number"),
            Message("lengthen QUOTE in its sentence"),
        )


def _holds(whole: Span, part: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _sentence(case: Case) -> Iterator[Objection]:
    """Prove that the sentence is whole: a part of one may turn its meaning."""
    text = case.passage.text
    places = sentences(text, case.bench.edition.language)
    start = len(case.before)
    end = start + len(case.row.sentence)
    starts = {place.start for place in places}
    if start not in starts or end not in {place.end for place in places}:
        yield Objection(
            "SENTENCE",
            Message("SENTENCE is not a whole sentence of the passage"),
            Message("copy it from its first word to its full stop"),
        )


def _unit(case: Case) -> Iterator[Objection]:
    """Prove the unit by the noun that stands beside the number."""
    row = case.row
    if row.value is None:
        return
    told = {
        one.unit
        for one in case.found
        if one.span.overlaps(row.span) and abs(one.value or 0.0) == abs(row.value)
        if one.counted or one.unit == PERCENT or one.unit.isupper()
    }
    if told and row.unit not in told:
        words = Message(
            "the words count {told}, not {unit}",
            told=", ".join(sorted(told)),
            unit=row.unit,
        )
        yield Objection("UNIT_MEASURE", words, Message("correct UNIT_MEASURE"))


def _base(case: Case) -> Iterator[Objection]:
    """Prove the whole that a number is a part of: the passage names it."""
    row, lexis = case.row, case.bench.grammar.lexis
    if row.base is None:
        return
    told = {numeral.value for numeral in numerals(case.passage.text, lexis)}
    counted = any(_may_be_whole(row, one) for one in (*case.found, *case.siblings))
    if row.base not in told or not counted:
        yield Objection(
            "BASE",
            Message("the passage does not say {base}", base=number(row.base))
            if row.base not in told
            else Message("no words of the passage count {base}", base=number(row.base)),
            Message("correct BASE, or leave it empty"),
        )
    if not row.dimensions and not (case.indicator and case.indicator.part_of):
        yield Objection(
            "DIMENSIONS",
            Message("a number of {base} says which part it is", base=number(row.base)),
            Message("say so in DIMENSIONS, or leave BASE empty"),
        )
    if row.unit != PERCENT and row.value is not None and row.value > row.base:
        yield Objection(
            "BASE",
            Message("a part is more than its whole, {base}", base=number(row.base)),
            Message("correct BASE, or leave it empty"),
        )


def _may_be_whole(row: Figure, one: Figure) -> bool:
    """Tell whether a row may be a part of what a number of its passage counts.

    A share is one of whatever was counted, a member one of the members there are.
    """
    counts = row.unit == PERCENT or one.unit == row.unit
    is_whole = one.value == row.base and one.kind not in BY_WORDS
    return is_whole and (counts or one.kind is Kind.INSTITUTION)


def _bound(case: Case) -> Iterator[Objection]:
    """Prove that a number is as exact as its words: "up to", "more than", "about"."""
    row, twin = case.row, case.twin
    vague = any(vaguely(row, case.bench.grammar))
    inexact = (twin and twin.approximate) or (vague and row.kind is Kind.AGGREGATE)
    if inexact and not row.bound and row.value is not None:
        yield Objection(
            "BOUND",
            Message("the words do not give the number as exact"),
            Message("say so in BOUND: at-most, at-least, about or estimate"),
        )
    elif twin and twin.bound and row.bound != twin.bound:
        yield Objection(
            "BOUND",
            Message("the words mean {bound}", bound=twin.bound),
            Message("correct BOUND"),
        )
    elif row.bound and not _may_be(row.bound, case):
        yield Objection(
            "BOUND",
            Message("no words mean {bound}", bound=row.bound),
            Message("correct BOUND"),
        )
    if (row.bound and row.status is Status.NORMAL) or (
        row.status is Status.ESTIMATED and not row.bound
    ):
        yield Objection(
            "OBS_STATUS",
            Message("a number has a BOUND if it is an estimate (status E)"),
            Message("correct BOUND or OBS_STATUS"),
        )


def vaguely(row: Figure, grammar: Grammar) -> tuple[bool, bool]:
    """Tell whether a sentence says that a number is about right, or an estimate."""
    start = row.sentence.find(row.quote)
    around = grammar.reporters(row.sentence).clause(start)
    about, estimating = grammar.approximating, grammar.estimating
    return _tells(about, row, around), _tells(estimating, row, around)


def _tells(words: Pattern, row: Figure, around: Span) -> bool:
    """Tell whether words somewhere in the clause of a row speak of its number.

    Those right before another number ("approximately 7,400 prisoners, of whom 32 …")
    speak of that one alone, and those of another clause ("NGOs estimated …, while
    police opened 25") of what is told there.
    """
    start = row.sentence.find(row.quote)
    for told in words.finditer(row.sentence, *around):
        counted = _COUNTED.match(row.sentence, told.end())
        own = start <= counted.end() <= start + len(row.quote) if counted else True
        if own:
            return True
    return False


def _may_be(bound: Bound, case: Case) -> bool:
    """Tell whether words may mean a bound that the machine does not see.

    It sees what stands beside the number; an estimate, and what is only about right,
    may be told anywhere: each by its own words.
    """
    twin = case.twin
    about, estimated = vaguely(case.row, case.bench.grammar)
    if twin is not None and twin.bound:
        return True
    if twin is None and not (about or estimated):
        return _stands_beside(bound, case)
    if bound is Bound.ESTIMATE:
        return estimated
    return bound is Bound.ABOUT and (about or bool(twin and twin.approximate))


def _stands_beside(bound: Bound, case: Case) -> bool:
    """Tell whether words of a bound stand beside a number that the machine leaves out.

    It leaves out what it takes for no statistic, such as dates and laws.
    """
    grammar, row, text = case.bench.grammar, case.row, case.passage.text
    for numeral in numerals(text, grammar.lexis):
        start, end = numeral.span
        for one, before, after in grammar.bounds:
            told = before.match(text, 0, start) or after.match(text, end)
            if one is bound and told and numeral.span.overlaps(row.span):
                return True
    return False


def _change(case: Case) -> Iterator[Objection]:
    """Prove that a difference ("25% fewer") is told from a level."""
    row, twin = case.row, case.twin
    if row.change and row.value is None:
        yield Objection(
            "CHANGE",
            Message("a number that is not told is no change"),
            Message("correct CHANGE"),
        )
    if twin is None:
        return
    if twin.change != row.change or (row.change and twin.value != row.value):
        yield Objection(
            "CHANGE",
            Message("the words tell a change")
            if twin.change
            else Message("the words tell no change"),
            Message("correct CHANGE and the sign of OBS_VALUE"),
        )


RULES: tuple[Rule, ...] = (_value, _unit, _sentence, _base, _bound, _change)
"""What every row must pass."""
