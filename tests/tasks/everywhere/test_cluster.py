"""A cluster makes byte for byte what one machine makes, also when a worker dies."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import briefs
from briefs.errors import DeliveryError
from tests.make.shelf import ENGLISH, add_edition, small_corpus

pytest.importorskip("distributed", reason="needs briefs[cluster]")

COUNTRIES = ("KAZ", "KGZ", "TJK", "UZB")
WAIT = 60


def made(folder: Path, output: Path, scheduler: str | None) -> briefs.Everywhere:
    return briefs.build_everywhere(
        briefs.Corpus.open(folder),
        None,
        locales=("en",),
        output=output,
        format="html",
        date=date(2026, 11, 22),
        scheduler=scheduler,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = small_corpus(tmp_path / "world")
    for country in COUNTRIES:
        if country != "KGZ":
            add_edition(home, ENGLISH, 2021, "en", country)
    return home


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, "list[subprocess.Popen[bytes]]"]]:
    """Start a scheduler and two workers; yield its address and the workers."""
    file = tmp_path / "scheduler.json"
    at_home = ("--host", "127.0.0.1", "--scheduler-file", str(file), "--no-dashboard")
    program = "from distributed.cli.dask_scheduler import main; main()"
    worker = "from distributed.cli.dask_worker import main; main()"
    ours = (sys.executable, "-c")
    processes = [subprocess.Popen([*ours, program, "--port", "0", *at_home])]
    try:
        while not file.exists():
            time.sleep(0.1)
        alone = ("--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path))
        command = [*ours, worker, *at_home, *alone]
        processes += [subprocess.Popen(command) for _ in range(2)]
        yield _address(file), processes[1:]
    finally:
        for process in processes:
            process.kill()
            process.wait(WAIT)


def _address(file: Path) -> str:
    found = json.loads(file.read_text("utf-8"))["address"]
    assert isinstance(found, str)
    return found


@pytest.mark.thorough
@pytest.mark.filterwarnings("default")
def test_a_cluster_makes_the_same_though_a_worker_is_killed(
    folder: Path,
    tmp_path: Path,
    cluster: tuple[str, "list[subprocess.Popen[bytes]]"],
) -> None:
    address, workers = cluster
    there = tmp_path / "cluster"

    def kill() -> None:
        while not list(there.rglob("*.html")):
            time.sleep(0.05)
        os.kill(workers[0].pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    came = made(folder, there, address)
    killer.join(WAIT)
    assert workers[0].wait(WAIT) == -signal.SIGKILL
    assert came.failed == ()
    here = tmp_path / "here"
    alone = made(folder, here, None)
    assert len(came.made) == len(alone.made) == 2 * len(COUNTRIES)
    for path in alone.made:
        other = there / path.relative_to(here)
        assert other.read_bytes() == path.read_bytes()


@pytest.mark.thorough
@pytest.mark.filterwarnings("default")
def test_where_no_scheduler_answers_the_call_says_so(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dask

    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1s"}),
        pytest.raises(DeliveryError, match="no scheduler answers"),
    ):
        made(folder, tmp_path, "tcp://127.0.0.1:9")
