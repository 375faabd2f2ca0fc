"""Put finished files in their place, whole or not at all."""

import errno
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from briefs.errors import DeliveryError

_HINTS = {
    errno.ENOSPC: "free some space, or choose another place with -o",
    errno.EDQUOT: "free some space, or choose another place with -o",
    errno.EACCES: "choose a folder you may write to with -o",
    errno.EPERM: "choose a folder you may write to with -o",
    errno.EROFS: "choose a folder you may write to with -o",
    errno.ENAMETOOLONG: "choose a shorter name with -o",
    errno.EISDIR: "name a file, or remove the folder",
}
_ELSEWHERE = "choose another place with -o"


def write_atomically(path: Path, data: bytes) -> Path:
    """Write a file so that a reader sees the old one or the new one, never a part.

    Return its path. Raise DeliveryError, leaving nothing behind, when it cannot be.
    """
    return write_all({path: data})[0]


def write_all(files: Mapping[Path, bytes]) -> list[Path]:
    """Write the files of one run; none is put in place before all are written.

    Missing folders are made. Return the paths in order. Raise DeliveryError, leaving
    nothing half-written behind, when one of them cannot be written.
    """
    with ExitStack() as leftovers:
        staged = {}
        for path, data in files.items():
            with _told(path):
                staged[path] = _stage(path, data, leftovers)
        for path, part in staged.items():
            with _told(path):
                part.replace(path)
    return list(files)


def _stage(path: Path, data: bytes, leftovers: ExitStack) -> Path:
    """Write the data beside its place, to be moved there or else removed."""
    if path.exists() and not path.is_file():
        raise IsADirectoryError(errno.EISDIR, "it is not a file")
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.parent / f".briefs-{secrets.token_hex(8)}.part"
    with part.open("xb") as file:
        leftovers.callback(part.unlink, missing_ok=True)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return part


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell a failure of the system in the user's words."""
    try:
        yield
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise DeliveryError(
            f"cannot write {path}, {reason}",
            hint=_HINTS.get(problem.errno or 0, _ELSEWHERE),
        ) from problem
