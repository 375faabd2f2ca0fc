"""Say what a number in a table is of: what the head of its column and titles name."""

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from briefs.model import RUN_IN, Basis, Passage, Span
from briefs.numbers.dates.periods import Tie, last_year, periods
from briefs.numbers.dates.timeline import When
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.said import named

_FEW_WORDS = 1
_TOLD_BY_ROWS = frozenset({"applications", "calls", "cases", "complaints", "orders"})
"""What rows may count; others say where, or who, of what the title counts."""

_YEAR = regex.compile(r"(?:19|20)\d\d")
_APART = "\u2003"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where its cell stands in the row's text, and the words of its head."""

    cell: Span
    head: str


def columns(passage: Passage) -> tuple[Column, ...]:
    """Return the columns of a table's row, none for a paragraph.

    Cells are known by the slices that a row and its head were joined from.
    """
    above = passage.headings[-1] if passage.headings else None
    if above is None or above.level <= RUN_IN:
        return ()
    cells = _places(passage.text, passage.pieces)
    heads = _places(above.text, above.pieces)
    if len(cells) != len(heads):
        return ()
    return tuple(
        Column(cell, head.of(above.text))
        for cell, head in zip(cells, heads, strict=True)
    )


def _places(text: str, pieces: tuple[Span, ...]) -> list[Span]:
    """Return where each piece of a joined text stands in it."""
    found, start = [], 0
    for piece in pieces:
        end = start + piece.end - piece.start
        found.append(Span(start, end))
        start = end + 1
    return found if start == len(text) + 1 else []


def parted(text: str, start: int, table: Iterable[Column]) -> str:
    """Return a text that starts at `start` of a row, its cells apart: no number of two.

    The text keeps its length: "435 171" are two cells, and 435,171 would be one.
    """
    signs = list(text)
    for column in table:
        place = column.cell.end - start
        if 0 <= place < len(signs):
            signs[place] = _APART
    return "".join(signs)


def unit(column: Column, passage: Passage, grammar: Grammar) -> str | None:
    """Return the unit that the head of a column or row names, else a title above."""
    titles = [column.head, *(h.text for h in reversed(passage.headings[:-1]))]
    row = next((each.cell.of(passage.text) for each in columns(passage)), "")
    if named(row, grammar.nouns) in _TOLD_BY_ROWS:
        titles.insert(1, row)
    found = (named(title, grammar.nouns) for title in titles)
    return next((unit for unit in found if unit), None)


def period(title: str, covers: str, grammar: Grammar) -> When | None:
    """Return the period of what stands under a title that names one and no more.

    "Year 2018" does; what is later than the edition covers is a name.
    """
    if not any(map(str.isdigit, title)):
        return None
    if (bare := title.strip(" .:")).isdecimal():
        is_year = _YEAR.fullmatch(bare) and int(bare) <= last_year(covers)
        return When(bare, Basis.CARRIED, dated=False) if is_year else None
    found = [p for p in periods(title, grammar.calendar, covers) if p.iso]
    if len(found) != 1 or found[0].tie in (Tie.NAME, Tie.VAGUE, Tie.COMPARED):
        return None
    (one,) = found
    rest = title[: one.span.start] + title[one.span.end :]
    if len(rest.split()) > _FEW_WORDS or last_year(str(one.iso)) > last_year(covers):
        return None
    return When(one.iso, Basis.CARRIED, dated=False)
