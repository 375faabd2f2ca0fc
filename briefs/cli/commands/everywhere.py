"""Make the briefs of every country, and tell what came of it."""

from collections.abc import Sequence
from typing import Annotated

import typer

from briefs import api
from briefs.cli import options
from briefs.errors import InterruptionError, Message, UsageError

EveryCountry = Annotated[
    bool,
    typer.Option(
        "--every-country", help="One brief for each country, topic and language."
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="Make them on a Dask cluster."),
]


def build(
    shelf: "api.Corpus",
    topics: Sequence[str] | None,
    how: options.Files,
    wanted: "api.Options",
    *,
    output: str | None,
    scheduler: str | None,
    force: bool,
    quiet: bool,
) -> None:
    """Print the path of each file that was made, then what was not; end with its code.

    Raises InterruptionError, which leaves what was made in place.
    """
    try:
        came = api.build_everywhere(
            shelf,
            topics,
            locales=how["locales"],
            format=how["format"],
            output=output,
            scheduler=scheduler,
            force=force,
            watch=options.watch(quiet=quiet),
            **wanted,
        )
    except InterruptionError:
        raise InterruptionError(
            Message("interrupted; what was made is in place"),
            hint=Message("the same command makes the rest"),
        ) from None
    options.show(map(str, came.made))
    options.say(
        (Message("{name}: {why}", name=one.task, why=one.why) for one in came.failed),
        err=True,
    )
    if not quiet:
        told = Message(
            "files made: {made}; left as they are: {kept}; failed: {failed}",
            made=len(came.made),
            kept=len(came.kept),
            failed=len(came.failed),
        )
        options.say([told], err=True)
    if came.failed:
        raise typer.Exit(came.exit_code)


def require(*, every_country: bool, scheduler: str | None) -> None:
    """Raise UsageError for a scheduler where there is nothing to spread."""
    if scheduler and not every_country:
        raise UsageError(
            Message("--scheduler spreads the briefs of every country"),
            hint=Message("add --every-country"),
        )
