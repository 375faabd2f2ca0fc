"""Measure how work grows with the size of what it is given."""

import time
from collections.abc import Callable

_ROUNDS = 5


def growth(work: Callable[[int], object], size: int, times: int = 4) -> float:
    """Return how many times longer `work` takes for a size `times` as large.

    It is the processor's own time, the best of some rounds in turn, so that what else
    the machine does weighs on both alike.
    """
    spent = {size: float("inf"), times * size: float("inf")}
    for _ in range(_ROUNDS):
        for one in spent:
            start = time.process_time()
            work(one)
            spent[one] = min(spent[one], time.process_time() - start)
    return spent[times * size] / max(spent[size], 1e-4)
