"""A brief on several countries names or counts them, by year or by country."""

import re
from pathlib import Path

import pypdfium2
import pytest

from tests.make.commands import build, rows, run
from tests.make.shelf import ENGLISH, add_edition, small_corpus

COUNTRIES = ("KAZ", "UZB", "TJK", "GEO")


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small corpus, and a report on each of four other countries."""
    corpus = small_corpus(tmp_path_factory.mktemp("several"))
    for number, code in enumerate(COUNTRIES):
        text = ENGLISH.replace("40 complaints", f"{50 + number} complaints")
        add_edition(corpus, text, 2020, "en", code)
    return corpus


def page(corpus: Path, tmp_path: Path, *words: str) -> str:
    file = tmp_path / "torture.html"
    assert build(corpus, "torture", "-o", file, "--force", *words).code == 0
    return file.read_text(encoding="utf-8")


def test_many_countries_are_counted_and_few_are_named(
    several: Path, tmp_path: Path
) -> None:
    kicker = re.compile(r'class="kicker">(.*?),')
    many = kicker.search(page(several, tmp_path))
    few = kicker.search(page(several, tmp_path, "--country", "KAZ", "--country", "GEO"))
    assert many
    assert many[1] == "5 countries"
    assert few
    assert few[1] == "Georgia and Kazakhstan"


def test_chapters_stand_by_country_as_asked(several: Path, tmp_path: Path) -> None:
    by_country = re.compile(r'<h3 class="country">(.*?)</h3>')
    named = by_country.findall(page(several, tmp_path, "--by", "country"))
    assert named == [
        *("Georgia", "Kazakhstan", "Kyrgyz Republic", "Tajikistan", "Uzbekistan")
    ]
    assert by_country.findall(page(several, tmp_path)) == []


def test_every_country_is_heard_or_said_to_be_silent(
    several: Path, tmp_path: Path
) -> None:
    told = page(several, tmp_path, "--profile", "handout")
    silent = re.search(r"No passage is quoted from the reports on: ([^<.]*)", told)
    for name in ("Georgia", "Kazakhstan", "Kyrgyz Republic", "Tajikistan"):
        quoted = re.search(rf"Report 20\d\d, {name}", told)
        assert quoted or (silent and name in silent[1]), name


def test_coverage_tells_the_country_of_each_row(several: Path) -> None:
    found = rows("coverage", "torture", "--corpus", several)
    assert {row["country"] for row in found} == {"KGZ", *COUNTRIES}


def test_very_many_reports_silence_no_country(tmp_path: Path) -> None:
    codes = ("ARM", "AZE", "BLR", "GEO", "IND", "KAZ", "MDA", "MNG", "NPL", "PAK")
    for number, code in enumerate(codes):
        for year in range(2010, 2024):
            text = f"TORTURE\n\nOfficers tortured {number}{year % 100} people there.\n"
            add_edition(tmp_path, text, year, "en", code)
    file = tmp_path / "torture.pdf"
    words = ("-l", "en", "--corpus", tmp_path, "-o", file)
    assert run("build", "torture", *words).code == 0
    with pypdfium2.PdfDocument(file) as pdf:
        told = "".join(sheet.get_textpage().get_text_range() for sheet in pdf)
    assert "No passage is quoted" not in told
    assert len(set(re.findall(r"tortured \d+ people", told))) > len(codes)


def test_each_source_names_its_country(several: Path, tmp_path: Path) -> None:
    listed = re.findall(r'<p class="short">(.*?)</p>', page(several, tmp_path))
    for name in ("Georgia", "Kazakhstan", "Tajikistan", "Uzbekistan"):
        assert f"Human Rights Report 2020, {name}" in listed


def test_figures_of_one_country_name_it_where_reports_are_of_several(
    several: Path, tmp_path: Path
) -> None:
    told = page(several, tmp_path)
    labels = re.findall(r'<p class="label">(.*?)</p>', told)
    assert labels
    assert all(label.endswith("(Kyrgyz Republic)") for label in labels)
