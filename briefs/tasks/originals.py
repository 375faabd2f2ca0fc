"""Go back to the file that a text was taken from, and look for what is quoted."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.corpus.withheld import Withheld
from briefs.errors import BriefsError, Message
from briefs.model import Edition, Passage, Span
from briefs.reading import decoding, passages
from briefs.reading import source as sources
from briefs.reading.passages import Contents
from briefs.text.sentences import squeeze
from briefs.verify import unnamed
from briefs.verify.quotations import Quotation

_MILLIMETER = 25.4 / 72
"""How many millimeters a point is."""


def file_of(edition: Edition) -> Path | None:
    """Return the file that a text was taken from, None where it is that text."""
    if not edition.original_sha256:
        return None
    place = next(one for one in edition.path.parents if one.name == edition.id)
    return next(iter(sorted(place.glob("original.*"))), place / "original")


def fault(edition: Edition) -> Message | None:
    """Return what is wrong with the file that a text was taken from, if anything is."""
    file = file_of(edition)
    if file is None:
        return None
    told = {"edition": edition.id, "file": file.name}
    try:
        content = decoding.read_bytes(file)
    except BriefsError:
        return Message(
            "{edition}: {file}, which its text was taken from, is missing", **told
        )
    if hashlib.sha256(content).hexdigest() != edition.original_sha256:
        return Message(
            "{edition}: {file}, which its text was taken from, was changed since",
            **told,
        )
    return None


def told(
    found: Iterable[Quotation], corpus: Corpus, hidden: Callable[[Quotation], Withheld]
) -> Iterator[Message]:
    """Say of each edition that is quoted what its file, read anew, says of that.

    `hidden` tells the names that are withheld in a quotation. Nothing is said of an
    edition whose source is the file as it was added.
    """
    quoted: dict[str, list[Quotation]] = {}
    for quotation in found:
        quoted.setdefault(quotation.edition, []).append(quotation)
    for edition in corpus.editions:
        own, file = quoted.get(edition.id), file_of(edition)
        if own and file:
            whole = [unnamed.named([one], corpus, hidden(one))[0] for one in own]
            if wrong := fault(edition):
                yield wrong
            else:
                yield from _stands(whole, edition, file)


def _stands(own: list[Quotation], edition: Edition, file: Path) -> Iterator[Message]:
    """Say how many quotations stand in the file, which is unchanged, and where."""
    try:
        read = sources.read(file, edition.language)
        contents = passages.contents(read.reading, edition.id)
    except BriefsError as error:
        yield error.whole
        return
    found = contents.passages
    text = squeeze(" ".join(passage.text for passage in found))
    whole = [one for one in own if all(squeeze(part) in text for part in one.parts)]
    said = {
        "edition": edition.id,
        "whole": len(whole),
        "all": len(own),
        "file": file.name,
    }
    pages = _pages(whole, found)
    if not pages:
        yield Message(
            "{edition}: {whole} of {all} quotations stand in {file}, which is "
            "unchanged since it was added",
            **said,
        )
        return
    yield Message(
        "{edition}: {whole} of {all} quotations stand in {file}, which is unchanged "
        "since it was added; on its pages {pages}",
        pages=_listed(pages),
        **said,
    )
    if boxes := list(_boxes(whole, contents)):
        yield Message(
            "the paragraphs quoted, in millimeters from the left edge and above the "
            "lower one: {places}",
            places="; ".join(boxes),
        )


def _boxes(quoted: Iterable[Quotation], contents: Contents) -> Iterator[str]:
    """Yield the place of each quotation: its number, its page, its paragraph's box.

    Of a paragraph that runs over a page end, it is the box on its first page.
    """
    for one in sorted(quoted, key=lambda quotation: quotation.number):
        for passage in contents.passages:
            box = contents.boxes.get(passage.number)
            if box and any(part in passage.text for part in one.parts):
                left, bottom, right, top = (round(edge * _MILLIMETER) for edge in box)
                yield (
                    f"[{one.number}] {passage.page}: {left}–{right} × {bottom}–{top}"
                )


def _pages(quoted: Iterable[Quotation], found: Sequence[Passage]) -> set[int]:
    """Return the pages of the file on which the words of quotations stand."""
    pages: set[int] = set()
    for part in {part for one in quoted for part in one.parts}:
        for passage in found:
            start = passage.text.find(part)
            if start >= 0 and (on := passage.pages_of(Span(start, start + len(part)))):
                pages.update(range(on[0], on[1] + 1))
    return pages


def _listed(pages: set[int]) -> str:
    """Return pages in order, those that follow each other as a range: "3, 5–7"."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs
    )
