"""Estimate how many lines the parts of a brief take, before they are set.

Setting a page takes a second, an estimate none: with good estimates a brief is set once
and fits. All heights are in lines of the body's type.
"""

from collections.abc import Sequence
from math import ceil

from briefs.compose.cutting import Cutting
from briefs.compose.plan import Plan
from briefs.figures.series import Series

_GAP = 1.0  # the empty line after an excerpt
_ORDINARY = 75  # letters in a line of the A4 design, by which the rest was measured
_ABREAST = 70  # fewer letters, and charts stand one below the other
_NARROW = 60  # fewer letters, and so do key figures, numbers and names of languages
_MASTHEAD = 9.0
_KEY_FIGURES = 5.5
_STATEMENT = 4.0
_COVERAGE = 5.0
_SOURCE = 6.0
_METHOD = 11.0
_CHAPTER = 12.0
_TABLE = 6.0
_ROW = 1.6
_REMARKS = 0.9
_LISTED = 1.3  # times as high is a row that is set as a list
_CHART = 11.0
_SINGLE = 4.0


def excerpt(cutting: Cutting, letters: int, *, twice: bool) -> float:
    """Return the height of an excerpt; `twice` it prints with its translation."""
    text = ceil(sum(len(part) + 1 for part in cutting.parts) / letters)
    besides = ceil(_ORDINARY / letters) + _GAP + (letters < _NARROW)
    if not twice:
        return text + besides
    return 2 * text + 1 + besides + (letters < _NARROW)


def figures(series: Sequence[Series], plan: Plan) -> float:
    """Return the height of a topic's table, charts and single figures."""
    each = (_ROW + _REMARKS) * (1 if plan.letters >= _NARROW else _LISTED)
    rows = len(series) * each + _TABLE if plan.table and series else 0
    drawn = sum(len(one.comparable) > 1 for one in series)
    abreast = 2 if plan.letters >= _ABREAST else 1
    charts = _CHART * ceil(min(drawn, plan.charts) / abreast)
    return (rows + _SINGLE * plan.singles / abreast) * _ORDINARY / plan.letters + charts


def frame(topics: int, editions: int, key_figures: int, letters: int) -> float:
    """Return the height of what frames the chapters, and of their headings."""
    abreast = 1 if letters < _NARROW else 3
    contents = topics + 2 if topics > 1 else 0
    wide = (
        _MASTHEAD
        + _KEY_FIGURES * ceil(key_figures / abreast)
        + _STATEMENT
        + _COVERAGE
        + _ROW * 2 * topics
        + contents
        + _SOURCE * editions
        + _METHOD
    )
    return wide * _ORDINARY / letters + _CHAPTER * topics
