"""`briefs changes` lists what is new, dropped or reworded, and writes it to a file."""

import json
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from briefs.text.sentences import squeeze
from briefs.verify import pdftext
from tests.make.commands import Outcome, run
from tests.make.shelf import add_edition, small_corpus

HEAD = "SUMMARY\n\nThe country has a parliament.\n\nTorture\n\n"
OLD = "Prosecutors received 40 complaints of torture in 2020 and opened three cases."
NEW = "Prosecutors received 55 complaints of torture in 2021 and opened three cases."
GONE = "A court in the capital sentenced one officer for torture in the spring."
CAME = "Masked men tortured a teacher who had written about the mine near his home."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = small_corpus(tmp_path_factory.mktemp("years"))
    add_edition(home, f"{HEAD}{OLD} {GONE}\n", 2021, "en")
    add_edition(home, f"{HEAD}{NEW} {CAME}\n", 2022, "en")
    return home


def ask(folder: Path, *words: str) -> Outcome:
    return run("changes", "torture", *words, "--corpus", folder)


def test_changes_are_told_sentence_by_sentence_as_json(folder: Path) -> None:
    done = ask(folder, "--years", "2021,2022", "--json")
    rows = json.loads(done.out)
    assert {
        (row["kind"], *(side and side["text"] for side in (row["from"], row["to"])))
        for row in rows
    } == {("reworded", OLD, NEW), ("new", None, CAME), ("dropped", GONE, None)}
    reworded = next(row for row in rows if row["kind"] == "reworded")
    assert reworded["from"]["edition"] == "hrr-2021-kgz-en"
    assert reworded["to"]["paragraph"] == 2
    (moved,) = reworded["figures"]
    assert (moved["from"]["value"], moved["to"]["value"]) == (40, 55)
    for row in rows:
        for side in filter(None, (row["from"], row["to"])):
            text = (folder / "editions" / side["edition"] / "source.txt").read_text()
            assert side["text"] in text


def test_changes_are_marked_by_signs_in_lines(folder: Path) -> None:
    done = ask(folder, "--years", "2021,2022", "-l", "en")
    assert "~ Prosecutors received [-40-] complaints of torture in [-2020-]" in done.out
    assert "→ Prosecutors received {+55+} complaints of torture in {+2021+}" in done.out
    assert f"− {GONE}" in done.out
    assert f"+ {CAME}" in done.out


@pytest.mark.parametrize("name", ["changes.pdf", "changes.html"])
def test_changes_are_written_to_a_file_and_proven(
    name: str, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / name
    where = "--years", "2021,2022", "-o", str(file)
    done = ask(folder, *where, "-l", "en", "--date", "2026-11-22")
    assert done.code == 0, done.err
    if name.endswith("html"):
        page = file.read_text("utf-8")
        assert "<del>40</del>" in page
        assert "<ins>55</ins>" in page
        return
    text = squeeze(pdftext.text(file.read_bytes()))
    assert all(squeeze(said) in text for said in (OLD, NEW, GONE, CAME))
    assert run("verify", file, "--corpus", folder).code == 0


def test_each_sentence_stands_beside_its_translation_and_figures_have_names(
    tmp_path: Path,
) -> None:
    file = tmp_path / "changes.html"
    where = "--years", "2017,2019", "-l", "ru", "-o", str(file)
    assert run("changes", "trafficking", *where).code == 0
    page = tinyhtml5.parse(file.read_text("utf-8"), namespace_html_elements=False)
    (heads,) = page.iterfind(".//div[@class='tongues']")
    told = text_of(heads)
    assert told.startswith("русский рабочий перевод, не проверен кыргызский")
    rows = list(page.iterfind(".//div[@class='change']/div[@class='row']"))
    assert len(rows) > 100
    assert {tuple(side.get("lang") for side in row) for row in rows} == {("ru", "ky")}
    moved = [text_of(each) for each in page.iterfind(".//p[@class='moved']")]
    named = "8 (2016 год) → 2 (2018 год): Расследования по делам о торговле людьми"
    assert named in moved
    words = text_of(page)
    assert "Справка состоит из" not in words
    assert "Сравниваются предложения по теме в докладах двух лет." in words
    assert "Переводы рабочие" in words


def test_one_edition_alone_has_nothing_to_be_compared_with(folder: Path) -> None:
    done = ask(folder, "--years", "2021")
    assert done.code == 5
    assert "no report has two editions in this range" in done.err


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_editions_in_different_languages_are_said_not_to_be_compared(
    folder: Path,
) -> None:
    done = ask(folder, "-l", "en")
    said = "hrr-2019-kgz-ky and hrr-2020-kgz-en are in different languages"
    assert said in done.err
    assert said not in ask(folder, "--years", "2021,2022", "-l", "en").err
    alone = ask(folder, "--years", "2019,2020", "-l", "en")
    assert alone.code != 0
    assert said in alone.err


def test_a_brief_shows_the_changes_of_each_year(tmp_path: Path) -> None:
    home = small_corpus(tmp_path / "corpus")
    for year in (2021, 2022, 2023):
        told = f"Prosecutors received {year} complaints of torture and opened no case."
        add_edition(home, f"{HEAD}{told}\n", year, "en")
    page = tmp_path / "torture.html"
    words = ("-l", "en", "--corpus", home, "-o", page)
    assert run("build", "torture", *words).code == 0
    text = page.read_text(encoding="utf-8")
    assert "2021 → 2022" in text
    assert "2022 → 2023" in text
