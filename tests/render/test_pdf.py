"""A PDF file has no colour when none is wanted, and as many pages as a fold needs."""

import base64
import io

import pypdfium2
import pytest
from PIL import Image

from briefs.errors import RenderError
from briefs.verify import pdftext
from tests.make.pages import SAMPLE, broken_rules, opened, page, pdf_of


def picture(kind: str) -> str:
    """Return a red picture as a data URI."""
    content = io.BytesIO()
    Image.new("RGB", (8, 8), (200, 20, 20)).save(content, kind)
    encoded = base64.b64encode(content.getvalue()).decode()
    return f"data:image/{kind.lower()};base64,{encoded}"


COLOURED = page(
    "<h1>А</h1><p>Кызыл <a href='https://example.org'>шилтеме</a></p>"
    f"<p><img alt='белги' src='{picture('PNG')}'><img alt='белги'"
    f" src='{picture('JPEG')}'><img alt='белги' src='data:image/svg+xml,"
    "%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%229%22 height=%229%22%3E"
    "%3Crect width=%229%22 height=%229%22 fill=%22red%22/%3E%3C/svg%3E'></p>"
    "<svg xmlns='http://www.w3.org/2000/svg' width='50' height='20'><title>а</title>"
    "<defs><pattern id='p' width='4' height='4' patternUnits='userSpaceOnUse'>"
    "<path d='M0 0L4 4' stroke='green'/></pattern></defs><rect width='50' height='20'"
    " fill='url(#p)' stroke='blue'/></svg>",
    "p{color:red;background:rgba(0,0,255,.2);border:1px solid green}",
)


def colours(content: bytes) -> set[tuple[int, int, int]]:
    """Return the colours of a PDF file's pages as printed."""
    with pypdfium2.PdfDocument(content) as document:
        images = [sheet.render(scale=2).to_pil().convert("RGB") for sheet in document]
    return {colour for image in images for _, colour in image.getcolors(1 << 24) or ()}


def is_grey(colour: tuple[int, int, int]) -> bool:
    return len(set(colour)) == 1


def test_mono_leaves_no_colour() -> None:
    assert not all(map(is_grey, colours(pdf_of(COLOURED))))
    mono = pdf_of(COLOURED, mono=True)
    assert all(map(is_grey, colours(mono)))
    assert broken_rules(mono) == []


def test_mono_keeps_the_words() -> None:
    assert pdftext.text(pdf_of(SAMPLE, mono=True)) == pdftext.text(pdf_of(SAMPLE))


@pytest.mark.parametrize(
    "style", ["h1{background:linear-gradient(red,blue)}", "h1{color:oklch(50% .2 30)}"]
)
def test_a_colour_without_a_grey_is_an_error_in_mono(style: str) -> None:
    html = page("<h1>А</h1>", style)
    assert broken_rules(pdf_of(html)) == []
    with pytest.raises(RenderError, match="no grey"):
        pdf_of(html, mono=True)


@pytest.mark.parametrize(("multiple", "pages"), [(1, 2), (2, 2), (4, 4)])
def test_blank_pages_fill_up_a_multiple(multiple: int, pages: int) -> None:
    content = pdf_of(SAMPLE, multiple=multiple)
    with opened(content) as document:
        boxes = {tuple(map(float, sheet.trimbox)) for sheet in document.pages}
        assert len(document.pages) == pages
    assert len(boxes) == 1
    assert pdftext.text(content) == pdftext.text(pdf_of(SAMPLE))


def test_the_metadata_can_be_read_without_unpacking() -> None:
    content = pdf_of(SAMPLE)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert b'pdfaid:part="3" pdfaid:conformance="A"' in content
    assert "Кыйноо жана камакка алуу".encode() in content
