"""Find what the styles of a house do to a quotation that is not seen as it reads.

A machine reads words that are white, tiny, covered or off the paper; and a style can
put words of its own among them. So the boxes of set pages are looked at: how each run
of quoted letters is drawn, where, and whether it is the quotation's at all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from briefs.errors import Message, RenderError
from briefs.render.checks import contrast

_QUOTED = ("blockquote",)
_COUNTED = ("td", "th")
_PAPER = (1.0, 1.0, 1.0)
_LEAST_CONTRAST = 3.0
"""What WCAG asks of large print; our own styles keep 4.5."""

_SMALLEST = 8.0
"""Pixels of CSS: 6 points, as small as notes are printed."""

_SHARED = 0.5
"""The share of its room that a run of letters may have in common with another."""

_CUT = 2.0  # pixels that a box may cut off

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels of CSS from the upper left."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the boxes around a run of letters say of it.

    `quotation` names the element it is quoted in, 0 for none.
    """

    inside: bool = False
    quotation: int = 0
    ground: tuple[float, float, float] = _PAPER
    opaque: bool = True
    clip: Box | None = None

    @property
    def quoted(self) -> bool:
        return self.quotation != 0


@dataclass(frozen=True, slots=True)
class _Run:
    """Letters that are drawn at once, and what is drawn beneath."""

    box: Any
    setting: _Setting

    @property
    def place(self) -> Box:
        return _place(self.box)


def require(document: Any, quotations: int) -> None:
    """Raise RenderError when a quotation or a table is not seen as it reads.

    `document` is what WeasyPrint has laid out, of a page with so many `quotations`.
    """
    seen: set[int] = set()
    for number, page in enumerate(document.pages, 1):
        runs, covers = _drawn(page._page_box)
        seen |= {run.setting.quotation for run in runs if run.setting.quotation}
        paper = _place(page._page_box)
        for run, fault in _faults(runs, covers, paper):
            raise RenderError(
                Message(
                    "page {page}: the style hides or changes what is quoted: “{text}” "
                    "{fault}",
                    page=number,
                    text=run.box.text.strip()[:60],
                    fault=fault,
                ),
                hint=Message("correct the template or the style"),
            )
    if len(seen) < quotations:
        raise RenderError(
            Message("the style leaves out what is quoted"),
            hint=Message("correct the template or the style"),
        )


def _drawn(page: Any) -> tuple[list[_Run], list[Any]]:
    """Return the quoted runs of a page, and the boxes that may lie on others."""
    runs: list[_Run] = []
    covers: list[Any] = []
    stack = [(page, _Setting())]
    while stack:
        box, around = stack.pop()
        here = _set(box, around)
        if hasattr(box, "text"):
            if here.inside and box.text.strip():
                runs.append(_Run(box, here))
            continue
        if box.style["position"] != "static" and not here.quoted and _paints(box):
            covers.append(box)
        stack += [(child, here) for child in reversed(getattr(box, "children", ()))]
    return runs, covers


def _set(box: Any, around: _Setting) -> _Setting:
    name = (box.element_tag or "").partition("::")[0]
    quotation = id(box.element) if name in _QUOTED else around.quotation
    here = replace(
        around,
        inside=bool(quotation) or around.inside or name in _COUNTED,
        quotation=quotation,
        opaque=around.opaque
        and box.style["opacity"] == 1
        and not box.style["transform"],
    )
    ground = box.style["background_color"]
    if ground.alpha == 1:
        here = replace(here, ground=tuple(ground.coordinates))
    if box.style["overflow"] != "visible" and not hasattr(box, "text"):
        here = replace(here, clip=_place(box))
    return here


def _faults(
    runs: list[_Run], covers: Iterable[Any], paper: Box
) -> Iterator[tuple[_Run, Message]]:
    places = [_place(box) for box in covers]
    for run in runs:
        if fault := _fault(run, paper, places):
            yield run, fault
    for one, other in pairwise(runs):
        if _shared(one.place, other.place) > _SHARED:
            yield other, Message("lies on other words")


def _fault(run: _Run, paper: Box, covers: Iterable[Box]) -> Message | None:
    """Say what is wrong with a run of quoted letters, None for nothing."""
    style, place = run.box.style, run.place
    if "::" in (run.box.element_tag or ""):
        return Message("stands in no source: a style adds it")
    if style["visibility"] != "visible" or not run.setting.opaque:
        return Message("is not drawn")
    if contrast.between(_ink(run), run.setting.ground) < _LEAST_CONTRAST:
        return Message("is too pale for its ground")
    if style["font_size"] < _SMALLEST:
        return Message("is too small to be read")
    if style["direction"] != "ltr":
        return Message("is drawn from right to left")
    struck = "line-through" in style["text_decoration_line"]
    if struck and run.setting.quoted and run.box.element_tag != "del":
        return Message("is struck out")
    if _outside(place, paper) or (
        run.setting.clip and _outside(place, run.setting.clip)
    ):
        return Message("lies outside the paper or is cut off")
    if any(_shared(place, cover) > _SHARED for cover in covers):
        return Message("is covered")
    return None


def _ink(run: _Run) -> Iterator[float]:
    """Yield the colour of letters as it is seen on its ground."""
    colour = run.box.style["color"]
    for part, beneath in zip(colour.coordinates, run.setting.ground, strict=True):
        yield part * colour.alpha + beneath * (1 - colour.alpha)


def _paints(box: Any) -> bool:
    shown = box.style["background_color"].alpha > 0 or hasattr(box, "replacement")
    return bool(
        shown or any(kind != "none" for kind, _ in box.style["background_image"])
    )


def _place(box: Any) -> Box:
    left, top = box.position_x, box.position_y
    if hasattr(box, "text"):
        return left, top, left + box.width, top + box.height
    return left, top, left + box.margin_width(), top + box.margin_height()


def _outside(inner: Box, outer: Box) -> bool:
    return (
        inner[0] < outer[0] - _CUT
        or inner[1] < outer[1] - _CUT
        or inner[2] > outer[2] + _CUT
        or inner[3] > outer[3] + _CUT
    )


def _shared(one: Box, other: Box) -> float:
    """Return the share of the first box's room that the second has too."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    room = (one[2] - one[0]) * (one[3] - one[1])
    return width * height / room if min(width, height) > 0 and room > 0 else 0
