"""Tell what a person has to look at in a ledger: no faults, but what may be amiss."""

from collections.abc import Callable, Iterable, Iterator

from briefs.corpus.beside import ledger
from briefs.corpus.corpus import Corpus
from briefs.errors import Message
from briefs.figures import pending
from briefs.figures.proving import heeded
from briefs.figures.proving.case import Case
from briefs.model import Edition, Figure

_EACH = 12
"""So many figures that stand in no row are told one by one."""


def unheeded(
    cases: Iterable[Case], where: Callable[[Figure], Message]
) -> Iterator[Message]:
    """Yield the rows whose words say more than their notes, and in which line."""
    for case in cases:
        for said in heeded.unheeded(case):
            yield Message(
                "look: {place}: “{quote}”: {said}",
                place=where(case.row),
                quote=case.row.quote,
                said=said,
            )


def left_out(corpus: Corpus, edition: Edition) -> Iterator[Message]:
    """Yield the figures of an edition that stand in no row and were not declined."""
    left = pending.pending(corpus, edition)
    for figure in left[:_EACH]:
        yield Message(
            "look: {file}: paragraph {number}: “{quote}” stands in no row",
            file=ledger.path(edition),
            number=figure.paragraph,
            quote=figure.quote,
        )
    if len(left) > _EACH:
        yield Message(
            "look: {edition}: figures that stand in no row: {count}",
            edition=edition.id,
            count=len(left),
        )
