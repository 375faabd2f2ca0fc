"""Prove a row that repeats an earlier edition: it keeps the period told there.

What a sentence counted does not happen anew because the next report prints it again.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefs.errors import Message
from briefs.figures.proving.case import Case, Objection
from briefs.model import Basis, Edition, Passage
from briefs.text.sentences import sentences, squeeze


def period(case: Case, told: Callable[[Case], set[str | None]]) -> Iterator[Objection]:
    """Prove the period of a row by the edition that told its sentence first.

    `told` returns the periods that words tell.
    """
    row = case.row
    correct = Message("correct REPEATS or TIME_PERIOD, or leave REPEATS empty")
    first = _first(case)
    if first is None:
        said = Message("the sentence does not stand in {edition}", edition=row.repeats)
        yield Objection("REPEATS", said, correct)
        return
    edition, passage, before = first
    there = replace(
        case,
        bench=replace(case.bench, edition=edition),
        passage=passage,
        before=before,
    )
    known: set[str | None] = {edition.covers}
    for basis in (Basis.STATED, Basis.CARRIED):
        known |= told(replace(there, row=replace(row, period_basis=basis)))
    if row.period not in known:
        said = Message(
            "{edition} does not tell the period {period}",
            edition=edition.id,
            period=row.period or "–",
        )
        yield Objection("REPEATS", said, correct)


def _first(case: Case) -> tuple[Edition, Passage, str] | None:
    """Return the edition that is repeated, the passage there, and the words before."""
    corpus, own = case.bench.corpus, case.bench.edition
    if corpus is None:
        return None
    for edition in corpus.editions:
        series = edition.report, edition.country, edition.language
        if edition.id != case.row.repeats or edition.year >= own.year:
            continue
        if series != (own.report, own.country, own.language):
            continue
        for passage in corpus.passages(edition):
            for place in sentences(passage.text, edition.language):
                if squeeze(place.of(passage.text)) == squeeze(case.row.sentence):
                    return edition, passage, passage.text[: place.start]
    return None
