"""An indicator says what is measured, in three languages, and in which unit."""

from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError
from tests.make.places import CORPUS
from tests.make.shelf import COMPLAINTS


def indicator(folder: Path, text: str) -> None:
    home = folder / "indicators"
    home.mkdir()
    (home / "complaints.toml").write_text(text, encoding="utf-8")
    _ = Corpus.open(folder).indicators


def test_an_indicator_is_named_by_its_file() -> None:
    assert set(Corpus.open(CORPUS).indicators) >= {
        "refugees",
        "trafficking-hotline-calls",
    }


def test_a_corpus_without_indicators_has_those_of_the_package(tmp_path: Path) -> None:
    assert Corpus.open(tmp_path).indicators == Corpus.open(CORPUS).indicators


def test_a_part_is_not_shown_large_unless_it_says_so() -> None:
    known = Corpus.open(CORPUS).indicators
    assert known["trafficking-victims-assisted"].key
    assert not known["trafficking-victims-assisted-men"].key


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('unit = "complaints"', "", "the key 'unit' is missing"),
        ("order = 1", 'order = "1"', "line 3: 'order' must be a whole number"),
        ("order = 1", "order = true", "'order' must be a whole number"),
        ("order = 1", "key = 1", "'key' must be true or false"),
        ("order = 1", "ordre = 1", "ordre"),
        ('topics = ["torture"]', 'topics = "torture"', "'topics' must be a list"),
        ('en = "Complaints of torture"', "en = 3", "'labels.en' must be"),
        ('en = "Complaints of torture"', 'en = ""', "'labels.en' must be"),
        ("[definition]", "[definitio]", "definitio"),
        ("order = 1", "order = ", "complaints.toml"),
    ],
)
def test_a_malformed_indicator_is_told_by_file_line_and_key(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in COMPLAINTS
    with pytest.raises(CorpusError, match=r"complaints\.toml") as error:
        indicator(tmp_path, COMPLAINTS.replace(old, new))
    assert said in str(error.value)
