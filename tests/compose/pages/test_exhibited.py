"""A table that is higher than a page is parted where a reader would part it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.pages import exhibited
from briefs.compose.pages.plan import Plan, Words
from briefs.exhibits import Note, Table, TableCell, TableRow

PLAN = Plan(page=300)


def table(parts: list[bool]) -> Table:
    """A table of numbered rows: totals (False), and what they are made of (True)."""
    rows = tuple(
        TableRow(f"Row {n}", "Ministry", (TableCell("5"),) * 4, part, "[1]", "")
        for n, part in enumerate(parts)
    )
    return Table("Indicators", ("2015", "2016", "2017", "2018"), rows, ())


@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_every_row_stands_in_one_part_and_in_its_order(parts: list[bool]) -> None:
    whole = table(parts)
    found = [row for part in exhibited.tables(whole, PLAN) for row in part.rows]
    assert [row.label for row in found] == [row.label for row in whole.rows]


@pytest.mark.parametrize("before", range(1, 30))
def test_a_total_stays_with_what_it_is_made_of(before: int) -> None:
    whole = table([False] * before + [False, True, True, True] + [False] * 5)
    (holding,) = (
        part
        for part in exhibited.tables(whole, PLAN)
        if any(row.label == f"Row {before}" for row in part.rows)
    )
    labels = [row.label for row in holding.rows]
    assert {f"Row {before + n}" for n in range(4)} <= set(labels)


def test_a_family_that_goes_on_is_named_again() -> None:
    rows = table([False] * 30).rows
    whole = replace(table([]), rows=(replace(rows[0], family="Victims"), *rows[1:]))
    first, *others = exhibited.tables(whole, PLAN)
    assert others
    assert {part.rows[0].family for part in (first, *others)} == {"Victims"}


@pytest.mark.parametrize(
    "words",
    [
        Words(size=18, line=25, alone=483, beside=0),  # large print
        Words(size=10, line=13, alone=296, beside=148),  # a booklet
    ],
)
def test_a_table_whose_notes_stand_under_each_row_is_not_parted(words: Words) -> None:
    whole = table([False] * 30)
    assert exhibited.tables(whole, replace(PLAN, words=words)) == (whole,)


@pytest.mark.parametrize("topics", [2, 3])
def test_the_first_part_leaves_room_for_the_contents_above_it(topics: int) -> None:
    whole, plan = table([False] * 90), Plan(page=700)
    above = exhibited.opening(topics)
    first, second, *_ = exhibited.tables(whole, plan, above)
    usual, *_ = exhibited.tables(whole, plan)
    assert 0 < len(first.rows) < len(usual.rows)
    assert len(second.rows) == len(usual.rows)


def test_a_table_in_clear_print_has_fewer_rows_on_a_page() -> None:
    notes = tuple(Note(mark, "what is to be noted of it " * 4) for mark in "abcdefgh")
    marked = (TableCell("5", marks=tuple("abcdefgh")),) * 4
    rows = tuple(replace(row, cells=marked) for row in table([False] * 60).rows)
    whole = replace(table([]), rows=rows, notes=notes)
    usual = Plan(page=700)
    clear = replace(usual, words=usual.words.clear())
    counts = [len(exhibited.tables(whole, one)[0].rows) for one in (usual, clear)]
    assert counts[1] < counts[0]
