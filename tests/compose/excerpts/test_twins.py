"""What a report says again in another year is quoted once."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.excerpts.cuts.cutting import Cutting
from briefs.compose.excerpts.cuts.cutting import cut as try_to_cut
from briefs.compose.excerpts.twins import merge
from briefs.match.index import Finding
from tests.make.shelf import edition, finding


def cut(found: Finding) -> Cutting:
    cutting = try_to_cut(found)
    assert cutting
    return cutting


def one_year(
    text: str, year: int, report: str = "hrr", country: str = "KGZ", number: int = 1
) -> Cutting:
    of = edition(report, year, country, "en")
    return cut(finding(text, of=of, number=number))


SAID = (
    "According to lawyers and journalists, police in the south of the country "
    "routinely beat detainees in the first hours after an arrest to make them confess "
    "to crimes."
)


def test_what_is_said_again_in_another_year_is_quoted_once_from_the_latest() -> None:
    (kept,) = merge([one_year(SAID, 2015), one_year(SAID, 2017), one_year(SAID, 2016)])
    assert kept.finding.edition.year == 2017
    assert [also.edition.year for also in kept.also] == [2016, 2015]


def test_a_word_more_does_not_make_another_statement() -> None:
    other = SAID.replace("routinely ", "")
    assert len(merge([one_year(SAID, 2015), one_year(other, 2016)])) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("to 12 crimes", "to 14 crimes"),
        ("to two crimes", "to four crimes"),
        ("did confess", "did not confess"),
    ],
)
def test_another_number_or_a_not_makes_another_statement(one: str, two: str) -> None:
    text = f"{SAID} All of those who were beaten in custody by police {{}}."
    pair = [one_year(text.format(one), 2015), one_year(text.format(two), 2016)]
    assert len(merge(pair)) == 2


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("сегиз тергөө ишин ачкан", "төрт тергөө ишин ачкан"),
        ("тергөө ишин ачкан", "тергөө ишин ачкан эмес"),
        ("тергөө ишин ачкан", "тергөө ишин ачпаган"),
        ("тергөө ишин ачты", "тергөө ишин ачкан жок"),
    ],
)
def test_so_it_is_in_kyrgyz_where_a_negation_is_a_syllable(one: str, two: str) -> None:
    frame = (
        "Өкмөт жыл бою милиция кызматкерлеринин үстүнөн кыйноо боюнча түшкөн көптөгөн "
        "арыздарга байланыштуу борбор шаарда жана облустарда {}."
    )
    years = (2015, one), (2016, two)
    pair = [cut(finding(frame.format(t), of=edition(year=y))) for y, t in years]
    assert len(merge(pair)) == 2


@pytest.mark.parametrize(
    "other",
    [
        one_year(SAID, 2015, number=2),
        one_year(SAID, 2016, report="tip"),
        one_year(SAID, 2016, country="UZB"),
        cut(finding(SAID, of=edition(year=2016, language="ru"))),
    ],
    ids=["same year", "another report", "another country", "another language"],
)
def test_only_years_of_one_report_are_merged(other: Cutting) -> None:
    assert len(merge([one_year(SAID, 2015), other])) == 2


def test_the_order_of_the_editions_does_not_matter() -> None:
    texts = [SAID, SAID, "Nothing was said.", SAID.replace("south", "north")]
    cuttings = [one_year(text, 2015 + i) for i, text in enumerate(texts)]
    cuttings.append(one_year(SAID, 2015, country="UZB"))
    results = {tuple(map(repr, merge(order))) for order in permutations(cuttings)}
    assert len(results) == 1


WORDS = st.lists(
    st.sampled_from(["police", "court", "torture", "not", "12", "a"]), min_size=1
)
TEXT = WORDS.map(lambda words: " ".join(words).capitalize() + ".")


@given(st.lists(st.tuples(TEXT, st.integers(2010, 2014)), max_size=8))
def test_merging_loses_and_doubles_nothing(found: list[tuple[str, int]]) -> None:
    cuttings = [
        cut(finding(text, of=edition(year=year, language="en"), number=number))
        for number, (text, year) in enumerate(found)
    ]
    merged = merge(cuttings)
    back = [f for kept in merged for f in (kept.finding, *kept.also)]
    assert sorted(f.passage.number for f in back) == list(range(len(cuttings)))
