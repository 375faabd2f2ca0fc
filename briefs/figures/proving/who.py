"""Prove who reported a row of the ledger: named in its sentence, or before it."""

from collections.abc import Collection, Iterator, Sequence

from briefs.errors import Message
from briefs.figures.proving.case import Case, Objection
from briefs.model import Kind, Status
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.reporters import Organisation, Reporters, reporter, said
from briefs.text.sentences import sentences


def _reporters(case: Case) -> Iterator[Objection]:
    """Prove who reported it: named in the sentence, or before it and nobody since."""
    row, grammar = case.row, case.bench.grammar
    number = row.span.start - len(case.before)
    found = _reporter(row.sentence, number, grammar.organisations, grammar)
    known = {one.code: one for one in grammar.organisations}
    named = {code for code, one in known.items() if one.pattern.search(row.sentence)}
    if row.status is Status.UNREPORTED and row.reporters:
        yield Objection(
            "REPORTED_BY",
            Message("what nobody reported (status L) has no reporter"),
            Message("leave REPORTED_BY empty"),
        )
    for code in row.reporters:
        others = named - {*row.reporters}
        if code not in known or not _may_report(case, known[code], found, others):
            yield Objection(
                "REPORTED_BY",
                Message("the passage does not say that {code} reported it", code=code),
                Message("correct REPORTED_BY, or leave it empty"),
            )
    yield from _together(case, found)
    yield from _jointly(case, found)
    told = row.indicator or _says_so(case)
    untold = row.value is None and row.status is not Status.MISSING
    counts = row.kind is Kind.AGGREGATE and not untold
    alone = next(iter(named)) if len(named) == 1 and _says_so(case) else None
    if (found or alone) and told and counts and not row.reporters:
        yield Objection(
            "REPORTED_BY",
            Message("the sentence says who reported it: {code}", code=found or alone),
            Message("name it in REPORTED_BY"),
        )


def _jointly(case: Case, found: str | None) -> Iterator[Objection]:
    """Prove that of those who reported together none is left out, and none added."""
    row, grammar = case.row, case.bench.grammar
    both = {*together(row.sentence, found, grammar)}
    for left_out in sorted(both - {*row.reporters}) if both & {*row.reporters} else ():
        yield Objection(
            "REPORTED_BY",
            Message("{code} reported it, too", code=left_out),
            Message("name it in REPORTED_BY"),
        )
    if len(row.reporters) > 1 and not _named_together(case):
        yield Objection(
            "REPORTED_BY",
            Message("no sentence says that they reported it together"),
            Message("correct REPORTED_BY"),
        )


def together(text: str, code: str | None, grammar: Grammar) -> tuple[str, ...]:
    """Return who reported something together with the one who did, "X and Y"."""
    groups = Reporters(text, grammar.organisations, grammar.reported).joined(
        grammar.jointly
    )
    return next((group for group in groups if code in group), ())


def _named_together(case: Case) -> bool:
    """Tell whether a sentence, or one before, names all who reported a row.

    One that is named for many reasons has to stand side by side with another.
    """
    grammar, codes = case.bench.grammar, {*case.row.reporters}
    vague = {one.code for one in grammar.organisations if one.needs_cue} & codes
    before = sentences(case.before, case.bench.edition.language)
    for text in (case.row.sentence, *(place.of(case.before) for place in before)):
        known = Reporters(text, grammar.organisations, grammar.reported)
        groups = [{*group} & codes for group in known.joined(grammar.jointly)]
        joined = {code for group in groups if len(group) > 1 for code in group}
        if codes <= known.codes and vague <= joined:
            return True
    return False


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
        yield Objection(
            "REPORTED_BY",
            Message("other rows of the sentence have another reporter"),
            Message("correct REPORTED_BY of one of them"),
        )


RULES = (_reporters,)
"""What every row must pass."""
