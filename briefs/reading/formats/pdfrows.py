"""Read a PDF's letters into rows: runs of letters on one base line, with their look."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import regex

from briefs.errors import CorpusError, Message
from briefs.files import drawings

if TYPE_CHECKING:
    import pypdfium2

_BOLD = regex.compile(r"(?i)bold|black|heavy|semibold|demi")
_ITALIC = regex.compile(r"(?i)italic|oblique")
_RAISED = str.maketrans("1230456789", "¹²³⁰⁴⁵⁶⁷⁸⁹")
_BOLD_WEIGHT = 600
_GAP = 1.6
MOST_PAGES = 3000


@dataclass(frozen=True, slots=True)
class Row:
    """A run of letters on one base line.

    `page` counts from 0; the box is in points from the lower left of the page; `size`
    is that of most letters; `mark` is the id of marked content, -1 without one.
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

    @property
    def middle(self) -> float:
        """The height at which the row stands."""
        return (self.bottom + self.top) / 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its label as the file names it, its size in points, its rows."""

    label: str
    width: float
    height: float
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Letter:
    sign: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    mark: int
    italic: bool = False


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
        letters = _letters(text)
        rows = [row for run in _runs(letters) if (row := _row(index, run))]
        width, height = page.get_size()
        return Sheet(document.get_page_label(index), width, height, tuple(rows))
    finally:
        text.close()
        page.close()


def _letters(text: Any) -> Iterator[_Letter | None]:
    """Yield the letters of a page in the file's order, None where a line ends."""
    import ctypes

    from pypdfium2 import raw

    looks: dict[int, tuple[bool, int, bool]] = {}
    for index in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text, index))
        if sign in "\r\n":
            yield None
            continue
        raw.FPDFText_GetLooseCharBox(text, index, rect := raw.FS_RECTF())
        made = raw.FPDFText_GetTextObject(text, index)
        key = ctypes.cast(made, ctypes.c_void_p).value or 0
        if key not in looks:
            looks[key] = _look(text, index, made)
        bold, mark, italic = looks[key]
        size = raw.FPDFText_GetFontSize(text, index)
        if sign == "\x02":  # How the library writes a hyphen that divides a word.
            sign = "-"
        yield _Letter(
            sign, rect.left, rect.bottom, rect.right, rect.top, size, bold, mark, italic
        )


def _look(text: Any, index: int, made: Any) -> tuple[bool, int, bool]:
    """Return whether a letter is bold, and the id of its marked content."""
    import ctypes

    from pypdfium2 import raw

    name = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, 200, flags)
    weight = raw.FPDFText_GetFontWeight(text, index)
    called = name.value.decode("utf-8", "replace")
    bold = bool(_BOLD.search(called))
    italic = bool(_ITALIC.search(called) or flags.value & 64)
    mark = raw.FPDFPageObj_GetMarkedContentID(made) if made else -1
    return bold or weight >= _BOLD_WEIGHT, mark, italic


def _runs(letters: Iterator[_Letter | None]) -> Iterator[list[_Letter]]:
    """Yield letters in runs without a break, a wide gap or a change of mark."""
    run: list[_Letter] = []
    for letter in letters:
        if letter is None or (run and _parts(run, letter)):
            if run:
                yield run
            run = []
        if letter is not None:
            run.append(letter)
    if run:
        yield run


def _parts(run: list[_Letter], letter: _Letter) -> bool:
    last = next((one for one in reversed(run) if one.sign.strip()), run[-1])
    if not letter.sign.strip():
        return False
    height = max(letter.top - letter.bottom, last.top - last.bottom, 1)
    apart = letter.left - last.right
    moved = abs(letter.bottom - last.bottom) > height * 0.7
    return (
        moved
        or apart > height * _GAP
        or apart < -height * 3
        or (letter.mark != last.mark)
    )


def _row(page: int, run: list[_Letter]) -> Row | None:
    seen = [letter for letter in run if letter.sign.strip()]
    if not seen:
        return None
    sizes = Counter(round(letter.top - letter.bottom, 1) for letter in seen)
    words = [one for one in seen if one.sign.isalnum()] or seen
    usual = sizes.most_common(1)[0][0]
    base = median(letter.bottom for letter in seen)
    return Row(
        page=page,
        text="".join(_sign(letter, usual, base) for letter in run),
        left=min(letter.left for letter in seen),
        bottom=median(letter.bottom for letter in seen),
        right=max(letter.right for letter in seen),
        top=median(letter.top for letter in seen),
        size=sizes.most_common(1)[0][0],
        bold=words[-1].bold and sum(one.bold for one in words) > len(words) * 0.9,
        mark=seen[0].mark,
        italic=words[-1].italic and sum(one.italic for one in words) > len(words) * 0.9,
    )


def _sign(letter: _Letter, size: float, base: float) -> str:
    """Return a letter, a digit that is small and raised as a raised one."""
    small = letter.top - letter.bottom < size * 0.8
    raised = small and letter.bottom > base + size * 0.1
    return letter.sign.translate(_RAISED) if raised else letter.sign


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
        right = replace(right, text=mark.translate(_RAISED), left=left.right)
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
    )
