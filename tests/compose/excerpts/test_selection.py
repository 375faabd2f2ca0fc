"""Excerpts are chosen fairly and put in the order in which a person reads."""

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.excerpts import selection
from briefs.compose.excerpts.cuts.cutting import UNRANKED, Cutting, cut
from briefs.compose.excerpts.turns import CHOSEN, is_long
from briefs.compose.pages.plan import Plan
from briefs.model import Grade
from tests.make.shelf import edition, figure, finding, passage

ROOMY = Plan(fewest=0)


def cutting(
    number: int,
    year: int = 2015,
    weight: float = 1,
    *,
    report: str = "hrr",
    grade: Grade = Grade.STRONG,
    heading: str = "",
    pinned: bool = False,
    rank: int = UNRANKED,
) -> Cutting:
    of = edition(report, year)
    found = finding(f"Police tortured {number} men.", of=of, number=number, grade=grade)
    if heading:
        under = passage(found.passage.text, number, heading, of=of.id)
        found = replace(found, passage=under)
    whole = cut(found)
    assert whole
    return replace(whole, weight=weight, pinned=pinned, rank=rank)


def places(cuttings: list[Cutting] | tuple[Cutting, ...]) -> list[tuple[int, int]]:
    """Return year and paragraph of excerpts."""
    return [(c.finding.edition.year, c.finding.passage.number) for c in cuttings]


def chosen(
    *cuttings: Cutting, room: float = 100, plan: Plan = ROOMY
) -> selection.Choice:
    """Choose for one topic, where every excerpt takes one line."""
    return selection.share({"torture": cuttings}, room, plan, lambda _: 1)["torture"]


# What is chosen


def test_the_weightiest_excerpts_are_chosen_first() -> None:
    found = chosen(
        cutting(1, weight=1), cutting(2, weight=3), cutting(3, weight=2), room=2
    )
    assert places(found.said) == [(2015, 2), (2015, 3)]


def test_at_first_each_edition_has_its_turn_so_that_no_year_goes_unheard() -> None:
    much = [cutting(n, 2015, weight=9) for n in range(1, 6)]
    little = cutting(1, 2017, weight=1), cutting(1, 2019, weight=2)
    found = chosen(*much, *little, room=4)
    assert {year for year, _ in places(found.said)} == {2015, 2017, 2019}
    assert len(found.said) == 4


def test_of_equal_weight_the_latest_year_and_the_first_paragraph_come_first() -> None:
    found = chosen(cutting(2, 2015), cutting(1, 2015), cutting(7, 2017), room=2)
    assert places(found.said) == [(2017, 7), (2015, 1)]


def test_what_is_pinned_is_quoted_whatever_room_there_is() -> None:
    pinned = cutting(1, weight=0, pinned=True), cutting(2, weight=0, pinned=True)
    found = chosen(*pinned, cutting(3, weight=9), room=0, plan=Plan(fewest=0, most=1))
    assert places(found.said) == [(2015, 1), (2015, 2)]
    advised = cutting(1, heading="Recommendations", pinned=True)
    found = chosen(advised, room=0, plan=Plan(fewest=0, advice=0))
    assert places(found.advised) == [(2015, 1)]


def test_what_has_a_rank_stands_first_and_so_does_its_year() -> None:
    every = [
        cutting(1, 2015),
        cutting(2, 2015, rank=2),
        cutting(3, 2015, rank=1),
        cutting(1, 2018, rank=0),
    ]
    groups = [group for _, group in selection.by_edition(every)]
    assert [places(group) for group in groups] == [
        [(2018, 1)],
        [(2015, 3), (2015, 2), (2015, 1)],
    ]


def test_the_fewest_are_quoted_even_where_there_is_no_room() -> None:
    every = [cutting(n) for n in range(1, 9)]
    assert len(chosen(*every, room=0, plan=Plan(fewest=3)).said) == 3


def test_no_more_are_quoted_than_wanted_however_much_room_there_is() -> None:
    every = [cutting(n) for n in range(1, 9)]
    assert len(chosen(*every, plan=Plan(most=5)).said) == 5


