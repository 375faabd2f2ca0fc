"""Say what the program tells along the way, in the language of the user."""

import logging
from collections.abc import Callable

from briefs.errors import Message


def listen(say: Callable[[Message], None]) -> None:
    """Have `say` said all that is told from now on."""
    logger = logging.getLogger("briefs")
    logger.handlers = [_Speaker(say)]
    logger.propagate = False


class _Speaker(logging.Handler):
    def __init__(self, say: Callable[[Message], None]) -> None:
        super().__init__(logging.WARNING)
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        """Say a message."""
        if isinstance(record.msg, Message):
            self._say(record.msg)
