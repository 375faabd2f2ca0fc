"""What a brief was made from is named by checksum, whoever made it."""

import shutil
from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.files.resources import catalogs
from briefs.verify import used
from tests.make.places import CORPUS


def test_a_language_of_the_house_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = Corpus.open(CORPUS)
    plain = used.data(corpus, "ru")
    assert not [name for name in plain if name.startswith("languages/")]
    own = shutil.copytree(catalogs() / "ru", tmp_path / "ru")
    monkeypatch.setenv("BRIEFS_LANGUAGES", str(tmp_path))
    first = used.data(corpus, "ru")
    assert first.keys() - plain.keys() == {"languages/ru"}
    with (own / "messages.po").open("a", encoding="utf-8") as file:
        file.write("\n# corrected\n")
    assert used.data(corpus, "ru")["languages/ru"] != first["languages/ru"]


def test_a_language_that_the_receiver_lacks_is_no_error() -> None:
    corpus = Corpus.open(CORPUS)
    assert used.data(corpus, "xx") == used.data(corpus, "en")
