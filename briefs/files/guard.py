"""Stand between our code and libraries that read what a stranger wrote.

A library may raise anything on data it was not made for. At the boundary of a stage
that becomes one sentence about the file; only a mistake of our own goes further.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from briefs.errors import BriefsError, Message

_LONGEST = 200
_OBJECT = re.compile(r"(?:stream )?<[\w.]+ object at 0x[0-9a-f]+>:? ?")
"""What libraries call a file that has no name for them."""


@contextmanager
def guarded(
    error: type[BriefsError], told: Message, hint: Message | None = None
) -> Iterator[None]:
    """Turn whatever is raised inside into `error`, with the reason after `told`."""
    try:
        yield
    except (BriefsError, MemoryError):
        raise
    except Exception as problem:
        raise error(
            Message("{told}, {why}", told=told, why=reason(problem)), hint=hint
        ) from problem


def reason(problem: Exception) -> str:
    """Return in a few words of one line what a library complained about."""
    said = _OBJECT.sub("", " ".join(str(problem).split())) or type(problem).__name__
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
