"""Read a Word file: headings by style, lists, tables and notes by their elements."""

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

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DOCUMENT = "word/document.xml"
_PARTS = (
    _DOCUMENT,
    "word/styles.xml",
    "word/footnotes.xml",
    "word/endnotes.xml",
    "docProps/core.xml",
)
_HEADING = regex.compile(r"(?i)(?:heading|заголовок|title|название|аталыш)\s*(\d*)")
_TABLE = f"{_W}tbl"
_BOX = f"{_W}txbxContent"
_FALLBACK = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # once more
)
_MOVED = f"{_W}moveFrom"  # it stands where it was moved to
_OFF = ("0", "false", "off", "none")


def extract(content: bytes, name: str) -> Extract:
    """Return the blocks of a Word file; `name` is the file in messages.

    Raises CorpusError when it is damaged or holds no document.
    """
    parts = archives.parts(content, _PARTS, name)
    if _DOCUMENT not in parts:
        raise CorpusError(
            Message("{file} is a packed file, but no Word file", file=name),
            hint=Message("save the report as .docx, .odt, .pdf, .html or .txt"),
        )
    styles = _styles(parts.get("word/styles.xml"))
    body = parts[_DOCUMENT].find(f"{_W}body")
    blocks = list(_blocks(body, styles)) if body is not None else []
    core = parts.get("docProps/core.xml")
    title = core.findtext(f"{_DC}title") if core is not None else ""
    first = next((b for b in blocks if b.level == -1), None)
    return Extract(
        blocks=(
            *levelled([block for block in blocks if block.level != -1]),
            *_notes(parts),
        ),
        furniture=first.rows if first else (),
        title=(first.rows[0].text if first else "") or title or "",
        how="Word file",
    )


def _styles(tree: "_Element | None") -> dict[str, int]:
    """Return the depth of each heading style by its id; -1 is the document's title."""
    found: dict[str, int] = {}
    for style in tree.iter(f"{_W}style") if tree is not None else ():
        named = style.find(f"{_W}name")
        name = named.get(f"{_W}val", "") if named is not None else ""
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        match = _HEADING.fullmatch(name)
        if match:
            found[style.get(f"{_W}styleId", "")] = int(match[1]) if match[1] else -1
        elif outline is not None and outline.get(f"{_W}val", "9") < "6":
            found[style.get(f"{_W}styleId", "")] = int(outline.get(f"{_W}val", "0")) + 1
    return found


def _blocks(body: "_Element", styles: Mapping[str, int]) -> Iterator[Told]:
    for element in body:
        if element.tag == f"{_W}p":
            yield from _paragraph(element, styles)
            for box in _boxes(element):
                yield from _blocks(box, styles)
        elif element.tag == _TABLE:
            yield from _table(element, styles)
        elif (content := element.find(f"{_W}sdtContent")) is not None:
            yield from _blocks(content, styles)


def _paragraph(element: "_Element", styles: Mapping[str, int]) -> Iterator[Told]:
    words = " ".join(_text(element).split())
    if not words:
        return
    style = element.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    if name.lower().startswith("toc"):
        yield told(Part.CONTENTS, words)
        return
    level = styles.get(name, 0)
    if level or _looks_titled(element, words):
        yield told(Part.HEADING, words, level)
        return
    listed = element.find(f"{_W}pPr/{_W}numPr") is not None
    listed = listed or name.lower().startswith("list")
    if listed and not labels.opening(words):
        words = f"• {words}"
    yield told(Part.TEXT, words)


def _looks_titled(element: "_Element", words: str) -> bool:
    """Tell a heading that has no style: bold, in capitals, or labelled."""
    if len(words) > LONGEST_HEADING or words.endswith((".", ",", ";")):
        return False
    if is_caps(words) or labels.has_section(words):
        return True
    runs = [r for r in _own(element) if r.tag == f"{_W}r" and _text(r).strip()]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: "_Element") -> bool:
    bold = run.find(f"{_W}rPr/{_W}b")
    return bold is not None and bold.get(f"{_W}val", "1") not in _OFF


def _text(element: "_Element") -> str:
    """Return the words of an element; what was deleted or is hidden is none."""
    words = []
    for node in _own(element):
        if node.tag == f"{_W}t" and not _is_hidden(node):
            words.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            if node.getparent().tag == f"{_W}r":
                words.append(" ")
        elif node.tag == f"{_W}noBreakHyphen":
            words.append("-")
    return "".join(words)


def _own(element: "_Element") -> Iterator["_Element"]:
    """Yield what stands in an element, but not in the boxes that hang on it."""
    for child in element:
        if child.tag not in (_BOX, _FALLBACK, _MOVED):
            yield child
            yield from _own(child)


def _boxes(element: "_Element") -> Iterator["_Element"]:
    """Yield the boxes that hang on a paragraph: asides, quotations, captions."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag != _FALLBACK:
            yield from _boxes(child)


def _is_hidden(node: "_Element") -> bool:
    run = node.getparent()
    if run is None or run.tag != f"{_W}r":
        return False
    return run.find(f"{_W}rPr/{_W}vanish") is not None


def _table(element: "_Element", styles: Mapping[str, int]) -> Iterator[Told]:
    for index, place in enumerate(within(element, f"{_W}tr", _TABLE)):
        places = list(within(place, f"{_W}tc", _TABLE))
        cells = [" ".join(_text(cell).split()) for cell in places]
        if is_layout(cells):
            for cell in places:
                yield from _blocks(cell, styles)
        else:
            yield from row(index, cells)


def _notes(parts: Mapping[str, "_Element"]) -> Iterator[Told]:
    for name, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
        tree = parts.get(f"word/{name}.xml")
        every = tree.iter(f"{_W}{tag}") if tree is not None else ()
        own = (note for note in every if note.get(f"{_W}type") is None)
        # What is printed is their order; their ids begin anywhere.
        for number, note in enumerate(own, start=1):
            if words := " ".join(_text(note).split()):
                yield told(Part.NOTE, f"{number} {words}")
