"""A series joins what may be compared, and says what may not."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.figures import series
from briefs.figures.series import Disagreement, Series, is_comparable, is_partial
from briefs.model import Figure, Status
from tests.make.shelf import figure, indicators, real_series

KNOWN = indicators("convictions", "victims", forced="victims", sexual="victims")


def build(*figures: Figure) -> list[Series]:
    return series.build(figures, KNOWN)


def values(one: Series) -> dict[int, list[float | None]]:
    return {year: [f.value for f in figures] for year, figures in one.points.items()}


def comparable(code: str, topic: str = "trafficking") -> dict[int, float | None]:
    """Return the comparable values of a series of the package's corpus."""
    one = real_series(topic)[code]
    return {year: figure.value for year, figure in one.comparable.items()}


# The year of a figure


def test_the_year_of_a_figure_is_the_year_it_speaks_of_not_that_of_the_report() -> None:
    (one,) = build(figure(4, "2015", of="tip-2017-kgz-ky"), figure(10, "2016"))
    assert values(one) == {2015: [4], 2016: [10]}


@pytest.mark.parametrize(
    ("period", "year"),
    [
        ("2015", 2015),
        ("2015-10", 2015),
        ("2015-10-22", 2015),
        ("2015-01/2015-06", 2015),
        ("2015-01/2016-06", None),
        ("2013/2016", None),
        ("", None),
        (None, None),
    ],
)
def test_a_period_lies_in_a_year_or_in_none(
    period: str | None, year: int | None
) -> None:
    assert series.data_year(period) == year


@pytest.mark.parametrize("period", ["2015-10", "2015-01/2015-06", "2015-10-22"])
def test_a_month_or_some_months_are_only_a_part_of_the_year(period: str) -> None:
    assert is_partial(figure(4, period))


@pytest.mark.parametrize("period", ["2015", "2015-01/2015-12", "2015-01-01/2015-12-31"])
def test_twelve_months_are_a_whole_year(period: str) -> None:
    assert not is_partial(figure(4, period))


# What is in a series


def test_a_figure_without_an_indicator_is_in_no_series() -> None:
    assert build(figure(4, indicator=None), figure(5, indicator="unheard-of")) == []


def test_a_change_is_no_level() -> None:
    assert build(figure(-25, change=True, unit="percent")) == []


def test_two_countries_are_two_series() -> None:
    one, two = build(figure(4), figure(90, area="UZB"))
    assert (one.area, two.area) == ("KGZ", "UZB")
    assert (values(one), values(two)) == ({2018: [4]}, {2018: [90]})


def test_nine_months_give_way_to_the_whole_year() -> None:
    (one,) = build(figure(5, "2018-01/2018-09"), figure(7, "2018"))
    assert values(one) == {2018: [7]}


def test_nine_months_stay_where_the_whole_year_is_unknown() -> None:
    (one,) = build(figure(5, "2018-01/2018-09"), figure(None, "2018"))
    assert values(one) == {2018: [5, None]}


def test_series_stand_in_the_order_of_their_indicators() -> None:
    found = build(figure(1, indicator="victims"), figure(2, indicator="convictions"))
    assert [one.indicator.code for one in found] == ["convictions", "victims"]


@given(
    st.lists(
        st.builds(
            figure,
            st.none() | st.integers(0, 99),
            st.sampled_from(["2016", "2017", "2018", "2018-01/2018-09", None]),
            st.sampled_from(["convictions", "victims", None]),
            area=st.sampled_from(["KGZ", "UZB"]),
        )
    )
)
def test_no_figure_is_invented_or_put_under_another_year(figures: list[Figure]) -> None:
    for one in build(*figures):
        for year, points in one.points.items():
            for found in points:
                assert found in figures
                assert found.indicator == one.indicator.code
                assert (found.area, series.data_year(found.period)) == (one.area, year)


# What may be compared


@pytest.mark.parametrize(
    "odd",
    [
        figure(5, "2018-01/2018-09"),
        figure(5, status=Status.PROVISIONAL),
        figure(5, status=Status.BREAK),
        figure(None),
    ],
    ids=["part of the year", "provisional", "another definition", "unknown"],
)
def test_some_figures_are_not_compared_with_others(odd: Figure) -> None:
    assert not is_comparable(odd)
    (one,) = build(odd, figure(7, "2017"))
    assert list(one.comparable) == [2017]


def test_a_year_with_two_values_is_not_compared() -> None:
    (one,) = build(figure(27), figure(35), figure(30, "2017"))
    assert list(one.comparable) == [2017]


def test_a_value_that_two_reports_agree_on_is_compared() -> None:
    (one,) = build(figure(5), figure(5, of="tip-2017-kgz-ky"))
    assert list(one.comparable) == [2018]


# What does not fit together


def found(*figures: Figure) -> list[Disagreement]:
    return list(series.disagreements(build(*figures)))


def test_two_values_for_one_year_contradict_each_other() -> None:
    one, two = figure(27), figure(35)
    (conflict,) = found(one, two)
    assert (conflict.year, conflict.figures, conflict.total) == (2018, (one, two), None)


def test_a_number_contradicts_the_report_that_calls_it_unknown() -> None:
    (conflict,) = found(figure(None), figure(5))
    assert [f.value for f in conflict.figures] == [None, 5]


