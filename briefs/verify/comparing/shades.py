"""Tell whether two pages have the same shades and colors, wherever edges fall.

The edge of a bar and a hairline fall on one dot or on two, as programs round. The mean
of the dots around does not depend on it: means of two pages are compared, each with
those beside its place.
"""

from typing import Any

from briefs.verify.comparing.sheets import Sheet

_DPI = 100
_AROUND = 5
"""Dots whose mean is taken: a square of a little more than a millimetre."""

_SHADE = 40
"""By how much a mean may differ in one of red, green and blue, of 255.

Measured over 23 pages with charts and tables: at most 29 after Ghostscript and printing
to a file, nothing after programs that only repackage.
"""


def same(found: Sheet, expected: Sheet) -> bool:
    """Tell whether two pages of one size show the same shades."""
    import numpy

    one, other = (_means(sheet.colors(_DPI)) for sheet in (found, expected))
    if one.shape != other.shape:
        return False
    over: Any = numpy.int16(0)
    for dots, (dark, light) in ((one, neighbours(other)), (other, neighbours(one))):
        over = numpy.maximum(over, numpy.maximum(dark - dots, dots - light))
    return bool(over.max() <= _SHADE)


def _means(dots: Any) -> Any:
    """Return the mean of the dots around each, but for those along the edges."""
    import numpy

    found = dots.astype(numpy.int32)
    for axis in (0, 1):
        widths = [(1, 0) if each == axis else (0, 0) for each in range(3)]
        sums = numpy.moveaxis(
            numpy.cumsum(numpy.pad(found, widths), axis=axis), axis, 0
        )
        found = numpy.moveaxis(sums[_AROUND:] - sums[:-_AROUND], 0, axis)
    return (found // _AROUND**2).astype(numpy.int16)


def neighbours(dots: Any) -> tuple[Any, Any]:
    """Return the darkest and the lightest of each dot and its eight neighbours."""
    import numpy

    return spread(dots, numpy.minimum), spread(dots, numpy.maximum)


def spread(dots: Any, choose: Any) -> Any:
    """Return for each dot the chosen one of itself and its eight neighbours."""
    wide = dots.copy()
    choose(wide[:, 1:], dots[:, :-1], out=wide[:, 1:])
    choose(wide[:, :-1], dots[:, 1:], out=wide[:, :-1])
    whole = wide.copy()
    choose(whole[1:], wide[:-1], out=whole[1:])
    choose(whole[:-1], wide[1:], out=whole[:-1])
    return whole
