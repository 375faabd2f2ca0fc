"""Ask the user's index, and do without where it is of no use."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from briefs.files import cache
from briefs.files.database import DamageError, Index

T = TypeVar("T")

NAME = "index.sqlite"
_CIRCUMSTANCES = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_READONLY,
}
"""What is wrong with the machine and not with the file."""


def answered(question: Callable[[Index], T]) -> T:
    """Put a question to the user's index, and to one in memory where that is of no use.

    A damaged file is removed, and the question put once more.
    """
    for _ in range(2):
        place = _place()
        if place is None:
            break
        try:
            return question(Index(place))
        except (sqlite3.Error, DamageError) as problem:
            if not _is_damage(problem):
                break
            _remove(place)
    index = Index(None)
    try:
        return question(index)
    finally:
        index.close()


@contextmanager
def alone(index: Index) -> Iterator[None]:
    """Wait until no other process fills the index, where the system can tell."""
    place = index.place
    try:
        import fcntl
    except ImportError:  # Windows: both work, and the first to end is kept
        place = None
    if place is None:
        yield
        return
    with place.with_suffix(".lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _is_damage(problem: Exception) -> bool:
    return getattr(problem, "sqlite_errorcode", 0) & 0xFF not in _CIRCUMSTANCES


def _place() -> Path | None:
    """Return the user's file, which nobody else may write; None where there is none."""
    place = cache.own(NAME)
    if place is None:
        return None
    try:
        place.touch(mode=0o600)
        beside = (_beside(place, end) for end in ("-wal", "-shm"))
        mine = [place, *(file for file in beside if file.exists())]
        return place if all(map(cache.is_own, mine)) else None
    except OSError:
        return None


def _remove(place: Path) -> None:
    for file in (place, _beside(place, "-wal"), _beside(place, "-shm")):
        with suppress(OSError):
            file.unlink()


def _beside(place: Path, end: str) -> Path:
    return place.with_name(place.name + end)
