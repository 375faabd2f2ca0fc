"""Measure how far the last pages of a document are filled."""

from collections.abc import Sequence
from typing import Any

KEPT_WHOLE = "proof"
"""The anchor of what no page end divides, at the end."""


def last(pages: Sequence[Any]) -> float:
    """Return the share of the last of WeasyPrint's pages that is filled."""
    page = pages[-1]._page_box
    foot = max(box.position_y + box.margin_height() for box in page.children[:1])
    return float((foot - page.content_box_y()) / page.height)


def gap(pages: Sequence[Any]) -> float:
    """Return the share of the page before the last that has to stay empty, else 0.

    What is kept whole begins the last page then, because it did not fit.
    """
    *before, final = pages
    _, top, _, _ = final.anchors.get(KEPT_WHOLE, (0, final.height, 0, 0))
    if not before or top > final._page_box.content_box_y() + 1:
        return 0
    page = before[-1]._page_box
    inner = (box for child in page.children[:1] for box in child.descendants())
    leaves = (box for box in inner if not getattr(box, "children", ()))
    foot = max((box.position_y + box.height for box in leaves), default=0)
    return max(0.0, float(1 - (foot - page.content_box_y()) / page.height))
