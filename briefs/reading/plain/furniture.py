"""Find the pages of a plain text, and what stands on them for the page's sake.

Running heads, feet and page numbers are known by their place: the head or foot of many
pages, with a number that rises with the page. A line that only repeats is text: a law
repeats its penalties, a yearbook its sentences.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import regex

from briefs.model import Line

FEED = "\f"
SHARE = 0.4
"""Share of all pages that a line must head or foot to be furniture."""

_DIGITS = regex.compile(r"\d+")
_EDGE = 4
REPEATS = 3
MOST = 0.6
FIRST_YEAR = 1900
_LONGEST = 120
# Both are read from the end of a line.
_ENDS_SENTENCE = regex.compile(r"(?r)[.!?…:;,]+[”“»\"’)\]]*")
ENDS = regex.compile(r"(?r)[.!?…:;]+[”“»\"’)\]]*")
_SIGNS = r"\[\](){}<>«»|\-–—~·•*=_#№\s"
_PAGE_WORD = r"(?:p\s?a\s?g\s?e|pg\.?|p\.|стр\.?|страница|с\.|бет|бети|барак)"
_ALONE = regex.compile(
    rf"(?i)(?:\.\s)?[{_SIGNS}]*(?:{_PAGE_WORD}:?\s*)?(?P<page>\d{{1,4}})\.?"
    r"(?:\s*(?:of|/|из|ичинен)\s*(?P<all>\d{1,4}))?"
    rf"(?:[-\s|]*{_PAGE_WORD})?[{_SIGNS}]*(?:\s\.)?"
)
_ROMAN = regex.compile(
    rf"[{_SIGNS}]*(?P<page>[ivxl]{{1,6}})[{_SIGNS}]*"
    r"|[-–—~]\s*(?P<page>[IVXL]{1,6})\s*[-–—~]"
)
_NUMERAL = r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
# "xii  Annual report", "Annual report | xii"
_TITLED_ROMAN = regex.compile(
    rf"^(?P<page>{_NUMERAL})(?=\s[\s|]*\p{{Lu}})|(?<=\p{{L}}[\s|]*\s)(?P<page>{_NUMERAL})$"
)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
OPENS = regex.compile(r"(?:\S+\s+)??(?P<page>\d{1,4})(?=\s|$)")
CLOSES = regex.compile(r"(?<=\s)(?P<page>\d{1,4})(?:\s*(?:of|/|из)\s*\d{1,4})?$")
_WORDED = regex.compile(
    rf"(?i){_PAGE_WORD}:?\s*\d{{1,4}}(?:\s*(?:of|/|из|ичинен)\s*\d{{1,4}})?"
    rf"|\d{{1,4}}\s*[-–]?\s*(?:бет|page|страница|стр\.)"
    rf"|[-–—~]\s*\d{{1,4}}\s*[-–—~]"
)
_DATED = regex.compile(
    r"(?=(?:.*\s)?(?:19|20)\d\d\s)\p{Lu}\p{L}*(?:\s[\p{L}\d,]+)+\s\d{1,3}"
)
LOWER = regex.compile(r"[“„«\"'(]?\p{Ll}")


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a text: `turns` before each line, its furniture, its page numbers.

    `furniture` holds the numbers of lines; `first` is the number printed on the first
    page, None where none is printed or none can be relied on.
    """

    turns: Sequence[int]
    furniture: frozenset[int]
    first: int | None
    jumps: tuple[tuple[int, int], ...] = ()


@lru_cache(maxsize=8192)
def masked(text: str) -> str:
    """Return a line with its digits masked and its white space collapsed."""
    line = " ".join(text.split())
    return _DIGITS.sub("#", _unnumbered(line, "#"))


def fed(raw: Sequence[Line]) -> Pages:
    """Return the pages of lines among which form feeds turn the page."""
    turns = _feeds(raw)
    return replace(peeled(_sheets(raw, turns)), turns=turns)


def peeled(sheets: list[list[Line]]) -> Pages:
    """Return what stands at the head and foot of pages given as lines from the top."""
    furniture: set[int] = set()
    printed: dict[int, int] = {}
    for _ in range(_EDGE):  # A head may have several lines: peel them one by one.
        found = [*_numbered(sheets, printed), *_repeated(sheets)]
        if not found:
            break
        furniture.update(line.number for line in found)
        sheets = [[line for line in s if line.number not in furniture] for s in sheets]
    first, jumps = _printed(printed)
    return Pages((), frozenset(furniture), first, jumps)


def _feeds(raw: Sequence[Line]) -> list[int]:
    """Return how many pages turn right before each line, none before an empty one."""
    turns, waiting = [], 0
    for line in raw:
        body = line.text.lstrip()
        waiting += line.text[: len(line.text) - len(body)].count(FEED)
        turns.append(waiting if body else 0)
        if body:
            waiting = body.count(FEED)
    return turns


def _sheets(raw: Sequence[Line], turns: Sequence[int]) -> list[list[Line]]:
    """Return the lines with text page by page; an empty page has none."""
    sheets: list[list[Line]] = [[]]
    for line, turned in zip(raw, turns, strict=True):
        if any(sheets):
            sheets += [[] for _ in range(turned)]
        if line.text.strip():
            sheets[-1].append(line)
    return sheets


