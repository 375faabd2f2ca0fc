"""Pass over a time zone that is none: no command asks what hour it is."""

import os
from collections.abc import MutableMapping
from pathlib import Path

_MAGIC = b"TZif"


def settle(env: MutableMapping[str, str]) -> None:
    """Take TZ away where it names a file that holds no time zone (RFC 8536).

    The C library reads it as UTC then; Babel cannot be loaded.
    """
    name = env.get("TZ", "").removeprefix(":")
    if name and os.path.lexists(name) and not _is_zone(Path(name)):
        del env["TZ"]


def _is_zone(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False
