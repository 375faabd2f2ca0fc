"""Small pages, and what tests want to know of the PDF files made from them."""

import ctypes
import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import page as validator
import pikepdf
import pypdfium2.raw as pdfium

from briefs.render import layout as render
from briefs.text.sentences import squeeze
from tests.make.places import CASES

DATE = date(2026, 11, 22)
SAMPLE = (CASES / "page.html").read_text("utf-8")


def page(body: str, style: str = "", *, language: str = "ky") -> str:
    """Return a page in the house's serif."""
    return (
        f'<!doctype html><html lang="{language}"><head><title>Үлгү</title>'
        f'<style>body{{font-family:"Briefs Serif"}}{style}</style></head>'
        f"<body>{body}</body></html>"
    )


def pdf_of(html: str, **how: Any) -> bytes:
    """Return a page as PDF."""
    return render.to_pdf(html, date=DATE, **how)


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Return a PDF file to look into."""
    return pikepdf.open(io.BytesIO(pdf))


def words_of(item: Any, textpage: Any) -> str:
    """Return the words of a text object of an open PDF page."""
    size = pdfium.FPDFTextObj_GetText(item, textpage, None, 0)
    buffer = ctypes.create_string_buffer(size)
    target = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFTextObj_GetText(item, textpage, target, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def quoted_on(page: Any) -> list[str]:
    """Return the texts of an open PDF page that are tagged as quoted in a line."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    try:
        tops = range(pdfium.FPDF_StructTree_CountChildren(tree))
        quotes = [
            mark
            for place in tops
            for mark in _quotes(pdfium.FPDF_StructTree_GetChildAtIndex(tree, place))
        ]
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    textpage = page.get_textpage()
    content: dict[int, str] = {}
    for item in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,), max_depth=1):
        mark = pdfium.FPDFPageObj_GetMarkedContentID(item)
        content[mark] = content.get(mark, "") + words_of(item, textpage)
    content.pop(-1, None)  # what runs on, and stands in no tag
    texts = ("".join(content.get(mark, "") for mark in marks) for marks in quotes)
    return [text for text in texts if text]


def _quotes(element: Any) -> Iterator[list[int]]:
    """Yield the numbers of the marked contents of each quotation within a tag.

    Each line of a quotation is tagged for itself, within the same tag.
    """
    lines: list[int] = []
    for place in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, place)
        if child and _name(child) == "Quote":
            lines += _contents(child)
        elif child:
            yield from _quotes(child)
    if lines:
        yield lines


def _name(element: Any) -> str:
    name = ctypes.create_string_buffer(64)
    size = pdfium.FPDF_StructElement_GetType(element, name, len(name))
    return name.raw[:size].decode("utf-16-le").rstrip("\0")


def _contents(element: Any) -> Iterator[int]:
    for place in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, place)
        if child:
            yield from _contents(child)
        else:
            yield pdfium.FPDF_StructElement_GetChildMarkedContentID(element, place)


def count_pages(pdf: bytes) -> int:
    """Return how many pages a PDF file has."""
    with opened(pdf) as document:
        return len(document.pages)


def holds(text: str, quote: str) -> bool:
    """Tell whether a quotation stands in a text, white space left aside."""
    return squeeze(quote) in squeeze(text)


def tags(document: pikepdf.Pdf, name: str = "") -> list[Any]:
    """Return the tags of a PDF file, or those of a name, in the order of hearing."""
    found = _inner(document.Root.StructTreeRoot.K[0])
    return [tag for tag in found if not name or f"/{name}" == tag.S]


def broken_rules(pdf: bytes) -> list[str]:
    """Return the rules of PDF/UA-1 and PDF/A-3a that a file breaks.

    The validator takes a carriage return that ends compressed data for part of the
    line end after it; veraPDF reads such streams right.
    """
    profiles = (
        validator.ValidationProfile.PDF_UA_1,
        validator.ValidationProfile.PDF_A_3A,
    )
    return [
        failure.rule_id
        for profile in profiles
        for failure in validator.validate_pdf_bytes(pdf, profile=profile).failures
        if failure.rule_id != "PDFA3A-STREAM-LENGTH-001"
    ]


def _inner(tag: Any) -> Iterator[Any]:
    yield tag
    for kid in tag.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _inner(kid)
