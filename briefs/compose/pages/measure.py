"""Estimate how high the parts of a brief are, before they are set.

Setting a page takes a second, an estimate none: with good estimates a brief is set once
and fits. All heights are in points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil

from briefs.compose.excerpts.cutting import Cutting
from briefs.compose.pages import rows
from briefs.compose.pages.plan import Plan, Words
from briefs.document import (
    Brief,
    Excerpt,
    FigureSection,
    SingleFigure,
    statements_of,
)
from briefs.exhibits import Block, Table, TableRow
from briefs.figures.series import Series
from briefs.render.typeface import widths as letters

_USUAL = 10.0  # size of the type by which the rest was measured
_WIDE = 400.0  # narrower columns have charts and numbers one below the other
_TORN = 0.08  # of each page stays empty, because rows are not parted
_SECTION = 30.0  # a heading, and those of editions, spread over their excerpts
_CITED = 14.0  # where an excerpt names its report itself
_YEARS = 12.0  # the line below an excerpt that names its years
_ROW = 19.0
CHANGE = 60.0
"""About how high a changed sentence is, with the one before."""

_TABLE = 70.0
_NOTE = 7.0
_CHART = 190.0
_CARD = 156.2
_CELL, _WHO, _WHERE = 9.0, 80.0, 76.0  # of a table
_YEAR, _FIXED = 33.0, 168.0
_FEW, _FEW_YEAR, _FEW_FIXED = 2, 56.0, 222.0  # a table of so few years
_ABREAST = (2, 3)  # charts, single figures
_SINGLE = 40.0
_SMALLER = 0.89
_STATED = 38.0  # their heading, report and place
_SOURCE = 70.0
_METHOD, _BACKGROUND = 190.0, 140.0
_HEADING = 60.0
_OWN = 45.0
_CONTENTS = 17.0
_YEAR_HEAD = 36.0


def excerpt(
    cutting: Cutting,
    words: Words,
    *,
    twice: bool,
    small: bool = False,
    again: bool = False,
) -> float:
    """Return the height of an excerpt; `twice` it prints with its translation.

    Recommendations are set `small` where two columns stand side by side. What is said
    `again` in other years has a line that names them.
    """
    if small:
        words = _smaller(words)
    beside = twice and bool(words.beside)
    width = words.beside if beside else words.alone
    # Beside the original the translation has a narrower column and as much to say.
    times = 1.08 if beside else 2 if twice else 1
    count = sum(_lines(part, width, words) for part in cutting.parts) * times
    cited = 0 if words.beside else _CITED * words.size / _USUAL * (1 + twice)
    named = _YEARS * words.size / _USUAL if again else 0
    return count * words.line + words.gap + cited + named + _SECTION / 4


def stated(texts: Iterable[str], words: Words) -> float:
    """Return the height of sentences that are quoted besides the excerpts."""
    width = words.beside or words.alone
    each = (_lines(text, width, words) * words.line + _STATED for text in texts)
    return sum(each)


def own(blocks: Sequence[Block], words: Words) -> float:
    """Return the height of what the organisation says itself, with its label."""
    lines = sum(
        letters.lines("".join(run.text for run in item), words.alone, words.size)
        for block in blocks
        for item in block.items
    )
    gaps = sum(len(block.items) for block in blocks)
    return lines * words.line + gaps * words.gap / 2 + _OWN if blocks else 0


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


def said(brief: Brief, words: Words) -> float:
    """Return the height of what a brief quotes and counts.

    What is the same however much is quoted is left aside: it serves to compare.
    """
    annexed = bool(brief.annex)
    height = _besides(brief, words)
    for chapter in brief.chapters:
        for group in chapter.years:
            height += sum(_printed(i, words, annexed=annexed) for i in group.excerpts)
        advised = _smaller(words)
        for item in chapter.recommendations:
            height += _printed(item, advised, annexed=annexed)
        for group in (*chapter.years, *chapter.advice):
            height += _YEAR_HEAD + _SECTION * len(group.sections)
        if chapter.figures:
            height += _exhibited(chapter.figures, words)
    small, column = words.size * 0.72, words.alone / 2
    texts = (" ".join(item.parts) for item in brief.annex)
    # The originals at the end stand in two columns.
    lines = sum(letters.lines(t, column, small, family=letters.SERIF) for t in texts)
    return height + lines * small * 1.28 / 2


def _besides(brief: Brief, words: Words) -> float:
    """Return the height of terms and contradictions, whose columns are alike."""
    texts = [term.explanation for term in brief.terms if term.explanation]
    height = _HEADING * bool(texts)
    height += sum(_lines(text, words.alone, words) * words.line for text in texts)
    small = _smaller(words)
    for one in statements_of(brief):
        told = one.translation.parts if one.translation else ()
        shown = one.parts if one.original else ()
        width = words.alone / 2 if told and shown and words.beside else words.alone
        high = [sum(_lines(part, width, small) for part in x) for x in (told, shown)]
        lines = max(high) if words.beside else sum(high)
        height += lines * small.line + _STATED
    return height


def _smaller(words: Words) -> Words:
    """Return how recommendations and statements are set in two columns."""
    if not words.beside:
        return words
    size, line = words.size * _SMALLER, words.line * _SMALLER
    return replace(words, size=size, line=line, gap=6)


def _printed(item: Excerpt, words: Words, *, annexed: bool) -> float:
    """Return the height of an excerpt as it is printed."""
    told = item.translation.parts if item.translation else ()
    shown = item.parts if item.original and not (annexed and told) else ()
    cited = 0 if words.beside else _CITED * words.size / _USUAL
    if told and shown and words.beside:
        lines = sum(rows.lines(row, words) for row in item.rows)
    else:
        lines = sum(_lines(part, words.alone, words) for part in (*told, *shown))
    return lines * words.line + words.gap + cited


def _exhibited(section: FigureSection, words: Words) -> float:
    """Return the height of charts, single figures and tables."""
    small = words.size * 0.85
    wide = words.alone >= _WIDE and words.size < 2 * _USUAL
    abreast = _ABREAST if wide else (1, 1)
    height = _CHART * ceil(len(section.charts) / abreast[0])
    height += sum(_card(one, small) for one in section.every_single) / abreast[1]
    times = 1 if wide else 2 * words.size / _USUAL
    return height + sum(_tabled(table, small) for table in section.tables) * times


def cards_first(section: FigureSection, plan: Plan) -> int:
    """Return how many single figures fill the page before the table begins a new one.

    All of them where the table has room behind them, or is a list as narrow pages have.
    """
    if plan.words.alone < _WIDE:
        return len(section.singles)
    small = plan.words.size * 0.85
    room = plan.page - _HEADING / 2
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
    if table is None or sum(rows) + _tabled(table, small) < room:
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
    small = plan.words.size * 0.85
    if _tabled(table, small) <= plan.page:
        return (table,)
    parts: list[list[TableRow]] = [[]]
    family = ""
    for row in table.rows:
        family = row.family or family
        longer = _of_rows(table, [*parts[-1], row])
        if parts[-1] and _tabled(longer, small) > plan.page:
            parts.append([])
        parts[-1].append(row if parts[-1] else replace(row, family=family))
    return tuple(_of_rows(table, rows) for rows in parts)


def _of_rows(table: Table, rows: Sequence[TableRow]) -> Table:
    """Return some rows of a table with the notes that they need."""
    used = {mark for row in rows for cell in row.cells for mark in cell.marks}
    known = {mark for row in table.rows for cell in row.cells for mark in cell.marks}
    notes = (n for n in table.notes if n.mark in used or n.mark not in known)
    return replace(table, rows=tuple(rows), notes=tuple(notes))


def _tabled(table: Table, small: float) -> float:
    """Return the height of a table with its notes."""
    height = _TABLE
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


def frame(topics: int, editions: int, plan: Plan, *, cover: float) -> float:
    """Return the height of what frames the chapters; the front is `cover` high."""
    scale = plan.words.size / _USUAL
    contents = _CONTENTS * (topics + 2) * 2 if topics > 1 else 0
    rest = contents + _SOURCE * editions + _METHOD + _HEADING * topics * 2
    rest += _BACKGROUND * plan.background
    return cover + rest * scale


def filled(room: float) -> float:
    """Return how much of the height of pages can be used."""
    return room * (1 - _TORN)


def _lines(text: str, width: float, words: Words) -> int:
    return letters.lines(text, width, words.size, family=letters.SERIF)
