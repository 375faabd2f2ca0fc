"""Tell the paragraphs and headings of a PDF by place, size and weight of its rows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from briefs.reading import labels
from briefs.reading.composing import Row as TextRow
from briefs.reading.composing import Told
from briefs.reading.formats.pdfrows import Row, merged
from briefs.reading.plain.blocks import LONGEST_HEADING, Part, is_caps
from briefs.reading.plain.spacing import ends_sentence

_LARGER = 1.08
_COLUMN_ROWS = 5
_COMMON = 0.1
_BLOCK = 0.4
_INDENT = 0.8
_FURTHEST = 4
_INDENTS = 0.02
_LOWER = regex.compile(r"[“„«\"'(]?\p{Ll}")


@dataclass(frozen=True, slots=True)
class Measures:
    """The size of the text, its leading and the edges of its columns, in points.

    `indents` tells that paragraphs begin with an indent.
    """

    body: float
    leading: float
    lefts: tuple[float, ...]
    rights: dict[float, float]
    indents: bool

    def stands_out(self, row: Row) -> bool:
        """Tell a row that is larger or bolder than the text."""
        return row.size > self.body * _LARGER or (
            row.bold and row.size > self.body * 0.95
        )

    def edge(self, row: Row) -> float:
        """Return the left edge of the column in which a row stands."""
        return max((left for left in self.lefts if left <= row.left + 1), default=0)

    def is_indented(self, row: Row) -> bool:
        """Tell a row that stands a little to the right of its column's edge."""
        return _INDENT < (row.left - self.edge(row)) / self.body < _FURTHEST

    def is_full(self, above: Row, below: Row) -> bool:
        """Tell a row that had no room for the first word of the row after it."""
        word = len(below.text.split()[0]) + 1
        width = (above.right - above.left) / max(len(above.text), 1)
        right = self.rights.get(self.edge(above), above.right)
        return above.right + word * width > right


def blocks(stands: Sequence[Sequence[Row]], numbers: Sequence[int]) -> Iterator[Told]:
    """Yield the blocks that place, size and weight of the rows tell, page by page.

    `numbers` are those of the pages.
    """
    rows = [row for page in stands for row in _ordered(list(page))]
    if not rows:
        return
    page = measure(rows)
    looks = _looks(rows, page)
    paragraphs = list(_paragraphs(rows, page))
    styled = sum(_is_styled(one, page) for one in paragraphs) > 2
    for one in paragraphs:
        text = said(one)
        short = len(text) <= LONGEST_HEADING * 2
        if _is_styled(one, page) and short and not text.endswith((".", ",", ";")):
            depth = looks[one[0].size, one[0].bold]
            yield block(one, Part.HEADING, numbers, depth)
        elif styled and not is_caps(text) and not is_section(text):
            yield block(one, Part.TEXT, numbers)
        else:
            yield block(one, Part.PROSE, numbers)


def said(rows: Sequence[Row]) -> str:
    """Return the words of rows."""
    return " ".join(" ".join(row.text for row in rows).split())


def block(
    rows: Sequence[Row], part: Part, numbers: Sequence[int], level: int = 0
) -> Told:
    """Return rows as a block; `numbers` are those of the pages."""
    here = [row for row in rows if row.page == rows[0].page]
    return Told(
        part=part,
        rows=tuple(TextRow(row.text, numbers[row.page]) for row in rows),
        level=level,
        box=(
            min(row.left for row in here),
            min(row.bottom for row in here),
            max(row.right for row in here),
            max(row.top for row in here),
        ),
    )


def is_section(text: str) -> bool:
    """Tell a short text that begins with the label of a section or subsection."""
    short = len(text) <= LONGEST_HEADING and not text.endswith((".", ",", ";"))
    return short and labels.has_section(text)


