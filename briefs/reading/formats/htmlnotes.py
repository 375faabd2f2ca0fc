"""Know the notes of a web page, as editors of texts and of pages write them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

from briefs.reading.composing import Told, told
from briefs.reading.plain.blocks import Part

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NOTED = regex.compile(
    r"(?i)(?:sd)?(?:foot|end)note-?\d+|[fe]tn\d+|[fe]dn\d+"  # one note, by its number
    r"|(?:\S+-)?(?:foot|end)notes(?:-list)?"
)
_MARK = regex.compile(r"\[?(?:\d{1,3}|[*†‡])\]?")
_OPENS = regex.compile(rf"^({_MARK.pattern})(?=[^\s\d.,)\]])")
_BACK = regex.compile(r"\s*[↩↑^]\ufe0e?\s*$")


def is_mark(element: "HtmlElement") -> bool:
    """Tell a raised mark, or a link within the page, that leads to a note."""
    text = element.text_content().strip()
    if not _MARK.fullmatch(text):
        return False
    leads = element.tag == "a" and element.get("href", "").startswith("#")
    raised = next(element.iter("sup"), None) is not None
    return element.tag == "sup" or (leads and (raised or text.startswith("[")))


def are_notes(element: "HtmlElement") -> bool:
    """Tell an element that holds a note, or all of them."""
    names = [element.get("id", ""), *element.get("class", "").split()]
    held = element.tag in ("div", "section", "ol", "ul", "li", "p", "aside")
    return held and any(_NOTED.fullmatch(name.replace("_", "-")) for name in names)


def notes(element: "HtmlElement") -> Iterator[Told]:
    """Yield the notes that an element holds, each with its mark."""
    items = list(element.iter("li")) or list(element.iter("p")) or [element]
    for item in items:
        words = _BACK.sub("", " ".join(item.text_content().split()))
        if words:
            yield told(Part.NOTE, _OPENS.sub(r"\1 ", words, count=1))
