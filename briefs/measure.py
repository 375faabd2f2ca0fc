"""Estimate how many lines the parts of a brief take, before they are set.

Setting a page takes a second, an estimate none: with good estimates a brief is set once
and fits. All heights are in lines of the body's type.
"""

from collections.abc import Sequence
from math import ceil

from briefs.excerpts import Cutting
from briefs.profiles import Plan
from briefs.series import Series

_GAP = 1.0  # the empty line after an excerpt
_ORDINARY = 75  # letters in a line of the A4 design, by which the rest was measured
_MASTHEAD = 9.0
_KEY_FIGURES = 6.0  # three abreast
_STATEMENT = 4.0
_COVERAGE = 5.0
_SOURCE = 6.0
_METHOD = 11.0
_CHAPTER = 7.0
_TABLE = 6.0
_ROW = 1.5
_REMARKS = 0.7
_CHARTS = 12.0  # two abreast
_SINGLE = 2.5


def excerpt(cutting: Cutting, letters: int, *, twice: bool) -> float:
    """Return the height of an excerpt; `twice` it prints with its translation."""
    text = ceil(sum(len(part) + 1 for part in cutting.parts) / letters)
    citation = ceil(_ORDINARY / letters)
    return (2 * text + 1 if twice else text) + citation + _GAP


def figures(series: Sequence[Series], plan: Plan) -> float:
    """Return the height of a topic's table, charts and single figures."""
    rows = len(series) * (_ROW + _REMARKS) + _TABLE if plan.table and series else 0
    drawn = sum(len(one.comparable) > 1 for one in series)
    charts = _CHARTS * ceil(min(drawn, plan.charts) / 2)
    return (rows + charts + _SINGLE * plan.singles / 2) * _ORDINARY / plan.letters


def frame(topics: int, editions: int, key_figures: int, letters: int) -> float:
    """Return the height of what frames the chapters, and of their headings."""
    abreast = ceil(key_figures / 3)
    contents = topics + 2 if topics > 1 else 0
    wide = (
        _MASTHEAD
        + _KEY_FIGURES * abreast
        + _STATEMENT
        + _COVERAGE
        + _ROW * 2 * topics
        + contents
        + _SOURCE * editions
        + _METHOD
    )
    return wide * _ORDINARY / letters + _CHAPTER * topics