def test_half_a_year_and_nine_months_do_not_contradict_each_other() -> None:
    assert found(figure(5, "2018-01/2018-06"), figure(7, "2018-01/2018-09")) == []


def test_two_countries_do_not_contradict_each_other() -> None:
    assert found(figure(5), figure(90, area="UZB")) == []


def part(value: float | None, code: str, area: str = "KGZ") -> Figure:
    kind = (("exploitation", code),)
    return figure(value, indicator=code, dimensions=kind, area=area)


def test_parts_that_miss_their_total_are_found() -> None:
    total = figure(183, indicator="victims")
    (missed,) = found(total, part(171, "forced"), part(8, "sexual"))
    assert missed.total == total
    assert [f.value for f in missed.figures] == [171, 8]


def test_parts_that_add_up_are_in_order() -> None:
    total = figure(179, indicator="victims")
    assert found(total, part(171, "forced"), part(8, "sexual")) == []


def test_an_unknown_part_is_not_taken_for_zero() -> None:
    total = figure(183, indicator="victims")
    assert found(total, part(171, "forced"), part(None, "sexual")) == []


def test_parts_of_an_unknown_total_miss_nothing() -> None:
    total = figure(None, indicator="victims")
    assert found(total, part(171, "forced"), part(8, "sexual")) == []


def test_one_part_alone_need_not_be_the_whole() -> None:
    assert found(figure(183, indicator="victims"), part(106, "forced")) == []


def test_parts_told_apart_by_other_things_are_not_added_up() -> None:
    men = figure(106, indicator="sexual", dimensions=(("sex", "male"),))
    assert found(figure(183, indicator="victims"), part(171, "forced"), men) == []


def test_the_parts_of_another_country_are_not_added_up() -> None:
    total = figure(183, indicator="victims")
    assert found(total, part(171, "forced"), part(8, "sexual", "UZB")) == []


@given(
    st.permutations(
        [figure(183, indicator="victims"), part(1, "forced"), part(2, "sexual")]
    )
)
def test_the_order_of_the_rows_does_not_matter(rows: list[Figure]) -> None:
    (missed,) = found(*rows)
    assert {f.value for f in missed.figures} == {1, 2}


# The traps of the three reports


def test_convictions_of_2018_cover_nine_months_and_are_not_compared() -> None:
    assert comparable("trafficking-convictions-persons") == {2015: 4, 2016: 10, 2017: 7}
    (told,) = real_series("trafficking")["trafficking-convictions-persons"].points[2018]
    assert (told.value, told.period) == (5, "2018-01/2018-09")


def test_nobody_was_prosecuted_for_trafficking_in_2018_but_eight_for_fraud() -> None:
    prosecuted = comparable("trafficking-prosecutions-persons")
    assert prosecuted == {2016: 5, 2017: 7, 2018: 0}
    assert comparable("adoption-fraud-prosecutions-persons") == {2018: 8}


def test_investigations_of_2018_are_two_and_eight_in_two_series() -> None:
    investigations = comparable("trafficking-investigations")
    assert investigations == {2015: 4, 2016: 8, 2017: 4, 2018: 2}
    assert comparable("adoption-fraud-investigations") == {2018: 8}


def test_prosecutions_of_2016_are_five_cases_and_five_persons_in_two_series() -> None:
    assert comparable("trafficking-prosecutions-cases") == {2015: 6, 2016: 5}
    assert comparable("trafficking-prosecutions-persons")[2016] == 5


def test_persons_and_calls_of_the_hotline_are_two_series() -> None:
    assert comparable("trafficking-hotline-persons") == {2015: 8823}
    assert comparable("trafficking-hotline-calls") == {2016: 2997}


def test_refugees_of_another_definition_are_in_no_series() -> None:
    (one,) = [
        s for s in real_series("refugees").values() if s.indicator.code == "refugees"
    ]
    assert values(one) == {2015: [403]}


def test_two_shares_of_minorities_contradict_each_other() -> None:
    one = real_series("ethnic-minorities")["minority-population-share"]
    assert values(one) == {2015: [27, 35]}
    assert one.comparable == {}
    (conflict,) = series.disagreements([one])
    assert [f.value for f in conflict.figures] == [27, 35]


def test_eight_stands_for_several_measures_of_2018() -> None:
    measures = {
        code
        for code, one in real_series("trafficking").items()
        for found in one.points.get(2018, ())
        if found.value == 8
    }
    assert measures == {
        "adoption-fraud-investigations",
        "adoption-fraud-prosecutions-persons",
        "trafficking-potential-victims-identified",
        "trafficking-victims-assisted-consulates",
        "trafficking-victims-assisted-sexual-exploitation",
    }


def test_a_tier_is_no_number() -> None:
    codes = " ".join(real_series("trafficking"))
    assert "tier" not in codes


def test_victims_by_exploitation_add_up_to_the_victims_assisted() -> None:
    every = real_series("trafficking").values()
    missed = [found for found in series.disagreements(every) if found.total]
    assert missed == []


def test_the_order_of_the_editions_does_not_change_what_may_be_compared() -> None:
    figures = [figure(5), figure(None, "2017"), figure(7, "2016"), figure(9, "2016")]
    results = {tuple(build(*order)[0].comparable) for order in permutations(figures)}
    assert results == {(2018,)}
