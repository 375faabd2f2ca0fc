"""A Python program can do what the command line does, through one door."""

import inspect
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import briefs
from tests.make.places import ROOT
from tests.make.shelf import small_corpus

DAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> briefs.Corpus:
    return briefs.Corpus.open(small_corpus(tmp_path_factory.mktemp("corpus")))


def test_every_public_name_is_there_and_explained() -> None:
    for name in briefs.__all__:
        if name != "__version__":
            assert inspect.getdoc(getattr(briefs, name)), name
    assert dir(briefs) == briefs.__all__


def test_every_public_name_is_in_the_papers() -> None:
    paper = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for name in briefs.__all__:
        assert f"`{name}" in paper, name


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = briefs.nothing


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import briefs, sys; print([m for m in sys.modules if m[:7] == 'briefs.'])"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert told.stdout == "[]\n"


def test_a_corpus_answers_questions(small: briefs.Corpus) -> None:
    assert small.find("torture")
    assert small.find("Torture", years={2019}) == small.find("torture", years=[2019])
    assert small.search("police")
    assert small.figures("torture")
    assert {cell.topic for cell in small.coverage("torture")} == {"torture"}


def test_a_brief_is_composed_and_rendered(small: briefs.Corpus, tmp_path: Path) -> None:
    brief = briefs.compose(small, ["torture"], locale="en", date=DAY)
    pdf = briefs.render(brief)
    assert brief.title == "Torture"
    assert pdf.startswith(b"%PDF-")
    assert briefs.render(brief, format="html").startswith(b"<!DOCTYPE html>")
    (path,) = briefs.build(
        small, ["torture"], locales=["en"], output=tmp_path / "a.pdf", date=DAY
    )
    assert path.read_bytes() == pdf
    assert briefs.verify(path, small).verdict == "identical"


def test_what_is_wrong_is_an_error_that_knows_its_exit_code(
    small: briefs.Corpus,
) -> None:
    with pytest.raises(briefs.BriefsError, match="tortur") as caught:
        briefs.compose(small, ["tortur"])
    assert caught.value.exit_code == 4
