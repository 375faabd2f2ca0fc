"""Read a PDF with a text layer: by its own structure first, else by its layout."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from briefs.model import Line
from briefs.reading.composing import Extract, Told, levelled
from briefs.reading.composing import Row as TextRow
from briefs.reading.formats.pdf import asides, layout, tags, web
from briefs.reading.formats.pdf.lined import beside, merged
from briefs.reading.formats.pdf.measures import Measures, measure
from briefs.reading.formats.pdf.rows import Row, Sheet, sheets
from briefs.reading.plain import furniture
from briefs.reading.plain.blocks import Part

_TAGGED = 0.6
_FEW_LETTERS = 20


def extract(content: bytes, path: Path) -> Extract:
    """Return the blocks of a PDF; `path` names it in messages.

    Raises CorpusError when it is damaged, locked or endless.
    """
    found = sheets(content, path)
    page = web.site(content, found)
    found, around = _freed(found, page is not None)
    stands, taken, first = _apart(found)
    taken += around
    numbers = _numbers(found, first)
    stands, noted = asides.notes(stands)
    stands, listed = asides.contents(stands)
    low = [row for rows in noted for row in rows]
    told = _by_structure(content, stands, numbers, low)
    if told is not None:
        blocks, untagged = told
        taken += untagged
        how = "PDF, by its structure"
    else:
        blocks, how = list(layout.blocks(stands, numbers, low)), "PDF, by its layout"
    site: list[Told] = []
    if page is not None:
        blocks, site = web.parted(blocks, page)
    blocks = list(_among(levelled(blocks), listed, noted, numbers))
    empty = [
        numbers[index]
        for index, sheet in enumerate(found)
        if sum(len(row.text.strip()) for row in sheet.rows) < _FEW_LETTERS
    ]
    return Extract(
        blocks=tuple(blocks),
        furniture=(
            *(TextRow(row.text, numbers[row.page]) for row in taken),
            *(row for block in site for row in block.rows),
        ),
        pages=len(found),
        lost=tuple(empty),
        how=how,
    )


def _freed(found: Sequence[Sheet], printed: bool) -> tuple[list[Sheet], list[Row]]:
    """Return the pages without what is printed over them, and a site's menus."""
    freed, taken = [], []
    for sheet, over in zip(found, asides.overlaid(found), strict=True):
        rows = [row for row in sheet.rows if row not in over]
        links = web.menus(rows) if printed else []
        inside = tuple(row for row in rows if row not in links)
        freed.append(replace(sheet, rows=inside))
        taken += [*over, *links]
    return freed, taken


def _apart(found: Sequence[Sheet]) -> tuple[list[list[Row]], list[Row], int | None]:
    """Return the rows of the text by page, those of the furniture, the first number."""
    ordered = [merged(list(sheet.rows)) for sheet in found]
    fixed = asides.fixed(ordered)
    ordered = [[row for row in rows if row not in fixed] for rows in ordered]
    count = 0
    lines: list[list[Line]] = []
    by_number: dict[int, tuple[int, Row]] = {}
    for page, rows in enumerate(ordered):
        lines.append([])
        for row in rows:
            count += 1
            lines[-1].append(Line(count, 0, row.text, page))
            by_number[count] = (page, row)
    pages = furniture.peeled(lines)
    out: list[list[Row]] = [[] for _ in found]
    for number in pages.furniture:
        page, row = by_number[number]
        out[page].append(row)
    for row in fixed:
        out[row.page].append(row)
    stands, taken = [], []
    for sheet, gone in zip(found, out, strict=True):
        inside = asides.without(sheet.rows, gone)
        stands.append(inside)
        taken += [row for row in sheet.rows if row not in inside]
    return stands, taken, pages.first


def _among(
    blocks: Iterable[Told],
    listed: Sequence[Sequence[Row]],
    noted: Sequence[Sequence[Row]],
    numbers: Sequence[int],
) -> Iterator[Told]:
    """Yield the contents, then the blocks, those of a page before its notes."""
    for rows in listed:
        yield layout.block(rows, Part.CONTENTS, numbers)
    waiting = [layout.block(rows, Part.NOTE, numbers) for rows in noted]
    for block in blocks:
        while waiting and (waiting[0].rows[0].page or 0) < (block.rows[0].page or 0):
            yield waiting.pop(0)
        yield block
    yield from waiting


def _numbers(found: Sequence[Sheet], first: int | None) -> list[int]:
    """Return the number of each page: as labelled, as printed, or as counted."""
    labelled = [sheet.label for sheet in found]
    if all(label.isdecimal() for label in labelled) and labelled[:1] != ["1"]:
        return [int(label) for label in labelled]
    start = first if first is not None and first > 0 else 1
    return [index + start for index in range(len(found))]


def _by_structure(
    content: bytes,
    stands: Sequence[Sequence[Row]],
    numbers: Sequence[int],
    noted: Sequence[Row],
) -> tuple[list[Told], list[Row]] | None:
    """Return the blocks that a tagged PDF tells, and the rows outside of them.

    None where it tells too little.
    """
    elements = tags.elements(content)
    if not elements:
        return None
    marked: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for rows in stands:
        for row in rows:
            marked[row.page, row.mark].append(row)
    every = [row for rows in stands for row in rows]
    letters = sum(len(row.text) for row in every if row.mark >= 0)
    letters = max(letters, sum(len(row.text) for row in every) // 2)
    found, told = [], 0
    for element in elements:
        rows = [
            row
            for leaf in element.leaves
            for row in marked.pop((leaf.page, leaf.mark), ())
        ]
        if rows:
            told += sum(len(row.text) for row in rows)
            found.append((element, list(_lined(rows))))
    if told < letters * _TAGGED:
        return None
    outside = [row for rows in marked.values() for row in rows]
    return list(_whole(found, numbers, noted)), outside


def _whole(
    found: Sequence[tuple[tags.Element, list[Row]]],
    numbers: Sequence[int],
    noted: Sequence[Row],
) -> Iterator[Told]:
    """Yield blocks, those that a page or column has cut in two made whole."""
    page = measure([row for _, rows in found for row in rows], noted)
    titled = any(element.part is Part.HEADING for element, _ in found)
    open_rows: list[Row] = []
    for element, rows in found:
        part, level = element.part, element.level
        styled = layout.is_styled(rows, page)
        if part is Part.TEXT and layout.is_section(layout.said(rows)):
            part = Part.HEADING
        elif part is Part.TEXT and not titled and styled:
            part, level = Part.HEADING, 0
        goes_on = open_rows and not styled and _is_cut(open_rows[-1], rows[0], page)
        if part is Part.TEXT and goes_on:
            open_rows += rows
            continue
        if open_rows:
            yield layout.block(open_rows, Part.TEXT, numbers)
        open_rows = list(rows) if part is Part.TEXT else []
        if part is not Part.TEXT:
            yield layout.block(rows, part, numbers, level)
    if open_rows:
        yield layout.block(open_rows, Part.TEXT, numbers)


def _is_cut(above: Row, below: Row, page: Measures) -> bool:
    """Tell whether a page or column ends between two rows, and no paragraph."""
    crossing = above.page != below.page or below.middle > above.middle
    return crossing and layout.goes_on(above, below, page)


def _lined(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows with neighbours on one base line joined, in the order given."""
    last: Row | None = None
    for row in rows:
        if last and last.page == row.page and _level(last, row):
            last = beside(last, row)
            continue
        if last:
            yield last
        last = row
    if last:
        yield last


def _level(one: Row, other: Row) -> bool:
    return abs(one.middle - other.middle) < max(one.size, other.size) * 0.5
