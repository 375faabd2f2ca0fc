"""Corrections are told by their day and edition, in three languages."""

from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.corpus.vocabulary import corrections
from briefs.errors import CorpusError

WHAT = 'what = { ky = "А", ru = "Б", en = "C" }'


def test_corrections_stand_in_the_order_of_their_days(tmp_path: Path) -> None:
    file = tmp_path / corrections.FILE
    entry = (
        '[[correction]]\ndate = {day}\nedition = "hrr-2015-kgz-ky"\n'
        + WHAT.replace("{", "{{").replace("}", "}}")
    )
    days = ("2026-12-02", "2026-12-01")
    file.write_text("\n".join(entry.format(day=day) for day in days), encoding="utf-8")
    assert [str(one.date) for one in corrections.load(file)] == sorted(days)
    assert corrections.load(tmp_path / "none.toml") == ()


def test_a_correction_needs_its_words_in_each_language(tmp_path: Path) -> None:
    file = tmp_path / corrections.FILE
    file.write_text(
        '[[correction]]\ndate = 2026-12-01\nedition = "a"\nwhat = { en = "C" }\n'
    )
    with pytest.raises(CorpusError, match=r"corrections.toml"):
        corrections.load(file)


def test_the_shipped_corrections_are_of_shipped_editions() -> None:
    corpus = Corpus.open()
    known = {edition.id for edition in corpus.editions}
    found = corrections.load(corpus.lent(corrections.FILE))
    assert found
    assert {one.edition for one in found} <= known