def _numbered(sheets: list[list[Line]], printed: dict[int, int]) -> Iterator[Line]:
    """Yield heads and feet with a number that rises with the page; note the numbers."""
    for edge in (0, -1):
        # Left pages may open with the number that closes right pages.
        for readers in ((alone,), (closing, opening)):
            found = [
                (index, number, sheet[edge])
                for index, sheet in enumerate(sheets)
                for read in readers
                if sheet and (number := read(sheet[edge].text)) is not None
            ]
            steps = Counter(number - index for index, number, _ in found)
            if not steps:
                continue
            step, times = steps.most_common(1)[0]
            filled = sum(bool(sheet) for sheet in sheets)
            enough = times >= min(2, filled) and times >= filled * SHARE
            # A chapter's own numbers may rise, too, but hardly on most of the pages.
            if not enough or (alone not in readers and times < REPEATS):
                continue
            for index, number, line in found:
                if number - index == step or alone in readers:
                    printed[index] = number
                    yield line
            return


def _repeated(sheets: list[list[Line]]) -> Iterator[Line]:
    """Yield heads and feet that say the same on many pages and are no sentence."""
    filled = sum(bool(sheet) for sheet in sheets)
    for edge in (0, -1):
        held = [sheet[edge] for sheet in sheets if sheet]
        counts = Counter(masked(line.text) for line in held)
        most = max(REPEATS, filled * SHARE)
        often = (mask for mask, times in counts.items() if times >= most)
        heads = {mask for mask in often if not _is_sentence(sheets, edge, mask)}
        for line in held:
            if masked(line.text) in heads and is_title(line.text):
                yield line
        romans = [line for line in held if roman(line.text) is not None]
        yield from romans if len(romans) > 1 else ()


def _is_sentence(sheets: list[list[Line]], edge: int, mask: str) -> bool:
    """Tell a repeated line that opens or goes on with a sentence from one between two.

    At the head the line below goes on while the page before had ended, and at the foot
    the line above had ended while the next page goes on.
    """
    inside = parted = 0
    full = [sheet for sheet in sheets if sheet]
    end: Line | None
    start: Line | None
    for before, after in pairwise([[], *full, []]):
        sheet, other = (after, before) if edge == 0 else (before, after)
        if not sheet or masked(sheet[edge].text) != mask or len(sheet) < 2:
            continue
        if edge == 0:
            end, start = (other[-1] if other else None), sheet[1]
        else:
            end, start = sheet[-2], (other[0] if other else None)
        goes_on = start is not None and LOWER.match(start.text.strip())
        ended = end is None or ENDS.match(end.text.strip())
        inside += bool(goes_on and ended)
        parted += bool(goes_on and not ended)
    return inside > parted


def is_title(text: str) -> bool:
    """Tell a line that stands by itself from one that is part of a sentence."""
    line = _unnumbered(text.strip(), "")
    if len(line) > _LONGEST or LOWER.match(line.strip()):
        return False
    return not _ENDS_SENTENCE.match(line)


def alone(text: str) -> int | None:
    """Return the number of a line that is a page's number and nothing else."""
    match = _ALONE.fullmatch(text.strip())
    return _page(match)


def closing(text: str) -> int | None:
    """Return the number that closes a line which is no sentence."""
    return _page(CLOSES.search(text.strip())) if _is_set_apart(text) else None


def roman(text: str) -> int | None:
    """Return the number of a line that is a Roman page number and nothing else."""
    match = _ROMAN.fullmatch(text.strip())
    return _value(match["page"].lower()) if match else None


def titled_roman(text: str) -> int | None:
    """Return the Roman number that opens or closes a title."""
    match = _roman_of(text.strip()) if _is_set_apart(text) else None
    return _value(match["page"]) if match else None


def _roman_of(line: str) -> regex.Match[str] | None:
    has_edge = bool(line) and (line[0] in _VALUES or line[-1] in _VALUES)
    return _TITLED_ROMAN.search(line) if has_edge else None


def _unnumbered(line: str, sign: str) -> str:
    """Return a title with a sign for the Roman number that opens or closes it."""
    if len(line) > _LONGEST or not (match := _roman_of(line)):
        return line
    return line[: match.start()] + sign + line[match.end() :]


def _value(numeral: str) -> int:
    values = [_VALUES[sign] for sign in numeral]
    return sum(
        -value if value < after else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )


def says_page(text: str) -> bool:
    """Tell a line that says by its words or dashes that it numbers a page.

    So does a title with its year and one more number: "Annual Report 2018 7".
    """
    return bool(_WORDED.fullmatch(text.strip()) or _DATED.fullmatch(text.strip()))


def opening(text: str) -> int | None:
    """Return the number that opens a line which is no sentence."""
    return _page(OPENS.match(text.strip())) if _is_set_apart(text) else None


@lru_cache(maxsize=8)  # each form of a page's number asks it of a line anew
def _is_set_apart(text: str) -> bool:
    line = text.strip()
    return len(line) <= _LONGEST and not _ENDS_SENTENCE.match(line)


def _page(match: regex.Match[str] | None) -> int | None:
    if match is None:
        return None
    number = int(match["page"])
    return number if number < FIRST_YEAR else None


def _printed(
    printed: Mapping[int, int],
) -> tuple[int | None, tuple[tuple[int, int], ...]]:
    """Return the number of the first page where most agree on it, and the jumps."""
    if len(printed) < 2:
        return None, ()
    step, times = Counter(n - i for i, n in printed.items()).most_common(1)[0]
    known = sorted(printed.items())
    jumps = tuple(
        (before, after)
        for (one, before), (other, after) in pairwise(known)
        if after - before != other - one and after > before
    )
    return (step if times >= len(printed) * MOST else None), jumps
