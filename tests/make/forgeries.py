"""Change a finished PDF file as a forger, a mail filter or a printer might."""

import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

Change = Callable[[pikepdf.Pdf], None]


def changed(pdf: bytes, change: Change) -> bytes:
    """Return a copy of a PDF file with a change."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        copy = io.BytesIO()
        document.save(copy)
    return copy.getvalue()


# What lies over the words


def drawn_over(operations: bytes, page: int = 0) -> Change:
    """Draw something on a page after all else."""

    def change(document: pikepdf.Pdf) -> None:
        document.pages[page].contents_add(b"q " + operations + b" Q", prepend=False)
        document.pages[page].contents_coalesce()

    return change


def annotation(kind: str, **entries: Any) -> Change:
    """Put an annotation over the words of the first page."""

    def change(document: pikepdf.Pdf) -> None:
        shown = document.make_stream(b"1 1 1 rg 0 0 400 300 re f")
        shown.Type, shown.Subtype = Name.XObject, Name.Form
        shown.BBox = Array([0, 0, 400, 300])
        item = Dictionary(
            Type=Name.Annot,
            Subtype=Name("/" + kind),
            Rect=Array([60, 300, 460, 600]),
            F=4,
            AP=Dictionary(N=shown),
            **entries,
        )
        page = document.pages[0].obj
        listed = page.get("/Annots", Array())
        listed.append(document.make_indirect(item))
        page.Annots = listed

    return change


def image_over(document: pikepdf.Pdf) -> None:
    """Lay a white picture over the first page."""
    picture = document.make_stream(b"\xff")
    picture.Type, picture.Subtype = Name.XObject, Name.Image
    picture.Width, picture.Height = 1, 1
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
    page = document.pages[0]
    if "/XObject" not in page.Resources:
        page.Resources.XObject = Dictionary()
    page.Resources.XObject.White = picture
    drawn_over(b"480 0 0 500 60 300 cm /White Do")(document)


def form_field(document: pikepdf.Pdf) -> None:
    """Put a field to fill in over the words."""
    annotation("Widget", FT=Name.Tx, V=String("None"), T=String("a"))(document)
    document.Root.AcroForm = Dictionary(Fields=Array([document.pages[0].Annots[-1]]))


def cropped(document: pikepdf.Pdf) -> None:
    """Show only the top of the first page."""
    document.pages[0].CropBox = Array([0, 500, 595, 842])


# What hides the words


def in_first_text(before: bytes, after: bytes = b"") -> Change:
    """Put operations around the first words that a page draws."""

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        start = content.index(b"BT")
        end = content.index(b"ET", start) + 2
        words = before + b" " + content[start:end] + b" " + after
        page.Contents = document.make_stream(content[:start] + words + content[end:])

    return change


def transparent(document: pikepdf.Pdf) -> None:
    page = document.pages[0]
    if "/ExtGState" not in page.Resources:
        page.Resources.ExtGState = Dictionary()
    page.Resources.ExtGState.Clear = Dictionary(ca=0, CA=0)
    in_first_text(b"q /Clear gs", b"Q")(document)


def on_a_hidden_layer(document: pikepdf.Pdf) -> None:
    layer = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer")))
    document.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]))
    )
    page = document.pages[0]
    page.Resources.Properties = Dictionary(Layer=layer)
    in_first_text(b"/OC /Layer BDC", b"EMC")(document)


def spoken_otherwise(document: pikepdf.Pdf) -> None:
    in_first_text(b"/Span <</ActualText (Nothing happened)>> BDC", b"EMC")(document)


# Letters that are not what they say


def _fonts(document: pikepdf.Pdf) -> Iterator[Any]:
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
            yield item


def read_otherwise(document: pikepdf.Pdf) -> None:
    """Let machines read another digit than the page shows."""
    for font in _fonts(document):
        if "/ToUnicode" in font:
            table = font.ToUnicode.read_bytes()
            for one, other in ((b"<0034>", b"<0037>"), (b"<0030>", b"<0031>")):
                table = table.replace(one, other)
            font.ToUnicode = document.make_stream(table)


def drawn_otherwise(document: pikepdf.Pdf) -> None:
    """Let the page show another letter than machines read."""
    for item in list(document.objects):
        if not isinstance(item, pikepdf.Dictionary) or "/FontFile2" not in item:
            continue
        font = TTFont(io.BytesIO(item.FontFile2.read_bytes()))
        glyphs = font["glyf"]
        filled = [
            name
            for name in font.getGlyphOrder()[1:]
            if glyphs[name].numberOfContours > 0
        ]
        for one, other in zip(filled[::2], filled[1::2], strict=False):
            glyphs[one], glyphs[other] = glyphs[other], glyphs[one]
        copy = io.BytesIO()
        font.save(copy)
        item.FontFile2 = document.make_stream(copy.getvalue())


# What the file carries


def attached(name: str, edit: Callable[[bytes], bytes | None]) -> Change:
    """Change an attachment, or remove it where the edit returns None."""

    def change(document: pikepdf.Pdf) -> None:
        data = edit(document.attachments[name].get_file().read_bytes())
        if data is None:
            del document.attachments[name]
            return
        document.attachments[name].obj.EF.F.write(data)

    return change


def program_added(document: pikepdf.Pdf) -> None:
    spec = pikepdf.AttachedFileSpec(
        document,
        b"MZ",
        filename="open-me.exe",
        description="",
        mime_type="",
        creation_date="",
        mod_date="",
    )
    document.attachments["open-me.exe"] = spec


def script_added(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def links_moved(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        for item in page.obj.get("/Annots", ()):
            item.A = Dictionary(S=Name.URI, URI=String("https://example.org/"))
            if "/Dest" in item:
                del item["/Dest"]


def retagged(document: pikepdf.Pdf) -> None:
    tag = next(
        item
        for item in document.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/BlockQuote"
    )
    tag.S = Name.P


def said_of_itself(key: str, value: str) -> Change:
    def change(document: pikepdf.Pdf) -> None:
        document.docinfo[key] = value

    return change


def language(document: pikepdf.Pdf) -> None:
    document.Root.Lang = String("fr")


# Pages


def page_removed(document: pikepdf.Pdf) -> None:
    del document.pages[-1]


def page_doubled(document: pikepdf.Pdf) -> None:
    document.pages.append(document.pages[0])


def pages_reversed(document: pikepdf.Pdf) -> None:
    document.pages.reverse()


def page_invented(document: pikepdf.Pdf) -> None:
    """Add a page with words of one's own."""
    document.add_blank_page(page_size=(595, 842))
    page = document.pages[-1]
    page.Resources = Dictionary(
        Font=Dictionary(
            F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        )
    )
    page.Contents = document.make_stream(b"BT /F 12 Tf 90 700 Td (No abuse.) Tj ET")


