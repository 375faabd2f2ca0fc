"""Where a source seems wrong is told by a file that is proven when it is read."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.corpus.beside import doubts
from briefs.errors import CorpusError
from tests.make.shelf import edition, passage

PASSAGES = {1: passage("A case was opened. Nobody was tried.", 1)}
HEAD = "PARAGRAPH,SENTENCE,KIND,NOTE_KY,NOTE_RU,NOTE_EN\n"
ROW = "1,A case was,inverted,терс,наоборот,the negative is meant\n"


def read(folder: Path, text: str) -> tuple[doubts.Doubt, ...]:
    of = replace(edition(language="en"), path=folder / "source.txt")
    doubts.path(of).write_text(text, encoding="utf-8")
    return doubts.read(of, PASSAGES)


def test_a_doubt_names_its_sentence_its_kind_and_a_note(tmp_path: Path) -> None:
    (doubt,) = read(tmp_path, HEAD + ROW)
    assert doubt.sentence == "A case was opened."
    assert doubt.kind is doubts.Kind.INVERTED
    assert doubt.notes["ru"] == "наоборот"
    assert doubts.inverted([doubt]) == {"A case was opened."}


def test_an_edition_without_a_file_has_no_doubts(tmp_path: Path) -> None:
    of = replace(edition(), path=tmp_path / "source.txt")
    assert doubts.read(of, PASSAGES) == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (HEAD + ROW.replace("1,", "2,", 1), "line 2: PARAGRAPH '2'"),
        (HEAD + ROW.replace("1,", "1.5,", 1), "PARAGRAPH '1.5' .* is 1"),
        (HEAD + ROW.replace("A case", "No case"), "line 2.*SENTENCE 'No case was'"),
        (HEAD + ROW.replace("inverted", "odd"), "KIND 'odd'"),
        (HEAD + ROW.replace("терс", ""), "NOTE_KY"),
        (HEAD.replace("KIND", "SORT") + ROW, "they are PARAGRAPH"),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, text: str, fault: str
) -> None:
    with pytest.raises(CorpusError, match=fault):
        read(tmp_path, text)
