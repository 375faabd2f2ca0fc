"""Read a source file into lines that remember their page; find its running headers.

The layout is measured, never taken from the file's name, because extraction tools
leave pages in different ways: a form feed, three empty lines, a leading space.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

import regex

from briefs.errors import CorpusError
from briefs.model import Line


class Spacing(StrEnum):
    """How a source sets its lines: one paragraph a line, or wrapped lines."""

    PARAGRAPHS = "a paragraph a line"
    SINGLE = "wrapped lines"
    DOUBLE = "wrapped lines with an empty line between"


@dataclass(frozen=True, slots=True)
class Reading:
    """A source as read: its decoded text, its lines, and what its layout is.

    `lines` hold every line that has text, running headers apart, which are `headers`.
    `pages` is the number of pages found, None where the source shows none.
    """

    text: str
    spacing: Spacing
    lines: tuple[Line, ...]
    headers: tuple[Line, ...]
    pages: int | None


LONG_LINE = 120
"""Characters beyond which a line must be a whole paragraph."""

_FEED = "\f"
_BYTE_ORDER_MARK = "\ufeff"
_HEADER_REPEATS = 3
_PAGE_GAP = 3
_DIGITS = regex.compile(r"\d+")


def read(path: Path) -> Reading:
    """Read the lines of a source; raises CorpusError as `read_text` does."""
    return parse(read_text(path))


def read_text(path: Path) -> str:
    """Return the text of the source at `path`, which must be UTF-8.

    Raises CorpusError when the file is missing, unreadable or in another encoding.
    """
    try:
        return read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"{path} is not UTF-8 text (byte {error.start})",
            hint="save the file as UTF-8 and try again",
        ) from error


def read_bytes(path: Path) -> bytes:
    """Return a source as it stands; raises CorpusError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise CorpusError(
            f"cannot read the source {path}: {error.strerror}",
            hint="restore the file from the edition's origin",
        ) from error


def parse(text: str) -> Reading:
    """Return the lines of `text` with their pages, running headers set apart."""
    raw = _split(text)
    spacing = _spacing(raw)
    fed = _FEED in text
    turns = (
        _feeds(raw) if fed else [_starts_page(raw, i, spacing) for i in range(len(raw))]
    )
    headers = _headers(raw, turns)
    paged: list[Line] = []
    page = 1
    for index, line in enumerate(raw):
        if not line.text.strip():
            continue
        opens_header = line.number in headers and not _follows_header(
            raw, index, headers
        )
        if paged:
            page += turns[index] or (opens_header and not fed)
        paged.append(replace(line, page=page))
    shown = page if page > 1 or fed else None
    kept = [line if shown else replace(line, page=None) for line in paged]
    return Reading(
        text=text,
        spacing=spacing,
        lines=tuple(line for line in kept if line.number not in headers),
        headers=tuple(line for line in kept if line.number in headers),
        pages=shown,
    )


def _split(text: str) -> list[Line]:
    start = len(text) - len(text.removeprefix(_BYTE_ORDER_MARK))
    lines = []
    for number, piece in enumerate(text[start:].split("\n"), start=1):
        lines.append(Line(number, start, piece.rstrip("\r"), None))
        start += len(piece) + 1
    return lines


def _spacing(raw: list[Line]) -> Spacing:
    lengths = [len(line.text.strip()) for line in raw]
    if sum(length for length in lengths if length > LONG_LINE) * 2 >= sum(lengths):
        return Spacing.PARAGRAPHS
    pairs = list(pairwise(bool(line.text.strip()) for line in raw))
    text_lines = sum(first for first, _ in pairs)
    alone = sum(first and not second for first, second in pairs)
    return Spacing.DOUBLE if alone > text_lines / 2 else Spacing.SINGLE


def _feeds(raw: list[Line]) -> list[int]:
    """Return how many pages turn right before each line, none before an empty one."""
    turns, waiting = [], 0
    for line in raw:
        waiting += line.text.count(_FEED)
        turns.append(waiting if line.text.strip() else 0)
        waiting -= turns[-1]
    return turns


def _starts_page(raw: list[Line], index: int, spacing: Spacing) -> bool:
    """Tell whether a page starts at this line where no form feed tells it.

    In double-spaced text it is a line with one leading space right under another line;
    in single-spaced text a line under three lines that are empty to the last space.
    Running headers are left aside.
    """
    line = raw[index].text
    if not line.strip() or index == 0:
        return False
    if spacing is Spacing.DOUBLE:
        return line.startswith(" ") and bool(raw[index - 1].text.strip())
    if spacing is Spacing.SINGLE and index >= _PAGE_GAP:
        return not any(above.text for above in raw[index - _PAGE_GAP : index])
    return False


def _headers(raw: list[Line], starts: Sequence[int]) -> set[int]:
    """Return the numbers of the lines that repeat at the top of pages."""
    top: set[int] = set()
    masks = Counter(_mask(line.text) for line in raw if line.text.strip())
    for index, line in enumerate(raw):
        if masks[_mask(line.text)] < _HEADER_REPEATS or not line.text.strip():
            continue
        above = raw[max(0, index - _PAGE_GAP) : index]
        # A title may repeat between paragraphs; one with a page number is a header.
        set_off = "#" in _mask(line.text) and not any(a.text.strip() for a in above)
        if starts[index] or set_off or _follows_header(raw, index, top):
            top.add(line.number)
    repeated = Counter(_mask(raw[number - 1].text) for number in top)
    return {n for n in top if repeated[_mask(raw[n - 1].text)] >= _HEADER_REPEATS}


def _follows_header(raw: list[Line], index: int, headers: set[int]) -> bool:
    above = (line for line in reversed(raw[:index]) if line.text.strip())
    return (last := next(above, None)) is not None and last.number in headers


def _mask(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.split()))