def test_a_limit_is_shared_among_the_topics() -> None:
    every = [cutting(n) for n in range(1, 9)]
    found = selection.share(
        {"torture": every, "women": every}, 100, Plan(most=5), lambda _: 1
    )
    assert [len(choice.said) for choice in found.values()] == [3, 2]


def test_room_that_one_topic_does_not_need_goes_to_the_others() -> None:
    many, few = [cutting(n) for n in range(1, 20)], [cutting(1)]
    found = selection.share({"torture": many, "women": few}, 10, ROOMY, lambda _: 1)
    assert [len(choice.said) for choice in found.values()] == [9, 1]


def test_then_the_weightiest_come_whatever_their_edition() -> None:
    much = [cutting(n, 2015, weight=9) for n in range(1, 6)]
    little = [cutting(n, 2017, weight=1) for n in range(1, 6)]
    found = chosen(*much, *little, room=6)
    assert [year for year, _ in places(found.said)].count(2015) == 4


def test_every_recommendation_stands_there_whatever_the_room() -> None:
    advice = [cutting(n, heading="СУНУШТАМАЛАР") for n in range(1, 9)]
    told = [cutting(n) for n in range(11, 19)]
    found = chosen(*advice, *told, room=10)
    assert [number for _, number in places(found.advised)] == list(range(1, 9))
    assert [number for _, number in places(found.said)] == [11, 12]


def test_where_there_is_no_room_some_recommendations_are_enough() -> None:
    advice = [cutting(n, heading="Recommendations") for n in range(1, 9)]
    assert len(chosen(*advice, plan=Plan(advice=3)).advised) == 3
    assert chosen(*advice, plan=Plan(advice=0)).advised == ()


def long(number: int, weight: float, gravity: int = 0) -> Cutting:
    """Return an excerpt that takes the room of several others."""
    every = " ".join(f"Police tortured {n} men." for n in range(60))
    found = finding(every, of=edition("hrr", 2015), number=number)
    whole = cut(found)
    assert whole
    return replace(whole, weight=weight, gravity=gravity)


def lines(one: Cutting) -> float:
    """Return the height of an excerpt: that of three others if it is long."""
    return 3 if is_long(one) else 1


def test_what_is_long_gives_way_where_it_has_no_room() -> None:
    chosen_one = long(2, weight=CHOSEN)
    every = [cutting(1, weight=99), chosen_one, cutting(3), cutting(4)]
    wide = selection.share({"torture": every}, 6, ROOMY, lines)["torture"]
    assert [number for _, number in places(wide.said)] == [1, 2, 3, 4]
    narrow = selection.share({"torture": every}, 3, ROOMY, lines)["torture"]
    assert [number for _, number in places(narrow.said)] == [1, 3, 4]


def test_what_is_long_waits_unless_it_was_chosen_or_is_of_the_gravest() -> None:
    first = [cutting(n, weight=10) for n in (1, 2)]  # of each edition, in its turn
    last = [cutting(n, weight=1) for n in (5, 6, 7)]
    every = [*first, long(3, weight=9), long(4, weight=9, gravity=4), *last]
    found = selection.share({"torture": every}, 8, ROOMY, lines)["torture"]
    assert [n for _, n in places(found.said)] == [1, 2, 4, 5, 6, 7]


def test_all_are_quoted_where_the_room_is_just_theirs() -> None:
    every = [cutting(n) for n in range(1, 9)]
    height = 100.1  # no sum of such heights is exact
    found = selection.share({"torture": every}, 99 * height, ROOMY, lambda _: height)
    assert len(found["torture"].said) == 8


def test_a_topic_without_excerpts_has_none() -> None:
    assert chosen() == selection.Choice((), ())


CUTTINGS = st.lists(
    st.builds(
        cutting,
        st.integers(1, 30),
        st.sampled_from([2015, 2017, 2019]),
        st.sampled_from([1.0, 2.0, 2.5]),
        report=st.sampled_from(["hrr", "tip"]),
        heading=st.sampled_from(["", "РЕКОМЕНДАЦИЯЛАР"]),
    ),
    unique_by=lambda c: (c.finding.edition.id, c.finding.passage.number),
    max_size=15,
)


