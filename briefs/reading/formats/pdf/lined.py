"""Put the rows of a PDF that stand on one line together."""

from dataclasses import replace

from briefs.reading.formats.pdf.rows import RAISED, Cell, Row


def merged(rows: list[Row]) -> list[Row]:
    """Return rows with those joined that stand beside each other on one line."""
    found: list[Row] = []
    for row in sorted(rows, key=lambda row: (-round(row.middle), row.left)):
        last = found[-1] if found else None
        if last and abs(last.middle - row.middle) < row.size * 0.5:
            found[-1] = beside(last, row)
        else:
            found.append(row)
    return found


def beside(left: Row, right: Row) -> Row:
    """Return the row that two rows on one line make."""
    if right.left < left.left:
        left, right = right, left
    mark = right.text.strip()
    raised = right.size < left.size * 0.85 and right.bottom > left.bottom
    if mark.isdecimal() and len(mark) <= 3 and raised:
        right = replace(right, text=mark.translate(RAISED), left=left.right)
    near = right.left - left.right < left.size * 0.15
    glue = "" if near or left.text[-1:].isspace() or right.text[:1].isspace() else " "
    wide = left if len(left.text) >= len(right.text) else right
    return replace(
        wide,
        text=left.text + glue + right.text,
        left=left.left,
        right=max(left.right, right.right),
        bottom=min(left.bottom, right.bottom),
        top=max(left.top, right.top),
        bold=left.bold and right.bold,
        italic=left.italic and right.italic,
        ruled=left.ruled and right.ruled,
        leads=left.leads and right.leads,
        cells=_celled(left, right, glue),
        opens=left.opens,
    )


def _celled(left: Row, right: Row, glue: str) -> tuple[Cell, ...]:
    """Return the cells of two rows on one line; what stands near is of one cell."""
    before = left.cells or (Cell(left.text, left.left, left.right),)
    after = right.cells or (Cell(right.text, right.left, right.right),)
    if right.left - left.right > left.size:
        return (*before, *after)
    last, first = before[-1], after[0]
    whole = Cell(last.text + glue + first.text, last.left, first.right)
    cells = (*before[:-1], whole, *after[1:])
    return cells if len(cells) > 1 else ()
