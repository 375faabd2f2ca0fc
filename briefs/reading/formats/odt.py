"""Read an OpenDocument text: headings, lists, tables and notes by their elements."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import regex

from briefs.errors import CorpusError, Message
from briefs.reading import labels
from briefs.reading.composing import Extract, Told, levelled, told
from briefs.reading.formats import archives
from briefs.reading.formats.cells import is_layout, row, within
from briefs.reading.plain.blocks import LONGEST_HEADING, Part, is_caps

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_HEADING = regex.compile(r"Title|Heading_20_([1-9])")
_DC = "{http://purl.org/dc/elements/1.1/}"
_SKIPPED = frozenset(
    f"{_TEXT}{name}" for name in ("tracked-changes", "sequence-decls", "ruby-text")
)
_INDEX = frozenset(
    f"{_TEXT}{name}" for name in ("table-of-content", "alphabetical-index")
)


def extract(content: bytes, name: str) -> Extract:
    """Return the blocks of an OpenDocument text; `name` is the file in messages.

    Raises CorpusError when it is damaged or holds no text.
    """
    parts = archives.parts(content, ("content.xml", "meta.xml"), name)
    body = parts["content.xml"].find(f".//{_OFFICE}text") if parts else None
    if body is None:
        raise CorpusError(
            Message("{file} is a packed file, but no text document", file=name),
            hint=Message("save the report as .docx, .odt, .pdf, .html or .txt"),
        )
    meta = parts.get("meta.xml")
    title = meta.findtext(f".//{_DC}title") if meta is not None else ""
    notes: list[Told] = []
    blocks = [*_blocks(body, notes, _titles(parts["content.xml"]))]
    return Extract(
        blocks=(*levelled(blocks), *notes),
        title=title or "",
        how="OpenDocument text",
    )


def _titles(tree: "_Element") -> dict[str, int]:
    """Return the depth of the styles that paragraphs have which are titles by them."""
    found = {}
    for style in tree.iter(f"{_STYLE}style"):
        name = style.get(f"{_STYLE}name", "")
        for each in (name, style.get(f"{_STYLE}parent-style-name", "")):
            if match := _HEADING.fullmatch(each):
                found[name] = int(match[1] or 1)
    return found


def _blocks(
    parent: "_Element",
    notes: list[Told],
    titles: Mapping[str, int],
    listed: bool = False,
) -> Iterator[Told]:
    for element in parent:
        if element.tag in _SKIPPED or element.get(f"{_TEXT}display") == "none":
            continue
        if element.tag in _INDEX:
            for entry in element.iter(f"{_TEXT}p"):
                yield told(Part.CONTENTS, _words(entry, []))
        elif element.tag == f"{_TEXT}h":
            level = int(element.get(f"{_TEXT}outline-level", "1"))
            yield told(Part.HEADING, _words(element, notes), level)
        elif element.tag == f"{_TEXT}p":
            words = _words(element, notes)
            depth = titles.get(element.get(f"{_TEXT}style-name", ""))
            if depth and words:
                yield told(Part.HEADING, words, depth)
            else:
                yield from _paragraph(words, listed)
            for box in _boxes(element):
                yield from _blocks(box, notes, titles)
        elif element.tag == f"{_TABLE}table":
            yield from _table(element, notes, titles)
        else:
            inside = listed or element.tag == f"{_TEXT}list"
            yield from _blocks(element, notes, titles, inside)


def _paragraph(words: str, listed: bool) -> Iterator[Told]:
    if not words:
        return
    short = len(words) <= LONGEST_HEADING and not words.endswith((".", ",", ";"))
    if short and (is_caps(words) or labels.has_section(words)):
        yield told(Part.HEADING, words)
        return
    if listed and not labels.opening(words):
        words = f"• {words}"
    yield told(Part.TEXT, words)


def _words(element: "_Element", notes: list[Told]) -> str:
    """Return the words of a paragraph, and collect its notes."""
    return " ".join("".join(_pieces(element, notes)).split())


def _pieces(element: "_Element", notes: list[Told]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}note":
            body = child.find(f"{_TEXT}note-body")
            mark = child.findtext(f"{_TEXT}note-citation") or ""
            if body is not None:
                notes.append(told(Part.NOTE, f"{mark} {_words(body, [])}"))
        elif child.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield " "
        elif child.tag != f"{_OFFICE}annotation" and not _is_drawn(child):
            yield from _pieces(child, notes)
        yield child.tail or ""


def _is_drawn(element: "_Element") -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(_DRAW)


def _boxes(element: "_Element") -> Iterator["_Element"]:
    """Yield what has paragraphs of its own and hangs on one: asides, captions."""
    for child in element:
        if _is_drawn(child) and child.find(f"{_TEXT}p") is not None:
            yield child
        else:
            yield from _boxes(child)


def _table(
    element: "_Element", notes: list[Told], titles: Mapping[str, int]
) -> Iterator[Told]:
    table = f"{_TABLE}table"
    for index, line in enumerate(within(element, f"{_TABLE}table-row", table)):
        places = list(within(line, f"{_TABLE}table-cell", table))
        if is_layout([_cell(place, []) for place in places]):
            for place in places:
                yield from _blocks(place, notes, titles)
        else:
            yield from row(index, [_cell(place, notes) for place in places])


def _cell(place: "_Element", notes: list[Told]) -> str:
    return " ".join(_words(p, notes) for p in place.iter(f"{_TEXT}p"))
