"""Resolve the options that commands share: flags, settings, ranges, dates."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypedDict, TypeVar

import typer

from briefs import api
from briefs.cli import along, completion, streams
from briefs.errors import Message, UsageError

if TYPE_CHECKING:
    from briefs.cli.settings import Settings
    from briefs.i18n import locale as i18n

T = TypeVar("T")


class Format(StrEnum):
    """What `build` writes."""

    PDF = "pdf"
    HTML = "html"


Topics = Annotated[
    list[str],
    typer.Argument(
        metavar="TOPIC…", help="Topic codes.", autocompletion=completion.topics
    ),
]
AnyTopics = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[TOPIC…]", help="Topic codes.", autocompletion=completion.topics
    ),
]
Folder = Annotated[
    list[Path] | None,
    typer.Option(
        "--corpus", metavar="DIR", help="Corpus folder to use; may be repeated."
    ),
]
Locale = Annotated[
    str | None,
    typer.Option(
        "--locale",
        "-l",
        help="Language: ky, ru or en.",
        autocompletion=completion.locales,
    ),
]
Locales = Annotated[
    list[str] | None,
    typer.Option(
        "--locale",
        "-l",
        help="Language: ky, ru or en; may be repeated.",
        autocompletion=completion.locales,
    ),
]
Years = Annotated[
    list[str] | None,
    typer.Option(metavar="2015-2018", help="Years of the reports; may be repeated."),
]
Country = Annotated[
    list[str] | None,
    typer.Option(metavar="KGZ", help="Country, ISO 3166-1 alpha-3; may be repeated."),
]
Day = Annotated[
    str | None, typer.Option("--date", metavar="2026-11-22", help="Date of issue.")
]
Quotes = Annotated[
    str | None, typer.Option(help="original, both, translation or annex.")
]
By = Annotated[
    Literal["year", "country"] | None,
    typer.Option(help="Order of the reports of several countries: year or country."),
]
Config = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Settings file.")
]
Force = Annotated[
    bool, typer.Option("--force", help="Replace a file that is there already.")
]
Only = Annotated[
    list[str] | None,
    typer.Option(metavar="IDS", help="Quote these excerpts and no others."),
]
Without = Annotated[
    list[str] | None, typer.Option(metavar="IDS", help="Never quote these.")
]
Pin = Annotated[
    list[str] | None, typer.Option(metavar="IDS", help="Quote these in any case.")
]
Intro = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Your own words to begin with, in Markdown."),
]
Replaces = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="An older brief: say what was corrected since."),
]
Names = Annotated[
    str | None,
    typer.Option(
        help="Private persons' names: full, withheld, front (withheld on page 1)."
    ),
]
Withhold = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="Names to withhold in any case: a CSV table."),
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


def corpus(folders: Sequence[Path] | None) -> "api.Corpus":
    """Return the corpus that flags or else the settings name."""
    return corpus_of(settings(), folders)


def corpus_of(chosen: "Settings", folders: Sequence[Path] | None) -> "api.Corpus":
    """Return the corpus of the folders named, else of the one that is set.

    Without any, it is the user's own beside the shipped one.
    """
    found = api.Corpus.open(*folders_of(chosen, folders))
    found.watch = watch(quiet=False)
    return found


def folders_of(chosen: "Settings", folders: Sequence[Path] | None) -> list[Path]:
    """Return the folders of a corpus that flags or else the settings name, if any."""
    return list(folders or ([chosen.corpus] if chosen.corpus else []))


def own_corpus(folders: Sequence[Path] | None) -> "api.Corpus":
    """Return the corpus to add to: the folder named or set, else the user's own.

    The folder is made when something is added. Raises UsageError for two folders.
    """
    if folders and len(folders) > 1:
        raise UsageError(
            Message("a report is added to one corpus"),
            hint=Message("name one folder with --corpus"),
        )
    return api.Corpus.own(folders[0] if folders else settings().corpus)


class Editions(TypedDict):
    """Which editions are used; None are all of them."""

    years: frozenset[int] | None
    countries: frozenset[str] | None


class Files(TypedDict):
    """Which files `build` makes of some topics."""

    locales: tuple[str, ...]
    format: str
    separate: bool


def range_of(years: Sequence[str] | None, countries: Sequence[str] | None) -> Editions:
    """Return which editions to use; raises UsageError for years that are none."""
    return {
        "years": frozenset(y for words in years for y in _years(words))
        if years
        else None,
        "countries": frozenset(map(str.upper, countries)) if countries else None,
    }


def named(topics: Sequence[str] | None, *, every: bool) -> Sequence[str] | None:
    """Return the topics that are named, None for all; UsageError for both."""
    if every and topics:
        raise UsageError(
            Message("--all stands for every topic, and some are named"),
            hint=Message("name topics, or write --all"),
        )
    return None if every else topics or ()


def day_of(text: str | None, option: str = "date") -> date:
    """Return the date of an option: as given, as SOURCE_DATE_EPOCH says, or today.

    Raises UsageError for what is no date.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if text:
            return date.fromisoformat(text)
        if epoch:
            return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        what = f"--{option} {text}" if text else f"SOURCE_DATE_EPOCH={epoch}"
        raise UsageError(
            Message("{what} is not a date", what=what),
            hint=Message("write it as 2026-11-22"),
        ) from None
    return datetime.now().astimezone().date()


def locales_of(named: Sequence[str] | None, chosen: "Settings") -> tuple[str, ...]:
    """Return the languages to write in; raises UsageError for one that is unknown."""
    from briefs.files.data.tomlfile import nearest

    known = api.locales()
    for code in named or ():
        if code not in known:
            raise UsageError(
                Message(
                    "there is no {kind} '{name}'", kind=Message("language"), name=code
                ),
                hint=nearest(code, known),
            )
    return tuple(dict.fromkeys(named or [chosen.locale]))


def format_of(output: str | None) -> Format:
    """Return the format that the ending of a file's name asks for, else PDF."""
    return Format.HTML if (output or "").lower().endswith(".html") else Format.PDF


def watch(*, quiet: bool) -> "api.Watch":
    """Return what shows a bar while something is made, on a terminal only."""

    def shown(pieces: Iterable[T], total: int, /) -> Iterator[T]:
        hidden = quiet or not total or not sys.stderr.isatty()
        with typer.progressbar(
            pieces, length=total, file=sys.stderr, hidden=hidden
        ) as bar:
            yield from bar

    return shown


def show(lines: Iterable[str]) -> None:
    """Print lines on stdout."""
    for line in lines:
        streams.echo(line)


def shelf_for(
    chosen: "Settings", folders: Sequence[Path] | None, wanted: "api.Options"
) -> "api.Corpus":
    """Return the corpus to build from; say which of it names no private persons.

    What is told while something is built is said in the language of the user.
    """
    along.listen(lambda message: say([message], err=True))
    found = corpus_of(chosen, folders)
    say(api.unlisted(found, **wanted), err=True)
    return found


def say(lines: Iterable[Message], *, err: bool = False) -> None:
    """Print messages in the language of the user."""
    from briefs.cli import language as interface

    code = reader().code
    for line in lines:
        streams.echo(interface.said(line, code), err=err)


def _years(words: str) -> Iterator[int]:
    """Yield the years that "2015", "2015-2018" or "2015,2017" names."""
    from briefs.choice import years_in

    try:
        yield from years_in(words)
    except ValueError:
        raise UsageError(
            Message("--years {years} is not a year or a range of years", years=words),
            hint=Message("write it as 2017, 2015-2018 or 2015,2017"),
        ) from None
