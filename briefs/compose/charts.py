"""Draw small bar charts: plain values in, finished geometry out."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefs.document import Bar, Chart

WIDTH = 304.0
"""The width of a chart in CSS px: two stand side by side in a column."""

HEIGHT = 130.6
"""Its height in CSS px: just under seven lines of the brief's baseline grid."""

_HEAD = 25.0  # room for the value above the tallest bar
_FOOT = 20.0  # room for the years under the baseline
_BAR_SHARE = 0.56  # of a year's slot
_WIDEST_BAR = 44.0
_THINNEST_BAR = 1.5  # a small value must not look like none
_GAP_MARK = "–"
_LETTER = 5.6  # mean advance of a letter of a gap's words


@dataclass(frozen=True, slots=True)
class Point:
    """One year of a series: `value` None is a gap, which prints `label` as words.

    `partial` marks a value of another length or definition than its neighbours.
    """

    year: str
    value: float | None
    label: str
    partial: bool = False


def bar_chart(
    points: Sequence[Point],
    *,
    title: str,
    alt: str,
    caption: str = "",
) -> Chart:
    """Lay out `points`, one slot a year in the given order, on a common zero.

    Raises:
        ValueError: There is no point, or a value is negative.
    """
    if not points:
        raise ValueError("a chart needs at least one point")
    if any(point.value is not None and point.value < 0 for point in points):
        raise ValueError("bars start at zero: a value is negative")
    baseline = HEIGHT - _FOOT
    top = max(point.value or 0.0 for point in points)
    slot = WIDTH / len(points)
    bars = tuple(
        _bar(point, index * slot, slot, baseline, top)
        for index, point in enumerate(points)
    )
    return Chart(title, alt, caption, WIDTH, HEIGHT, baseline, bars)


def _bar(point: Point, left: float, slot: float, baseline: float, top: float) -> Bar:
    """Place one point in its slot; `top` is the value of the tallest bar."""
    width = round(min(slot * _BAR_SHARE, _WIDEST_BAR), 2)
    x = round(left + (slot - width) / 2, 2)
    if point.value is None:
        fits = len(point.label) * _LETTER <= slot
        label = point.label if fits else _GAP_MARK
        return Bar(point.year, label, "gap", x, baseline, width, 0.0)
    tall = 0.0
    if point.value:
        tall = max((baseline - _HEAD) * (point.value / top), _THINNEST_BAR)
    style = "partial" if point.partial else "full"
    y = round(baseline - tall, 2)
    return Bar(point.year, point.label, style, x, y, width, round(tall, 2))
