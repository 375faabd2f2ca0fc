"""Read a brief as one run of letters, whatever page each of them fell on.

Letters come in the order of the tags; what stands in pictures and what runs along the
edge of each page is kept apart.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from briefs.verify import pdftext
from briefs.verify.comparing import sheets
from briefs.verify.comparing.sheets import Letter, Sheet

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points."""

_NONE = -1
"""The number of what is marked as nothing that is read."""

_LEVEL = 2.0
"""Points within which letters stand on one line."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A letter, its page, and the size of its type in points.

    `parted` tells whether a blank stands before it; it is None at the start of a line
    or of another type, where nobody can tell. `run` numbers what one tag holds.
    """

    page: int
    letter: Letter
    parted: bool | None
    size: float
    run: int


@dataclass(slots=True)
class Flow:
    """A brief as it is read.

    `edges` holds for each page the lines along its edges, `pictures` the page and the
    box of each picture, `shapes` for each page what else is drawn, as the number of
    its strokes, None for what is no line.
    """

    letters: list[Placed] = field(default_factory=list)
    edges: list[list[list[Placed]]] = field(default_factory=list)
    pictures: list[tuple[int, Box]] = field(default_factory=list)
    shapes: list[list[int | None]] = field(default_factory=list)

    def words(self) -> list[tuple[int, str]]:
        """Return the words with their pages; words parted at a line end are two."""
        found: list[tuple[int, str]] = []
        for each in self.letters:
            if each.parted is False and found:
                page, word = found[-1]
                found[-1] = page, word + each.letter.sign
            else:
                found.append((each.page, each.letter.sign))
        return found


def read(document: Any, order: Iterable[pdftext.Mark]) -> Flow:
    """Return the flow of an opened file; pages without tags have no letters.

    `order` is that of its tags.
    """
    flow = Flow()
    marked: dict[pdftext.Mark, list[Placed]] = {}
    drawn: dict[pdftext.Mark, Box] = {}
    for number in range(len(document)):
        by_mark, boxes = _read_page(flow, number, sheets.read(document, number))
        marked |= {(number, mark): placed for mark, placed in by_mark.items()}
        drawn |= {(number, mark): box for mark, box in boxes.items()}
    for mark in order:
        flow.letters += _without_hyphens(marked.pop(mark, []))
        if mark in drawn:
            flow.pictures.append((mark[0], drawn[mark]))
    unread: list[list[Placed]] = [[] for _ in range(len(document))]
    for (number, _), line in marked.items():
        unread[number] += line
    for edge, letters in zip(flow.edges, unread, strict=True):
        edge += _lines(letters)
    return flow


def _read_page(
    flow: Flow, number: int, sheet: Sheet
) -> tuple[dict[int, list[Placed]], dict[int, Box]]:
    """Return the letters and the boxes of pictures of a page by their marks."""
    textpage = sheet.page.get_textpage()
    boxes, shapes = _drawn(sheet.page)
    by_mark: dict[int, list[Placed]] = {}
    loose: list[Placed] = []
    last: tuple[int | None, int] = None, -1
    for letter in sheet.letters:
        mark = _mark(textpage, letter.place)
        parted = None if last[0] != mark else letter.place != last[1] + 1
        last = mark, letter.place
        size = sheets.type_size(textpage, letter)
        placed = Placed(number, letter, parted, size, mark)
        if mark == _NONE and not _inside(letter, sheet, boxes.values()):
            loose.append(placed)
        elif mark != _NONE:
            by_mark.setdefault(mark, []).append(placed)
    flow.edges.append(list(_lines(loose)))
    flow.shapes.append(shapes)
    return by_mark, boxes


def _mark(textpage: Any, place: int) -> int:
    from pypdfium2 import raw

    item = raw.FPDFText_GetTextObject(textpage, place)
    return raw.FPDFPageObj_GetMarkedContentID(item) if item else _NONE


def _drawn(page: Any) -> tuple[dict[int, Box], list[int | None]]:
    """Return the boxes of pictures by their marks, and what is drawn beside them."""
    from pypdfium2 import raw

    boxes: dict[int, Box] = {}
    shapes: list[int | None] = []
    for index in range(raw.FPDFPage_CountObjects(page)):
        item = raw.FPDFPage_GetObject(page, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            continue
        mark = raw.FPDFPageObj_GetMarkedContentID(item)
        if mark == _NONE:
            is_path = kind == raw.FPDF_PAGEOBJ_PATH
            shapes.append(raw.FPDFPath_CountSegments(item) if is_path else None)
        else:
            boxes[mark] = _around(boxes.get(mark), _bounds(item))
    return boxes, shapes


def _bounds(item: Any) -> Box:
    import ctypes

    from pypdfium2 import raw

    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def _around(one: Box | None, other: Box) -> Box:
    if one is None:
        return other
    left, bottom = (min(one[edge], other[edge]) for edge in (0, 1))
    right, top = (max(one[edge], other[edge]) for edge in (2, 3))
    return left, bottom, right, top


def _inside(letter: Letter, sheet: Sheet, boxes: Any) -> bool:
    scale, height = sheets.DPI / 72, sheet.size[1]
    x = (letter.left + letter.right) / 2 / scale
    y = height - (letter.top + letter.bottom) / 2 / scale
    return any(
        left - 1 <= x <= right + 1 and bottom - 1 <= y <= top + 1
        for left, bottom, right, top in boxes
    )


def _without_hyphens(line: list[Placed]) -> Iterator[Placed]:
    """Yield the letters of a line without the hyphens that may part words."""
    for index, each in enumerate(line):
        beside = [one.letter.sign for one in line[max(index - 1, 0) : index + 2]]
        if each.letter.sign == "-" and not any(sign.isdigit() for sign in beside):
            continue
        yield each


def _lines(letters: list[Placed]) -> Iterator[list[Placed]]:
    """Yield the letters that stand on one line, line by line down the page."""
    height = _LEVEL * sheets.DPI / 72
    line: list[Placed] = []
    for each in letters:
        if line and abs(each.letter.bottom - line[0].letter.bottom) > 3 * height:
            yield line
            line = []
        line.append(each)
    if line:
        yield line


def sign(placed: Placed) -> str:
    """Return a letter as it is compared."""
    return unicodedata.normalize("NFKC", placed.letter.sign)