def other_in_front(other: bytes) -> Change:
    def change(document: pikepdf.Pdf) -> None:
        with pikepdf.open(io.BytesIO(other)) as source:
            for number, page in enumerate(source.pages):
                document.pages.insert(number, page)

    return change


# Bytes


def updated(pdf: bytes) -> bytes:
    """Return a file with an update at its end that covers the first page."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        number, _ = page.obj.Contents.objgen
        content = page.Contents.read_bytes() + b" 1 1 1 rg 0 0 500 700 re f"
        size = int(document.trailer.Size)
        root, _ = document.trailer.Root.objgen
    before = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    packed = zlib.compress(content)
    head = b"%d 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n"
    update = pdf + b"\n"
    place = len(update)
    update += head % (number, len(packed)) + packed + b"\nendstream\nendobj\n"
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %d 0 R/Prev %d>>\n"
    values = (number, place, size, root, before)
    return update + table % values + b"startxref\n%d\n%%%%EOF\n" % len(update)


def bomb(size: int) -> Change:
    """Let the first page hold this many blanks, packed small."""

    def change(document: pikepdf.Pdf) -> None:
        packed = zlib.compress(b" " * size, 9)
        stream = pikepdf.Stream(document, packed)
        stream.Filter = Name.FlateDecode
        document.pages[0].Contents = document.make_indirect(stream)

    return change


# Digits in what is drawn


_SHOW = re.compile(rb"/(\S+)\s+[\d.]+\s+Tf|<([0-9a-fA-F]+)>")


def letters(page: pikepdf.Page) -> Iterator[tuple[int, str, str]]:
    """Yield the letters that a page draws: where, by which font, and which."""
    page.contents_coalesce()
    content, font = page.Contents.read_bytes(), ""
    tables = {str(name): _table(font) for name, font in page.Resources.Font.items()}
    for match in _SHOW.finditer(content):
        if match[1]:
            font = f"/{match[1].decode()}"
        elif font:
            for start in range(match.start(2), match.end(2) - 3, 4):
                code = content[start : start + 4].decode().lower()
                yield start, font, tables[font].get(code, "")


def codes(page: Any, font: str) -> dict[str, str]:
    """Return by letter the code that draws it in a font of a page."""
    return {letter: code for code, letter in _table(page.Resources.Font[font]).items()}


def _table(font: Any) -> dict[str, str]:
    """Return the letters of a font by their codes."""
    lines = font.ToUnicode.read_bytes().decode("latin-1").lower()
    pairs = re.findall(r"<([0-9a-f]{4})>\s+<([0-9a-f]+)>", lines)
    return {
        code: bytes.fromhex(text).decode("utf-16-be", "replace") for code, text in pairs
    }


def with_letter(number: int, start: int, code: str) -> Change:
    """Draw another letter in a place of a page."""

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[number]
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        page.Contents = document.make_stream(
            content[:start] + code.encode() + content[start + 4 :]
        )

    return change


Place = tuple[int, int, str]
"""A page, where on it a letter is drawn, and the code that is drawn there instead."""


def with_letters(places: Sequence[Place]) -> Change:
    """Draw other letters in several places."""

    def change(document: pikepdf.Pdf) -> None:
        for number in {number for number, *_ in places}:
            page = document.pages[number]
            page.contents_coalesce()
            content = bytearray(page.Contents.read_bytes())
            for other, start, code in places:
                if other == number:
                    content[start : start + 4] = code.encode()
            page.Contents = document.make_stream(bytes(content))

    return change


def flips(page: pikepdf.Page, signs: str) -> Iterator[tuple[int, str]]:
    """Yield where a page draws one of some letters, and the code of another of them."""
    known = {str(name): codes(page, str(name)) for name in page.Resources.Font}
    for start, font, letter in letters(page):
        if letter in signs:
            others = (known[font].get(sign) for sign in signs if sign != letter)
            if code := next(filter(None, others), None):
                yield start, code


def negations(page: pikepdf.Page, words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield where a word that denies begins on a page, and the code of another letter.

    The first letter makes another word of it, as "now" of "not".
    """
    drawn = list(letters(page))
    # A ligature ("fi") is one sign here, as it is drawn.
    text = "".join((letter or " ")[0] for _, _, letter in drawn)
    for word in words:
        for match in re.finditer(rf"\b{word}\b", text):
            start, font, letter = drawn[match.end() - 1]
            known = codes(page, font)
            others = (known.get(sign) for sign in "wxmsкнмст" if sign != letter)
            if code := next(filter(None, others), None):
                yield start, code


