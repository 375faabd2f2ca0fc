"""Find in the lines of a plain text what is no running text: tables, columns, contents.

All of them show by their gaps: three blanks or a tab between words, dots that lead to a
page number.
"""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

import regex

from briefs.model import Line
from briefs.text.characters import is_plain

_GAP = regex.compile(r"(?<=\S)(?:\s*\|\s*| {3,}|\s*\t\s*| {2,}(?=\d))(?=\S)")
_GUTTER = regex.compile(r"(?<=\S)(?:\s*\|\s*|\s*\t\s*| {2,})(?=\S)")
_MARKS = ("|", "\t")
_GAPS = ("  ", *_MARKS)
"""Of which a text has one if it has a gap."""

_LEADER = regex.compile(
    r"(?:(?:\.\s?){4,}|(?:…\s?){2,}|_{4,}|(?:·\s?){4,})\s*(?:\d{0,4}|[ivxl]{1,6})$"
)
_ENTRY = regex.compile(r".{3,100}?\s(?P<page>\d{1,3})$")
_TITLE = regex.compile(
    r"(?i)(?:table of )?contents|оглавление|содержание|мазмуну|мазмуну:|contents:"
)
_YEAR = regex.compile(r"(?:19|20)\d\d")
_PROSE = 10
_COLUMN_LINES = 4
_ALIGNED = 0.8
_DRAWN = -1  # where a tab or a bar parts columns, their edges need not be aligned
_ENTRIES = 3
_CELL = 40


class Shape(StrEnum):
    """What a run of lines is."""

    PROSE = "prose"
    TABLE = "table"
    COLUMNS = "columns"
    CONTENTS = "contents"


def shapes(lines: Sequence[Line]) -> list[tuple[Shape, list[Line]]]:
    """Return the lines in runs of one shape, in order.

    The lines of columns are parted: those of the left column, then of the right one.
    """
    found: list[tuple[Shape, list[Line]]] = []
    index = 0
    while index < len(lines):
        shape, end = _run(lines, index)
        run = list(lines[index:end])
        if shape is Shape.COLUMNS:
            found += [(shape, column) for column in _columns(run)]
        elif shape is Shape.PROSE and found and found[-1][0] is Shape.PROSE:
            found[-1][1].extend(run)
        else:
            found.append((shape, run))
        index = end
    return found


def is_head(texts: Sequence[str]) -> bool:
    """Tell cells without numbers, or with years above all columns but the first."""
    first, *others = texts
    years = bool(others) and all(_YEAR.fullmatch(text) for text in others)
    told = [first] if years else [first, *others]
    return not any(map(str.isdigit, "".join(told)))


def cells(line: Line) -> list[Line]:
    """Return the cells of a table's line, each as a line of its own."""
    return _split(line, _GAP)


def _split(line: Line, at: regex.Pattern[str]) -> list[Line]:
    parts, start = [], 0
    for gap in at.finditer(line.text):
        parts.append(_slice(line, start, gap.start()))
        start = gap.end()
    return [*parts, _slice(line, start, len(line.text))]


def _slice(line: Line, start: int, end: int) -> Line:
    return Line(line.number, line.start + start, line.text[start:end], line.page)


def _run(lines: Sequence[Line], index: int) -> tuple[Shape, int]:
    """Return the shape of the run that starts at a line, and where it ends."""
    if _runs_on(lines[index].text):
        return Shape.PROSE, index + 1
    for shape, measure in (
        (Shape.CONTENTS, _contents_end),
        (Shape.COLUMNS, _columns_end),
        (Shape.TABLE, _table_end),
    ):
        if (end := measure(lines, index)) > index:
            return shape, end
    return Shape.PROSE, index + 1


def _runs_on(text: str) -> bool:
    """Tell a line of running text: it has none of the gaps by which the rest shows."""
    gaps = "  " in text or ".." in text or ". ." in text
    return len(text) > _CELL and not gaps and is_plain(text)


