"""Layouts are measured: lines keep their page, running headers are set apart."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.errors import CorpusError
from briefs.files.resources import data_dir
from briefs.model import Line
from briefs.reading import lines as ingest
from briefs.reading.lines import Reading
from briefs.reading.plain.spacing import Spacing

EDITIONS = data_dir("corpus") / "editions"
REPORT = EDITIONS / "hrr-2015-kgz-ky" / "source.txt"
PAGED = EDITIONS / "tip-2017-kgz-ky" / "source.txt"
UNPAGED = EDITIONS / "tip-2019-kgz-ky" / "source.txt"

HEADER = "2014-жылынын Адам Укугу боюнча Өлкөлөрдүн Билдирүүсү"
OFFICE = "АКШ Мамлекеттик департамент – Демократия, Адам Укугу жана Эмгек Бюросу"
COUNTRY = "КЫРГЫЗ РЕСПУБЛИКАСЫ"
HEADERS = {
    888: f"{COUNTRY} 12",
    891: HEADER,
    893: OFFICE,
    2177: f"{COUNTRY} 28",
    2180: HEADER,
    2182: OFFICE,
    2265: HEADER,
    2267: OFFICE,
    2345: HEADER,
    2347: OFFICE,
    2430: HEADER,
    2432: OFFICE,
    2675: f"{COUNTRY} 34",
    2678: HEADER,
    2680: OFFICE,
    2921: f"{COUNTRY} 37",
    2924: HEADER,
    2926: OFFICE,
}


@pytest.fixture(scope="module")
def report() -> Reading:
    return ingest.read(REPORT)


def pages(reading: Reading) -> list[tuple[str, int | None]]:
    return [(line.text.strip(), line.page) for line in reading.lines]


# The three seeds.


def test_the_report_of_2015_is_double_spaced_on_38_pages(report: Reading) -> None:
    assert (report.spacing, report.pages) == (Spacing.DOUBLE, 38)
    assert {line.page for line in report.lines} == set(range(1, 39))


def test_the_page_numbers_it_prints_agree_with_the_count(report: Reading) -> None:
    printed = {
        int(line.text.split()[-1]): line.page
        for line in report.headers
        if line.text.startswith(COUNTRY)
    }
    assert printed == {12: 12, 28: 28, 34: 34, 37: 37}


def test_its_running_headers_are_found_and_nothing_else(report: Reading) -> None:
    assert {line.number: line.text.strip() for line in report.headers} == HEADERS
    left = {line.text.strip() for line in report.lines}
    assert left.isdisjoint(HEADERS.values())


def test_the_report_of_2017_is_single_spaced_on_8_pages() -> None:
    reading = ingest.read(PAGED)
    assert (reading.spacing, reading.pages) == (Spacing.SINGLE, 8)
    assert reading.headers == ()
    firsts = [
        below.number
        for above, below in pairwise(reading.lines)
        if above.page != below.page
    ]
    assert firsts == [39, 88, 137, 186, 235, 284, 333]


def test_the_report_of_2019_has_a_paragraph_a_line_and_shows_no_pages() -> None:
    reading = ingest.read(UNPAGED)
    assert (reading.spacing, reading.pages) == (Spacing.PARAGRAPHS, None)
    assert reading.headers == ()
    assert {line.page for line in reading.lines} == {None}


@pytest.mark.parametrize("path", [REPORT, PAGED, UNPAGED])
def test_every_line_stands_where_it_says(path: Path) -> None:
    reading = ingest.read(path)
    for line in (*reading.lines, *reading.headers):
        end = line.start + len(line.text)
        assert reading.text[line.start : end] == line.text
        assert reading.text.count("\n", 0, line.start) == line.number - 1


# Layouts that extraction tools leave.

WRAPPED = "Мыйзам кыйноого тыюу салат, бирок бийлик аны такай\nаткара бербейт."


def test_form_feeds_turn_pages() -> None:
    reading = ingest.parse("биринчи\nбарак\n\fэкинчи\n\f\nүчүнчү\n")
    assert pages(reading) == [
        ("биринчи", 1),
        ("барак", 1),
        ("экинчи", 2),
        ("үчүнчү", 3),
    ]
    assert reading.pages == 3


def test_a_form_feed_at_either_end_of_a_file_turns_no_page() -> None:
    reading = ingest.parse("\fбиринчи\n\fэкинчи\n\f")
    assert pages(reading) == [("биринчи", 1), ("экинчи", 2)]
    assert reading.pages == 2


def test_an_empty_page_counts() -> None:
    assert ingest.parse("биринчи\n\f\n\fүчүнчү").pages == 3


def test_a_single_page_is_a_page_where_a_form_feed_closes_it() -> None:
    assert ingest.parse("жалгыз\n\f").pages == 1
    assert ingest.parse("жалгыз\n").pages is None


def test_form_feeds_count_pages_alone_whatever_else_looks_like_a_page() -> None:
    page = "{text}\n\n\n\nЖылдык билдирүү 2015\nДемократия бюросу\n"
    letters = "абвгд"
    reading = ingest.parse("\f".join(page.format(text=word * 9) for word in letters))
    assert pages(reading) == [
        (word * 9, number) for number, word in enumerate(letters, start=1)
    ]
    assert [line.page for line in reading.headers] == [
        number for number in range(1, 6) for _ in range(2)
    ]


def test_headers_under_form_feeds_are_set_apart() -> None:
    bodies = ["Биринчи барактын тексти.", "Экинчиси.", "Үчүнчү барак ушул."]
    source = "\f".join(
        f"ӨЛКӨ {number}\n\n{body}\n" for number, body in enumerate(bodies, start=1)
    )
    reading = ingest.parse(source)
    assert pages(reading) == list(zip(bodies, (1, 2, 3), strict=True))
    assert [line.text.strip() for line in reading.headers] == [
        "ӨЛКӨ 1",
        "ӨЛКӨ 2",
        "ӨЛКӨ 3",
    ]


def test_a_leading_space_starts_a_page_only_in_double_spaced_text() -> None:
    double = "бир\n\nэки\n\nүч\n төрт\n\nбеш\n"
    assert ingest.parse(double).pages == 2
    single = "бир\nэки\nүч\n төрт\nбеш\n"
    assert ingest.parse(single).pages is None


def test_a_leading_space_under_an_empty_line_starts_no_page() -> None:
    assert ingest.parse("бир\n\nэки\n\n үч\n\nтөрт\n").pages is None


def test_three_empty_lines_start_a_page_only_when_empty_to_the_last_space() -> None:
    assert ingest.parse(f"{WRAPPED}\n\n\n\n{WRAPPED}\n").pages == 2
    assert ingest.parse(f"{WRAPPED}\n\n \n\n{WRAPPED}\n").pages is None
    assert ingest.parse(f"\n\n\n{WRAPPED}\n").pages is None


def test_a_repeated_subtitle_is_not_a_header() -> None:
    body = "Бул жерде бир нерсе айтылат,\nанан дагы бир саптан турат."
    text = "\n\n".join(f"Корруптция\n\n{body} {word}" for word in ("а", "б", "в", "г"))
    reading = ingest.parse(text)
    assert reading.headers == ()


def test_a_header_seen_twice_is_not_yet_a_header() -> None:
    reading = ingest.parse("ӨЛКӨ 1\n\nбир\n\n\n\nӨЛКӨ 2\n\nэки\n")
    assert reading.headers == ()


def test_line_ends_of_another_system_leave_no_trace() -> None:
    reading = ingest.parse("бир\r\nэки\r\n")
    assert [line.text for line in reading.lines] == ["бир", "эки"]
    assert [line.start for line in reading.lines] == [0, 5]


def test_a_byte_order_mark_is_not_text() -> None:
    reading = ingest.parse("\ufeffКОРУТУНДУ\nтекст")
    assert reading.lines[0] == Line(1, 1, "КОРУТУНДУ", None)
    assert reading.lines[1] == Line(2, 11, "текст", None)


def test_an_empty_source_has_no_lines() -> None:
    for text in ("", "\n \n", "\ufeff", "\f"):
        reading = ingest.parse(text)
        assert (reading.lines, reading.headers) == ((), ())


@given(st.text(alphabet="аб1 \n\f\r.А", max_size=200))
def test_no_character_is_lost_between_the_lines(text: str) -> None:
    reading = ingest.parse(text)
    lines = sorted((*reading.lines, *reading.headers), key=lambda line: line.number)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(
        text.split()
    )
    turned = [line.page for line in lines if line.page is not None]
    assert turned == sorted(turned)
    assert reading.pages == (turned[-1] if turned else reading.pages)


# What cannot be read.


def test_a_missing_source_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"cannot read .*gone\.txt") as error:
        ingest.read(tmp_path / "gone.txt")
    assert error.value.exit_code == 4
    assert error.value.hint


def test_a_folder_is_not_a_source(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="it is not a file"):
        ingest.read(tmp_path)


def test_another_encoding_is_refused_with_the_place(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(b"Ok " + "Кыйноо".encode("cp1251"))
    with pytest.raises(CorpusError, match=r"not UTF-8 text \(byte 3\)") as error:
        ingest.read(path)
    assert str(path) in error.value.message
    assert "UTF-8" in error.value.hint
