"""A picture keeps what is seen of it, and tells nothing of who made it."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from briefs.files.bare import bare

SECRET = "Aigul, /home/aigul/logo"


def png() -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET)
    notes.add_itxt("XML:com.adobe.xmp", SECRET)
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = SECRET
    picture = Image.linear_gradient("L").convert("RGB")
    picture.save(made, "PNG", pnginfo=notes, exif=exif)
    return made.getvalue()


def jpeg(**how: object) -> bytes:
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = SECRET
    picture = Image.linear_gradient("L").convert("RGB")
    picture.save(made, "JPEG", exif=exif, comment=SECRET, **how)
    return made.getvalue() + SECRET.encode()


SVG = f"""<?xml version="1.0"?>
<!-- {SECRET} -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/x"
 xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10" i:file="{SECRET}">
<metadata><a>{SECRET}</a></metadata><i:view name="{SECRET}"/><desc>{SECRET}</desc>
<rect width="4" height="4" fill="red"/><image xlink:href="file:///home/aigul/a.png"/>
<use xlink:href="#a"/><text xml:space="preserve"> A </text></svg>""".encode()


@pytest.mark.parametrize("picture", [png(), jpeg(), jpeg(progressive=True)])
def test_a_photograph_is_seen_as_before(picture: bytes) -> None:
    made = bare(picture)
    assert SECRET.encode() in picture
    assert b"aigul" not in made.lower()
    with Image.open(io.BytesIO(picture)) as one, Image.open(io.BytesIO(made)) as two:
        assert one.tobytes() == two.tobytes()


def test_a_drawing_is_drawn_as_before() -> None:
    made = bare(SVG)
    assert b"aigul" not in made.lower()
    assert b"inkscape" not in made
    for kept in (b'fill="red"', b'href="#a"', b'xml:space="preserve"> A <'):
        assert kept in made


def test_what_is_bare_is_left_as_it_is() -> None:
    for picture in (png(), jpeg(), SVG):
        assert bare(bare(picture)) == bare(picture)


def test_an_entity_stands_for_nothing() -> None:
    bomb = (
        b'<!DOCTYPE svg [<!ENTITY a "'
        + b"x" * 999
        + b'"><!ENTITY b "'
        + b"&a;" * 999
        + b'"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
        b'<svg xmlns="http://www.w3.org/2000/svg"><text>&b;&c;</text></svg>'
    )
    assert len(bare(bomb)) < 10_000


@given(st.binary(max_size=80))
def test_what_is_no_picture_is_no_error(tail: bytes) -> None:
    for head in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8", png()[:60], jpeg()[:60]):
        bare(head + tail)
