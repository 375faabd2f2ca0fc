"""Read the words of a finished PDF file in the order in which they are heard.

The text is taken object by object along the tag tree, not line by line down the page:
running headers and page numbers are artifacts and stay out, so that a quotation that
runs over a page end is found in one piece, also beside its translation. A page without
tags (an imposed sheet) is read as it lies.
"""

import ctypes
import io
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from briefs.errors import Message, VerificationError
from briefs.files.guard import guarded

Mark: TypeAlias = tuple[int, int]
"""Some content that a tag holds: its page, from 0, and its number there."""

Place: TypeAlias = tuple[int, ...]
"""Which branch to take at each fork of the tag tree, from its root on."""

_UNREADABLE = Message("the file cannot be read as PDF")
_AGAIN = Message("build it again, or ask for the file as it was sent out")
_LINE_END_HYPHENS = dict.fromkeys((0x2, 0xFFFE), "-")
"""What pdfium writes for a hyphen at a line end, which it takes for a division."""


def text(pdf: bytes) -> str:
    """Return the text of a PDF file in reading order, NFC, white space collapsed.

    Lines are joined by a space. Raise VerificationError when it is not a PDF file.
    """
    with _looked_at(pdf) as document:
        found = " ".join(_pieces(document))
    found = unicodedata.normalize("NFC", found).translate(_LINE_END_HYPHENS)
    return " ".join(found.split())


def order(pdf: bytes) -> list[Mark]:
    """Return the marked contents of a PDF file in the order of its tags.

    What is told in rows over page ends comes column by column. Empty without tags.
    """
    with _looked_at(pdf) as document:
        found = [
            (place, number, mark)
            for number, page in enumerate(document)
            for place, mark in _marks(page)
        ]
    return [(number, mark) for _, number, mark in sorted(found)]


def _pieces(document: Any) -> Iterator[str]:
    """Yield the text of a file piece by piece, artifacts left out."""
    found: list[tuple[Place, int, str]] = []
    loose = []
    for number, page in enumerate(document):
        content, marks = _marked_text(page), _marks(page)
        found += [(place, number, content.pop(mark, "")) for place, mark in marks]
        if not marks:
            loose.append(page.get_textpage().get_text_range())
    yield from (piece for _, _, piece in sorted(found))
    yield from loose


def _marks(page: Any) -> list[tuple[Place, int]]:
    """Return the numbers of a page's marked contents, each with its place.

    A page tells its own part of the tag tree, and where each branch of it stands among
    those of the whole file: sorted by that, the parts are one again.
    """
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    try:
        tops = range(raw.FPDF_StructTree_CountChildren(tree))
        children = ((i, raw.FPDF_StructTree_GetChildAtIndex(tree, i)) for i in tops)
        return [mark for i, top in children if top for mark in _marks_of(top, (i,))]
    finally:
        raw.FPDF_StructTree_Close(tree)


def _marks_of(element: Any, place: Place) -> Iterator[tuple[Place, int]]:
    from pypdfium2 import raw

    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, index):
            yield from _marks_of(child, (*place, index))
            continue
        mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if mark >= 0:  # else it is content of another page
            yield (*place, index), mark


def _marked_text(page: Any) -> dict[int, str]:
    """Return the text of each marked content of a page, by its number."""
    from pypdfium2 import raw

    textpage = page.get_textpage()
    content: dict[int, str] = defaultdict(str)
    for index in range(raw.FPDFPage_CountObjects(page)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT:
            mark = raw.FPDFPageObj_GetMarkedContentID(item)
            content[mark] += _text(item, textpage)
    content.pop(-1, None)
    return content


def _text(item: Any, textpage: Any) -> str:
    """Return the text of a text object."""
    from pypdfium2 import raw

    room = _LINE
    while True:
        buffer = (raw.FPDF_WCHAR * room)()
        size = raw.FPDFTextObj_GetText(item, textpage, buffer, ctypes.sizeof(buffer))
        if size <= ctypes.sizeof(buffer):
            return bytes(buffer)[:size].decode("utf-16-le").rstrip("\0")
        room = size


_LINE = 200
"""Letters of a text object, mostly: a line or less."""


def carries(pdf: bytes, name: str) -> bool:
    """Tell whether a file of this name travels inside a PDF file."""
    with _looked_at(pdf) as document:
        found = map(document.get_attachment, range(document.count_attachments()))
        return any(attached.get_name() == name for attached in found)


def attachment(pdf: bytes, name: str) -> bytes | None:
    """Return the file of this name that travels inside a PDF file, if there is one."""
    with _opened(pdf) as document:
        attached = document.attachments.get(name)
        return attached.get_file().read_bytes() if attached else None


@contextmanager
def _looked_at(pdf: bytes) -> Iterator[Any]:
    """Open a PDF file as whoever shows it does."""
    import pypdfium2

    with (
        guarded(VerificationError, _UNREADABLE, _AGAIN),
        pypdfium2.PdfDocument(pdf) as document,
    ):
        yield document


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    """Open a PDF file to look into; what is damaged may show only when it is read."""
    import pikepdf

    with (
        guarded(VerificationError, _UNREADABLE, _AGAIN),
        pikepdf.open(io.BytesIO(pdf)) as document,
    ):
        yield document


def language(pdf: bytes) -> str:
    """Return the tag of the language of a PDF file, empty when it does not say it."""
    with _opened(pdf) as document:
        return str(document.Root.get("/Lang", ""))


def described(pdf: bytes) -> tuple[str, str]:
    """Return the title and the description that a PDF file gives of itself."""
    with _opened(pdf) as document:
        about = document.docinfo
        return str(about.get("/Title", "")), str(about.get("/Subject", ""))