@given(CUTTINGS, st.floats(0, 20), st.randoms(use_true_random=False))
def test_the_order_in_which_editions_are_read_changes_nothing(
    cuttings: list[Cutting], room: float, chance: object
) -> None:
    shuffled = list(cuttings)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert chosen(*shuffled, room=room) == chosen(*cuttings, room=room)


@given(CUTTINGS, st.floats(0, 20))
def test_every_excerpt_is_quoted_once_at_most(
    cuttings: list[Cutting], room: float
) -> None:
    found = chosen(*cuttings, room=room)
    quoted = [*found.said, *found.advised]
    assert len(places(quoted)) == len({repr(c) for c in quoted})
    assert all(c in cuttings for c in quoted)


@given(CUTTINGS, st.floats(0, 20))
def test_the_room_is_kept(cuttings: list[Cutting], room: float) -> None:
    found = chosen(*cuttings, room=room)
    assert len(found.said) + len(found.advised) <= max(room, len(found.advised))


@given(CUTTINGS, st.floats(0, 20), st.floats(0, 20))
def test_what_is_quoted_in_less_room_is_quoted_in_more(
    cuttings: list[Cutting], room: float, more: float
) -> None:
    """A language that takes more room has a part of the choice of another."""

    def height(one: Cutting) -> float:
        return 1 + one.finding.passage.number % 3 / 2

    few, many = (
        selection.share({"torture": cuttings}, each, ROOMY, height)["torture"]
        for each in (room, room + more)
    )
    assert {*map(repr, few.said)} <= {*map(repr, many.said)}


# The sentences that tell figures


def test_the_sentences_of_a_series_are_known_by_their_place() -> None:
    told, single = figure(5, paragraph=3), figure(6, indicator=None)
    assert selection.telling([told, single]) == {
        ("tip-2019-kgz-ky", 3): [told.sentence]
    }


# The order of reading


def test_excerpts_stand_by_year_edition_and_paragraph() -> None:
    every = [
        cutting(5, 2017),
        cutting(9, 2015),
        cutting(2, 2015, report="tip"),
        cutting(3, 2015),
    ]
    orders = {tuple(places(selection.in_order(o))) for o in permutations(every)}
    assert orders == {((2015, 3), (2015, 9), (2015, 2), (2017, 5))}


def test_what_a_person_chose_to_lead_comes_first_if_it_is_grave() -> None:
    every = [
        replace(cutting(1), gravity=4),
        replace(cutting(2), gravity=3, leads=True),
        replace(cutting(3), gravity=1, leads=True),
        replace(cutting(4), gravity=1),
    ]
    ((_, group),) = selection.by_edition(every)
    assert places([*group]) == [(2015, 2), (2015, 1), (2015, 3), (2015, 4)]


def test_within_an_edition_the_gravest_come_first_then_as_the_text_has_them() -> None:
    every = [
        replace(cutting(1), gravity=1),
        replace(cutting(2), gravity=4),
        replace(cutting(3), gravity=4),
        cutting(3, 2017),
    ]
    groups = [places(group) for _, group in selection.by_edition(every)]
    assert groups == [[(2015, 2), (2015, 3), (2015, 1)], [(2017, 3)]]


def test_sentences_that_stand_alone_come_by_gravity_whatever_their_section() -> None:
    """Excerpts of a section stand together; a sheet of sentences names each place."""
    every = [
        replace(cutting(1, heading="Attacks"), gravity=3),
        replace(cutting(2, heading="Attacks"), gravity=1),
        replace(cutting(3, heading="Torture"), gravity=2),
    ]
    ((_, together),) = selection.by_edition(every)
    assert [number for _, number in places(together)] == [1, 2, 3]
    heard = selection.as_heard([selection.Choice(tuple(every), ())])
    assert [number for _, number in places(heard)] == [1, 3, 2]
