"""Prove quotations: against the source, and in the text of the finished file.

A brief carries a record of its quotations as an attachment, so that whoever receives it
can prove it again against the corpus.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from briefs.corpus.beside import translations
from briefs.corpus.corpus import Corpus
from briefs.corpus.withheld import Withheld
from briefs.document import Brief, excerpts_of, statements_of
from briefs.errors import Message, VerificationError
from briefs.model import Edition, Passage
from briefs.text.characters import parted
from briefs.text.sentences import squeeze
from briefs.verify import pdftext

RECORD = "quotations.json"
"""The name of the attachment that lists the quotations of a brief."""

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation to prove: its number, where it comes from, its unbroken parts.

    Each part stands in the paragraph of the same place in `paragraphs`.
    `shown` are the texts that stand on the page: the parts, their translation, or both;
    `ids` name the passages by which the excerpt can be chosen.
    """

    number: int
    edition: str
    sha256: str
    paragraphs: tuple[int, ...]
    parts: tuple[str, ...]
    shown: tuple[str, ...]
    ids: tuple[str, ...] = ()


def quotations(brief: Brief) -> Iterator[Quotation]:
    """Yield the quotations of a brief in their order."""
    checksums = {source.edition: source.checksum for source in brief.sources}
    quoted = chain.from_iterable(map(excerpts_of, brief.chapters))
    for excerpt in chain(quoted, statements_of(brief)):
        yield Quotation(
            number=excerpt.number,
            edition=excerpt.edition,
            sha256=checksums[excerpt.edition],
            paragraphs=excerpt.paragraphs,
            parts=excerpt.parts,
            shown=(
                *(excerpt.parts if excerpt.original else ()),
                *(excerpt.translation.parts if excerpt.translation else ()),
            ),
            ids=excerpt.ids,
        )
    yield from _changed(brief, checksums)


def _changed(brief: Brief, checksums: Mapping[str, str]) -> Iterator[Quotation]:
    """Yield the sentences that are quoted because they changed, numbered on."""
    quoted = chain.from_iterable(map(excerpts_of, brief.chapters))
    count = sum(1 for _ in chain(quoted, statements_of(brief)))
    sides = (
        side
        for chapter in brief.chapters
        for changed in chapter.changes
        for side in changed.sides
    )
    for number, side in enumerate(sides, count + 1):
        yield Quotation(
            number=number,
            edition=side.edition,
            sha256=checksums[side.edition],
            paragraphs=(side.paragraph,),
            parts=(side.text,),
            shown=(side.text, *([side.translation] if side.translation else [])),
        )


