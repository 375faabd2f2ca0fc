"""Hold what the program advises against the options that its commands have."""

import re
import shlex
from collections.abc import Iterator, Sequence
from functools import cache

import click
import typer

from briefs.cli import advice
from briefs.cli.app import app

_COMMAND = re.compile(r"`(briefs [^`]*)`")
_BELONGS = ("`briefs build`", "in the recipe:")
"""Words that say whose an option is, where it is not one of the command at work."""


@cache
def commands() -> click.Group:
    """Return all commands."""
    found = typer.main.get_command(app)
    assert isinstance(found, click.Group)
    return found


def assert_possible(words: Sequence[str], told: str) -> None:
    """Check that each option in the errors of a command is one that it has."""
    own = advice.options_of(_named(words)) | advice.options_of(commands())
    for line in told.splitlines():
        assert_possible_commands(line)
        if line.startswith("briefs: ") and not any(one in line for one in _BELONGS):
            said = line.rpartition(": ")[2]
            lacking = {*advice.options_in(said)} - own
            assert not lacking, f"{' '.join(words)[:80]}: {line}"


def assert_possible_commands(text: str) -> None:
    """Check that the commands in a text exist, with the options they are shown with."""
    for whole in _COMMAND.findall(text):
        command = _named(whole.split()[1:])
        own = advice.options_of(command)
        assert {*_options(whole)} <= own, whole
        if "{" not in whole:
            first = [word for word in whole.split()[1:2] if not word.startswith("-")]
            assert all(word in commands().commands for word in first), whole


def _options(whole: str) -> Iterator[str]:
    return (word.partition("=")[0] for word in shlex.split(whole) if word[:1] == "-")


def _named(words: Sequence[str]) -> click.Command:
    found: click.Command = commands()
    for word in words:
        below = found.commands if isinstance(found, click.Group) else {}
        if word in below:
            found = below[word]
    return found


def every() -> list[click.Command]:
    """Return all commands, those of groups, and what stands before them."""
    top = commands()
    groups = [one for one in top.commands.values() if isinstance(one, click.Group)]
    below = [command for group in groups for command in group.commands.values()]
    return [top, *top.commands.values(), *below]
