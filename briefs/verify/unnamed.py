"""Put withheld names back into quotations, so that the rest can be proven."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations_with_replacement

from briefs.corpus.corpus import Corpus
from briefs.corpus.withheld import Withheld
from briefs.model import Passage, Span
from briefs.text.sentences import sentences, squeeze
from briefs.verify.quotations import Quotation


def named(
    found: Iterable[Quotation], corpus: Corpus, withheld: Withheld
) -> list[Quotation]:
    """Return quotations with the names that were withheld put back from the source.

    A part in which anything else differs is returned as it is: it proves nothing.
    """
    return [_named(each, corpus, withheld) for each in found]


def _named(quotation: Quotation, corpus: Corpus, withheld: Withheld) -> Quotation:
    edition = corpus.edition(quotation.edition)
    passages = corpus.paragraphs(edition)
    names = {
        part: _whole(part, passages[number], edition.language, withheld)
        for number, part in zip(quotation.paragraphs, quotation.parts, strict=True)
        if number in passages and withheld.is_marked(part)
    }
    return replace(
        quotation,
        parts=tuple(names.get(part, part) for part in quotation.parts),
        shown=tuple(names.get(text, text) for text in quotation.shown),
    )


def _whole(part: str, passage: Passage, language: str, withheld: Withheld) -> str:
    """Return the run of sentences of a paragraph that a part is, names withheld."""
    spans, wanted = sentences(passage.text, language), squeeze(part)
    for first, last in combinations_with_replacement(spans, 2):
        run = Span(first.start, last.end).of(passage.text)
        if squeeze(withheld.text(run)) == wanted:
            return run
    return part
