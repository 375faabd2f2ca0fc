"""Take what the page renderer complains about as errors of the page."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefs.errors import BriefsError, Message, RenderError


@contextmanager
def strictly(style: Path | None = None) -> Iterator[None]:
    """Turn what WeasyPrint would only log into a RenderError.

    While a `style` is read, the error names its file and the line.
    """
    from weasyprint.urls import FatalURLFetchingError

    complaints = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    try:
        yield
    except FatalURLFetchingError as error:
        raise RenderError(
            Message("{file} is not part of the package", file=error),
            hint=Message(
                "a page may load its own styles and fonts, and data: pictures"
            ),
        ) from error
    except (BriefsError, MemoryError):
        raise
    except Exception as error:  # sizes of nothing, endless imports, broken pictures
        raise RenderError(
            _unset(f"{type(error).__name__}, {str(error)[:200]}"),
            hint=Message("correct the template or the style"),
        ) from error
    finally:
        logger.removeHandler(complaints)
    if complaints.messages:
        raise RenderError(
            _unset("; ".join(_placed(one, style) for one in complaints.messages)),
            hint=Message("correct the template or the style"),
        )


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


class _Complaints(logging.Handler):
    """Collect what WeasyPrint warns about, each thing once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        message = record.getMessage()
        # Without the library the fonts are cut down by another: slower, not worse.
        if "HarfBuzz-Subset" not in message:
            self.messages[message] = None
