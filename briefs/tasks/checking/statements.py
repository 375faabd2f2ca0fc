"""Check what a person says beside the reports: terms, corrections, what is barred."""

from collections.abc import Iterator

from briefs.corpus.corpus import Corpus
from briefs.corpus.vocabulary import corrections
from briefs.errors import CorpusError, Message


def statements(corpus: Corpus) -> Iterator[Message | CorpusError]:
    """Prove each sentence that is quoted beside the excerpts, by reading it."""
    found = corpus.statements
    yield Message(
        "terms: {terms}, contradictions: {contradictions}, repeats: {repeats}",
        terms=len(found.terms),
        contradictions=len(found.contradictions),
        repeats=len(found.repeats),
    )
    yield Message("publishers described: {count}", count=len(corpus.publishers))


def corrected(corpus: Corpus) -> Iterator[Message | CorpusError]:
    """Read the corrections; each names an edition of the corpus."""
    known = {edition.id for edition in corpus.editions}
    file = corpus.lent(corrections.FILE)
    own = file.parent in corpus.folders
    found = corrections.load(file)
    for one in found:
        if own and one.edition not in known:
            yield CorpusError(
                Message(
                    "{file}: the corpus has no edition '{name}'",
                    file=file,
                    name=one.edition,
                )
            )
    yield Message("corrections told: {count}", count=len(found))


def forbidden(corpus: Corpus) -> Iterator[Message | CorpusError]:
    """Tell which figures quote a passage that is never to be quoted on their topic."""
    for edition in corpus.editions:
        chosen = corpus.selections(edition)
        for row in corpus.ledger(edition):
            barred = [
                topic for topic in row.topics if row.paragraph in chosen.on(topic).never
            ]
            if barred:
                yield Message(
                    "look: {edition}: the figure “{quote}” quotes paragraph {number}, "
                    "which is never to be quoted on {topics}",
                    edition=edition.id,
                    quote=row.quote,
                    number=row.paragraph,
                    topics=tuple(barred),
                )
