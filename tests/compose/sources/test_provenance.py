"""A brief says who published its sources and what its proof is worth."""

from datetime import date
from pathlib import Path

import pytest

from briefs.compose.sources import provenance
from briefs.corpus.corpus import Corpus
from briefs.corpus.vocabulary.parties import publishers
from briefs.errors import CorpusError
from briefs.i18n.locale import load

ENGLISH = load("en")
CORPUS = Corpus.open()


def test_a_publisher_is_known_by_what_editions_call_it() -> None:
    (known,) = provenance.publishers(CORPUS.publishers, CORPUS.editions, ENGLISH)
    assert known.name == "U.S. Department of State"
    assert [word for word, _ in known.parts] == [
        "Mandate",
        "How its reports are made",
        "Known limits",
    ]
    assert "chapters were dropped" in known.parts[2][1]
    assert provenance.publishers(CORPUS.publishers, (), ENGLISH) == ()


@pytest.mark.parametrize("locale", ["ky", "ru"])
def test_a_translated_description_says_that_it_is_one_and_of_which_day(
    locale: str,
) -> None:
    reader = load(locale)
    (known,) = provenance.publishers(CORPUS.publishers, CORPUS.editions, reader)
    assert reader.date(date(2026, 11, 26)) in known.status
    assert {"ky": "жумушчу котормо", "ru": "рабочий перевод"}[locale] in known.status


def test_the_proof_promises_the_words_only_where_they_are_printed() -> None:
    exact = provenance.guarantee(ENGLISH, exact=True)
    assert exact.rows[0][0].startswith("Each quotation stands letter by letter")
    translated = provenance.guarantee(ENGLISH, exact=False)
    assert "here its working translation is printed" in translated.rows[0][0]
    assert all(holds and leaves for holds, leaves in exact.rows)


def test_a_fault_in_the_file_of_publishers_is_named(tmp_path: Path) -> None:
    file = tmp_path / "publishers.toml"
    file.write_text('[house]\nnames = ["House"]\nas_of = "yesterday"\n')
    with pytest.raises(CorpusError, match=r"publishers.toml.*"):
        publishers.load(file)
    assert publishers.load(tmp_path / "none.toml") == {}
