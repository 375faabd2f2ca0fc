"""A citation says where something stands, in the words that the source prints."""

import gettext
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefs.compose.sources import cite
from briefs.corpus.corpus import Corpus
from briefs.files.resources import data_dir
from briefs.i18n.locale import Locale, load
from briefs.model import Edition, Heading, Passage, Span
from tests.make.shelf import passages_of

EDITIONS = {edition.id: edition for edition in Corpus.open(data_dir("corpus")).editions}
ENGLISH = load("en")
EDITION = Edition(
    id="hrr-2014-kgz-ky",
    report="hrr",
    country="KGZ",
    year=2014,
    covers="2014",
    language="ky",
    titles={"ky": "Адам укугу.", "en": "Human rights"},
    names={"ky": "Баяндама", "en": "Report"},
    publisher={"en": "Department"},
    issued=date(2015, 6, 25),
    licence={"en": "Public domain"},
    origin={"en": "As printed"},
    url="https://example.org/report",
    topics=(),
    path=Path("source.txt"),
    sha256="0" * 64,
)


def heading(level: int, label: str, text: str) -> Heading:
    return Heading(level, label, text, None, (Span(0, 1),))


def passage(number: int, page: int | None) -> Passage:
    return Passage("hrr-2014-kgz-ky", number, "Сөз.", page, (), (Span(0, 4),))


SECTION = heading(1, "1 Бөлүм.", "Инсан")
PART = heading(2, "в.", "Адамды кыйноо")
TITLE = heading(3, "", "Түрмөлөр")
RUN_IN = heading(4, "", "Физикалык шарттар")


@pytest.mark.parametrize(
    ("headings", "printed"),
    [
        ((), ""),
        ((RUN_IN,), ""),
        ((SECTION,), "1 Бөлүм. Инсан"),
        ((SECTION, PART), "1 Бөлүм. в. Адамды кыйноо"),
        ((SECTION, PART, TITLE), "1 Бөлүм. в. Түрмөлөр"),
        ((SECTION, PART, TITLE, RUN_IN), "1 Бөлүм. в. Түрмөлөр"),
        ((TITLE,), "Түрмөлөр"),
        ((heading(1, "", "КОРГОО"), TITLE), "Түрмөлөр"),
    ],
)
def test_a_section_is_cited_by_the_labels_around_it_and_its_title(
    headings: tuple[Heading, ...], printed: str
) -> None:
    assert cite.section(headings) == (printed, False)


def test_a_translated_title_keeps_the_labels_around_it() -> None:
    words = {"в. Адамды кыйноо": "в. Torture"}
    assert cite.section((SECTION, PART), words) == ("1 Бөлүм. в. Torture", True)
    assert cite.section((SECTION,), words) == ("1 Бөлүм. Инсан", False)


def test_a_translated_title_stands_under_translated_labels() -> None:
    words = {"1 Бөлүм. Инсан": "Section 1. Person", "в. Адамды кыйноо": "в. Torture"}
    assert cite.section((SECTION, PART), words) == ("Section 1. в. Torture", True)


def test_letters_of_a_list_are_those_of_the_readers_script() -> None:
    words = {"1 Бөлүм. Инсан": "Section 1. Person", "в. Адамды кыйноо": "в. Torture"}
    read = cite.section((SECTION, PART), words, (), "en")
    assert read.text == "Section 1. c. Torture"
    latin = heading(2, "c.", "Torture")
    told = {"c. Torture": "c. Пытки"}
    assert cite.section((latin,), told, (), "ru").text == "в. Пытки"
    assert cite.section((latin,), {}, (), "ru").text == "c. Torture"
    mixed = heading(2, "d.", "Камакка алуу")
    assert cite.section((mixed,), {}, (), "ky").text == "г. Камакка алуу"


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Alerts of the Tier 2 Watch List", "Alerts of the Tier 2 Watch List"),
        ("Freedom and Internally Displaced", "Freedom and internally displaced"),
        ("Алгылыктуу Эмгектенүү", "Алгылыктуу эмгектенүү"),
        ("Стигматизация и СПИДом", "Стигматизация и СПИДом"),
        ("Help for Displaced Persons (IDPs)", "Help for displaced persons (IDPs)"),
        ("The Case of Azimjan Askarov", "The case of Azimjan Askarov"),
    ],
)
def test_a_title_has_capitals_where_the_report_has_them(
    title: str, written: str
) -> None:
    texts = (
        "The country stays on the Tier 2 Watch List.",
        "Every list grew, as the case shows.",
        "The International Committee met internally displaced persons.",
        "The International Court heard of displaced persons.",
        "Мыйзам эмгек шарттарын белгилейт, бирок эмгек акы аз.",
    )
    assert cite.section((heading(2, "", title),), {}, texts).text == written


def test_a_title_is_whole_in_sentence_case_and_without_a_colon() -> None:
    shouted = heading(
        1, "", "СОТТУК КУУГУНТУК ЖАНА КЫРГЫЗ РЕСПУБЛИКАСЫНДАГЫ ӨЗГӨРҮҮЛӨР:"
    )
    texts = ("Бул жылы Кыргыз Республикасында соттук куугунтук болгон.",)
    assert cite.section((shouted,), {}, texts).text == (
        "Соттук куугунтук жана Кыргыз Республикасындагы өзгөрүүлөр"
    )


