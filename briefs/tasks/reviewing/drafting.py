"""Draft the rows of a ledger that nobody has reviewed yet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefs.corpus.corpus import Corpus
from briefs.figures import observations, pending, proposals, subjects
from briefs.figures.proposals import Draft, Known
from briefs.figures.proving import proof
from briefs.match import index
from briefs.model import Edition, Figure
from briefs.numbers.grammars import load as grammar


def drafts(corpus: Corpus, name: str) -> tuple[Draft, ...]:
    """Return a draft row for each figure of an edition that is not reviewed yet.

    Raises CorpusError where there is no such edition, or its source, its ledger or the
    grammar of its language is at fault.
    """
    edition = corpus.edition(name)
    wanted = pending.pending(corpus, edition)
    if not wanted:
        return ()
    named = _named(corpus, edition, wanted)
    return proposals.drafts(named, bench(corpus, edition), _known(corpus, edition))


def bench(corpus: Corpus, edition: Edition) -> proof.Bench:
    """Return what the rows of an edition are proved with."""
    return proof.Bench(
        edition,
        corpus.paragraphs(edition),
        grammar.load(corpus, edition.language),
        corpus.indicators,
        corpus,
    )


def _named(
    corpus: Corpus, edition: Edition, wanted: Sequence[Figure]
) -> list[tuple[str, Figure]]:
    """Return figures with their names and topics; names count all of a paragraph."""
    shelf = observations.read(corpus, edition)
    findings = index.find(corpus, [edition], tuple(corpus.topics.values()))
    places = subjects.by_passage(findings)
    names: dict[tuple[int, int, int], str] = {}
    counts: dict[int, int] = {}
    for one in shelf.candidates:
        counts[one.paragraph] = counts.get(one.paragraph, 0) + 1
        names[one.paragraph, *one.span] = f"p{one.paragraph}.{counts[one.paragraph]}"
    named = []
    for figure in wanted:
        passage = shelf.passages[figure.paragraph]
        found = places.get((edition.id, figure.paragraph), {})
        topics = subjects.topics(figure, passage, found, edition.language)
        named.append(
            (names[figure.paragraph, *figure.span], replace(figure, topics=topics))
        )
    return named


def _known(corpus: Corpus, edition: Edition) -> Known:
    """Return what the other editions of the same report on the same country tell."""
    others = [other for other in corpus.editions if _serial(other) == _serial(edition)]
    rows = [row for other in others for row in corpus.ledger(other)]
    said: dict[tuple[object, ...], list[tuple[Edition, Figure]]] = {}
    for other in sorted(others, key=lambda each: each.year):
        if other.year < edition.year:
            for figure in _figures(corpus, other):
                said.setdefault(proposals.same(figure), []).append((other, figure))
    return Known(tuple(rows), said)


def _figures(corpus: Corpus, edition: Edition) -> Iterator[Figure]:
    yield from corpus.ledger(edition)
    yield from pending.pending(corpus, edition)


def _serial(edition: Edition) -> tuple[str, str, str]:
    return edition.report, edition.country, edition.language
