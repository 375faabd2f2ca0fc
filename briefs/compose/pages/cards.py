"""Lay out the cards of single figures: in rows of six columns, about evenly high.

A card has two, three, four or all six of them; a long one the more. The measures are
those of `styles/base.css`, in points.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from briefs.document import SingleFigure
from briefs.render.typeface import widths as letters

Singles: TypeAlias = Sequence[SingleFigure]

WIDTHS = {2: 156.2, 3: 240.4, 4: 324.6, 6: 493.0}
"""How wide a card of so many columns is."""

_ROWS = ((2, 2, 2), (3, 3), (2, 4), (4, 2), (6,))
_AROUND = 29.0  # the value, the rule and the space between two rows
_LINE, _SMALL_LINE = 13.0, 11.0


def spread(singles: Singles, small: float) -> tuple[SingleFigure, ...]:
    """Return the cards, each with the columns it takes, so that they are lowest.

    `small` is the size of small print.
    """
    _, spans = _lowest(singles, small)
    return tuple(
        replace(one, span=span) for one, span in zip(singles, spans, strict=True)
    )


def height(singles: Singles, small: float) -> float:
    """Return how high the cards are when they are spread."""
    return _lowest(singles, small)[0]


def alone(single: SingleFigure, small: float, span: int = 2) -> float:
    """Return how high a card is that takes so many columns."""
    said = single.translation.parts if single.translation else ()
    print_ = " · ".join((single.period, single.reported_by, single.citation))
    width, size = WIDTHS[span], small / 0.85
    lines = letters.lines(" ".join(said), width, size)
    lines += sum(
        letters.lines(quote, width, size, family=letters.SERIF)
        for quote in single.counted
    )
    return _AROUND + lines * _LINE + letters.lines(print_, width, small) * _SMALL_LINE


def _lowest(singles: Singles, small: float) -> tuple[float, tuple[int, ...]]:
    """Return the least height of the cards, and their columns; the order is kept."""
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for end in range(1, len(singles) + 1):
        found = []
        for row in _ROWS:
            begin = end - len(row)
            if begin < 0:
                continue
            cards = zip(singles[begin:end], row, strict=True)
            high = max(alone(one, small, span) for one, span in cards)
            found.append((best[begin][0] + high, (*best[begin][1], *row)))
        best.append(min(found, key=lambda one: one[0]))
    return best[-1]
