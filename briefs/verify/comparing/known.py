"""Keep what was read of a brief made again, for the next file compared with it.

Of a folder of copies each is compared with the same brief. Its words are read once, and
of what its pages show a checksum is kept: a long brief takes little memory.
"""

import hashlib
from functools import lru_cache
from typing import Any

from briefs.verify.comparing import sheets

_GLANCE = 100 / 72

_KEPT = 8
"""Briefs that are remembered at once: copies of one brief often lie in turn."""


class Brief:
    """The words of each page of a brief, and checksums of what its pages show."""

    def __init__(self, pdf: bytes) -> None:
        """Read a file whose weight is known."""
        with sheets.opened(pdf) as document:
            self.words = words(document)
        self._glances: dict[int, str] = {}

    def is_seen_in(self, page: Any, own: Any, number: int) -> bool:
        """Tell whether a page is the same dot by dot, as repackaged pages are.

        `own` is the brief, opened; `number` is that of its page, from 0.
        """
        if number not in self._glances:
            self._glances[number] = _glance(sheets.upright(own, number))
        return _glance(page) == self._glances[number]


@lru_cache(maxsize=_KEPT)
def brief(pdf: bytes) -> Brief:
    """Return what is known of a brief, reading it where it was not read before."""
    return Brief(pdf)


def words(document: Any) -> list[list[str]]:
    """Return the words of each page of an opened file."""
    return [sheets.words(document, number) for number in range(len(document))]


def _glance(page: Any) -> str:
    """Return a checksum of the size of a page and of all its dots."""
    dots = page.render(scale=_GLANCE).to_numpy()
    return hashlib.sha256(repr(dots.shape).encode() + dots.tobytes()).hexdigest()
