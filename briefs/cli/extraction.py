"""Find what the program says to its user, for `pybabel extract` and the tests.

Errors and lines are a `Message` where they arise, which Babel finds by that name; help
is asked of the commands themselves. All of it has the context "program".
"""

from collections.abc import Collection, Iterator, Mapping
from string import Formatter
from typing import IO, Any

from briefs.i18n.locale import PROGRAM

CLICK = (
    "Usage:",
    "Options",
    "Arguments",
    "Commands",
    "required",
    "default: {default}",
    "Show this message and exit.",
    "Try '{command} {option}' for help.",
    "Error: {message}",
    "Missing argument",
    "Missing option",
    "Missing command.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "No such option {name!r}.",
    "No such command {name!r}.",
    "Did you mean {possibility}?",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    (
        "Got unexpected extra argument ({args})",
        "Got unexpected extra arguments ({args})",
    ),
    (
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
    ),
)
"""What Click says of its own accord, and takes from our catalog."""

_MESSAGE = "Message"
_HERE = "briefs.cli.extraction"
"""What only this file has in it; where it is met, the help of the commands is told."""


def extract(
    file: IO[bytes],
    keywords: Collection[str],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Any]:
    """Yield the messages of a Python file: an extraction method for Babel."""
    from babel.messages.extract import extract_python

    # Babel's own types are narrower than what it passes on.
    source_file: Any = file
    chosen: Any = options
    wanted: Any = {*keywords, _MESSAGE}
    found: Any
    for line, function, found, comments in extract_python(
        source_file, wanted, comment_tags, chosen
    ):
        if function == _MESSAGE:
            text = found[0] if isinstance(found, tuple | list) and found else found
            if text and has_words(text):
                yield line, "pgettext", (PROGRAM, text), comments
        else:
            yield line, function, found, comments
    file.seek(0)
    if f'_HERE = "{_HERE}"' in file.read().decode("utf-8"):
        yield from _click()


def has_words(template: str) -> bool:
    """Tell whether there is anything to translate beside the fields of a template."""
    words = "".join(text for text, *_ in Formatter().parse(template))
    return any(letter.isalpha() for letter in words)


def _click() -> Iterator[Any]:
    """Yield what Click says of its own accord, and the help of every command."""
    import typer

    from briefs.cli.app import app

    for message in CLICK:
        plural = isinstance(message, tuple)
        yield 1, "ngettext" if plural else "gettext", message, []
    for text in dict.fromkeys(_help(typer.main.get_command(app))):
        yield 1, "pgettext", (PROGRAM, text), []


def _help(command: Any) -> Iterator[str]:
    """Yield the help of a command, its options and its subcommands."""
    if command.help:
        yield command.help
    for parameter in command.params:
        if getattr(parameter, "help", None):
            yield parameter.help
    for subcommand in getattr(command, "commands", {}).values():
        yield from _help(subcommand)
