"""Cards of single figures stand in full rows, the long ones wider than the short."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.pages import cards
from briefs.exhibits import SingleFigure
from tests.make import sample

SMALL = 8.5
SHORT, LONG = 4, 14


def card(words: int) -> SingleFigure:
    """Return a card whose sentence has so many words."""
    return replace(sample.SINGLES[0], counted=("адам саны " * words,))


lists = st.lists(st.integers(1, 80).map(card), max_size=10)


def rows(singles: tuple[SingleFigure, ...]) -> list[list[int]]:
    """Return the columns that cards take, row by row."""
    found: list[list[int]] = [[]]
    for one in singles:
        if sum(found[-1]) == 6:
            found.append([])
        found[-1].append(one.span)
    return found


@given(lists)
def test_each_row_is_full_and_the_order_is_kept(singles: list[SingleFigure]) -> None:
    spread = cards.spread(singles, SMALL)
    assert [replace(one, span=0) for one in spread] == singles
    assert all(sum(row) == 6 for row in rows(spread) if row)


@given(lists.filter(lambda found: found and len(found) % 3 == 0))
def test_no_rows_of_three_are_lower(singles: list[SingleFigure]) -> None:
    threes = [
        max(cards.alone(one, SMALL) for one in singles[start : start + 3])
        for start in range(0, len(singles), 3)
    ]
    assert cards.height(singles, SMALL) <= sum(threes)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([LONG], [[6]]),
        ([SHORT, SHORT], [[3, 3]]),
        ([SHORT, SHORT, SHORT], [[2, 2, 2]]),
        ([SHORT, LONG], [[2, 4]]),
        ([LONG, SHORT], [[4, 2]]),
    ],
)
def test_a_long_card_is_wider(words: list[int], expected: list[list[int]]) -> None:
    assert rows(cards.spread([*map(card, words)], SMALL)) == expected
