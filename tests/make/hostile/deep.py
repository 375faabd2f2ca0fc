"""Inputs that are whole to their first reader, and hostile to the next one.

A picture whose dots never end, a recipe with a right seal, an archive whose table lies,
markup that no layout can hold, a letter that would like to be two.
"""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

from briefs.verify import recipe as recipes
from tests.make.hostile import documents, noise, said, values
from tests.make.hostile.arena import Call, Kind

_BUILD = ("build", "torture", "-l", "en", "-q", "--corpus", "corpus", "-o")
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="42">{}</svg>'


# Logos


def _laughing(random: Random) -> bytes:
    """Let each of many drawings be ten of the one before."""
    depth = random.choice((3, 6, 12))
    drawn = '<g id="a0"><rect width="9" height="9"/></g>'
    for level in range(1, depth):
        uses = f'<use href="#a{level - 1}"/>' * 10
        drawn += f'<g id="a{level}">{uses}</g>'
    return _SVG.format(f'<defs>{drawn}</defs><use href="#a{depth - 1}"/>').encode()


def _drawn(random: Random) -> bytes:
    number = random.choice(("1e9", "-1", "nan", "1e-9", "99999999", "0", "%", "1e400"))
    inside = random.choice(
        (
            f'<pattern id="p" width="{number}" height="{number}"><rect width="9" '
            'height="9"/></pattern><rect width="90" height="42" fill="url(#p)"/>',
            f'<filter id="f"><feGaussianBlur stdDeviation="{number}"/></filter>'
            '<rect filter="url(#f)" width="9" height="9"/>',
            f'<path d="M0 0{" L9 9" * random.choice((9, 200_000))} A {number} 1"/>',
            f'<text font-size="{number}" x="{number}">a</text>',
            f'<rect width="9" height="9" transform="skewX({number}) scale({number})"/>',
            f'<g transform="matrix({number} 0 0 0 0 0)"><circle r="{number}"/></g>',
            "<g>" * random.choice((200, 5000)) + "</g>" * 200,
            '<marker id="m" markerWidth="9"><path marker-end="url(#m)" d="M0 0L1 1"/>'
            '</marker><path marker-mid="url(#m)" d="M0 0L1 1L2 2"/>',
            '<clipPath id="c"><rect clip-path="url(#c)"/></clipPath>'
            '<rect clip-path="url(#c)" width="9" height="9"/>',
            '<mask id="m" mask="url(#m)"/><rect mask="url(#m)" width="9" height="9"/>',
            f"<style>*{{stroke-width:{number};stroke-dasharray:{number} 1e-9}}</style>"
            '<path stroke="red" d="M0 0L90 90"/>',
            f"<!-- {noise.text(random)} --><metadata>{noise.text(random)}</metadata>",
        )
    )
    size = random.choice(("", f' viewBox="0 0 {number} {number}"'))
    return _SVG.replace(' height="42"', f' height="42"{size}').format(inside).encode()


def _entities(random: Random) -> bytes:
    rows = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    outside = random.choice(("file:///etc/passwd", "http://127.0.0.1/x", "/dev/zero"))
    return (
        f'<!DOCTYPE svg [<!ENTITY e0 "ha"><!ENTITY x SYSTEM "{outside}">{rows}]>'
        + _SVG.format("<text>&e9;&x;</text>")
    ).encode()


def _dots(random: Random) -> bytes:
    """Return a picture of dots with odd parts, or parts that lie of their length."""
    made = io.BytesIO()
    kind = random.choice(("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"))
    mode = random.choice(("RGB", "L", "1", "P") if kind != "JPEG" else ("RGB", "L"))
    picture = Image.linear_gradient("L").resize((90, 42)).convert(mode)
    notes: dict[str, Any] = {}
    if kind in {"PNG", "JPEG"}:
        exif = Image.Exif()
        exif[0x0112] = random.choice((0, 1, 3, 6, 8, 9, 255, "x"))
        exif[0x013B] = noise.text(random)
        notes = {"exif": exif}
    try:
        picture.save(made, kind, **notes)
    except (ValueError, OSError, struct.error):
        picture.save(made, kind)
    data = bytearray(made.getvalue())
    for _ in range(random.choice((0, 0, 1, 3))):
        at = random.randrange(len(data) - 4)
        data[at : at + 4] = random.choice(
            (
                b"\xff\xff\xff\xff",
                b"\0\0\0\0",
                b"\x7f\xff\xff\xff",
                b"IEND",
                b"\xff\xd9",
            )
        )
    return bytes(data)


