"""What is ended at any moment loses nothing, and the next run is right.

Moments are drawn from seeds, so that the same ones are tried each time; `make crash`
tries many more.
"""

import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.make.alike import standing_for
from tests.make.commands import DAY, run
from tests.make.hostile import arena

if not hasattr(os, "fork"):
    pytest.skip("needs processes that fork", allow_module_level=True)

SIGNALS = ("SIGKILL", "SIGTERM", "SIGINT", "SIGHUP")
LONGEST = 0.9
"""Seconds within which a command is ended; most take less."""

TEXT = "Torture in custody went on. The prosecutor opened 12 cases of it in 2019.\n"


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    arena.load()


@pytest.fixture(scope="module")
def brief(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished brief, as an undisturbed run makes it."""
    place = tmp_path_factory.mktemp("right") / "m.pdf"
    assert run(*building(small, place)).code == 0
    return place


def building(corpus: Path, place: Path) -> tuple[object, ...]:
    words = ("build", "torture", "-l", "en", "-q", "--date", DAY)
    return *words, "--corpus", corpus, "-o", place


def started(
    words: tuple[object, ...], folder: Path, settle: Callable[[], None] = lambda: None
) -> int:
    """Start a command in a fork of this process, with its own cache; return its id."""
    child = os.fork()
    if child:
        return child
    try:
        os.setsid()
        os.environ.update(BRIEFS_CACHE=str(folder / "cache"), BRIEFS_LOCALE="en")
        for number in (1, 2):
            os.dup2(os.open(folder / "said", os.O_WRONLY | os.O_CREAT), number)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115
        settle()
        from briefs.cli import app

        app.main([str(word) for word in words])
        os._exit(0)
    except SystemExit as end:
        os._exit(end.code if isinstance(end.code, int) else 0)
    finally:
        os._exit(99)


def ended(words: tuple[object, ...], folder: Path, seed: str) -> None:
    """Start a command, end it at a moment of the seed; nothing of it goes on."""
    moment = Random(seed)
    child = started(words, folder)
    time.sleep(moment.uniform(0.0, LONGEST))
    os.kill(child, getattr(signal, seed.partition("-")[0]))
    os.waitpid(child, 0)
    for _ in range(100):
        if not _lives(child):
            return
        time.sleep(0.02)
    pytest.fail("a worker goes on")


def _lives(session: int) -> bool:
    try:
        os.killpg(session, 0)
    except ProcessLookupError:
        return False
    return True


def leftovers(folder: Path) -> list[str]:
    return [str(path) for path in folder.rglob("*") if path.name.endswith(".part")]


MOMENTS = [f"{name}-{number}" for number in range(12) for name in SIGNALS]
FEW = standing_for(MOMENTS[:1], MOMENTS)


@pytest.mark.parametrize("seed", FEW)
def test_a_build_that_is_ended_leaves_the_old_file_or_the_new_one(
    small: Path, brief: Path, tmp_path: Path, seed: str
) -> None:
    place = tmp_path / "m.pdf"
    old = brief.read_bytes() + b"\n"
    place.write_bytes(old)
    ended((*building(small, place), "--force"), tmp_path, seed)
    assert place.read_bytes() in {old, brief.read_bytes()}
    child = started((*building(small, place), "--force"), tmp_path)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert place.read_bytes() == brief.read_bytes()
    assert not leftovers(tmp_path)


@pytest.mark.parametrize("seed", FEW)
def test_an_ingest_that_is_ended_leaves_all_of_an_edition_or_nothing(
    small: Path, tmp_path: Path, seed: str
) -> None:
    corpus, report = tmp_path / "corpus", tmp_path / "report.txt"
    shutil.copytree(small, corpus)
    before = _held(corpus)
    report.write_text(TEXT, "utf-8")
    words: tuple[object, ...] = (
        "ingest",
        report,
        "--report",
        "hrr",
        "--country",
        "KGZ",
        "--year",
        "2016",
    )
    words = (*words, "--language", "en", "--corpus", corpus)
    ended(words, tmp_path, seed)
    again = started(words, tmp_path)
    os.waitpid(again, 0)
    after = _held(corpus)
    assert before.items() <= after.items()
    assert any("hrr-2016-kgz-en" in name for name in after)
    assert run("check", "--corpus", corpus).code == 0
    assert not leftovers(tmp_path)


@pytest.mark.parametrize("seed", FEW)
def test_a_draft_that_is_ended_is_whole_or_absent(
    brief: Path, tmp_path: Path, seed: str
) -> None:
    place = tmp_path / "draft.eml"
    words = ("mail", brief, "--to", "deputy@example.org", "-o", place)
    ended(words, tmp_path, seed)
    if place.exists():
        assert place.read_bytes().rstrip().endswith(b"--")
        place.unlink()
    child = started(words, tmp_path)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert place.exists()
    assert not leftovers(tmp_path)


def _held(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize("room", standing_for([1_000], [0, 1_000, 20_000, 60_000]))
def test_a_full_disk_leaves_the_old_file(
    small: Path, brief: Path, tmp_path: Path, room: int
) -> None:
    place = tmp_path / "m.pdf"
    old = brief.read_bytes() + b"\n"
    place.write_bytes(old)

    def settle() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    child = started((*building(small, place), "--force"), tmp_path, settle)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    whole = code == 0 and place.read_bytes() == brief.read_bytes()
    assert whole or (0 < code < 99 and place.read_bytes() == old)
    assert not leftovers(tmp_path)


@pytest.mark.parametrize("fault", standing_for(["spoiled"], ["spoiled", "a file"]))
def test_a_cache_that_is_of_no_use_changes_nothing(
    small: Path, brief: Path, tmp_path: Path, fault: str
) -> None:
    place = tmp_path / "m.pdf"
    cache = tmp_path / "cache"
    if fault == "a file":
        cache.write_bytes(b"no folder")
    else:
        shutil.copytree(os.environ["BRIEFS_CACHE"], cache)
        entries = [path for path in cache.rglob("*") if path.is_file()]
        for number, path in enumerate(entries):
            data = path.read_bytes()
            path.write_bytes(Random(number).randbytes(len(data)))
        assert entries
    child = started(building(small, place), tmp_path)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert place.read_bytes() == brief.read_bytes()
