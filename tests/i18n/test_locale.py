"""A reader's language: its numbers, dates and words, and what stands in for none."""

import gettext
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.errors import CorpusError, UsageError
from briefs.files import resources
from briefs.i18n import locale as i18n
from briefs.i18n.locale import Locale

KY, RU, EN = (Locale(code, gettext.NullTranslations()) for code in ("ky", "ru", "en"))
ALL = [KY, RU, EN]


def plain(text: str) -> str:
    """Return a text with the blanks a keyboard has."""
    return " ".join(text.split())


# Numbers.


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (0, ["0", "0", "0"]),
        (403, ["403", "403", "403"]),
        (8823, ["8 823", "8 823", "8,823"]),
        (300000, ["300 000", "300 000", "300,000"]),
        (4.5, ["4,5", "4,5", "4.5"]),
        (157.14, ["157,14", "157,14", "157.14"]),
    ],
)
def test_a_number_is_grouped_as_its_reader_expects(
    value: float, wanted: list[str]
) -> None:
    assert [plain(locale.number(value)) for locale in ALL] == wanted


def test_a_group_of_digits_is_never_torn_apart() -> None:
    assert " " not in KY.number(8823) + RU.number(300000) + RU.percent(25)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (25, ["25 %", "25 %", "25%"]),
        (0.5, ["0,5 %", "0,5 %", "0.5%"]),
        (27.35, ["27,35 %", "27,35 %", "27.35%"]),
        (100, ["100 %", "100 %", "100%"]),
    ],
)
def test_a_share_is_given_in_percent(value: float, wanted: list[str]) -> None:
    assert [plain(locale.percent(value)) for locale in ALL] == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (5000, ["5 000", "5 000", "5,000"]),
        (999_999, ["999 999", "999 999", "999,999"]),
        (4_500_000, ["4,5 млн", "4,5 млн", "4.5 million"]),
        (339_000_000, ["339 млн", "339 млн", "339 million"]),
        (1_500_000_000, ["1,5 млд", "1,5 млрд", "1.5 billion"]),
    ],
)
def test_a_large_amount_is_told_shortly(value: float, wanted: list[str]) -> None:
    assert [plain(locale.amount(value)) for locale in ALL] == wanted


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(ALL))
def test_no_digit_of_a_number_is_lost(value: int, locale: Locale) -> None:
    digits = [letter for letter in locale.number(value) if letter.isdigit()]
    assert "".join(digits) == str(value)


# Days, months and years.


def test_a_day_is_written_in_full() -> None:
    day = date(2026, 11, 22)
    assert [plain(locale.date(day)) for locale in ALL] == [
        "2026-жылдын 22-ноябры",
        "22 ноября 2026 года",
        "November 22, 2026",
    ]


@pytest.mark.parametrize(
    ("period", "wanted"),
    [
        ("2015", ["2015-жыл", "2015 год", "2015"]),
        ("2015-10", ["2015-жылдын октябры", "октябрь 2015 года", "October 2015"]),
        ("2013/2016", ["2013–2016-жылдар", "2013–2016 годы", "2013–2016"]),
        (
            "2015-01/2015-06",
            [
                "2015-жылдын январь–июнь айлары",
                "январь–июнь 2015 года",
                "January–June 2015",
            ],
        ),
        (
            "2014-11/2015-02",
            [
                "2014-жылдын ноябры – 2015-жылдын февралы",
                "ноябрь 2014 года – февраль 2015 года",
                "November 2014 – February 2015",
            ],
        ),
        (
            "2015-10-01/2015-10-05",
            ["2015-жылдын 1–5-октябры", "1–5 октября 2015 года", "October 1–5, 2015"],
        ),
        (
            "2015-09-28/2015-10-05",
            [
                "2015-жылдын 28-сентябры – 2015-жылдын 5-октябры",
                "28 сентября 2015 года – 5 октября 2015 года",
                "September 28, 2015 – October 5, 2015",
            ],
        ),
    ],
)
def test_a_period_is_told_as_exactly_as_it_is_known(
    period: str, wanted: list[str]
) -> None:
    assert [plain(locale.period(period)) for locale in ALL] == wanted


def test_a_day_of_a_period_has_day_month_and_year() -> None:
    for locale in ALL:
        for part in ("22", "2015"):
            assert part in locale.period("2015-10-22")
        assert "25" in locale.period("2015-10-22/2015-10-25")


def test_years_are_the_first_and_the_last() -> None:
    assert EN.years([2015]) == "2015"
    assert EN.years([2019, 2015, 2017]) == "2015–2019"
    assert EN.years(iter([2017, 2017])) == "2017"


def test_years_may_be_told_as_a_period() -> None:
    assert [plain(locale.years_named([2019, 2015])) for locale in ALL] == [
        "2015–2019-жылдар",
        "2015–2019 годы",
        "2015–2019",
    ]
    assert plain(KY.years_named([2015])) == "2015-жыл"


# Words.


def test_items_are_joined_as_a_sentence_does() -> None:
    items = ["А", "Б", "В"]
    assert [locale.enumerate(items) for locale in ALL] == [
        "А, Б жана В",
        "А, Б и В",
        "А, Б, and В",
    ]
    assert [locale.enumerate(["А", "Б"]) for locale in ALL] == [
        "А жана Б",
        "А и Б",
        "А and Б",
    ]
    assert [locale.enumerate(iter(["А"])) for locale in ALL] == ["А"] * 3
    assert EN.enumerate([]) == ""


