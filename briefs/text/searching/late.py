"""Compile a regular expression when it is first looked for.

A language has hundreds of phrases, and most texts have need of few: to compile them all
takes longer than to read a report.
"""

from typing import Any, cast

import regex

FLAGS = regex.IGNORECASE | regex.VERSION0
"""Version 1 looks for letters that fold to several, too, and compiles twice as long."""


def late(source: str, flags: int = FLAGS) -> regex.Pattern[str]:
    """Return a pattern of a source that is known to be one."""
    return cast("regex.Pattern[str]", _Late(source, flags))


class _Late:
    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        compiled = regex.compile(self._source, self._flags)
        for way in ("search", "match", "fullmatch", "finditer", "pattern"):
            setattr(self, way, getattr(compiled, way))  # from now on without detour
        return getattr(compiled, name)
