"""Say how large the front page is set, as usual and in clear print.

The measures are those of `styles/base.css` and `styles/clear.css`, in points.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from briefs.compose.pages.plan import CLEAR, Words

TILE, WIDE_TILE = 156.2, 240.4
"""The widths of tiles, of which three or two stand in a row."""

_SECTION = 15.0 + 10.75  # the space around the line of a heading


@dataclass(frozen=True, slots=True)
class Print:
    """How large the front is set: running text, stand-first and small print.

    `picture` is the height of the years beside a number; for so many `letters` the
    templates keep a line of the label of a tile, by its width.
    """

    size: float
    line: float
    stand: float
    stand_line: float
    small: float
    small_line: float
    picture: float
    letters: Mapping[float, int]

    @property
    def section(self) -> float:
        """The space before a heading, and the heading."""
        return _SECTION + self.line


USUAL = Print(
    10, 13, 12.5, 17, 8.5, 11, picture=52.5, letters={TILE: 26, WIDE_TILE: 48}
)
CLEAR_PRINT = Print(
    12, 15.6, 13, 17.5, 10, 12.5, picture=61.8, letters={TILE: 21, WIDE_TILE: 40}
)


def of(words: Words) -> Print:
    """Return how large the front of a design is set."""
    return CLEAR_PRINT if words.size >= CLEAR else USUAL
