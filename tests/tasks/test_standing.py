"""A quotation stands where its words do; its translation is told apart from it."""

from datetime import date

import pytest

from briefs.corpus.beside import translations
from briefs.corpus.corpus import Corpus
from briefs.tasks import standing
from briefs.verify.quotations import Quotation
from briefs.verify.recipe import Recipe
from tests.make.places import CORPUS

MADE = Recipe(topics=("torture",), locale="en", date=date(2026, 11, 22))
PARAGRAPH = 10


def quoted(corpus: Corpus, *translation: str) -> Quotation:
    edition = corpus.edition("hrr-2015-kgz-ky")
    text = corpus.paragraphs(edition)[PARAGRAPH].text
    known = translations.read(edition, "en")
    assert known
    entries = translations.translate(text, edition.language, known)
    shown = translation or (translations.joined(entries or ()),)
    parts = (text,)
    return Quotation(
        1, edition.id, edition.sha256, (PARAGRAPH,), parts, (*parts, *shown)
    )


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.open(CORPUS)


def stands(one: Quotation, corpus: Corpus, *, alone: bool) -> bool:
    return standing.stands(one, " ".join(one.shown), corpus, MADE, alone=alone)


def test_it_stands_with_its_translation(corpus: Corpus) -> None:
    assert stands(quoted(corpus), corpus, alone=False)


def test_with_another_translation_only_its_own_words_stand(corpus: Corpus) -> None:
    one = quoted(corpus, "The law allows torture.")
    assert not stands(one, corpus, alone=False)
    assert stands(one, corpus, alone=True)


def test_which_quotations_are_translated_otherwise_is_said(corpus: Corpus) -> None:
    (said,) = standing.retold([quoted(corpus)])
    assert str(said).startswith("the quotations 1 stand in their source, but")
    assert list(standing.retold([])) == []
