"""Refuse an option that is written twice where only one can count."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from typer.core import TyperGroup

from briefs.cli import streams
from briefs.errors import Message, UsageError


class Careful(TyperGroup):
    """A group of commands of which none lets the last word win in silence.

    What Click refuses it says in words that can be read, whatever was typed.
    """

    def make_context(self, *given: Any, **named: Any) -> click.Context:
        """Read the words before the command."""
        with _legible():
            return super().make_context(*given, **named)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the words of the command, and run it."""
        with _legible():
            return super().invoke(ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that words name; UsageError for an option said twice."""
        found = super().resolve_command(ctx, args)
        command, rest = found[1], found[2]
        if command is not None and not ctx.resilient_parsing:
            _refuse_repeated(command, ctx, rest)
        return found


@contextmanager
def _legible() -> Iterator[None]:
    try:
        yield
    except click.ClickException as error:
        error.message = streams.legible(error.message)
        raise


def _refuse_repeated(command: Any, parent: Any, words: list[str]) -> None:
    context = command.context_class(
        command, info_name=command.name, parent=parent, **command.context_settings
    )
    _, _, order = command.make_parser(context).parse_args(args=list(words))
    times = Counter(
        each.opts[0] for each in order if _takes_one(each) and not each.multiple
    )
    for name, number in times.items():
        if number > 1:
            raise UsageError(
                Message("{option} stands there more than once", option=name),
                hint=Message("write it once"),
            )


def _takes_one(parameter: Any) -> bool:
    """Tell whether a parameter is an option with a value, not a plain flag."""
    return parameter.param_type_name == "option" and not (
        parameter.is_flag or parameter.count
    )
