"""A language is a folder: what a translator fills in, and what is still missing."""

import json
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from briefs.errors import ExitCode
from briefs.files import resources
from briefs.i18n import locale as i18n
from tests.make.commands import run

TAG = "tg"
"""A language of the CLDR that the package does not have."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house's folder of languages, with a new one in it that says nothing yet."""
    made = run("language", "new", TAG, "--from", "ru", "-o", tmp_path)
    assert made.code == 0, made.err
    monkeypatch.setenv("BRIEFS_LANGUAGES", str(tmp_path))
    i18n.load.cache_clear()
    i18n.catalog.cache_clear()
    i18n._wordings.cache_clear()
    return tmp_path


def fill(home: Path, name: str) -> None:
    """Translate every entry of a catalog of the new language."""
    path = home / TAG / name
    with path.open("rb") as file:
        catalog = read_po(file, locale=TAG)
    for entry in catalog:
        if entry.id:
            one = entry.id if isinstance(entry.id, str) else entry.id[0]
            entry.string = (f"«{one}»",) * 2 if entry.pluralizable else f"«{one}»"
    with path.open("wb") as target:
        write_po(target, catalog, width=0)


def missing(*words: str) -> dict[str, tuple[int, int]]:
    told = run("language", "check", TAG, "--json", *words)
    return {row["place"]: (row["missing"], row["of"]) for row in json.loads(told.out)}


def test_a_new_language_is_a_folder_with_all_that_is_to_be_translated(
    home: Path,
) -> None:
    names = {path.name for path in (home / TAG).iterdir()}
    assert names == {"language.toml", "messages.po", "corpus.po"}
    messages = (home / TAG / "messages.po").read_text("utf-8")
    assert '#. ru: Содержание\nmsgid "Contents"\nmsgstr ""' in messages
    wordings = (home / TAG / "corpus.po").read_text("utf-8")
    for text in ("Пытки и жестокое обращение", "Генеральная прокуратура"):
        assert f'msgid "{text}"' in wordings


def test_what_is_missing_is_counted_by_place(home: Path) -> None:
    found = missing()
    assert all(lacking == of > 0 for lacking, of in found.values())
    assert {"pages", "program", "topics", "indicators", "questions"} <= {*found}
    fill(home, "corpus.po")
    i18n._wordings.cache_clear()
    found = missing()
    assert found["topics"][0] == found["questions"][0] == 0
    assert found["pages"][0] == found["pages"][1]


def test_the_first_that_is_missing_is_named(home: Path) -> None:
    told = run("language", "check", TAG, env={"BRIEFS_LOCALE": "en"})
    assert told.code == ExitCode.CORPUS
    assert "pages: " in told.out
    assert "are missing, first: p. {page}" in told.out


def test_a_brief_in_a_language_that_is_not_complete_is_refused(
    home: Path, small: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.html"
    words = ["build", "women", "-l", TAG, "--format", "html", "--corpus", small]
    words += ["-o", file]
    told = run(*words)
    assert told.code == ExitCode.CORPUS
    assert not file.exists()
    told = run(*words, "--draft")
    assert told.code == 0, told.err
    assert 'class="draft-mark"' in file.read_text("utf-8")


def test_a_complete_and_reviewed_language_makes_briefs_without_a_mark(
    home: Path, tmp_path: Path
) -> None:
    fill(home, "messages.po")
    fill(home, "corpus.po")
    path = home / TAG / "language.toml"
    path.write_text(path.read_text("utf-8").replace("draft = true", "draft = false"))
    i18n.load.cache_clear()
    i18n.catalog.cache_clear()
    i18n._wordings.cache_clear()
    file = tmp_path / "a.html"
    told = run("build", "hiv", "-l", TAG, "--format", "html", "-o", file)
    assert told.code == 0, told.err
    page = file.read_text("utf-8")
    assert 'class="draft-mark"' not in page
    assert "«ВИЧ и СПИД: стигма и дискриминация»" in page


@pytest.mark.parametrize("tag", ["uz_Cyrl", "UZ", "x", "uzbek-cyrillic", "../uz"])
def test_a_tag_is_one_of_bcp_47(tag: str, tmp_path: Path) -> None:
    told = run("language", "new", tag, "-o", tmp_path, env={"BRIEFS_LOCALE": "en"})
    assert told.code == ExitCode.USAGE
    assert "is no language tag of BCP 47" in told.err


def test_a_language_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    told = run("language", "new", "ky", "-o", tmp_path, env={"BRIEFS_LOCALE": "en"})
    assert (told.code, [*tmp_path.iterdir()]) == (ExitCode.USAGE, [])
    assert "there is a language ky already" in told.err


# Uzbek in Cyrillic letters, shipped as a draft


def test_uzbek_is_shipped_as_a_draft_for_readers_in_osh(tmp_path: Path) -> None:
    rows = json.loads(run("language", "check", "uz-Cyrl", "--json").out)
    said = {row["place"]: 1 - row["missing"] / row["of"] for row in rows}
    for place, share in said.items():
        assert share > 0.9, place  # a draft may lag behind
    file = tmp_path / "uz.html"
    words = ["build", "torture", "-l", "uz-Cyrl", "--format", "html", "-o", file]
    assert run(*words).code == ExitCode.CORPUS
    assert run(*words, "--draft").code == 0
    page = file.read_text("utf-8")
    assert '<html lang="uz-Cyrl"' in page
    assert 'class="translation" lang="ru"' in page
    assert 'lang="ky"' in page
    assert "Қийноқ ва шафқатсиз муомала" in page
    assert "2015 йил январь–июнь ойлари" in page


def test_every_letter_of_a_shipped_language_is_in_the_fonts() -> None:
    from briefs.tasks import doctor

    letters = {code: i18n.load(code).written.letters for code in i18n.available()}
    assert set("ўқғҳ") <= set(letters["uz-Cyrl"])
    assert set("ңөү") <= set(letters["ky"])
    assert set("".join(letters.values())) == set(doctor.letters())
    assert resources.languages() >= {"ky", "ru", "uz-Cyrl"}
