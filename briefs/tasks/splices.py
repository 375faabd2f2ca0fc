"""List the excerpts that leave something out of their paragraphs, for review."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefs.compose import cutting, selection
from briefs.compose.cutting import Cutting
from briefs.corpus import ledger, quoting
from briefs.corpus.corpus import Paragraphs
from briefs.match import index
from briefs.tasks.request import Range
from briefs.tasks.scope import load, require, select, within


def splices(
    folder: Path, codes: Sequence[str], range: Range, longest: int
) -> Iterator[Cutting]:
    """Yield every excerpt on some topics that is not a whole paragraph.

    `longest` is the number of words beyond which a paragraph is cut. Raises
    NothingFoundError when there is no passage on a topic.
    """
    corpus = load(folder)
    chosen = select(corpus, codes)
    editions = within(corpus.editions, range)
    findings = index.find(editions, chosen)
    require(chosen, findings)
    texts = {edition.id: Paragraphs(edition) for edition in editions}
    ties = quoting.known(folder, {edition.language for edition in editions})
    figures = [
        figure
        for edition in editions
        for figure in ledger.figures(edition, texts[edition.id])
    ]
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
