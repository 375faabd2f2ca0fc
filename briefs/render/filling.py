"""Measure how far the last pages of a document are filled."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

KEPT_WHOLE = "proof"
"""The anchor of what no page end divides, at the end."""

POINT = 0.75
"""Points in a CSS pixel."""

SOURCES, WORDS = "sources", "-words"
"""How the anchors end of the parts that may begin a page of their own."""


def last(pages: Sequence[Any]) -> float:
    """Return the share of the last of WeasyPrint's pages that is filled."""
    page = pages[-1]._page_box
    foot = max(box.position_y + box.margin_height() for box in page.children[:1])
    return float((foot - page.content_box_y()) / page.height)


def rest(pages: Sequence[Any]) -> tuple[float, float]:
    """Return the points that stay empty below the first and the last page."""
    first, final = (
        max(0.0, 1 - _filled(page)) * page._page_box.height * POINT
        for page in (pages[0], pages[-1])
    )
    return first, final


def gap(pages: Sequence[Any]) -> float:
    """Return the share of the page before the last that has to stay empty, else 0.

    What is kept whole begins the last page then, because it did not fit.
    """
    *before, final = pages
    if not before or not _begins(final, KEPT_WHOLE):
        return 0
    return max(0.0, 1 - _filled(before[-1]))


def ended(pages: Sequence[Any]) -> float:
    """Return the share that is filled of the page before the sources, or the words.

    The less of both; it is all of it where they do not begin a page.
    """
    return min(closed(pages), _before(pages, WORDS))


def closed(pages: Sequence[Any]) -> float:
    """Return the share that is filled of the page before the sources.

    It is all of it where they do not begin a page.
    """
    return _before(pages, SOURCES)


def _before(pages: Sequence[Any], part: str) -> float:
    """Return the least share filled of the pages before those that a part begins."""
    return min(
        (
            _filled(page)
            for page, following in pairwise(pages)
            for anchor in following.anchors
            if anchor.endswith(part) and _begins(following, anchor)
        ),
        default=1.0,
    )


def _begins(page: Any, anchor: str) -> bool:
    """Tell whether a page begins with what has an anchor."""
    _, top, _, _ = page.anchors.get(anchor, (0, page.height, 0, 0))
    return bool(top <= page._page_box.content_box_y() + 1)


def _filled(page: Any) -> float:
    """Return the share of a page above the foot of all that stands on it."""
    box = page._page_box
    inner = (each for child in box.children[:1] for each in child.descendants())
    leaves = (each for each in inner if not getattr(each, "children", ()))
    foot = max((each.position_y + each.height for each in leaves), default=0)
    return float((foot - box.content_box_y()) / box.height)
