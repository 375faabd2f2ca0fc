"""What is compiled late finds what it would have found at once."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.searching.late import FLAGS, late

SOURCE = r"\b(?P<verb>жат\w*|сал\w*)\b"


@given(st.lists(st.sampled_from(["жатат", "Салды", "чек", "сал-", "."])).map(" ".join))
def test_the_same_is_found(text: str) -> None:
    at_once, later = regex.compile(SOURCE, FLAGS), late(SOURCE)
    for _ in range(2):
        assert [m.span() for m in later.finditer(text)] == [
            m.span() for m in at_once.finditer(text)
        ]
        assert bool(later.search(text)) == bool(at_once.search(text))
        assert bool(later.match(text)) == bool(at_once.match(text))
        assert bool(later.fullmatch(text)) == bool(at_once.fullmatch(text))


def test_nothing_is_compiled_before_it_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: list[str] = []
    real = regex.compile

    def noted(source: str, flags: int) -> regex.Pattern[str]:
        compiled.append(source)
        return real(source, flags)

    monkeypatch.setattr(regex, "compile", noted)
    pattern = late(SOURCE)
    assert compiled == []
    assert pattern.search("жатат")
    assert pattern.search("салды")
    assert compiled == [SOURCE]
