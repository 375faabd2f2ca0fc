"""A booklet's sheets, printed on both sides and folded, read in order."""

import io

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.render.imposition import SHEETS, booklet, saddle_stitch
from tests.make.pages import opened, page, pdf_of

A5 = "@page{size:A5;margin:20mm;@bottom-center{content:counter(page)}}"


def leaflet(pages: int, style: str = A5) -> bytes:
    """Return a PDF file whose pages say their number."""
    body = "".join(f"<h2>бет-{number}</h2>" for number in range(2, pages + 1))
    style += "h2{break-before:page}"
    return pdf_of(page(f"<h1>бет-1</h1>{body}", style))


def read(sheets: bytes) -> list[list[str]]:
    """Return what stands on each side of the sheets, from left to right."""
    with pypdfium2.PdfDocument(sheets) as document:
        sides = []
        for side in document:
            text, middle = side.get_textpage(), side.get_width() / 2
            halves = (0, 0, middle, 999), (middle, 0, 2 * middle, 999)
            sides.append(
                [text.get_text_bounded(*half).split("\r\n")[0] for half in halves]
            )
    return sides


@given(st.integers(min_value=1, max_value=80))
def test_folded_sheets_read_in_order(pages: int) -> None:
    sides = saddle_stitch(pages)
    fronts, backs = sides[::2], sides[1::2]
    opening = [page for front, back in zip(fronts, backs, strict=True)
               for page in (front[1], back[0])]  # fmt: skip
    closing = [page for front, back in zip(fronts, backs, strict=True)
               for page in (front[0], back[1])]  # fmt: skip
    order = opening + closing[::-1]
    assert len(order) % 4 == 0
    assert [place for place in order if place is not None] == list(range(pages))
    assert order[:pages] == list(range(pages))


def test_a_leaflet_of_six_pages_takes_two_sheets() -> None:
    assert read(booklet(leaflet(6))) == [
        ["", "бет-1"],
        ["бет-2", ""],
        ["бет-6", "бет-3"],
        ["бет-4", "бет-5"],
    ]


@pytest.mark.parametrize("name", SHEETS)
def test_a_side_is_a_lying_sheet(name: str) -> None:
    with opened(booklet(leaflet(2), sheet=SHEETS[name])) as document:
        assert tuple(map(float, document.pages[0].mediabox[2:])) == SHEETS[name]


def test_pages_keep_their_size_when_two_fill_the_sheet() -> None:
    with opened(booklet(leaflet(1))) as document:
        (operations,) = document.pages[0].Contents.read_bytes().decode().splitlines()
    scale, x = float(operations.split()[1]), float(operations.split()[5])
    assert scale == pytest.approx(1, abs=0.005)
    assert x == pytest.approx(SHEETS["a4"][0] / 2)


def test_crop_marks_are_cut_off() -> None:
    marked = A5 + "@page{marks:crop cross;bleed:3mm}"
    assert read(booklet(leaflet(1, marked)))[0][1] == "бет-1"
    with opened(booklet(leaflet(1, marked))) as document:
        form = document.pages[0].Resources.XObject.P1
        assert [round(float(edge)) for edge in form.BBox] == [0, 0, 420, 595]


def test_the_same_pages_give_the_same_sheets() -> None:
    assert booklet(leaflet(3)) == booklet(leaflet(3))


def test_a_file_without_a_title_has_sheets_without_one() -> None:
    bare = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(bare)
    with opened(booklet(bare.getvalue())) as sheets:
        assert "/Title" not in sheets.docinfo


def test_the_printer_is_told_how_to_turn_the_sheets_and_what_they_are() -> None:
    with opened(booklet(leaflet(1))) as document:
        assert document.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert str(document.docinfo.Title) == "Үлгү"
