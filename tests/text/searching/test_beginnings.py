"""Phrases are found where they were, though most words are passed over."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.searching import phrases
from briefs.text.searching.beginnings import ANYWHERE, Anchored, beginnings

YEARS = frozenset(("19", "20"))


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("first half of {year}", {"first"}),
        ("(in|during) {year}", {"in", "during"}),
        ("[the] court*", {"the", "court"}),
        ("[[of] the] (law|[new] code)", {"of", "the", "law", "new", "code"}),
        ("{year} report", YEARS),
        ("Jan. {year}", {"jan"}),
        ("state's", {"state"}),
        ("([the]) court", {"the", "court"}),
    ],
)
def test_a_phrase_begins_with_its_first_word_or_what_may_be_missing(
    phrase: str, told: set[str]
) -> None:
    assert beginnings([phrase], {"year": YEARS}) == told


@pytest.mark.parametrize("phrase", ["~ court", "*ist", "{n} cases", "[the]", "% of"])
def test_where_it_cannot_be_told_a_phrase_may_begin_anywhere(phrase: str) -> None:
    assert beginnings([phrase, "law"]) == ANYWHERE


PIECES = ["In", "in", "2019", "FY2019", "12019", "the", "law", "Lawyers", "of", "code."]
PIECES += ["Straße", "requires", "not", "(2018)", "1-2", "ͅ", "in2020of", "; and"]
PHRASES = [
    "[in] {year}",
    "(in|of) [the] law*",
    "the code",
    "law* … require*",
    "strass*",
]
SLOTS = {"year": r"(?P<year>(?<!\d|\d[.,])(?:19|20)\d\d(?!\d))"}
TEXTS = st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join)


def spans(found: "Anchored | regex.Pattern[str]", text: str) -> list[tuple[int, int]]:
    return [match.span() for match in found.finditer(text)]


@given(TEXTS | st.text("In209 lawof;,.-", max_size=25))
def test_what_is_anchored_finds_what_its_pattern_finds(text: str) -> None:
    for chosen in (PHRASES, *([phrase] for phrase in PHRASES)):
        pattern = phrases.matcher(chosen, SLOTS)
        anchored = Anchored(pattern, chosen, {"year": YEARS})
        assert spans(anchored, text) == spans(pattern, text)
        assert bool(anchored.search(text)) == bool(pattern.search(text))


@given(TEXTS)
def test_a_phrase_that_looks_far_is_read_forwards_or_backwards_alike(text: str) -> None:
    (forwards,) = phrases.rules(["law* … require* … #"])
    (backwards,) = phrases.rules(["(law*|{n}) … require* … #"], {"n": "(?!)"})
    for end in range(len(text) + 1):
        assert forwards.stands(text, end, end) == backwards.stands(text, end, end)
