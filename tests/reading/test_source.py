"""A report reads the same in every format, and nothing around it is read."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.reading import passages as clean
from briefs.reading import source
from briefs.text.sentences import squeeze
from tests.make import documents
from tests.make.alike import standing_for
from tests.make.documents import Item

FLOOR = 0.97
FORMATS: dict[str, Callable[[list[Item]], bytes]] = {
    "page.html": lambda items: documents.web_page(items).encode(),
    "old.html": lambda items: documents.web_page(items, legacy=True).encode(),
    "italic.html": lambda items: documents.web_page(
        items, legacy=True, bold=2
    ).encode(),
    "styled.docx": documents.docx,
    "bold.docx": lambda items: documents.docx(items, styled=False),
    "underlined.docx": lambda items: documents.docx(items, styled=False, bold=2),
    "text.odt": documents.odt,
    "text.md": lambda items: documents.markdown(items).encode(),
    "plain.pdf": lambda items: documents.pdf(items, "plain"),
    "gaps.pdf": lambda items: documents.pdf(items, "gaps"),
    "indented.pdf": lambda items: documents.pdf(items, "indented"),
    "columns.pdf": lambda items: documents.pdf(items, "columns"),
    "newspaper.pdf": lambda items: documents.pdf(items, "newspaper"),
    "typed.pdf": lambda items: documents.pdf(items, "typed"),
    "italics.pdf": lambda items: documents.pdf(items, "italics"),
    "noted.pdf": lambda items: documents.pdf(items, "plain", noted=True),
    "tagged.pdf": lambda items: documents.pdf(items, "columns", tagged=True),
}
AROUND = ("cookie", "On This Page", "Facebook", "Office of Website", "no text at all")
FURNITURE = (
    "Interview with",
    "KAZAKHSTAN 2019 HUMAN",
    "Country Reports on Human Rights Practices for",
)


@pytest.fixture(scope="module")
def items(shared: Path) -> list[Item]:
    labels = shared / "reports-dev" / "KGZ_2017_labels.json"
    if not labels.exists():
        pytest.skip("needs ../shared/reports-dev")
    return documents.items(labels, most=110)


ONE_OF_EACH = ["page.html", "styled.docx", "text.odt", "text.md", "columns.pdf"]


@pytest.mark.parametrize("name", standing_for(ONE_OF_EACH, FORMATS))
def test_headings_and_paragraphs_are_those_of_the_report(
    name: str, items: list[Item], tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(FORMATS[name](items))
    found = clean.contents(source.read(path).reading, "test")
    for wanted, got in (
        ([t for level, t in items if level], [h.printed for h in found.headings]),
        ([t for level, t in items if not level], [p.text for p in found.passages]),
    ):
        right = Counter(map(squeeze, wanted)) & Counter(map(squeeze, got))
        assert right.total() >= len(wanted) * FLOOR
        assert right.total() >= len(got) * FLOOR
    text = " ".join(passage.text for passage in found.passages)
    assert not any(words in text for words in (*AROUND, *FURNITURE))


def test_a_tagged_pdf_is_read_by_its_structure(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    held = [(1, "Section 1. Respect"), (0, "Police beat three men in March. " * 4)]
    path.write_bytes(documents.pdf(held, "plain", tagged=True))
    assert source.read(path).extract.how == "PDF, by its structure"
    path.write_bytes(documents.pdf(held, "plain"))
    assert source.read(path).extract.how == "PDF, by its layout"


def test_a_passage_of_a_pdf_knows_its_page_and_its_box(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(documents.pdf([(0, "Police beat three men. " * 4)], "plain"))
    found = clean.contents(source.read(path).reading, "test")
    left, bottom, right, top = found.boxes[1]
    assert found.passages[0].page == 1
    assert 60 < left < right < 540
    assert 600 < bottom < top < 800


def test_what_a_browser_hides_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><body><p>Police beat three men in March.<sup>12</sup> Nobody was tried."
        '</p><p style="display:none">Hidden words.</p><!-- A comment. -->'
        "<script>code()</script><p hidden>More.</p></body></html>"
    )
    (passage,) = clean.to_passages(source.read(path).reading, "test")
    assert passage.text == "Police beat three men in March. Nobody was tried."


def test_markup_is_never_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text('<p class="x">Police <b>beat</b> three.</p>\n<p>Two.</p>\n' * 3)
    read = source.read(path)
    assert read.format == "html"
    assert "<" not in read.reading.text


def test_the_rows_of_a_table_are_passages_of_a_web_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><body><p>The prosecutor counted complaints by year.</p><table>"
        "<tr><th>Year</th><th>Complaints</th></tr><tr><td>2018</td><td>435</td></tr>"
        "<tr><td>2019</td><td>171</td></tr></table></body></html>"
    )
    found = clean.to_passages(source.read(path).reading, "test")
    assert [passage.text for passage in found[1:]] == ["2018 435", "2019 171"]
    assert found[1].headings[-1].text == "Year Complaints"
