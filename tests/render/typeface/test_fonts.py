"""Every letter a brief needs comes from the package's fonts, in all four styles."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fontpkg
import pytest
from fontTools.ttLib import TTFont

from briefs.errors import RenderError
from briefs.render.typeface import fonts
from tests.make.pages import opened, page, pdf_of

LETTERS = "ңөүҢӨҮ ёЁ жщъыэюя «»„“”‘’ – — … № § 0123456789 -·×−† абвгд Fair trial"
FACES = [
    (family, weight, style)
    for family in fonts.FAMILIES
    for weight, style in fonts.FACES
]


@pytest.fixture(scope="module")
def embedded() -> Iterator[dict[str, Any]]:
    """The fonts of a page that shows all letters in all faces, by their names."""
    body = "".join(
        f"<p style=\"font:{style} {weight} 12pt '{family}'\">{LETTERS}</p>"
        for family, weight, style in FACES
    )
    with opened(pdf_of(page(f"<h1>{LETTERS}</h1>{body}"))) as document:
        found = document.pages[0].Resources.Font.as_dict().values()
        yield {str(font.BaseFont).partition("+")[2]: font for font in found}


def postscript_name(family: str, weight: int, style: str) -> str:
    """Return the name under which a face is embedded."""
    endings = ["Bold"] * (weight == 700) + ["Italic"] * (style == "italic")
    return "-".join([family.replace(" ", "-"), *endings])


def glyphs(font: Any) -> dict[str, int]:
    """Return the glyph that an embedded font draws for each character."""
    pairs = re.findall(rb"<(\w{4})> <(\w+)>", font.ToUnicode.read_bytes())
    return {
        bytes.fromhex(text.decode()).decode("utf-16-be"): int(g, 16)
        for g, text in pairs
    }


def outlines(font: TTFont, glyph: int) -> Any:
    """Return the drawing of a glyph."""
    table = font["glyf"]
    return table[font.getGlyphName(glyph)].getCoordinates(table)[0]


def test_no_font_of_the_machine_is_embedded(embedded: dict[str, Any]) -> None:
    assert set(embedded) == {postscript_name(*face) for face in FACES}


@pytest.mark.parametrize("face", FACES, ids=lambda face: postscript_name(*face))
def test_every_letter_is_drawn_as_the_intended_file_draws_it(
    face: tuple[str, int, str], embedded: dict[str, Any]
) -> None:
    file = TTFont(fonts.file(*face))
    drawn = embedded[postscript_name(*face)]
    subset = TTFont(
        io.BytesIO(drawn.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes())
    )
    names = file.getBestCmap()
    intended = {letter: file.getGlyphID(names[ord(letter)]) for letter in set(LETTERS)}
    used = glyphs(drawn)
    assert {letter: used.get(letter) for letter in intended} == intended
    for glyph in intended.values():
        assert outlines(subset, glyph) == outlines(file, glyph)


@pytest.mark.parametrize("family", fonts.FAMILIES)
def test_the_four_styles_are_four_files(family: str) -> None:
    assert len({fonts.file(family, *face).read_bytes() for face in fonts.FACES}) == 4


def test_a_font_package_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none(name: str, *_: object) -> Path:
        raise fontpkg.FamilyNotInstalled(name)

    monkeypatch.setattr(fontpkg, "path", none)
    with pytest.raises(RenderError, match="pip install fontpkg-pt-serif"):
        fonts.file("Briefs Serif", 400, "normal")


def test_a_font_file_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fontpkg, "path", lambda *_: tmp_path / "none.ttf")
    with pytest.raises(RenderError, match=r"none\.ttf is missing"):
        fonts.file("Briefs Sans", 700, "italic")
