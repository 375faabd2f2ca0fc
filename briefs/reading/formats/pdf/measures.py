"""Measure the text of a PDF: its size, its leading, its columns and indents."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from briefs.reading.formats.pdf.rows import Row
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
_SPACE = 0.3
_SURE = 5
_NARROWEST = 12
_OVERLONG = 200
_MOSTLY = 0.7


@dataclass(frozen=True, slots=True)
class Measures:
    """The size of the text, its leading and the edges of its columns, in points.

    `indents` tells that paragraphs begin with an indent, `gapped` that there is room
    between them, `spaced` that a space is written after each row but the last of a
    paragraph; `floor` is how low the rows of all but the fullest pages reach, `notes`
    how high the notes reach at the foot of some.
    """

    body: float
    leading: float
    lefts: tuple[float, ...]
    rights: dict[float, float]
    indents: bool
    gapped: bool = True
    spaced: bool = False
    floor: float = 0
    notes: Mapping[int, float] = field(default_factory=dict)

    def stands_out(self, row: Row) -> bool:
        """Tell a row that is larger than the text, bold, in italics or underlined."""
        marked = row.bold or row.italic or row.ruled
        marked = marked and row.size > self.body * _AS_LARGE
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

    def next_column(self, row: Row) -> float:
        """Return where the column to the right of a row's begins."""
        start = self.edge(row) + self.body * _NARROWEST
        return min((left for left in self.lefts if left > start), default=math.inf)

    def is_indented(self, row: Row) -> bool:
        """Tell a row that stands a little to the right of its column's edge."""
        return _INDENT < (row.left - self.edge(row)) / self.body < _FURTHEST

    def is_short(self, above: Row, below: Row) -> bool:
        """Tell a row that had room for much more than the first word after it."""
        return self._room(above, below, _MUCH) > 0

    def is_full(self, above: Row, below: Row) -> bool:
        """Tell a row that had no room for the first word of the row after it."""
        return self._room(above, below) < 0

    def floor_of(self, row: Row) -> float:
        """Return how low the text reaches on a row's page, above the notes if any."""
        above = self.notes.get(row.page, -math.inf) + self.leading
        return max(self.floor, above)

    def is_closed(self, row: Row) -> bool | None:
        """Tell by the space after a row whether it ends its paragraph.

        None where nothing can be told from it: at the margin no space is written.
        """
        if not self.spaced:
            return None
        if row.text[-1:].isspace():
            return False
        free = self.rights.get(self.edge(row), row.right) - row.right
        return True if free > self.body * _SPACE else None

    def _room(self, above: Row, below: Row, times: float = 1.0) -> float:
        """Return what is left of a row when the next word is set at its end."""
        letters = len(below.text.split()[0]) + 1
        width = (above.right - above.left) / max(len(above.text), 1)
        more = letters if times == 1.0 else letters * times + 1
        right = self.rights.get(self.edge(above), above.right)
        return right - above.right - more * width


def measure(rows: Sequence[Row], noted: Sequence[Row] = ()) -> Measures:
    """Return the measures of a text, which are those that most of its rows have.

    `noted` are the notes at the feet of its pages.
    """
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    body = sizes.most_common(1)[0][0]
    lefts = Counter(round(row.left) for row in rows if row.size == body)
    most = sum(lefts.values()) * _COMMON
    edges = sorted(left for left, times in lefts.items() if times >= most)
    columns = tuple(_columns(edges, [r for r in rows if r.size == body], body))
    page = Measures(body, _leading(rows, body), columns, {}, indents=False)
    ends: defaultdict[float, list[float]] = defaultdict(list)
    for row in rows:
        if row.size == body and row.right < page.next_column(row):
            ends[page.edge(row)].append(row.right)
    for left, rights in ends.items():  # a long address may reach over the edge
        page.rights[left] = sorted(rights)[-1 - len(rights) // _OVERLONG]
    starts = sum(
        ends_sentence(above.text.strip()) and page.is_indented(below)
        for above, below in pairwise(rows)
        if above.size == below.size == body
    )
    return replace(
        page,
        indents=starts > len(rows) * _INDENTS,
        gapped=_has_gaps(rows, page),
        spaced=_is_spaced(rows, page),
        floor=_floor(rows),
        notes=_heights(noted),
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


def _is_spaced(rows: Sequence[Row], page: Measures) -> bool:
    """Tell whether rows that go on mostly close with a space, and last rows hardly."""
    inner, last = [], []
    for above, below in pairwise(rows):
        if not above.size == below.size == page.body or above.page != below.page:
            continue
        spaced = above.text[-1:].isspace()
        if below.text[:1].islower():
            inner.append(spaced)
        elif ends_sentence(above.text.strip()) and page.is_short(above, below):
            last.append(spaced)
    few = min(len(inner), len(last)) < _SURE
    often, seldom = len(inner) * _MOSTLY, len(last) * (1 - _MOSTLY)
    return not few and sum(inner) >= often and sum(last) <= seldom


def _heights(noted: Sequence[Row]) -> dict[int, float]:
    """Return how high the notes of each page reach."""
    found: dict[int, float] = {}
    for row in noted:
        found[row.page] = max(found.get(row.page, row.top), row.top)
    return found


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
