"""Charts: what the geometry of a bar promises to the eye."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.statistics.charts import SMALL, Point, bar_chart, shorter, whole
from briefs.document import Chart
from briefs.render.typeface import widths

values = st.floats(min_value=0, max_value=1e12, allow_nan=False)
series = st.lists(st.one_of(st.none(), values), min_size=1, max_size=12)


def chart_of(numbers: list[float | None], *, partial: bool = False) -> Chart:
    points = [
        Point(
            str(2010 + i), value, "no data" if value is None else f"{value:g}", partial
        )
        for i, value in enumerate(numbers)
    ]
    return bar_chart(points, title="Convictions", alt="Convictions by year")


@given(series)
def test_every_bar_stands_on_the_baseline_and_inside_the_chart(
    numbers: list[float | None],
) -> None:
    chart = chart_of(numbers)
    for bar in chart.bars:
        assert bar.y + bar.height == pytest.approx(chart.baseline, abs=0.02)
        assert bar.x >= 0
        assert bar.x + bar.width <= chart.width + 0.01
        assert bar.y >= 0


@given(st.lists(values, min_size=2, max_size=8))
def test_a_larger_value_is_never_drawn_shorter(numbers: list[float]) -> None:
    bars = chart_of(list(numbers)).bars
    ranked = sorted(zip(numbers, bars, strict=True), key=lambda pair: pair[0])
    heights = [bar.height for _, bar in ranked]
    assert heights == sorted(heights)


def test_heights_are_proportional_to_values() -> None:
    four, ten = chart_of([4, 10]).bars
    assert four.height / ten.height == pytest.approx(0.4, abs=0.001)


def test_bars_follow_one_another_without_touching() -> None:
    bars = chart_of([1, 2, 3, 4, 5, 6, 7, 8]).bars
    for left, right in pairwise(bars):
        assert left.x + left.width < right.x


def test_a_gap_is_words_and_no_bar() -> None:
    gap = chart_of([86, None, 183]).bars[1]
    assert (gap.style, gap.height, gap.label) == ("gap", 0.0, "no data")


def test_an_unknown_number_without_room_for_words_is_a_question_mark() -> None:
    point = Point("2015", None, "the number is not known", told=True)
    (wide,) = bar_chart([point], title="", alt="").bars
    assert (wide.style, wide.label) == ("unknown", point.label)
    assert bar_chart([point] * 8, title="", alt="").bars[0].label == "?"


def test_a_shared_scale_draws_the_same_value_as_high() -> None:
    alone = bar_chart([Point("2015", 4, "4")], title="", alt="", top=8).bars[0]
    other = chart_of([4, 8]).bars[0]
    assert alone.height == other.height


def test_years_are_shortened_where_they_have_no_room() -> None:
    assert shorter(["2015", "2016", "2017"], SMALL) == ["2015", "2016", "2017"]
    years = [str(2015 + n) for n in range(5)]
    assert shorter(years, SMALL) == ["2015", "16", "17", "18", "2019"]


def test_zero_is_a_bar_without_height_and_not_a_gap() -> None:
    zero = chart_of([0, 5]).bars[0]
    assert (zero.style, zero.height, zero.label) == ("full", 0.0, "0")


def test_a_small_value_remains_visible() -> None:
    assert chart_of([1, 100_000]).bars[0].height > 1


def test_a_partial_year_is_told_apart() -> None:
    assert [bar.style for bar in chart_of([5], partial=True).bars] == ["partial"]


def test_a_series_of_zeros_and_gaps_can_be_drawn() -> None:
    assert [bar.height for bar in chart_of([0, None]).bars] == [0.0, 0.0]


@pytest.mark.parametrize("numbers", [[], [-1.0]])
def test_what_cannot_be_drawn_from_zero_is_refused(numbers: list[float]) -> None:
    with pytest.raises(ValueError, match=r"point|negative"):
        chart_of(list(numbers))


def test_shortened_years_are_whole_again() -> None:
    years = [str(1998 + n) for n in range(6)]
    again = whole(shorter(years, SMALL))
    assert [year or n for n, year in enumerate(again, 1998)] == [*range(1998, 2004)]
    assert (again[0], again[2], again[-1]) == (1998, 2000, 2003)
    assert whole(["2016–2020", "21", "", "2023"]) == [2020, 2021, None, 2023]


def test_years_beside_wide_ends_do_not_run_into_them() -> None:
    years = ["2016", "2017", "2018", "2019–2021", "2022", "2023"]
    short = shorter(years, SMALL)
    slot = SMALL.width / len(years)
    for one, other in pairwise(short):
        if one and other:
            both = widths.width(one, SMALL.words) + widths.width(other, SMALL.words)
            assert both / 2 < slot
    assert (short[0], short[-1]) == ("2016", "2023")


def test_years_in_one_slot_are_not_written_as_the_last_of_them() -> None:
    years = ["2015", "2016–2020", "2021", "2022", "2023"]
    short = shorter(years, SMALL)
    assert short == ["2015", "…", "21", "22", "2023"]
    assert whole(short) == [2015, None, 2021, 2022, 2023]
