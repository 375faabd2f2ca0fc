"""See the pages of a PDF file as a reader does: letters with their place, and ink.

Each letter is known by what a machine reads for it and by the dots that a person sees
in its place. Pages are looked at one by one, so that a long file takes no more memory
than a short one.
"""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from briefs.verify.received import damaged

DPI = 300
"""Fine enough to tell н from ң and 6 from 8 in the smallest print (measured)."""

_SCALE = DPI / 72
_WIDEST = 1300.0
"""Points; wider or higher than any sheet that is made."""

_FINER = 3
"""How much finer a page is drawn that lies between the dots."""

_HYPHENS = {"\x02", "\xad", "\ufffe", "‐", "‑"}
"""What readers make of the hyphen at the end of a line."""

_SWAPPED = {chr(ord(letter) << 8): letter for letter in "fijlt"}
"""Ghostscript names the letters of ﬁ with exchanged bytes; no brief is Chinese."""


class Letter(NamedTuple):
    """A letter that is not blank: its place in the text, and its box in dots."""

    place: int
    sign: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its text with blanks, its letters in the order of the file.

    One that was printed on other paper is seen in the place of the page of the brief:
    `scale` times as large, shifted right and down by dots, on a `canvas` as large.
    """

    text: str
    letters: tuple[Letter, ...]
    page: Any
    scale: float = 1.0
    shift: tuple[float, float] = (0.0, 0.0)
    canvas: tuple[float, float] | None = None

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        width, height = self.canvas or self.page.get_size()
        return float(width), float(height)

    @property
    def words(self) -> list[str]:
        """The words as they are compared."""
        return unicodedata.normalize("NFKC", self.text).split()

    def ink(self) -> Any:
        """Return the page in shades of grey, as an array of bytes."""
        drawn = self.page.render(scale=_SCALE * self.scale, grayscale=True)
        return self._on_canvas(drawn.to_numpy().squeeze(), DPI)

    def colors(self, dpi: int) -> Any:
        """Return the page in red, green and blue, as an array of bytes.

        One that was printed on other paper lies between the dots of the brief's page:
        it is drawn finer, and put in its place by parts of a dot.
        """
        if self.canvas is None:
            return self.page.render(scale=dpi / 72).to_numpy()[:, :, :3].copy()
        finer = dpi * _FINER
        drawn = self.page.render(scale=finer / 72 * self.scale)
        return _coarser(self._on_canvas(drawn.to_numpy()[:, :, :3], finer))

    def _on_canvas(self, dots: Any, dpi: int) -> Any:
        """Return dots as they lie on the page of the brief, what is beside it white."""
        import numpy

        if self.canvas is None:
            return dots.copy()
        width, height = (math.ceil(edge * dpi / 72) for edge in self.canvas)
        x, y = (round(move * dpi / DPI) for move in self.shift)
        whole = numpy.full((height, width, *dots.shape[2:]), 255, dots.dtype)
        seen = dots[max(-y, 0) : height - y, max(-x, 0) : width - x]
        rows, columns = seen.shape[:2]
        top, left = max(y, 0), max(x, 0)
        whole[top : top + rows, left : left + columns] = seen
        return whole

    def around(self, first: int, last: int) -> str:
        """Return the whole words from one letter to another, on one line of text."""
        start = self.text.rfind(" ", 0, self.letters[first].place) + 1
        end = self.text.find(" ", self.letters[last].place)
        return self.text[start : end if end > 0 else len(self.text)][:200]


def _coarser(dots: Any) -> Any:
    """Return dots with each square of finer ones made one."""
    import numpy

    height, width = (math.ceil(edge / _FINER) for edge in dots.shape[:2])
    whole = numpy.full((height * _FINER, width * _FINER, 3), 255, numpy.uint16)
    whole[: dots.shape[0], : dots.shape[1]] = dots
    squares = whole.reshape(height, _FINER, width, _FINER, 3).sum(axis=(1, 3))
    return (squares // _FINER**2).astype(numpy.uint8)


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """Open a PDF file to be looked at; raise VerificationError if it cannot be."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(pdf) as document:
            yield document
    except pypdfium2.PdfiumError as error:
        raise damaged() from error


def read(document: Any, number: int) -> Sheet:
    """Return a page of an opened file, counted from 0."""
    page = _page(document, number)
    textpage = page.get_textpage()
    text = _text(textpage)
    return Sheet(text, tuple(_letters(page, textpage, text)), page)


def words(document: Any, number: int) -> list[str]:
    """Return the words of a page of an opened file, counted from 0.

    They are those of `read`, which looks at the place of each letter too.
    """
    page = _page(document, number)
    return Sheet(_text(page.get_textpage()), (), page).words


def _page(document: Any, number: int) -> Any:
    page = upright(document, number)
    if max(page.get_size()) > _WIDEST:
        raise damaged()
    return page


def _text(textpage: Any) -> str:
    from pypdfium2 import raw

    count = range(raw.FPDFText_CountChars(textpage))
    return "".join(_sign(raw.FPDFText_GetUnicode(textpage, each)) for each in count)


def _letters(page: Any, textpage: Any, text: str) -> Iterator[Letter]:
    from pypdfium2 import raw

    left, _, _, top = page.get_bbox()
    x0, x1, y0, y1 = box = [ctypes.c_double() for _ in range(4)]
    for index, sign in enumerate(text):
        if sign.isspace() or raw.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        raw.FPDFText_GetCharBox(textpage, index, *box)
        yield Letter(
            index,
            sign,
            (x0.value - left) * _SCALE,
            (top - y1.value) * _SCALE,
            (x1.value - left) * _SCALE,
            (top - y0.value) * _SCALE,
        )


def type_size(textpage: Any, letter: Letter) -> float:
    """Return the size in points of the type in which a letter is set."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, letter.place, matrix)
    larger = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
    return float(raw.FPDFText_GetFontSize(textpage, letter.place)) * larger


def upright(document: Any, number: int) -> Any:
    """Return a page of an opened file, turned back where it was turned."""
    page = document[number]
    if page.get_rotation():
        page.set_rotation(0)
    return page


@lru_cache(maxsize=4096)
def _sign(code: int) -> str:
    """Return a character as it is compared; what only parts words is a blank."""
    sign = chr(code) if code < 0x110000 else "\ufffd"
    if sign in _HYPHENS:
        return "-"
    if sign in _SWAPPED:
        return _SWAPPED[sign]
    return " " if sign.isspace() or ord(sign) < 32 else sign
