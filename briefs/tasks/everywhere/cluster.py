"""Make many briefs on the machines of a Dask cluster.

Each worker has this version of the tool and sees the corpus under the same path. The
scheduler gives the briefs of a worker that died to another one.
"""

import logging
from collections.abc import Iterator, Sequence
from typing import Any

from briefs.errors import DeliveryError, ExitCode, Message, UsageError
from briefs.tasks.everywhere.making import Failure, Order, make, unexpected
from briefs.tasks.everywhere.pool import Outcome

_LEFT = ("cancelled", "lost")
"""What Dask calls a task of which no scheduler knows any more."""

_DEATHS = 3
"""Workers that may die over one brief before it counts as failed."""


def made(orders: Sequence[Order], address: str) -> Iterator[Outcome]:
    """Yield what comes of each order, as soon as it is there.

    Raises UsageError where Dask is not installed, DeliveryError where no scheduler
    answers at the address.
    """
    try:
        import distributed
    except ImportError:
        raise UsageError(
            Message("--scheduler needs Dask, which is not installed"),
            hint=Message("run `pip install 'briefs[cluster]'`"),
        ) from None
    try:
        library: Any = distributed  # half of it has no types
        client = library.Client(address)
    except (OSError, ValueError) as problem:
        raise DeliveryError(
            Message("no scheduler answers at {address}", address=address),
            hint=Message("start one with `dask scheduler`"),
        ) from problem
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # we tell what fails
    with client:
        futures = {
            client.submit(make, order, pure=False, retries=_DEATHS): nth
            for nth, order in enumerate(orders)
        }
        for future in library.as_completed(futures):
            nth = futures[future]
            if future.status == "finished":
                yield nth, future.result()
            elif future.status in _LEFT:
                lost = Message("the scheduler at {address} was lost", address=address)
                yield nth, Failure(orders[nth].task.name, lost, ExitCode.DELIVERY)
            else:
                what = repr(future.exception())
                yield nth, unexpected(orders[nth].task.name, what)
            future.release()
