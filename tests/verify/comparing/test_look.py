"""Blanks that readers guess are judged by the gaps that a person sees."""

import pytest

from briefs.verify.comparing import look
from briefs.verify.comparing.sheets import Letter, Sheet


def sheet(text: str, *gaps: float) -> Sheet:
    """Return a page of letters ten dots wide; after each stands a gap, 2 dots wide."""
    letters, left = [], 0.0
    places = [place for place, sign in enumerate(text) if sign != " "]
    for place, gap in zip(places, [*gaps, *[2.0] * len(places)], strict=False):
        letters.append(Letter(place, text[place], left, 0, left + 10, 10))
        left += 10 + gap
    return Sheet(text, tuple(letters), None)


@pytest.mark.parametrize(
    ("found", "alike"),
    [
        (sheet("a,b", 2, 8), True),
        (sheet("a,b", 2, 8.9), True),
        (sheet("a,b", 2, 2), False),
        (sheet("a,c", 2, 8), False),
    ],
    ids=["as wide", "a little moved", "closed up", "another letter"],
)
def test_where_only_one_page_has_a_blank_its_gap_is_as_wide(
    found: Sheet, alike: bool
) -> None:
    assert look.are_parted_alike(found, sheet("a, b", 2, 8)) is alike


def test_gaps_within_words_are_left_to_the_place_of_each_letter() -> None:
    assert look.are_parted_alike(sheet("ab c", 4, 8), sheet("ab c", 2, 8))
