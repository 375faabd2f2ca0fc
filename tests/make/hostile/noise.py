"""Break texts, bytes and files as accident and malice break them."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

LETTERS = (
    "\x00",
    "\x07",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\u00ad",
    "\u200b",
    "\u200c",
    "\u2060",
    "\ufeff",
    "\u200e",
    "\u2066",
    "\u202e",
    "\ufb01",
    "\ufffe",
    "\uffff",
    "\ue000",
    "\U000e0041",
    "\U0010fffd",
    "\u2028",
    "\u0301" * 40,
    "\u0cb0\u0ccd",
    "\u1680",
    "\u3164",
    "е\u0301",
    "\u212b",
)
"""What PDF extraction, editors and pranksters leave between letters."""

WORDS = (
    "",
    " ",
    "-",
    "--help",
    "../../secret.txt",
    "/dev/zero",
    "/dev/stdin",
    "~nosuch/x",
    "~",
    "$(touch x)",
    "`id`",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://[::1",
    "http://169.254.169.254/",
    "file:///etc/passwd",
    "{0.__class__}",
    "{year!r:>999999999}",
    "{",
    "}",
    "%s%n",
    "%(count)d",
    "{{ 7*7 }}",
    "{% for x in range(9) %}",
    "<script>alert(1)</script>",
    "<style>*{display:none}</style>",
    "</title>",
    "a" * 300,
    "к" * 5000,
    "9" * 4301,
    "-1",
    "0",
    "1e999",
    "nan",
    "NaN",
    "१२३",
    "²",
    "١٩٩٩",
    "null",
    "true",
    "[]",
    "=cmd|' /C calc'!A0",
    "con",
    "a/b",
    "a\\b",
    ".",
    "..",
    "(" * 200,
    "(a+)+$",
    "&&&",
    "~ ~",
    "a ~ ~ b",
    "?",
    "|",
    "+++",
    "/",
    "a/",
    "torture",
    "hrr-2020-kgz-en",
)
"""Words that mean something to a shell, a format, a path or a parser."""


def text(random: Random, longest: int = 60) -> str:
    """Return a text of any letters."""
    kinds: Sequence[Callable[[], str]] = (
        lambda: random.choice(WORDS),
        lambda: random.choice(LETTERS),
        lambda: chr(random.choice((random.randrange(0x20, 0xD800), 0x1F600))),
        lambda: random.choice("абвгдежзийклмнңоөпрстуү ,.-—«»“”0123456789"),
        lambda: random.choice("abcdefgh \t\n\"'\\=[]{}#:;|"),
    )
    return "".join(random.choice(kinds)() for _ in range(random.randrange(1, longest)))


def disturbed(random: Random, source: str) -> str:
    """Return a text with some of it cut out, doubled, moved or replaced."""
    found = source
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        start = random.randrange(len(found) + 1)
        end = min(len(found), start + random.choice((0, 1, 2, 8, 40, 400)))
        piece = random.choice(
            (
                "",
                found[start:end] * random.choice((2, 3, 50)),
                random.choice(WORDS),
                random.choice(LETTERS),
                text(random, 20),
                found[: random.randrange(len(found) + 1)][-80:],
            )
        )
        found = found[:start] + piece + found[end:]
    return found


def broken(random: Random, source: bytes) -> bytes:
    """Return bytes of which some are flipped, cut away, doubled or strange."""
    found = bytearray(source)
    for _ in range(random.choice((1, 1, 2, 4, 16, 64))):
        start = random.randrange(len(found) + 1)
        how = random.randrange(6)
        if how == 0 and found:
            found[min(start, len(found) - 1)] ^= 1 << random.randrange(8)
        elif how == 1:
            del found[start : start + random.choice((1, 4, 64, 1024))]
        elif how == 2:
            found[start:start] = found[start : start + 64] * 2
        elif how == 3:
            found[start:start] = random.randbytes(random.choice((1, 4, 32)))
        elif how == 4 and random.random() < 0.2:
            del found[start:]
        else:
            found[start:start] = random.choice((b"\0", b"\xff\xfe", b"\xed\xa0\x80"))
    return bytes(found)


def spoiled(random: Random, source: bytes) -> bytes:
    """Return the content of a text file, spoiled as a text, as bytes or in encoding."""
    how = random.random()
    if how < 0.6:
        return disturbed(random, source.decode("utf-8", "replace")).encode(
            "utf-8", "surrogatepass"
        )
    if how < 0.85:
        return broken(random, source)
    decoded = source.decode("utf-8", "replace")
    return random.choice(
        (
            decoded.encode("utf-16"),
            decoded.encode("cp1251", "replace"),
            decoded.encode("utf-8-sig"),
            b"",
            b"\0" * 4096,
            random.randbytes(2048),
            source.replace(b"\n", b"\r"),
            source.replace(b"\n", b"\r\n"),
        )
    )


def spoil_one(random: Random, folder: Path) -> None:
    """Spoil one of the files of a folder, where it stands."""
    path = random.choice(sorted(file for file in folder.rglob("*") if file.is_file()))
    path.write_bytes(spoiled(random, path.read_bytes()))


def replaced(random: Random, path: Path) -> None:
    """Put something that is no common file in the place of one."""
    if path.exists() or path.is_symlink():
        path.unlink()
    how: Sequence[Callable[[], None]] = (
        lambda: os.mkfifo(path),
        path.mkdir,
        lambda: path.symlink_to("/dev/zero"),
        lambda: path.symlink_to("/dev/tty"),
        lambda: path.symlink_to(path.name),
        lambda: path.symlink_to("nowhere"),
        lambda: path.symlink_to(Path.cwd().root),
        lambda: os.truncate(_touched(path), 5_000_000_000),
        lambda: None,
    )
    random.choice(how)()


def outside(path: Path, place: Path) -> None:
    """Let a path lead to the secret beside the arena."""
    if path.exists():
        path.unlink()
    path.symlink_to(place.parent / "secret.txt")


def _touched(path: Path) -> Path:
    path.touch()
    return path
