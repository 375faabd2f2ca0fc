"""Load the page renderer, or say what the machine lacks."""

import ctypes.util
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from briefs.errors import Message, RenderError
from briefs.render import postponed

_RARELY = 100_000
"""New objects after which Python looks for garbage, in place of its own 700."""


def load() -> Any:
    """Import WeasyPrint; raise RenderError when a library it needs is missing.

    A page is one large tree that lives until it is written: looking for garbage in it
    all the time finds none, and takes a fifteenth of the time of a brief.
    """
    gc.set_threshold(_RARELY)
    try:
        with _without_search(), postponed.fonttools():
            import weasyprint
    except OSError as error:
        raise RenderError(
            Message("the text layout library cannot be loaded ({error})", error=error),
            hint=Message(
                "install Pango: {command}",
                command="apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
                "libharfbuzz-subset0",
            ),
        ) from error
    return weasyprint


@contextmanager
def _without_search() -> Iterator[None]:
    """Let libraries be loaded by their exact names only, where that suffices.

    WeasyPrint tries names of other systems first, and for each of them Python asks the
    linker and the compiler: 0.2 seconds for nothing on Linux.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search
