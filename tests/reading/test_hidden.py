"""What an office program moved, hid or laid out is read once, as it is seen."""

from pathlib import Path

import pytest

from briefs.reading import passages, source
from briefs.reading.lines import parse
from tests.make import documents

BEATEN = "Police beat detainees in the northern city, and nobody was charged with it."
FILED = "Lawyers filed 31 complaints with prosecutors, who opened twelve of them."
FREED = "The court released four journalists, but their website stayed blocked."

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def word(body: str) -> bytes:
    whole = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return documents.packed({"word/document.xml": whole})


def p(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def cells(*held: str) -> str:
    return "".join(f"<w:tc>{each}</w:tc>" for each in held)


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def text(body: str) -> bytes:
    names = " ".join(f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in ("text", "table"))
    whole = (
        f'<office:document-content xmlns:office="{OPEN}:office:1.0" {names}>'
        f"<office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return documents.packed({"mimetype": kind, "content.xml": whole})


def t(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def page(body: str) -> bytes:
    return f"<html><body><h1>A report</h1>{body}</body></html>".encode()


MOVED = (
    f'<w:p><w:moveFrom w:id="1"><w:r><w:t>{FREED}</w:t></w:r></w:moveFrom></w:p>'
    f"{p(FILED)}"
    f'<w:p><w:moveTo w:id="2"><w:r><w:t>{FREED}</w:t></w:r></w:moveTo></w:p>'
)
NESTED = p("As told by year:") + table(cells(p("2017"), p("435")))
HIDDEN = f'<text:section text:name="a" text:display="none">{t(FREED)}</text:section>'
CELL = "<table:table-cell>{}</table:table-cell>"
ROW = f"{CELL.format(t(FILED))}{CELL.format(t(FREED))}"
LAID = f"<table:table><table:table-row>{ROW}</table:table-row></table:table>"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("moved.docx", word(p(BEATEN) + MOVED), [BEATEN, FILED, FREED]),
        (
            "laid-out.docx",
            word(p(BEATEN) + table(cells(p(FILED), p(FREED)))),
            [BEATEN, FILED, FREED],
        ),
        (
            "nested.docx",
            word(p(BEATEN) + table(cells(NESTED)) + p(FILED)),
            [BEATEN, "As told by year:", "2017 435", FILED],
        ),
        ("hidden.odt", text(t(BEATEN) + HIDDEN + t(FILED)), [BEATEN, FILED]),
        ("laid-out.odt", text(t(BEATEN) + LAID), [BEATEN, FILED, FREED]),
        (
            "laid-out.html",
            page(
                f"<p>{BEATEN}</p><table><tr><td>{FILED}</td><td>{FREED}</td></tr></table>"
            ),
            [BEATEN, FILED, FREED],
        ),
        ("unmarked.txt", f"{BEATEN}\n\n{FILED}\n".encode("utf-16-le"), [BEATEN, FILED]),
        ("unmarked-too.txt", f"{BEATEN}\n\n{FILED}\n".encode("utf-16-be"), None),
    ],
)
def test_each_word_is_read_once_where_it_is_seen(
    name: str, content: bytes, told: list[str] | None, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    found = passages.contents(source.read(file).reading, "test").passages
    assert [one.text for one in found] == (told or [BEATEN, FILED])


def test_a_note_behind_a_sentence_makes_no_heading_of_it() -> None:
    for mark in ("[2]", "²", "[12][13]"):
        short = f"Police beat detainees, and nobody was charged.{mark}"
        found = passages.contents(parse(f"{short}\n\n{FILED}\n"), "test")
        assert len(found.passages) == 2, mark
        assert found.headings == ()


def test_a_roman_page_number_between_dashes_is_no_text() -> None:
    pages = zip((BEATEN, FILED, FREED), ("IV", "V", "VI"), strict=True)
    told = "\f".join(f"{text}\n\n– {number} –\n" for text, number in pages)
    found = passages.contents(parse(told), "test").passages
    assert " ".join(one.text for one in found) == f"{BEATEN} {FILED} {FREED}"
