"""Ask a person at a terminal; nobody else agrees to anything."""

import sys

import typer

from briefs.cli import language as interface
from briefs.cli import options
from briefs.errors import Message


def agreed(question: Message) -> bool:
    """Tell whether a person at a terminal says yes; False where there is none."""
    if not sys.stdin.isatty():
        return False
    said = interface.said(question, options.reader().code)
    return typer.confirm(said, default=False, err=True)
