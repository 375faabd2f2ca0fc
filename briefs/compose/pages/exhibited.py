"""Estimate how high charts, numbers and tables are, and part what is too high.

All heights are in points.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from briefs.compose.pages.plan import Plan, Words
from briefs.document import FigureSection, SingleFigure
from briefs.exhibits import Table, TableRow
from briefs.figures.series import Series
from briefs.render.typeface import widths as letters

_USUAL = 10.0  # size of the type by which the rest was measured
_WIDE = 400.0  # narrower columns have charts and numbers one below the other
_HEADING = 30.0
_TABLE, _LIST = 70.0, 44.0  # its heading and head
_ROW, _NOTE = 19.0, 7.0
_CHART = 190.0
_CARD = 156.2
_CELL, _WHO, _WHERE = 9.0, 80.0, 76.0  # of a table
_YEAR, _FIXED = 33.0, 168.0
_FEW, _FEW_YEAR, _FEW_FIXED = 2, 56.0, 222.0  # a table of so few years
_ABREAST = (2, 3)  # charts, single figures
_SINGLE = 40.0


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
    wide = words.alone >= _WIDE and words.size < 2 * _USUAL
    abreast = _ABREAST if wide else (1, 1)
    high = _CHART * ceil(len(section.charts) / abreast[0])
    high += sum(_card(one, small) for one in section.every_single) / abreast[1]
    return high + sum(_tabled(table, words) for table in section.tables)


def cards_first(section: FigureSection, plan: Plan) -> int:
    """Return how many single figures fill the page before the table begins a new one.

    All of them where the table has room behind them, or is a list as narrow pages have.
    """
    if plan.words.alone < _WIDE:
        return len(section.singles)
    small = plan.words.size * 0.85
    room = plan.page - _HEADING
    for panel in section.panels:
        for start in range(0, len(panel.charts), _ABREAST[0]):
            drawn = panel.charts[start : start + _ABREAST[0]]
            notes = (letters.lines(one.caption, 240, small) * 11 for one in drawn)
            room -= _CHART - 34 + max(notes)
        room -= 30
    rows = [
        max(_card(one, small) for one in section.singles[start : start + _ABREAST[1]])
        for start in range(0, len(section.singles), _ABREAST[1])
    ]
    table = section.table
    if table is None or sum(rows) + _tabled(table, plan.words) < room:
        return len(section.singles)
    count = 0
    for row in rows:
        room -= row
        if room < 0:
            break
        count += _ABREAST[1]
    return count


def _card(one: SingleFigure, small: float) -> float:
    said = one.translation.parts if one.translation else ()
    small_print = " · ".join((one.period, one.reported_by, one.citation))
    return (
        29
        + letters.lines(" ".join(said), _CARD, small / 0.85) * 13
        + sum(
            letters.lines(quote, _CARD, small / 0.85, family=letters.SERIF) * 13
            for quote in one.counted
        )
        + letters.lines(small_print, _CARD, small) * 11
    )


def tables(table: Table, plan: Plan) -> tuple[Table, ...]:
    """Part a table that is higher than a page; each part has its own notes.

    A family that goes on in the next part is named there again.
    """
    if _tabled(table, plan.words) <= plan.page:
        return (table,)
    parts: list[list[TableRow]] = [[]]
    family = ""
    for row in table.rows:
        family = row.family or family
        longer = _of_rows(table, [*parts[-1], row])
        if parts[-1] and _tabled(longer, plan.words) > plan.page:
            parts.append([])
        parts[-1].append(row if parts[-1] else replace(row, family=family))
    return tuple(_of_rows(table, rows) for rows in parts)


def _of_rows(table: Table, rows: Sequence[TableRow]) -> Table:
    """Return some rows of a table with the notes that they need."""
    used = {mark for row in rows for cell in row.cells for mark in cell.marks}
    known = {mark for row in table.rows for cell in row.cells for mark in cell.marks}
    notes = (n for n in table.notes if n.mark in used or n.mark not in known)
    return replace(table, rows=tuple(rows), notes=tuple(notes))


def _tabled(table: Table, words: Words) -> float:
    """Return the height of a table with its notes; narrow pages have a list instead."""
    if words.alone < _WIDE or words.size > _USUAL * 1.5:
        return _listed(table, words)
    height, small = _TABLE, words.size * 0.85
    years = len(table.years)
    label = 493 - _FIXED - _YEAR * years
    if years <= _FEW:
        label = 493 - _FEW_FIXED - _FEW_YEAR * years
    for row in table.rows:
        lines = max(
            letters.lines(row.label, label, _CELL) * 11.0,
            letters.lines(row.unit, _WHO, small) * 10.5,
            letters.lines(row.reference, _WHERE, small) * 10.5,
        )
        height += lines + 4 + (18.0 if row.family else 0)
    notes = sum(letters.lines(note.text, 142, small) for note in table.notes)
    return height + ceil(notes / 3 + 1) * 10.5


def _listed(table: Table, words: Words) -> float:
    """Return the height of rows that are lists: what is measured, values, place."""
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
    return height + sum(
        letters.lines(note.text, width - 12, small) * low for note in table.notes
    )
