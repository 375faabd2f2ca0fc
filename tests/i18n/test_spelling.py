"""One spelling in each language, in labels and working translations alike."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from briefs.corpus.vocabulary import wordings
from tests.make.places import CORPUS

BRITISH = re.compile(
    r"\b(labour|\w*organis(e|ation|ing)|defence|neighbour\w*|programme|colour|centre)\b",
    re.IGNORECASE,
)
WITHOUT_YO = re.compile(r"\b(еще|ее|трех|четырех|ребен|отчет|заключенн|осужденн)")


def said(language: str) -> Iterator[tuple[str, str]]:
    """Yield every label and every translated sentence in a language, with its place."""
    for one in wordings.every(CORPUS, language):
        yield one.place, one.texts[language]
    for path in CORPUS.glob(f"editions/*/translations/{language}.po"):
        with path.open("rb") as file:
            for entry in read_po(file, locale=language):
                if entry.id:
                    yield f"{path.parts[-3]} {entry.lineno}", str(entry.string)


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        pytest.param("en", BRITISH, id="American spelling"),
        pytest.param("en", re.compile(r"\w'"), id="one apostrophe"),
        pytest.param("en", re.compile("[а-яёңөү]", re.I), id="no Cyrillic letter"),
        pytest.param("ru", re.compile("[ңөү]", re.I), id="no Kyrgyz letter"),
        pytest.param("ru", WITHOUT_YO, id="ё everywhere"),
        pytest.param(
            "ky",
            re.compile("Генералдык прок|Кылмыш кодекс|кылмыш (куугун|жооп)|этностук"),
            id="terms of the law",
        ),
        pytest.param("ky", re.compile(r"\d%"), id="one form of percent"),
    ],
)
def test_a_language_is_spelled_in_one_way(
    language: str, wrong: re.Pattern[str]
) -> None:
    found = [f"{place}: {text}" for place, text in said(language) if wrong.search(text)]
    assert found == []
