"""Tell how much each edition says on each topic, without reading what it says."""

import functools
from collections.abc import Sequence

from briefs.compose.sources import tally
from briefs.compose.sources.tally import Summary
from briefs.corpus.corpus import Corpus
from briefs.files import asking, cache
from briefs.files.database import Index, Made
from briefs.match import index as matching
from briefs.model import Edition
from briefs.tasks.answering.filling import Kind, fill
from briefs.years import outline


def read(corpus: Corpus, editions: Sequence[Edition]) -> dict[str, Summary]:
    """Return what editions say on every topic, by their ids.

    Raises CorpusError for an altered source or a bad pattern.
    """
    return asking.answered(lambda index: _read(index, corpus, editions))


def _read(
    index: Index, corpus: Corpus, editions: Sequence[Edition]
) -> dict[str, Summary]:
    numbers = fill(index, corpus, editions, _kind(corpus))
    found = index.entries(numbers.values(), "")
    return {id: cache.decoded(found[numbers[id]], Summary) for id in numbers}


def _kind(corpus: Corpus) -> Kind:
    taxonomy = matching.taxonomy(corpus)

    @functools.cache
    def ties(language: str) -> tuple[str | bytes, ...]:
        return tuple(cache.contents([corpus.lent(f"quoting/{language}.toml")]))

    def key(edition: Edition) -> str:
        told = ties(edition.language)
        return cache.digest(*matching.parts(edition), taxonomy, *told)

    def make(edition: Edition) -> Made:
        chapters = outline.read(corpus, [edition])[edition.id]
        found = tally.summary(
            matching.find(corpus, [edition], tuple(corpus.topics.values())),
            corpus.quoting([edition.language]).get(edition.language),
            (code for code in corpus.topics if chapters.lacks(code)),
        )
        return Made(key(edition), {"": cache.encoded(found)})

    return Kind("summary", key, make)
