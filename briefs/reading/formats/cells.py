"""Tell what a row of a document's table is: head, values, or the layout of a page."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefs.reading.composing import Told, rows
from briefs.reading.plain.blocks import Part
from briefs.reading.plain.spacing import ends_sentence
from briefs.reading.plain.tables import is_head

if TYPE_CHECKING:
    from lxml.etree import _Element

_SENTENCE = 8  # words of a cell that says something by itself
_LONG = 400  # characters that no value has


def within(element: "_Element", tag: str, table: str) -> Iterator["_Element"]:
    """Yield the rows or cells of a table, by their tag; none of a `table` in it."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag != table:
            yield from within(child, tag, table)


def row(index: int, texts: Sequence[str]) -> Iterator[Told]:
    """Yield the row of a table at an index, the first as its head where it is one.

    Of a row without words there is nothing.
    """
    head = index == 0 and bool(texts) and is_head(texts)
    if found := rows(texts):
        yield Told(Part.HEAD if head else Part.ROW, found)


def is_layout(texts: Sequence[str]) -> bool:
    """Tell a row that lays out a page: its cells hold sentences, not values."""
    told = [text for text in texts if text]
    whole = [
        text for text in told if len(text.split()) >= _SENTENCE and ends_sentence(text)
    ]
    return len(told) == 1 or len(whole) > 1 or max(map(len, told), default=0) > _LONG
