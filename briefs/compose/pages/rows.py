"""Cut what is high into rows of whole sentences, each beside its translation.

A page ends between two rows and never within one, so that who reads one column finds
the same sentences in the other.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import TypeAlias

from briefs.compose.pages.plan import Plan, Words
from briefs.differences import Row
from briefs.render.typeface import widths as letters

Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""The sentences of a paragraph, each with its translation."""

HIGH = 0.22
"""The share of a page that a paragraph may take before it is cut."""

_ROW = 0.14
"""The share of a page that each of its rows takes, about."""

NARROWER = 0.9
"""The width of the column of translations, of that of the originals."""


def cut(paragraphs: Iterable[Pairs], plan: Plan) -> tuple[Row, ...]:
    """Return the rows of an excerpt, given the sentences of each of its paragraphs.

    None where two columns do not stand side by side, or no page ends between them.
    """
    if not (plan.paged and plan.words.beside):
        return ()
    return tuple(row for pairs in paragraphs for row in _rows(pairs, plan))


def lines(row: Row, words: Words) -> int:
    """Return on how many lines a row stands."""
    columns = (
        (row.original, words.beside, letters.SERIF),
        (row.translation, NARROWER * words.beside, letters.SANS),
    )
    return max(
        letters.lines(text, width, words.size, family=family)
        for text, width, family in columns
    )


def _rows(pairs: Pairs, plan: Plan) -> tuple[Row, ...]:
    return _divided(pairs, plan.words, plan.page / plan.words.line)


@lru_cache(maxsize=1024)  # of a brief that is composed again nearly all is the same
def _divided(pairs: Pairs, words: Words, page: float) -> tuple[Row, ...]:
    """Return a paragraph as rows of about one height; a page has so many lines."""
    whole = lines(_row(pairs), words)
    count = ceil(whole / (_ROW * page)) if whole > HIGH * page else 1
    ends = range(1, len(pairs)) if count > 1 else ()
    heights = {end: lines(_row(pairs[:end]), words) for end in ends}
    wanted = [whole * part / count for part in range(1, count)] if heights else []
    cuts = {min(heights, key=lambda end: abs(heights[end] - at)) for at in wanted}
    bounds = pairwise([0, *sorted(cuts), len(pairs)])
    *first, last = (_row(pairs[start:end]) for start, end in bounds)
    return (*(replace(row, goes_on=True) for row in first), last)


def _row(pairs: Pairs) -> Row:
    originals, translations = zip(*pairs, strict=True)
    return Row(" ".join(originals), " ".join(translations))
