"""An edition is known by its outline: a chapter that others have may be left out."""

from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.years import outline
from tests.make.shelf import add_edition

TEXT = "The law is clear on this, and lawyers said that it is kept in most courts."
OLD = (
    "Section 1. Respect for the Integrity of the Person",
    "b. Disappearance",
    "c. Torture and Other Cruel, Inhuman, or Degrading Treatment or Punishment",
    "Section 6. Discrimination and Societal Abuses",
    "Persons with Disabilities",
    "Section 7. Worker Rights",
)
OUTLINE_OF_2024 = (
    "Section 1. Life",
    "a. Extrajudicial Killings",
    "Section 2. Liberty",
    "a. Freedom of the Press",
    "b. Worker Rights",
    "c. Disappearance and Abduction",
    "Section 3. Security of the Person",
    "a. Torture and Cruel, Inhuman, or Degrading Treatment or Punishment",
)


def outlines(folder: Path) -> dict[str, outline.Outline]:
    for year, titles in ((2023, OLD), (2024, OUTLINE_OF_2024)):
        text = "".join(f"{title}\n\n{TEXT}\n\n" for title in titles)
        add_edition(folder, text, year, "en")
    corpus = Corpus.open(folder)
    return outline.read(corpus, corpus.editions)


def test_the_outline_of_2024_lacks_what_was_dropped(
    tmp_path: Path,
) -> None:
    found = outlines(tmp_path)
    old, new = found["hrr-2023-kgz-en"], found["hrr-2024-kgz-en"]
    assert old.known
    assert new.known
    assert not old.lacks("disability")
    assert new.lacks("disability")
    assert not any(
        one.lacks(topic) for one in (old, new) for topic in ("torture", "labour")
    )


def test_an_unknown_outline_lacks_nothing(tmp_path: Path) -> None:
    add_edition(tmp_path, f"SUMMARY\n\n{TEXT}\n\nPrisons\n\n{TEXT}\n", 2020, "en")
    corpus = Corpus.open(tmp_path)
    (found,) = outline.read(corpus, corpus.editions).values()
    assert not found.known
    assert not found.lacks("torture")
