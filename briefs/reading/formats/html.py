"""Read a web page: its main text, told from the menus and notices around it.

What a browser does not show is no text, and neither is what leads elsewhere: menus,
lists of links, notices of cookies. Headings, lists, tables and notes are told by their
elements, and by paragraphs that are set wholly in bold.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import regex

from briefs.reading import labels
from briefs.reading.composing import Extract, Row, Told, levelled, rows, told
from briefs.reading.formats import htmlmain, htmlnotes
from briefs.reading.formats.cells import is_layout
from briefs.reading.formats.htmlnotes import is_mark
from briefs.reading.formats.invitations import INVITES
from briefs.reading.plain.blocks import LONGEST_HEADING, Part, is_caps
from briefs.reading.plain.spacing import ends_sentence

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset(("b", "strong"))
_LINKED = 0.6


def extract(text: str) -> Extract:
    """Return the blocks of a web page's main text, and what it says of itself."""
    import lxml.html

    parser = lxml.html.HTMLParser(
        remove_comments=True, remove_pis=True, recover=True, encoding="utf-8"
    )
    tree = lxml.html.document_fromstring(text.encode(), parser=parser)
    title, publisher, language = _of_itself(tree)
    dropped = htmlmain.prune(tree)
    main = htmlmain.main(tree)
    blocks, head = _untitled(list(_merged(_blocks(main))))
    return Extract(
        blocks=tuple(levelled(blocks)),
        furniture=head,
        title=title,
        publisher=publisher,
        language=language,
        how="web page",
        dropped=dropped,
    )


def _of_itself(tree: "HtmlElement") -> tuple[str, str, str]:
    """Return the title, the publisher and the language that a page names."""
    metas = {
        (meta.get("property") or meta.get("name") or "").lower(): meta.get(
            "content", ""
        )
        for meta in tree.iter("meta")
    }
    head = tree.find(".//title")
    first = tree.find(".//h1")
    title = _text(first) if first is not None else ""
    title = (
        title or metas.get("og:title", "") or (_text(head) if head is not None else "")
    )
    publisher = metas.get("og:site_name", "") or metas.get("dc.publisher", "")
    return title, publisher, (tree.get("lang") or "").split("-")[0].lower()


def _blocks(element: "HtmlElement") -> Iterator[Told]:
    """Yield the blocks of an element in order."""
    if element.tag in _HEADINGS:
        yield told(Part.HEADING, _text(element), _HEADINGS[element.tag])
        return
    if htmlnotes.are_notes(element):
        yield from htmlnotes.notes(element)
        return
    if element.tag == "table" and _is_table(element):
        yield from _table(element)
        return
    if element.tag in ("ul", "ol") and _is_menu(element):
        return
    yield from _flow(element)


class _Run(NamedTuple):
    """Some words in one look; `strong` is None where nothing is said, as at a break."""

    words: str
    strong: bool | None = None
    leads: bool = False


_BREAK = _Run("\n")


def _flow(element: "HtmlElement") -> Iterator[Told]:
    """Yield what stands in an element: its own words, and the blocks among them."""
    own = element.tag in _BOLD
    runs = [_run(element.text, own)]
    for child in element:
        if isinstance(child.tag, str):
            if child.tag == "br":
                runs.append(_BREAK)
            elif child.tag in htmlmain.BLOCKS or _has_block(child):
                yield from _stretch(element, runs)
                runs = []
                yield from _blocks(child)
            elif not is_mark(child):
                leads = child.tag == "a" and bool(child.get("href"))
                for text, strong in _inline(child, own):
                    is_break = text == "\n"
                    runs.append(_BREAK if is_break else _run(text, strong, leads))
        runs.append(_run(child.tail, own))
    yield from _stretch(element, runs)


def _run(text: str | None, strong: bool, leads: bool = False) -> _Run:
    words = regex.sub(r"\s+", " ", text or "")
    return _Run(words, strong if regex.search(r"\w", words) else None, leads)


def _stretch(element: "HtmlElement", runs: list[_Run]) -> Iterator[Told]:
    """Yield the paragraphs of a stretch of words, the titles in bold before them."""
    text = _words(runs)
    said = [run for run in runs if run.strong is not None]
    menu = said and all(run.leads for run in said) and len(text) <= LONGEST_HEADING
    if not text.strip() or (menu and not ends_sentence(text.strip())):
        return
    while (cut := _headed(runs)) is not None:
        yield from _paragraphs(element, _words(runs[:cut]), strong=True)
        runs = runs[cut + 1 :]
    looks = [run.strong for run in runs if run.strong is not None]
    yield from _paragraphs(element, _words(runs), strong=bool(looks) and all(looks))


