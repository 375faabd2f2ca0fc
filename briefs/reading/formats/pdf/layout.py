"""Tell the paragraphs and headings of a PDF by place, size and weight of its rows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from briefs.reading import labels
from briefs.reading.composing import Row as TextRow
from briefs.reading.composing import Told
from briefs.reading.formats.pdf import grids
from briefs.reading.formats.pdf.lined import merged
from briefs.reading.formats.pdf.measures import WIDE, Measures, measure
from briefs.reading.formats.pdf.rows import Row
from briefs.reading.plain.blocks import LONGEST_HEADING, STARTS_UPPER, Part, is_caps
from briefs.reading.plain.spacing import ends_sentence
from briefs.reading.plain.tables import is_head

_COLUMN_ROWS = 5
_SAME_SIZE = 0.6
_AT_LEADING = 0.1
_FREE = 1.5
_RUN_IN = regex.compile(r"\p{Lu}[^.:!?;,]{3,60}:\s+[\p{Lu}\p{N}“]")
_GOES_ON = regex.compile(
    r"(?i)(?:,|\b(?:and|or|of|the|for|to|in|with|by|from|и|или|в|на|по|с|о|от|для|жана|же))$"
)
_LOWER = regex.compile(r"[“„«\"'(]?\p{Ll}")


def blocks(
    stands: Sequence[Sequence[Row]], numbers: Sequence[int], noted: Sequence[Row]
) -> Iterator[Told]:
    """Yield the blocks that place, size and weight of the rows tell, page by page.

    `numbers` are those of the pages, `noted` the notes at their feet.
    """
    rows = [row for page in stands for row in _ordered(list(page))]
    if not rows:
        return
    page = measure(rows, noted)
    looks = _looks(rows, page)
    paragraphs = [
        (is_table, one)
        for is_table, run in grids.parted(rows)
        for one in ([run] if is_table else _paragraphs(run, page))
    ]
    styled = sum(_is_styled(one, page) for _, one in paragraphs) > 2
    for is_table, one in paragraphs:
        if is_table:
            yield from _table(one, numbers)
            continue
        text = said(one)
        short = len(text) <= LONGEST_HEADING * 2
        if _is_styled(one, page) and short and not text.endswith((".", ",", ";")):
            depth = looks[_look(one[0])]
            yield block(one, Part.HEADING, numbers, depth)
        elif styled and not is_caps(text) and not is_section(text):
            yield block(one, Part.TEXT, numbers)
        else:
            yield block(one, Part.PROSE, numbers)


def _table(rows: Sequence[Row], numbers: Sequence[int]) -> Iterator[Told]:
    for index, row in enumerate(rows):
        texts = [cell.text.strip() for cell in row.cells]
        part = Part.HEAD if index == 0 and is_head(texts) else Part.ROW
        cells = tuple(TextRow(text, numbers[row.page]) for text in texts)
        yield replace(block([row], part, numbers), rows=cells)


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


_Look = tuple[float, bool, bool, bool]


def _look(row: Row) -> _Look:
    return row.size, *row.style


def _looks(rows: Sequence[Row], page: Measures) -> dict[_Look, int]:
    """Return the depth of each look of headings, the largest first."""
    styles = {_look(row) for row in rows if page.stands_out(row)}
    ordered = sorted(styles, key=lambda look: (-look[0], not look[1], look[2:]))
    return {look: depth for depth, look in enumerate(ordered, start=1)}


def is_styled(rows: Sequence[Row], page: Measures) -> bool:
    """Tell rows that look like a title."""
    text = said(rows)
    short = len(text) <= LONGEST_HEADING * 2 and not text.endswith((".", ",", ";"))
    return short and _is_styled(rows, page)


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
        if _ends(block[0], above, below, page):
            yield block
            block = []
        block.append(below)
    yield block


def _ends(first: Row, above: Row, below: Row, page: Measures) -> bool:
    """Tell whether a paragraph that begins with a row ends between two of its rows."""
    gap = above.middle - below.middle
    one_size = abs(above.size - below.size) <= _SAME_SIZE
    standing = page.stands_out(above) and page.stands_out(first)
    if one_size and not standing and _lays_stress(above, below, page):
        return False
    if standing and one_size and _runs_in(above, below, page):
        standing = page.stands_out(below)
    if standing != page.stands_out(below) or not one_size:
        return True
    if above.page != below.page or gap < -page.leading:
        on = _same_look(above, below) if standing else goes_on(above, below, page)
        return not on
    if gap > (page.title_gap(above) if standing else page.leading * WIDE):
        return True
    if standing:
        return _ends_title(above, below, page)
    return _ends_text(above, below, page)


def _lays_stress(above: Row, below: Row, page: Measures) -> bool:
    """Tell a row that stands out only since its paragraph lays stress on its words."""
    inside = page.stands_out(below) and not is_section(below.text)
    on = page.gapped or not ends_sentence(above.text.strip())
    return inside and on and page.is_full(above, below) and _is_next(above, below, page)


def _is_next(above: Row, below: Row, page: Measures) -> bool:
    """Tell two rows as far from each other as those of a paragraph are."""
    off = abs(above.middle - below.middle - page.leading)
    return above.page == below.page and off < page.leading * _AT_LEADING


def _runs_in(above: Row, below: Row, page: Measures) -> bool:
    """Tell a row that stands out only since it is the heading of its paragraph."""
    if not _is_next(above, below, page):
        return False
    said = above.text.rstrip()
    if above.bold and not said.endswith(":"):
        # The words go on below in the same look, or at least within a sentence.
        on = below.opens == (above.bold, above.italic) or not _opens(below)
        return on and not ends_sentence(said) and page.is_full(above, below)
    return page.is_full(above, below) or page.gapped


def _ends_title(above: Row, below: Row, page: Measures) -> bool:
    """Tell whether another title begins with the next row."""
    if is_section(below.text):
        return True
    if _GOES_ON.search(above.text.strip()):
        return False
    other = above.style != below.style or not _is_aligned(above, below)
    return _opens(below) and (other or page.is_short(above, below))


def _is_aligned(above: Row, below: Row) -> bool:
    """Tell rows that begin at one edge, or stand around one middle."""
    middles = abs(above.left + above.right - below.left - below.right) / 2
    return min(abs(above.left - below.left), middles) < above.size


def _ends_text(above: Row, below: Row, page: Measures) -> bool:
    """Tell whether a paragraph of the text ends with a row."""
    ended = ends_sentence(above.text.strip())
    full = page.is_full(above, below)
    if _opens(below) and not full:
        gap = above.middle - below.middle
        if gap > page.leading * (1 + _AT_LEADING) or page.is_indented(below):
            return True
        if ended and not (page.indents or page.gapped):
            return page.is_closed(above) is not False
    if labels.is_bullet(below.text.strip()) or is_section(below.text):
        return ended or not full
    if labels.opening(below.text.strip()) and ended and not full:
        return True
    if not ended or not _opens(below):
        return False
    plain = not (page.indents or page.gapped)
    runs_in = plain and bool(_RUN_IN.match(below.text.strip()))
    closed = plain and page.is_closed(above) is True
    return closed or runs_in or page.is_indented(below)


def _opens(row: Row) -> bool:
    return bool(STARTS_UPPER.match(row.text.strip()))


def goes_on(above: Row, below: Row, page: Measures) -> bool:
    """Tell whether a paragraph goes on over the end of a page or column."""
    if is_section(below.text):
        return False
    if not ends_sentence(above.text.strip()):
        # A title, or the last line before one, had room for the next word.
        return page.is_full(above, below) or not _opens(below)
    room = above.bottom - page.floor_of(above)
    opens = _RUN_IN.match(below.text.strip()) or labels.opening(below.text.strip())
    if opens or room > page.leading * _FREE:
        return False
    if page.indents:
        return not page.is_indented(below)
    closed = page.is_closed(above)
    return page.is_full(above, below) if closed is None else not closed


def _same_look(above: Row, below: Row) -> bool:
    same = _look(above) == _look(below)
    small = bool(_LOWER.match(below.text.strip()))
    return same and small and not is_section(below.text)  # "a. Freedom of …"
