"""What a file is taken for: the report, the country in any case, and not too much."""

from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError
from briefs.tasks.adding import ingest
from briefs.tasks.adding.accession import Accession
from briefs.tasks.adding.outline import Outline
from briefs.tasks.adding.places import Gazetteer
from tests.make.documents import packed

SAID = {
    "ru": "Милиция избила троих задержанных в марте, и суд их отпустил.",
    "ky": "Милиция мартта кармалган үч кишини сабап, сот аларды бошотту.",
}
CHAPTERS = {
    "ru": (
        "Раздел 1. Уважение неприкосновенности личности",
        "Исчезновения",
        "Женщины",
        "Дети",
    ),
    "ky": ("Дайынсыз жоголуу", "Аялдар", "Балдар", "Сөз эркиндиги", "Майыптар"),
}


def examined(folder: Path, title: str, language: str, *chapters: str) -> Outline:
    path = folder / "download.txt"
    parts = [title, *(f"{each}\n\n{SAID[language]}" for each in chapters or ("1.",))]
    path.write_text("\n\n".join(parts), encoding="utf-8")
    told = Accession(language=language)
    return ingest.examine(path, told, Corpus([folder / "corpus"]))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Права человека в Кыргызстане", "KGZ"),
        ("доклад Кыргызской Республики", "KGZ"),
        ("о положении в Казахстане и Казахстана", "KAZ"),
        ("Кыргызстандагы адам укуктары", "KGZ"),
        ("Кыргыз Республикасынын отчету", "KGZ"),
        ("Өзбекстанда жана Өзбекстандын чек арасында", "UZB"),
        ("о ситуации в России", "RUS"),
        ("Germany, Myanmar and Germany", "DEU"),
        ("права человека в Индии", "IND"),
        ("собирать дань, платить дани", None),
        ("Niger and Nigeria, Nigeria", "NGA"),
    ],
)
def test_a_country_is_known_in_any_case(text: str, code: str | None) -> None:
    shelf = Corpus([Path("nowhere")])
    assert Gazetteer(shelf.countries, shelf.grammars).country(text) == code


def test_a_report_of_others_is_not_of_the_series(tmp_path: Path) -> None:
    title = "Права человека в Кыргызстане: альтернативный доклад за 2022 год"
    found = examined(tmp_path, title, "ru", "Пытки", "Рекомендации")
    assert (found.report, found.country) == (None, "KGZ")


@pytest.mark.parametrize("language", sorted(CHAPTERS))
def test_a_translation_of_the_series_is_known_by_its_chapters(
    tmp_path: Path, language: str
) -> None:
    title = {"ru": "Права человека в Казахстане", "ky": "Адам укуктары, Казакстан"}
    found = examined(tmp_path, title[language], language, *CHAPTERS[language])
    assert (found.report, found.country) == ("hrr", "KAZ")


def test_a_translation_says_so_and_who_published_it(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(f"Отчёт\n\n{SAID['ru']}\n", encoding="utf-8")
    shelf = tmp_path / "corpus"
    told = Accession("hrr", "KAZ", 2019, title="Отчёт", language="ru")
    ingest.add(path, told, Corpus([shelf]))
    (edition,) = Corpus.open(shelf).editions
    assert edition.translation_of == "en"
    assert edition.publisher["en"] == "U.S. Department of State"


def test_the_year_is_that_of_the_title_not_the_one_named_most(tmp_path: Path) -> None:
    path = tmp_path / "download.txt"
    text = (
        "Police beat men in 2021, in 2021 and in 2021, and courts freed them in March."
    )
    path.write_text(f"Rights in Georgia, 2022\n\nPRISONS\n\n{text}\n", encoding="utf-8")
    found = ingest.examine(
        path, Accession(language="en"), Corpus([tmp_path / "corpus"])
    )
    assert (found.year, found.grounds["year"]) == (2022, "title")


@pytest.mark.parametrize(
    ("name", "content", "said", "advice"),
    [
        ("a.zip", packed({"report.html": "<p>Text</p>"}), "packed folder", "unpack it"),
        ("a.txt", b"\x7fELF" + b"\0" * 40, "has the format ELF", "save the report"),
    ],
)
def test_what_is_no_report_is_named_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, said: str, advice: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CorpusError, match=said) as caught:
        ingest.examine(path, Accession(), Corpus([tmp_path]))
    assert advice in str(caught.value.hint)


def test_a_report_of_no_series_has_the_title_that_stands_over_it(
    tmp_path: Path,
) -> None:
    text = f"CAT/C/KGZ/CO/3\n\nЗАМЕЧАНИЯ ПО ДОКЛАДУ КЫРГЫЗСТАНА\n\n{SAID['ru']}\n"
    path = tmp_path / "download.txt"
    path.write_text(text, encoding="utf-8")
    told = Accession(report="cat", year=2021, language="ru")
    ingest.add(path, told, Corpus([tmp_path / "corpus"]))
    (edition,) = Corpus.open(tmp_path / "corpus").editions
    assert edition.titles == {"ru": "ЗАМЕЧАНИЯ ПО ДОКЛАДУ КЫРГЫЗСТАНА"}
