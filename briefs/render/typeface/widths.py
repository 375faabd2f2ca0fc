"""Measure words in the house's fonts before any page is set.

Widths are the fonts' own advances, without kerning: a line comes out within a letter of
what the page renderer makes of it.
"""

from functools import lru_cache
from pathlib import Path

from briefs.files import cache
from briefs.render.typeface import fonts

SANS, SERIF = "Briefs Sans", "Briefs Serif"


def width(text: str, size: float, *, family: str = SANS, bold: bool = False) -> float:
    """Return how wide a text is on one line, in the unit of its size."""
    advances = _advances(family, 700 if bold else 400)
    usual = advances["о"]
    return size * sum(advances.get(letter, usual) for letter in text)


def lines(
    text: str, room: float, size: float, *, family: str = SANS, bold: bool = False
) -> int:
    """Return on how many lines a text stands in a column `room` wide."""
    advances = _advances(family, 700 if bold else 400)
    usual, blank = advances["о"], advances[" "]
    used, count, most = 0.0, 1, room / size
    for word in text.split():
        wide = sum(advances.get(letter, usual) for letter in word)
        if used and used + blank + wide > most:
            count, used = count + 1, wide
        else:
            used += wide + (blank if used else 0)
    return count if text else 0


@lru_cache(maxsize=8)
def _advances(family: str, weight: int) -> dict[str, float]:
    """Return how far each letter of a font goes on, in parts of its size."""
    file = fonts.file(family, weight, "normal")
    return cache.remember(
        "advances",
        dict[str, float],
        cache.contents([file]),
        lambda: _read(file),
    )


def _read(file: Path) -> dict[str, float]:
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True) as font:
        metrics = font["hmtx"].metrics
        unit = font["head"].unitsPerEm
        return {
            chr(code): metrics[glyph][0] / unit
            for code, glyph in font.getBestCmap().items()
        }
