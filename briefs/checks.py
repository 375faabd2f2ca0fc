"""Check a whole corpus, and tell every fault at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

from briefs import match, pipeline
from briefs.corpus import Corpus, country_names, passages
from briefs.errors import BriefsError, CorpusError

Check = Callable[[Corpus], Iterator[str]]
"""Yields a line for each thing that is in order; raises or yields nothing else."""


def run(folder: Path) -> Iterator[str]:
    """Yield a line for each part of a corpus that is in order, then raise its faults.

    Raises CorpusError with one line for each fault when there is any.
    """
    corpus = pipeline.load(folder)
    faults: list[str] = []
    for check in (_sources, _topics, _countries):
        try:
            yield from check(corpus)
        except BriefsError as fault:
            faults.append(str(fault))
    if faults:
        raise CorpusError("; ".join(faults))


def _sources(corpus: Corpus) -> Iterator[str]:
    for edition in corpus.editions:
        found = passages(edition)
        unknown = set(edition.topics) - set(corpus.topics)
        if unknown:
            raise CorpusError(
                f"{edition.id}: unknown topic {', '.join(sorted(unknown))}",
                hint="correct `topics` in its edition.toml",
            )
        yield f"{edition.id}: source unaltered, {len(found)} paragraphs"


def _topics(corpus: Corpus) -> Iterator[str]:
    languages = sorted({edition.language for edition in corpus.editions})
    for language in languages:
        match.Matcher(corpus.topics.values(), language)
        yield f"{len(corpus.topics)} topics: patterns for {language} can be read"


def _countries(corpus: Corpus) -> Iterator[str]:
    yield f"{len(country_names(corpus.folder))} country names"
