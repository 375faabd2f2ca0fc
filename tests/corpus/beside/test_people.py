"""Whom an edition names is told by a file that is proven when it is read."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.corpus.beside import people
from briefs.corpus.beside.people import Person, Role
from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError
from tests.make.places import CORPUS
from tests.make.shelf import edition, passage, real_editions

PASSAGES = {1: passage("Асан Усоновду милиция кармады.", 1)}
HEAD = "NAME,VARIANTS,ROLE,PUBLIC,PARAGRAPH,NOTE,REVIEWED\n"
ROW = "Асан Усонов,Asan Usonov; Хасан Усонов,victim,no,1,beaten,no\n"
GRAMMARS = Corpus.open(CORPUS).grammars


def read(folder: Path, text: str) -> tuple[Person, ...] | None:
    of = replace(edition(), path=folder / "source.txt")
    people.path(of).write_text(text, encoding="utf-8")
    return people.read(of, PASSAGES, GRAMMARS)


def test_a_person_has_a_role_and_is_private_or_not(tmp_path: Path) -> None:
    (person,) = read(tmp_path, HEAD + ROW) or ()
    assert person.name.forms == ("Асан Усонов", "Asan Usonov", "Хасан Усонов")
    assert (person.role, person.public, person.paragraph) == (Role.VICTIM, False, 1)
    assert not person.name.shown


def test_an_edition_without_a_file_is_not_one_that_names_nobody(
    tmp_path: Path,
) -> None:
    of = replace(edition(), path=tmp_path / "source.txt")
    assert people.read(of, PASSAGES, GRAMMARS) is None
    assert read(tmp_path, HEAD) == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (HEAD.replace("ROLE", "SORT") + ROW, "they are NAME, VARIANTS"),
        (HEAD + ROW + ROW, "line 3: NAME 'Асан Усонов'"),
        (HEAD + ROW.replace("victim", "hero"), "line 2: ROLE 'hero'"),
        (HEAD + ROW.replace(",no,1", ",perhaps,1"), "PUBLIC 'perhaps'"),
        (HEAD + ROW.replace(",1,", ",2,"), "PARAGRAPH '2'"),
        (HEAD + ROW.replace(",1,", ",,"), "PARAGRAPH ''"),
        (HEAD + ROW.replace("Усонов", "Асанов"), "PARAGRAPH '1'"),
        (HEAD + ROW.replace("beaten,no", "beaten,-"), "REVIEWED '-'"),
        (HEAD + ROW.replace("Asan Usonov", "A"), "VARIANTS 'A; Хасан"),
        (HEAD + ROW.replace("Асан Усонов", "…"), "NAME '…'"),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, text: str, fault: str
) -> None:
    with pytest.raises(CorpusError, match=fault):
        read(tmp_path, text)


def test_a_list_of_names_holds_organizations_and_places(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("NAME,VARIANTS,KIND\nБир Дүйнө,Bir Duino,organization\n", "utf-8")
    (name,) = people.listed(file)
    assert (name.kind, name.cores) == ("organization", ("Бир Дүйнө", "Bir Duino"))
    file.write_text("NAME,VARIANTS,KIND\nБир Дүйнө,,group\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="line 2: KIND 'group'"):
        people.listed(file)


def test_the_shipped_editions_name_their_people_and_no_judgment_is_sold() -> None:
    corpus = Corpus.open(CORPUS)
    for each in real_editions().values():
        known = corpus.people(each)
        assert known is not None
        assert not any(person.reviewed for person in known)
        for person in known:
            # Who is a victim, accused, or related to one, is never public.
            private = {Role.VICTIM, Role.DEFENDANT, Role.RELATIVE, Role.WITNESS}
            assert not (person.public and person.role in private)
