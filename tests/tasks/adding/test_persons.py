"""Whom a new edition names is drafted for a person to judge."""

import csv
import io

from briefs.corpus.corpus import Corpus
from briefs.corpus.people import COLUMNS
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
    made = persons.draft(passages, "en", grammar)
    return list(csv.DictReader(io.StringIO(made.decode()))) if made else []


def test_each_name_stands_once_with_its_sentence_private_and_unreviewed() -> None:
    first, second = rows(*TEXTS)
    assert tuple(first) == COLUMNS
    assert first["NAME"] == "Azimjan Askarov"
    assert first["NOTE"] == "In March police beat Azimjan Askarov in Osh."
    assert (first["PUBLIC"], first["REVIEWED"], first["PARAGRAPH"]) == ("no", "no", "1")
    assert (second["NAME"], second["PARAGRAPH"]) == ("Ulukbek Karybek uulu", "2")


def test_nothing_is_drafted_where_nothing_looks_like_a_name() -> None:
    assert rows("The court convicted nobody in March.") == []
    assert persons.draft([passage(TEXTS[0])], "kk", None) is None
