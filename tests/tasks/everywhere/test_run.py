"""A brief of each country is made for itself; what is there and current stays."""

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

import briefs
from briefs.compose.sources.tally import Summary
from briefs.corpus.corpus import Corpus
from briefs.errors import ExitCode, NothingFoundError, UsageError
from briefs.model import Edition
from briefs.tasks.answering import summaries
from briefs.tasks.building import build
from briefs.tasks.building.gather import Job
from briefs.tasks.everywhere import making, pool
from tests.make.commands import assert_refused, run
from tests.make.shelf import ENGLISH, add_edition, name_nobody, small_corpus

DAY = date(2026, 11, 22)
COUNTRIES = ("KAZ", "KGZ", "UZB")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of three countries."""
    home = small_corpus(tmp_path_factory.mktemp("world"))
    other = ENGLISH.replace("Torture", "Other")
    for text, country in ((ENGLISH, "KAZ"), (other, "UZB")):
        name_nobody(add_edition(home, text, 2021, "en", country))
    return home


def everywhere(
    folder: Path, output: Path, *topics: str, scheduler: str | None = None
) -> briefs.Everywhere:
    """Make web pages, because that takes no time."""
    return briefs.build_everywhere(
        briefs.Corpus.open(folder),
        topics or None,
        locales=("en",),
        output=output,
        format="html",
        date=DAY,
        scheduler=scheduler,
    )


def test_each_country_and_topic_has_a_brief_of_its_own(
    folder: Path, tmp_path: Path
) -> None:
    came = everywhere(folder, tmp_path, "torture")
    assert [str(path.relative_to(tmp_path)) for path in came.made] == [
        f"{country}/torture-en.html" for country in COUNTRIES
    ]
    assert (came.kept, came.failed, came.exit_code) == ((), (), ExitCode.DONE)
    alone = briefs.make(
        briefs.Corpus.open(folder),
        ["torture"],
        locales=["en"],
        format="html",
        date=DAY,
        countries=["KAZ"],
    )
    assert (tmp_path / "KAZ" / "torture-en.html").read_bytes() == alone


def test_a_second_run_makes_what_is_missing_or_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, output = small_corpus(tmp_path / "corpus"), tmp_path / "out"
    add_edition(folder, ENGLISH, 2021, "en", "KAZ")
    first = everywhere(folder, output)
    assert everywhere(folder, output).kept == first.made
    gone = output / "KGZ" / "women-en.html"
    gone.unlink()
    assert everywhere(folder, output).made == (gone,)
    add_edition(folder, ENGLISH, 2022, "en", "KAZ")
    again = everywhere(folder, output, "torture")
    assert again.made == (output / "KAZ" / "torture-en.html",)
    assert again.kept == (output / "KGZ" / "torture-en.html",)


def test_what_is_no_brief_is_not_replaced(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "KGZ" / "torture-en.html"
    mine.parent.mkdir()
    mine.write_text("my notes")
    came = everywhere(folder, tmp_path, "torture")
    assert mine.read_text() == "my notes"
    (failure,) = came.failed
    assert failure.task == "KGZ torture en"
    assert came.exit_code == ExitCode.DELIVERY
    assert len(came.made) == 2


def test_a_brief_that_fails_does_not_stop_the_others(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished = build.finished

    def fail(job: Job) -> list[tuple[str, bytes]]:
        if "KAZ" in (job.request.range.countries or ()):
            raise ZeroDivisionError("a fault")
        return finished(job)

    monkeypatch.setattr(build, "finished", fail)
    came = everywhere(folder, tmp_path, "torture")
    assert [one.task for one in came.failed] == ["KAZ torture en"]
    assert "ZeroDivisionError: a fault" in str(came.failed[0].why)
    assert came.exit_code == ExitCode.UNEXPECTED
    assert [path.parent.name for path in came.made] == ["KGZ", "UZB"]


def end_in_one_country(order: making.Order) -> making.Files | making.Failure:
    if order.task.country == "UZB":
        os._exit(9)
    return making.make(order)


def older(order: making.Order) -> making.Files | making.Failure:
    files = making.make(order)
    assert not isinstance(files, making.Failure)
    return [(name, data.replace(b"0.1.0+", b"0.0.9+")) for name, data in files]


@pytest.mark.thorough
def test_a_process_that_is_ended_fails_its_brief_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "make", end_in_one_country)
    came = everywhere(folder, tmp_path, "torture")
    assert [one.task for one in came.failed] == ["UZB torture en"]
    assert came.exit_code == ExitCode.RENDER
    assert [path.parent.name for path in came.made] == ["KAZ", "KGZ"]


def test_what_another_version_made_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "make", older)
    came = everywhere(folder, tmp_path, "torture")
    assert not came.made
    assert {one.exit_code for one in came.failed} == {ExitCode.VERIFICATION}
    assert not list(tmp_path.rglob("*.html"))


def test_where_nothing_is_said_anywhere_the_call_says_so(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(corpus: Corpus, editions: Sequence[Edition]) -> dict[str, Summary]:
        return {edition.id: Summary({}, ()) for edition in editions}

    monkeypatch.setattr(summaries, "read", silent)
    with pytest.raises(NothingFoundError):
        everywhere(folder, tmp_path, "women")


# The command


def test_the_command_prints_what_it_made_and_what_failed(
    folder: Path, tmp_path: Path
) -> None:
    words = ("build", "torture", "--every-country", "-l", "en", "--format", "html")
    told = run(*words, "--corpus", folder, "-o", tmp_path)
    assert told.code == 0
    assert told.out.split() == [
        str(tmp_path / country / "torture-en.html") for country in COUNTRIES
    ]
    assert told.err == "files made: 3; left as they are: 0; failed: 0\n"
    (tmp_path / "KGZ" / "torture-en.html").write_text("my notes")
    told = run(*words, "--corpus", folder, "-o", tmp_path)
    assert (told.code, told.out) == (ExitCode.DELIVERY, "")
    assert "KGZ torture en: " in told.err
    assert "left as they are: 2; failed: 1" in told.err


def test_a_scheduler_needs_countries_and_dask(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("build", "torture", "--scheduler", "tcp://127.0.0.1:9")
    assert_refused(run(*words), ExitCode.USAGE, "--every-country")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match="briefs\\[cluster\\]"):
        everywhere(folder, tmp_path, "torture", scheduler="tcp://127.0.0.1:9")


def test_one_file_is_no_place_for_several(folder: Path, tmp_path: Path) -> None:
    for place in ("-", str(tmp_path / "a.html")):
        words = ("build", "torture", "--every-country", "--format", "html")
        told = run(*words, "--corpus", folder, "-o", place)
        assert_refused(told, ExitCode.USAGE, "several are made")
