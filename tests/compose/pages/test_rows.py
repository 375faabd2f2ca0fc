"""A high excerpt is cut into rows of whole sentences, each beside its translation."""

from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.pages import rows
from briefs.compose.pages.plan import Plan, Words
from briefs.document import Row

PLAN = Plan(page=702)
BARELY = rows.HIGH * PLAN.page / PLAN.words.line
SENTENCES = st.lists(st.integers(1, 60), min_size=1, max_size=40)


def pairs(lengths: list[int]) -> rows.Pairs:
    """Make sentences of so many words, each with a translation of its number."""
    return tuple(
        (f"{number}. " + "сүйлөм " * length, f"{number}. " + "перевод " * length)
        for number, length in enumerate(lengths)
    )


def said(row: Row, of: str) -> list[str]:
    return [word for word in getattr(row, of).split() if word[0].isdigit()]


@given(SENTENCES)
def test_rows_hold_every_word_once_and_each_sentence_beside_its_translation(
    lengths: list[int],
) -> None:
    quoted = pairs(lengths)
    made = rows.cut([quoted], PLAN)
    for side, of in enumerate(("original", "translation")):
        whole = " ".join(getattr(row, of) for row in made).split()
        assert whole == " ".join(pair[side] for pair in quoted).split()
    assert all(said(row, "original") == said(row, "translation") for row in made)
    assert [row.goes_on for row in made] == [True] * (len(made) - 1) + [False]


@given(SENTENCES)
def test_what_a_page_holds_easily_is_not_cut(lengths: list[int]) -> None:
    made = rows.cut([pairs(lengths)], PLAN)
    high = sum(rows.lines(row, PLAN.words) for row in made)
    assert len(made) == 1 or high > BARELY


@given(st.lists(st.integers(5, 25), min_size=8, max_size=40))
def test_no_row_leaves_more_than_a_quarter_of_a_page_empty(lengths: list[int]) -> None:
    quarter = PLAN.page / 4 / PLAN.words.line
    made = rows.cut([pairs(lengths)], PLAN)
    assert max(rows.lines(row, PLAN.words) for row in made) <= quarter


def test_paragraphs_of_the_source_are_never_joined() -> None:
    made = rows.cut([pairs([3]), pairs([4])], PLAN)
    assert [row.goes_on for row in made] == [False, False]


def test_nothing_is_cut_for_one_column_or_for_a_screen() -> None:
    quoted = pairs([30] * 20)
    assert rows.cut([quoted], Plan(words=Words(beside=0))) == ()
    assert rows.cut([quoted], Plan(paged=False)) == ()