def _looks(rows: Sequence[Row], page: Measures) -> dict[tuple[float, bool], int]:
    """Return the depth of each look of headings, the largest first."""
    styles = {(row.size, row.bold) for row in rows if page.stands_out(row)}
    ordered = sorted(styles, key=lambda look: (-look[0], not look[1]))
    return {look: depth for depth, look in enumerate(ordered, start=1)}


def _is_styled(rows: Sequence[Row], page: Measures) -> bool:
    return all(page.stands_out(row) for row in rows)


def _ordered(rows: list[Row]) -> list[Row]:
    """Return the rows of a page in reading order, column by column."""
    gutter = _gutter(rows)
    if gutter is None:
        return merged(rows)
    found: list[Row] = []
    left: list[Row] = []
    right: list[Row] = []
    for row in sorted(rows, key=lambda row: (-row.middle, row.left)):
        if row.left < gutter < row.right:
            found += [*merged(left), *merged(right), row]
            left, right = [], []
        else:
            (left if row.right <= gutter else right).append(row)
    return [*found, *merged(left), *merged(right)]


def _gutter(rows: Sequence[Row]) -> float | None:
    """Return where a strip without text parts two columns, None where none does."""
    if len(rows) < 2 * _COLUMN_ROWS:
        return None
    start, end = min(row.left for row in rows), max(row.right for row in rows)
    width = end - start
    best, fewest = None, len(rows)
    for step in range(35, 66):
        place = start + width * step / 100
        crossing = sum(row.left < place < row.right for row in rows)
        sides = (
            sum(row.right <= place for row in rows),
            sum(row.left >= place for row in rows),
        )
        if crossing < fewest and min(sides) >= _COLUMN_ROWS:
            best, fewest = place, crossing
    if best is None or fewest > len(rows) * 0.2:
        return None
    right = [row for row in rows if row.left >= best]
    starts = Counter(round(row.left) for row in right).most_common(1)[0][1]
    return best if starts >= len(right) * 0.5 else None


def _paragraphs(rows: Sequence[Row], page: Measures) -> Iterator[list[Row]]:
    block = [rows[0]]
    for above, below in pairwise(rows):
        if _ends(above, below, page):
            yield block
            block = []
        block.append(below)
    yield block


def _ends(above: Row, below: Row, page: Measures) -> bool:
    """Tell whether a paragraph ends between two rows that follow each other."""
    standing = page.stands_out(above)
    if standing != page.stands_out(below) or abs(above.size - below.size) > 0.6:
        return True
    gap = above.middle - below.middle
    if above.page != below.page or gap < -page.leading:
        return not (
            _same_look(above, below) if standing else goes_on(above, below, page)
        )
    if gap > max(page.leading, above.size if standing else 0) * 1.3:
        return True
    if standing:
        return False
    ended = ends_sentence(above.text.strip())
    full = page.is_full(above, below)
    if labels.is_bullet(below.text.strip()) or is_section(below.text):
        return ended or not full
    if labels.opening(below.text.strip()) and ended and not full:
        return True
    return ended and page.is_indented(below)


def goes_on(above: Row, below: Row, page: Measures) -> bool:
    """Tell whether a paragraph goes on over the end of a page or column."""
    if is_section(below.text):
        return False
    if not ends_sentence(above.text.strip()):
        return True
    if page.indents:
        return not page.is_indented(below)
    return page.is_full(above, below)


def _same_look(above: Row, below: Row) -> bool:
    same = (above.size, above.bold) == (below.size, below.bold)
    return same and bool(_LOWER.match(below.text.strip()))


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
        left = page.edge(row)
        page.rights[left] = max(page.rights.get(left, 0), row.right)
    starts = sum(
        ends_sentence(above.text.strip()) and page.is_indented(below)
        for above, below in pairwise(rows)
        if above.size == below.size == body
    )
    return replace(page, indents=starts > len(rows) * _INDENTS)


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
    strong = [gap for gap, times in common if times >= common[0][1] * 0.3]
    return min(strong, default=body * 1.3)
