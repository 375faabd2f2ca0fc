"""Take what the page renderer complains about as errors of the page."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefs.errors import BriefsError, Message, RenderError
from briefs.files import guard
from briefs.render import assets


@contextmanager
def strictly(style: Path | None = None) -> Iterator[None]:
    """Turn what WeasyPrint fails at, or would only log, into a RenderError.

    While a `style` is read, the error names its file and the line.
    """
    complaints = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    try:
        with leniently():
            yield
    finally:
        logger.removeHandler(complaints)
    for one in complaints.messages:
        if _UNDRAWN.match(one):
            raise RenderError(
                Message("a picture, such as the logo, cannot be drawn: {why}", why=one),
                hint=Message("save it anew, as PNG, and without what it loads"),
            )
    if complaints.messages:
        raise RenderError(
            _unset("; ".join(_placed(one, style) for one in complaints.messages)),
            hint=Message("correct the template or the style"),
        )


@contextmanager
def leniently() -> Iterator[None]:
    """Turn what WeasyPrint fails at into a RenderError; what it only logs may be.

    The styles of a screen may ask for what only browsers know.
    """
    from weasyprint.urls import FatalURLFetchingError

    try:
        yield
    except FatalURLFetchingError as error:
        raise _unfetched(error) from error
    except (BriefsError, MemoryError):
        raise
    except Exception as error:  # sizes of nothing, endless imports, broken pictures
        raise RenderError(
            _unset(guard.reason(error)),
            hint=Message("correct the template or the style"),
        ) from error


def _unfetched(error: Exception) -> BriefsError:
    """Return why a page could not load something, for WeasyPrint says only what."""
    cause, address = error.__cause__, _FETCHED.search(str(error))
    file = address["address"].removeprefix(assets.BASE_URL) if address else str(error)
    if isinstance(cause, BriefsError):
        return cause
    if isinstance(cause, RecursionError):
        return RenderError(
            Message("{file} imports itself", file=file),
            hint=Message("correct the template or the style"),
        )
    return RenderError(
        Message("{file} is not part of the package", file=file),
        hint=Message("a page may load its own styles and fonts, and data: pictures"),
    )


_FETCHED = re.compile('"(?P<address>[^"]*)"')
_PLACE = re.compile(r" at (?P<line>\d+):\d+")


def _placed(complaint: str, style: Path | None) -> str:
    """Say in which file and line something is wrong, where the renderer tells it."""
    found = _PLACE.search(complaint)
    if style is None or found is None:
        return complaint
    what = _PLACE.sub("", complaint, count=1)
    place = Message("{file}, line {line}", file=style, line=found["line"])
    return f"{place}: {what}"


def _unset(problems: str) -> Message:
    return Message("the page cannot be set as written: {problems}", problems=problems)


_EMBEDDED = re.compile(r"(data:[\w/+.-]{0,40})[^\s'\")]*")
"""A picture that is part of the page, by what it is called in complaints."""

_UNDRAWN = re.compile("Failed to (?:render SVG|load) image")


class _Complaints(logging.Handler):
    """Collect what WeasyPrint warns about, each thing once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        message = _EMBEDDED.sub(r"\1 …", record.getMessage())
        # Without the library the fonts are cut down by another: slower, not worse.
        if "HarfBuzz-Subset" not in message:
            self.messages[message] = None
