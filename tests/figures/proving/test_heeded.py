"""What words near a number say and no note does is told, for a person to look at."""

from dataclasses import replace

import pytest

from briefs.corpus.corpus import Corpus
from briefs.figures.proving import heeded, proof
from briefs.figures.proving.proof import Bench
from briefs.model import Figure
from briefs.numbers.grammars.load import load
from tests.make.places import CORPUS
from tests.make.shelf import real_editions, real_figures, real_passages


def told(row: Figure) -> list[str]:
    one, known = real_editions()[row.edition], Corpus.open(CORPUS)
    made = Bench(
        one,
        real_passages()[row.edition],
        load(known, one.language),
        known.indicators,
    )
    (case,) = proof.cases([row], made)
    return [str(said) for said in heeded.unheeded(case)]


def the(paragraph: int, quote: str) -> Figure:
    (found,) = [
        row
        for row in real_figures()
        if row.edition.startswith("hrr-2015") and row.paragraph == paragraph
        if quote in row.quote
    ]
    return found


def test_the_ledgers_say_what_a_reader_has_to_mind() -> None:
    assert [(row.quote, told(row)) for row in real_figures() if told(row)] == []


@pytest.mark.parametrize(
    ("paragraph", "quote", "said"),
    [
        (81, "14 уюмдун", "the words behind it name 13, and no note says so"),
        (110, "5 укук", "the words behind it name 3, and no note says so"),
        (163, "8,823", "the sentence says “өткөн жылда”, and no note does"),
        (172, "600 сом", "the sentence says “Өткөн жылы”, and no note does"),
        (123, "32 кызды", "the sentence says “орто эсеп”, and no note does"),
        (151, "2,000", "the sentence says “Жыл өткөндө”, and no note does"),
    ],
)
def test_a_note_that_is_missing_is_told(paragraph: int, quote: str, said: str) -> None:
    row = the(paragraph, quote)
    assert not told(row)
    assert told(replace(row, notes={})) == [said]
