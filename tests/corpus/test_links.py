"""A corpus that was sent reads no file but its own."""

from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError
from tests.make.commands import run
from tests.make.shelf import small_corpus

EDITION = "editions/hrr-2020-kgz-en"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "secret.txt").write_text("The secret is 42.")
    return small_corpus(tmp_path / "corpus")


@pytest.mark.parametrize(
    "name",
    [
        "topics/torture.toml",
        "reports.toml",
        f"{EDITION}/people.csv",
        f"{EDITION}/figures.csv",
        f"{EDITION}/translations/ru.po",
        f"{EDITION}/edition.toml",
        "topics",
        EDITION,
        "editions",
    ],
)
@pytest.mark.parametrize("target", ["secret/secret.txt", "secret", "itself"])
def test_a_link_that_leads_elsewhere_is_named(
    corpus: Path, name: str, target: str
) -> None:
    place = corpus / name
    place.parent.mkdir(exist_ok=True)
    if place.exists():
        place.rename(corpus / "aside")
    place.symlink_to(place if target == "itself" else corpus.parent / target)
    with pytest.raises(CorpusError) as told:
        Corpus.open(corpus)
    assert str(place) in str(told.value)


def test_a_command_says_so_and_ends(corpus: Path) -> None:
    (corpus / "topics" / "more.toml").symlink_to("/etc/passwd")
    told = run("topics", "--corpus", corpus)
    assert (told.code, told.out) == (4, "")
    assert "more.toml is a link that leads out of the corpus" in told.err
    assert "root:" not in told.err


def test_a_link_within_a_corpus_is_followed(corpus: Path) -> None:
    topics = corpus / "topics"
    (topics / "torture.toml").rename(topics / "torture")
    (topics / "torture.toml").symlink_to("torture")
    link = corpus.parent / "link"
    link.symlink_to(corpus)
    assert Corpus.open(link).topics.keys() == {"torture", "women"}


def test_what_else_lies_in_the_folder_is_no_matter(corpus: Path) -> None:
    (corpus / "notes").symlink_to(corpus.parent)
    Corpus.open(corpus)
