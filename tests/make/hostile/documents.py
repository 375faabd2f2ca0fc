"""Reports and finished briefs, and the ways to spoil them."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.make import shelf
from tests.make.commands import run
from tests.make.documents import docx, odt, web_page
from tests.make.hostile import noise

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944"
    "4154789c63f8cfc0f01f00050001ff56c72f0d0000000049454e44ae426082"
)
"""A PNG picture of one dot."""

ITEMS = [
    (1, "Torture"),
    (0, "The law forbids torture. Police officers beat detainees in 2020."),
    (2, "Women"),
    (0, "The government opened a shelter for women who had suffered violence."),
]


@cache
def _made(name: str) -> bytes:
    """Return the brief of the small corpus under a name."""
    with TemporaryDirectory() as folder:
        home = shelf.small_corpus(Path(folder) / "corpus")
        file = Path(folder) / name
        told = run("build", "torture", "-l", "en", "-q", "--corpus", home, "-o", file)
        assert told.code == 0, told.err
        return file.read_bytes()


def brief() -> bytes:
    """Return a finished brief as PDF."""
    return _made("m.pdf")


def page() -> bytes:
    """Return a finished brief as a web page."""
    return _made("m.html")


@cache
def reports() -> Sequence[tuple[str, bytes]]:
    """Return a report in every format that can be added, under its name."""
    return (
        ("r.txt", shelf.ENGLISH.encode()),
        ("r.txt", shelf.KYRGYZ.encode()),
        ("r.html", web_page(ITEMS).encode()),
        ("r.md", b"# Torture\n\nThe law forbids torture.\n\n| a | b |\n|---|---|\n"),
        ("r.docx", docx(ITEMS)),
        ("r.odt", odt(ITEMS)),
        ("r.pdf", brief()),
    )


def repacked(random: Random, content: bytes) -> bytes:
    """Return a packed document with a broken part, or broken as a whole."""
    if content.startswith(b"%PDF"):
        return tampered(random, content)
    if random.random() < 0.3:
        return noise.broken(random, content)
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    name = random.choice(sorted(parts))
    entities = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    parts[name] = random.choice(
        (
            noise.spoiled(random, parts[name]),
            noise.broken(random, parts[name]),
            entities + parts[name],
            parts[name].replace(b">", b"><w:p>" * 500, 1),
            bytes(90_000_000),
            b"",
        )
    )
    if random.random() < 0.2:
        parts["../../../escaped.txt"] = b"x"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for each, data in parts.items():
            new.writestr(each, data)
    return packed.getvalue()


def tampered(random: Random, content: bytes) -> bytes:
    """Return a finished file that was broken, locked, blown up or added to."""
    if random.random() < 0.4 or not content.startswith(b"%PDF"):
        spoil = noise.broken if content.startswith(b"%PDF") else noise.spoiled
        return spoil(random, content)
    with pikepdf.open(io.BytesIO(content)) as document:
        change = random.choice(_CHANGES)
        change(random, document)
        written = io.BytesIO()
        locked = random.random() < 0.1
        document.save(
            written,
            encryption=pikepdf.Encryption(owner="o", user="u") if locked else None,
        )
    return written.getvalue()


def _recipe(random: Random, document: pikepdf.Pdf) -> None:
    """Give the file another recipe, or one that has no end."""
    names = [name for name in document.attachments if name.endswith(".json")]
    name = random.choice(names)
    old = document.attachments[name].get_file().read_bytes()
    new = random.choice(
        (
            noise.spoiled(random, old),
            b"[" * 100_000,
            b'{"a":' * 50_000,
            b"1" * 5000,
            re.sub(rb'"date": "[^"]*"', b'"date": "9999-99-99"', old),
            re.sub(rb'"topics": \[[^]]*\]', b'"topics": ["../../x"]', old),
            re.sub(rb'"profile": "[^"]*"', b'"profile": "../../../etc"', old),
            bytes(5_000_000),
            b"null",
            b"[]",
            b"1e999",
        )
    )
    document.attachments[name] = pikepdf.AttachedFileSpec(document, new, filename=name)


def _bomb(random: Random, document: pikepdf.Pdf) -> None:
    """Add a stream that unpacks to far more than it weighs."""
    big = zlib.compress(bytes(random.choice((1_000_000, 300_000_000))), 9)
    stream = document.make_stream(b"")
    stream.write(big, filter=Name.FlateDecode)
    where = random.randrange(3)
    if where == 0:
        document.pages[0].Contents = Array([document.pages[0].Contents, stream])
    elif where == 1:
        document.Root.Metadata = stream
    else:
        document.Root.Bomb = stream


def _deep(random: Random, document: pikepdf.Pdf) -> None:
    """Nest what a program may follow without an end."""
    inner = Dictionary()
    for _ in range(random.choice((50, 400))):
        inner = Dictionary(K=Array([inner]), S=Name.P)
    where = random.choice(("/StructTreeRoot", "/Outlines", "/Names", "/Dests"))
    document.Root[where] = document.make_indirect(inner)


def _circle(random: Random, document: pikepdf.Pdf) -> None:
    """Let the pages, the tags or a form lead back to themselves."""
    root = document.Root
    where = random.randrange(3)
    if where == 0:
        root.Pages.Kids = Array([root.Pages])
    elif where == 1:
        root.StructTreeRoot.K = Array([root.StructTreeRoot])
    else:
        form = document.make_stream(b"/X Do")
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox = Array([0, 0, 9, 9])
        form.Resources = Dictionary(XObject=Dictionary(X=form))
        document.pages[0].Resources.XObject = Dictionary(X=form)
        document.pages[0].contents_add(b"/X Do")


def _typed(random: Random, document: pikepdf.Pdf) -> None:
    """Put a value of another type where a program expects one."""
    odd = (1, -1, Name.X, Array([]), Dictionary(), b"\xff", True, "x" * 1000)
    places = (
        (document.Root, ("/Pages", "/Lang", "/Metadata", "/Names", "/AF", "/MarkInfo")),
        (document.pages[0].obj, ("/MediaBox", "/Contents", "/Resources", "/Annots")),
        (document.pages[0].obj, ("/Rotate", "/CropBox", "/StructParents", "/Type")),
        (document.trailer, ("/Info", "/ID")),
        (document.Root.StructTreeRoot, ("/K", "/ParentTree", "/RoleMap")),
    )
    item, keys = random.choice(places)
    value = random.choice(odd)
    key = random.choice(keys)
    if value is odd[0] and key in item:
        del item[key]
    else:
        item[key] = value


def _picture(random: Random, document: pikepdf.Pdf) -> None:
    """Draw a picture of impossible size."""
    picture = document.make_stream(b"\xff")
    picture.Type, picture.Subtype = Name.XObject, Name.Image
    size = random.choice((0, -1, 100_000, 2_000_000_000))
    picture.Width, picture.Height = size, size
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
    document.pages[0].Resources.XObject = Dictionary(X=picture)
    document.pages[0].contents_add(b"q 9 0 0 9 0 0 cm /X Do Q")


def _pages(random: Random, document: pikepdf.Pdf) -> None:
    """Leave no page, or give a page no size or no end."""
    how = random.randrange(4)
    if how == 0:
        del document.pages[:]
    elif how == 1:
        document.pages[0].MediaBox = Array([0, 0, random.choice((0, -9, 1e9)), 9])
    elif how == 2:
        document.pages[0].Contents = document.make_stream(b"q " * 100_000)
    else:
        document.pages[0].Rotate = 45


_CHANGES: Sequence[Callable[[Random, pikepdf.Pdf], None]] = (
    _recipe,
    _recipe,
    _bomb,
    _deep,
    _circle,
    _typed,
    _typed,
    _picture,
    _pages,
)
