"""Take the web site out of a web page that a browser has printed: menus, head and foot.

A menu is what leads elsewhere and stands by itself; a link within a paragraph has words
above, below or beside it that lead nowhere.
"""

import io
from collections.abc import Sequence

import regex

from briefs.reading.composing import Told
from briefs.reading.formats.invitations import INVITES
from briefs.reading.formats.pdf.rows import Row, Sheet
from briefs.reading.plain import furniture
from briefs.reading.plain.blocks import ADDRESS, Part

_BROWSER = regex.compile(r"(?i)mozilla|chrom|firefox|safari|webkit|wkhtmltopdf")
_PATH = regex.compile(r".{2,40}(?:\s[>»›/|]\s.{2,60}){2,}")
_ADDRESS = regex.compile(r"(?:https?|file)://\S+")
_HOUR = regex.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d")
_PARTED = regex.compile(r"\s[-–—|»:]\s")
_TOP = regex.compile(r"(?i)(?:back to |\[)?top\b")
_NEAR = 1.2
_HEAD_PAGES = 2
_FOOT_BLOCKS = 8


def site(content: bytes, found: Sequence[Sheet]) -> str | None:
    """Return the title of the web page that a browser has printed; None for others.

    A browser says what it is, or prints the address and the hour on every page.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            said = {key: str(value) for key, value in pdf.docinfo.items()}
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError):
        return None
    is_browser = _BROWSER.search(said.get("/Creator", "")) or _is_stamped(found)
    return said.get("/Title", "") if is_browser else None


def _is_stamped(found: Sequence[Sheet]) -> bool:
    said = [{row.text.strip() for row in sheet.rows} for sheet in found]
    stamps = [
        all(any(form.match(text) for text in texts) for form in (_ADDRESS, _HOUR))
        for texts in said
    ]
    return sum(stamps) > len(stamps) * furniture.SHARE


def menus(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a page that are links and no part of a paragraph.

    What invites back to the top stays: there the foot of the site begins.
    """
    links = [row for row in rows if row.leads and not _TOP.match(row.text.strip())]
    plain = [row for row in rows if not row.leads and row.text.strip()]
    return [row for row in links if not _is_within(row, plain)]


def _is_within(row: Row, plain: Sequence[Row]) -> bool:
    """Tell a link whose paragraph goes on above it, below it or beside it."""
    if ADDRESS.search(row.text) or row.text.strip().endswith((".", ";", "!", "?")):
        return True
    return any(_is_near(row, other) for other in plain)


def _is_near(row: Row, other: Row) -> bool:
    apart = max(row.left, other.left) - min(row.right, other.right)
    if abs(row.middle - other.middle) < row.size * 0.5:
        return apart < row.size
    between = max(row.bottom, other.bottom) - min(row.top, other.top)
    like = abs(row.size - other.size) < 1 and between < row.size * _NEAR
    return like and apart < 0


def parted(blocks: Sequence[Told], title: str) -> tuple[list[Told], list[Told]]:
    """Return the blocks of the page's text, and those of the site around it.

    `title` is what the browser calls the page.
    """
    start, end = _head(blocks, title), _foot(blocks)
    gone = {*range(start), *range(end, len(blocks))}
    for index in range(start, end):
        words = _said(blocks[index : index + 1])
        if INVITES.fullmatch(words) or _PATH.fullmatch(words):
            gone.add(index)
        elif INVITES.fullmatch(_said(blocks[index : index + 2])):
            gone |= {index, index + 1}
    return (
        [block for index, block in enumerate(blocks) if index not in gone],
        [block for index, block in enumerate(blocks) if index in gone],
    )


def _said(blocks: Sequence[Told]) -> str:
    return " ".join(" ".join(row.text for b in blocks for row in b.rows).split())


def _head(blocks: Sequence[Told], title: str) -> int:
    """Return where the page's own title stands: by its name, or its highest rank."""
    name = _PARTED.split(title)[0].strip().casefold()
    titles = []
    for index, block in enumerate(blocks):
        page = block.rows[0].page or 0
        if page - (blocks[0].rows[0].page or 0) >= _HEAD_PAGES:
            break
        if block.part is Part.HEADING and block.level:
            titles.append((index, block.level, _said([block]).casefold()))
    highest = min((level for _, level, _ in titles), default=0)
    named = [index for index, _, words in titles if name and name in words]
    ranked = [index for index, level, _ in titles if level == highest]
    return next(iter([*named, *ranked]), 0)


def _foot(blocks: Sequence[Told]) -> int:
    """Return where the foot of the site begins: at its last words to the visitor."""
    near = max(0, len(blocks) - _FOOT_BLOCKS)
    for index in range(near, len(blocks)):
        if INVITES.fullmatch(_said(blocks[index : index + 1])):
            return index
    return len(blocks)
