"""A page set by a word processor is read as it was written: titles, notes, hyphens."""

from pathlib import Path

import pytest

from briefs.reading import passages, source
from briefs.reading.passages import Contents
from briefs.reading.plain.divisions import Join, Words, at

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
