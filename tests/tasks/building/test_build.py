"""Several briefs are made at once, and a worker that is ended loses nothing."""

import os
import signal
from datetime import date
from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.errors import RenderError
from briefs.tasks.building import build
from briefs.tasks.building.gather import Job
from briefs.tasks.building.wanted.request import Look, Request
from tests.make.shelf import small_corpus

TOPICS = ("torture", "women")


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Let two workers make two web pages; the first to begin is killed once."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    return [small_corpus(tmp_path / "corpus"), tmp_path / "out"]


def make_all(corpus: Path, out: Path) -> list[Path]:
    request = Request(
        topics=TOPICS,
        locales=("en",),
        day=date(2026, 11, 26),
        look=Look(format="html"),
        separate=True,
        output=f"{out}/",
    )
    return build.build(Corpus.open(corpus), request, lambda files, total: files)


def test_a_worker_that_is_killed_once_is_replaced(
    call: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, mark = build.make, tmp_path / "killed"

    def killed_once(job: Job) -> bytes:
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return make(job)

    monkeypatch.setattr(build, "make", killed_once)
    made = make_all(*call)
    assert [path.exists() for path in made] == [True, True]


def test_a_worker_that_is_killed_again_and_again_is_told(
    call: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(job: Job) -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return b""

    monkeypatch.setattr(build, "make", killed)
    with pytest.raises(RenderError, match="the system ended the process") as caught:
        make_all(*call)
    assert "torture" in caught.value.message
    assert not call[1].exists()
