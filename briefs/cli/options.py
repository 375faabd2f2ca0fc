"""Resolve the options that commands share: flags, settings, ranges, dates."""

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefs.errors import UsageError

if TYPE_CHECKING:
    from briefs.cli.settings import Settings
    from briefs.errors import Message
    from briefs.i18n import locale as i18n
    from briefs.tasks.build import Watch
    from briefs.tasks.request import Range


class Format(StrEnum):
    """What `build` writes."""

    PDF = "pdf"
    HTML = "html"


Topics = Annotated[list[str], typer.Argument(metavar="TOPIC…", help="Topic codes.")]
AnyTopics = Annotated[
    list[str] | None, typer.Argument(metavar="[TOPIC…]", help="Topic codes.")
]
Folder = Annotated[
    Path | None, typer.Option("--corpus", metavar="DIR", help="Corpus folder to use.")
]
Locale = Annotated[
    str | None, typer.Option("--locale", "-l", help="Language: ky, ru or en.")
]
Locales = Annotated[
    list[str] | None,
    typer.Option("--locale", "-l", help="Language: ky, ru or en; may be repeated."),
]
Years = Annotated[
    str | None, typer.Option(metavar="2015-2018", help="Years of the reports.")
]
Country = Annotated[
    str | None, typer.Option(metavar="KGZ", help="Country, ISO 3166-1 alpha-3.")
]
Config = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Settings file.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def settings(**flags: object) -> "Settings":
    """Return the settings in force; BRIEFS_CONFIG names another settings file."""
    from briefs.cli import settings as config

    chosen = os.environ.get("BRIEFS_CONFIG")
    return config.resolve(flags, os.environ, Path(chosen) if chosen else None)


def reader(locale: str | None = None) -> "i18n.Locale":
    """Return the language to speak to the user; `locale` is what a flag says."""
    from briefs.cli import language as interface
    from briefs.i18n import locale as i18n

    return i18n.load(locale or interface.language(None, os.environ))


def folder(corpus: Path | None) -> Path:
    """Return the corpus folder that a flag or else the settings name."""
    return corpus_of(settings(corpus=corpus))


def corpus_of(chosen: "Settings") -> Path:
    """Return the corpus folder: the one that is set, or the package's own."""
    from briefs.files.resources import data_dir

    return chosen.corpus or data_dir("corpus")


def range_of(years: str | None, country: str | None) -> "Range":
    """Return the range of editions; raises UsageError for years that are none."""
    from briefs.tasks.request import Range

    return Range(_span(years) if years else None, country and country.upper())


def day_of(text: str | None) -> date:
    """Return the date of issue: as given, as SOURCE_DATE_EPOCH says, or today.

    Raises UsageError for what is no date.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if text:
            return date.fromisoformat(text)
        if epoch:
            return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        what = f"--date {text}" if text else f"SOURCE_DATE_EPOCH={epoch}"
        raise UsageError(
            f"{what} is not a date", hint="write it as 2026-11-22"
        ) from None
    return datetime.now().astimezone().date()


def watch(*, quiet: bool) -> "Watch":
    """Return what shows a bar while briefs are made, on a terminal only."""

    def shown(files: Iterable[bytes], total: int) -> Iterator[bytes]:
        hidden = quiet or not sys.stderr.isatty()
        with typer.progressbar(
            files, length=total, file=sys.stderr, hidden=hidden
        ) as bar:
            yield from bar

    return shown


def show(lines: Iterable[str]) -> None:
    """Print lines on stdout."""
    for line in lines:
        typer.echo(line)


def say(lines: "Iterable[Message | str]", *, err: bool = False) -> None:
    """Print messages in the language of the user."""
    from briefs.cli import language as interface

    code = reader().code
    for line in lines:
        typer.echo(interface.said(line, code), err=err)


def _span(years: str) -> tuple[int, int]:
    first, _, last = years.partition("-")
    try:
        span = int(first), int(last or first)
    except ValueError:
        span = (1, 0)
    if span[0] > span[1]:
        raise UsageError(
            f"--years {years} is not a year or a range of years",
            hint="write it as 2017 or 2015-2018",
        )
    return span
