"""What looks like a name and stands in no list is told with its place."""

from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.tasks.checking import people
from tests.make.places import CORPUS
from tests.make.shelf import add_edition, real_editions

HEAD = "NAME,VARIANTS,ROLE,PUBLIC,PARAGRAPH,NOTE,REVIEWED\n"
TEXT = """\
Torture

Police officers tortured Asan Usonov, and later his brother Nurbek Asanov.
"""
PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
SENTENCE = TEXT.splitlines()[2]


def told(folder: Path, listed: str | None, russian: str = "") -> list[str]:
    home = add_edition(folder, TEXT, 2021, "en")
    if listed is not None:
        (home / "people.csv").write_text(HEAD + listed, encoding="utf-8")
    if russian:
        (home / "translations").mkdir()
        entry = f'{PO}msgid "{SENTENCE}"\nmsgstr "{russian}"\n'
        (home / "translations" / "ru.po").write_text(entry, encoding="utf-8")
    corpus = Corpus.open(folder)
    (edition,) = corpus.editions
    return [str(line) for line in people.told(corpus, edition)]


ONE = "Asan Usonov,Асан Усонов,victim,no,1,,{}\n"
OTHER = "Nurbek Asanov,Нурбек Асанов,relative,no,1,,yes\n"


def test_an_edition_without_a_list_is_told(tmp_path: Path) -> None:
    (line,) = told(tmp_path, None)
    assert line.startswith("look: hrr-2021-kgz-en: no people.csv")


def test_a_name_in_no_list_is_told_with_its_place(tmp_path: Path) -> None:
    lines = told(tmp_path, ONE.format("no"))
    assert lines[0].endswith("persons named: 1, private ones among them: 1")
    assert "no person has reviewed" in lines[1]
    assert "paragraph 1: “Nurbek Asanov” looks like a name" in lines[2]


@pytest.mark.parametrize(
    ("russian", "missed"),
    [
        ("Милиция пытала Асана Усонова и его брата Нурбека Асанова.", []),
        ("Милиция пытала Хасана Усёнова и его брата Нурбека Асанова.", []),
        (
            "Милиция пытала Х. Юсупова и его брата Нурбека Асанова.",
            ["Asan Usonov", "Х. Юсупова"],
        ),
    ],
)
def test_a_spelling_of_a_translation_has_to_be_known(
    tmp_path: Path, russian: str, missed: list[str]
) -> None:
    listed = ONE.format("yes").replace("Асан Усонов", "Асан Усонов; Хасан Усенов")
    _, *lines = told(tmp_path, listed + OTHER, russian)
    assert [line.split("“")[1].split("”")[0] for line in lines] == missed


def test_the_shipped_editions_hold_no_name_that_no_list_knows() -> None:
    corpus = Corpus.open(CORPUS)
    lines = [
        str(line)
        for edition in real_editions().values()
        for line in people.told(corpus, edition)
    ]
    assert [line for line in lines if "know" in line] == []
