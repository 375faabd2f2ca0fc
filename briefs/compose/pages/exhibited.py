"""Estimate how high charts, numbers and tables are, and part what is too high.

All heights are in points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from briefs.compose.pages import cards
from briefs.compose.pages.plan import CLEAR, Plan, Words
from briefs.document import FigureSection
from briefs.exhibits import Panel, Table, TableRow
from briefs.figures.series import Series
from briefs.render.typeface import widths as letters

_USUAL = 10.0  # size of the type by which the rest was measured
_WIDE = 400.0  # narrower columns have charts and numbers one below the other
_HEADING, _NEXT_HEADING = 30.0, 45.0  # at the head of a page, and below charts
_TABLE, _LIST = 60.0, 44.0  # its heading and head
_ROW, _NOTE = 19.0, 7.0
_CHART = 190.0
_WHO, _WHERE = 80.0, 76.0  # columns of a table
_YEAR, _FIXED = 41.0, 176.0
_FAMILY = 19.5
_CONTENTS, _CONTENTS_LINE = 62.0, 13.0  # before the first of several topics
_CHAPTER = 60.0  # its heading
_INSET = 10.0  # of a part under its total
_FEW, _FEW_YEAR, _FEW_FIXED = 2, 64.0, 230.0  # a table of so few years
_FEW_WHO, _FEW_WHERE = 124.0, 86.0
_WIDTH, _PAIR = 493.0, 240.0  # of a page, and of half of it
_GAP, _DRAWN = 13.0, 100.5  # the space after a row of charts, the drawing of one
_OVER, _UNDER, _CAPTION = 4.75, 5.0, 4.0  # around the title of a chart, its caption
_HOW_TO = 6.0  # the space below the note of a panel
_TITLE, _TITLE_LINE = 11.5, 14.0
_SMALL_LINE, _USUAL_SMALL = 11.0, 8.5
_SINGLE = 40.0
_HOLE = 0.2  # of a page: less may stay empty before a table


@dataclass(frozen=True, slots=True)
class _Print:
    """How a table is set: size and line of its cells, line and columns of its notes."""

    size: float
    line: float
    low: float
    columns: int
    width: float


_PRINT, _CLEAR_PRINT = _Print(9, 11, 10.5, 3, 142), _Print(10, 12.5, 12.5, 2, 226)


def is_wide(words: Words) -> bool:
    """Tell whether pages have room for charts and cards beside each other."""
    return words.beside > 0 and words.alone >= _WIDE


def _is_listed(words: Words) -> bool:
    """Tell whether a table has no room for its columns: each row is a list then."""
    return not is_wide(words)


def figures(series: Sequence[Series], plan: Plan) -> float:
    """Return the height of a topic's table, charts and single figures."""
    scale = plan.words.size / _USUAL
    abreast = 2 if plan.words.alone >= _WIDE else 1
    rows = 0.0
    if plan.table and series:
        rows = _TABLE + len(series) * (_ROW * (2 if abreast == 1 else 1) + _NOTE)
    drawn = min(sum(len(one.comparable) > 1 for one in series), plan.charts)
    charts = _CHART * ceil(drawn / abreast)
    singles = _SINGLE * plan.singles / abreast
    return (rows + singles) * scale + charts


def height(section: FigureSection, words: Words) -> float:
    """Return the height of charts, single figures and tables."""
    small = words.size * 0.85
    if is_wide(words):
        high = sum(_panel(panel, small) for panel in section.panels)
        high += sum(
            cards.height(some, small) for some in (section.singles, section.more)
        )
    elif words.beside:
        high = _CHART * len(section.charts)
        high += cards.height(section.singles, small, cards.HALF)
    else:
        high = _CHART * len(section.charts)
        high += sum(cards.alone(one, small) for one in section.every_single)
    return high + sum(_tabled(table, words) for table in section.tables)


def placed(section: FigureSection, plan: Plan, *, alone: bool) -> FigureSection:
    """Return the section with its single figures in rows of about even height.

    Those that fill the page before the table begins a new one stand before it, or,
    where they would leave much of it empty, those that leave room for the table: all of
    them where the table has room behind them, or is a list as narrow pages have, or
    where the topic is not `alone`, so that it may begin anywhere on a page, and on a
    screen.
    """
    small = plan.words.size * 0.85
    if not is_wide(plan.words):
        if not plan.words.beside:
            return section
        halves = cards.spread(section.singles, small, cards.HALF)
        return replace(section, singles=halves)
    every = section.every_single
    room = plan.page - _HEADING - _NEXT_HEADING * bool(section.panels)
    room -= sum(_panel(panel, small) for panel in section.panels)
    first = len(every)
    if alone and section.table and plan.paged:
        behind = _tabled(section.table, plan.words)
        heights = [cards.height(every[:n], small) for n in range(len(every) + 1)]
        if heights[-1] + behind >= room:
            first = max(n for n, high in enumerate(heights) if high <= room)
            fits = (n for n, high in enumerate(heights) if high + behind < room)
            before = max(fits, default=0)
            hole = room - heights[first]
            first = before if before and hole > _HOLE * plan.page else first
    return replace(
        section,
        singles=cards.spread(every[:first], small),
        more=cards.spread(every[first:], small),
    )


