"""Lay pages that were printed on other paper over the pages of the brief.

Programs that print to a file fit pages to the paper they have: all is smaller or larger
by one factor, and moved. Both are read off the letters, which stand for one another;
whether everything is then in its place is judged as for any page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefs.verify.comparing import sheets
from briefs.verify.comparing.sheets import DPI, Letter, Sheet

_SAME_SIZE = 0.5
"""Points by which the paper of a repackaged page may differ."""

_FACTORS = 0.4, 2.5
"""From A4 printed as A6 to the other way round."""

_FEW = 20
"""Letters that tell where a page lies; fewer might be moved together."""

_BLANK = 235
_COARSE = 50
"""Dots per inch at which the rest of the paper is looked at."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a page lies over the page of the brief.

    It is `scale` times as large, and moved right and down by dots; the page of the
    brief is as large as `canvas`, in points.
    """

    scale: float
    right: float
    down: float
    canvas: tuple[float, float]

    def letter(self, letter: Letter) -> Letter:
        """Return a letter in its place over the page of the brief."""
        return letter._replace(
            left=letter.left * self.scale + self.right,
            right=letter.right * self.scale + self.right,
            top=letter.top * self.scale + self.down,
            bottom=letter.bottom * self.scale + self.down,
        )

    def box(self, box: Box, theirs: Any, mine: Any) -> Box:
        """Return a box of a page, given with both pages' own, on the brief's page."""
        left, _, _, top = (float(edge) for edge in theirs)
        my_left, _, _, my_top = (float(edge) for edge in mine)
        right, down = (move * 72 / DPI for move in (self.right, self.down))
        x = [(edge - left) * self.scale + right + my_left for edge in box[::2]]
        y = [my_top - (top - edge) * self.scale - down for edge in box[1::2]]
        return x[0], y[0], x[1], y[1]


def placements(found: bytes, expected: bytes) -> Mapping[int, Placement]:
    """Return where pages lie that are larger or smaller than in the brief, from 0."""
    with sheets.opened(found) as theirs, sheets.opened(expected) as mine:
        return {
            number: placement
            for number in range(min(len(theirs), len(mine)))
            if not _same_size(theirs, mine, number)
            and (
                placement := _placement(
                    sheets.read(theirs, number), sheets.read(mine, number)
                )
            )
        }


def _same_size(theirs: Any, mine: Any, number: int) -> bool:
    """Tell whether two pages are as large, turned back where they were turned."""
    if theirs.get_page_size(number) == mine.get_page_size(number):
        return True
    one, other = (
        sheets.upright(document, number).get_size() for document in (theirs, mine)
    )
    return all(abs(a - b) <= _SAME_SIZE for a, b in zip(one, other, strict=True))


def _placement(found: Sheet, expected: Sheet) -> Placement | None:
    """Return by which factor and how far letters moved, by least squares."""
    import numpy

    if len(found.letters) != len(expected.letters) or len(found.letters) < _FEW:
        return None
    mine, theirs = (
        numpy.array([(letter.left, letter.bottom) for letter in sheet.letters])
        for sheet in (expected, found)
    )
    middles = mine.mean(axis=0), theirs.mean(axis=0)
    ours, others = mine - middles[0], theirs - middles[1]
    spread = float((others * others).sum())
    scale = float((ours * others).sum()) / spread if spread else 0.0
    if not _FACTORS[0] < scale < _FACTORS[1]:
        return None
    right, down = middles[0] - scale * middles[1]
    return Placement(scale, float(right), float(down), expected.size)


def laid_over(found: Sheet, placement: Placement | None) -> Sheet:
    """Return a page as it lies over the page of the brief."""
    if placement is None:
        return found
    return replace(
        found,
        letters=tuple(map(placement.letter, found.letters)),
        scale=placement.scale,
        shift=(placement.right, placement.down),
        canvas=placement.canvas,
    )


def is_bare_around(sheet: Sheet) -> bool:
    """Tell whether the paper around the page of the brief is white."""
    if sheet.canvas is None:
        return True
    dots = sheet.page.render(scale=_COARSE / 72).to_numpy()[:, :, :3].copy()
    (left, right), (top, bottom) = (
        (
            max(round(edge / sheet.scale * _COARSE / DPI), 0)
            for edge in (-move, size * DPI / 72 - move)
        )
        for move, size in zip(sheet.shift, sheet.canvas, strict=True)
    )
    dots[top : bottom + 1, left : right + 1] = 255
    return bool((dots > _BLANK).all())
