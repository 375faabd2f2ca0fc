"""Measure the letters on finished pages, as they are printed."""

import ctypes
from collections import Counter
from math import sqrt

import pypdfium2
import pypdfium2.raw as pdfium


def sizes(pdf: bytes) -> Counter[float]:
    """Return how many letters of each size there are, in points.

    The size is the one on paper: what a picture scales is counted as it is shown.
    """
    found: Counter[float] = Counter()
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                if not chr(pdfium.FPDFText_GetUnicode(text, index)).isalnum():
                    continue
                found[_size(text, index)] += 1
    return found


def share(found: Counter[float], least: float) -> float:
    """Return which part of the letters is not smaller than a size."""
    return sum(n for size, n in found.items() if size >= least) / found.total()


def _size(text: pypdfium2.PdfTextPage, index: int) -> float:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    scale = sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
    return round(float(pdfium.FPDFText_GetFontSize(text, index)) * scale, 1)
