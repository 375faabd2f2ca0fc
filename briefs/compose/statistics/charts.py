"""Draw small bar charts: plain values in, finished geometry out."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefs.exhibits import Bar, Chart
from briefs.render.typeface import widths as letters


@dataclass(frozen=True, slots=True)
class Frame:
    """What a chart is drawn into, in CSS px.

    `head` is the room for a value above the tallest bar, `foot` for the years under the
    baseline; a bar takes its `share` of a year's slot and is no wider than `widest`;
    `words` is the size of the letters.
    """

    width: float
    height: float
    head: float
    foot: float
    share: float
    widest: float
    words: float


LARGE = Frame(320, 134, head=26, foot=20, share=0.56, widest=56, words=12)
"""Two stand side by side on a page."""

SMALL = Frame(120, 70, head=16, foot=16, share=0.56, widest=24, words=11.4)
"""The columns of years beside a large number."""

UNTOLD = "?"
"""Stands where the words of a year without a number have no room."""

_THINNEST_BAR = 1.5  # a small value must not look like none
_APART = 3.0  # px between the words of two years
_TWO_DIGITS = 2  # of a year that is written short
_FOUR_DIGITS = 4
_SOME = "…"


@dataclass(frozen=True, slots=True)
class Point:
    """One year of a series.

    `value` None is a gap; it prints `label` when the number is known to be unknown
    (`told`), else a dot. `partial` marks a value of another length or definition than
    its neighbours, `named` the one that is also printed large.
    """

    year: str
    value: float | None
    label: str
    partial: bool = False
    told: bool = False
    named: bool = False


def bar_chart(
    points: Sequence[Point],
    *,
    title: str,
    alt: str,
    caption: str = "",
    top: float | None = None,
    frame: Frame = LARGE,
) -> Chart:
    """Lay out `points`, one slot a year in the given order, on a common zero.

    `top` is the value as high as the frame, for charts that share a scale.

    Raises:
        ValueError: There is no point, or a value is negative or above the top.
    """
    values = [point.value or 0.0 for point in points]
    if not points:
        raise ValueError("a chart needs at least one point")
    if min(values) < 0:
        raise ValueError("bars start at zero: a value is negative")
    if top is not None and top < max(values):
        raise ValueError("a value is above the top of the scale")
    slot = frame.width / len(points)
    bars = tuple(
        _bar(point, index * slot, slot, top or max(values), frame)
        for index, point in enumerate(points)
    )
    baseline = frame.height - frame.foot
    return Chart(title, alt, caption, frame.width, frame.height, baseline, bars)


def shorter(years: Sequence[str], frame: Frame) -> list[str]:
    """Return the years as their slots have room for them: 2015, 16, 17, 2018.

    Some years in one slot ("2016–2020") are never written as the last of them.
    """
    slot = frame.width / len(years)

    def fits(text: str) -> bool:
        return letters.width(text, frame.words) + _APART <= slot

    if all(map(fits, years)):
        return list(years)
    ends = {0, len(years) - 1}
    short = [
        _SOME if len(year) > _FOUR_DIGITS else year[-_TWO_DIGITS:] for year in years
    ]
    inner = [year if fits(year) else "" for year in short]
    for end, beside in ((0, 1), (-1, -2)):  # the ends are wider than their slots
        near = (years[end], inner[beside])
        room = sum(letters.width(year, frame.words) for year in near) / 2 + _APART
        inner[beside] = inner[beside] if room <= slot else ""
    return [year if place in ends else inner[place] for place, year in enumerate(years)]


def whole(years: Sequence[str]) -> list[int | None]:
    """Return in full the years that `shorter` wrote, None for one without room."""
    found: list[int | None] = []
    last = 0
    for year in years:
        if len(year) == _TWO_DIGITS:
            last += (int(year) - last) % 100
        elif year and year != _SOME:
            last = int(year[-_FOUR_DIGITS:])
        found.append(None if year in ("", _SOME) else last)
    return found


def _bar(point: Point, left: float, slot: float, top: float, frame: Frame) -> Bar:
    """Place one point in its slot; `top` is the value as high as the frame."""
    baseline = frame.height - frame.foot
    width = round(min(slot * frame.share, frame.widest), 2)
    x = round(left + (slot - width) / 2, 2)
    if point.value is None:
        label = point.label
        if letters.width(label, frame.words) + _APART > slot:
            label = UNTOLD
        style = "unknown" if point.told else "gap"
        return Bar(point.year, label, style, x, baseline, width, 0.0)
    tall = 0.0
    if point.value:
        tall = max((baseline - frame.head) * (point.value / top), _THINNEST_BAR)
    style = "partial" if point.partial else "named" if point.named else "full"
    y = round(baseline - tall, 2)
    return Bar(point.year, point.label, style, x, y, width, round(tall, 2))
