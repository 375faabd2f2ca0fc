"""A brief says how many figures nobody has reviewed, and shows none of them."""

from pathlib import Path

import pytest

from tests.make.commands import build
from tests.make.shelf import add_edition, small_corpus

SAID = "In 2021 prosecutors received 77 complaints of torture and opened five cases."
TEXT = f"EXECUTIVE SUMMARY\n\nThe courts are independent.\n\nTorture\n\n{SAID}\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    return small_corpus(folder)


def page(corpus: Path, tmp_path: Path, topic: str = "torture") -> str:
    file = tmp_path / f"{topic}.html"
    assert build(corpus, topic, "-o", file, "--force").code == 0
    return file.read_text(encoding="utf-8")


def test_figures_of_a_new_edition_are_counted_on_the_front_page(
    own: Path, tmp_path: Path
) -> None:
    add_edition(own, TEXT, 2021, "en")
    told = page(own, tmp_path)
    front = told.partition("What the reports say")[0]
    assert "4 figures of 2019–2021 are not yet reviewed" in front
    assert ">77<" not in told


def test_reviewed_and_declined_figures_are_not_counted(
    own: Path, tmp_path: Path
) -> None:
    home = add_edition(own, TEXT, 2021, "en")
    before = page(own, tmp_path)
    (home / "declined.csv").write_text(
        f'PARAGRAPH,QUOTE,SENTENCE\n2,77 complaints,"{SAID}"\n', encoding="utf-8"
    )
    assert "4 figures" in before
    assert "3 figures of 2019–2021 are not yet reviewed" in page(own, tmp_path)


def test_a_topic_without_figures_says_nothing_of_them(
    small: Path, tmp_path: Path
) -> None:
    assert "not yet reviewed" not in page(small, tmp_path, "women")
