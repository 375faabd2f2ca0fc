"""Let what is printed arrive: where that is closed, full, or knows few letters."""

import os
import re
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper

import typer

from briefs.cli import language as interface
from briefs.errors import BriefsError, DeliveryError, Message, reason

_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)"
)
_LONGEST = 2000
_ENDLESS = re.compile(r"(\S{120})\S{140,}(\S{40})")
"""A word that nobody reads: what was given by mistake, or by malice."""


def prepare() -> None:
    """Get the streams ready; raises DeliveryError when standard output is closed.

    A number that is free would go to the next file that is opened, and what is printed
    would end in it. Letters that a terminal does not have are written as escapes.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stdin is None:  # whoever asks there gets no answer
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    if sys.stderr is None:  # nobody hears what is said or asked there
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if sys.stdout is None:
        raise DeliveryError(
            Message("standard output is closed"),
            hint=Message("send it to a file, or to /dev/null"),
        )


@contextmanager
def delivered() -> Iterator[None]:
    """See to it that all that was printed has left when a command ends.

    Raises DeliveryError where it cannot.
    """
    try:
        yield
    except SystemExit as end:
        if isinstance(end.__context__, OSError):  # Click's way to leave a broken pipe
            raise _unprinted(end.__context__) from None
        _send()
        raise
    _send()


def _send() -> None:
    try:
        sys.stdout.flush()
    except OSError as problem:
        raise _unprinted(problem) from problem


def _unprinted(problem: OSError) -> BriefsError:
    """Return that standard output took nothing more, as an error to be raised."""
    return DeliveryError(
        Message("cannot write to standard output, {why}", why=reason(problem))
    )


def fault(problem: OSError) -> BriefsError:
    """Return what the system refused, as an error to be raised."""
    frames = traceback.extract_tb(problem.__traceback__)
    if any(frame.name == typer.echo.__name__ for frame in frames):
        return _unprinted(problem)
    why = reason(problem)
    if problem.filename:
        told = Message(
            "cannot use {file}, {why}", file=str(problem.filename)[:200], why=why
        )
        return DeliveryError(told)
    return DeliveryError(Message("the system cannot go on, {why}", why=why))


def ended(error: Exception, language: str) -> SystemExit:
    """Tell what went wrong; return what ends the program with its exit code.

    What the system refuses is no fault of ours: it has a sentence too.
    """
    if isinstance(error, OSError):
        error = fault(error)
    elif isinstance(error, MemoryError):
        error = DeliveryError(
            Message("the machine has not enough memory for this"),
            hint=Message("free some memory, or make fewer briefs at once"),
        )
    if not isinstance(error, BriefsError):
        error = BriefsError(
            Message(
                "unexpected error, {what}; please report it",
                what=f"{type(error).__name__}: {error}",
            )
        )
    try:
        told = interface.told(error, language)
    except Exception:  # the catalog itself may be what is wrong
        told = str(error)
    tell(f"briefs: {told}")
    return SystemExit(error.exit_code)


def echo(text: object, *, err: bool = False, nl: bool = True) -> None:
    r"""Print a text, a path or JSON; nothing else in `cli` prints.

    What is shown may come from anywhere: it does not steer the terminal. A character
    that would is written as "\u001b", which JSON reads as that character.
    """
    typer.echo(_harmless(str(text)), err=err, nl=nl)


def _harmless(text: str) -> str:
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def tell(text: str) -> None:
    """Print what went wrong on standard error, as far as that is possible."""
    with suppress(OSError, ValueError):
        echo(legible(text), err=True)


def legible(text: str) -> str:
    """Return what went wrong so that what is filled in does not fill the screen."""
    shown = _ENDLESS.sub(r"\1…\2", _harmless(text))
    if len(shown) > _LONGEST:
        shown = f"{shown[: _LONGEST // 2]} … {shown[-_LONGEST // 2 :]}"
    return shown


def close() -> None:
    """Drop what cannot be printed, which Python would try again at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
