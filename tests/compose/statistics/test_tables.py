"""A figure is shown with its period, its source and whatever a reader must know."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace

import pytest

from briefs.compose.pages.plan import Plan
from briefs.compose.statistics import amounts, tables, tiles
from briefs.compose.statistics.telling import Desk
from briefs.corpus.corpus import Corpus
from briefs.document import (
    Chart,
    FigureSection,
    KeyFigure,
    SingleFigure,
    Table,
    TableRow,
    Translation,
)
from briefs.figures import series
from briefs.figures.series import Series
from briefs.i18n import locale as i18n
from briefs.model import Basis, Bound, Figure, Kind, PageStart, Span, Status
from tests.make.places import CORPUS
from tests.make.shelf import (
    edition,
    figure,
    indicators,
    passage,
    real_editions,
    real_figures,
    real_passages,
    real_series,
)

TIP_2017, TIP_2019 = edition("tip", 2017), edition("tip", 2019)
KNOWN = indicators(
    "convictions", "victims", "calls", forced="victims", sexual="victims"
)


def desk(
    numbers: Mapping[tuple[str, int, str], int] | None = None,
    areas: Mapping[str, str] | None = None,
    locale: str = "en",
) -> Desk:
    return Desk(
        locale=i18n.load(locale),
        reporters={"government": {"en": "Government"}},
        editions={of.id: of for of in (TIP_2017, TIP_2019)},
        passages={of.id: {1: passage("…")} for of in (TIP_2017, TIP_2019)},
        numbers=numbers or {},
        areas=areas or {},
    )


def section(
    *figures: Figure, at: Desk | None = None, plan: Plan | None = None
) -> FigureSection:
    made = tables.section(
        series.build(figures, KNOWN), figures, at or desk(), plan or Plan()
    )
    assert made
    return made


def table(*figures: Figure, at: Desk | None = None) -> Table:
    made = section(*figures, at=at).table
    assert made
    return made


def printed(row: TableRow) -> list[str]:
    """Return the cells of a row with their note letters."""
    return [" ".join((cell.text, *cell.marks)) for cell in row.cells]


def chart(*figures: Figure) -> Chart:
    (made,) = section(*figures).charts
    return made


def key_figures(*figures: Figure, at: Desk | None = None) -> tuple[KeyFigure, ...]:
    return tiles.key_figures(series.build(figures, KNOWN), at or desk(), 6)


# Families


def kin(**families: str) -> list[str]:
    """Return the headings of the rows of a table, given families of indicators."""
    known = {
        code: replace(one, family={"en": families[code]} if code in families else {})
        for code, one in KNOWN.items()
    }
    figures = [
        figure(number, indicator=code)
        for number, code in enumerate(("convictions", "victims", "calls"), 1)
    ]
    made = tables.section(series.build(figures, known), figures, desk(), Plan())
    assert made
    assert made.table
    return [f"{row.family}/{row.label}" for row in made.table.rows]


def test_rows_of_a_family_stand_together_under_its_name() -> None:
    assert kin(convictions="Courts", victims="People", calls="Courts") == [
        "Courts/Convictions",
        "/Calls",
        "People/Victims",
    ]


def test_no_family_is_named_where_it_would_say_nothing_or_the_wrong_thing() -> None:
    plain = ["/Convictions", "/Victims", "/Calls"]
    assert kin(convictions="Courts", victims="Courts", calls="Courts") == plain
    assert kin(convictions="Courts", victims="People", calls="Advice") == plain
    assert kin(convictions="Courts", victims="Courts") == plain


# A value


@pytest.mark.parametrize(
    ("locale", "shown", "text"),
    [
        ("en", figure(8823), "8,823"),
        ("ky", figure(8823), "8 823"),
        ("en", figure(25, unit="percent"), "25%"),
        ("ru", figure(4.5, unit="percent"), "4,5 %"),
        ("en", figure(339_000_000, unit="KGS"), "339 million soms"),
        ("en", figure(1, unit="USD"), "1 US dollar"),
        ("en", figure(500, value_max=700), "500–700"),
        ("en", figure(20, value_max=25, unit="percent"), "20–25%"),
        ("en", figure(10_000, bound=Bound.ABOUT), "about 10,000"),
        ("en", figure(20, unit="percent", bound=Bound.AT_MOST), "up to 20%"),
        (
            "en",
            figure(35e6, unit="KGS", bound=Bound.AT_LEAST),
            "at least 35 million soms",
        ),
        ("en", figure(10_286, bound=Bound.ESTIMATE), "estimated 10,286"),
        ("ru", figure(20, unit="percent", bound=Bound.AT_MOST), "максимум 20 %"),
        ("ky", figure(10_286, bound=Bound.ESTIMATE), "болжолдуу эсепте 10 286"),
        ("en", figure(14, base=120), "14 of 120"),
        ("ru", figure(14, base=120), "14 из 120"),
        ("ky", figure(14, base=120), "120 ичинен 14"),
        ("en", figure(2.5, unit="years"), "2.5 years"),
        ("ru", figure(2.5, unit="years"), "2,5 года"),
        ("ky", figure(2.5, unit="months"), "2,5 ай"),
        ("en", figure(1.5, unit="KGS"), "1.5 soms"),
        ("ru", figure(1.5, unit="KGS"), "1,5 сома"),
        ("ru", figure(157.14, unit="USD"), "157,14 доллара США"),
        ("en", figure(300, unit="EUR"), "300 euros"),
        ("en", figure(None), "unknown"),
        ("en", figure(0), "0"),
    ],
)
def test_a_value_is_formatted_for_the_reader(
    locale: str, shown: Figure, text: str
) -> None:
    value = amounts.value(shown, i18n.load(locale))
    assert value.replace("\N{NO-BREAK SPACE}", " ") == text


def test_a_bound_stands_on_the_right_side_of_a_fall() -> None:
    # Who fell by more than 25 has less than −25.
    fall = figure(-25, unit="percent", change=True, bound=Bound.AT_LEAST)
    assert amounts.large(fall, i18n.load("en")).startswith("≤")
    assert amounts.bound(fall, i18n.load("en")) == "at most"
    rise = figure(25, unit="percent", change=True, bound=Bound.AT_LEAST)
    assert amounts.large(rise, i18n.load("en")).startswith("≥")


UNITS = sorted(
    {
        unit
        for path in (CORPUS / "numbers").glob("*.toml")
        for known in [tomllib.loads(path.read_text("utf-8"))]
        for unit in (*known["units"], *known["currencies"])
    }
)


@pytest.mark.parametrize("locale", ["en", "ky", "ru"])
@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_that_a_grammar_knows_is_printed(unit: str, locale: str) -> None:
    for value, number in ((1, "1"), (2.5, "2.5"), (5, "5")):
        text = amounts.value(figure(value, unit=unit), i18n.load(locale))
        written, _, name = text.replace("\N{NO-BREAK SPACE}", " ").partition(" ")
        assert written.replace(",", ".").rstrip("%") == number
        measured = unit.isupper() or unit in amounts.DURATIONS
        assert bool(name.strip(" %")) == measured
        assert name not in (unit, unit.removesuffix("s")) or locale == "en"


# The table


def test_indicators_stand_by_the_years_they_describe() -> None:
    made = table(figure(4, "2015"), figure(7, "2017"), figure(86, "2017", "victims"))
    assert made.years == ("2015", "2017")
    assert [row.label for row in made.rows] == ["Convictions", "Victims"]
    assert printed(made.rows[0]) == ["4", "7"]


def legend(made: Table) -> list[str]:
    """Return what a table says of its cells without a number."""
    return [f"{n.mark} {n.text}".strip() for n in made.notes if not n.mark.isalpha()]


def test_a_silent_report_is_told_from_a_year_without_a_report_and_from_none() -> None:
    made = table(figure(4, "2015"), figure(0, "2017", "victims"))
    assert [printed(row) for row in made.rows] == [["4", "–"], ["×", "0"]]
    assert legend(made) == [
        "– the reports say nothing of it; this is not a zero",
        "× this collection has no such report on the year",
    ]


def test_silence_is_not_told_of_a_report_that_nobody_has_reviewed_whole() -> None:
    half = replace(desk(), unreviewed=frozenset({(TIP_2017.id, "trafficking")}))
    made = table(figure(4, "2015"), figure(0, "2017", "victims"), at=half)
    assert [printed(row) for row in made.rows] == [["4", "…"], ["×", "0"]]
    assert legend(made)[0] == "… the figures of this report are not all reviewed yet"


def test_the_report_of_another_country_is_not_called_silent() -> None:
    others = {of.id: of for of in (edition("tip", 2017, "KAZ"), TIP_2019)}
    made = table(
        figure(4, "2015"),
        figure(0, "2017", "victims"),
        at=replace(desk(), editions=others),
    )
    assert printed(made.rows[0]) == ["4", "×"]


def test_an_unknown_number_is_told_from_one_that_was_not_reported() -> None:
    untold = replace(figure(None), status=Status.UNREPORTED)
    for shown, words in ((figure(None), "unknown"), (untold, "not reported")):
        made = table(shown)
        assert printed(made.rows[0]) == [words]
        (said,) = legend(made)
        assert said.startswith(f"{words}: the report says")
        assert said.endswith("not a zero")


def test_a_year_that_the_report_does_not_name_is_not_shown_as_named() -> None:
    made = table(figure(6, basis=Basis.EDITION), figure(7, "2017"))
    assert printed(made.rows[0]) == ["7", "6 a"]
    assert made.notes[0].text == "report of 2019, year not given"


def test_who_reported_is_said_of_each_value_where_not_all_are_theirs() -> None:
    made = table(figure(4, "2015", reported_by=None), figure(7, "2017"))
    assert made.rows[0].unit == ""
    assert printed(made.rows[0]) == ["4 a", "7 b"]
    assert [note.text for note in made.notes] == [
        "the report does not say who reported it",
        "reported by: Government",
    ]


def test_two_values_of_one_report_are_no_difference_between_reports() -> None:
    made = table(figure(27), figure(35, reported_by=None, start=50))
    assert printed(made.rows[0]) == ["27; 35 a"]
    assert made.notes[0].text.startswith("One report gives several values: 27 (Gov")


def test_figures_of_one_year_are_not_across_years() -> None:
    assert section(figure(5)).heading == "Figures"
    assert section(figure(5), figure(7, "2017")).heading == "Figures across years"


def test_a_part_of_the_year_is_said_in_a_note() -> None:
    made = table(figure(5, "2018-01/2018-09"))
    assert printed(made.rows[0]) == ["5 a"]
    assert "September 2018" in made.notes[0].text


def test_the_note_of_a_row_is_printed_once_and_marked_wherever_it_applies() -> None:
    made = table(figure(5, note="Persons."), figure(6, "2017", note="Persons."))
    assert printed(made.rows[0]) == ["6 a", "5 a"]
    assert [(note.mark, note.text) for note in made.notes] == [("a", "Persons.")]


def test_more_than_26_notes_go_on_with_two_letters() -> None:
    figures = [figure(n, str(1990 + n), note=f"Note {n}.") for n in range(28)]
    assert [note.mark for note in table(*figures).notes][-3:] == ["z", "aa", "ab"]


def test_values_that_contradict_each_other_are_both_shown_with_their_places() -> None:
    made = table(figure(27, of=TIP_2017.id), figure(35, of=TIP_2019.id))
    assert printed(made.rows[0]) == ["27; 35 a"]
    assert made.notes[0].text == (
        "The reports differ: 27 (Government, 2017, para. 1) "
        "and 35 (Government, 2019, para. 1)"
    )


def test_a_number_stands_beside_the_report_that_calls_it_unknown() -> None:
    made = table(figure(None, of=TIP_2017.id), figure(5, of=TIP_2019.id))
    assert printed(made.rows[0]) == ["5 a"]
    assert "unknown (Government, 2017, para. 1) and 5 (" in made.notes[0].text


def by_exploitation(value: float, code: str) -> Figure:
    return figure(value, indicator=code, dimensions=(("exploitation", code),))


def test_parts_stand_under_their_total() -> None:
    total = figure(179, indicator="victims")
    parts = by_exploitation(171, "forced"), by_exploitation(8, "sexual")
    made = table(*parts, total)
    assert [row.part for row in made.rows] == [False, True, True]
    assert made.notes == ()


def test_parts_that_miss_their_total_are_noted_and_not_hidden() -> None:
    total = figure(183, indicator="victims")
    parts = by_exploitation(171, "forced"), by_exploitation(8, "sexual")
    made = table(total, *parts)
    assert printed(made.rows[0]) == ["183 a"]
    assert made.notes[0].text == "The parts add up to 179."


def test_a_part_without_its_total_is_a_row_like_any_other() -> None:
    assert not table(by_exploitation(171, "forced")).rows[0].part


def test_a_row_says_who_reported_it_and_where() -> None:
    quoted = figure(7, "2017", of=TIP_2017.id)
    at = desk({(TIP_2017.id, 1, quoted.sentence): 3})
    (row,) = table(quoted, figure(5, of=TIP_2019.id), at=at).rows
    assert (row.unit, row.reference) == ("Government", "[3]; 2019, para. 1")


def test_a_row_names_its_country_only_where_there_are_several() -> None:
    areas = {"KGZ": "Kyrgyz Republic", "UZB": "Uzbekistan"}
    made = table(figure(5), figure(90, area="UZB"), at=desk(areas=areas))
    assert [row.label for row in made.rows] == [
        "Convictions (Kyrgyz Republic)",
        "Convictions (Uzbekistan)",
    ]


# Charts


def test_a_chart_joins_comparable_points_only() -> None:
    assert section(figure(4), figure(5, "2017-01/2017-09")).charts == ()
    made = chart(figure(4, "2016"), figure(10, "2017"), figure(5, "2018-01/2018-09"))
    assert [(bar.year, bar.style) for bar in made.bars] == [
        ("2016", "full"),
        ("2017", "full"),
        ("2018", "partial"),
    ]
    assert made.bars[2].x > made.bars[1].x


def test_a_break_is_drawn_as_a_break() -> None:
    broken = figure(8, status=Status.BREAK, note="All eight were fraud.")
    made = chart(figure(5, "2016"), figure(7, "2017"), broken)
    assert [bar.style for bar in made.bars] == ["full", "full", "partial"]
    assert made.caption == "2018: All eight were fraud."
    assert made.alt.endswith(made.caption)


def test_years_without_a_report_are_gaps() -> None:
    made = chart(figure(86, "2015"), figure(183, "2018"))
    assert [(bar.year, bar.style) for bar in made.bars] == [
        ("2015", "full"),
        ("2016", "gap"),
        ("2017", "gap"),
        ("2018", "full"),
    ]
    assert all(bar.height == 0 for bar in made.bars[1:3])


def test_many_years_without_a_report_are_one_gap() -> None:
    made = chart(figure(4, "2001"), figure(5, "2002"), figure(7, "2018"))
    assert [(bar.year, bar.style) for bar in made.bars] == [
        ("2001", "full"),
        ("2002", "full"),
        ("2003–2017", "gap"),
        ("2018", "full"),
    ]


def test_an_unknown_year_and_a_disputed_one_are_gaps_that_say_so() -> None:
    disputed = figure(27, "2016"), figure(35, "2016")
    figures = figure(4, "2014"), figure(None, "2015"), *disputed, figure(7, "2017")
    made = chart(*figures)
    assert [bar.style for bar in made.bars] == [
        "full",
        "unknown",
        "unknown",
        "full",
    ]
    assert "2015: unknown; 2016: values differ; 2017: 7" in made.alt


def test_the_alternative_text_says_what_the_chart_says() -> None:
    made = chart(figure(86, "2016"), figure(183, "2018"))
    assert made.alt == "Column chart. Convictions: 2016: 86; 2017: no data; 2018: 183."


def test_a_title_says_the_highest_and_the_last_of_the_years_that_can_be_compared() -> (
    None
):
    rises = figure(4, "2016"), figure(9, "2017"), figure(11, "2018-01/2018-09")
    assert chart(*rises).title == "Convictions – 4 in 2016, 9 in 2017"
    falls = figure(4, "2015"), figure(9, "2016"), figure(5, "2017")
    assert chart(*falls).title == "Convictions – 9 in 2016, 5 in 2017"


def test_the_alternative_text_says_what_cannot_be_compared() -> None:
    made = chart(figure(4, "2016"), figure(9, "2017"), figure(5, "2018-01/2018-09"))
    assert "2018: 5, not comparable with other years" in made.alt


def test_charts_of_one_unit_and_magnitude_share_scale_and_years() -> None:
    near = figure(4, "2014", "victims"), figure(8, "2015", "victims")
    far = figure(10, "2016"), figure(7, "2017")
    (panel,) = section(*near, *far).panels
    assert len({chart.bars[0].year for chart in panel.charts}) == 1
    drawn = [
        (float(bar.label), bar.height)
        for chart in panel.charts
        for bar in chart.bars
        if bar.style == "full"
    ]
    scales = {round(height / value, 2) for value, height in drawn}
    assert len(scales) == 1
    huge = figure(900, "2014", "calls"), figure(800, "2015", "calls")
    assert len(section(*near, *far, *huge).panels) == 2


def test_parts_have_no_chart_of_their_own() -> None:
    assert section(figure(1, "2016", "forced"), figure(2, "2017", "forced")).charts == (
        ()
    )


def test_the_longest_series_are_drawn_where_there_is_room_for_few() -> None:
    short = figure(1, "2016", "victims"), figure(2, "2017", "victims")
    long = (figure(n, str(2014 + n), "calls") for n in range(4))
    made = section(*short, *long, plan=Plan(charts=1))
    assert [one.title for one in made.charts] == ["Calls – 0 in 2014, 3 in 2017"]


# Single figures


def single(value: float, kind: Kind = Kind.AGGREGATE) -> Figure:
    return figure(value, None, None, kind=kind)


def test_figures_without_a_series_are_listed_with_their_whole_sentence() -> None:
    (listed,) = section(replace(single(70), sentence=SENTENCE)).singles
    assert (listed.value, listed.counted) == ("70", (SENTENCE,))
    assert listed.period == "year not given"
    assert (listed.reported_by, listed.citation) == ("Government", "2019, para. 1")


SENTENCE = "In 2018 there were 70 people and 30 people, after 20 people in 2017."


def translated_desk(*, originals: bool = True) -> Desk:
    known = {("tip-2019-kgz-ky", SENTENCE): Translation("en", ("Said.",), "draft")}
    return replace(desk(), translations=known, originals=originals)


def told(*found: Figure, at: Desk) -> tuple[SingleFigure, ...]:
    return section(*(replace(f, sentence=SENTENCE) for f in found), at=at).singles


def test_figures_of_one_translated_sentence_stand_together() -> None:
    (listed,) = told(single(70), single(30), at=translated_desk())
    assert (listed.value, listed.counted) == ("70 / 30", ("70 people", "30 people"))


def test_no_note_compares_with_what_is_not_shown(real: Desk) -> None:
    # Calls are counted in briefs on trafficking only.
    assert "calls" not in notes_on(
        "labour", "trafficking-hotline-persons", "2015", real
    )


def test_figures_that_go_on_from_each_other_print_no_sentence_twice() -> None:
    first = replace(single(69), sentence="Of the victims 69 percent were Uzbeks.")
    last = replace(single(71), sentence="But 71 percent of the accused were, too.")
    last = replace(last, period="2014")
    context = f"{first.sentence} {last.sentence}"
    at = replace(desk(), contexts={(last.edition, last.sentence): context})
    (listed,) = section(first, last, at=at).singles
    assert (listed.value, listed.counted) == ("69 / 71", (context,))
    assert listed.period == "69: year not given; 71: 2014"
    assert listed.reported_by == "Government"


def test_so_do_those_of_one_sentence_in_the_reader_s_language() -> None:
    (listed,) = told(single(70), single(30), at=desk())
    assert (listed.value, listed.counted) == ("70 / 30", (SENTENCE,))


def test_figures_of_two_periods_in_one_sentence_have_each_its_own() -> None:
    earlier = replace(single(20), period="2017")
    (listed,) = told(single(70), earlier, at=translated_desk())
    assert (listed.value, listed.period) == (
        "70 / 20",
        "70: year not given; 20: 2017",
    )


def test_without_originals_a_translated_figure_is_not_quoted_beside() -> None:
    (listed,) = told(single(70), at=translated_desk(originals=False))
    assert (listed.value, listed.counted) == ("70", ())


@pytest.mark.parametrize("kind", [Kind.INCIDENT, Kind.NORM, Kind.INSTITUTION])
def test_only_aggregates_are_listed(kind: Kind) -> None:
    assert tables.section([], [single(3, kind)], desk(), Plan()) is None


def test_no_more_are_listed_than_wanted() -> None:
    made = section(*map(single, range(20)), plan=Plan(singles=3))
    assert [listed.value for listed in made.singles] == ["0", "1", "2"]


def test_a_topic_without_figures_has_no_section() -> None:
    assert tables.section([], [], desk(), Plan()) is None


def test_a_section_without_table_and_charts_is_none() -> None:
    plan = Plan(table=False, charts=0, singles=0)
    made = tables.section(series.build([figure(1)], KNOWN), [], desk(), plan)
    assert made is None


@pytest.mark.parametrize(
    ("told", "listed"),
    [
        ([figure(7)], []),
        ([figure(7, "2017"), figure(5, "2018")], []),
        ([figure(7, "2017"), figure(5, "2018", note="Nine months.")], ["Convictions"]),
        (
            [figure(7, "2017"), figure(5, "2018", reported_by=None)],
            ["Convictions"],
        ),
        ([figure(7), figure(5, of="tip-2017-kgz-ky")], ["Convictions"]),
        (
            [
                figure(7, indicator="victims"),
                figure(5, "2017", indicator="forced"),
                figure(4, "2018", indicator="forced", note="Nine months."),
            ],
            ["Victims", "Forced"],
        ),
    ],
)
def test_what_a_large_number_tells_whole_is_listed_again_only_where_wanted(
    told: list[Figure], listed: list[str]
) -> None:
    every = series.build(told, KNOWN)
    large = tiles.chosen(every, 6)
    for plan in (Plan(), Plan(repeats=False)):
        made = tables.section(every, [], desk(), plan, large=large)
        rows = [row.label for row in made.table.rows] if made and made.table else []
        wanted = listed if not plan.repeats else [one.indicator.code for one in every]
        assert [row.lower() for row in rows] == [label.lower() for label in wanted]


# Key figures


def test_the_latest_year_is_shown_large_with_the_year_before_it() -> None:
    (key,) = key_figures(figure(7, "2017"), figure(5, "2018"), figure(10, "2016"))
    assert (key.value, key.label) == ("5", "Convictions")
    assert (key.period, key.reporter) == ("2018", "Government")
    assert key.before == "7 in 2017"
    assert key.picture
    assert [(bar.year, bar.style) for bar in key.picture.bars] == [
        ("2016", "full"),
        ("2017", "full"),
        ("2018", "named"),
    ]


def test_a_key_figure_leads_to_its_excerpt_or_else_to_its_source() -> None:
    shown = figure(5)
    (key,) = key_figures(shown)
    assert (key.reference, key.anchor) == ("2019, para. 1", f"source-{TIP_2019.id}")
    (key,) = key_figures(shown, at=desk({(TIP_2019.id, 1, shown.sentence): 3}))
    assert (key.reference, key.anchor) == ("[3]", "excerpt-3")


def test_a_key_figure_knows_the_page_of_its_own_words() -> None:
    shown, at = figure(5), desk()
    turned = replace(passage(f"… {shown.quote}"), page=20)
    turned = replace(turned, pages=(PageStart(0, 20), PageStart(2, 21)))
    later = replace(shown, span=Span(2, len(turned.text)))
    at = replace(at, passages={TIP_2019.id: {1: turned}})
    (key,) = key_figures(later, at=at)
    assert key.place.endswith(" 2019, p. 21")
    (key,) = key_figures(later, replace(later, value=6, span=Span(0, 1)), at=at)
    assert key.place.count("p. 2") == len(("p. 21", "p. 20"))


def test_nine_months_are_shown_as_nine_months_and_compared_with_nothing() -> None:
    (key,) = key_figures(figure(7, "2017"), figure(5, "2018-01/2018-09"))
    assert key.value == "5"
    assert "September 2018" in key.period
    assert "2017" not in key.period


def test_a_number_of_another_definition_is_not_shown_large() -> None:
    (key,) = key_figures(figure(7, "2017"), figure(8, status=Status.BREAK))
    assert (key.value, key.period[:4]) == ("7", "2017")
    assert key_figures(figure(8, status=Status.BREAK)) == ()


def test_a_large_number_cites_all_that_its_columns_show_and_carries_its_note() -> None:
    (key,) = key_figures(
        figure(7, "2016", of=TIP_2017.id),
        figure(5, "2018-01/2018-09", note="Nine months only"),
    )
    assert (key.reference, key.note) == ("2019, para. 1", "Nine months only.")
    assert key.pictured == "2019, para. 1; 2017, para. 1"


def test_an_unknown_number_is_not_shown_large() -> None:
    assert key_figures(figure(None)) == ()


def test_both_of_two_disputed_values_are_shown() -> None:
    (key,) = key_figures(figure(27), figure(35))
    assert key.value == "27 / 35"


def test_every_value_that_is_shown_large_is_cited_and_has_its_reporter() -> None:
    (key,) = key_figures(figure(7, "2017", of=TIP_2017.id), figure(5, "2018"))
    assert key.reference == "2019, para. 1; 2017, para. 1"
    (key,) = key_figures(figure(27, of=TIP_2017.id), figure(35, reported_by=None))
    assert "27: Government; 35: source not given" in key.reporter
    assert key.reference == "2017, para. 1; 2019, para. 1"


def test_a_bound_is_a_sign_and_a_word_where_a_number_is_large() -> None:
    (key,) = key_figures(figure(20, bound=Bound.AT_MOST))
    assert key.value == "≤\N{NO-BREAK SPACE}20"
    assert (key.period, key.reporter) == ("at most · 2018", "Government")


def test_the_notes_of_a_row_follow_a_single_figure_and_its_bound() -> None:
    shown = figure(14, None, None, note="Only 13 are named.", bound=Bound.AT_LEAST)
    (listed,) = section(shown).singles
    assert (listed.value, listed.notes) == ("at least 14", ("Only 13 are named.",))


def test_six_are_enough_the_longest_series_among_them_in_the_order_of_indicators() -> (
    None
):
    codes = indicators(*"abcdefgh")
    figures = [figure(1, "2018", code) for code in codes]
    figures.append(figure(2, "2017", "h"))
    made = tiles.key_figures(series.build(figures, codes), desk(), 6)
    assert [key.label for key in made] == ["A", "B", "C", "D", "E", "H"]


def test_no_value_beside_a_large_number_gives_way_to_years_without_any() -> None:
    figures = [figure(value, year) for value, year in ((4, "2015"), (9, "2020"))]
    made = series.build([*figures, figure(7, "2021")], indicators("convictions"))
    (key,) = tiles.key_figures(made, desk(), 1)
    assert key.picture
    bars = [(bar.year, bar.label) for bar in key.picture.bars if bar.style != "gap"]
    assert [label for _, label in bars] == ["4", "9", "7"]
    assert bars[0][0] == "2015"


# The three reports


@pytest.fixture(scope="module")
def real() -> Desk:
    return Desk(
        locale=i18n.load("en"),
        reporters=Corpus.open(CORPUS).organisations,
        editions=real_editions(),
        passages=real_passages(),
        numbers={},
        areas={},
    )


def real_section(topic: str, at: Desk) -> FigureSection:
    figures = [found for found in real_figures() if topic in found.topics]
    every: list[Series] = list(real_series(topic).values())
    made = tables.section(every, figures, at, Plan())
    assert made
    return made


def notes_on(topic: str, code: str, year: str, at: Desk) -> str:
    """Return the notes that are printed with a value in the table of a topic."""
    made = real_section(topic, at).table
    assert made
    label = real_series(topic)[code].indicator.labels["en"]
    (row,) = [row for row in made.rows if row.label == label]
    cell = row.cells[made.years.index(year)]
    return " ".join(note.text for note in made.notes if note.mark in cell.marks)


@pytest.mark.parametrize(
    ("topic", "code", "year", "note"),
    [
        ("trafficking", "trafficking-convictions-persons", "2018", "nine months"),
        (
            "trafficking",
            "trafficking-prosecutions-persons",
            "2018",
            "fraud in adoption",
        ),
        ("trafficking", "trafficking-investigations", "2018", "Eight more cases"),
        ("trafficking", "adoption-fraud-investigations", "2018", "not to be added"),
        ("trafficking", "trafficking-prosecutions-cases", "2016", "five persons"),
        ("trafficking", "trafficking-prosecutions-persons", "2016", "five cases"),
        ("trafficking", "trafficking-hotline-persons", "2015", "past year"),
        ("trafficking", "trafficking-hotline-calls", "2016", "not one series"),
        ("trafficking", "trafficking-officials-trained", "2018", "not comparable"),
        ("refugees", "refugees", "2015", "not comparable"),
        ("ethnic-minorities", "minority-population-share", "2015", "several values"),
        ("torture", "torture-complaints-prosecutors", "2015", "First half"),
        ("torture", "torture-complaints-coalition", "2015", "nine months"),
    ],
)
def test_what_must_be_known_of_a_number_is_printed_with_it(
    real: Desk, topic: str, code: str, year: str, note: str
) -> None:
    assert note in notes_on(topic, code, year, real)


def test_refugees_of_another_definition_are_told_apart_with_their_own_words(
    real: Desk,
) -> None:
    (listed,) = [
        found
        for found in real_section("refugees", real).singles
        if found.value.endswith("4,504")
    ]
    assert listed.period == "year not given"


def test_every_printed_number_has_its_source(real: Desk) -> None:
    made = real_section("trafficking", real)
    assert made.table
    assert all(row.reference or row.part for row in made.table.rows)
    assert all(single.citation and single.period for single in made.singles)


def test_the_charts_of_trafficking_tell_whole_years_from_nine_months(
    real: Desk,
) -> None:
    titles = {one.title: one for one in real_section("trafficking", real).charts}
    drawn = titles["Trafficking convictions: persons – 10 in 2016, 7 in 2017"]
    styles = {bar.year: bar.style for bar in drawn.bars}
    assert styles == {"2015": "full", "2016": "full", "2017": "full", "2018": "partial"}


def test_the_eight_prosecutions_of_2018_are_never_shown_large(real: Desk) -> None:
    every = list(real_series("trafficking").values())
    for key in tiles.key_figures(every, real, 50):
        assert not (
            key.label == "Trafficking prosecutions: persons" and key.value == "8"
        )


def test_every_printed_figure_was_read_in_its_context() -> None:
    assert all(found.reviewed for found in real_figures())


def test_a_figure_that_the_next_report_repeats_is_told_once() -> None:
    first = figure(5.0, indicator=None, of=TIP_2017.id)
    again = replace(first, edition=TIP_2019.id, repeats=TIP_2017.id)
    told = section(first, again).singles
    assert [one.value for one in told] == ["5"]
    assert len(section(again).singles) == 1
