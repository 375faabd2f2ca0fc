"""Lay out the cards of single figures: in rows of six columns, about evenly high.

A card has two, three, four or all six of them; a long one the more. On the pages of a
booklet it has half of them or all. The measures are those of the styles, in points.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from briefs.document import SingleFigure
from briefs.render.typeface import widths as letters

Singles: TypeAlias = Sequence[SingleFigure]

Row: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide a card of so many columns is, and how rows may be parted."""

    widths: Mapping[int, float]
    rows: tuple[Row, ...]


PAGE = Measure(
    {2: 156.2, 3: 240.4, 4: 324.6, 6: 493.0},
    ((2, 2, 2), (3, 3), (2, 4), (4, 2), (6,)),
)
HALF = Measure({3: 160.0, 6: 330.0}, ((3, 3), (6,)))

_AROUND = 29.0  # the value, the rule and the space between two rows
_LINE, _SMALL_LINE, _USUAL = 13.0, 11.0, 8.5


def spread(
    singles: Singles, small: float, measure: Measure = PAGE
) -> tuple[SingleFigure, ...]:
    """Return the cards, each with the columns it takes, so that they are lowest.

    `small` is the size of small print.
    """
    _, spans = _lowest(singles, small, measure)
    return tuple(
        replace(one, span=span) for one, span in zip(singles, spans, strict=True)
    )


def height(singles: Singles, small: float, measure: Measure = PAGE) -> float:
    """Return how high the cards are when they are spread."""
    return _lowest(singles, small, measure)[0]


def alone(
    single: SingleFigure, small: float, width: float = 156.2, *, scale: float = 1
) -> float:
    """Return how high a card of a width is; clear print has lines of a larger scale."""
    said = single.translation.parts if single.translation else ()
    small_print = (single.period, single.reported_by, single.citation, *single.notes)
    size = small / 0.85
    lines = letters.lines(" ".join(said), width, size)
    lines += sum(
        letters.lines(quote, width, size, family=letters.SERIF)
        for quote in single.counted
    )
    low = letters.lines(" · ".join(small_print), width, small) * _SMALL_LINE
    return (_AROUND + lines * _LINE + low) * scale


def _lowest(singles: Singles, small: float, measure: Measure) -> tuple[float, Row]:
    """Return the least height of the cards, and their columns; the order is kept."""
    best: list[tuple[float, Row]] = [(0.0, ())]
    scale = small / _USUAL
    for end in range(1, len(singles) + 1):
        found = []
        for row in measure.rows:
            begin = end - len(row)
            if begin < 0:
                continue
            cards = zip(singles[begin:end], row, strict=True)
            high = max(
                alone(one, small, measure.widths[span], scale=scale)
                for one, span in cards
            )
            found.append((best[begin][0] + high, (*best[begin][1], *row)))
        best.append(min(found, key=lambda one: one[0]))
    return best[-1]
