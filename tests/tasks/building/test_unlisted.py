"""Who withholds names is told where nobody said which names are private."""

import shutil
from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.corpus.scope import Range
from briefs.tasks.building import unlisted
from briefs.tasks.building.wanted.request import Look
from tests.make.commands import run

LIST = Path("editions") / "hrr-2020-kgz-en" / "people.csv"


@pytest.fixture(scope="module")
def own(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of which one edition has no list."""
    folder = shutil.copytree(small, tmp_path_factory.mktemp("own") / "corpus")
    (folder / LIST).unlink()
    return folder


def editions(corpus: Path, profile: str, names: str | None = None) -> list[str]:
    told = unlisted.told(Corpus.open(corpus), Range(), Look(profile), names)
    return [str(message).partition(":")[0] for message in told]


@pytest.mark.parametrize("profile", ["handout", "email", "brief"])
def test_an_edition_without_a_list_is_named(own: Path, profile: str) -> None:
    assert editions(own, profile) == ["hrr-2020-kgz-en"]


def test_nothing_is_said_where_all_names_are_shown(own: Path) -> None:
    assert editions(own, "handout", "full") == []


def test_nothing_is_said_where_every_edition_has_a_list(small: Path) -> None:
    assert editions(small, "handout") == []


def test_build_says_so_in_one_line_and_goes_on(own: Path, tmp_path: Path) -> None:
    told = run(
        *("build", "torture", "-l", "en", "--corpus", own),
        *("--profile", "handout", "-o", tmp_path / "torture.html"),
    )
    assert told.code == 0
    (line,) = told.err.splitlines()
    assert "hrr-2020-kgz-en: no people.csv says who is a private person" in line
    assert "--names full" in line


def test_a_recipe_says_so_once_for_all_its_briefs(own: Path, tmp_path: Path) -> None:
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(
        'topics = ["torture"]\nlocales = ["en", "ky"]\nformats = ["html"]\n'
        'profiles = ["handout"]\n',
        encoding="utf-8",
    )
    told = run("build", recipe, "--corpus", own)
    assert told.code == 0
    (line,) = told.err.splitlines()
    assert "hrr-2020-kgz-en: no people.csv says who is a private person" in line
