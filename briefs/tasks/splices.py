"""List the excerpts that leave something out of their paragraphs, for review."""

from collections.abc import Iterator, Sequence

from briefs.compose import cutting, selection
from briefs.compose.cutting import Cutting
from briefs.corpus.corpus import Corpus
from briefs.corpus.scope import Range
from briefs.match import index


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
    ties = corpus.quoting({edition.language for edition in editions})
    figures = [figure for edition in editions for figure in corpus.ledger(edition)]
    for topic in chosen:
        told = selection.telling(f for f in figures if topic.code in f.topics)
        found = cutting.united(
            cutting.cut(
                finding,
                ties.get(finding.edition.language),
                told.get((finding.edition.id, finding.passage.number), ()),
                passages=texts[finding.edition.id],
                longest=longest,
            )
            for finding in findings[topic.code]
        )
        yield from (each for each in found if not each.whole)
