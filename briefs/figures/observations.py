"""Gather the figures of a corpus: reviewed rows and candidates, with their topics."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefs.corpus.corpus import Corpus
from briefs.figures import candidates as figures
from briefs.figures import review, subjects
from briefs.match.index import Finding
from briefs.model import Basis, Edition, Figure, Passage
from briefs.numbers import load as grammar


@dataclass(frozen=True, slots=True)
class Shelf:
    """An edition with its passages by number, its ledger and its candidates."""

    edition: Edition
    passages: Mapping[int, Passage]
    reviewed: tuple[Figure, ...]
    candidates: tuple[Figure, ...]


def read(corpus: Corpus, edition: Edition) -> Shelf:
    """Read the ledger of an edition and find the candidates in its text.

    Raises CorpusError for a malformed ledger or number grammar.
    """
    texts = corpus.paragraphs(edition)
    rules = grammar.load(corpus, edition.language)
    found = [
        candidate
        for passage in texts.values()
        for candidate in figures.candidates(passage, edition, rules)
    ]
    return Shelf(edition, texts, corpus.ledger(edition), tuple(found))


def every(
    corpus: Corpus,
    editions: Sequence[Edition],
    findings: Mapping[str, Sequence[Finding]],
) -> Iterator[tuple[Edition, Passage, Figure]]:
    """Yield each known number of the editions with the passage it stands in.

    A reviewed row has the topics of the ledger, a candidate those of its sentence and
    heading. Numbers that the source calls unknown have no value and are left out. One
    that an earlier edition gives likewise is told to repeat it, and keeps the period
    that it had there.
    """
    places = subjects.by_passage(findings)
    told: dict[tuple[object, ...], tuple[Edition, Figure]] = {}
    for edition in sorted(editions, key=lambda each: each.year):
        shelf = read(corpus, edition)
        for figure in review.merge(shelf.reviewed, shelf.candidates):
            if figure.value is None:
                continue
            passage = shelf.passages[figure.paragraph]
            found = places.get((edition.id, figure.paragraph), {})
            own = figure.topics or subjects.topics(
                figure, passage, found, edition.language
            )
            first, figure_then = told.setdefault(
                _same(figure, edition), (edition, figure)
            )
            placed = replace(figure, topics=own)
            if first.year < edition.year:
                placed = _repeated(placed, first, figure_then)
            yield edition, passage, placed


def _repeated(figure: Figure, first: Edition, then: Figure) -> Figure:
    """Return a figure that an earlier edition gives likewise, with the period it had.

    What a sentence counted does not happen anew because the next report prints the
    sentence again. A reviewed row says its period itself.
    """
    figure = replace(figure, repeats=first.id)
    if figure.reviewed or figure.period == then.period:
        return figure
    return replace(figure, period=then.period, period_basis=Basis.CARRIED)


def _same(figure: Figure, edition: Edition) -> tuple[object, ...]:
    """Return what figures of two editions have in common if one repeats the other.

    They are of one indicator and time, or stand in the same sentence.
    """
    told = figure.indicator and figure.period and (figure.indicator, figure.period)
    words = told or " ".join(figure.sentence.split())
    size = figure.value, figure.value_max, figure.unit
    return edition.country, edition.language, words, *size
