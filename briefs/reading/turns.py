"""Find the pages of a plain text without form feeds, and the lines that number them."""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from itertools import pairwise

from briefs.model import Line
from briefs.reading import furniture
from briefs.reading.spacing import Spacing

_PAGE_GAP = 3


def marked(raw: Sequence[Line]) -> tuple[frozenset[int], dict[int, int]]:
    """Return the lines that number the pages where nothing else turns them.

    They are alike but for a number that rises one by one, and at least one of them
    stands inside a sentence: a list is numbered, too, but between its items. With each
    line's number comes the page it names.
    """
    lines = [line for line in raw if line.text.strip()]
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, line in enumerate(lines):
        for name, read in (("alone", furniture.alone), ("", furniture.closing)):
            if (number := read(line.text)) is not None:
                groups[name or furniture.masked(line.text)].append((index, number))
                break
    found: dict[int, int] = {}
    for group in groups.values():
        if _rises(group) and any(_interrupts(lines, index) for index, _ in group):
            found |= {lines[index].number: number for index, number in group}
    return frozenset(found), found


def _rises(group: Sequence[tuple[int, int]]) -> bool:
    if len(group) < furniture.REPEATS:
        return False
    steps = [after - before for (_, before), (_, after) in pairwise(group)]
    return (
        min(steps) > 0
        and sum(step == 1 for step in steps) >= len(steps) * furniture.MOST
    )


def _interrupting(raw: Sequence[Line]) -> list[str]:
    """Return the lines that come back, and once inside a sentence of other lines."""
    lines = [line for line in raw if line.text.strip()]
    counts = Counter(furniture.masked(line.text) for line in lines)
    found, run = [], []
    above: Line | None = None
    for line in lines:
        if counts[furniture.masked(line.text)] >= furniture.REPEATS:
            run.append(line.text)
            continue
        if above and run and _goes_on(above, line):
            found += run
        above, run = line, []
    return found


def _interrupts(lines: Sequence[Line], index: int) -> bool:
    return 0 < index < len(lines) - 1 and _goes_on(lines[index - 1], lines[index + 1])


def _goes_on(above: Line, below: Line) -> bool:
    """Tell whether a sentence of the line above goes on below."""
    unfinished = not furniture.ENDS.search(above.text.strip())
    return unfinished and bool(furniture.LOWER.match(below.text.strip()))


def _names_year(text: str) -> bool:
    """Tell a line whose number could be a year and no page: "Year 2019"."""
    match = furniture.CLOSES.search(text.strip()) or furniture.OPENS.match(text.strip())
    return match is not None and int(match["page"]) >= furniture.FIRST_YEAR


def starts_page(raw: list[Line], index: int, spacing: Spacing) -> bool:
    """Tell whether a page starts at this line where no form feed tells it.

    In double-spaced text it is a line with one leading space right under another line;
    in single-spaced text a line under three lines that are empty to the last space.
    Running headers are left aside.
    """
    line = raw[index].text
    if not line.strip() or index == 0:
        return False
    if spacing is Spacing.DOUBLE:
        return line.startswith(" ") and bool(raw[index - 1].text.strip())
    if spacing is Spacing.SINGLE and index >= _PAGE_GAP:
        return not any(above.text for above in raw[index - _PAGE_GAP : index])
    return False


def turns(raw: list[Line], starts: Sequence[int], headers: Set[int]) -> list[int]:
    """Return how many pages turn before each line: at its start, or above a header."""
    found: list[int] = []
    under_header = False
    for line, start in zip(raw, starts, strict=True):
        opens = line.number in headers and not under_header
        found.append(int(start or opens))
        if line.text.strip():
            under_header = line.number in headers
    return found


def headers(raw: list[Line], starts: Sequence[int]) -> set[int]:
    """Return the numbers of the lines that repeat at the top of pages."""
    top: set[int] = set()
    masks = [furniture.masked(line.text) for line in raw]
    counts = Counter(masks)
    inside = {furniture.masked(text) for text in _interrupting(raw)}
    under_header = False
    for index, line in enumerate(raw):
        if not line.text.strip():
            continue
        above = raw[max(0, index - _PAGE_GAP) : index]
        # A title may repeat between paragraphs; one with a page number is a header.
        numbered = "#" in masks[index] and masks[index] in inside
        set_off = numbered and not any(a.text.strip() for a in above)
        repeats = counts[masks[index]] >= furniture.REPEATS
        placed = starts[index] or set_off or under_header
        under_header = repeats and bool(placed) and furniture.is_title(line.text)
        if under_header:
            top.add(line.number)
    repeated = Counter(masks[number - 1] for number in top)
    return {n for n in top if repeated[masks[n - 1]] >= furniture.REPEATS} - _years(
        raw, top
    )


def _years(raw: list[Line], top: set[int]) -> set[int]:
    """Return those lines whose only number is too large for a page: a year's title."""
    return {number for number in top if _names_year(raw[number - 1].text)}
