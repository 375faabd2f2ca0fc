"""Give processes that work beside this one, and end them when it is stopped."""

import ctypes
import multiprocessing
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.context import BaseContext


@contextmanager
def pool(
    workers: int, context: BaseContext, *taken: object
) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of processes that have `taken` over what they are to share.

    Where what is done with it ends early, nothing that waits is begun, and what is
    being made is given up: whoever stops a command waits for no brief.
    """
    before = {*multiprocessing.active_children()}
    found = ProcessPoolExecutor(workers, context, _begin, taken)
    try:
        yield found
    except BaseException:
        found.shutdown(wait=False, cancel_futures=True)
        for child in {*multiprocessing.active_children()} - before:
            child.terminate()
        raise
    found.shutdown()


inherited: list[object] = []
"""What this process has taken over, as a fork does without copying."""


def _begin(*taken: object) -> None:
    """Begin as a process of a pool: it ends with its parent, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it, and ends all
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    inherited.extend(taken)


_PR_SET_PDEATHSIG = 1
"""prctl(2): which signal a process gets when its parent ends."""