def _panel(panel: Panel, small: float) -> float:
    """Return the height of charts in pairs; one alone has its caption beside it."""
    low = _SMALL_LINE * small / _USUAL_SMALL
    height = _GAP
    if panel.note:
        height += letters.lines(panel.note, _WIDTH, small) * low + _HOW_TO
    if len(panel.charts) == 1:
        (only,) = panel.charts
        title = letters.lines(only.title, _WIDTH, _TITLE, bold=True) * _TITLE_LINE
        caption = letters.lines(only.caption, _PAIR, small) * low + _CAPTION
        return height + _OVER + title + _UNDER + max(_DRAWN, caption)
    for start in range(0, len(panel.charts), 2):
        pair = panel.charts[start : start + 2]
        titles = [letters.lines(one.title, _PAIR, _TITLE, bold=True) for one in pair]
        notes = [letters.lines(one.caption, _PAIR, small) for one in pair]
        height += _GAP * bool(start) + _OVER + max(2, *titles) * _TITLE_LINE
        height += _DRAWN + _CAPTION + max(notes) * low
    return height


def opening(topics: int) -> float:
    """Return how high the contents are, and the heading of the first of the topics."""
    return _CONTENTS + _CONTENTS_LINE * (topics + 1) + _CHAPTER


def tables(table: Table, plan: Plan, above: float = 0) -> tuple[Table, ...]:
    """Part a table that is higher than a page; each part has its own notes.

    What stands `above` it is on the page of the first part.

    A family that goes on in the next part is named there again. Where they have room
    on one page, a total and what it is made of stay together. On a screen no table is
    parted, nor on narrow pages, where each row is a list of its own with its notes.
    """
    whole = _is_listed(plan.words) or not plan.paged
    if whole or _tabled(table, plan.words) <= plan.page - above:
        return (table,)
    parts: list[list[TableRow]] = [[]]
    family = ""
    for rows in _totals(table, plan):
        family = rows[0].family or family
        longer = _of_rows(table, [*parts[-1], *rows])
        room = plan.page - (above if len(parts) == 1 else 0)
        if parts[-1] and _tabled(longer, plan.words) > room:
            parts.append([])
        first = rows[0] if parts[-1] else replace(rows[0], family=family)
        parts[-1] += [first, *rows[1:]]
    return tuple(_of_rows(table, rows) for rows in parts)


def _totals(table: Table, plan: Plan) -> Iterator[list[TableRow]]:
    """Yield the rows, each with those that are parts of it."""
    kept: list[TableRow] = []
    for row in table.rows:
        together = [*kept, row]
        fits = _tabled(_of_rows(table, together), plan.words) <= plan.page
        if kept and not (row.part and fits):
            yield kept
            together = [row]
        kept = together
    if kept:
        yield kept


def _of_rows(table: Table, rows: Sequence[TableRow]) -> Table:
    """Return some rows of a table with the notes that they need."""
    used = {mark for row in rows for cell in row.cells for mark in cell.marks}
    known = {mark for row in table.rows for cell in row.cells for mark in cell.marks}
    notes = (n for n in table.notes if n.mark in used or n.mark not in known)
    return replace(table, rows=tuple(rows), notes=tuple(notes))


def _tabled(table: Table, words: Words) -> float:
    """Return the height of a table with its notes; narrow pages have a list instead."""
    if _is_listed(words):
        return _listed(table, words)
    height, small = _TABLE, words.size * 0.85
    print_ = _CLEAR_PRINT if words.size >= CLEAR else _PRINT
    years = len(table.years)
    label, who, where = _WIDTH - _FIXED - _YEAR * years, _WHO, _WHERE
    if years <= _FEW:
        label, who, where = (
            _WIDTH - _FEW_FIXED - _FEW_YEAR * years,
            _FEW_WHO,
            _FEW_WHERE,
        )
    for row in table.rows:
        inset = _INSET * row.part
        lines = max(
            letters.lines(row.label, label - inset, print_.size) * print_.line,
            letters.lines(row.unit, who, small) * print_.low,
            letters.lines(row.reference, where, small) * print_.low,
        )
        height += lines + 5 + (_FAMILY if row.family else 0)
    notes = [letters.lines(note.text, print_.width, small) for note in table.notes]
    return height + (_columns(notes, print_.columns) + 1) * print_.low


def _columns(notes: Sequence[int], most: int) -> int:
    """Return how many lines high notes are in columns, none parted by their ends."""
    high = max(ceil(sum(notes) / most), max(notes, default=0))
    while True:
        column, left = 1, high
        for lines in notes:
            if lines > left:
                column, left = column + 1, high
            left -= lines
        if column <= most:
            return high
        high += 1


def _listed(table: Table, words: Words) -> float:
    """Return the height of rows that are lists: values, place, and the row's notes."""
    texts = {note.mark: note.text for note in table.notes}
    small, width = words.size * 0.85, words.alone + words.size * 3.4
    low = small * 1.3
    height = _LIST * words.size / _USUAL
    for row in table.rows:
        told = "  ".join(
            f"{year}: {cell.text}"
            for year, cell in zip(table.years, row.cells, strict=True)
            if cell.told
        )
        values = letters.width(told, words.size, bold=True)
        lines = letters.lines(row.label, max(width - values, width / 2), words.size)
        places = letters.lines(f"{row.unit} · {row.reference}", width, small)
        height += lines * words.line + places * low + 8 + (20.0 if row.family else 0)
        marks = {mark for cell in row.cells for mark in cell.marks}
        noted = (
            letters.lines(f"2015, 2016: {texts[mark]}", width, small) for mark in marks
        )
        height += sum(noted) * low
    return height
