"""A number in a table counts what the head of its column says, and when."""

import pytest

from briefs.figures.candidates import candidates
from briefs.model import Figure
from briefs.numbers.grammars.load import load
from briefs.reading import passages as clean
from briefs.reading.lines import parse
from tests.make.shelf import corpus_of, edition

EDITION = edition(year=2020, language="en")
BODY = "The prosecutor gave these numbers of complaints to the lawyers who had asked."


def figures(text: str) -> list[Figure]:
    grammar = load(corpus_of(EDITION), "en")
    return [
        figure
        for passage in clean.to_passages(parse(text), EDITION.id)
        for figure in candidates(passage, EDITION, grammar)
    ]


def test_the_head_of_a_column_says_what_is_counted() -> None:
    found = figures(
        "Year        Complaints     Cases opened     Officers\n"
        "2018        435            31               0\n"
        "2019        171            12               2\n"
    )
    assert [(f.value, f.unit, f.counted, f.period) for f in found] == [
        (435, "complaints", "Complaints", "2018"),
        (31, "cases", "Cases opened", "2018"),
        (0, "people", "Officers", "2018"),
        (171, "complaints", "Complaints", "2019"),
        (12, "cases", "Cases opened", "2019"),
        (2, "people", "Officers", "2019"),
    ]


def test_the_head_of_a_column_may_say_when_and_the_title_what() -> None:
    found = figures(
        f"{BODY}\n\nComplaints of torture\n\n"
        "Region            2018       2019\n"
        "Northern region   435        171\n"
        "South             31         12\n"
    )
    assert [(f.value, f.unit, f.period, f.period_basis) for f in found] == [
        (435, "complaints", "2018", "carried"),
        (171, "complaints", "2019", "carried"),
        (31, "complaints", "2018", "carried"),
        (12, "complaints", "2019", "carried"),
    ]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Year 2018", "2018"),
        ("In 2018", "2018"),
        ("Annual report of the office 2018", "2020"),
        ("Year 2021", "2020"),
        ("Torture", "2020"),
    ],
)
def test_a_title_that_is_a_year_is_the_period_of_what_stands_below(
    title: str, period: str
) -> None:
    text = f"{title}\n\nProsecutors received 435 complaints of torture in custody.\n"
    (figure,) = figures(f"{text}\n{BODY}\n")
    assert figure.period == period
    assert figure.period_basis == ("edition" if period == "2020" else "carried")


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        (
            "ru",
            "Показатель              2018       2019\n"
            "Выдано ордеров          8 577      6 015\n"
            "Уголовные дела          940        1 230\n",
            "orders",
        ),
        (
            "ky",
            "Көрсөткүч               2018       2019\n"
            "Коргоо ордерлери        8 577      6 015\n"
            "Кылмыш иштери           940        1 230\n",
            "orders",
        ),
    ],
)
def test_bare_years_and_labels_of_rows_are_understood(
    language: str, text: str, unit: str
) -> None:
    of = edition(year=2020, language=language)
    grammar = load(corpus_of(of), language)
    found = [
        figure
        for passage in clean.to_passages(parse(text), of.id)
        for figure in candidates(passage, of, grammar)
    ]
    assert [(f.value, f.unit, f.period) for f in found] == [
        (8577, unit, "2018"),
        (6015, unit, "2019"),
        (940, "cases", "2018"),
        (1230, "cases", "2019"),
    ]
