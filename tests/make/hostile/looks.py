"""Spoil what a house brings: templates, styles, page designs and a logo."""

import base64
import struct
import zlib
from pathlib import Path
from random import Random

from tests.make.hostile import noise, values
from tests.make.hostile.documents import PICTURE
from tests.make.places import ROOT

TEMPLATES = (
    "{{ cycler.__init__.__globals__.os.popen('touch ran').read() }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ brief.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    "{{ 'x' * 999999999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ [1] * 999999999 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '{:>999999999}'.format(1) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    '{% include "brief.html.j2" %}',
    '{% extends "../../../etc/passwd" %}',
    '{% include "../../secret.txt" %}',
    '{% import "nosuch" as x %}',
    "{{ nosuch.thing }}",
    "{{ 1 / 0 }}",
    "{{ brief.title.nosuch() }}",
    "{{ brief | sort }}",
    "{{ brief.title | int | filesizeformat }}",
    "{{ [3, 'a'] | sort }}",
    "{{ 'a' | batch(0) | list }}",
    "{{ range(9) | slice(0) | list }}",
    "{{ 'a' | round }}",
    "{{ {} | dictsort(by='x') }}",
    "{{ 'x' | tojson | urlize | xmlattr }}",
    "{{ brief.title | wordwrap(0) }}",
    "{{ 'abc'[99] }}{{ ().__len__ }}",
    "{{ ('a',) | first | last | min | max | sum }}",
    "{% set x = namespace() %}{{ x.y }}",
    "{{ raise }}",
    "{% trans %}{{ a.b }}{% endtrans %}",
    "{{ _('a %(b)s') }}",
    "{{ ngettext('a', 'b', 'c') }}",
    "{% call x() %}{% endcall %}",
    "{% filter upper %}{{ x }}{% endfilter %}",
    "{{" + "(" * 300 + "1" + ")" * 300 + "}}",
    "{% if " + " and ".join(["1"] * 3000) + " %}{% endif %}",
    '<img src="https://example.org/x.png" alt="x">',
    '<img src="file:///etc/passwd" alt="x">',
    '<img src="data:image/png;base64,AAAA" alt="x">',
    '<link rel="stylesheet" href="file:///etc/passwd">',
    '<link rel="attachment" href="file:///etc/passwd">',
    '<object data="../../../secret.txt"></object>',
    '<p style="width:calc(1px/0)">x</p>',
    '<table><tr><td colspan="99999999">x</td></tr></table>',
    "<div>" * 3000,
    '<svg xmlns="http://www.w3.org/2000/svg"><use href="#a" id="a"/></svg>',
)
"""Pieces of templates of which each should be refused, or be harmless."""

STYLES = (
    "@page{size:0 0}",
    "@page{size:1e9cm 1e9cm}",
    "@page{size:-1cm}",
    "@page{margin:99999cm}",
    "@page{margin:-99999cm}",
    "body{font-size:1e9px}",
    "body{font-size:0}",
    "*{width:1e30px;height:1e30px}",
    "p{columns:9999999}",
    "p{text-indent:calc(1px/0)}",
    "*{counter-increment:a 99999999999}",
    "@import 'base.css';",
    "@import 'screen.css'; @import 'own.css';",
    "@import url(https://example.org/x.css);",
    "@import url(file:///etc/passwd);",
    "@font-face{font-family:x;src:url(nosuch.woff2)} body{font-family:x}",
    "@font-face{font-family:x;src:url(own.css)} body{font-family:x}",
    "body{background:url(data:image/png;base64,AAAA)}",
    "body{background:url(own.css)}",
    "blockquote{color:white}",
    "blockquote p{display:none}",
    'p::before{content:"NOT: "}',
    ".quote{font-size:.01px}",
    "blockquote{position:absolute;left:-9999px}",
    "blockquote{transform:scale(.001)}",
    "*{float:left;position:running(x)}",
    "*{content:element(x)}",
    "html{writing-mode:vertical-rl}",
    "p{break-before:page}",
    "p{break-inside:avoid;height:9999cm}",
    "td{width:0;padding:99cm}",
    ":is(" * 200 + "p" + ")" * 200 + "{color:red}",
    "a{color:var(--a);--a:var(--b);--b:var(--a)}",
    "p{" + "--a:1;" * 5000 + "}",
    "}" * 100,
    "{" * 300,
    "/*",
    "@media " + "(" * 300,
    "p{font-family:'\\0'}",
    "p{grid-template-columns:repeat(99999999,1fr);display:grid}",
    "div{display:flex;flex:1 0 1e9px}",
    "*{break-before:page;break-after:page}",
    "@page{size:24pt 24pt;margin:0}",
    "body{font-size:400pt}",
    "p{height:9999cm}",
    "p{line-height:99999pt}",
    "*{border:1e6px solid red}",
    "p{columns:1000;column-gap:0}",
    "*{display:table}",
    "*{display:inline-table;width:1px}",
    "*{display:grid}",
    "p{width:1px;hyphens:auto;text-align:justify}",
    "p::after{content:'" + "x" * 2_000_000 + "'}",
    "p::after{content:leader('.');width:1e9px;display:block}",
    "*{counter-increment:a;counter-reset:a b c d}*::after{content:counters(a,'.')}",
    "li{counter-increment:list-item 2147483647;list-style:upper-roman}",
    "@counter-style x{system:additive;additive-symbols:1 'x'}ol,ul,p{display:list-item;"
    "list-style:x;counter-increment:list-item 99999999}",
    "body{background:repeating-linear-gradient(red 0,blue 1e-7px)}",
    "body{background:linear-gradient(" + ",".join(["red", "blue"] * 20_000) + ")}",
    "body{background-image:url('data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org"
    "/2000/svg%22%20width=%221e9%22%20height=%221e9%22/%3E');background-size:1e-4px}",
    "@import 'own.css';" * 3000,
    "p{" * 2000,
    "p{color:red;" + "&>p{" * 500 + "}" * 500,
    "".join(f"p:nth-child({n}n+1) ~ p + p > b{{color:red}}" for n in range(3000)),
    ":root{--a:x;"
    + "".join(f"--{n}:var(--{n - 1}) var(--{n - 1});" for n in range(40))
    + "}p{font-family:var(--39)}",
    "p{shape-outside:polygon(0 0);transform:rotate(1e99deg) scale(1e99)}",
    "p{margin:-1e9px;letter-spacing:1e9px;word-spacing:-1e9px;text-indent:1e30px}",
    "tr{page-break-inside:avoid;height:99999px}thead{display:table-header-group;"
    "height:99999px}",
    "@page{@footnote{max-height:1px}}p{float:footnote}",
    "p{float:footnote;height:9999px}",
    "*{position:absolute;top:1e9px}",
    "p{orphans:999999;widows:999999}",
    "@font-face{font-family:x;src:url(data:font/ttf;base64,AAEAAAAKAIAAAwAg)}"
    "body{font-family:x}",
)
"""Pieces of style sheets of which each should be refused, or be harmless."""


def _ten_uses(number: int) -> str:
    return f'<use href="#a{number}"/>' * 10


DRAWINGS = (
    "<script>x()</script>",
    '<image href="file:///etc/passwd" width="9" height="9"/>',
    '<image xlink:href="http://example.org/x.png" width="9" height="9"/>',
    '<use href="http://example.org/x.svg#a"/>',
    "<style>@import url(file:///etc/passwd); *{fill:url(http://example.org/x)}</style>",
    '<rect width="9" height="9" fill="url(http://example.org/x.svg#p)"/>',
    "<g>" * 3000 + "</g>" * 3000,
    '<g id="a0"><rect width="1" height="1"/></g>'
    + "".join(f"<g id='a{n}'>" + _ten_uses(n - 1) + "</g>" for n in range(1, 10))
    + '<use href="#a9"/>',
    '<path stroke="red" stroke-dasharray="1e-7" d="M0 0L1e9 1e9"/>',
    '<path d="' + "M0 0L1 1" * 300_000 + '"/>',
    '<pattern id="p" width="1e-6" height="1e-6" patternUnits="userSpaceOnUse">'
    '<rect width="1" height="1"/></pattern><rect width="9" height="9" fill="url(#p)"/>',
    '<pattern id="p" width="1" height="1"><rect width="9" height="9" fill="url(#p)"/>'
    '</pattern><rect width="9" height="9" fill="url(#p)"/>',
    '<mask id="m"><rect mask="url(#m)" width="9" height="9"/></mask>'
    '<rect mask="url(#m)" width="9" height="9"/>',
    '<marker id="m"><path d="M0 0L9 9" marker-start="url(#m)"/></marker>'
    '<path d="M0 0L9 9" marker-start="url(#m)"/>',
    '<text font-size="1e9">' + "x" * 100_000 + "</text>",
    "<foreignObject><p>words</p></foreignObject>",
    '<linearGradient id="g" href="#g"/><rect width="9" height="9" fill="url(#g)"/>',
)
"""What a drawing may hold that loads, runs, or never ends."""

_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
LAUGHS = f'<!DOCTYPE s [<!ENTITY a0 "ha">{_LAUGHS}]>'
"""Eleven entities that each say the one before ten times."""


def put(random: Random, place: Path) -> None:
    """Put the settings of a house and its look into a folder."""
    home = place / "look"
    for kind in ("templates", "styles"):
        (home / kind).mkdir(parents=True)
    lines = ['look = "look"']
    how = random.randrange(5)
    if how == 0:
        _template(random, home)
    elif how == 1:
        _style(random, home)
    elif how == 2:
        design = (ROOT / "templates" / "brief.toml").read_text("utf-8")
        (home / "templates" / "brief.toml").write_bytes(values.toml(random, design))
    elif how == 3:
        lines += ["[issuer]", 'name = "House"', f'logo = "{_logo(random, place)}"']
    else:
        _odd(random, home)
    (place / "briefs.toml").write_text("\n".join(lines) + "\n", "utf-8")


def _template(random: Random, home: Path) -> None:
    names = ("brief.html.j2", "_parts.html.j2", "_quote.html.j2", "_page.html.j2")
    name = random.choice(names)
    source = (ROOT / "templates" / name).read_text("utf-8")
    path = home / "templates" / name
    if random.random() < 0.3:
        path.write_bytes(noise.spoiled(random, source.encode()))
        return
    lines = source.split("\n")
    at = random.randrange(len(lines) + 1)
    lines.insert(at, random.choice(TEMPLATES))
    path.write_text("\n".join(lines), "utf-8")


def _style(random: Random, home: Path) -> None:
    source = (ROOT / "styles" / "base.css").read_text("utf-8")
    path = home / "styles" / "base.css"
    if random.random() < 0.3:
        path.write_bytes(noise.spoiled(random, source.encode()))
        return
    chosen = random.choice(STYLES)
    (home / "styles" / "own.css").write_text(chosen, "utf-8")
    both = (chosen + source, f"{source}\n{chosen}")
    path.write_text(random.choice(both), "utf-8")


def _odd(random: Random, home: Path) -> None:
    path = home / random.choice(
        ("templates/brief.html.j2", "templates/brief.toml", "styles/base.css")
    )
    if random.random() < 0.3:
        noise.outside(path, home.parent)
    else:
        noise.replaced(random, path)


def _logo(random: Random, place: Path) -> str:
    name = random.choice(("logo.png", "logo.svg", "logo.jpg"))
    content = random.choice(
        (
            noise.broken(random, PICTURE),
            _picture(60_000, 60_000),
            _picture(0, 0),
            b"GIF89a" + bytes(40),
            b'<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>',
            b'<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1e9"/>',
            b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"'
            b' width="9" height="9"/></svg>',
            _drawing(random.choice(DRAWINGS)),
            _drawing(random.choice(DRAWINGS)),
            _drawing(random.choice(DRAWINGS)),
            (LAUGHS + _drawing("<text>&a11;</text>").decode()).encode(),
            b'<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            b'<svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
            b"<svg>" * 5000,
            base64.b64encode(bytes(2_000_000)),
            b"",
        )
    )
    path = place / name
    path.write_bytes(content)
    if random.random() < 0.05:
        noise.replaced(random, path)
    return name


def _drawing(inside: str) -> bytes:
    """Return an SVG picture that holds something."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink">{inside}</svg>'
    ).encode()


def _picture(width: int, height: int) -> bytes:
    """Return a PNG picture that says it has this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    dots = zlib.compress(bytes(1000))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", head),
            chunk(b"IDAT", dots),
            chunk(b"IEND", b""),
        )
    )
