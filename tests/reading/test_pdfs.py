"""PDFs as word processors and browsers write them, web and Word files as editors do."""

import io
import zipfile
from pathlib import Path

import pytest
import weasyprint

from briefs.errors import CorpusError
from briefs.reading import passages, source

WORDS = (
    "Police opened cases on charges of trafficking in the region of the capital and "
    "courts heard most of them behind closed doors while observers waited outside. "
)
NAMES = [
    "Aravan",
    "Batken",
    "Chatkal",
    "Daroot",
    "Eshme",
    "Gulcha",
    "Isfana",
    "Jalal",
    "Kemin",
    "Leylek",
]


def _text(number: int) -> str:
    """Return a paragraph whose rows are like those of no other."""
    words = WORDS.split()
    turned = " ".join(words[number % 20 :] + words[: number % 20])
    return f"{NAMES[number % 8]} saw {turned}. {WORDS}The {number} courts agreed."


TEXT = [_text(number) for number in range(40)]


def _pdf(tmp_path: Path, body: str, css: str = "", title: str = "") -> source.Source:
    page = (
        f"<title>{title}</title><style>body {{ font: 11pt serif }} {css}</style>{body}"
    )
    path = tmp_path / "report.pdf"
    path.write_bytes(weasyprint.HTML(string=f"<html lang=en>{page}").write_pdf() or b"")
    return source.read(path)


def _read(found: source.Source) -> passages.Contents:
    return passages.contents(found.reading, "e")


def _texts(found: source.Source) -> list[str]:
    return [" ".join(one.text.split()) for one in _read(found).passages]


def _headings(found: source.Source) -> list[str]:
    return [one.text for one in _read(found).headings]


def _paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_title_is_known_by_the_line_under_it(tmp_path: Path) -> None:
    body = "".join(f"<p><u>Courts of {n}</u><p>{text}" for n, text in enumerate(TEXT))
    found = _pdf(tmp_path, body, "p { margin: 0 }")
    assert _headings(found) == [f"Courts of {n}" for n in range(len(TEXT))]


def test_faces_of_other_heights_are_of_one_size(tmp_path: Path) -> None:
    body = "".join(
        f"<p><i style='font-family: monospace'>Arrests of {n}:</i> {text}"
        for n, text in enumerate(TEXT)
    )
    found = _pdf(tmp_path, body, "body { line-height: 14pt }")
    assert len(_texts(found)) == len(TEXT)
    assert _headings(found) == []


def test_a_row_in_bold_within_a_paragraph_parts_nothing(tmp_path: Path) -> None:
    stressed = [t.replace(WORDS, f"<b>{WORDS}</b> ", 1) for t in TEXT]
    found = _pdf(tmp_path, _paragraphs(stressed), "@page { size: 21cm 300cm }")
    assert len(_texts(found)) == len(TEXT)


def test_what_is_printed_over_the_text_is_furniture(tmp_path: Path) -> None:
    notice = "We ask you to agree to the rules of this site before you go on."
    over = f"<div style='position: fixed; bottom: 3cm; font-size: 9pt'>{notice}</div>"
    found = _pdf(tmp_path, over + _paragraphs(TEXT))
    assert not any("rules of this site" in text for text in _texts(found))
    headers = [line.text for line in found.reading.headers]
    assert any("rules of this site" in text for text in headers)


PRINTED = """@page { margin: 2cm; @top-left { content: "3/14/2021, 10:42 AM" }
@bottom-left { content: "https://www.example.org/reports/courts/" } }"""


def test_the_menus_of_a_printed_web_page_are_no_text(tmp_path: Path) -> None:
    links = "".join(f"<li><a href='https://x.org/{n}'>Bureau {n}</a>" for n in "ABC")
    body = (
        f"<p>An official website of the government<ul>{links}</ul>"
        "<p>Home &gt; Reports &gt; Courts<h1>Courts of the country</h1>"
        "<p>In this section /"
        f"<h2>Trials</h2>{_paragraphs(TEXT)}<p><a href='#'>Back to top</a>"
        "<p>The office of the web keeps this site."
    )
    found = _pdf(tmp_path, body, PRINTED, "Courts of the country - Bureau")
    assert _texts(found) == [" ".join(text.split()) for text in TEXT]
    assert _headings(found) == ["Courts of the country", "Trials"]


def test_a_link_within_a_paragraph_stays(tmp_path: Path) -> None:
    linked = f"See <a href='https://x.org'>{WORDS}</a> of the year."
    found = _pdf(tmp_path, _paragraphs([*TEXT, linked]), PRINTED, "Courts")
    assert _texts(found)[-1] == f"See {WORDS}of the year."


