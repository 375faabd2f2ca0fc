"""Take the commands of a language: add one, and see what is missing."""

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from briefs import api
from briefs.cli import options, streams
from briefs.cli.careful import Careful
from briefs.cli.options import Folder, Json
from briefs.errors import ExitCode, Message

app = typer.Typer(cls=Careful, help="Add a language, and see what is missing.")
"""The commands, a group of `cli`."""

Tag = Annotated[str, typer.Argument(metavar="TAG", help="Language, such as uz-Cyrl.")]


@app.command()
def new(
    tag: Tag,
    source: Annotated[
        str, typer.Option("--from", metavar="TAG", help="Language to translate from.")
    ] = "ru",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="Folder of your languages."),
    ] = None,
    corpus: Folder = None,
) -> None:
    """Write all that a translator fills in; print the path of each file."""
    home = output or Path(os.environ.get("BRIEFS_LANGUAGES") or "languages")
    paths = api.new_language(tag, options.corpus(corpus), home, source=source)
    options.show(map(str, paths))
    command = f"BRIEFS_LANGUAGES={home} briefs language check {tag}"
    options.say(
        [Message("what is still missing: `{command}`", command=command)], err=True
    )


@app.command()
def check(tag: Tag, corpus: Folder = None, as_json: Json = False) -> None:
    """Count what a language does not say yet, place by place.

    Ends with exit code 4 when a brief would lack something.
    """
    found = api.language_gaps(tag, options.corpus(corpus))
    if as_json:
        rows = [
            {"place": one.place, "missing": one.missing, "of": one.of} for one in found
        ]
        streams.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        options.say(one.said for one in found)
    if any(one.missing and one.printed for one in found):
        raise typer.Exit(ExitCode.CORPUS)
