"""Gather the figures of a corpus: reviewed rows and candidates, with their topics."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefs.corpus import ledger
from briefs.corpus.corpus import Paragraphs
from briefs.figures import candidates as figures
from briefs.figures import review
from briefs.match.index import Finding
from briefs.model import Edition, Figure, Passage
from briefs.numbers import load as grammar


@dataclass(frozen=True, slots=True)
class Shelf:
    """An edition with its passages by number, its ledger and its candidates."""

    edition: Edition
    passages: Mapping[int, Passage]
    reviewed: tuple[Figure, ...]
    candidates: tuple[Figure, ...]


def read(folder: Path, edition: Edition) -> Shelf:
    """Read the ledger of an edition and find the candidates in its text.

    Raises CorpusError for a malformed ledger or number grammar.
    """
    texts = Paragraphs(edition)
    rules = grammar.load(folder, edition.language)
    found = [
        candidate
        for passage in texts.values()
        for candidate in figures.candidates(passage, edition, rules)
    ]
    return Shelf(edition, texts, ledger.figures(edition, texts), tuple(found))


def every(
    folder: Path,
    editions: Sequence[Edition],
    findings: Mapping[str, Sequence[Finding]],
) -> Iterator[tuple[Edition, Passage, Figure]]:
    """Yield each known number of the editions with the passage it stands in.

    A reviewed row has the topics of the ledger, a candidate those of its passage.
    Numbers that the source calls unknown have no value and are left out.
    """
    topics: dict[tuple[str, int], list[str]] = {}
    for code, found in findings.items():
        for finding in found:
            place = finding.edition.id, finding.passage.number
            topics.setdefault(place, []).append(code)
    for edition in editions:
        shelf = read(folder, edition)
        for figure in review.merge(shelf.reviewed, shelf.candidates):
            if figure.value is None:
                continue
            own = figure.topics or tuple(topics.get((edition.id, figure.paragraph), ()))
            placed = replace(figure, topics=own)
            yield edition, shelf.passages[figure.paragraph], placed
