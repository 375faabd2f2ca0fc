"""Tamper with a finished PDF file in ways that show only where readers look closely.

Beside `forgeries`, which has the plain ways: what a page is drawn with, what opens or
leads elsewhere, and what a file says of itself.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.make import forgeries
from tests.make.forgeries import Change, codes, drawn_over, in_first_text, letters

_COVER = b"1 1 1 rg 60 300 400 200 re f"


# Other words


def reworded(old: str, new: str) -> Change:
    """Let the first page that says so say other words, in its own letters."""

    def change(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            drawn = list(letters(page))
            text = "".join(letter or " " for _, _, letter in drawn)
            if (first := text.find(old)) >= 0:
                _write(document, page, drawn[first : first + len(old)], new)
                return
        raise AssertionError(old)

    return change


def _write(
    document: pikepdf.Pdf, page: Any, places: list[tuple[int, str, str]], new: str
) -> None:
    content = bytearray(page.Contents.read_bytes())
    last = len(places) - 1
    signs = [new[i : i + 1] if i < last else new[last:] for i in range(len(places))]
    for (start, font, _), text in list(zip(places, signs, strict=True))[::-1]:
        known = codes(page, font)
        content[start : start + 4] = "".join(known[sign] for sign in text).encode()
    page.Contents = document.make_stream(bytes(content))


def smaller_type(word: str, size: float) -> Change:
    """Set a word in smaller type than the line on which it stands."""

    def change(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            drawn = list(letters(page))
            text = "".join(letter[:1] or " " for *_, letter in drawn)
            if (first := text.find(word)) < 0:
                continue
            start, font, _ = drawn[first]
            end = drawn[first + len(word) - 1][0] + 4
            content = page.Contents.read_bytes()
            was = re.findall(rb"/\S+\s+([\d.]+)\s+Tf", content[:start])[-1]
            page.Contents = document.make_stream(
                content[:start]
                + b">] TJ %s %g Tf [<" % (font.encode(), size)
                + content[start:end]
                + b">] TJ %s %s Tf [<" % (font.encode(), was)
                + content[end:]
            )
            return
        raise AssertionError(word)

    return change


# What lies over the words


def _resource(page: Any, kind: str, name: str, value: Any) -> None:
    if kind not in page.Resources:
        page.Resources[kind] = Dictionary()
    page.Resources[kind][name] = value


def inline_picture(document: pikepdf.Pdf) -> None:
    picture = b"BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI"
    drawn_over(b"480 0 0 500 60 300 cm " + picture)(document)


def pattern(document: pikepdf.Pdf) -> None:
    tile = document.make_stream(b"1 1 1 rg 0 0 10 10 re f")
    tile.Type, tile.PatternType = Name.Pattern, 1
    tile.PaintType, tile.TilingType = 1, 1
    tile.BBox, tile.XStep, tile.YStep = Array([0, 0, 10, 10]), 10, 10
    tile.Resources = Dictionary()
    _resource(document.pages[0], "/Pattern", "/P", tile)
    drawn_over(b"/Pattern cs /P scn 60 300 400 200 re f")(document)


def shading(document: pikepdf.Pdf) -> None:
    white = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([1]), N=1
    )
    fill = Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceGray,
        Coords=Array([0, 0, 1, 0]),
        Function=white,
        Extend=Array([True, True]),
    )
    _resource(document.pages[0], "/Shading", "/S", fill)
    drawn_over(b"60 300 400 200 re W n /S sh")(document)


def form(document: pikepdf.Pdf) -> None:
    shape = document.make_stream(_COVER)
    shape.Type, shape.Subtype = Name.XObject, Name.Form
    shape.BBox = Array([0, 0, 600, 850])
    _resource(document.pages[0], "/XObject", "/Cover", shape)
    drawn_over(b"/Cover Do")(document)


def inverted(document: pikepdf.Pdf) -> None:
    state = Dictionary(BM=Name.Difference)
    _resource(document.pages[0], "/ExtGState", "/Inverting", state)
    drawn_over(b"/Inverting gs " + _COVER)(document)


def layer(document: pikepdf.Pdf) -> None:
    """Cover words on a layer that is on, and can be turned off."""
    _on_layer(document, Dictionary())


def layer_for_print(document: pikepdf.Pdf) -> None:
    """Cover words on paper only."""
    usage = Dictionary(
        Print=Dictionary(PrintState=Name.ON), View=Dictionary(ViewState=Name.OFF)
    )
    _on_layer(document, Dictionary(Usage=usage))


def _on_layer(document: pikepdf.Pdf, more: Any) -> None:
    one = document.make_indirect(
        Dictionary(Type=Name.OCG, Name=String("L"), **dict(more.items()))
    )
    state = Dictionary(OFF=Array([one])) if more else Dictionary(ON=Array([one]))
    document.Root.OCProperties = Dictionary(OCGs=Array([one]), D=state)
    _resource(document.pages[0], "/Properties", "/L", one)
    drawn_over(b"/OC /L BDC " + _COVER + b" EMC")(document)


def drawn_letters(document: pikepdf.Pdf) -> None:
    """Write in letters that are drawings of the file's own."""
    shape = document.make_stream(b"500 0 d0 0 0 400 700 re f")
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 500, 700]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=shape),
        Encoding=Dictionary(Differences=Array([97, Name.a])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([500]),
        Resources=Dictionary(),
    )
    _resource(document.pages[0], "/Font", "/Drawn", document.make_indirect(font))
    drawn_over(b"BT /Drawn 12 Tf 1 0 0 1 90 40 Tm (aaa) Tj ET")(document)


