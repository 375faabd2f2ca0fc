"""Of many phrases that may stand at a place, the longest counts, then the first."""

import pytest

from briefs.text.searching.longest import Longest
from briefs.text.searching.phrases import PhraseError

GROUPS = (["law*", "draft law*"], ["bill", "law student*"], ["*ists", "lawyer"])
SLOTS = {"*": r"(?!\w*(?:less)\b)\w*", "+": "(?:s|ren)?"}


def found(text: str, slots: dict[str, str] | None = None) -> tuple[int, str] | None:
    match = Longest(GROUPS, slots or {}).match(text, 0, len(text))
    return match and (match[0], match[1].of(text))


@pytest.mark.parametrize(
    ("text", "group", "words"),
    [
        ("Laws were passed", 0, "Laws"),
        ("draft laws", 0, "draft laws"),
        ("law students", 1, "law students"),
        ("lawyer", 0, "lawyer"),  # as long as the other: the first group counts
        ("bill", 1, "bill"),
        ("activists", 2, "activists"),
    ],
)
def test_the_longest_match_counts(text: str, group: int, words: str) -> None:
    assert found(text) == (group, words)


@pytest.mark.parametrize("text", ["bills", "a law", ""])
def test_a_word_is_found_whole_and_where_it_is_looked_for(text: str) -> None:
    assert found(text) is None


def test_what_a_star_stands_for_may_be_narrowed() -> None:
    assert found("lawless", SLOTS) is None
    assert found("laws", SLOTS) == (0, "laws")


def test_a_plus_stands_for_endings_alone() -> None:
    phrases = Longest([["child+"]], SLOTS)
    assert phrases.match("children", 0, 8) == (0, (0, 8))
    assert phrases.match("childish", 0, 8) is None


def test_nothing_is_looked_for_behind_the_end() -> None:
    assert Longest(GROUPS, {}).match("draft laws", 0, 5) is None


def test_a_phrase_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(PhraseError):
        Longest([["law [of"]], {})
