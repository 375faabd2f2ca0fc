"""A page without an end is refused in time, and others are set as ever."""

import signal

import pytest

from briefs.errors import RenderError
from briefs.render import patience


def endless() -> None:
    held = []
    while True:
        try:
            held.append(bytes(1000))
        except Exception:  # as libraries do, around all they call
            continue


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no clock of that kind")
def test_what_has_no_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "SECONDS", 0.0)
    before = signal.getsignal(signal.SIGPROF)
    with pytest.raises(RenderError, match="more time or memory"), patience.bounded(0):
        endless()
    assert signal.getsignal(signal.SIGPROF) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_a_long_page_has_more_time_than_a_short_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(patience, "SECONDS", 0.0)
    monkeypatch.setattr(patience, "SECONDS_A_TAG", 1.0)
    with patience.bounded(1000):
        sum(range(10_000_000))


def test_memory_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "MEMORY", 1_000_000)
    with pytest.raises(RenderError, match="memory"), patience.bounded(1000):
        endless()
