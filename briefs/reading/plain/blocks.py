"""Put the lines of a plain text together: paragraphs and headings, tables, notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import regex

from briefs.model import Line
from briefs.reading import labels
from briefs.reading.formats import notes
from briefs.reading.lines import Reading
from briefs.reading.plain import tables
from briefs.reading.plain.spacing import Spacing, ends_sentence
from briefs.reading.plain.tables import Shape
from briefs.text.characters import is_unmarked, seen

ADDRESS = regex.compile(r"(?:https?://|www\.)\S*[^\s.,;:)\]»”]")
"""A web address, without the mark of the sentence around it."""

LONGEST_HEADING = 140
"""Characters beyond which a line without a label cannot be a heading."""

STARTS_UPPER = regex.compile(r"[“„«\"(]?\s*\p{Lu}")
WORD = regex.compile(r"\p{L}+")
_ENDS_PARAGRAPH = tuple('.!?…:;)”»"’•')
_DIVIDED = regex.compile(r"(?r)\p{L}[-\u2010\u00ac]")
_ITEM = regex.compile(rf"[{labels.BULLETS}]")

# Measured on extracted text: a line this much shorter than the page could have taken
# the next word; a line this short ends its paragraph; a longer one was cut by a page.
_SLACK = 4
_SHORT_LINE = 58
_CUT_LINE = 80
_PARAGRAPH_GAP = {Spacing.SINGLE: 1, Spacing.DOUBLE: 3}


class Part(StrEnum):
    """What a block is; layout alone cannot always tell a heading from text."""

    PROSE = "prose"
    TEXT = "text"
    HEADING = "heading"
    HEAD = "table head"
    ROW = "table row"
    NOTE = "note"
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one paragraph, heading, table row or note, in order.

    `PROSE` is a paragraph or a heading. `level` is a heading's, 0 where its label has
    to tell it. `alone` says that empty lines set it off on both sides. `marks` are the
    numbers of notes that its words may carry. `box` is its place on its first page in
    points from the lower left: left, bottom, right, top.
    """

    part: Part
    lines: tuple[Line, ...]
    level: int = 0
    alone: bool = False
    marks: frozenset[str] = frozenset()
    box: tuple[float, float, float, float] | None = None


def of(reading: Reading) -> Iterator[Block]:
    """Yield the blocks of a source in order."""
    if reading.blocks is not None:
        yield from reading.blocks
        return
    lines, noted, marks = notes.apart(reading)
    width = _width(lines)
    for shape, run in tables.shapes(lines):
        if shape is Shape.CONTENTS:
            yield from (Block(Part.CONTENTS, (line,)) for line in run)
        elif shape is Shape.TABLE:
            yield from _rows(run)
        else:
            measure = _width(run) if shape is Shape.COLUMNS else width
            for block, alone in _paragraphs(run, reading.spacing, measure):
                yield Block(Part.PROSE, tuple(block), alone=alone, marks=marks)
    yield from (Block(Part.NOTE, note) for note in noted)


def _rows(run: Sequence[Line]) -> Iterator[Block]:
    first, *_ = run
    if tables.is_head([cell.text.strip() for cell in tables.cells(first)]):
        yield Block(Part.HEAD, tuple(tables.cells(first)))
        run = run[1:]
    for line in run:
        yield Block(Part.ROW, tuple(tables.cells(line)))


def _paragraphs(
    lines: Sequence[Line], spacing: Spacing, width: int
) -> Iterator[tuple[list[Line], bool]]:
    """Yield the lines of one paragraph or heading at a time, across page breaks.

    With them comes whether empty lines set them off.
    """
    if not lines:
        return
    block, above = [lines[0]], True
    for upper, lower in pairwise(lines):
        if _breaks(block, upper, lower, spacing, width):
            below = lower.number - upper.number > 1 or lower.page != upper.page
            yield block, above and below
            block, above = [], below
        block.append(lower)
    yield block, above


def _width(lines: Sequence[Line]) -> int:
    """Return the longest ordinary line, in characters: an address may be longer."""
    lengths = [len(line.text.strip()) for line in lines if not _is_special(line.text)]
    return max(lengths, default=0)


def _is_special(text: str) -> bool:
    return bool((not is_unmarked(text) and ADDRESS.search(text)) or _ITEM.search(text))


def _breaks(
    block: list[Line], above: Line, below: Line, spacing: Spacing, width: int
) -> bool:
    """Tell whether a paragraph ends between two lines that have only blanks between."""
    end, start = _seen(above), _seen(below)
    if _DIVIDED.match(end) and start[:1].isalnum():
        return False
    if len(block) == 1 and labels.is_alone(end):
        return False
    title = labels.has_section(_seen(block[0]))
    if title and end.endswith(",") and not labels.has_section(start):
        return False
    if spacing is Spacing.PARAGRAPHS:
        return not _was_cut(end) or is_titled(start)
    prose = end if is_unmarked(end) else ADDRESS.sub("", end).strip()
    ended = not prose or ends_sentence(prose)
    short = len(end) < _SHORT_LINE
    if is_caps(end) != is_caps(start):
        return True
    if (ended or short) and _opens_item(block, end, start):
        return True
    crossing = above.page != below.page
    # A title is set off by less than a paragraph, and no page ends inside one.
    gap = max(1, _PARAGRAPH_GAP[spacing] - title)
    if not crossing and below.number - above.number > gap:
        return True
    closed = ended or (short and start[0].isupper()) or (title and crossing)
    room = width - len(end) - (0 if title else _SLACK)
    return closed and len(start.split()[0]) < room and bool(STARTS_UPPER.match(start))


def _opens_item(block: list[Line], end: str, start: str) -> bool:
    """Tell whether a line below one that ended or is short opens an item or a title."""
    if labels.has_section(start) or labels.is_alone(start):
        return True
    if not labels.opening(start):
        return False
    return ends_sentence(end) or (labels.kind(start) == labels.kind(_seen(block[0])))


def _seen(line: Line) -> str:
    return seen(line.text).strip() or line.text.strip()


def _was_cut(line: str) -> bool:
    """Tell whether a paragraph set as one line was cut by a page break."""
    ended = line.endswith(_ENDS_PARAGRAPH) or ends_sentence(line)
    unfinished = len(line) > _CUT_LINE and not ended
    return unfinished and not is_titled(line)


def is_titled(text: str) -> bool:
    """Tell a title by its label, its capitals, or a capital on most long words."""
    if len(text) > LONGEST_HEADING:
        return False
    long_words = [word for word in WORD.findall(text) if len(word) > 3]
    capital = sum(word[0].isupper() for word in long_words)
    return labels.has_section(text) or is_caps(text) or capital > len(long_words) * 0.7


def is_caps(text: str) -> bool:
    """Tell a text in capitals that is no end of a sentence."""
    if not text.isupper() or text.endswith((".", ",", ";")):
        return False
    letters = "".join(WORD.findall(text))
    return len(letters) > 2 and letters.isupper()
