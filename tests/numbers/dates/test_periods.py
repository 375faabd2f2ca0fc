"""Periods are told from the words of a text, in ISO 8601."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.corpus.corpus import Corpus
from briefs.model import Span
from briefs.numbers.dates.periods import Tie, periods
from briefs.numbers.dates.timeline import governing
from briefs.numbers.dates.wordedyears import worded_years
from briefs.numbers.grammars.load import load
from tests.make.places import CORPUS


def found(text: str, language: str, covers: str = "2015") -> list[str | None]:
    calendar = load(Corpus.open(CORPUS), language).calendar
    return [period.iso for period in periods(text, calendar, covers)]


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("ky", "2013-жылы", "2013"),
        ("ky", "2015 - жылындагы", "2015"),
        ("ky", "2018 – календардык жыл ичинде", "2018"),
        ("ky", "11-октябрда", "2015-10"),
        ("ky", "22- июлда", "2015-07"),
        ("ky", "Январь айында", "2015-01"),
        ("ky", "2014-жылдын май айында", "2014-05"),
        ("ky", "2014-жылы апрельде", "2014-04"),
        ("ky", "2019-жылдын 1-январынан тартып", "2019-01"),
        ("ky", "жылдын биринчи жарымында", "2015-01/2015-06"),
        ("ky", "Үстүбүздөгү жылдын 6 айында", "2015-01/2015-06"),
        ("ky", "2018-жылдын алгачкы тогуз айында", "2018-01/2018-09"),
        ("ky", "2013- 2016- жылдарга", "2013/2016"),
        ("ky", "2014-жылдан 2017-жылга чейинки", "2014/2017"),
        ("ky", "Акыркы беш жыл", "2011/2015"),
        ("ky", "2010-жылдан бери", "2010/2015"),
        ("ky", "жылдын аягында", "2015"),
        ("ky", "отчеттук мезгил ичинде", "2015"),
        ("ru", "16 апреля 2014 года", "2014-04"),
        ("ru", "в 2014 году", "2014"),
        ("ru", "16.04.2014", "2014-04"),
        ("ru", "за первые девять месяцев 2018 года", "2018-01/2018-09"),
        ("ru", "в первом полугодии 2015 года", "2015-01/2015-06"),
        ("ru", "в январе – июне 2018 года", "2018-01/2018-06"),
        ("ru", "с 2010 по 2014 год", "2010/2014"),
        ("en", "on June 5", "2015-06"),
        ("en", "on June 5, 2014", "2014-06"),
        ("en", "as of September", "2015-09"),
        ("en", "in October 2014", "2014-10"),
        ("en", "during the first six months of the year", "2015-01/2015-06"),
        ("en", "first half of 2014", "2014-01/2014-06"),
        ("en", "between January and June", "2015-01/2015-06"),
        ("en", "from the end of December 2014 until January", "2014-12/2015-01"),
        ("en", "through September", "2015-01/2015-09"),
        ("en", "from 2010 to 2014", "2010/2014"),
        ("en", "at year's end", "2015"),
        ("en", "the previous year", "2014"),
    ],
)
def test_a_period_is_read(language: str, text: str, iso: str) -> None:
    assert found(f"({text})", language) == [iso]


@pytest.mark.parametrize(
    ("language", "text", "tie"),
    [
        ("ky", "Мурдагы жылдары", Tie.VAGUE),
        ("ky", "1980-жылкы Гаага Конвенциясы", Tie.NAME),
        ("ky", "2014-жылдын ошол мезгилине салыштырганда", Tie.COMPARED),
        ("ky", "2010-жылдагы окуялар", Tie.WEAK),
        ("en", "the 1980 Hague Convention", Tie.NAME),
        ("en", "the 2017 survey", Tie.WEAK),
        ("en", "in recent years", Tie.VAGUE),
        ("en", "compared with the same period in 2014", Tie.COMPARED),
        ("ru", "по сравнению с 2014 годом", Tie.COMPARED),
        ("ru", "в предыдущие годы", Tie.VAGUE),
    ],
)
def test_a_period_tells_how_it_stands_to_the_numbers(
    language: str, text: str, tie: Tie
) -> None:
    calendar = load(Corpus.open(CORPUS), language).calendar
    assert [period.tie for period in periods(text, calendar, "2015")] == [tie]


def test_a_month_and_a_verb_of_the_same_spelling_are_told_apart() -> None:
    assert found("They may 5 times appeal; in May they did.", "en") == ["2015-05"]


@pytest.mark.parametrize("text", ["the 1990s", "2,015 persons", "1.2015"])
def test_not_every_four_digits_are_a_year(text: str) -> None:
    assert found(text, "en") == []


def test_a_month_falls_in_what_the_edition_covers() -> None:
    covers = "2018-04/2019-03"
    assert found("in February", "en", covers) == ["2019-02"]
    assert found("in November", "en", covers) == ["2018-11"]
    assert found("during the reporting period", "en", covers) == [covers]


@given(st.integers(1900, 2099), st.integers(1, 12))
def test_a_numeric_date_is_read_back(year: int, month: int) -> None:
    for language in ("ky", "ru", "en"):
        assert found(f"07.{month:02}.{year}", language) == [f"{year}-{month:02}"]


def test_in_kyrgyz_the_period_before_a_number_governs_it() -> None:
    text = "2017-жылы жети адамды, 2016-жылы беш адамды"
    calendar = load(Corpus.open(CORPUS), "ky").calendar
    named = periods(text, calendar, "2018")
    five = Span(text.index("беш"), text.index("беш") + 3)
    period = governing(named, five, text, first=True)
    assert period is not None
    assert period.iso == "2016"


def test_in_english_a_period_in_the_same_clause_behind_a_number_governs_it() -> None:
    text = "fell from 6,223 in 2017 to 5,006 in 2019"
    named = periods(text, load(Corpus.open(CORPUS), "en").calendar, "2019")
    period = governing(named, Span(10, 15), text, first=False)
    assert period is not None
    assert period.iso == "2017"


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("ky", "Эки миң он тогузунчу жылы 15 адам кармалган.", ["2019"]),
        ("ru", "В две тысячи девятнадцатом году задержаны две тысячи.", ["2019"]),
        ("ky", "Үч миң адам келди.", []),
    ],
)
def test_a_year_in_words_is_a_period(
    language: str, text: str, years: list[str]
) -> None:
    lexis = load(Corpus.open(CORPUS), language).lexis
    assert [period.iso for period in worded_years(text, lexis)] == years


@pytest.mark.parametrize(
    "text", ["2019-жылга (66) салыштырмалуу", "2019-жылга салыштырмалуу (66)"]
)
def test_a_bracket_at_a_comparison_belongs_to_the_time_compared_with(text: str) -> None:
    (period,) = periods(text, load(Corpus.open(CORPUS), "ky").calendar, "2020")
    number = text.index("66")
    assert (period.iso, period.tie) == ("2019", Tie.COMPARED)
    assert period.within
    assert period.reaches(Span(number, number + 2))
    assert not period.reaches(Span(number - 4, number - 3))
