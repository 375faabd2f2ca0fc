"""The user may stop a command while it loads what it needs."""

import importlib
import signal
import sys
import time
from pathlib import Path

import pytest

from briefs.cli import stopping
from briefs.errors import InterruptionError

LOADED = """\
import signal
signal.raise_signal(signal.SIGINT)
whole = True
"""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no clock of that kind")
def test_a_library_is_loaded_whole_before_a_command_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "loaded_halfway.py").write_text(LOADED, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGALRM)
    try:
        stopping.listen()
        with pytest.raises(InterruptionError):  # noqa: PT012
            loaded = importlib.import_module("loaded_halfway")
            assert loaded.whole
            time.sleep(5)
        assert "loaded_halfway" in sys.modules
    finally:
        signal.signal(signal.SIGINT, before[0])
        signal.signal(signal.SIGALRM, before[1])


def test_what_is_at_work_is_stopped_at_once() -> None:
    before = signal.getsignal(signal.SIGINT)
    try:
        stopping.listen()
        with pytest.raises(InterruptionError):
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