def _png_bomb(random: Random) -> bytes:
    """Return a small picture of very many dots, all of them there."""
    side = random.choice((3_000, 9_000, 20_000))

    def part(name: bytes, data: bytes) -> bytes:
        size, crc = len(data).to_bytes(4), zlib.crc32(name + data).to_bytes(4)
        return size + name + data + crc

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((side // 8 + 1) * side), 9)
    parts = (b"IHDR", head), (b"IDAT", rows), (b"tEXt", b"x" * 99), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(part(*each) for each in parts)


def logo(random: Random, place: Path) -> Call:
    """A logo that is small as a file and endless as a drawing."""
    said.corpus(place)
    make = random.choice(
        (_laughing, _drawn, _drawn, _entities, _dots, _dots, _png_bomb)
    )
    data = make(random)
    ending = "svg" if b"<svg" in data else random.choice(("png", "jpg", "jpeg", "svg"))
    (place / f"logo.{ending}").write_bytes(data)
    issuer = f'[issuer]\nname = "House"\nlogo = "logo.{ending}"\n'
    (place / "briefs.toml").write_text(issuer, "utf-8")
    return Call([*_BUILD, random.choice(("b.pdf", "b.html"))])


# Briefs whose recipe is right in itself


def _odd(random: Random, key: str, value: Any) -> Any:
    """Return another value of the kind of one, or of none."""
    text = noise.text(random, random.choice((8, 8, 400)))
    if isinstance(value, bool):
        return random.choice((not value, value, 1, None))
    if isinstance(value, list):
        return random.choice(([], [text] * random.choice((1, 9, 2000)), value * 300))
    if isinstance(value, dict):
        keys = [*value, text]
        return {**value, random.choice(keys): random.choice((text, "a" * 64, None, 1))}
    if key == "date":
        days = ("0001-01-01", "9999-12-31", "2026-02-30", "2026-11-22T00:00", text)
        return random.choice(days)
    odd: tuple[Any, ...] = (text, None, 0, -1, 10**30, 1.5, "x" * 100_000, [], {})
    return random.choice(odd)


_CHOSEN: Sequence[tuple[str, Any]] = (
    ("years", [1900, 2100]),
    ("years", list(range(1900, 2101))),
    ("countries", ["KGZ"]),
    ("countries", ["XXX"] * 500),
    ("profile", "handout"),
    ("profile", "large-print"),
    ("paper", "letter"),
    ("pages", 1),
    ("pages", 10_000),
    ("quotes", "annex"),
    ("by", "topic"),
    ("full", True),
    ("clear", True),
    ("names", "withheld"),
    ("withhold", True),
    ("accent", "#000000"),
    ("look", "a" * 64),
    ("format", "html"),
    ("locale", "zz"),
    ("topics", ["women"]),
    ("topics", ["torture"] * 200),
    ("picks", {"pin": ["hrr-2020-kgz-en-5d5fe85ef439"] * 900}),
    ("words", {"title": "x" * 9_000, "intro": "", "call": ""}),
    ("words", {"title": "", "intro": "[" * 9_000, "call": "*" * 9_000}),
    ("words", {"title": "<b>", "intro": "> " * 3_000 + "x", "call": "- " * 3_000}),
)


def sealed(random: Random, place: Path) -> Call:
    """A brief whose recipe says something else, under a seal that is right."""
    said.corpus(place)
    with pikepdf.open(io.BytesIO(documents.brief())) as document:
        held = document.attachments[recipes.NAME].get_file().read_bytes()
        told = json.loads(held)
        del told["seal"]
        for _ in range(random.choice((1, 1, 2, 4))):
            if random.random() < 0.5:
                key, value = random.choice(_CHOSEN)
            else:
                key = random.choice(sorted(told))
                value = _odd(random, key, told[key])
            told[key] = value
        if random.random() < 0.15:
            data = _laughing(random) if random.random() < 0.5 else _png_bomb(random)
            told["issuer"] = {"name": "H", "contact": "", "logo": _embedded(data)}
        told["seal"] = recipes._seal(told)
        made = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)
        document.attachments[recipes.NAME] = pikepdf.AttachedFileSpec(
            document, made.encode("utf-8", "surrogatepass"), filename=recipes.NAME
        )
        document.save(place / "m.pdf")
    more = random.choice(([], ["--json"]))
    return Call(["verify", "m.pdf", "--corpus", "corpus", *more])


def _embedded(data: bytes) -> str:
    import base64

    kind = "svg+xml" if b"<svg" in data else "png"
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def letter(random: Random, place: Path) -> Call:
    """A brief whose title, letter or attachments would be lines of a mail."""
    odd = random.choice(
        (
            "a\r\nBcc: x@example.org",
            "a\n\n<script>x</script>",
            "a\r\n\r\n--briefs-draft\r\nContent-Type: text/html\r\n\r\nx",
            "=?utf-8?b?DQpCY2M6eA==?=",
            "\ud800",
            "x" * 100_000,
            noise.text(random, 40),
        )
    )
    with pikepdf.open(io.BytesIO(documents.brief())) as document:
        where = random.randrange(4)
        if where == 0:
            document.docinfo["/Title"] = odd.encode("utf-8", "replace").decode()
        elif where == 1:
            old = document.attachments["letter.json"].get_file().read_bytes()
            told = json.loads(old)
            key = random.choice(sorted(told))
            told[key] = random.choice((odd, [odd] * 40, {odd: odd}, None, 10**400))
            document.attachments["letter.json"] = pikepdf.AttachedFileSpec(
                document,
                json.dumps(told).encode("utf-8", "surrogatepass"),
                filename="letter.json",
            )
        elif where == 2:
            name = f"{odd[:60]}.json".replace("\0", "").replace("\ud800", "")
            document.attachments[name] = pikepdf.AttachedFileSpec(
                document, b"{}", filename=name
            )
        else:
            document.Root.Lang = pikepdf.String("zz-" + odd[:20].replace("\ud800", ""))
        document.save(place / "m.pdf")
    name = random.choice(("m.pdf", "a\nb.pdf", "-m.pdf", 'a";x="b.pdf', "é.pdf"))
    (place / "m.pdf").rename(place / name)
    return Call(["mail", "--to", "a@example.org", "--", name])


# Reports of other programs


def archive(random: Random, place: Path) -> Call:
    """A file of a word processor whose archive or XML is more than it seems."""
    name, content = random.choice([r for r in documents.reports() if r[1][:2] == b"PK"])
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts = {each: old.read(each) for each in old.namelist()}
    main = next(
        each for each in parts if each.endswith(("document.xml", "content.xml"))
    )
    how = random.randrange(7)
    text = parts[main]
    if how == 0:
        rows = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
        head = f'<!DOCTYPE x [<!ENTITY e0 "ha">{rows}]>'.encode()
        text = head + text.replace(b"torture", b"&e8;")
    elif how == 1:
        depth = random.choice((300, 20_000))
        text = text.replace(b"torture", b"<a>" * depth + b"x" + b"</a>" * depth, 1)
    elif how == 2:
        text = text.replace(b"torture", b"w " * random.choice((9, 2_000_000)), 1)
    elif how == 3:
        text = text.replace(b"torture", noise.text(random).encode("utf-8", "replace"))
    elif how == 4:
        text = text.replace(b"<?xml", b'<?xml version="1.0" encoding="klingon"?><?x')
    elif how == 5:
        text = text.decode().encode(random.choice(("utf-16", "utf-32", "cp037")))
    parts[main] = text
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for each, data in parts.items():
            new.writestr(each, data)
        for number in range(random.choice((0, 0, 30_000))):
            new.writestr(f"x/{number}", b"")
        if how == 6:
            new.writestr(main, text)  # the same name again
    whole = packed.getvalue()
    if random.random() < 0.3:  # the table at the end lies
        at = whole.rfind(b"PK\x01\x02") + random.choice((16, 20, 24, 28, 30, 42))
        whole = whole[:at] + b"\xff\xff\xff\x7f" + whole[at + 4 :]
    (place / name).write_bytes(whole)
    return _ingested(random, name)


def _ingested(random: Random, name: str) -> Call:
    told = ["--report", "hrr", "--year", "2021", "--country", "KGZ", "--title", "A"]
    dry = ["--dry-run", "--json"] if random.random() < 0.6 else ["--corpus", "corpus"]
    return Call(["ingest", name, *told, *dry])


def markup(random: Random, place: Path) -> Call:
    """A web page that no table, list or paragraph can hold."""
    many = random.choice((9, 3_000, 60_000))
    number = random.choice(("1000000000", "-1", "0", "nan", "65535"))
    text = "The law forbids torture. Police officers beat detainees in 2020. "
    inside = random.choice(
        (
            f'<table><tr><td rowspan="{number}" colspan="{number}">{text}</table>',
            "<table><tr>" + "<td>x" * many + "</table>",
            "<table><tr><td>" * min(many, 3_000) + text,
            "<div>" * many + text,
            "<ul><li>" * many + text,
            f"<p>{text * min(many, 3_000)}",
            "<p>" + "torture" * many,
            f"<p {''.join(f'a{n}=x ' for n in range(many))}>{text}",
            f'<p title="{"x" * many * 9}">{text}',
            "&" * many + "&#x110000;&#0;&#xD800;&#99999999999;" + text,
            f"<!--{'-' * many}><p>{text}",
            f"<script>{'</' * many}",
            f"<h{number}>{text}</h{number}>" * 9,
            f"<a href='javascript:{'x' * many}'>{text}</a>",
            f"<sup>1</sup>{text}" * min(many, 3_000),
            f"<pre>{' ' * many}{text}</pre>",
            f"<p hidden>{text}<p style='display:none'>{text}<template>{text}",
        )
    )
    charset = random.choice(("utf-8", "utf-7", "klingon", "utf-16", "", "x" * 999))
    page = f'<html lang="en"><meta charset="{charset}"><title>A</title><h1>Torture</h1>'
    (place / "r.html").write_bytes(f"{page}<p>{text}{inside}".encode())
    return _ingested(random, "r.html")


def paged(random: Random, place: Path) -> Call:
    """A PDF report whose pages, fonts or tables of letters never end."""
    with pikepdf.open(io.BytesIO(documents.brief())) as document:
        page = document.pages[0]
        how = random.randrange(8)
        if how == 0:
            for _ in range(random.choice((50, 3_000))):
                document.pages.append(page)
        elif how == 1:
            font = next(iter(page.Resources.Font.values()))
            table = b"<0001> <ffff> <0000>\n" * random.choice((1, 5_000))
            font.ToUnicode = document.make_stream(
                b"begincmap 1 beginbfrange\n" + table + b"endbfrange endcmap"
            )
        elif how == 2:
            letters = b"(torture) Tj " * random.choice((9, 20_000))
            name = str(next(iter(page.Resources.Font))).encode()
            page.contents_add(b"BT %s 9 Tf " % name + letters + b"ET")
        elif how == 3:
            big = random.choice((14_400, 1e7, -5))
            page.MediaBox = Array([0, 0, big, big])
        elif how == 4:
            item = document.make_indirect(Dictionary(Title="x"))
            item.Next = item
            document.Root.Outlines = document.make_indirect(Dictionary(First=item))
        elif how == 5:
            inner = document.make_stream(b"/F Do /F Do")
            inner.Type, inner.Subtype, inner.BBox = (
                Name.XObject,
                Name.Form,
                [0, 0, 9, 9],
            )
            inner.Resources = Dictionary(XObject=Dictionary(F=inner))
            page.Resources.XObject = Dictionary(F=inner)
            page.contents_add(b"/F Do")
        elif how == 6:
            page.contents_add(b"q 1 0 0 1 1 1 cm " * random.choice((99, 100_000)))
        else:
            tree = document.Root.StructTreeRoot
            tree.ParentTree = Dictionary(Nums=Array([0, tree]))
            tree.RoleMap = Dictionary(P=Name.H1, H1=Name.P)
        document.save(place / "r.pdf")
    return _ingested(random, "r.pdf")


# What people judge


_DRAFT = """\
ACCEPT,LEVEL,PARAGRAPH,QUOTE,INDICATOR,VALUE,UNIT,PERIOD,NOTE
yes,sure,2,three cases,complaints,3,cases,2020,
"""


def judged(random: Random, place: Path) -> Call:
    """A draft of figures that somebody filled in, or the list of it that is made."""
    home = said.corpus(place)
    edition = "hrr-2020-kgz-en"
    figures = home / "editions" / edition / "figures.csv"
    source = figures.read_text("utf-8") if figures.exists() else _DRAFT
    draft = random.choice((source, _DRAFT, "yes," + source, f"ACCEPT,{source}"))
    (place / "draft.csv").write_bytes(values.table(random, draft))
    if random.random() < 0.1:
        noise.replaced(random, place / "draft.csv")
    words = random.choice(
        (
            ("accept", edition, "draft.csv"),
            ("accept", edition, "draft.csv", "--all-sure"),
            (
                "review",
                edition,
                "-o",
                random.choice(("out.csv", "draft.csv", "corpus")),
            ),
            ("review", noise.text(random, 4).replace("\0", "")),
        )
    )
    return Call(["figures", *words, "--corpus", "corpus"])


def compared(random: Random, place: Path) -> Call:
    """Words and years that a question is asked with."""
    said.corpus(place)
    text = noise.text(random, random.choice((6, 60))).replace("\0", "")
    years = random.choice(
        ("2019,2020", "2020,2019", "2019", "1-99999", "2019-", "-", ",", text)
    )
    words = random.choice(
        (
            ("changes", "torture", "--years", years, "--json"),
            ("search", text, "--json"),
            ("search", '"' + text, "-n", random.choice(("0", "-1", "9" * 30, "x"))),
            ("excerpts", text, "--json"),
            ("coverage", "torture", "--years", years),
            ("figures", "torture", "--years", years, "--csv"),
            ("topics", "check", text),
            ("build", "torture", "--replaces", "m.pdf", "-o", "b.html", "-l", "en"),
        )
    )
    if "--replaces" in words:
        (place / "m.pdf").write_bytes(documents.tampered(random, documents.brief()))
    return Call([*words, "--corpus", "corpus"])


KINDS: dict[str, Kind] = {
    "logo": logo,
    "sealed": sealed,
    "letter": letter,
    "archive": archive,
    "markup": markup,
    "paged": paged,
    "judged": judged,
    "compared": compared,
}
