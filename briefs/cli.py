"""Take commands: data on stdout, messages on stderr, a documented exit code.

Every command only resolves its words and calls the module that does the work; that
module is imported in the command, so that `--help` and `--version` start at once.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from briefs import __version__
from briefs.errors import BriefsError, Interruption, UsageError

if TYPE_CHECKING:
    from briefs.config import Settings
    from briefs.pipeline import Range

app = typer.Typer(
    name="briefs",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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
Years = Annotated[
    str | None, typer.Option(metavar="2015-2018", help="Years of the reports.")
]
Country = Annotated[
    str | None, typer.Option(metavar="KGZ", help="Country, ISO 3166-1 alpha-3.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; ends in SystemExit with a documented exit code."""
    signal.signal(signal.SIGINT, _interrupt)
    try:
        app(arguments)
    except BriefsError as error:
        typer.echo(f"briefs: {error}", err=True)
        raise SystemExit(error.exit_code) from None


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.")
    ] = False,
) -> None:
    """Make short printed documents that can be trusted from human-rights reports."""
    if version:
        typer.echo(f"briefs {__version__}")
        raise typer.Exit


@app.command()
def build(
    topics: AnyTopics = None,
    locale: Locale = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File, or folder for several.")
    ] = None,
    corpus: Folder = None,
    years: Years = None,
    country: Country = None,
    profile: Annotated[str | None, typer.Option(help="Page design.")] = None,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.PDF,
    separate: Annotated[bool, typer.Option(help="One brief per topic.")] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Every topic that has excerpts.")
    ] = False,
    full: Annotated[bool, typer.Option(help="Quote whole passages.")] = False,
    pages: Annotated[int | None, typer.Option(min=2, help="Page budget.")] = None,
    paper: Annotated[str | None, typer.Option(help="a4 or letter.")] = None,
    mono: Annotated[bool, typer.Option(help="No colour, for photocopies.")] = False,
    crop_marks: Annotated[bool, typer.Option(help="Marks for the printer.")] = False,
    day: Annotated[
        str | None, typer.Option("--date", metavar="2026-11-22", help="Date of issue.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Make the brief on one topic or several; print the path of each file."""
    from briefs import pipeline

    settings = _settings(
        locale=locale, corpus=corpus, profile=profile, output=output, paper=paper
    )
    request = pipeline.Request(
        topics=tuple(topics or ()),
        locale=settings.locale,
        day=_day(day),
        range=_range(years, country),
        look=pipeline.Look(
            profile=settings.profile,
            format=str(format),
            paper=settings.paper,
            mono=mono,
            crop_marks=crop_marks,
            accent=settings.accent,
        ),
        everything=every,
        separate=separate,
        full=full,
        pages=pages,
        output=settings.output,
        issuer=pipeline.issuer(settings.issuer),
    )
    for path in pipeline.build(_corpus(settings), request, _progress(quiet)):
        typer.echo(path)


@app.command()
def topics(
    action: Annotated[
        Literal["check"] | None, typer.Argument(help="check: preview the patterns.")
    ] = None,
    topic: AnyTopics = None,
    locale: Locale = None,
    corpus: Folder = None,
    as_json: Json = False,
) -> None:
    """List the topics, or preview what their patterns hit and warn of idle ones."""
    from briefs import index, listings, pipeline

    settings = _settings(locale=locale, corpus=corpus)
    shelf = pipeline.load(_corpus(settings))
    if action == "check":
        _print(pipeline.check_topics(shelf, topic or ()))
        return
    found = index.find(shelf.editions, tuple(shelf.topics.values()))
    rows = [listings.topic(t, found[t.code]) for t in shelf.topics.values()]
    if as_json:
        typer.echo(listings.to_json(rows))
    else:
        _print(listings.topic_lines(rows, settings.locale))


@app.command()
def excerpts(
    topics: Topics,
    corpus: Folder = None,
    years: Years = None,
    country: Country = None,
    why: Annotated[bool, typer.Option(help="Say why each was found.")] = False,
    as_json: Json = False,
) -> None:
    """List every passage on a topic, with its place and the reasons."""
    from briefs import listings, pipeline

    folder = _corpus(_settings(corpus=corpus))
    findings = pipeline.find(folder, topics, _range(years, country))
    if as_json:
        typer.echo(listings.to_json(map(listings.excerpt, findings)))
    else:
        for finding in findings:
            _print(listings.excerpt_lines(finding, why=why))


@app.command()
def figures(
    topics: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TOPIC…] | review EDITION", help="Topic codes."),
    ] = None,
    corpus: Folder = None,
    years: Years = None,
    country: Country = None,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
) -> None:
    """List figures with period, source and reporter, or review those of an edition."""
    from briefs import ledger, listings, pipeline

    folder = _corpus(_settings(corpus=corpus))
    if topics and topics[0] == "review":
        _print(pipeline.review_figures(folder, topics[1:]))
        return
    found = pipeline.figures(folder, topics or [], _range(years, country))
    if as_csv:
        typer.echo(ledger.to_csv(figure for _, _, figure in found), nl=False)
        return
    rows = [listings.figure(figure, e, passage.page) for e, passage, figure in found]
    if as_json:
        typer.echo(listings.to_json(rows))
    else:
        for row in rows:
            _print(listings.figure_lines(row))


