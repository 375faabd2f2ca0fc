"""What a PDF file says is read as it is heard, whole over page ends."""

import pytest

from briefs.errors import VerificationError
from briefs.render import imposition
from briefs.render.html import unbroken
from briefs.verify import pdftext
from tests.make.pages import SAMPLE, holds, page, pdf_of

NARROW = "@page{size:60mm 90mm;margin:12mm 5mm;@bottom-center{content:'1 бет'}}"
QUOTE = (
    "«Өкмөт» 22-июлда УКМКнын, ЖМК-нын — маалыматы боюнча 2- категорияда "
    "500-700 кыз-келин, $ 4,5 млн, 38-б. абыдан-абыдан өзүнчө - деп "
) * 6


def test_text_comes_in_reading_order_without_running_headers() -> None:
    words = pdftext.text(pdf_of(SAMPLE))
    assert words.startswith("Кыйноо жана камакка алуу Мазмуну Адам өлтүрүү 1 Сандар 2")
    assert words.endswith("Булак: state.gov")


def test_a_quotation_is_found_over_line_and_page_ends() -> None:
    html = page(f"<h1>А</h1><p>{unbroken(QUOTE)}</p>", NARROW)
    assert holds(pdftext.text(pdf_of(html)), QUOTE)


def test_a_real_hyphen_at_a_line_end_is_kept() -> None:
    html = page(f"<h1>А</h1><p>{QUOTE}</p>", NARROW)
    assert holds(pdftext.text(pdf_of(html)), QUOTE)


def test_columns_are_read_one_after_the_other() -> None:
    text = "Биринчи тилкеден экинчи тилкеге өткөн сүйлөм. " * 8
    html = page(f"<h1>А</h1><div>{text}</div>", "div{columns:2}")
    assert holds(pdftext.text(pdf_of(html)), text)


def test_pages_without_tags_are_read_as_they_lie() -> None:
    sheets = imposition.booklet(pdf_of(page("<h1>Өкмөт ушул-ушул</h1>")))
    assert pdftext.text(sheets) == "Өкмөт ушул-ушул"


def test_what_is_not_a_pdf_file_is_an_error() -> None:
    with pytest.raises(VerificationError, match="cannot be read as PDF"):
        pdftext.text(b"<html>")
