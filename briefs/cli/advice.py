"""Advise of no option that the command at work does not have."""

from collections.abc import Collection
from typing import Any

import regex

from briefs.errors import BriefsError, Message

_NAMED = regex.compile(r"(?<![\w`-])--?[a-z][a-z-]*(?=[\s,;.)]|$)")
_COMMAND = regex.compile(r"`[^`]*`")
_ELSEWHERE = Message("{advice} (an option of `briefs build`)")
_WRITTEN = Message("{advice} (in the recipe: its key of that name)")


def attend(command: Any, above: frozenset[str] = frozenset()) -> None:
    """Have a Click command and its subcommands advise of options that they have.

    Those `above` stand before the subcommand.
    """
    own = above | options_of(command)
    for subcommand in getattr(command, "commands", {}).values():
        if hasattr(subcommand, "commands"):
            attend(subcommand, own)
        else:
            subcommand.invoke = _Attentive(subcommand, own)


def fitted(
    error: BriefsError, options: Collection[str], *, recipe: bool = False
) -> BriefsError:
    """Return an error whose advice says where an option is that is not at hand.

    Some commands do a part of what `briefs build` does, and have few of its options;
    what a recipe is made by is written in it.
    """
    if error.advice and {*options_in(str(error.advice))} - {*options}:
        where = _WRITTEN if recipe else _ELSEWHERE
        error.advice = Message(where.template, advice=error.advice)
    return error


def options_in(advice: str) -> list[str]:
    """Return the options that an advice names, not those of whole commands in it."""
    return _NAMED.findall(_COMMAND.sub("", advice))


def options_of(command: Any) -> frozenset[str]:
    """Return the options of a Click command, short and long."""
    return frozenset(name for each in command.params for name in each.opts)


class _Attentive:
    """What a command does, with its errors advising of options that it has."""

    def __init__(self, command: Any, above: frozenset[str]) -> None:
        self._run = command.invoke
        self._options = options_of(command) | above

    def __call__(self, context: Any) -> Any:
        try:
            return self._run(context)
        except BriefsError as error:
            fitted(error, self._options)
            raise
