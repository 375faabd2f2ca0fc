"""Gather the figures of a corpus: reviewed rows and candidates, with their topics."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefs.corpus.corpus import Corpus
from briefs.figures import candidates as figures
from briefs.figures import review, subjects
from briefs.figures.subjects import Places
from briefs.match.index import Finding
from briefs.model import Basis, Edition, Figure, Passage
from briefs.numbers.grammars import load as grammar


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

    One that an earlier edition gives likewise is told to repeat it, and keeps the
    period that it had there.
    """
    places = subjects.by_passage(findings)
    told: dict[str, Told] = {}
    for edition in in_turn(editions):
        for passage, figure in of_edition(corpus, edition, places):
            first = told.setdefault(same(figure, edition), Told(edition, figure.period))
            yield edition, passage, repeated(figure, edition, first)


def in_turn(editions: Iterable[Edition]) -> list[Edition]:
    """Return editions in the order in which their figures are told: by year."""
    return sorted(editions, key=lambda edition: edition.year)


def of_edition(
    corpus: Corpus, edition: Edition, places: Mapping[tuple[str, int], Places]
) -> Iterator[tuple[Passage, Figure]]:
    """Yield each known number of an edition with the passage it stands in.

    `places` tell where topics show, by edition id and number of paragraph. A reviewed
    row has the topics of the ledger, a candidate those of its sentence and heading.
    Numbers that the source calls unknown have no value and are left out.
    """
    shelf = read(corpus, edition)
    for figure in review.merge(shelf.reviewed, shelf.candidates):
        if figure.value is None:
            continue
        passage = shelf.passages[figure.paragraph]
        found = places.get((edition.id, figure.paragraph), {})
        own = figure.topics or subjects.topics(figure, passage, found, edition.language)
        yield passage, replace(figure, topics=own)


class Told(NamedTuple):
    """Where a figure was told first, and with which period."""

    edition: Edition
    period: str | None


def repeated(figure: Figure, edition: Edition, first: Told) -> Figure:
    """Return a figure; where an earlier edition gives it, with the period it had there.

    What a sentence counted does not happen anew because the next report prints the
    sentence again. A reviewed row says its period itself.
    """
    if first.edition.year >= edition.year:
        return figure
    told = first.edition.id
    if figure.reviewed or figure.period == first.period:
        return replace(figure, repeats=told)
    return replace(
        figure, repeats=told, period=first.period, period_basis=Basis.CARRIED
    )


def same(figure: Figure, edition: Edition) -> str:
    """Return what figures of two editions have in common if one repeats the other.

    They are of one indicator and time, or stand in the same sentence.
    """
    told = figure.indicator and figure.period and (figure.indicator, figure.period)
    words = told or " ".join(figure.sentence.split())
    size = [None if n is None else float(n) for n in (figure.value, figure.value_max)]
    return repr((edition.country, edition.language, words, *size, figure.unit))
