"""Bound what it takes to set a page: a style may ask for one that has no end."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from briefs.errors import Message, RenderError

SECONDS = 5.0
"""Seconds of a processor that any page may take; most are set in one or two."""

SECONDS_A_TAG = 0.008
"""Seconds besides for each tag of the page, some five times what our designs need."""

MEMORY = 700_000_000
"""Bytes that setting one page may add to the memory of the process."""

_EVERY = 0.25
"""Seconds of a processor between two looks at time and memory."""


_AGAIN = 8


class _Endless(BaseException):
    """Time or memory is used up. No `except Exception` of a library holds it up."""


@contextmanager
def bounded(tags: int) -> Iterator[None]:
    """Set a page of so many tags inside; raise RenderError for one without an end.

    Only the main thread of a process can be called back; in any other, and where the
    system has no such clock, nothing is bounded.
    """
    main = threading.current_thread() is threading.main_thread()
    if not (main and hasattr(signal, "setitimer")) or signal.getitimer(_CLOCK)[0]:
        yield
        return
    left = (SECONDS + SECONDS_A_TAG * tags) / _EVERY
    most = _memory() + MEMORY

    def look(number: int, frame: FrameType | None) -> None:
        nonlocal left
        left -= 1
        if left < 0 or _memory() > most:
            left = _AGAIN  # a library that swallowed it hears it again
            raise _Endless

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(_CLOCK, _EVERY, _EVERY)
    try:
        yield
    except _Endless:
        raise RenderError(
            Message("setting the page takes more time or memory than a page may take"),
            hint=Message(
                "look for sizes, columns or repetitions without an end in the "
                "template or the style"
            ),
        ) from None
    finally:
        signal.setitimer(_CLOCK, 0)
        signal.signal(signal.SIGPROF, before)


_CLOCK = getattr(signal, "ITIMER_PROF", 0)


def _memory() -> int:
    """Return the bytes of memory that this process holds, its peak where need be."""
    import resource

    with suppress(OSError):  # Linux
        pages = Path("/proc/self/statm").read_text("ascii").split()[1]
        return int(pages) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
