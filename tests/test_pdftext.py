"""What a PDF file says is read as it is heard, whole over page ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import SAMPLE, page, pdf_of

from briefs import imposition, pdftext
from briefs.errors import VerificationError
from briefs.templating import unbroken

NARROW = "@page{size:60mm 90mm;margin:12mm 5mm;@bottom-center{content:'1 бет'}}"
QUOTE = (
    "«Өкмөт» 22-июлда УКМКнын, ЖМК-нын — маалыматы боюнча 2- категорияда "
    "500-700 кыз-келин, $ 4,5 млн, 38-б. абыдан-абыдан өзүнчө - деп "
) * 6


def test_text_comes_in_reading_order_without_running_headers() -> None:
    words = pdftext.words(pdf_of(SAMPLE))
    assert words.startswith("Кыйноо жана камакка алуу Мазмуну Адам өлтүрүү 1 Сандар 2")
    assert words.endswith("Булак: state.gov")


def test_a_quotation_is_found_over_line_and_page_ends() -> None:
    html = page(f"<h1>А</h1><p>{unbroken(QUOTE)}</p>", NARROW)
    assert pdftext.contains(pdftext.words(pdf_of(html)), QUOTE)


def test_a_real_hyphen_at_a_line_end_is_kept() -> None:
    html = page(f"<h1>А</h1><p>{QUOTE}</p>", NARROW)
    assert pdftext.contains(pdftext.words(pdf_of(html)), QUOTE)


def test_columns_are_read_one_after_the_other() -> None:
    text = "Биринчи тилкеден экинчи тилкеге өткөн сүйлөм. " * 8
    html = page(f"<h1>А</h1><div>{text}</div>", "div{columns:2}")
    assert pdftext.contains(pdftext.words(pdf_of(html)), text)


def test_pages_without_tags_are_read_as_they_lie() -> None:
    sheets = imposition.booklet(pdf_of(page("<h1>Өкмөт ушул-ушул</h1>")))
    assert pdftext.words(sheets) == "Өкмөт ушул-ушул"


@given(st.text(), st.text(), st.text())
def test_white_space_alone_is_left_aside(before: str, quote: str, after: str) -> None:
    text = f"{before} {quote} {after}"
    spread = " \n".join(quote)
    assert pdftext.contains(text, quote)
    assert pdftext.squeezed(spread) == pdftext.squeezed(spread + "\t")


@pytest.mark.parametrize("other", ["Өкмот", "өкмөт", "Өкмөтт", "Өк-мөт"])
def test_a_quotation_that_differs_in_a_letter_is_not_found(other: str) -> None:
    assert pdftext.contains("Бул Өк мөт.", "Өкмөт")
    assert not pdftext.contains("Бул Өк мөт.", other)


def test_letters_composed_in_two_ways_are_the_same() -> None:
    assert pdftext.contains("e\u0308", "\u00eb")


def test_what_is_not_a_pdf_file_is_an_error() -> None:
    with pytest.raises(VerificationError, match="cannot be read as PDF"):
        pdftext.words(b"<html>")
