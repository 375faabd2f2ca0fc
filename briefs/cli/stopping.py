"""Let the user stop a command at any moment, but in no library that is being loaded.

What is written in C++ has no way out of being loaded halfway: it ends the process.
"""

import signal
from types import FrameType

from briefs.errors import InterruptionError, Message

_SOON = 0.02
"""Seconds after which is seen whether all is loaded."""

_LOADING = "<frozen importlib._bootstrap>"


def listen() -> None:
    """End what is done with InterruptionError when the user stops the command."""
    signal.signal(signal.SIGINT, _stop)


def _stop(number: int, frame: FrameType | None) -> None:
    if _is_loading(frame) and hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _stop)
        signal.setitimer(signal.ITIMER_REAL, _SOON)
        return
    raise InterruptionError(Message("interrupted; nothing was written"))


def _is_loading(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename == _LOADING:
            return True
        frame = frame.f_back
    return False
