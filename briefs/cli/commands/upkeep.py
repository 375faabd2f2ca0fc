"""Take the commands that look after a corpus and a machine: check, doctor."""

from pathlib import Path

import typer

from briefs import api
from briefs.cli import options
from briefs.cli.options import Folder
from briefs.errors import ExitCode

app = typer.Typer()
"""The commands, to be added to those of `cli`."""


@app.command()
def check(corpus: Folder = None) -> None:
    """Check the corpus: sources, topics, patterns, figures, translations."""
    options.say(options.corpus(corpus).check())


@app.command()
def doctor(corpus: Folder = None) -> None:
    """Say what this machine lacks, and how to install it.

    Ends with exit code 3 when it lacks something.
    """
    settings = options.settings()
    output = Path(settings.output or Path.cwd())
    folders = options.folders_of(settings, corpus)
    found = list(api.doctor(*folders, output=output))
    options.say(one.said for one in found)
    if not all(one.ok for one in found):
        raise typer.Exit(ExitCode.SETTING)
