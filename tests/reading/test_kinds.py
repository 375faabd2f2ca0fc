"""Each kind of trouble is mended as a kind: in other signs, forms and places, too."""

from pathlib import Path

import pytest

from briefs.reading import passages as clean
from briefs.reading.formats import markdown
from briefs.reading.lines import parse
from briefs.reading.plain import furniture
from tests.make.places import CASES
from tests.reading.test_troubles import __file__ as troubles

PROSE = [
    "The coalition of lawyers documented forty complaints of beatings in",
    "the temporary detention centre of the northern city, and the prosecutor",
    "opened nine criminal cases. Observers said that the police used",
    "electric shocks to extract confessions from persons in custody",
    "and that doctors did not record the injuries of those detained there.",
    "Relatives were not told where the detained persons were being held,",
    "and lawyers waited for days before they could meet their clients.",
] * 2
BODY = (
    "Lawyers described beatings and electric shocks in the detention centre, and the "
    "prosecutor opened no case against the officers concerned."
)


def texts(source: str) -> list[str]:
    return [one.text for one in clean.to_passages(parse(source), "test")]


def test_each_of_the_small_sources_is_looked_at() -> None:
    said = Path(troubles).read_text(encoding="utf-8")
    names = {path.stem for path in (CASES / "files").glob("*.txt")}
    ends = {f"le_{sign}" for sign in ("crlf", "cr", "nel", "u2028", "vt")}
    assert {name for name in names if name not in said} <= ends


def paged(form: str, *, top: bool, feed: bool) -> str:
    """Return prose on pages of three lines, each with a head or foot."""
    pages = [PROSE[start : start + 3] for start in range(0, len(PROSE), 3)]
    roman = ["i", "ii", "iii", "iv", "v"]
    sheets = []
    for number, lines in enumerate(pages, start=1):
        odd, even, *_ = [*form.split(" // "), form]
        edge = (odd if number % 2 else even).format(
            n=number, all=len(pages), roman=roman[number - 1]
        )
        sheets.append("\n".join([edge, *lines] if top else [*lines, "", edge]))
    return ("\n\f" if feed else "\n").join(sheets) + "\n"


FORMS = [
    *("{n}", "стр. {n}", "Page {n}", "{n} / {all}", "{n}-бет", "| {n}", "[{n}]"),
    *(
        "– {n} –",
        "~ {n} ~",
        "{n}.",
        "{n} | P a g e",
        "{roman}",
        "Страница {n} из {all}",
    ),
    *("Annual report 2020    1{n}", "1{n} Annual report 2020"),
    "1{n}    Annual report 2020 // Human Rights in the Country    1{n}",
    "Monitoring report of the coalition",
]


@pytest.mark.parametrize("form", FORMS)
def test_the_head_and_foot_of_pages_are_no_part_of_a_sentence(form: str) -> None:
    for top in (False, True):
        for feed in (False, True):
            assert texts(paged(form, top=top, feed=feed)) == [" ".join(PROSE)]


def test_a_roman_number_is_read() -> None:
    assert [furniture.roman(text) for text in ("iv", "– xii –", "mix", "x-ray")] == [
        *(4, 12, None, None)
    ]


ITEMS = [
    "to investigate every complaint of torture;",
    "to admit doctors to every place of detention;",
    "to pay compensation to the victims.",
]


@pytest.mark.parametrize("sign", [*"–—‒−*·•‣▪o+►→✓●□➔»~\uf0b7\uf0d8¤", "№ 1", "(1)"])
def test_any_sign_may_begin_an_item(sign: str) -> None:
    for gap in ("\n", "\n\n"):
        listed = gap.join(f"{sign} {item}" for item in ITEMS)
        assert texts(f"The coalition asks:\n{listed}\n")[1:] == ITEMS


@pytest.mark.parametrize("end", ["\n\n", "\r\n\r\n", "\f", "\u2029", "\u2028", "\r"])
def test_sentences_that_end_with_their_lines_are_paragraphs(end: str) -> None:
    assert len(texts(end.join(item.capitalize()[:-1] + "." for item in ITEMS))) == 3


