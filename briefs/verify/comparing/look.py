"""Tell whether two pages look alike: letter by letter, and all ink between letters.

Programs that write a page anew move letters by fractions of a dot and smooth their
edges otherwise. So each letter may lie a dot or two beside its place, and each dot may
be as dark as one of its neighbours; what is left over then is another letter, a letter
under a cover, or no letter.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from briefs.verify.comparing import paper, shades
from briefs.verify.comparing.shades import neighbours, spread
from briefs.verify.comparing.sheets import DPI, Letter, Sheet
from briefs.verify.proof import Difference

_ANOTHER = 1.2
"""Ink left over, in black dots, that makes another letter.

Measured over the letters of nine pages: at most 0.4 after Ghostscript, 0.8 after
printing to a file; at least 2.4 between the letters most alike (у and ү), where these
do not differ in size.
"""

_SIZE = 0.3 / 72 * DPI
"""How much a letter may be wider or higher: a comma is, beside a full stop."""

_SHARE = 0.02
"""The same for large letters, of their size: programs round type by up to 1.7 %."""

_MOVED = 2.5 / 72 * DPI
"""How far a letter may lie from its place, in dots: less than half a line."""

_BESIDE = 2
"""Dots around a letter that are compared with it: a decimal point stands there."""

_INK, _WHITE = 200, 235
_AROUND = 4
_NOTHING = 3
"""Dots of ink that stand alone on one page; after five programs there are none."""

_FAINT = 40
_JOINED = "fijlt"
"""Letters that are joined to an f before them; their boxes are guessed by readers."""

_PAPER = 255
_Layers = tuple[Any, Any, Any]


def differences(number: int, found: Sheet, expected: Sheet) -> Iterator[Difference]:
    """Yield where two pages that read alike do not look alike."""
    if len(found.letters) != len(expected.letters):
        yield Difference(number, "text", expected.text[:200], found.text[:200])
        return
    if not paper.is_bare_around(found):
        yield Difference(number, "look", "", "")
    inks = Ink(expected.ink()), Ink(found.ink())
    unlike = [
        index
        for index, (mine, theirs) in enumerate(_pairs(expected, found))
        if not _alike(mine, theirs, *inks)
    ]
    for first, last in _runs(unlike, expected):
        yield Difference(number, "look", expected.around(first, last), "")
    if not unlike:
        yield from _between(number, found, expected, *inks)


def _pairs(expected: Sheet, found: Sheet) -> Iterator[tuple[Letter, Letter]]:
    """Yield the letters of two pages; a joined letter lies where it lies in ours."""
    before: tuple[Letter, Letter] | None = None
    for mine, theirs in zip(expected.letters, found.letters, strict=True):
        joined = theirs
        if before and before[0].sign == "f" and mine.sign in _JOINED:
            x, y = before[1].left - before[0].left, before[1].top - before[0].top
            joined = Letter(
                theirs.place,
                theirs.sign,
                mine.left + x,
                mine.top + y,
                mine.right + x,
                mine.bottom + y,
            )
        elif mine.sign == "f":
            right = theirs.left + mine.right - mine.left
            joined = theirs._replace(right=right)
        before = (mine, joined)
        yield before


def are_parted_alike(found: Sheet, expected: Sheet) -> bool:
    """Tell whether the gaps between letters are as wide where words are parted.

    For two pages of the same letters, of which one has a blank that the other lacks.
    """
    pages = expected, found
    if len({"".join(one.sign for one in page.letters) for page in pages}) > 1:
        return False
    for before, after in pairwise(zip(*(page.letters for page in pages), strict=True)):
        gaps = [b.left - a.right for a, b in zip(before, after, strict=True)]
        parted = {
            " " in page.text[a.place + 1 : b.place]
            for page, a, b in zip(pages, before, after, strict=True)
        }
        if len(parted) > 1 and abs(gaps[0] - gaps[1]) > _SIZE:
            return False
    return True


class Ink:
    """The dots of a page, and the darkest and lightest neighbour of each."""

    def __init__(self, dots: Any) -> None:
        """Look at a page in shades of grey."""
        self.dots = dots
        self.dark, self.light = neighbours(dots)

    def cut(self, left: int, top: int, width: int, height: int) -> _Layers:
        """Return a part of the page."""
        rows = slice(max(top, 0), max(top + height, 0))
        columns = slice(max(left, 0), max(left + width, 0))
        return (
            self.dots[rows, columns],
            self.dark[rows, columns],
            self.light[rows, columns],
        )


def _without(dots: Any, letters: Iterable[Letter]) -> Any:
    """Return the dots of a page without letters."""
    bare = dots.copy()
    for letter in letters:
        rows = slice(max(int(letter.top) - 3, 0), max(int(letter.bottom) + 4, 0))
        columns = slice(max(int(letter.left) - 3, 0), max(int(letter.right) + 4, 0))
        bare[rows, columns] = _PAPER
    return bare


def _alike(mine: Letter, theirs: Letter, ours: Ink, other: Ink) -> bool:
    """Tell whether a letter looks the same in both pages, and stands where it stood."""
    moved = max(abs(mine.left - theirs.left), abs(mine.top - theirs.top))
    return moved <= _MOVED and same_shape(mine, theirs, ours, other)


def same_shape(mine: Letter, theirs: Letter, ours: Ink, other: Ink) -> bool:
    """Tell whether a letter looks the same, wherever it stands."""
    sizes = [
        (each.right - each.left, each.bottom - each.top) for each in (mine, theirs)
    ]
    allowed = max(_SIZE, _SHARE * max(sizes[0]))
    if any(abs(one - two) > allowed for one, two in zip(*sizes, strict=True)):
        return False
    width, height = (
        max(1, round(max(pair))) + 2 * _BESIDE for pair in zip(*sizes, strict=True)
    )
    left, top = (round(each) - _BESIDE for each in (mine.left, mine.top))
    cut = ours.cut(left, top, width, height)
    left, top = (round(each) - _BESIDE for each in (theirs.left, theirs.top))
    return any(
        _left_over(cut, other.cut(left + x, top + y, width, height)) < _ANOTHER
        for x, y in _NEAR
    )


_NEAR = sorted(
    ((x, y) for x in (-2, -1, 0, 1, 2) for y in (-2, -1, 0, 1, 2)),
    key=lambda place: abs(place[0]) + abs(place[1]),
)


def _left_over(one: _Layers, two: _Layers) -> float:
    """Return the ink by which two cuttings differ, in black dots."""
    import numpy

    if one[0].shape != two[0].shape:
        return float("inf")
    a, a_dark, a_light = (each.astype(numpy.int16) for each in one)
    b, b_dark, b_light = (each.astype(numpy.int16) for each in two)
    over = numpy.maximum(
        numpy.maximum(b_dark - a, a - b_light), numpy.maximum(a_dark - b, b - a_light)
    )
    return float(numpy.clip(over - _FAINT, 0, None).sum()) / _PAPER


def _neighbours(dots: Any) -> tuple[Any, Any]:
    """Return the darkest and the lightest of each dot and its eight neighbours."""
    import numpy

    return spread(dots, numpy.minimum), spread(dots, numpy.maximum)


def _between(
    number: int, found: Sheet, expected: Sheet, ours: Ink, other: Ink
) -> Iterator[Difference]:
    """Yield a difference for what only one page shows beside its letters."""
    if ours.dots.shape != other.dots.shape:
        sizes = (f"{x:.0f} × {y:.0f} pt" for x, y in (expected.size, found.size))
        yield Difference(number, "look", *sizes)
        return
    letters = (*expected.letters, *found.letters)
    mine, theirs = (_without(each.dots, letters) for each in (ours, other))
    alone = _alone(mine, theirs) + _alone(theirs, mine)
    if alone > _NOTHING or not shades.same(found, expected):
        yield Difference(number, "look", "", "")


def strokes(dots: Any, letters: Iterable[Letter], long: int) -> int:
    """Count the dark dots beside letters that are in no row or column of `long`."""
    import numpy

    dark = _without(dots, letters) < _INK
    kept = numpy.zeros_like(dark)
    for turned, mine in ((dark, kept), (dark.T, kept.T)):
        sums = numpy.cumsum(numpy.pad(turned, ((0, 0), (1, 0))), axis=1, dtype="i2")
        runs = sums[:, long:] - sums[:, :-long] == long
        for row, start in zip(*numpy.nonzero(runs), strict=True):
            mine[row, start : start + long] = True
    return int((dark & ~kept).sum())


def _alone(one: Any, other: Any) -> int:
    """Count the dots of ink where the other page is white all around."""
    import numpy

    around = other
    for _ in range(_AROUND):
        around = spread(around, numpy.minimum)
    return int(((one < _INK) & (around > _WHITE)).sum())


def _runs(unlike: list[int], sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Yield runs of letters that stand together on a line."""
    if not unlike:
        return
    first = unlike[0]
    for one, next_one in pairwise([*unlike, None]):
        if one is None:
            return
        here = sheet.letters[one]
        there = sheet.letters[next_one] if next_one is not None else None
        same_line = there is not None and abs(there.bottom - here.bottom) < DPI / 8
        if next_one is None or next_one - one > 12 or not same_line:
            yield first, one
            first = next_one if next_one is not None else one
