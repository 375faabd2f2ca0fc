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
