"""Keep what was worked out from unchanged sources; losing it costs only time.

An entry is named by what it was made from, and stands in a folder named by the code
that made it. That name is a checksum of the package's own modules (read whole: a few
hundred kilobytes, two milliseconds; sizes and dates can lie after an update), of the
Python version and of the libraries installed beside it. So no entry outlives a change.
"""

import hashlib
import os
import re
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

from briefs.errors import CorpusError
from briefs.files import inputs, scratch

T = TypeVar("T")

_LIFETIME = 30 * 24 * 3600
_SEAL = 16


def digest(*parts: str | bytes) -> str:
    """Return a key for what was made from these parts, in their order."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8))
        total.update(data)
    return total.hexdigest()


def load(key: str, kind: str) -> bytes | None:
    """Return what was stored under a hexadecimal key, None when it is not there.

    A damaged entry, or one that somebody else may have put there, counts as not there.
    """
    place = _place(key, kind)
    if place is None:
        return None
    try:
        if not all(map(is_own, (place, *place.parents[:3]))):
            return None
        return unsealed(place.read_bytes())
    except OSError:
        return None


def store(key: str, kind: str, data: bytes) -> None:
    """Keep data under a hexadecimal key; where that is impossible, do nothing."""
    place = _place(key, kind)
    if place is None:
        return
    part = place.parent / f".{secrets.token_hex(8)}.part"
    try:
        _prepare(place)
        _sweep_parts(place.parent)
        with scratch.writing(part) as file:
            part.chmod(0o600)
            file.write(sealed(data))
        part.replace(place)
    except OSError:
        pass
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def own(name: str) -> Path | None:
    """Return a file of the user's own beside the entries, None where there is none.

    Its folder is made, and is trusted if nobody else may write to it.
    """
    home = folder()
    if home is None:
        return None
    place = home / _code_version() / "index" / name
    try:
        _prepare(place)
        return place if all(map(is_own, place.parents[:3])) else None
    except OSError:
        return None


def sealed(data: bytes) -> bytes:
    """Return data with a checksum before it."""
    return _seal(data) + data


def unsealed(content: bytes) -> bytes | None:
    """Return the data behind a checksum, None where they do not fit."""
    seal, data = content[:_SEAL], content[_SEAL:]
    return data if seal == _seal(data) else None


def remember(
    kind: str, form: type[T], parts: Iterable[str | bytes], make: Callable[[], T]
) -> T:
    """Return what was made from these parts before, or make it now and keep it.

    What `make` returns must depend on nothing but the parts and the code; `form` is its
    type, such as `tuple[Passage, ...]`. What is stored is data, never code: whatever
    stands in an entry, reading it does nothing but make values of that type.
    """
    key = digest(*parts)
    stored = load(key, kind)
    if stored is not None:
        with suppress(ValueError):
            return decoded(stored, form)
    made = make()
    store(key, kind, encoded(made))
    return made


def encoded(value: object) -> bytes:
    """Return dataclasses, texts, numbers, tables and lists of them as bytes."""
    import msgspec

    return msgspec.msgpack.encode(value, enc_hook=_name_of)


def decoded(data: bytes, form: type[T]) -> T:
    """Return what was encoded, of a type; raises ValueError for anything else."""
    import msgspec

    made: T = msgspec.msgpack.decode(data, type=form, dec_hook=_path)
    return made


def _name_of(value: object) -> str:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(type(value))


def _path(form: type, value: object) -> object:
    if issubclass(form, Path) and isinstance(value, str):
        return Path(value)
    raise TypeError(form)


def contents(files: Iterable[Path]) -> Iterator[str | bytes]:
    """Yield the path and the bytes of files, as parts of a key."""
    for file in files:
        yield str(file)
        try:
            yield inputs.read_bytes(file, CorpusError, inputs.SOURCE)
        except CorpusError:  # whoever reads it says so
            yield b""


def folder() -> Path | None:
    """Return the cache folder, None when there is none.

    `BRIEFS_CACHE` names it, or switches caching off with "off".
    """
    chosen = os.environ.get("BRIEFS_CACHE", "")
    if chosen == "off":
        return None
    try:
        if chosen:
            return Path(chosen).expanduser()  # a home that there is not: no cache
        if shared := os.environ.get("XDG_CACHE_HOME", ""):
            return Path(shared) / "briefs"
        home = Path.home()
    except RuntimeError:  # a user without a home
        return None
    caches = (
        home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"
    )
    return caches / "briefs"


def _place(key: str, kind: str) -> Path | None:
    if not (re.fullmatch(r"[0-9a-f]{16,}", key) and re.fullmatch(r"[a-z-]+", kind)):
        raise ValueError(f"not a cache key: {kind}/{key}")
    home = folder()
    return home / _code_version() / kind / key if home else None


def _prepare(place: Path) -> None:
    """Make the folders of an entry, for the user alone."""
    if not place.parent.is_dir():
        _sweep(place.parents[2])
        for folder in reversed(place.parents[:3]):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def is_own(path: Path) -> bool:
    """Say whether a file or folder is the user's, and nobody else may write to it."""
    found = path.stat()
    shared = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return found.st_uid == _user() and not (shared and os.name == "posix")


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0  # as `stat` says on Windows


def _seal(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SEAL).digest()


def _sweep(home: Path) -> None:
    """Remove what versions of the code that are no longer in use have left behind."""
    oldest = time.time() - _LIFETIME
    with suppress(OSError):
        for version in home.iterdir():
            ours = re.fullmatch(r"[0-9a-f]{16}", version.name)
            if ours and version.stat().st_mtime < oldest:
                shutil.rmtree(version, ignore_errors=True)


@cache
def _sweep_parts(folder: Path) -> None:
    """Remove parts of entries whose writers were ended, once in each process."""
    for part in folder.glob(".*.part"):
        if scratch.is_left(part):
            part.unlink(missing_ok=True)


@cache
def _code_version() -> str:
    """Name the code that makes the entries; a part that cannot be read is left out."""
    parts: list[str | bytes] = [sys.version, *sorted(_libraries())]
    package = Path(__file__).parents[1]
    for module in sorted(package.rglob("*.py")):
        with suppress(OSError):
            parts += [str(module.relative_to(package)), module.read_bytes()]
    return digest(*parts)[:16]


def _libraries() -> Iterator[str]:
    """Yield the installed distributions, such as "regex-2026.11.15.dist-info"."""
    for entry in sys.path:
        with suppress(OSError):
            yield from (path.name for path in Path(entry).glob("*.dist-info"))