def test_a_locator_is_the_page_or_else_the_paragraph() -> None:
    assert cite.locator([(passage(19, page=38), Span(0, 4))], ENGLISH) == "p. 38"
    assert cite.locator([(passage(17, page=None), Span(0, 4))], ENGLISH) == "para. 17"


def test_a_locator_speaks_the_readers_language() -> None:
    class Kyrgyz(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            forms = {"p. {page}": "{page}-б.", "para. {paragraph}": "{paragraph}-абз."}
            return forms[message]

    kyrgyz = Locale("ky", Kyrgyz())
    assert cite.locator([(passage(19, page=38), Span(0, 4))], kyrgyz) == "38-б."
    assert cite.locator([(passage(17, page=None), Span(0, 4))], kyrgyz) == "17-абз."


def test_a_report_is_cited_with_the_year_of_the_edition() -> None:
    assert cite.report(EDITION, ENGLISH) == "Report 2014"
    assert cite.report(EDITIONS["tip-2017-kgz-ky"], ENGLISH) == (
        "Trafficking in Persons Report 2017"
    )


def test_an_entry_has_all_that_a_bibliography_needs() -> None:
    entry = cite.source(EDITION, ENGLISH)
    assert entry.entry == (
        "[Human rights]. Department. Issued June 25, 2015. Language: Kyrgyz. "
        "As printed. Public domain."
    )
    assert entry.own == "Адам укугу"
    assert entry.title == "Report 2014"
    assert entry.anchor == cite.source_anchor(EDITION) == "source-hrr-2014-kgz-ky"
    assert (entry.edition, entry.language) == (EDITION.id, "ky")
    assert (entry.checksum, entry.url) == (EDITION.sha256, EDITION.url)


def test_a_title_in_the_readers_language_stands_once() -> None:
    assert cite.source(EDITION, Locale("ky", gettext.NullTranslations())).entry == (
        "Department. Issued 2015-жылдын 25-июну. Language: кыргызча. As printed. "
        "Public domain."
    )


def test_the_year_stands_in_the_name_of_a_report_where_its_language_has_it() -> None:
    name = "Доклад о правах человека [за {year} год]"
    assert cite.titled(name, 2015) == "Доклад о правах человека за 2015 год"
    assert cite.series(name) == "Доклад о правах человека"
    assert cite.titled("Report", 2015) == "Report 2015"
    assert cite.titled("Prisons in 2015", 2015) == "Prisons in 2015"
    assert cite.series("Report") == "Report"


def test_an_unknown_day_is_said_to_be_unknown() -> None:
    entry = cite.source(replace(EDITION, issued=None), ENGLISH)
    assert "Department. Date of issue not recorded. Language: Kyrgyz." in entry.entry
    assert entry.retrieved == "Day of retrieval not recorded"
    taken = replace(EDITION, retrieved=date(2016, 1, 2))
    assert cite.source(taken, ENGLISH).retrieved == "Retrieved January 2, 2016"


def test_an_address_says_which_text_stands_there() -> None:
    own = replace(EDITION, address="https://example.org/2014")
    assert cite.source(own, ENGLISH).addressed == "This report:"
    translated = replace(own, translation_of="en")
    entry = cite.source(translated, ENGLISH)
    assert entry.addressed == "The authoritative text (English):"
    assert entry.address == "https://example.org/2014"


def test_a_paragraph_stands_alone_with_its_section_and_a_page_without() -> None:
    unpaged = replace(passage(19, None), place=1)
    assert cite.where([(unpaged, Span(0, 4))], "Protection", ENGLISH) == (
        "Protection, para. 1"
    )
    assert cite.where([(unpaged, Span(0, 4))], "", ENGLISH) == "para. 19 of the report"
    assert cite.where([(passage(19, 5), Span(0, 4))], "Protection", ENGLISH) == "p. 5"


def test_a_report_without_a_title_in_its_own_language_has_the_readers() -> None:
    edition = replace(EDITION, titles={"en": "Human rights"})
    assert cite.source(edition, ENGLISH).entry.startswith("Human rights. Department.")


def test_the_seeds_are_cited_from_their_editions_not_from_their_headers() -> None:
    edition = EDITIONS["hrr-2015-kgz-ky"]
    assert "2014" not in cite.source(edition, ENGLISH).entry
    by_number = {one.number: one for one in passages_of(edition)}
    crowded = by_number[23]
    assert crowded.headings[-1].text == "Физикалык шарттар"
    assert cite.section(crowded.headings).text == (
        "1 Бөлүм. в. Түрмөлөрдөгү жана тергөөгө чейинки камакка алуучу жайлардагы "
        "жашоо шарттары"
    )
    assert cite.locator([(crowded, Span(0, 4))], ENGLISH) == "p. 5"


@pytest.mark.parametrize(
    ("section", "short"),
    [
        ("Section 7. B. Prohibition of Forced Labor", "Section 7. B"),
        ("Раздел 1. C. Пытки", "Раздел 1. C"),
        ("7-бөлүм. B. Мажбурлап иштетүүгө тыюу салуу", "7-бөлүм. B"),
        ("Prosecution", "Prosecution"),
    ],
)
def test_a_section_is_shortened_to_its_numbers(section: str, short: str) -> None:
    assert cite.shortened(section) == short
