"""Read the letters of a PDF's page with their place, their size and their look."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import regex

_BOLD = regex.compile(r"(?i)bold|black|heavy|semibold|demi")
_ITALIC = regex.compile(r"(?i)italic|oblique")
_BOLD_WEIGHT = 600
_SLANTED = 64

# What a letter of most typefaces takes below and above its base line, as a share of its
# size. Files tell other heights for each typeface, so one line would have several.
_BELOW, _ABOVE = 0.22, 0.88

_THIN = 2.0
_MOST_DRAWN = 20_000


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, its box in points from the lower left of the page, and its look.

    `size` is that of its typeface; `mark` the id of marked content, -1 without one.
    `told` is false for a space that the file does not write, but leaves free.
    """

    sign: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    mark: int
    italic: bool = False
    told: bool = True

    @property
    def base(self) -> float:
        """The height of the line on which the letter stands."""
        return self.bottom + self.size * _BELOW


class Rule(NamedTuple):
    """A thin line drawn across a page: where it begins and ends, and its height."""

    left: float
    right: float
    height: float


class Link(NamedTuple):
    """A place on a page that leads elsewhere, in points."""

    left: float
    bottom: float
    right: float
    top: float


class _Look(NamedTuple):
    """What letters of one text object share; `base` is None where they do not stand."""

    bold: bool
    italic: bool
    mark: int
    size: float
    base: float | None


def letters(text: Any) -> Iterator[Letter | None]:
    """Yield the letters of a page in the file's order, None where a line ends."""
    from pypdfium2 import raw

    looks: dict[int, _Look] = {}
    for index in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text, index))
        if sign in "\r\n":
            yield None
            continue
        raw.FPDFText_GetLooseCharBox(text, index, rect := raw.FS_RECTF())
        made = raw.FPDFText_GetTextObject(text, index)
        key = ctypes.cast(made, ctypes.c_void_p).value or 0
        if key not in looks:
            looks[key] = _look(text, index, made)
        look = looks[key]
        if sign == "\x02":  # How the library writes a hyphen that divides a word.
            sign = "-"
        bottom, top, size = rect.bottom, rect.top, look.size
        if look.base is not None:
            bottom, top = look.base - size * _BELOW, look.base + size * _ABOVE
        yield Letter(
            sign=sign,
            left=rect.left,
            bottom=bottom,
            right=rect.right,
            top=top,
            size=size,
            bold=look.bold,
            mark=look.mark,
            italic=look.italic,
            told=sign != " " or not raw.FPDFText_IsGenerated(text, index),
        )


def _look(text: Any, index: int, made: Any) -> _Look:
    from pypdfium2 import raw

    name = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, 200, flags)
    called = name.value.decode("utf-8", "replace")
    weight = raw.FPDFText_GetFontWeight(text, index)
    raw.FPDFText_GetMatrix(text, index, place := raw.FS_MATRIX())
    size = raw.FPDFText_GetFontSize(text, index) * math.hypot(place.c, place.d)
    return _Look(
        bold=bool(_BOLD.search(called)) or weight >= _BOLD_WEIGHT,
        italic=bool(_ITALIC.search(called) or flags.value & _SLANTED),
        mark=raw.FPDFPageObj_GetMarkedContentID(made) if made else -1,
        size=size,
        base=_base(text, index) if abs(place.b) < abs(place.d) else None,
    )


def _base(text: Any, index: int) -> float | None:
    """Return the height of the line on which a letter stands, where the file tells."""
    from pypdfium2 import raw

    across, height = ctypes.c_double(), ctypes.c_double()
    told = raw.FPDFText_GetCharOrigin(text, index, across, height)
    return height.value if told else None


def rules(page: Any) -> list[Rule]:
    """Return the thin lines that are drawn across a page, as under a title."""
    from pypdfium2 import raw

    found = []
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST_DRAWN)):
        drawn = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        edges = [ctypes.c_float() for _ in range(4)]
        if raw.FPDFPageObj_GetBounds(drawn, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            if top - bottom < min(_THIN, right - left):
                found.append(Rule(left, right, (bottom + top) / 2))
    return found


def links(page: Any) -> list[Link]:
    """Return the places on a page that lead elsewhere when a reader chooses them."""
    from pypdfium2 import raw

    found: list[Link] = []
    position, link, rect = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while len(found) < _MOST_DRAWN and raw.FPDFLink_Enumerate(page, position, link):
        if raw.FPDFLink_GetAnnotRect(link, rect):
            found.append(Link(rect.left, rect.bottom, rect.right, rect.top))
    return found
