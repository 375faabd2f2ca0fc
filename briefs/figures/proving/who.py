"""Prove who reported a row of the ledger: named in its sentence, or before it."""

from collections.abc import Collection, Iterator, Sequence

from briefs.errors import Message
from briefs.figures.proving.case import Case, Objection
from briefs.model import Kind, Status
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.reporters import Organisation, reporter, said
from briefs.text.sentences import sentences


def _reporters(case: Case) -> Iterator[Objection]:
    """Prove who reported it: named in the sentence, or before it and nobody since."""
    row, grammar = case.row, case.bench.grammar
    number = row.span.start - len(case.before)
    found = _reporter(row.sentence, number, grammar.organisations, grammar)
    known = {one.code: one for one in grammar.organisations}
    named = {code for code, one in known.items() if one.pattern.search(row.sentence)}
    if row.status is Status.UNREPORTED and row.reporters:
        yield (
            Message("what nobody reported (status L) has no reporter"),
            Message("leave REPORTED_BY empty"),
        )
    for code in row.reporters:
        others = named - {*row.reporters}
        if code not in known or not _may_report(case, known[code], found, others):
            yield (
                Message("the passage does not say that {code} reported it", code=code),
                Message("correct REPORTED_BY, or leave it empty"),
            )
    yield from _together(case, found)
    told = row.indicator or _says_so(case)
    counts = row.kind is Kind.AGGREGATE and row.value is not None
    alone = next(iter(named)) if len(named) == 1 and _says_so(case) else None
    if (found or alone) and told and counts and not row.reporters:
        yield (
            Message("the sentence says who reported it: {code}", code=found or alone),
            Message("name it in REPORTED_BY"),
        )


def _says_so(case: Case) -> bool:
    """Tell whether the sentence has a word of reporting."""
    grammar = case.bench.grammar
    return bool(said(case.row.sentence, grammar.reported, grammar.unknown))


def _reporter(
    text: str, place: int, known: Sequence[Organisation], grammar: Grammar
) -> str | None:
    return reporter(text, place, known, grammar.reported, grammar.unknown)


def _may_report(
    case: Case, one: Organisation, found: str | None, others: Collection[str]
) -> bool:
    """Tell whether an organisation may have reported a row; `found` is who else did.

    One that is named for many reasons, such as the government, reported what an earlier
    sentence says only if that says so. Where the sentence names `others`, it is of
    these and not of whom an earlier sentence names.
    """
    row, grammar = case.row, case.bench.grammar
    other = found is not None and found not in row.reporters
    if one.pattern.search(row.sentence):
        return not (other and one.needs_cue)
    nearest = carried(case)
    if other or others or (nearest and nearest not in row.reporters):
        return False
    if not one.needs_cue:
        return bool(one.pattern.search(case.before))
    before = sentences(case.before, case.bench.edition.language)
    return any(_reporter(place.of(case.before), 0, (one,), grammar) for place in before)


def carried(case: Case) -> str | None:
    """Return who reported what stands before: the nearest sentence that tells it."""
    grammar = case.bench.grammar
    for place in reversed(sentences(case.before, case.bench.edition.language)):
        text = place.of(case.before)
        if found := _reporter(text, len(text), grammar.organisations, grammar):
            return found
    return None


def _together(case: Case, found: str | None) -> Iterator[Objection]:
    """Prove that one sentence has one reporter where it does not tell another."""
    row = case.row
    others = {
        one.reporters
        for one in case.siblings
        if one.sentence == row.sentence and one.span != row.span
    }
    if not found and others and row.reporters not in others:
        yield (
            Message("other rows of the sentence have another reporter"),
            Message("correct REPORTED_BY of one of them"),
        )


RULES = (_reporters,)
"""What every row must pass."""
