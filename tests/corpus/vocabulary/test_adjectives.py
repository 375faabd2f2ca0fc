"""Words that no number follows are a list that people may add to."""

from pathlib import Path

import pytest

from briefs.corpus.vocabulary import adjectives
from briefs.errors import CorpusError


def test_a_word_binds_the_next_unless_that_is_counted(tmp_path: Path) -> None:
    file = tmp_path / adjectives.FILE
    text = '[en]\nendings = ["ary"]\nbut = ["primary"]\ncounted = ["s"]\n'
    file.write_text(text, encoding="utf-8")
    known = adjectives.read(file)["en"]
    assert known.bind("temporary", "detention")
    assert not known.bind("temporary", "detentions")
    assert not known.bind("primary", "school")
    assert not known.bind("new", "school")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[english]\nendings = ["ary"]', "line 1"),
        ("[en]\nbut = []", "endings"),
        ('[en]\nendings = "ary"', "line 2"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / adjectives.FILE
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=said):
        adjectives.read(file)
