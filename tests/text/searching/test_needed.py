"""What a phrase cannot do without is in every text in which it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.searching import phrases
from briefs.text.searching.needed import (
    ANYTHING,
    Needs,
    may_meet,
    may_stand,
    needs,
    ways,
)


@pytest.mark.parametrize(
    ("phrase", "needed"),
    [
        ("first half of {year}", {"19", "20"}),
        ("(first|second) half", {"second", "first"}),
        ("[the] court", {"court"}),
        ("адам* [эле]", {"адам"}),
        ("~ # …", ANYTHING),
        ("[one] (of|[all])", ANYTHING),
        ("state's", {"state"}),
    ],
)
def test_the_rarest_of_what_must_be_there_is_asked_for(
    phrase: str, needed: set[str]
) -> None:
    assert needs([phrase], {"year": Needs(("19", "20"))}) == Needs(needed)


def test_where_one_phrase_needs_nothing_any_text_may_hold_one() -> None:
    assert needs(["court", "~"]) == ANYTHING == needs([])
    assert may_stand(ANYTHING, "")


WORDS = ["court", "courts", "the", "of", "first", "half", "Ünal's", "СОТ", "Straße"]
PHRASES = ["court* of ~ half", "(the|of) first", "[the] сот", "strass*", "ünal's [of]"]


@given(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join))
def test_no_text_that_a_phrase_stands_in_lacks_what_it_needs(text: str) -> None:
    for phrase in PHRASES:
        if phrases.matcher([phrase]).search(text):
            assert may_stand(needs([phrase]), text)
            assert may_meet(ways([phrase]), text)


def test_a_text_must_hold_all_that_one_phrase_needs() -> None:
    two = ways(["law … require*", "fine"])
    assert may_meet(two, "The LAW so requires")
    assert may_meet(two, "a fine")
    assert not may_meet(two, "the law")
    assert may_meet(ways(["# ~"]), "")
    assert not may_meet(ways([]), "no phrase stands in any text")


def test_what_has_a_capital_must_be_written_with_it() -> None:
    may = frozenset([frozenset([Needs(["May"])])])
    assert may_meet(may, "in May")
    assert not may_meet(may, "they may")
