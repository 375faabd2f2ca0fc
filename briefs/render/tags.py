"""Give the tag tree what WeasyPrint leaves out and screen readers need.

WeasyPrint writes a sound tag tree but drops the language of elements, the scope of
header cells and the kind of numbering of lists, puts a figure's box in the wrong
units, describes a link by its address, and tags decoration as if it were content.
Its tag builder is private, so the exact version of WeasyPrint is pinned; everything
that reaches into it stands here and in `joining`.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from briefs.errors import Message, RenderError
from briefs.render import joining

POINTS_PER_PIXEL = 0.75

NAMES = {
    **dict.fromkeys(
        ("abbr", "b", "cite", "code", "em", "i", "s", "small", "strong"), "Span"
    ),
    **dict.fromkeys(("sub", "sup", "time", "u"), "Span"),
    "address": "Div",
    "aside": "Sect",
    "figure": "Div",
    "footer": "Div",
    "header": "Div",
    "nav": "Sect",
    "q": "Quote",
}
"""The tags of HTML elements that WeasyPrint leaves nameless."""

NUMBERINGS = {
    "circle": "Circle",
    "decimal": "Decimal",
    "disc": "Disc",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "lower-roman": "LowerRoman",
    "square": "Square",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "upper-roman": "UpperRoman",
}


@contextmanager
def improved(document: Any) -> Iterator[Callable[[Any], None]]:
    """Improve the tags of the PDF file that is written inside the `with` block.

    Yield what joins the tags of what is told in pieces, to be called with the PDF when
    it is complete. Raise RenderError when decoration holds a link,
    which nobody could hear of.
    """
    from weasyprint.pdf import stream, tags

    build, mark = tags._build_box_tree, stream.Stream.marked
    decoration = frozenset(_decoration(document))
    origins: joining.Origins = {}

    def improved_build(
        box: Any, parent: Any, pdf: Any, page_number: int, *others: Any
    ) -> Iterator[Any]:
        box = getattr(box, "_box", box)
        if box in decoration:
            return
        for element in build(box, parent, pdf, page_number, *others):
            if not _is_passed_through(box):
                _complete(element, box, document.pages[page_number])
                origin = (box.element, box.element_tag, element["S"])
                origins[element.number] = origin, page_number
            if element["S"] == "/LI":
                _gather_body(element, pdf)
            yield element

    def improved_mark(self: Any, box: Any, tag: str) -> Any:
        return self.artifact() if box in decoration else mark(self, box, tag)

    tags._build_box_tree, stream.Stream.marked = improved_build, improved_mark
    try:
        yield partial(joining.join, origins=origins)
    finally:
        tags._build_box_tree, stream.Stream.marked = build, mark
    for box in decoration:
        if getattr(box, "link_annotation", None):
            words = " ".join("".join(box.element.itertext()).split())
            raise RenderError(
                Message(
                    "the link '{words}' stands in a page margin or in decoration",
                    words=words,
                ),
                hint=Message("take the link out, or the text into the page"),
            )


def _decoration(document: Any) -> Iterator[Any]:
    """Yield the boxes nobody should hear: page margins and `aria-hidden` elements."""
    for page in document.pages:
        yield from _decorative_boxes(page._page_box, within=False)


def _decorative_boxes(box: Any, *, within: bool) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    box = getattr(box, "_box", box)
    within = within or isinstance(box, boxes.MarginBox) or _is_hidden(box)
    if within:
        yield box
    for child in getattr(box, "children", ()):
        yield from _decorative_boxes(child, within=within)


def _is_hidden(box: Any) -> bool:
    return box.element is not None and box.element.get("aria-hidden") == "true"


def _is_passed_through(box: Any) -> bool:
    """Tell whether the builder yields the tags of a box's children in its place."""
    from weasyprint.formatting_structure import boxes

    return isinstance(box, boxes.PageBox) or box.element_tag in {"html", "body"}


def _complete(element: Any, box: Any, page: Any) -> None:
    """Add to the tag of a box what the HTML element says."""
    _name(element, box)
    if box.link_annotation:
        _describe(box)
    if box.element is None or "::" in box.element_tag:
        return
    if (language := box.element.get("lang")) is not None:
        element["Lang"] = _string(language)
    match element["S"]:
        case "/TH":
            element["A"]["Scope"] = _scope(box.element)
        case "/L":
            element["A"] = _dictionary(O="/List", ListNumbering=_numbering(box))
        case "/Figure":
            element["A"]["BBox"] = _bounding_box(box, page)


def _name(element: Any, box: Any) -> None:
    """Name the HTML elements that have a counterpart in PDF but were left out."""
    if element["S"] == "/NonStruct" and box.element_tag in NAMES:
        element["S"] = f"/{NAMES[box.element_tag]}"


def _gather_body(item: Any, pdf: Any) -> None:
    """Put everything in a list item but its label and inner lists into one body."""
    kids = {kid: pdf.objects[int(kid.split()[0])] for kid in item["K"]}
    content = [kid for kid, tag in kids.items() if tag["S"] not in {"/Lbl", "/L"}]
    if all(kids[kid]["S"] == "/LBody" for kid in content):
        return
    body = _dictionary(Type="/StructElem", S="/LBody", Pg=item["Pg"], P=item.reference)
    pdf.add_object(body)
    body["K"] = _array(content)
    for kid in content:
        kids[kid]["P"] = body.reference
        if kids[kid]["S"] == "/LBody":
            kids[kid]["S"] = "/NonStruct"
    item["K"][item["K"].index(content[0])] = body.reference
    item["K"][:] = [kid for kid in item["K"] if kid not in content]


def _describe(box: Any) -> None:
    """Describe a link in words: its title, or its text, instead of its address."""
    link = box.element
    words = link.get("title") or link.get("aria-label") or "".join(link.itertext())
    if text := " ".join(words.split()):
        box.link_annotation["Contents"] = _string(text)


def _scope(cell: Any) -> str:
    return "/Row" if cell.get("scope") in {"row", "rowgroup"} else "/Column"


def _numbering(box: Any) -> str:
    """Return how a list counts: "/Decimal", "/Disc", … or "/None"."""
    items = [child for child in box.descendants() if child.element_tag == "li"]
    style = items[0].style["list_style_type"] if items else "none"
    known = NUMBERINGS.get(style, "None") if isinstance(style, str) else "None"
    return f"/{known}"


def _bounding_box(box: Any, page: Any) -> Any:
    """Return where a figure stands on its page, in points from the bottom left."""
    left, top = box.content_box_x(), page.height - box.content_box_y()
    edges = (left, top - box.height, left + box.width, top)
    return _array(round(edge * POINTS_PER_PIXEL, 3) for edge in edges)


def _array(items: Iterable[object]) -> Any:
    import pydyf

    return pydyf.Array(items)


def _dictionary(**entries: str) -> Any:
    import pydyf

    return pydyf.Dictionary(entries)


def _string(text: str) -> Any:
    import pydyf

    return pydyf.String(text)