def _words(runs: Sequence[_Run]) -> str:
    return "".join(run.words for run in runs)


def _headed(runs: Sequence[_Run]) -> int | None:
    """Return the line break that parts a title in bold from what follows it."""
    looks = [run.strong for run in runs]
    for end, run in enumerate(runs):
        if run is _BREAK and True in looks[:end] and False not in looks[:end]:
            rest = _words(runs[end + 1 :]).split("\n")[0].strip()
            if False in looks[end:] or labels.has_section(rest):
                return end
    return None


def _inline(element: "HtmlElement", strong: bool) -> Iterator[tuple[str, bool]]:
    strong = strong or element.tag in _BOLD
    if element.text:
        yield element.text, strong
    for child in element:
        if isinstance(child.tag, str):
            if child.tag == "br":
                yield "\n", strong
            elif not is_mark(child):
                yield from _inline(child, strong)
        if child.tail:
            yield child.tail, strong


def _has_block(element: "HtmlElement") -> bool:
    return any(
        isinstance(e.tag, str) and e.tag in htmlmain.BLOCKS for e in element.iter()
    )


def _paragraphs(element: "HtmlElement", text: str, strong: bool) -> Iterator[Told]:
    """Yield the paragraphs of a stretch of words; two line breaks part them."""
    for part in regex.split(r"\n[ ]*\n\s*", text):
        words = " ".join(part.split())
        if not words or INVITES.fullmatch(words):
            continue
        if element.tag == "li" and not labels.opening(words):
            words = f"• {words}"
        yield told(_part(words, strong), words)


def _part(words: str, strong: bool) -> Part:
    """Tell a heading that is set as a paragraph: wholly bold, or labelled."""
    short = len(words) <= LONGEST_HEADING
    sentence = words.endswith((".", ",", ";"))
    if short and (is_caps(words) or (strong and not sentence)):
        return Part.HEADING
    section = labels.SECTION.fullmatch(words)
    if section and len(words) <= LONGEST_HEADING * 2 and not sentence:
        return Part.HEADING
    if short and not sentence and labels.SUBSECTION.fullmatch(words):
        return Part.HEADING
    return Part.TEXT


def _is_table(element: "HtmlElement") -> bool:
    """Tell a table of figures from one that only lays out a page."""
    if next(element.iterdescendants("table"), None) is not None:
        return False
    lines = [len(list(row.iter("td", "th"))) for row in element.iter("tr")]
    if max(lines, default=0) < 2:
        return False
    texts = ([_text(c) for c in row.iter("td", "th")] for row in element.iter("tr"))
    return not any(is_layout(row) for row in texts if len(row) > 1)


def _table(element: "HtmlElement") -> Iterator[Told]:
    for caption in element.iter("caption"):
        yield told(Part.TEXT, _text(caption))
    for index, row in enumerate(element.iter("tr")):
        cells = list(row.iter("td", "th"))
        head = all(cell.tag == "th" for cell in cells) or (
            index == 0 and not any(map(str.isdigit, _text(row)))
        )
        part = Part.HEAD if head and index == 0 else Part.ROW
        if found := rows(_text(cell) for cell in cells):
            yield Told(part, found)


def _is_menu(element: "HtmlElement") -> bool:
    """Tell a list of links, which leads elsewhere, from a list of sentences."""
    whole = len(element.text_content().strip())
    linked = sum(len(a.text_content().strip()) for a in element.iter("a"))
    return whole > 0 and linked > whole * _LINKED


def _merged(blocks: Iterator[Told]) -> Iterator[Told]:
    """Drop headings of menus that were left without what stood under them."""
    for block in blocks:
        words = " ".join(row.text for row in block.rows)
        if not INVITES.fullmatch(words.strip()):
            yield block


def _untitled(blocks: list[Told]) -> tuple[list[Told], tuple[Row, ...]]:
    """Part the page's one first title from the headings of its text."""
    firsts = [b for b in blocks if b.part is Part.HEADING and b.level == 1]
    if len(firsts) != 1:
        return blocks, ()
    return [block for block in blocks if block is not firsts[0]], firsts[0].rows


def _text(element: "HtmlElement") -> str:
    return " ".join("".join(t for t, _ in _inline(element, False)).split())
