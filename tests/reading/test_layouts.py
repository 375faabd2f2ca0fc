"""A page set by a word processor is read as it was written: titles, notes, hyphens."""

from pathlib import Path

import pytest

from briefs.reading import language, passages, source
from briefs.reading.passages import Contents
from briefs.reading.plain.divisions import Join, Words, at
from tests.make import documents

STYLE = """
@page { size: 160mm 200mm; margin: 15mm }
body { font: 11pt/16pt 'Briefs Serif', serif }
h1 { font-size: 21pt; line-height: 28pt; margin: 6pt 0 }
h2 { font-size: 15pt; line-height: 20pt; margin: 8pt 0 }
"""
SAID = (
    "Police officers beat three of the men who were held there, and nobody answered. "
)


def read(folder: Path, body: str) -> Contents:
    import weasyprint

    page = f"<html lang=en><style>{STYLE}</style>{body}</html>"
    path = folder / "report.pdf"
    path.write_bytes(weasyprint.HTML(string=page).write_pdf())
    return passages.contents(source.read(path, "en").reading, "report")


def test_the_lines_of_a_title_are_one_heading(tmp_path: Path) -> None:
    title = "Concluding observations on the third periodic report of Kyrgyzstan"
    other = "Principal matters of concern and recommendations of the Committee on it"
    paragraphs = f"<p>{SAID * 3}</p>" * 3
    body = f"<h1>{title}</h1>{paragraphs}<h2>{other}</h2>{paragraphs}"
    found = read(tmp_path, body)
    assert [h.printed for h in found.headings] == [title, other]


def test_notes_as_large_as_the_text_are_no_part_of_it(tmp_path: Path) -> None:
    start = "The Committee considered the report¹ at its meeting² and adopted what "
    body = (
        f"<p>{SAID * 3}</p><p>{SAID * 2}{start}</p>"
        "<p style='margin-top: 24pt'>¹CAT/C/KGZ/3.</p><p>²See CAT/C/SR.1943.</p>"
        f"<p style='break-before: page'>follows here, on the next page. {SAID}</p>"
        f"<p>{SAID * 3}</p>"
    )
    found = read(tmp_path, body)
    texts = [passage.text for passage in found.passages]
    assert not any("CAT/C" in text for text in texts)
    assert "adopted what follows here" in " ".join(texts)


@pytest.mark.parametrize(
    ("above", "below", "join"),
    [
        ("с делегацией государства-", "участника.", Join.KEPT),
        ("сообщению право-", "защитников", Join.DROPPED),
        ("разговор о го-", "сударстве", Join.DROPPED),
    ],
)
def test_a_word_that_has_a_hyphen_in_other_cases_keeps_it(
    above: str, below: str, join: Join
) -> None:
    text = "Государство-участник и правозащитники. Государству-участнику следует."
    assert at(above, below, Words(text)) is join


def held(folder: Path, name: str, content: bytes) -> source.Source:
    path = folder / name
    path.write_bytes(content)
    return source.read(path, "en")


def test_what_programs_are_told_of_a_text_is_no_heading(tmp_path: Path) -> None:
    text = (
        '---\ntitle: "Rights in 2023"\nlang: en\n---\n\n'
        "# Rights in 2023\n\n## Torture\n\n"
        f"{SAID}[^a] {SAID}\n\n[^a]: Interviews by\n    the clinic.\n\n* {SAID}\n"
    )
    read = held(tmp_path, "report.md", text.encode())
    found = passages.contents(read.reading, "report")
    assert read.extract.title == "Rights in 2023"
    assert "lang: en" not in read.reading.text
    assert [p.text for p in found.passages] == [(SAID * 2).strip(), SAID.strip()]
    assert [note.text for note in found.notes] == ["1 Interviews by the clinic."]


def test_a_paragraph_in_the_style_of_a_title_is_a_heading(tmp_path: Path) -> None:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0"'
        f' xmlns:style="{names}:style:1.0" xmlns:text="{names}:text:1.0">'
        '<office:automatic-styles><style:style style:name="P1"'
        ' style:parent-style-name="Heading_20_1"/></office:automatic-styles>'
        '<office:body><office:text><text:p text:style-name="P1">Rights in 2023</text:p>'
        f"<text:p>{SAID}</text:p></office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    odt = documents.packed({"mimetype": kind, "content.xml": content})
    found = passages.contents(held(tmp_path, "r.odt", odt).reading, "r")
    assert [h.printed for h in found.headings] == ["Rights in 2023"]
    assert [p.text for p in found.passages] == [SAID.strip()]


def test_notes_of_a_word_file_are_counted_and_not_named_by_their_ids(
    tmp_path: Path,
) -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = "".join(
        f'<w:footnote w:id="{number}"{kind}><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
        "</w:footnote>"
        for number, kind, text in (
            (0, ' w:type="separator"', ""),
            (2, "", "CAT/C/KGZ/3."),
            (3, "", "See CAT/C/SR.1943."),
        )
    )
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{word}"><w:body><w:p><w:r>'
        f"<w:t>{SAID}</w:t></w:r></w:p></w:body></w:document>",
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{word}">{notes}</w:footnotes>',
    }
    read = held(tmp_path, "report.docx", documents.packed(parts))
    found = passages.contents(read.reading, "report")
    told = [note.text for note in found.notes]
    assert told == ["1 CAT/C/KGZ/3.", "2 See CAT/C/SR.1943."]


def test_uzbek_in_latin_letters_is_called_so() -> None:
    text = (
        "Qonun qiynoqlarni taqiqlaydi, ammo militsiya xodimlari hibsga olinganlarni "
        "qiynoqqa solgani haqida xabarlar kelib tushdi. Qamoqxonalardagi sharoit og‘ir "
        "bo‘lib, mahbuslar yetarli yordam olmagan, hukumat esa majburiy mehnatni "
        "to‘xtatish choralarini ko‘rdi va inson huquqlari bo‘yicha qonun qabul qildi."
    )
    assert language.of_passage(text) == "Uzbek"
    assert (
        language.of_passage("It's the people's o'clock: rights, and O'Brien.") == "en"
    )
