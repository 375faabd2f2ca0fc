"""`briefs check`: every fault of a corpus at once, by file, line and key."""

import csv
import io
from pathlib import Path

import pytest

from briefs.errors import ExitCode, InterruptionError, Message
from tests.make.commands import run
from tests.make.shelf import ENGLISH, add_edition
from tests.make.spoil import HOME, Alter, rewrite


@pytest.mark.parametrize(
    ("alter", "said"),
    [
        (rewrite(f"{HOME}/figures.csv", '"complaints"', '"visits"'), "visits"),
        (rewrite(f"{HOME}/figures.csv", '"prosecutors"', '"nobody"'), "nobody"),
        (rewrite(f"{HOME}/figures.csv", '"torture"', '"tortur"'), "tortur"),
        (rewrite(f"{HOME}/figures.csv", '"40"', '"41"'), "41"),
        (rewrite(f"{HOME}/source.txt", "40", "41"), "checksum"),
    ],
)
def test_check_finds_what_is_wrong_in_a_corpus(
    own: Path, alter: Alter, said: str
) -> None:
    alter(own)
    told = run("check", "--corpus", own)
    assert told.code == ExitCode.CORPUS
    assert said in told.err
    assert "Traceback" not in told.err


def test_check_tells_every_fault_at_once(own: Path) -> None:
    rewrite(f"{HOME}/figures.csv", '"complaints"', '"visits"')(own)
    rewrite(f"{HOME}/figures.csv", '"prosecutors"', '"nobody"')(own)
    rewrite("editions/hrr-2019-kgz-ky/source.txt", "35", "36")(own)
    rewrite("editions/hrr-2019-kgz-ky/edition.toml", "country", "topics = []\ncountry")(
        own
    )
    add_edition(own, ENGLISH, 2021, "en")
    rewrite(
        "editions/hrr-2021-kgz-en/edition.toml", "year =", 'topics = ["x"]\nyear ='
    )(own)
    told = run("check", "--corpus", own)
    faults = told.err.removeprefix("briefs: ").splitlines()
    assert len(faults) == 6
    assert all(
        any(said in fault for fault in faults)
        for said in ("visits", "say that nobody", "checksum", "unknown topic x")
    )
    assert "hrr-2020-kgz-en: source unaltered" in told.out


def test_check_names_line_and_column_of_a_row_and_what_to_do(own: Path) -> None:
    rewrite(f"{HOME}/figures.csv", '"prosecutors"', '"nobody"')(own)
    told = run("check", "--corpus", own)
    place = "figures.csv, line 2, REPORTED_BY: “"
    assert f"{place}" in told.err
    assert "the passage does not say that nobody reported it: correct" in told.err


@pytest.mark.parametrize(
    ("topics", "advice"),
    [
        ("", "the passage is about torture: name its topics in TOPICS"),
        ("torture;prisons", "the passage has nothing on prisons: correct TOPICS"),
    ],
    ids=["none", "one too many"],
)
def test_check_says_which_topics_a_row_should_name(
    own: Path, topics: str, advice: str
) -> None:
    rewrite(f"{HOME}/figures.csv", '"torture"', f'"{topics}"')(own)
    told = run("check", "--corpus", own)
    assert told.code == ExitCode.CORPUS
    assert "line 2, TOPICS: “" in told.err
    assert advice in told.err


def test_a_topic_that_no_words_tell_is_explained_in_the_comment(own: Path) -> None:
    file = own / HOME / "figures.csv"
    (row,) = csv.DictReader(file.read_text("utf-8").splitlines())
    row |= {"TOPICS": "torture;prisons", "COMMENT_OBS": "prisons: held in a cell"}
    out = io.StringIO()
    writer = csv.DictWriter(out, list(row))
    writer.writeheader()
    writer.writerow(row)
    file.write_text(out.getvalue(), "utf-8")
    assert "has nothing on" not in run("check", "--corpus", own).err


def test_check_names_each_statistic_that_stands_in_no_row(own: Path) -> None:
    told = run("check", "--corpus", own)
    looks = [line for line in told.out.splitlines() if "stands in no row" in line]
    assert looks
    assert all("figures.csv: paragraph " in line for line in looks)


def test_check_reads_the_translations(own: Path) -> None:
    home = own / HOME / "translations"
    home.mkdir()
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    entry = 'msgid "Nobody said this."\nmsgstr "Этого никто не говорил."\n'
    (home / "ru.po").write_text(head + entry, encoding="utf-8")
    told = run("check", "--corpus", own)
    assert told.code == ExitCode.CORPUS
    assert "is no sentence of the source" in told.err


def test_check_shows_where_reports_contradict_each_other(own: Path) -> None:
    ledger = (own / HOME / "figures.csv").read_text(encoding="utf-8")
    home = add_edition(
        own, ENGLISH.replace("40 complaints", "41 complaints"), 2021, "en"
    )
    (home / "figures.csv").write_text(ledger.replace("40", "41"), encoding="utf-8")
    told = run("check", "--corpus", own)
    assert (told.code, told.err) == (0, "")
    assert "look: complaints 2020: 40 (hrr-2020-kgz-en, paragraph 2), 41 (" in told.out


def test_check_passes_the_corpus_that_comes_with_the_package() -> None:
    told = run("check")
    assert (told.code, told.err) == (0, "")
    assert "minority-population-share" in told.out


def test_an_interruption_of_check_is_no_fault_of_the_corpus(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise InterruptionError(Message("interrupted"))

    monkeypatch.setattr("briefs.corpus.sources.checksum", interrupted)
    assert run("check", "--corpus", small).code == ExitCode.INTERRUPTED
