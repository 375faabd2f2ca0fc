"""Tell which quotations of a finished file stand in its words and their sources."""

from collections.abc import Iterable, Iterator, Sequence

from briefs.corpus.corpus import Corpus
from briefs.errors import BriefsError, Message, VerificationError
from briefs.tasks import remaking
from briefs.tasks.remaking import Remade
from briefs.text.sentences import squeeze
from briefs.verify import carried, pdftext, quotations, unnamed
from briefs.verify.comparing import webpages
from briefs.verify.proof import Difference
from briefs.verify.quotations import Quotation
from briefs.verify.recipe import Recipe


def proven(
    found: Iterable[Quotation], text: str, differences: Iterable[Difference]
) -> int:
    """Count the quotations that are whole on the pages.

    They stand in their sources: the brief was just made from them.
    """
    squeezed = squeeze(text)
    covered = [squeeze(each.expected) for each in differences if each.kind == "look"]
    return sum(
        not is_covered(quotation, covered)
        and all(squeeze(part) in squeezed for part in quotation.shown)
        for quotation in found
    )


def is_covered(quotation: Quotation, covered: Iterable[str]) -> bool:
    """Tell whether a part of a quotation is seen otherwise than it reads."""
    parts = [squeeze(part) for part in quotation.shown]
    return any(each and each in part for each in covered for part in parts)


def told(content: bytes, remade: Remade) -> tuple[Sequence[Quotation], str]:
    """Return the quotations that a file names, and its words.

    A web page names none: those of the brief made again are looked for.
    """
    if not carried.is_pdf(content):
        return remade.quotations, " ".join(webpages.words(content))
    try:
        return quotations.recorded(content), pdftext.text(content)
    except VerificationError:
        return [], ""


def retold(found: Iterable[Quotation]) -> Iterator[Message]:
    """Say which quotations stand in their source, but with another translation."""
    if numbers := ", ".join(str(each.number) for each in found):
        yield Message(
            "the quotations {numbers} stand in their source, but this corpus "
            "translates them otherwise: the translation was corrected, or the file "
            "altered",
            numbers=numbers,
        )


def stands(
    quotation: Quotation,
    text: str,
    corpus: Corpus,
    made: Recipe,
    *,
    alone: bool = False,
) -> bool:
    """Tell whether a quotation stands in its source and in the text of the file.

    So does its translation, if it is not proven `alone`.
    """
    try:
        hidden = remaking.hidden(quotation, corpus, made)
        whole = unnamed.named([quotation], corpus, hidden)
        quotations.against_source(whole, corpus)
        if not alone:
            quotations.against_translations(whole, corpus, hidden)
        quotations.in_text([quotation], text, Message("{file}"))
    except BriefsError:
        return False
    return True
