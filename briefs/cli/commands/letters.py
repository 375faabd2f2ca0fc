"""Take the command that sends a brief on its way: mail."""

from pathlib import Path
from typing import Annotated

import typer

from briefs import api
from briefs.cli import options, streams
from briefs.cli.options import Force, Locale

app = typer.Typer()
"""The command, to be added to those of `cli`."""


@app.command()
def mail(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE.pdf…", help="A finished brief.")
    ],
    to: Annotated[
        list[str] | None,
        typer.Option(metavar="ADDRESS", help="Who it is for; may be repeated."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where the draft goes.")
    ] = None,
    locale: Locale = None,
    force: Force = False,
) -> None:
    """Write an e-mail draft with finished briefs attached; print its path.

    The letter is in the language of the first file.
    """
    from briefs.cli import settings as config

    settings = options.settings(locale=locale)
    issuer = config.issuer(settings.issuer)
    path = api.mail(
        files,
        to or (),
        locale=settings.locale,
        output=output,
        issuer=issuer,
        force=force,
    )
    streams.echo(path)