def seen_as(number: int, start: int, font: str, other: str) -> Change:
    """Let a person see another letter in a place, and a machine read the old one."""

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[number]
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        mine = content[start : start + 4].decode().lower()
        drawn = codes(page, font)[other]
        read = next(sign for sign, c in codes(page, font).items() if c == mine)
        copy = document.make_indirect(
            Dictionary(dict(page.Resources.Font[font].items()))
        )
        table = page.Resources.Font[font].ToUnicode.read_bytes()
        was, is_now = (f"<{each.encode('utf-16-be').hex()}>" for each in (other, read))
        line = re.compile(rf"<{drawn}>\s+{was}".encode(), re.IGNORECASE)
        table, number_of = line.subn(f"<{drawn}> {is_now}".encode(), table)
        assert number_of == 1
        copy.ToUnicode = document.make_stream(table)
        page.Resources.Font["/Forged"] = copy
        size = re.findall(rb"/\S+\s+([\d.]+)\s+Tf", content[:start])[-1]
        page.Contents = document.make_stream(
            content[:start]
            + b">] TJ /Forged %s Tf [<%s>] TJ " % (size, drawn.encode())
            + b"%s %s Tf [<" % (font.encode(), size)
            + content[start + 4 :]
        )

    return change


def words_added(number: int = 0) -> Change:
    """Write a sentence in the page's own letters below the others."""

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[number]
        font = next(iter(page.Resources.Font))
        known = codes(page, str(font))
        text = "".join(list(known.values())[:6])
        shown = f"BT {font} 9 Tf 1 0 0 1 90 40 Tm <{text}> Tj ET".encode()
        drawn_over(shown, number)(document)

    return change


_BOX = re.compile(rb"([\d.-]+) ([\d.-]+) ([\d.]+) ([\d.]+) re\s+f\b")


def bar_grown(number: int) -> Change:
    """Make the highest bar of a chart higher by half, and leave its label."""

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[number]
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        boxes = (m for m in _BOX.finditer(content) if 8 < float(m[3]) < 60)
        match = max(boxes, key=lambda box: float(box[4]))
        height = f"{float(match[4]) * 1.5:.2f}".encode()
        higher = b" ".join([match[1], match[2], match[3], height, b"re f"])
        page.Contents = document.make_stream(
            content[: match.start()] + higher + content[match.end() :]
        )

    return change
