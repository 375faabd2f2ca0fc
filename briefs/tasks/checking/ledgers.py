"""Find what rows of a ledger name that does not exist."""

from collections.abc import Iterable, Iterator

from briefs.corpus.beside import ledger
from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError, Message
from briefs.model import Edition, Figure


def unknown(
    rows: Iterable[Figure], corpus: Corpus, edition: Edition
) -> Iterator[CorpusError]:
    """Yield an error for each indicator, organization or topic that is not known."""
    known = corpus.organisations
    for row in rows:
        place = Message(
            "{file}, paragraph {number}, “{quote}”",
            file=ledger.path(edition),
            number=row.paragraph,
            quote=row.quote,
        )
        if row.indicator and row.indicator not in corpus.indicators:
            name = row.indicator
            yield CorpusError(
                Message("{place}: unknown indicator {name}", place=place, name=name)
            )
        for code in sorted(set(row.reporters) - set(known)):
            yield CorpusError(
                Message("{place}: unknown organization {name}", place=place, name=code)
            )
        if strange := set(row.topics) - set(corpus.topics):
            yield CorpusError(unknown_topic(place, strange))


def unknown_topic(place: Message | str, codes: Iterable[str]) -> Message:
    """Say that some topics do not exist."""
    return Message(
        "{place}: unknown topic {names}", place=place, names=tuple(sorted(codes))
    )
