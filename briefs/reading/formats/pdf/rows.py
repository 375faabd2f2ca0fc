"""Read a PDF's letters into rows: runs of letters on one base line, with their look."""

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from briefs.errors import CorpusError, Message
from briefs.files import drawings
from briefs.reading.formats.pdf import letters as glyphs
from briefs.reading.formats.pdf.letters import Letter, Link, Rule

if TYPE_CHECKING:
    import pypdfium2

RAISED = str.maketrans("1230456789", "¹²³⁰⁴⁵⁶⁷⁸⁹")
"""What makes of a digit a raised one."""

_GAP = 1.6

# Where a line stands that underlines a row, in sizes of its letters: below and above
# the row's foot, and beyond its ends; and how much of the row it has to cover.
_UNDER, _OVER, _BEYOND, _WHOLLY = 0.1, 0.25, 0.4, 0.85

MOST_PAGES = 3000


class Cell(NamedTuple):
    """A part of a line that wide gaps divide from the others, and its edges."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Row:
    """A run of letters on one base line.

    `page` counts from 0; the box is in points from the lower left of the page; `size`
    is that of most letters; `mark` is the id of marked content, -1 without one.
    `ruled` tells that a line is drawn under the row from end to end, `leads` that it
    is a link and nothing else. `cells` are the parts of a line that wide gaps divide;
    none where nothing divides it. `opens` is the style of its first letter.
    """

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    mark: int
    italic: bool = False
    ruled: bool = False
    leads: bool = False
    cells: tuple[Cell, ...] = ()
    opens: tuple[bool, bool] = (False, False)

    @property
    def middle(self) -> float:
        """The height at which the row stands."""
        return (self.bottom + self.top) / 2

    @property
    def style(self) -> tuple[bool, bool, bool]:
        """What sets its letters apart, their size left aside."""
        return self.bold, self.italic, self.ruled


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its label as the file names it, its size in points, its rows."""

    label: str
    width: float
    height: float
    rows: tuple[Row, ...]


def sheets(content: bytes, path: Path) -> list[Sheet]:
    """Return the pages of a PDF; `path` names it in messages.

    Raises CorpusError when it is damaged, locked by a password or endless.
    """
    import pypdfium2

    _refuse_endless(content, path)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        if locked:
            raise CorpusError(
                Message("{file} is locked by a password", file=path),
                hint=Message("open it, and save it without the password"),
            ) from error
        raise CorpusError(
            Message("{file} is damaged or no PDF file", file=path),
            hint=Message("fetch it again from where it comes from"),
        ) from error
    try:
        if len(document) > MOST_PAGES:
            raise CorpusError(
                Message("{file} has {pages} pages", file=path, pages=len(document)),
                hint=Message("divide it into a file for each report"),
            )
        return [_sheet(document, index) for index in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise CorpusError(
            Message("{file} is damaged or no PDF file", file=path),
            hint=Message("fetch it again from where it comes from"),
        ) from error
    finally:
        document.close()


def _refuse_endless(content: bytes, path: Path) -> None:
    """Raise CorpusError for drawings that hold each other; no report has such."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            endless = drawings.are_endless(document)
    except Exception:  # what it cannot read, the reader of the pages judges
        return
    if endless:
        raise CorpusError(
            Message("{file} is damaged or no PDF file", file=path),
            hint=Message("fetch it again from where it comes from"),
        )


def _sheet(document: "pypdfium2.PdfDocument", index: int) -> Sheet:
    page = document[index]
    text = page.get_textpage()
    try:
        rules, links = glyphs.rules(page), glyphs.links(page)
        rows = [
            replace(row, ruled=_is_ruled(row, rules), leads=_leads(run, links))
            for run in _runs(glyphs.letters(text))
            if (row := _row(index, run))
        ]
        width, height = page.get_size()
        return Sheet(document.get_page_label(index), width, height, tuple(rows))
    finally:
        text.close()
        page.close()


def _runs(letters: Iterator[Letter | None]) -> Iterator[list[Letter]]:
    """Yield letters in runs without a break, a wide gap or a change of mark."""
    run: list[Letter] = []
    for letter in letters:
        if letter is None or (run and _parts(run, letter)):
            if run:
                yield run
            run = []
        if letter is not None:
            run.append(letter)
    if run:
        yield run


def _parts(run: list[Letter], letter: Letter) -> bool:
    last = next((one for one in reversed(run) if one.sign.strip()), run[-1])
    if not letter.sign.strip():
        return False
    height = max(letter.size, last.size, 1)
    apart = letter.left - last.right
    moved = abs(letter.bottom - last.bottom) > height * 0.7
    return (
        moved
        or _is_other(last, letter)
        or apart > height * _GAP
        or apart < -height  # where one text is printed over another
        or (letter.mark != last.mark)
    )


def _is_other(last: Letter, letter: Letter) -> bool:
    """Tell a letter of another text, printed over this one: of other size and line."""
    if not letter.sign.isalpha() or abs(letter.size - last.size) < letter.size * 0.05:
        return False
    return abs(letter.base - last.base) > letter.size * 0.05


def _row(page: int, run: list[Letter]) -> Row | None:
    seen = [letter for letter in run if letter.sign.strip()]
    if not seen:
        return None
    sizes = Counter(round(letter.size, 1) for letter in seen)
    words = [one for one in seen if one.sign.isalnum()] or seen
    usual = sizes.most_common(1)[0][0]
    base = median(letter.bottom for letter in seen)
    return Row(
        page=page,
        text="".join(_sign(letter, usual, base) for letter in _written(run)),
        left=min(letter.left for letter in seen),
        bottom=median(letter.bottom for letter in seen),
        right=max(letter.right for letter in seen),
        top=median(letter.top for letter in seen),
        size=usual,
        bold=words[-1].bold and sum(one.bold for one in words) > len(words) * 0.9,
        mark=seen[0].mark,
        italic=words[-1].italic and sum(one.italic for one in words) > len(words) * 0.9,
        opens=(words[0].bold, words[0].italic),
    )


def _written(run: Sequence[Letter]) -> Sequence[Letter]:
    """Return a run without free room at its end: another text may be printed there."""
    end = len(run)
    while end and not run[end - 1].told:
        end -= 1
    return run[:end]


def _is_ruled(row: Row, rules: Sequence[Rule]) -> bool:
    """Tell a row that is underlined from end to end, and no further, as in a table."""
    low, high = row.bottom - row.size * _UNDER, row.bottom + row.size * _OVER
    start, end = row.left - row.size * _BEYOND, row.right + row.size * _BEYOND
    under = [
        min(rule.right, row.right) - max(rule.left, row.left)
        for rule in rules
        if low < rule.height < high and rule.left > start and rule.right < end
    ]
    return sum(under) > (row.right - row.left) * _WHOLLY


def _leads(run: Sequence[Letter], links: Sequence[Link]) -> bool:
    """Tell a run of letters that all stand where a link leads elsewhere."""
    return bool(links) and all(
        any(
            link.left - 1 < (letter.left + letter.right) / 2 < link.right + 1
            and link.bottom - 1 < (letter.bottom + letter.top) / 2 < link.top + 1
            for link in links
        )
        for letter in run
        if letter.sign.isalnum()
    )


def _sign(letter: Letter, size: float, base: float) -> str:
    """Return a letter, a digit that is small and raised as a raised one."""
    small = letter.size < size * 0.8
    raised = small and letter.bottom > base + size * 0.1
    return letter.sign.translate(RAISED) if raised else letter.sign
