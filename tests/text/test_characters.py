"""Most lines hold nothing but words and the marks of sentences."""

import pytest

from briefs.text.characters import is_plain


@pytest.mark.parametrize(
    "text", ["Police beat three men – he said.", "“Соттор”, деп айткан; үчөө (баары)!"]
)
def test_words_and_marks_of_sentences_are_plain(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize("sign", [*"12¹*†[|/•\u00ad\u200b\u3164\t=", "www.a"])
def test_what_needs_a_closer_look_is_not(sign: str) -> None:
    assert not is_plain(f"Police {sign} beat")
