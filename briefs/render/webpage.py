"""Make a page stand alone: its styles and its letters inside it, nothing from outside.

What comes out is one file that opens on any screen, today and in years, without a
network. It carries a policy that keeps browsers from loading or running anything else.
"""

import base64
import html
import string
from functools import lru_cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import regex

from briefs.errors import Message, RenderError
from briefs.files import cache, inputs
from briefs.render import assets, importing
from briefs.render.typeface import fonts

POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'; font-src data:; img-src data:\">"
)

_ADDRESS = regex.compile(r"url\(\s*([\"']?)(?!data:|#)(?P<address>[^\"')]+)\1\s*\)")

_SLANTED = regex.compile(r"\b(?:italic|oblique)\b|<(?:address|cite|dfn|em|var)\b")
_LOADING = {"src", "srcset", "poster", "data", "background"}


def self_contained(page: str, look: Path | None = None) -> str:
    """Return the page with its styles, pictures and the letters it uses inside.

    The same page gives the same file. Raise RenderError for a script and for anything
    that would have to be loaded and is not part of the package or of the house's look.
    """
    read = _Reader(page)
    for link, address, media in read.styles:
        url = urljoin(assets.BASE_URL, address)
        importing.require_end(url, look)
        page = page.replace(link, _style(_css(url, look), media))
    rules = _font_faces(page)
    return page.replace("<head>", f"<head>\n{POLICY}", 1).replace(
        "</head>", f"{_style(rules)}\n</head>", 1
    )


def visible_text(page: str) -> str:
    """Return what a reader sees of a page, without its markup."""
    return "".join(_Reader(page).texts)


class _Reader(HTMLParser):
    """Read a page: its visible texts, and its styles as (link, address, media)."""

    _UNSEEN = frozenset({"style", "title"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.styles: list[tuple[str, str, str]] = []
        self._hidden = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in self._UNSEEN
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and given.get("rel") == "stylesheet":
            text = self.get_starttag_text() or ""
            self.styles.append((text, given.get("href", ""), given.get("media", "")))
        elif tag in {"script", "link", "iframe"}:
            raise _foreign(f"<{tag}>")
        for name in _LOADING & given.keys():
            if not given[name].startswith("data:"):
                raise _foreign(given[name])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in self._UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.texts.append(data)


def _style(css: str, media: str = "") -> str:
    condition = f' media="{html.escape(media)}"' if media else ""
    return f"<style{condition}>\n{css.strip()}\n</style>"


def _css(url: str, look: Path | None) -> str:
    """Return a style sheet with what it imports and the pictures it names inside."""
    css = importing.written(_file(url, look))

    def imported(match: Any) -> str:
        inner = _css(urljoin(url, match["address"]), look)
        return f"@media {match['media']} {{{inner}}}" if match["media"] else inner

    def embedded(match: Any) -> str:
        picture, part = urldefrag(urljoin(url, match["address"].strip()))
        file = _file(picture, look)
        data = _data_uri(assets.content(file), assets.CONTENT_TYPES[file.suffix])
        return f'url("{data}{"#" if part else ""}{part}")'

    return str(_ADDRESS.sub(embedded, importing.IMPORT.sub(imported, css)))


def _file(url: str, look: Path | None) -> Path:
    """Return what stands at an address of the package or of the house's look."""
    file = assets.serving(url, look)
    if file is None:
        raise _foreign(url.removeprefix(assets.BASE_URL))
    return file


_CYRILLIC = "".join(map(chr, range(ord("А"), ord("я") + 1))) + "ЁёҢңӨөҮү"
_LATIN = string.ascii_letters + string.digits + " .,:;!?()[]/%&@*+='\"-_#$<>\\{}~"
_USUAL = _LATIN + _CYRILLIC + "\u00a0–—’“”«»·¶…→"
"""What pages in Kyrgyz, Russian and English are written with, and their styles."""


def _font_faces(page: str) -> str:
    """Return the rules that bring each face, with the letters that a page may need.

    A page without italics carries none. A style may show any letter as a capital. What
    nearly every page has is always there, so that most pages share a font that is cut.
    """
    text = html.unescape(page)
    letters = frozenset(text + text.upper() + _USUAL) - {"\n"}
    slanted = _SLANTED.search(page)
    faces = (
        (family, weight, style)
        for family in fonts.FAMILIES
        for weight, style in fonts.FACES
        if slanted or style == "normal"
    )
    return "\n".join(
        fonts.rule(*face, _data_uri(_font(fonts.file(*face), letters), "font/woff2"))
        for face in faces
    )


@lru_cache(maxsize=64)
def _font(file: Path, letters: frozenset[str]) -> bytes:
    """Return a font cut down to some letters, for the web, as it was kept or anew."""
    wanted = "".join(sorted(letters))
    parts = (inputs.read_bytes(file, RenderError), wanted)
    return cache.remember("font", bytes, parts, lambda: _cut_down(file, wanted))


def _cut_down(file: Path, letters: str) -> bytes:
    """Return a font with some letters.

    Its names are dropped but for copyright and licence, as the licence asks of a
    changed font.
    """
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(layout_features=["*"], hinting=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(text=letters)
    with TTFont(file, recalcTimestamp=False) as font:
        # Put aside: to look for all names in use takes as long as all the rest.
        names = font["name"]
        del font["name"]
        subsetter.subset(font)
        names.names = [n for n in names.names if n.isUnicode() and n.nameID in _NAMES]
        font["name"] = names
        font.flavor = "woff2"
        content = BytesIO()
        font.save(content)
    return content.getvalue()


_NAMES = {0, 13, 14}
"""Copyright, licence, and where that stands."""


def _data_uri(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _foreign(what: str) -> RenderError:
    return RenderError(
        Message("{what} cannot be part of a page that stands alone", what=what),
        hint=Message(
            "a page may hold its own styles, and pictures as data:, and no script"
        ),
    )
