"""Tell how far the figures of many editions are reviewed, from the index."""

from collections.abc import Iterable
from typing import NamedTuple

from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError
from briefs.figures import pending
from briefs.files import asking, cache
from briefs.files.database import Index, Made
from briefs.model import Edition
from briefs.tasks.answering.filling import Kind, fill


class Counts(NamedTuple):
    """How many figures of an edition may be printed, and how many not yet."""

    reviewed: int
    unreviewed: int


def of(corpus: Corpus, edition: Edition) -> Counts:
    """Count the figures of one edition.

    Raises CorpusError for an altered source or a malformed ledger.
    """
    corpus.check_source(edition)
    ledger = corpus.ledger(edition)
    return Counts(len(ledger), len(pending.pending(corpus, edition)))


def read(corpus: Corpus, editions: Iterable[Edition]) -> dict[str, Counts]:
    """Return the counts of editions by their ids, without those that have a fault."""
    sound = [edition for edition in editions if _is_unaltered(corpus, edition)]
    return asking.answered(lambda index: _read(index, corpus, sound))


def _is_unaltered(corpus: Corpus, edition: Edition) -> bool:
    try:
        corpus.check_source(edition)
    except CorpusError:
        return False
    return True


def _read(index: Index, corpus: Corpus, editions: list[Edition]) -> dict[str, Counts]:
    numbers = fill(index, corpus, editions, _kind(corpus))
    found = index.entries(numbers.values(), "")
    return {
        id: counted
        for id, number in numbers.items()
        for counted in cache.decoded(found[number], list[Counts])
    }


def _kind(corpus: Corpus) -> Kind:
    def key(edition: Edition) -> str:
        return cache.digest(*pending.identity(corpus, edition))

    def make(edition: Edition) -> Made:
        try:
            counts = [of(corpus, edition)]
        except CorpusError:  # told where it is asked for
            counts = []
        return Made(key(edition), {"": cache.encoded(counts)})

    return Kind("counts", key, make)
