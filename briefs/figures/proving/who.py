"""Prove who reported a row of the ledger: named in its sentence, or before it."""

from collections.abc import Collection, Iterator, Sequence

from briefs.errors import Message
from briefs.figures.proving.case import Case, Objection
from briefs.model import Kind, Status
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.reporters import Organisation, Reporters, said
from briefs.text.sentences import sentences


def _reporters(case: Case) -> Iterator[Objection]:
    """Prove who reported it: named in the sentence, or before it and nobody since."""
    row = case.row
    if row.status is Status.UNREPORTED and row.reporters:
        yield Objection(
            "REPORTED_BY",
            Message("what nobody reported (status L) has no reporter"),
            Message("leave REPORTED_BY empty"),
        )
    for code in _strangers(case):
        yield Objection(
            "REPORTED_BY",
            Message("the passage does not say that {code} reported it", code=code),
            Message("correct REPORTED_BY, or leave it empty"),
        )
    yield from _together(case, _found(case))
    yield from _jointly(case, _found(case))
    if not row.reporters and (demanded := demands(case)):
        yield Objection(
            "REPORTED_BY",
            Message("the sentence says who reported it: {code}", code=demanded),
            Message("name it in REPORTED_BY"),
        )


def _found(case: Case) -> str | None:
    """Return who reported the number, as the machine reads the sentence alone."""
    row, grammar = case.row, case.bench.grammar
    number = row.span.start - len(case.before)
    return _reporter(row.sentence, number, grammar.organisations, grammar)


def _named(case: Case) -> set[str]:
    """Return the codes of those whom the clause of the number names."""
    number = case.row.span.start - len(case.before)
    return {*case.bench.grammar.reporters(case.row.sentence).beside(number)}


def _strangers(case: Case) -> list[str]:
    """Return the reporters of a row of whom no words say that they reported it."""
    codes, found = case.row.reporters, _found(case)
    known = {one.code: one for one in case.bench.grammar.organisations}
    others = _named(case) - {*codes}
    return [
        code
        for code in codes
        if code not in known or not _may_report(case, known[code], found, others)
    ]


def is_told(case: Case) -> bool:
    """Tell whether words bear out who reported a row."""
    return not _strangers(case)


def demands(case: Case) -> str | None:
    """Return who reported a total, where its sentence says so."""
    row, named, found = case.row, _named(case), _found(case)
    untold = row.value is None and row.status is not Status.MISSING
    if row.kind is not Kind.AGGREGATE or untold:
        return None
    alone = next(iter(named)) if len(named) == 1 and _says_so(case) else None
    told = row.indicator or _says_so(case) or _opens(case, found)
    return (found or alone) if told else None


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
    groups = grammar.reporters(text).joined(grammar.jointly)
    return next((group for group in groups if code in group), ())


def _named_together(case: Case) -> bool:
    """Tell whether a sentence, or one before, names all who reported a row.

    One that is named for many reasons has to stand side by side with another.
    """
    grammar, codes = case.bench.grammar, {*case.row.reporters}
    vague = {one.code for one in grammar.organisations if one.needs_cue} & codes
    before = sentences(case.before, case.bench.edition.language)
    for text in (case.row.sentence, *(place.of(case.before) for place in before)):
        known = grammar.reporters(text)
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
    said = grammar.reported, grammar.unknown
    return Reporters(text, known, *said, grammar.joints).of(place)


def _may_report(
    case: Case, one: Organisation, found: str | None, others: Collection[str]
) -> bool:
    """Tell whether an organisation may have reported a row; `found` is who else did.

    One that is named for many reasons, such as the government, reported what an earlier
    sentence says only if that says so. Where the sentence names `others`, it is of
    these and not of whom an earlier sentence names.
    """
    row = case.row
    other = found is not None and found not in row.reporters
    if one.pattern.search(row.sentence):
        return not (other and one.needs_cue) and not _only_acts(case, one)
    nearest = carried(case)
    if other or others or (nearest and nearest not in row.reporters):
        return False
    return _said_before(case, one)


def _said_before(case: Case, one: Organisation) -> bool:
    """Tell whether a sentence before says that an organisation reported something."""
    grammar = case.bench.grammar
    before = sentences(case.before, case.bench.edition.language)
    return any(
        grammar.reported.search(text) and _reporter(text, 0, (one,), grammar)
        for text in (place.of(case.before) for place in before)
    )


def _only_acts(case: Case, one: Organisation) -> bool:
    """Tell whether a sentence names an organisation for what it did, not what it said.

    Who acts is no reporter ("the police detained 19 people"), except of the totals of
    his own work, where he is named before them: of a series, if he is named for many
    reasons.
    """
    row, number = case.row, case.row.span.start - len(case.before)
    if _says_so(case) or _said_before(case, one):
        return False
    if row.kind is not Kind.AGGREGATE or (one.needs_cue and not row.indicator):
        return True
    return not one.pattern.search(row.sentence[:number])


def _opens(case: Case, code: str | None) -> bool:
    """Tell whether a sentence names who reported before all its numbers.

    That is one who is named for hardly anything else: "UNHCR 300 000 …".
    """
    known = {one.code: one for one in case.bench.grammar.organisations}
    text = case.row.sentence
    first = min(
        (one.span.start for one in case.found if one.sentence == text),
        default=case.row.span.start,
    )
    one = known.get(code or "")
    opening = text[: first - len(case.before)]
    return bool(one and not one.needs_cue and one.pattern.search(opening))


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