def test_lines_of_as_many_cells_are_a_table(tmp_path: Path) -> None:
    rows = (("Region", "2018", "2019"), ("North", "14", "17"), ("South", "3", "9"))
    cells = "".join(f"<tr>{''.join(f'<td>{c}' for c in row)}" for row in rows)
    table = f"<table style='width: 100%'>{cells}</table>"
    found = _pdf(tmp_path, _paragraphs(TEXT) + table + _paragraphs(TEXT))
    assert _headings(found) == []
    assert "North 14 17" in {text.replace(";", "") for text in _texts(found)}


def test_lines_that_dots_lead_to_pages_are_contents(tmp_path: Path) -> None:
    titles = ("Arrests in the north", "Trials in the south", "Prisons of the country")
    listed = "".join(f"<p>{title} {'. ' * 30}{n}</p>" for n, title in enumerate(titles))
    text = "".join(f"<h2>{title}</h2><p>{TEXT[0]}</p>" for title in titles)
    path = tmp_path / "report.html"
    path.write_text(f"<html><body><p>Contents</p>{listed}{text}{_paragraphs(TEXT)}")
    assert tuple(_headings(source.read(path))) == titles


def test_titles_to_come_are_contents(tmp_path: Path) -> None:
    titles = ("Arrests in the north", "Trials in the south", "Prisons of the country")
    listed = "".join(f"<p>{title}</p>" for title in titles)
    text = "".join(f"<h2>{title}</h2><p>{TEXT[0]}</p>" for title in titles)
    path = tmp_path / "report.html"
    path.write_text(f"<html><body>{listed}{text}{_paragraphs(TEXT)}")
    assert tuple(_headings(source.read(path))) == titles


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("<a href='#n1'><sup>1</sup></a>", "<div id='sdfootnote1'><p><a>1</a>See B."),
        (
            "<a href='#_ftn1'>[1]</a>",
            "<div id=ftn1><p><a href='#_ftnref1'>[1]</a> See B.",
        ),
        (
            "<sup>1</sup>",
            "<ol class='wp-block-footnotes'><li>See B. <a href='#x'>↩︎</a>",
        ),
    ],
)
def test_notes_of_a_web_page_are_no_text(tmp_path: Path, mark: str, note: str) -> None:
    path = tmp_path / "report.html"
    body = _paragraphs([TEXT[0] + mark, *TEXT[1:]])
    path.write_text(f"<html><meta charset=utf-8><body>{body}{note}", "utf-8")
    found = source.read(path)
    assert _texts(found) == [" ".join(text.split()) for text in TEXT]
    assert len(_read(found).notes) == 1


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def test_a_box_of_a_word_file_is_read_once_and_by_itself(tmp_path: Path) -> None:
    said = "<w:p><w:r><w:t>“We were never told,” a witness said.</w:t></w:r></w:p>"
    box = f"<w:txbxContent>{said}</w:txbxContent>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    hung = f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"
    body = f"<w:p>{hung}<w:r><w:t>{TEXT[0]}</w:t></w:r></w:p>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f"<w:document xmlns:w='{W}' xmlns:mc='{MC}'><w:body>{body}</w:body>"
            "</w:document>",
        )
    path = tmp_path / "report.docx"
    path.write_bytes(packed.getvalue())
    text = " ".join(TEXT[0].split())
    assert _texts(source.read(path)) == [text, "“We were never told,” a witness said."]


def test_quotation_marks_of_windows_are_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("The ombudsman’s office said “no” – twice.".encode("cp1252"))
    found = source.read(path)
    assert found.reading.text == "The ombudsman’s office said “no” – twice."
    assert found.guessed


@pytest.mark.parametrize(
    "text", ["Café “Osh” was raided.", "Суд «Ош» закрыт.", "a“b”c"]
)
def test_letters_in_an_unsaid_encoding_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode("cp1251" if "С" in text else "cp1252"))
    with pytest.raises(CorpusError, match="is not UTF-8 text"):
        source.read(path)


def test_a_numbered_paragraph_at_the_head_of_a_page_is_one(tmp_path: Path) -> None:
    own = [text.split(". ")[0] * (number % 3 + 1) for number, text in enumerate(TEXT)]
    numbered = [f"{number}. {text}." for number, text in enumerate(own, start=1)]
    css = "@page { size: 15cm 9cm } p { text-align: justify; text-align-last: justify }"
    assert len(_texts(_pdf(tmp_path, _paragraphs(numbered), css))) == len(TEXT)
