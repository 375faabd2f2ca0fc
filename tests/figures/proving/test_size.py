"""An estimate reaches no further than the clause that tells it."""

from dataclasses import replace

import pytest

from briefs.corpus.corpus import Corpus
from briefs.figures.proving.size import vaguely
from briefs.numbers.grammars.load import load
from tests.make.places import CORPUS
from tests.make.shelf import figure

SENTENCES = {
    "en": "NGOs estimated that # were kidnapped, while police opened @.",
    "ru": "НПО оценили число пострадавших в #; милиция возбудила @.",
    "ky": "БӨУлардын баалоосу боюнча, # ала качылган, ал эми милиция @ козгогон.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_an_estimate_reaches_only_its_own_clause(language: str) -> None:
    grammar = load(Corpus.open(CORPUS), language)
    sentence = SENTENCES[language].replace("#", "9000").replace("@", "25")
    rows = [
        replace(figure(value), quote=str(value), sentence=sentence)
        for value in (9000, 25)
    ]
    assert [any(vaguely(row, grammar)) for row in rows] == [True, False]
