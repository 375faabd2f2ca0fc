"""Whoever stops a command waits for none of the processes that worked for it."""

import multiprocessing
import time
from pathlib import Path

import pytest

from briefs.tasks import workers

FORK = multiprocessing.get_context("fork")


def work(place: Path) -> None:
    place.touch()
    time.sleep(30)


def own(number: int) -> object:
    return workers.inherited[number]


def test_what_is_stopped_ends_its_processes_and_begins_nothing(tmp_path: Path) -> None:
    began = time.monotonic()
    places = [tmp_path / str(number) for number in range(20)]

    def stopped() -> None:
        with workers.pool(2, FORK) as pool:
            for place in places:
                pool.submit(work, place)
            while not places[0].exists():
                time.sleep(0.01)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    while multiprocessing.active_children():
        assert time.monotonic() - began < 20
        time.sleep(0.01)
    assert not places[-1].exists()


def test_processes_share_what_they_take_over() -> None:
    with workers.pool(2, FORK, "first", "second") as pool:
        assert list(pool.map(own, range(2))) == ["first", "second"]
