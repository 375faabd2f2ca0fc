"""Set apart what is no running text of a PDF: feet, notes, a table of contents."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import regex

from briefs.reading.contents import TITLE
from briefs.reading.formats.pdf.lined import merged
from briefs.reading.formats.pdf.measures import measure
from briefs.reading.formats.pdf.rows import Row, Sheet
from briefs.reading.plain import furniture

Pages = list[list[Row]]
"""Rows by page."""

_EDGE = 3
_SMALL = 0.92
_LETTER = regex.compile(r"\p{L}")
_WORDED = 4
_OVER = 0.9
_COVERED = 0.25
_AHEAD = 3
_NOTE = regex.compile(r"\s*(?:[\d¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3}[.)]?|[*†‡]{1,3})\s*\S")
_RAISED = regex.compile(r"\s*([¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3})\s*\S")
_MARKS = regex.compile(r"(?<=[\p{L}\p{P}])[¹²³⁰⁴⁵⁶⁷⁸⁹]+")
_APART = 0.6
_ENTRY = regex.compile(r".*(?:(?:\.\s?){4,}|(?:…\s?){2,}|\s)\d{1,3}")


def fixed(lined: Iterable[Sequence[Row]]) -> set[Row]:
    """Return rows at the head or foot that say the same at one height on many pages."""
    places: defaultdict[tuple[str, int], set[Row]] = defaultdict(set)
    count = 0
    for rows in lined:
        count += 1
        for row in (*rows[:_EDGE], *rows[-_EDGE:]):
            places[furniture.masked(row.text), round(row.middle)].add(row)
    most = max(furniture.REPEATS, count * furniture.SHARE)
    return {row for held in places.values() if len(held) >= most for row in held}


def overlaid(found: Sequence[Sheet]) -> list[list[Row]]:
    """Return what is printed over the text of most pages, at one place of each.

    A stamp or a notice stands where the text goes on: so it may come in pieces, and the
    text runs under it. A line that only repeats is text.
    """
    places: defaultdict[tuple[str, int, int], list[bool]] = defaultdict(list)
    for sheet in found:
        for row in sheet.rows:
            if len(_LETTER.findall(row.text)) >= _WORDED:
                key = row.text.strip(), round(row.left), round(row.middle)
                places[key].append(any(_covers(row, other) for other in sheet.rows))
    most = max(furniture.REPEATS, len(found) * furniture.MOST)
    over = [
        (text, height)
        for (text, _, height), pages in places.items()
        if len(pages) >= most and sum(pages) > len(pages) * _COVERED
    ]
    return [
        [row for row in sheet.rows if any(_is_part(row, *one) for one in over)]
        for sheet in found
    ]


def _covers(row: Row, other: Row) -> bool:
    """Tell a row that is printed over another one."""
    apart = abs(row.middle - other.middle)
    beside = row.right < other.left or other.right < row.left
    return row is not other and apart < row.size * _OVER and not beside


def _is_part(row: Row, text: str, height: int) -> bool:
    return abs(row.middle - height) <= 1 and row.text.strip() in text


def notes(stands: Sequence[Sequence[Row]]) -> tuple[Pages, Pages]:
    """Part the notes at the foot of pages from the text: small rows with a number.

    Returns the rows of the text by page, and those of each note.
    """
    every = [row for rows in stands for row in rows]
    small = measure(every).body * _SMALL if every else 0.0
    kept: Pages = []
    noted: Pages = []
    for rows in stands:
        low = _at_foot(merged(list(rows)), small)
        kept.append(without(rows, low))
        begins = len(noted)
        for row in low:
            if len(noted) == begins or _NOTE.match(row.text):
                noted.append([])
            noted[-1].append(row)
    return kept, noted


def _at_foot(lined: Sequence[Row], small: float) -> Sequence[Row]:
    """Return the small rows at the end of a page, from the first that has a number."""
    start = len(lined)
    while start and lined[start - 1].size < small:
        start -= 1
    while start < len(lined) and not _NOTE.match(lined[start].text):
        start += 1
    return lined[start:] or lined[_raised(lined) :]


def _raised(lined: Sequence[Row]) -> int:
    """Return where notes of the size of the text begin: apart, with a raised number.

    The number stands in the text above, too.
    """
    for index in range(1, len(lined)):
        above, row = lined[index - 1], lined[index]
        mark = _RAISED.match(row.text)
        if mark and above.bottom - row.top > row.size * _APART:
            text = " ".join(one.text for one in lined[:index])
            if mark[1] in _MARKS.findall(text):
                return index
    return len(lined)


def contents(stands: Sequence[Sequence[Row]]) -> tuple[Pages, Pages]:
    """Part a table of contents from the text: its title, lines that lead to pages.

    Returns the rows of the text by page, and those of each line of the contents.
    """
    kept: Pages = []
    listed: Pages = []
    is_open = False
    for rows in stands:
        lined = merged(list(rows))
        gone: list[Row] = []
        for index, row in enumerate(lined):
            if not listed and not gone and TITLE.fullmatch(row.text.strip()):
                is_open = True
            elif is_open:  # a title of two or three rows has its page at the end
                near = lined[index : index + _AHEAD]
                is_open = any(_ENTRY.fullmatch(one.text.strip()) for one in near)
            if is_open:
                gone.append(row)
        listed += [[row] for row in gone]
        kept.append(without(rows, gone))
    return kept, listed


def without(rows: Sequence[Row], gone: Sequence[Row]) -> list[Row]:
    """Return the rows that stand in none of the lines that are gone."""
    return [row for row in rows if not any(_is_in(row, line) for line in gone)]


def _is_in(row: Row, line: Row) -> bool:
    """Tell whether a row stands in a line that was merged from several."""
    level = abs(row.middle - line.middle) < max(line.size, row.size) * 0.5
    return level and row.left >= line.left - 1 and row.right <= line.right + 1
