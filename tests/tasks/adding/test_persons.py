"""Whom a new edition names is private until a person judges."""

import csv
import io

from briefs.corpus.beside import people
from briefs.corpus.beside.people import COLUMNS
from briefs.corpus.corpus import Corpus
from briefs.tasks.adding import persons
from tests.make.places import CORPUS
from tests.make.shelf import passage

TEXTS = (
    "In March police beat Azimjan Askarov in Osh. Askarov complained to a court.",
    "Ulukbek Karybek uulu was abducted. The Supreme Court of Kiev said nothing.",
)


def rows(*texts: str) -> list[dict[str, str]]:
    grammar = Corpus.open(CORPUS).grammars["en"]
    passages = [passage(text, number) for number, text in enumerate(texts, start=1)]
    made = persons.listed(passages, "en", grammar)
    return list(csv.DictReader(io.StringIO(made.decode()))) if made else []


def test_each_name_stands_once_with_its_sentence_private_and_unreviewed() -> None:
    first, second = rows(*TEXTS)
    assert tuple(first) == COLUMNS
    assert first["NAME"] == "Azimjan Askarov"
    assert first["NOTE"] == "In March police beat Azimjan Askarov in Osh."
    assert (first["PUBLIC"], first["REVIEWED"], first["PARAGRAPH"]) == ("no", "no", "1")
    assert (second["NAME"], second["PARAGRAPH"]) == ("Ulukbek Karybek uulu", "2")


def test_the_list_is_empty_where_nothing_looks_like_a_name() -> None:
    assert rows("The court convicted nobody in March.") == []


def test_every_row_is_one_that_the_list_may_hold() -> None:
    text = "Police beat A. Askarov, Aisha Bek-Ova and Aisha in Osh. Mr. Aisha ran."
    named = [row["NAME"] for row in rows(text)]
    assert named
    assert all(people.is_word(word) for name in named for word in name.split())
    assert len({*named}) == len(named)


def test_there_is_no_list_in_a_language_whose_names_nobody_knows() -> None:
    assert persons.listed([passage(TEXTS[0])], "kk", None) is None
