"""Work in a folder that is gone afterwards, even where the one before was killed.

The folder of a living process is locked by it; what nobody locks was left behind by one
that was ended, and is removed by the next.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_PREFIX = "briefs-"
_LOCK = ".lock"


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder for the time of a `with`; raises OSError where there is no room."""
    place, lock = _made()
    try:
        yield place
    finally:
        os.close(lock)
        shutil.rmtree(place, ignore_errors=True)


def lasting() -> Path:
    """Give a folder that whoever asks for it removes; raises OSError without room."""
    return _made()[0]


def _made() -> tuple[Path, int]:
    """Return a new folder and what locks it, as long as this process lives."""
    home = Path(tempfile.gettempdir())
    _sweep(home)
    place = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=home))
    return place, held(place / _LOCK)


def held(path: Path) -> int:
    """Open a new file and lock it until its descriptor is closed; return that."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
    _lock(descriptor)
    return descriptor


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """Give a new file to write to, locked for the time of a `with`."""
    descriptor = held(path)
    try:
        with os.fdopen(descriptor, "wb", closefd=False) as file:
            yield file
    finally:
        os.close(descriptor)


def is_left(path: Path) -> bool:
    """Say whether a file that `held` made was left by a process that is no more."""
    try:
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        return _lock(descriptor)
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    """Lock a file; say whether that was possible. It never is on Windows."""
    try:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True


def _sweep(home: Path) -> None:
    """Remove the user's folders that ended processes left behind."""
    with suppress(OSError):
        for place in home.glob(f"{_PREFIX}*"):
            mine = place.lstat().st_uid == _user()
            if mine and not place.is_symlink() and is_left(place / _LOCK):
                shutil.rmtree(place, ignore_errors=True)


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0  # as `stat` says on Windows
