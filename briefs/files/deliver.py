"""Put finished files in their place, whole or not at all."""

import errno
import os
import secrets
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from briefs.errors import DeliveryError, Message, reason
from briefs.files import scratch

_PLACE = "-o"
"""The option that says where to write; a command may call it otherwise."""

_SPACE = Message("free some space, or choose another place with {option}")
_WRITABLE = Message("choose a folder you may write to with {option}")
_HINTS = {
    errno.ENOSPC: _SPACE,
    errno.EDQUOT: _SPACE,
    errno.EFBIG: _SPACE,
    errno.EACCES: _WRITABLE,
    errno.EPERM: _WRITABLE,
    errno.EROFS: _WRITABLE,
    errno.ENAMETOOLONG: Message("choose a shorter name with {option}"),
    errno.EISDIR: Message("name a file, or remove the folder"),
}
_ELSEWHERE = Message("choose another place with {option}")
_PART = ".briefs-{}.part"
_LONGEST = 300


def write_atomically(path: Path, data: bytes) -> Path:
    """Write a file so that a reader sees the old one or the new one, never a part.

    Return its path. Raise DeliveryError, leaving nothing behind, when it cannot be.
    """
    return write_all({path: data})[0]


def write_all(files: Mapping[Path, bytes], *, option: str = _PLACE) -> list[Path]:
    """Write the files of one run; none is put in place before all are written.

    `option` is the one by which another place is chosen. Missing folders are made. A
    file that is replaced lends its rights to the new one, and a link stays a link.
    Return the paths in order. Raise DeliveryError, leaving nothing half-written behind,
    when one of them cannot be written.
    """
    require_straight(files)
    with ExitStack() as leftovers:
        staged = {}
        for path, data in files.items():
            with _failing_plainly(path, option):
                staged[path] = _stage(_real(path), data, leftovers)
        for path, part in staged.items():
            with _failing_plainly(path, option):
                part.replace(_real(path))
    return list(files)


def _real(path: Path) -> Path:
    """Return where a file stands, behind the links that lead to it.

    Raises DeliveryError for a link to no file: a new one is made where it is named.
    """
    if not path.is_symlink():
        return path
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError) as problem:  # it may lead to itself
        raise leads_nowhere(path) from problem


def leads_nowhere(link: Path) -> DeliveryError:
    """Return the error that a link stands at a destination and leads to no file."""
    return DeliveryError(
        Message("cannot write {file}: the link leads nowhere", file=link),
        hint=Message(_ELSEWHERE.template, option=_PLACE),
    )


def _stage(path: Path, data: bytes, leftovers: ExitStack) -> Path:
    """Write the data beside its place, to be moved there or else removed."""
    if path.exists() and not path.is_file():
        raise IsADirectoryError(errno.EISDIR, "it is not a file")
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path.parent)
    part = path.parent / _PART.format(secrets.token_hex(8))
    descriptor = scratch.held(part)
    leftovers.callback(part.unlink, missing_ok=True)
    leftovers.callback(os.close, descriptor)
    with os.fdopen(descriptor, "wb", closefd=False) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileNotFoundError):
        part.chmod(stat.S_IMODE(path.stat().st_mode))
    return part


def _sweep(folder: Path) -> None:
    """Remove parts of files whose writers were ended before they could."""
    for part in folder.glob(_PART.format("*")):
        if scratch.is_left(part):
            part.unlink(missing_ok=True)


@contextmanager
def _failing_plainly(path: Path, option: str) -> Iterator[None]:
    """Tell a failure of the system in the user's words."""
    try:
        yield
    except (OSError, ValueError) as problem:
        shown = str(path)
        if len(shown) > _LONGEST:
            shown = f"{shown[:_LONGEST]}…"
        hint = _HINTS.get(getattr(problem, "errno", None) or 0, _ELSEWHERE)
        raise DeliveryError(
            Message("cannot write {file}, {why}", file=shown, why=reason(problem)),
            hint=Message(hint.template, option=option),
        ) from problem


def require_straight(places: Iterable[Path]) -> None:
    """Raise DeliveryError where the way to a place leads out of the current folder.

    That folder may have been sent, with links in it to what is the user's own. Whoever
    names a place from the root of the system means it.
    """
    for place in places:
        for folder in place.parents:
            if not place.is_absolute() and _leads_out(folder):
                raise DeliveryError(
                    Message("{folder} is a link to another folder", folder=folder),
                    hint=Message("name that folder itself"),
                )


def _leads_out(folder: Path) -> bool:
    if not folder.is_symlink():
        return False
    try:
        return not folder.resolve().is_relative_to(Path.cwd().resolve())
    except (OSError, RuntimeError):  # it may lead to itself: told when it is written to
        return False


def require_free(files: Mapping[Path, bytes]) -> None:
    """Raise DeliveryError where another file stands in a place; the same may."""
    for place, content in files.items():
        if place.is_file() and not _holds(place, content):
            raise DeliveryError(
                Message("{file} is there already, and is another file", file=place),
                hint=Message(_ELSEWHERE.template, option=_PLACE),
            )


def _holds(place: Path, content: bytes) -> bool:
    try:
        same = place.stat().st_size == len(content)
        return same and place.read_bytes() == content
    except OSError:
        return False
