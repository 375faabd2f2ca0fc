"""Write a laid-out page as a PDF file for archives and for screen readers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

VARIANT = "pdf/a-3a"


def write(document: Any, *, date: date, attachments: Sequence[Any] = ()) -> bytes:
    """Return a WeasyPrint document as PDF/A-3a and PDF/UA-1."""
    document.metadata.created = document.metadata.modified = date.isoformat()
    return document.write_pdf(pdf_variant=VARIANT)