def record(found: Sequence[Quotation]) -> bytes:
    """Return the quotations as JSON, to be attached to the file."""
    rows = [
        {
            "number": quotation.number,
            "ids": list(quotation.ids),
            "edition": quotation.edition,
            "sha256": quotation.sha256,
            "paragraphs": list(quotation.paragraphs),
            "parts": list(quotation.parts),
            "shown": list(quotation.shown),
        }
        for quotation in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()


def against_source(found: Sequence[Quotation], corpus: Corpus) -> None:
    """Check that each part stands in the source, character by character.

    White space is left aside, because lines were joined. The source is read anew, its
    checksum checked, and only the slices of the cited paragraphs are looked at. Raises
    VerificationError.
    """
    sources: dict[str, _Source] = {}
    for quotation in found:
        if quotation.edition not in sources:
            sources[quotation.edition] = _read(corpus, quotation)
        source = sources[quotation.edition]
        last, rest = 0, ""
        for number, part in zip(quotation.paragraphs, quotation.parts, strict=True):
            rest = rest if number == last else source.paragraph(number)
            _, hit, rest = rest.partition(squeeze(part))
            if not hit or number < last:
                where = Message("the source {edition}", edition=quotation.edition)
                raise _unproven(quotation, part, where)
            last = number


def in_text(found: Sequence[Quotation], text: str, where: Message) -> None:
    """Check that what is shown is found again in a text; `where` names it.

    Raises VerificationError.
    """
    squeezed = squeeze(text)
    for quotation in found:
        for part in quotation.shown:
            if squeeze(part) not in squeezed:
                raise _unproven(quotation, part, where)


def figures_in_text(brief: Brief, text: str, where: Message) -> None:
    """Check that what single figures quote is found again in a text.

    That it stands in its source was proved when the ledger was read. Raises
    VerificationError.
    """
    squeezed = squeeze(text)
    for chapter in brief.chapters:
        for single in chapter.figures.every_single if chapter.figures else ():
            for quote in single.counted:
                if squeeze(quote) not in squeezed:
                    raise VerificationError(
                        Message(
                            "the figure “{quote}” is not found in {where}",
                            quote=quote,
                            where=where,
                        ),
                        hint=Message("the file was not written; please report this"),
                    )


def recorded(pdf: bytes) -> list[Quotation]:
    """Return the quotations that a PDF file records.

    Raise VerificationError when it has no record, or one that would prove nothing.
    """
    data = pdftext.attachment(pdf, RECORD)
    if data is None:
        raise VerificationError(Message("the file carries no record of quotations"))
    try:
        return [_quotation(row) for row in json.loads(data)]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise VerificationError(
            Message("the record of quotations is damaged")
        ) from error


@dataclass(frozen=True, slots=True)
class _Source:
    """The text of a source, and its paragraphs by number."""

    text: str
    passages: Mapping[int, Passage]

    def paragraph(self, number: int) -> str:
        """Return the characters of a paragraph, none if there is no such."""
        passage = self.passages.get(number)
        pieces = passage.pieces if passage else ()
        return squeeze(parted("".join(piece.of(self.text) for piece in pieces)))


def _read(corpus: Corpus, quotation: Quotation) -> _Source:
    edition = corpus.edition(quotation.edition)
    if edition.sha256 != quotation.sha256:
        raise VerificationError(
            Message(
                "excerpt {number} was taken from another text of {edition}",
                number=quotation.number,
                edition=edition.id,
            ),
            hint=Message(
                "compare it with the edition as it is now, or build the brief again"
            ),
        )
    return _Source(corpus.source(edition), corpus.paragraphs(edition))


def against_translations(
    found: Iterable[Quotation], corpus: Corpus, withheld: Withheld | None = None
) -> None:
    """Check that what is shown beside or instead of a part is its translation.

    Names may be withheld in it, and are not in the part. Raises VerificationError.
    """
    for quotation in found:
        others = set(quotation.shown) - set(quotation.parts)
        edition = corpus.edition(quotation.edition)
        for language in translations.languages(edition) if others else ():
            for text in _translated(quotation, edition, language):
                others -= {text, withheld.text(text) if withheld else text}
        for text in others:
            raise VerificationError(
                Message(
                    "excerpt {number} shows “{start}”, which is not its working "
                    "translation in the corpus",
                    number=quotation.number,
                    start=_start(text),
                ),
                hint=Message(
                    "if the translation was corrected since, build the brief again"
                ),
            )


def _translated(quotation: Quotation, edition: Edition, language: str) -> Iterator[str]:
    known = translations.read(edition, language)
    if known:
        for part in quotation.parts:
            entries = translations.translate(part, edition.language, known)
            yield translations.joined(entries or ())


def _quotation(row: Mapping[str, Any]) -> Quotation:
    """Read a row of the record; one that would prove nothing is a ValueError."""
    quotation = Quotation(
        number=row["number"],
        edition=row["edition"],
        sha256=row["sha256"],
        paragraphs=tuple(row["paragraphs"]),
        parts=tuple(row["parts"]),
        shown=tuple(row["shown"]),
        ids=tuple(row.get("ids", ())),
    )
    for texts in (row["parts"], row["shown"]):
        if not isinstance(texts, list) or not all(map(squeeze, texts)) or not texts:
            raise ValueError("nothing to prove")
    numbers = row["paragraphs"]
    if not isinstance(numbers, list) or len(numbers) != len(quotation.parts):
        raise ValueError("no place for each part")
    if not isinstance(quotation.edition, str) or not all(
        isinstance(number, int) for number in numbers
    ):
        raise TypeError("no place")
    return quotation


def _unproven(quotation: Quotation, part: str, where: Message) -> VerificationError:
    return VerificationError(
        Message(
            "excerpt {number} (“{start}”) is not found in {where}",
            number=quotation.number,
            start=_start(part),
            where=where,
        ),
        hint=Message(
            "do not use such a file; if it was being built, please report the topic"
        ),
    )


def _start(text: str) -> str:
    return text if len(text) < 60 else text[:60].rsplit(" ", 1)[0] + _ELLIPSIS
