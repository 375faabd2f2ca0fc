"""Write down the text of a format that knows its blocks, and where each stands.

A web page, a word-processor file or a PDF has no text of its own: what is taken from it
is set down here, a block a line, pages parted by form feeds. Passages point into it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex

from briefs.model import RUN_IN, Line
from briefs.reading import labels
from briefs.reading.lines import Reading
from briefs.reading.plain.blocks import (
    ADDRESS,
    LONGEST_HEADING,
    STARTS_UPPER,
    Block,
    Part,
)
from briefs.reading.plain.spacing import Spacing, ends_sentence

_BREAKS = regex.compile(r"[\f\n\r\v\x85\u2028\u2029]+")
_MANY = regex.compile(r"[ \t\xa0]{2,}")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a block as a format tells it: its text and the page it stands on."""

    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A block as a format tells it; see `blocks.Block` for the rest."""

    part: Part
    rows: tuple[Row, ...]
    level: int = 0
    marks: frozenset[str] = frozenset()
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """What a format's reader took out of a file: its blocks and its furniture.

    `title`, `publisher` and `year` are what the file says of itself. `lost` are the
    numbers of pages on which no text was found; `how` names the way it was read.
    """

    blocks: tuple[Told, ...]
    furniture: tuple[Row, ...] = ()
    pages: int | None = None
    title: str = ""
    publisher: str = ""
    language: str = ""
    lost: tuple[int, ...] = ()
    how: str = ""
    dropped: dict[str, int] = field(default_factory=dict)


def told(part: Part, text: str, level: int = 0) -> Told:
    """Return a block of one line that stands on no page."""
    return Told(part, (Row(text),), level)


def compose(extract: Extract) -> Reading:
    """Return the text of an extract as a reading, its furniture at the page's head."""
    writer = _Writer()
    waiting = list(extract.furniture)
    blocks = []
    for block in extract.blocks:
        while waiting and _before(waiting[0], block.rows):
            writer.furniture(waiting.pop(0))
        if made := writer.block(_undecided(block)):
            blocks.append(made)
    for row in waiting:
        writer.furniture(row)
    return Reading(
        text="".join(writer.parts),
        spacing=Spacing.PARAGRAPHS,
        lines=tuple(writer.lines),
        headers=tuple(writer.headers),
        pages=extract.pages,
        blocks=tuple(blocks),
    )


def _undecided(block: Told) -> Told:
    """Leave it to the headings around it whether a short text without end is one."""
    text = " ".join(" ".join(row.text for row in block.rows).split())
    ends = ends_sentence(text) or text.endswith((",", "/"))
    is_short = len(text) <= LONGEST_HEADING and bool(STARTS_UPPER.match(text))
    if block.part is Part.TEXT and is_short and not ends and not ADDRESS.search(text):
        return replace(block, part=Part.PROSE)
    return block


def _before(row: Row, rows: Sequence[Row]) -> bool:
    first = rows[0].page if rows else None
    return row.page is None or first is None or row.page <= first


def levelled(blocks: Sequence[Told]) -> Iterator[Told]:
    """Yield blocks, the depths of their headings told by the labels of some of them.

    Where titles of one depth in the file bear labels ("Section 1.", "a."), those that
    bear none are as deep; a depth without labels stands below the nearest above it.
    """
    known: dict[int, int] = {}
    labelled: dict[int, int] = {}
    for block in blocks:
        if block.part is Part.HEADING and block.level:
            text = " ".join(row.text for row in block.rows)
            if labels.SECTION.fullmatch(text):
                known[block.level] = 1
            elif labels.SUBSECTION.fullmatch(text):
                known.setdefault(block.level, 2)
                labelled[block.level] = 2
    depths: dict[int, int] = {}
    used = sorted({b.level for b in blocks if b.part is Part.HEADING and b.level})
    for rank, level in enumerate(used, start=1):
        deep = (max(depths[other], labelled.get(other, 0)) for other in depths)
        above = max(deep, default=0) + 1
        depths[level] = min(known.get(level, above if known else rank), RUN_IN)
    for block in blocks:
        if block.part is Part.HEADING:
            yield replace(block, level=depths.get(block.level, 0))
        else:
            yield block


class _Writer:
    """Collects lines one after the other, with their offsets."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lines: list[Line] = []
        self.headers: list[Line] = []
        self._length = 0
        self._number = 1
        self._page: int | None = None

    def block(self, block: Told) -> Block | None:
        lines = [line for row in block.rows if (line := self._line(row))]
        if not lines:
            return None
        self._write("\n")
        self._number += 1
        self.lines += lines
        return Block(
            part=block.part,
            lines=tuple(lines),
            level=block.level,
            marks=block.marks,
            box=block.box,
        )

    def furniture(self, row: Row) -> None:
        if line := self._line(row):
            self.headers.append(line)

    def _line(self, row: Row) -> Line | None:
        text = _MANY.sub(" ", _BREAKS.sub(" ", row.text)).strip()
        if not text:
            return None
        if row.page is not None and row.page != self._page:
            if self._page is not None:
                self._write("\f")
            self._page = row.page
        line = Line(self._number, self._length, text, row.page)
        self._write(f"{text}\n")
        self._number += 1
        return line

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)


def rows(texts: Iterable[str]) -> tuple[Row, ...]:
    """Return the cells of a table's row, or the lines of a block, without a page."""
    return tuple(Row(text) for text in texts if text.strip())
