"""Read files from outside: regular ones of a bounded size, no pipe and no device."""

import re
import stat
from pathlib import Path

from briefs.errors import BriefsError, Message, reason

TABLE = 8_000_000
"""The most bytes of a file that people write: settings, topics, ledgers, catalogs."""

SOURCE = 64_000_000
"""The most bytes of a report."""


def read_bytes(path: Path, error: type[BriefsError], most: int = TABLE) -> bytes:
    """Return the content of a regular file of at most so many bytes.

    Raises `error` when it is none, is larger, or cannot be read.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise error(
                Message("cannot read {file}: it is not a file", file=path),
                hint=Message("name a file"),
            )
        with path.open("rb") as file:
            content = file.read(most + 1)
    except (OSError, ValueError) as problem:
        raise error(
            Message(
                "cannot read {file}: {why}", file=_short(path), why=reason(problem)
            ),
            hint=Message("is it the right path, and may you read it?"),
        ) from problem
    if len(content) > most:
        raise error(
            Message(
                "cannot read {file}: it is larger than {size} MB",
                file=path,
                size=most // 1_000_000,
            ),
            hint=Message("is it the right file?"),
        )
    return content


def has_control(text: str) -> bool:
    """Tell whether a text holds a control character; tab and line ends are none."""
    return _CONTROL.search(text) is not None


def require_plain(text: str, path: Path, error: type[BriefsError]) -> None:
    """Raise `error`, with the line, where a file that people write is no plain text.

    Control characters steer terminals and break pages; see `has_control`.
    """
    if found := _CONTROL.search(text):
        raise error(
            Message(
                "{file}, line {line}: the control character U+{code} is no text",
                file=path,
                line=text.count("\n", 0, found.start()) + 1,
                code=f"{ord(found[0]):04X}",
            ),
            hint=Message("remove it"),
        )


def expanded(word: str, error: type[BriefsError]) -> Path:
    """Return the path that a word names, "~" being a home; raises `error` for none."""
    try:
        return Path(word).expanduser()
    except RuntimeError as problem:
        raise error(
            Message("{word} names the home of a user that there is not", word=word),
            hint=Message("write the path from / on"),
        ) from problem


def _short(path: Path) -> str:
    """Return a path for a message; one that no disk could hold is cut."""
    said = str(path)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


_LONGEST = 400
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
