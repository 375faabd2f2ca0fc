"""Find the pages of a plain text without form feeds, and the lines that number them."""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from itertools import combinations, pairwise

from briefs.model import Line
from briefs.reading.plain import furniture
from briefs.reading.plain.spacing import Spacing

_PAGE_GAP = 3
_LONGEST_LINE = 120
_ROOM = 6
_ALONE, _ROMAN, _TITLED, _BOTH = "alone", "roman", "titled", "both"
_READERS = (
    (_ALONE, furniture.alone),
    (_ROMAN, furniture.roman),
    (_TITLED, furniture.titled_roman),
    ("", furniture.closing),
    ("", furniture.opening),
)


def marked(raw: Sequence[Line]) -> tuple[frozenset[int], dict[int, int]]:
    """Return the lines that number the pages where nothing else turns them.

    They are alike but for a number that rises one by one, and say that it is a page's,
    or at least one of them stands inside a sentence: a list is numbered, too, but
    between its items. With each line's number comes the page it names.
    """
    lines = [line for line in raw if line.text.strip()]
    groups = _numbered(lines)
    both = [sorted(one + other) for one, other in combinations(_alternating(groups), 2)]
    found: dict[int, int] = {}
    romans: set[int] = set()
    for name, group in [*groups.items(), *((_BOTH, group) for group in both)]:
        if (_rises(group) and any(_is_page(lines, index) for index, _ in group)) or (
            name == _ALONE and _are_two(lines, group)
        ):
            named = {lines[index].number: number for index, number in group}
            if name in (_ROMAN, _TITLED):
                romans |= named.keys()
            else:
                found |= named
    return frozenset(found.keys() | romans), found


def _numbered(lines: Sequence[Line]) -> dict[str, list[tuple[int, int]]]:
    """Return the places and numbers of lines that may number pages, by their form."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, line in enumerate(lines):
        for name, read in _READERS:
            if (number := read(line.text)) is not None:
                groups[name or furniture.masked(line.text)].append((index, number))
                break
    return groups


def _alternating(
    groups: dict[str, list[tuple[int, int]]],
) -> list[list[tuple[int, int]]]:
    """Return what may be the heads of left or of right pages only: every other one."""
    return [
        group
        for name, group in groups.items()
        if name not in (_ALONE, _ROMAN, _TITLED)
        and len(group) > 1
        and all(after - before == 2 for (_, before), (_, after) in pairwise(group))
    ]


def _rises(group: Sequence[tuple[int, int]]) -> bool:
    if len(group) < furniture.REPEATS:
        return False
    steps = [after - before for (_, before), (_, after) in pairwise(group)]
    return (
        min(steps) > 0
        and sum(step == 1 for step in steps) >= len(steps) * furniture.MOST
    )


def _are_two(lines: Sequence[Line], group: Sequence[tuple[int, int]]) -> bool:
    """Tell two numbers in turn, each alone on a line inside a sentence."""
    numbers = [number for _, number in group]
    inside = all(_interrupts(lines, index) for index, _ in group)
    return len(group) == 2 and numbers[1] - numbers[0] == 1 and inside


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


def _is_page(lines: Sequence[Line], index: int) -> bool:
    return furniture.says_page(lines[index].text) or _interrupts(lines, index)


def _interrupts(lines: Sequence[Line], index: int) -> bool:
    return 0 < index < len(lines) - 1 and _goes_on(lines[index - 1], lines[index + 1])


def _goes_on(above: Line, below: Line) -> bool:
    """Tell whether a sentence of the line above goes on below."""
    unfinished = not furniture.ENDS.match(above.text.strip())
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
    held = {n for n in top if repeated[masks[n - 1]] >= furniture.REPEATS}
    return (held | _cutting(raw)) - _years(raw, top)


def _cutting(raw: Sequence[Line]) -> set[int]:
    """Return the lines of titles that come back and mostly cut a sentence in two.

    The word after such a line would have had room on it: so it was never part of the
    sentence, as a line that is as long as the others may be.
    """
    lines = [line for line in raw if line.text.strip()]
    width = max((len(line.text.strip()) for line in lines), default=0)
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if furniture.is_title(line.text):
            places[" ".join(line.text.split())].append(index)
    found: set[int] = set()
    for text, own in places.items():
        if len(own) < furniture.REPEATS or width > _LONGEST_LINE:
            continue
        cut = [index for index in own if _interrupts(lines, index)]
        roomy = [
            index
            for index in cut
            if len(text) + len(lines[index + 1].text.split()[0]) + _ROOM < width
        ]
        if len(roomy) == len(cut) and len(cut) * 2 >= len(own):
            found |= {lines[index].number for index in own}
    return found


def _years(raw: list[Line], top: set[int]) -> set[int]:
    """Return those lines whose only number is too large for a page: a year's title."""
    return {number for number in top if _names_year(raw[number - 1].text)}