def test_languages_have_names() -> None:
    assert [locale.language("ky") for locale in ALL] == [
        "кыргызча",
        "кыргызский",
        "Kyrgyz",
    ]


def test_a_country_is_called_as_the_corpus_does_or_else_as_cldr_does() -> None:
    names = {"KGZ": {"ky": "Кыргыз Республикасы", "en": "Kyrgyz Republic"}}
    assert KY.country("KGZ", names) == "Кыргыз Республикасы"
    assert RU.country("KGZ", names) == "Kyrgyz Republic"
    assert [locale.country("KAZ", {}) for locale in ALL] == [
        "Казакстан",
        "Казахстан",
        "Kazakhstan",
    ]
    assert EN.country("XXX", {}) == "XXX"


def test_a_label_falls_back_along_the_chain_of_its_language() -> None:
    assert KY.label({"en": "Torture", "ky": "Кыйноо"}) == "Кыйноо"
    assert KY.label({"en": "Torture", "ru": "Пытки"}) == "Пытки"
    assert RU.label({"ky": "Кыйноо", "en": "Torture"}) == "Torture"
    assert KY.label({"uz": "Qiynoq", "tg": "Шиканҷа"}) == "Qiynoq"
    assert KY.label({"ky": "", "ru": "", "en": "Torture"}) == "Torture"


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        (KY, ["Ата", "Бала", "Ел", "Коом", "Көч", "Ңа", "Өмүр", "Пара", "Үй", "Ыр"]),
        (RU, ["Аист", "Еж", "Ёж", "Жук", "Ива", "Йод"]),
        (EN, ["apple", "Banana", "cherry"]),
    ],
)
def test_words_are_sorted_as_in_a_dictionary(locale: Locale, words: list[str]) -> None:
    assert sorted(set(words), key=locale.sort_key) == words


# Catalogs.

PSEUDO = """\
msgid ""
msgstr ""
"Language: eo\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Contents"
msgstr "Ĉxöñţëñţś"

msgid "{number} year"
msgid_plural "{number} years"
msgstr[0] "{number} ĵar"
msgstr[1] "{number} ĵarôj"

#, fuzzy
msgid "Sources"
msgstr "Ŝöürçëś"

msgid "Recommendations"
msgstr ""
"""


@pytest.fixture
def catalogs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of catalogs with one for a language that the project does not have."""
    folder = tmp_path / "locales"
    folder.mkdir()
    (folder / "eo").mkdir()
    (folder / "eo" / "messages.po").write_text(PSEUDO, encoding="utf-8")
    monkeypatch.setattr(resources, "data_dir", lambda _: tmp_path)
    i18n.load.cache_clear()
    i18n.catalog.cache_clear()
    yield folder
    i18n.load.cache_clear()


@pytest.mark.usefixtures("catalogs")
def test_a_catalog_adds_a_language() -> None:
    assert i18n.available() == ("en", "eo")
    locale = i18n.load("eo")
    assert locale.gettext("Contents") == "Ĉxöñţëñţś"
    assert plain(locale.number(8823)) == "8 823"


@pytest.mark.usefixtures("catalogs")
def test_a_message_takes_the_form_of_its_number() -> None:
    locale = i18n.load("eo")
    one, many = "{number} year", "{number} years"
    assert locale.ngettext(one, many, 1) == "1 ĵar"
    assert plain(locale.ngettext(one, many, 1200)) == "1 200 ĵarôj"
    assert [EN.ngettext(one, many, number) for number in (0, 1, 2000)] == [
        "0 years",
        "1 year",
        "2,000 years",
    ]


@pytest.mark.usefixtures("catalogs")
def test_what_is_not_translated_or_fuzzy_stays_english() -> None:
    locale = i18n.load("eo")
    assert locale.gettext("Sources") == "Sources"
    assert locale.gettext("Recommendations") == "Recommendations"
    assert locale.gettext("Never heard of") == "Never heard of"


@pytest.mark.usefixtures("catalogs")
def test_an_unknown_locale_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="no locale 'eoo'") as error:
        i18n.load("eoo")
    assert error.value.hint == "did you mean 'eo'?"
    assert error.value.exit_code == 2
    with pytest.raises(UsageError) as error:
        i18n.load("zz")
    assert error.value.hint == "choose from en, eo"


def test_english_needs_no_catalog() -> None:
    assert i18n.load("en").gettext("Contents") == "Contents"
    assert "en" in i18n.available()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(None, id="missing"),
        pytest.param("Торт\n".encode(), id="malformed"),
        pytest.param(PSEUDO.encode("iso8859-3", "replace"), id="other encoding"),
    ],
)
def test_a_catalog_that_cannot_be_read_is_named(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "catalogs", lambda: tmp_path)
    if content is not None:
        (tmp_path / "eo").mkdir()
        (tmp_path / "eo" / "messages.po").write_bytes(content)
    with pytest.raises(CorpusError, match=r"cannot read .*eo.messages\.po") as error:
        i18n.catalog("eo")
    assert error.value.exit_code == 4


@pytest.mark.parametrize(("code", "text"), [("ru", "6 лет"), ("en", "6 years")])
def test_a_whole_number_takes_the_form_of_whole_numbers(code: str, text: str) -> None:
    for number in (6, 6.0):
        said = i18n.load(code).duration(number, "year")
        assert said.replace("\N{NO-BREAK SPACE}", " ") == text
