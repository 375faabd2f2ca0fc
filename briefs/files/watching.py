"""Let somebody watch how long work takes that is done piece by piece."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

Piece = TypeVar("Piece")


class Watch(Protocol):
    """Passes finished pieces on, and tells the user how many of all there are."""

    def __call__(self, pieces: Iterable[Piece], total: int, /) -> Iterable[Piece]:
        """Return the pieces, one by one, as each is made; `total` is their number."""


def unwatched(pieces: Iterable[Piece], total: int, /) -> Iterable[Piece]:
    """Pass pieces on, and tell nobody."""
    return pieces
