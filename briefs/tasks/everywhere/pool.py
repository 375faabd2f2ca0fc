"""Make many briefs in the processes of this machine."""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext

from briefs.errors import ExitCode, Message
from briefs.render import layout
from briefs.tasks import workers
from briefs.tasks.everywhere.making import Failure, Files, Order, make

Outcome = tuple[int, Files | Failure]
"""The number of an order, and what came of it."""


def made(orders: Sequence[Order]) -> Iterator[Outcome]:
    """Yield what comes of each order, as soon as it is there.

    Where the system ends a process, all that is left is begun once more, and then one
    by one: so a brief that is too much for the machine fails alone.
    """
    context = _context()
    if context is None or len(orders) < _FEWEST:
        yield from ((nth, make(order)) for nth, order in enumerate(orders))
        return
    layout.prepare(orders[0].task.request.look.folder)
    left = dict(enumerate(orders))
    for _ in range(_TRIES):
        for nth, outcome in _round(left, context):
            del left[nth]
            yield nth, outcome
        if not left:
            return
    for nth, order in left.items():
        alone = dict(_round({nth: order}, context))
        yield nth, alone.get(nth) or _ended(order)


_TRIES = 2
_FEWEST = 2


def _round(left: dict[int, Order], context: BaseContext) -> Iterator[Outcome]:
    """Yield what is made of some orders until all are, or a process is ended."""
    with workers.pool(min(len(left), os.cpu_count() or 1), context) as pool:
        futures = {pool.submit(make, order): nth for nth, order in left.items()}
        for future in as_completed(futures):
            if isinstance(future.exception(), BrokenProcessPool):
                continue
            yield futures[future], future.result()


def _ended(order: Order) -> Failure:
    told = Message("the system ended the process that made it")
    return Failure(order.task.name, told, ExitCode.RENDER)


def _context() -> BaseContext | None:
    """Return what forks processes: they share the renderer and the fonts; else None."""
    forks = "fork" in multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork") if forks else None
