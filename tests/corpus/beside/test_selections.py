"""Chosen sentences are proven against their paragraphs when a file is read."""

from pathlib import Path

import pytest

from briefs.corpus.beside import selections
from briefs.corpus.beside.selections import Selections
from briefs.errors import CorpusError
from tests.make.shelf import passage

PASSAGES = {
    1: passage("Police tortured him. He died. The court did nothing.", 1),
    2: passage("Torture is rare. Torture is banned.", 2),
}
GOOD = """reviewed = true
[torture]
lead = [{ paragraph = 1, from = "Police tortured" }]
keep = [2]
never = [1]
whole = [2]
only = [{ paragraph = 1, from = "He died", until = "The court" }]
"""


def read(folder: Path, text: str) -> Selections:
    file = folder / "x.toml"
    file.write_text(text, encoding="utf-8")
    return selections.read(file, PASSAGES, "en", ["torture", "women"])


def test_what_was_chosen_is_known_by_topic(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD)
    assert found.reviewed
    chosen = found.on("torture")
    (lead,) = chosen.lead
    assert lead.span.of(PASSAGES[1].text) == "Police tortured him."
    assert chosen.keep == {2}
    assert chosen.never == {1}
    assert chosen.whole == {2}
    assert chosen.only[1].of(PASSAGES[1].text) == "He died. The court did nothing."
    assert found.on("women") == selections.NOTHING_CHOSEN


def test_without_a_file_nothing_is_chosen(tmp_path: Path) -> None:
    found = selections.read(tmp_path / "none.toml", PASSAGES, "en", ["torture"])
    assert found == selections.NONE


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("[torture]", "[tortur]", r"x\.toml, line 2: unknown key 'tortur'"),
        ("keep", "kept", "line 4: unknown key 'torture.kept'"),
        ("[2]", "[9]", "line 4: the edition has no paragraph 9"),
        ("[2]", "2", r"line 4: 'torture.keep' must be a list"),
        ("Police tortured", "Police beat", "line 3: not one sentence of paragraph 1"),
        ('1, from = "Police tortured', '2, from = "Torture is', "but 2"),
        ('{ paragraph = 1, from = "Police tortured" }', "3", "a list of sentences"),
        ("reviewed = true", "reviewed = 3", "must be true or false"),
        ('1, from = "Police', '7, from = "Police', "paragraph 7"),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, fault: str
) -> None:
    with pytest.raises(CorpusError, match=fault):
        read(tmp_path, GOOD.replace(old, new, 1))
