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
)
"""Pieces of style sheets of which each should be refused, or be harmless."""


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
            b'<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
            b'<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
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