@pytest.mark.parametrize(
    ("divided", "whole"),
    [
        ("the detain¬\nees were", "the detainees were"),
        ("ex\u2010\ntended custody", "extended custody"),
        ("the detain-\n    ees were", "the detainees were"),
        ("the detain-\n\fees were", "the detainees were"),
        (
            "кого-\nто, но из-\nза отказа, во-\nпервых",
            "кого-то, но из-за отказа, во-первых",
        ),
        ("по-\nрусски", "по-русски"),
        ("the Kyrgyz-\nUzbek border", "the Kyrgyz-Uzbek border"),
    ],
)
def test_a_divided_word_is_whole_and_a_compound_keeps_its_hyphen(
    divided: str, whole: str
) -> None:
    assert texts(f"Lawyers said that {divided} a place.\n") == [
        f"Lawyers said that {whole} a place."
    ]


@pytest.mark.parametrize(
    "contents",
    [
        "I. Torture\t3\nII. Arrest\t7\nIII. Assembly\t12",
        "I. Torture and\nill-treatment ........ 3\nII. Arrest ........ 7",
        "Preface ........ iv\nI. Torture ........ 3\nII. Arrest ........ 7",
        "I. Torture\nII. Arrest\nIII. Assembly",
    ],
)
def test_contents_of_any_form_are_left_out(contents: str) -> None:
    text = f"Contents\n\n{contents}\n\nI. Torture\n\n{BODY}\n\nII. Arrest\n\n{BODY}\n"
    found = clean.contents(parse(f"{text}\nIII. Assembly\n\n{BODY}\n"), "test")
    assert [passage.text for passage in found.passages] == [BODY] * 3
    assert [h.label for h in found.headings] == ["I.", "II.", "III."]


@pytest.mark.parametrize("gap", ["\t", "  ", "     ", " | "])
def test_columns_are_read_one_after_the_other_whatever_parts_them(gap: str) -> None:
    left = [
        "Lawyers heard of forty",
        "people who were beaten",
        "by officers of a prison",
    ]
    right = [
        "The hotline for women",
        "had more calls than in",
        "the year before, it said",
    ]
    rows = zip(
        [*left, "in the north, it said."],
        [*right, "in a reply to lawyers."],
        strict=True,
    )
    text = "".join(f"{one:<24}{gap}{other}\n" for one, other in rows)
    assert texts(text)[0].startswith("Lawyers heard of forty people who were beaten by")
    assert texts(text)[1].startswith("The hotline for women had more calls than in the")


def test_rows_between_bars_are_rows() -> None:
    table = "Year | Complaints | Cases\n2018 | 435 | 31\n2019 | 171 | 12\n"
    assert texts(f"{BODY}\n\n{table}\n{BODY}\n")[1:3] == ["2018 435 31", "2019 171 12"]


@pytest.mark.parametrize(
    ("marked", "note"),
    [
        ("complaints [12] and", "[12] Interview with a lawyer."),
        ("complaints* and", "* Interview with a lawyer."),
        ("complaints† and", "† Interview with a lawyer."),
        ("complaints,1 and", "_______________\n1 Interview with a lawyer."),
    ],
)
def test_a_note_of_any_mark_stands_apart(marked: str, note: str) -> None:
    found = clean.contents(
        parse(f"Lawyers heard of forty {marked} the court of none.\n\n{note}\n"), "test"
    )
    (passage,) = found.passages
    assert passage.text.replace(",", "") == (
        "Lawyers heard of forty complaints and the court of none."
    )
    assert [piece.text.endswith("a lawyer.") for piece in found.notes] == [True]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("# Torture\n\nLawyers heard of it.\n", True),
        ("See [its report](https://example.org/a) of 2020.\n", True),
        ("# to investigate every complaint\n", False),
        ("The file * was kept * by the court.\n", False),
    ],
)
def test_one_sure_mark_makes_a_text_markdown(text: str, *, marks: bool) -> None:
    assert markdown.looks_so(text) is marks
