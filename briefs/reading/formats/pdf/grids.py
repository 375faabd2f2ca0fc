"""Find the tables of a PDF: lines of as many cells, one below the other."""

from collections.abc import Iterator, Sequence

from briefs.reading import labels
from briefs.reading.formats.pdf.rows import Cell, Row

_LONGEST = 60
_EVEN = 0.5
_FAR = 4


def parted(rows: Sequence[Row]) -> list[tuple[bool, list[Row]]]:
    """Return the rows in runs, with whether a run is a table, in order."""
    found: list[tuple[bool, list[Row]]] = []
    for is_table, run in _runs(rows):
        if found and not is_table and not found[-1][0]:
            found[-1][1].extend(run)
        else:
            found.append((is_table, run))
    return found


def _runs(rows: Sequence[Row]) -> Iterator[tuple[bool, list[Row]]]:
    run: list[Row] = []
    for row in rows:
        is_line = _is_line(row)
        if run and not (is_line and _follows(run[-1], row)):
            yield len(run) > 1 and _counts(run), run
            run = []
        if is_line:
            run.append(row)
        else:
            yield False, [row]
    if run:
        yield len(run) > 1 and _counts(run), run


def _is_line(row: Row) -> bool:
    """Tell a row of short cells, of which the first is no label of a paragraph."""
    texts = [cell.text.strip() for cell in row.cells]
    short = all(len(text) <= _LONGEST for text in texts)
    return len(texts) > 1 and short and not labels.is_alone(texts[0])


def _follows(above: Row, below: Row) -> bool:
    """Tell whether a line goes on with the table of the line above."""
    if above.page != below.page or len(above.cells) != len(below.cells):
        return False
    near = 0 < above.middle - below.middle < above.size * _FAR
    columns = zip(above.cells, below.cells, strict=True)
    return near and all(_is_aligned(a, b, above.size) for a, b in columns)


def _is_aligned(one: Cell, other: Cell, size: float) -> bool:
    """Tell cells that stand in one column: by an edge or by their middle."""
    edges = abs(one.left - other.left), abs(one.right - other.right)
    middles = abs(one.left + one.right - other.left - other.right) / 2
    return min(*edges, middles) < size * _EVEN


def _counts(run: Sequence[Row]) -> bool:
    """Tell a table: of three columns or more, or with numbers in the second one."""
    if len(run[0].cells) > 2:
        return True
    numbered = sum(any(map(str.isdigit, row.cells[-1].text)) for row in run)
    return numbered * 2 >= len(run)
