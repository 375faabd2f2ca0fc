"""List the excerpts that leave something out of their paragraphs, for review."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.compose.excerpts import excerpting, selection
from briefs.compose.excerpts.cuts.cutting import Cutting
from briefs.corpus.beside import people
from briefs.corpus.beside.doubts import Doubt
from briefs.corpus.beside.selections import Selections
from briefs.corpus.corpus import Corpus
from briefs.corpus.quoting import Quoting
from briefs.corpus.scope import Range
from briefs.match import index
from briefs.model import Passage
from briefs.text.bearers import Bearers


@dataclass(frozen=True, slots=True)
class _Known:
    """What excerpts are cut with."""

    passages: Mapping[str, Mapping[int, Passage]]
    quoting: Mapping[str, Quoting]
    selections: Mapping[str, Selections]
    people: Mapping[str, Bearers]
    doubts: Mapping[str, tuple[Doubt, ...]]


def splices(
    corpus: Corpus, codes: Sequence[str], range: Range, longest: int
) -> Iterator[Cutting]:
    """Yield every excerpt on some topics that is not a whole paragraph.

    `longest` is the number of words beyond which a paragraph is cut. Raises
    NothingFoundError when there is no passage on a topic.
    """
    chosen = corpus.select(codes)
    editions = corpus.within(range)
    findings = index.find(corpus, editions, chosen)
    index.require(chosen, findings)
    texts = {edition.id: corpus.paragraphs(edition) for edition in editions}
    figures = [figure for edition in editions for figure in corpus.ledger(edition)]
    known = _Known(
        passages=texts,
        quoting=corpus.quoting({edition.language for edition in editions}),
        selections={edition.id: corpus.selections(edition) for edition in editions},
        people={
            edition.id: people.bearers(corpus.people(edition), corpus.grammars)
            for edition in editions
        },
        doubts={edition.id: corpus.doubts(edition) for edition in editions},
    )
    for topic in chosen:
        told = selection.telling(f for f in figures if topic.code in f.topics)
        found = excerpting.excerpts(findings[topic.code], known, told, longest=longest)
        yield from (each for each in found if not each.whole)
