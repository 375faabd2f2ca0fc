"""Measure the text of a PDF: its size, its leading, its columns and indents."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefs.reading.formats.pdfrows import Row
from briefs.reading.plain.spacing import ends_sentence

WIDE = 1.3
"""How many times the usual leading is a gap."""

_NEARLY = 1.15
"""How much wider lines may stand that are as far apart as others."""

_LARGER, _AS_LARGE = 1.08, 0.95
_COMMON = 0.1
_BLOCK = 0.4
_INDENT = 0.8
_FURTHEST = 4
_INDENTS = 0.02
_OFTEN = 0.3
_MUCH = 1.25


@dataclass(frozen=True, slots=True)
class Measures:
    """The size of the text, its leading and the edges of its columns, in points.

    `indents` tells that paragraphs begin with an indent, `gapped` that there is room
    between them; `floor` is how low the rows of all but the fullest pages reach.
    """

    body: float
    leading: float
    lefts: tuple[float, ...]
    rights: dict[float, float]
    indents: bool
    gapped: bool = True
    floor: float = 0

    def stands_out(self, row: Row) -> bool:
        """Tell a row that is larger than the text, or bold, or in italics."""
        marked = (row.bold or row.italic) and row.size > self.body * _AS_LARGE
        return marked or row.size > self.body * _LARGER

    def title_gap(self, row: Row) -> float:
        """Return the distance at which the next row is of another title.

        The lines of a title are set as far apart as those of the text, by its size.
        """
        set_as_text = row.size * self.leading / self.body * _NEARLY
        return max(max(self.leading, row.size) * WIDE, set_as_text)

    def edge(self, row: Row) -> float:
        """Return the left edge of the column in which a row stands."""
        return max((left for left in self.lefts if left <= row.left + 1), default=0)

    def is_indented(self, row: Row) -> bool:
        """Tell a row that stands a little to the right of its column's edge."""
        return _INDENT < (row.left - self.edge(row)) / self.body < _FURTHEST

    def is_short(self, above: Row, below: Row) -> bool:
        """Tell a row that had room for much more than the first word after it."""
        return self._room(above, below, _MUCH) > 0

    def is_full(self, above: Row, below: Row) -> bool:
        """Tell a row that had no room for the first word of the row after it."""
        return self._room(above, below) < 0

    def _room(self, above: Row, below: Row, times: float = 1.0) -> float:
        """Return what is left of a row when the next word is set at its end."""
        letters = len(below.text.split()[0]) + 1
        width = (above.right - above.left) / max(len(above.text), 1)
        more = letters if times == 1.0 else letters * times + 1
        right = self.rights.get(self.edge(above), above.right)
        return right - above.right - more * width


def measure(rows: Sequence[Row]) -> Measures:
    """Return the measures of a text, which are those that most of its rows have."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    body = sizes.most_common(1)[0][0]
    lefts = Counter(round(row.left) for row in rows if row.size == body)
    most = sum(lefts.values()) * _COMMON
    edges = sorted(left for left, times in lefts.items() if times >= most)
    columns = tuple(_columns(edges, [r for r in rows if r.size == body], body))
    page = Measures(body, _leading(rows, body), columns, {}, indents=False)
    for row in rows:
        if row.size == body:  # a title may reach over two columns
            left = page.edge(row)
            page.rights[left] = max(page.rights.get(left, 0), row.right)
    starts = sum(
        ends_sentence(above.text.strip()) and page.is_indented(below)
        for above, below in pairwise(rows)
        if above.size == below.size == body
    )
    return replace(
        page,
        indents=starts > len(rows) * _INDENTS,
        gapped=_has_gaps(rows, page),
        floor=_floor(rows),
    )


def _has_gaps(rows: Sequence[Row], page: Measures) -> bool:
    """Tell whether there is room after a row that surely ends a paragraph."""
    ends = [
        above.middle - below.middle
        for above, below in pairwise(rows)
        if above.size == below.size == page.body
        and above.page == below.page
        and above.middle > below.middle
        and ends_sentence(above.text.strip())
        and not page.is_full(above, below)
    ]
    wide = sum(gap > page.leading * WIDE for gap in ends)
    return not ends or wide > len(ends) * _OFTEN


def _floor(rows: Sequence[Row]) -> float:
    """Return how low the rows reach on all but the fullest tenth of the pages."""
    feet: dict[int, float] = {}
    for row in rows:
        feet[row.page] = min(feet.get(row.page, row.bottom), row.bottom)
    lowest = sorted(feet.values())
    return lowest[len(lowest) // 10]


def _columns(edges: Sequence[int], rows: Sequence[Row], body: float) -> Iterator[float]:
    """Yield those edges at which columns and set-in blocks stand.

    Where hardly two rows in a row stand a little right of an edge, they are the first
    ones of paragraphs.
    """
    after = Counter(
        round(below.left)
        for above, below in pairwise(rows)
        if round(above.left) == round(below.left)
    )
    times = Counter(round(row.left) for row in rows)
    for index, edge in enumerate(edges):
        near = any(edge - other < _FURTHEST * body for other in edges[:index])
        if not near or after[edge] > times[edge] * _BLOCK:
            yield edge


def _leading(rows: Sequence[Row], body: float) -> float:
    """Return the distance between the lines of a paragraph, in points."""
    gaps: Counter[float] = Counter()
    for above, below in pairwise(rows):
        gap = above.middle - below.middle
        if above.page == below.page and above.size == below.size == body and gap > 0:
            gaps[round(gap, 1)] += 1
    common = gaps.most_common(3)
    strong = [gap for gap, times in common if times >= common[0][1] * _OFTEN]
    return min(strong, default=body * WIDE)