def _contents_end(lines: Sequence[Line], index: int) -> int:
    """Return where a table of contents ends; its title comes first, if it has one."""
    titled = bool(_TITLE.fullmatch(lines[index].text.strip()))
    start = index + titled
    end = last = start
    while end < len(lines) and end - last <= 1:
        if _LEADER.search(lines[end].text):
            last = end + 1
        elif last == start and not titled:
            break
        end += 1
    if last - start >= 2 - titled:
        return last
    if not titled:
        return index
    return max(_plain_contents_end(lines, start), _echoed_end(lines, start), index)


def _plain_contents_end(lines: Sequence[Line], start: int) -> int:
    """Return where entries without dots end: their page numbers never fall."""
    end, before = start, 0
    while end < len(lines) and (match := _ENTRY.fullmatch(lines[end].text.strip())):
        if int(match["page"]) < before:
            break
        before = int(match["page"])
        end += 1
    return end if end - start >= _ENTRIES else start - 1


def _echoed_end(lines: Sequence[Line], start: int) -> int:
    """Return where entries without page numbers end: the text repeats each of them."""
    said = Counter(" ".join(line.text.split()) for line in lines[start:])
    end = start
    while end < len(lines) and said[" ".join(lines[end].text.split())] > 1:
        said[" ".join(lines[end].text.split())] = 0
        end += 1
    return end if end - start >= _ENTRIES else start - 1


def _columns_end(lines: Sequence[Line], index: int) -> int:
    """Return where two columns of prose end that stand side by side.

    Where one has a blank line or ends sooner, the other stands alone in its place.
    """
    place = _middle(lines[index].text)
    if place is None:
        return index
    beside = apart = 0
    last = end = index
    while end < len(lines) and (end == index or _is_next(lines, end)):
        text = lines[end].text
        middle = _middle(text)
        if middle is not None:
            beside += middle == place
            apart += middle != place
        elif len(text.rstrip()) >= place and _indent(text) != place:
            break
        # What stands on the left alone, under a blank line, may come after both.
        is_near = end == last and lines[end].number - lines[end - 1].number == 1
        end += 1
        if middle is not None or _indent(text) == place or is_near:
            last = end
    aligned = beside >= (beside + apart) * _ALIGNED
    return last if beside >= _COLUMN_LINES and aligned else index


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _middle(text: str) -> int | None:
    """Return where the right one of two columns begins, if both hold words."""
    if not any(gap in text for gap in _GAPS):
        return None
    gaps = list(_GUTTER.finditer(text))
    if len(gaps) != 1:
        return None
    sides = text[: gaps[0].start()], text[gaps[0].end() :]
    if any(sum(map(str.isalpha, side)) < _PROSE for side in sides):
        return None
    drawn = any(mark in gaps[0][0] for mark in _MARKS)
    return _DRAWN if drawn else gaps[0].end()


def _columns(run: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    place = _middle(run[0].text) or 0
    left: list[Line] = []
    right: list[Line] = []
    for line in run:
        if _middle(line.text) is None:
            (right if _indent(line.text) >= place else left).append(line)
            continue
        one, other = _split(line, _GUTTER)
        left.append(one)
        right.append(other)
    return left, right


def _table_end(lines: Sequence[Line], index: int) -> int:
    """Return where a table ends: lines of as many short cells, most with numbers."""
    width = _width(lines[index])
    if width < 2:
        return index
    end = index
    while end < len(lines) and (end == index or _is_next(lines, end)):
        if _width(lines[end]) != width:
            break
        end += 1
    rows = [cells(line) for line in lines[index:end]]
    short = all(len(cell.text.strip()) <= _CELL for row in rows for cell in row)
    figures = [row for row in rows if any(map(str.isdigit, row[-1].text))]
    enough = len(rows) >= 2 and len(figures) * 2 >= len(rows)
    return end if short and enough else index


def _width(line: Line) -> int:
    text = line.text.strip()
    if not any(sign in text for sign in _GAPS):
        return bool(text)
    return len(_GAP.findall(text)) + 1


def _is_next(lines: Sequence[Line], index: int) -> bool:
    return lines[index].number - lines[index - 1].number <= 2