def masked(document: pikepdf.Pdf) -> None:
    """Hide words by a mask that lets nothing through."""
    mask = document.make_stream(b"0 g 0 0 600 850 re f")
    mask.Type, mask.Subtype = Name.XObject, Name.Form
    mask.BBox = Array([0, 0, 600, 850])
    mask.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    state = Dictionary(SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=mask))
    _resource(document.pages[0], "/ExtGState", "/Masked", state)
    in_first_text(b"q /Masked gs", b"Q")(document)


# The page itself


def of_page(key: str, value: Any) -> Change:
    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].obj[key] = value

    return change


def stretched(document: pikepdf.Pdf) -> None:
    """Draw the first page higher, and no wider."""
    page = document.pages[0]
    page.contents_add(b"q 1 0 0 1.03 0 -20 cm", prepend=True)
    page.contents_add(b"Q", prepend=False)
    page.contents_coalesce()


def pages_exchanged(document: pikepdf.Pdf) -> None:
    first = document.pages[0]
    del document.pages[0]
    document.pages.insert(1, first)


def page_twice(document: pikepdf.Pdf) -> None:
    document.pages.insert(1, document.pages[0])


def on_paper(width: float, height: float) -> Change:
    """Print each page as large as it fits on other paper, in the middle of it."""

    def change(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            left, bottom, right, top = (float(edge) for edge in page.mediabox)
            scale = min(width / (right - left), height / (top - bottom))
            x = (width - scale * (right - left)) / 2
            y = (height - scale * (top - bottom)) / 2
            page.contents_add(
                f"q {scale} 0 0 {scale} {x} {y} cm".encode(), prepend=True
            )
            page.contents_add(b"Q", prepend=False)
            page.contents_coalesce()
            page.mediabox = Array([0, 0, width, height])
            for item in page.obj.get("/Annots", ()):
                edges = [float(edge) * scale for edge in item.Rect]
                item.Rect = Array(
                    [edges[0] + x, edges[1] + y, edges[2] + x, edges[3] + y]
                )

    return change


# Where things lead


def _links(document: pikepdf.Pdf) -> Iterator[Any]:
    for page in document.pages:
        yield from page.obj.get("/Annots", ())


def link_led_elsewhere(document: pikepdf.Pdf) -> None:
    item = next(_links(document))
    item.A = Dictionary(S=Name.URI, URI=String("https://example.org/"))
    if "/Dest" in item:
        del item["/Dest"]


def link_spread(document: pikepdf.Pdf) -> None:
    """Let a link lie over a whole page."""
    next(_links(document)).Rect = Array([0, 0, 595, 842])


def jump_led_elsewhere(document: pikepdf.Pdf) -> None:
    page = document.pages[-1].obj
    next(item for item in _links(document) if "/Dest" in item).Dest = Array(
        [page, Name.Fit]
    )


def outline_reworded(document: pikepdf.Pdf) -> None:
    document.Root.Outlines.First.Title = String("No torture")


def opened_with_an_address(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.URI, URI=String("http://x"))


def acting_page(document: pikepdf.Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("1"))
    document.pages[0].obj.AA = Dictionary(O=script)


# What is read aloud, attached and said of the file


def described_otherwise(document: pikepdf.Pdf) -> None:
    tag = next(
        item
        for item in document.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/P"
    )
    tag.Alt = String("nothing")


def replaced_when_heard(document: pikepdf.Pdf) -> None:
    described_otherwise(document)
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Alt") == "nothing":
            item.ActualText = String("nothing")
            del item["/Alt"]


def untagged(document: pikepdf.Pdf) -> None:
    del document.Root["/StructTreeRoot"]


def attachments_exchanged(document: pikepdf.Pdf) -> None:
    one, other = (document.attachments[name].obj for name in _two(document))
    one.EF, other.EF = Dictionary(F=other.EF.F), Dictionary(F=one.EF.F)


def attachment_with_two_contents(document: pikepdf.Pdf) -> None:
    spec = document.attachments[_two(document)[0]].obj
    spec.EF.UF = document.make_stream(b"other")


def attachment_renamed(document: pikepdf.Pdf) -> None:
    document.attachments[_two(document)[0]].obj.UF = String("other.exe")


def _two(document: pikepdf.Pdf) -> list[str]:
    return sorted(document.attachments)[:2]


def numbered_otherwise(document: pikepdf.Pdf) -> None:
    roman = Dictionary(S=Name.r)
    document.Root.PageLabels = Dictionary(Nums=Array([0, roman]))


def metadata(edit: Callable[[bytes], bytes]) -> Change:
    def change(document: pikepdf.Pdf) -> None:
        before = document.Root.Metadata.read_bytes()
        after = edit(before)
        assert after != before
        document.Root.Metadata.write(after)

    return change


def stripped(document: pikepdf.Pdf) -> None:
    """Take away all that the file says of itself."""
    del document.Root["/Metadata"]
    for key in list(document.docinfo.keys()):
        del document.docinfo[key]


def noted(document: pikepdf.Pdf) -> None:
    """Leave notes as programs do for themselves."""
    for number, page in enumerate(document.pages):
        page.obj["/pdftk_PageNum"] = number
        page.obj["/PieceInfo"] = Dictionary(Program=Dictionary(LastModified="x"))


def respaced(document: pikepdf.Pdf) -> None:
    """Write each drawing operation on a line of its own."""
    for page in document.pages:
        operations = pikepdf.parse_content_stream(page)
        page.Contents = document.make_stream(
            pikepdf.unparse_content_stream(operations).replace(b" ", b"  ")
        )


def redrawn(change: Change) -> Change:
    """Do what is done, and draw each page a little otherwise besides."""

    def both(document: pikepdf.Pdf) -> None:
        change(document)
        for number in range(len(document.pages)):
            forgeries.drawn_over(b"", number)(document)

    return both
