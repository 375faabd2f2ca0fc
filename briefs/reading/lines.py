"""Read a source file into lines that remember their page; find its running headers.

The layout is measured, never taken from the file's name, because extraction tools
leave pages in different ways: a form feed, three empty lines, a leading space.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.model import Line
from briefs.reading import decoding
from briefs.reading.plain import furniture, turns
from briefs.reading.plain.spacing import Spacing, measure

if TYPE_CHECKING:
    from briefs.reading.plain.blocks import Block


@dataclass(frozen=True, slots=True)
class Reading:
    """A source as read: its decoded text, its lines, and what its layout is.

    `lines` hold every line that has text, running headers and feet apart, which are
    `headers`. `pages` is the number of pages found, None where the source shows none.
    `jumps` are the printed page numbers between which pages are missing. `blocks` are
    told by formats that know them; a plain text's are found by their layout.
    """

    text: str
    spacing: Spacing
    lines: tuple[Line, ...]
    headers: tuple[Line, ...]
    pages: int | None
    jumps: tuple[tuple[int, int], ...] = ()
    blocks: tuple["Block", ...] | None = None


_BYTE_ORDER_MARK = "\ufeff"
_PARAGRAPH_END = "\u2029"


def read(path: Path) -> Reading:
    """Read the lines of a source; raises CorpusError as `decoding.read_text` does."""
    return parse(decoding.read_text(path))


def parse(text: str) -> Reading:
    """Return the lines of `text` with their pages, running headers set apart."""
    raw = _split(text)
    spacing = measure(raw)
    if furniture.FEED in text:
        return _reading(text, spacing, raw, furniture.fed(raw))
    starts = [turns.starts_page(raw, i, spacing) for i in range(len(raw))]
    marks, numbers = turns.marked(raw)
    headers = marks | turns.headers(raw, starts)
    if numbers and not any(starts):
        return _numbered(text, spacing, raw, headers, numbers)
    turned = turns.turns(raw, starts, headers)
    return _reading(text, spacing, raw, furniture.Pages(turned, headers, None))


def _reading(
    text: str, spacing: Spacing, raw: list[Line], found: furniture.Pages
) -> Reading:
    paged: list[Line] = []
    page = 1
    for line, turned in zip(raw, found.turns, strict=True):
        if not line.text.strip():
            continue
        if paged:
            page += turned
        paged.append(replace(line, page=page))
    shown = page if page > 1 or furniture.FEED in text else None
    step = (found.first or 1) - 1
    kept = [
        replace(line, page=line.page + step if shown and line.page else None)
        for line in paged
    ]
    return _parted(text, spacing, kept, found.furniture, shown, found.jumps)


def _parted(
    text: str,
    spacing: Spacing,
    lines: list[Line],
    headers: frozenset[int],
    pages: int | None,
    jumps: tuple[tuple[int, int], ...] = (),
) -> Reading:
    return Reading(
        text=text,
        spacing=spacing,
        lines=tuple(line for line in lines if line.number not in headers),
        headers=tuple(line for line in lines if line.number in headers),
        pages=pages,
        jumps=jumps,
    )


def _numbered(
    text: str,
    spacing: Spacing,
    raw: list[Line],
    headers: frozenset[int],
    numbers: dict[int, int],
) -> Reading:
    """Give each line the page whose number stands above it, or below where it ends."""
    lines = [line for line in raw if line.text.strip()]
    ordered = list(numbers.values())
    heads = lines[0].number in numbers
    page = ordered[0]
    paged, last = [], None
    for line in lines:
        if heads and line.number in numbers:
            page = numbers[line.number]
        paged.append(replace(line, page=page))
        last = line.number
        if not heads and line.number in numbers:
            page = numbers[line.number] + 1
    unclosed = not heads and last not in numbers
    return _parted(text, spacing, paged, headers, len(numbers) + unclosed)


def _split(text: str) -> list[Line]:
    start = len(text) - len(text.removeprefix(_BYTE_ORDER_MARK))
    lines: list[Line] = []
    for end in decoding.LINE_END.finditer(text, start):
        lines.append(Line(len(lines) + 1, start, text[start : end.start()], None))
        start = end.end()
        if end[0] == _PARAGRAPH_END:  # as good as an empty line
            lines.append(Line(len(lines) + 1, start, "", None))
    lines.append(Line(len(lines) + 1, start, text[start:], None))
    return lines