@app.command()
def coverage(
    topics: AnyTopics = None,
    corpus: Folder = None,
    years: Years = None,
    country: Country = None,
    as_json: Json = False,
) -> None:
    """Show which report says how much on which topic in which year."""
    from briefs import listings, pipeline

    folder = _corpus(_settings(corpus=corpus))
    cells = pipeline.cover(folder, topics or [], _range(years, country))
    if as_json:
        typer.echo(listings.to_json(map(listings.cell, cells)))
    else:
        _print(listings.coverage_lines(cells))


@app.command()
def search(
    text: Annotated[list[str], typer.Argument(metavar="TEXT…", help="Words to find.")],
    corpus: Folder = None,
    years: Years = None,
    country: Country = None,
    as_json: Json = False,
) -> None:
    """List the passages that contain all the words, in any spelling of ө, ү, ң."""
    from briefs import listings, pipeline

    folder = _corpus(_settings(corpus=corpus))
    found = pipeline.search(folder, " ".join(text), _range(years, country))
    if as_json:
        typer.echo(listings.to_json(listings.passage(*each) for each in found))
    else:
        for edition, passage in found:
            _print(listings.passage_lines(edition, passage))


@app.command()
def check(corpus: Folder = None) -> None:
    """Check the corpus: sources, topics, patterns, figures, translations."""
    from briefs import checks

    _print(checks.run(_corpus(_settings(corpus=corpus))))


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE.pdf", help="A finished brief.")],
    corpus: Folder = None,
) -> None:
    """Prove every quotation in a finished PDF file against the corpus."""
    from briefs import pipeline
    from briefs import verify as verification

    shelf = pipeline.load(_corpus(_settings(corpus=corpus)))
    count = verification.file(file, shelf)
    typer.echo(f"{file}: all {count} quotations stand in their sources")


@app.command()
def doctor(corpus: Folder = None) -> None:
    """Say what this machine lacks, and how to install it."""
    from briefs import doctor as checkup

    settings = _settings(corpus=corpus)
    output = settings.output or Path.cwd()
    findings = list(checkup.examine(_corpus(settings), output))
    _print(map(str, findings))
    if not all(finding.ok for finding in findings):
        raise typer.Exit(1)


def _settings(**flags: object) -> "Settings":
    from briefs import config

    return config.resolve(flags, os.environ)


def _corpus(settings: "Settings") -> Path:
    from briefs.resources import data_dir

    return settings.corpus or data_dir("corpus")


def _range(years: str | None, country: str | None) -> "Range":
    from briefs.pipeline import Range

    return Range(_span(years) if years else None, country)


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


def _day(text: str | None) -> date:
    """Return the date of issue: as given, as SOURCE_DATE_EPOCH says, or today."""
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


def _progress(quiet: bool) -> Callable[[str], None]:
    """Return what tells the user which brief is being made, on a terminal only."""
    if quiet or not sys.stderr.isatty():
        return lambda name: None
    return lambda name: typer.echo(f"{name} …", err=True)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


def _interrupt(signum: int, frame: FrameType | None) -> None:
    raise Interruption("interrupted; nothing was written")


if __name__ == "__main__":
    main()
