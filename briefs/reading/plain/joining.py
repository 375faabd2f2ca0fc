"""Join the lines of a block to clean text, and keep the slices it was made from.

Nothing is corrected: labels, marks of notes, invisible characters and the hyphens that
divide words at line ends are left out; joined letters are taken apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from briefs.model import Line, PageStart, Span
from briefs.reading import labels
from briefs.reading.formats.notes import MARK, RAISED
from briefs.reading.plain import divisions
from briefs.reading.plain.blocks import ADDRESS, WORD, Block, Part
from briefs.reading.plain.divisions import Join, Words
from briefs.text.characters import INVISIBLE, SOFT_HYPHEN, is_unmarked, parted

LONGEST_ADDRESS = 200
"""Characters beyond which an address is no part of a sentence, but of a program."""

_LEFT_OUT = regex.compile(
    rf"(?P<address>{ADDRESS.pattern})|(?P<bullet>[{labels.BULLETS}])"
    rf"|(?P<unseen>{INVISIBLE.pattern})|(?P<raised>{RAISED.pattern})"
    rf"|(?P<note>{MARK.pattern.replace('?P<note>', '')})".replace("(\\d", "(?:\\d")
)
_HALF_ADDRESS = regex.compile(r"(?:https?://|www\.|\b\w+(?:[.-]\w+)+/)\S*(?<=/)$")
_OTHER_HALF = regex.compile(r"[\p{L}\p{N}_-]+(?:/|\.\w)")
_ONE = frozenset({Part.HEADING, Part.HEAD, Part.ROW, Part.NOTE, Part.CONTENTS})


@dataclass(frozen=True, slots=True)
class Piece:
    """A cleaned text with the source slices it was made from, and its label's.

    `prose` tells what cannot be a heading: a list item, or the words around an address.
    `opening` is what can begin with a run-in heading. `pages` are those it stands on.
    """

    block: Block
    text: str
    label: str
    label_span: Span | None
    spans: tuple[Span, ...]
    pages: tuple[PageStart, ...]
    prose: bool
    opening: str

    @property
    def page(self) -> int | None:
        """The page on which it begins."""
        return self.pages[0].page if self.pages else None


@dataclass(frozen=True, slots=True)
class _Slice:
    """A stretch of a line; `glued` when no space parts it from the one before."""

    span: Span
    page: int | None
    glued: bool


def pieces(block: Block, source: str, words: Words) -> Iterator[Piece]:
    """Yield the text of a block, one piece for each item of an inline list.

    `words` are those of the source, to tell how words go on across line ends.
    """
    label, span, rest = _label(block)
    items = _items(block, rest, source)
    prose = any(
        ADDRESS.search(line.text) for line in block.lines if not is_unmarked(line.text)
    )
    listed = len(items) > 1 or labels.is_bullet(label)
    for item in items:
        slices = _undivided(item, source, words)
        text, pages = _joined(slices, source)
        bare = text if is_unmarked(text) else ADDRESS.sub("", text)
        if not WORD.search(bare) and block.part is not Part.ROW:
            continue
        yield Piece(
            block=block,
            text=text,
            label=label,
            label_span=span,
            spans=tuple(slice.span for slice in slices),
            pages=pages,
            prose=prose or listed,
            opening="" if listed else text,
        )
        label, span = "", None


def _label(block: Block) -> tuple[str, Span | None, list[Line]]:
    """Return the label of a block, its place, and the lines without it."""
    lines = list(block.lines)
    if block.part in _ONE:
        return "", None, lines
    label, span = "", None
    while lines:
        first = lines.pop(0)
        indent = len(first.text) - len(first.text.lstrip())
        found = labels.opening(first.text[indent:])
        cut = indent + len(found)
        if found:
            label = f"{label} {found.strip()}".strip()
            start = first.start + indent
            span = Span(span.start if span else start, start + len(found.rstrip()))
        if first.text[cut:].strip() or not found:
            rest = Line(first.number, first.start + cut, first.text[cut:], first.page)
            return label, span, [rest, *lines]
    return label, span, []


def _items(block: Block, lines: list[Line], source: str) -> list[list[_Slice]]:
    """Return the slices of each item, without what is no text between them."""
    items: list[list[_Slice]] = [[]]
    for line in lines:
        start, glued = line.start, _ends_soft(source, line.start) and bool(items[-1])
        marks = () if is_unmarked(line.text) else _LEFT_OUT.finditer(line.text)
        for mark in marks:
            if _stands(mark, block):
                continue
            items[-1] += _trimmed(start, line.start + mark.start(), line, source, glued)
            start = line.start + mark.end()
            spaced = mark.start() == 0 or line.text[mark.start() - 1].isspace()
            glued = not mark["bullet"] and not spaced
            if mark["bullet"] and items[-1]:
                items.append([])
        end = line.start + len(line.text)
        items[-1] += _trimmed(start, end, line, source, glued)
    return [item for item in items if item]


def _stands(mark: regex.Match[str], block: Block) -> bool:
    """Tell what belongs to the text after all: an address, a number that is no mark."""
    if mark["address"]:
        return len(mark[0]) <= LONGEST_ADDRESS
    if mark["note"]:
        return mark[0].strip(" []") not in block.marks
    return False


def _ends_soft(source: str, start: int) -> bool:
    """Tell whether the line before ended in a soft hyphen."""
    return source[max(0, start - 4) : start].rstrip().endswith(SOFT_HYPHEN)


def _trimmed(
    start: int, end: int, line: Line, source: str, glued: bool
) -> list[_Slice]:
    text = source[start:end]
    if not text.strip():
        return []
    indent = len(text) - len(text.lstrip())
    span = Span(start + indent, start + len(text.rstrip()))
    return [_Slice(span, line.page, glued and not indent)]


def _undivided(item: list[_Slice], source: str, words: Words) -> list[_Slice]:
    """Return the slices without the hyphens that divide words."""
    slices: list[_Slice] = []
    for slice in item:
        join = None
        if slices and not slice.glued:
            above = slices[-1].span.of(source)
            below = slice.span.of(source)
            join = divisions.at(above, below, words)
            tight = above[-1:] in words.tight and not _HALF_ADDRESS.search(above)
            if tight and above[-2:-1].isalnum() and below[0].isalnum():
                join = Join.KEPT  # "groups–|predominantly", "HIV/|AIDS"
            half = above.endswith("/") and _HALF_ADDRESS.search(above)
            if half and _OTHER_HALF.match(below):
                join = Join.KEPT  # an address goes on after its slash
        if join is Join.DROPPED:
            last = slices[-1].span
            slices[-1] = _Slice(
                Span(last.start, last.end - 1), slices[-1].page, slices[-1].glued
            )
        glued = slice.glued or join in (Join.DROPPED, Join.KEPT)
        slices.append(_Slice(slice.span, slice.page, glued))
    return slices


def _joined(slices: list[_Slice], source: str) -> tuple[str, tuple[PageStart, ...]]:
    """Return the text of slices, and where in it each page begins."""
    text = ""
    pages: list[PageStart] = []
    for slice in slices:
        text += "" if not text or slice.glued else " "
        if slice.page is not None and (not pages or pages[-1].page != slice.page):
            pages.append(PageStart(len(text), slice.page))
        text += " ".join(parted(slice.span.of(source)).split())
    return text, tuple(pages)
