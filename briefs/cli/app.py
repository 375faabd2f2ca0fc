"""Take commands: data on stdout, messages on stderr, a documented exit code.

Every command only resolves its words and calls the module that does the work; that
module is imported in the command, so that `--help` and `--version` start at once.
"""

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from briefs import __version__, api
from briefs.cli import clock, completion, options, stopping, streams
from briefs.cli.careful import Careful
from briefs.cli.commands import (
    everywhere,
    intake,
    languages,
    letters,
    lookups,
    recipes,
    shelf,
    upkeep,
)
from briefs.cli.commands.everywhere import EveryCountry, Scheduler
from briefs.cli.options import (
    AnyTopics,
    By,
    Config,
    Country,
    Day,
    Folder,
    Force,
    Format,
    Intro,
    Json,
    Locales,
    Names,
    Only,
    Pin,
    Quotes,
    Replaces,
    Withhold,
    Without,
    Years,
)
from briefs.errors import BriefsError

app = typer.Typer(
    cls=Careful,
    name="briefs",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


_RARELY = 100_000
"""New objects after which Python looks for garbage: most live as long as a command."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; ends in SystemExit with a documented exit code."""
    from briefs.cli import language as interface

    gc.set_threshold(_RARELY)
    atexit.register(gc.freeze)  # what is left at the end need not be taken apart
    stopping.listen()
    clock.settle(os.environ)
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = interface.ENGLISH
    try:
        streams.prepare()
        own = interface.house(os.environ)
        if own:
            os.environ["BRIEFS_LANGUAGES"] = own
        language = interface.language(interface.flag(words), os.environ)
        command = interface.commands(app, language, own)
        with interface.speaking(language), streams.delivered():
            command(words)
    except Exception as error:
        if os.environ.get("BRIEFS_DEBUG") and not isinstance(error, BriefsError):
            raise
        raise streams.ended(error, language) from None
    finally:
        streams.close()


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.")
    ] = False,
    config: Config = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show where an error arose.")
    ] = False,
) -> None:
    """Make short printed documents that can be trusted from human-rights reports."""
    if version:
        streams.echo(f"briefs {__version__}")
        raise typer.Exit
    if verbose:
        os.environ["BRIEFS_DEBUG"] = "1"
    if config:
        os.environ["BRIEFS_CONFIG"] = str(config)


@app.command()
def build(
    topics: AnyTopics = None,
    locale: Locales = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="A file, a folder, or - for stdout."),
    ] = None,
    corpus: Folder = None,
    years: Years = None,
    country: Country = None,
    profile: Annotated[
        str | None, typer.Option(help="Page design.", autocompletion=completion.designs)
    ] = None,
    format: Annotated[Format | None, typer.Option(help="What to write.")] = None,
    separate: Annotated[bool, typer.Option(help="One brief per topic.")] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Every topic that has excerpts.")
    ] = False,
    every_country: EveryCountry = False,
    scheduler: Scheduler = None,
    full: Annotated[bool, typer.Option(help="Quote whole passages.")] = False,
    quotes: Quotes = None,
    by: By = None,
    names: Names = None,
    withhold: Withhold = None,
    pages: Annotated[int | None, typer.Option(min=2, help="Page budget.")] = None,
    paper: Annotated[str | None, typer.Option(help="a4 or letter.")] = None,
    draft: Annotated[
        bool, typer.Option(help="Allow a language that is not complete.")
    ] = False,
    mono: Annotated[bool, typer.Option(help="No colour, for photocopies.")] = False,
    crop_marks: Annotated[bool, typer.Option(help="Marks for the printer.")] = False,
    clear_print: Annotated[
        bool, typer.Option(help="Text of 12 points at least, small print of 10.")
    ] = False,
    day: Day = None,
    title: Annotated[str | None, typer.Option(help="A title of your own.")] = None,
    intro: Intro = None,
    only: Only = None,
    without: Without = None,
    pin: Pin = None,
    replaces: Replaces = None,
    force: Force = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Make the brief on one topic or several, or those of a recipe; print each path."""
    from briefs.cli import settings as config

    if recipe := recipes.named(topics):
        made = recipes.build(
            recipe,
            locales=locale,
            profile=profile,
            output=output,
            day=day,
            corpus=corpus,
            force=force,
            quiet=quiet,
        )
        options.show(map(str, made))
        return
    settings = options.settings(
        profile=profile,
        output=output,
        paper=paper,
        quotes=quotes,
        names=names,
        withhold=withhold,
    )
    locales = options.locales_of(locale, settings)
    wanted: api.Options = {
        "profile": settings.profile,
        "paper": settings.paper,
        "accent": settings.accent,
        "mono": mono,
        "crop_marks": crop_marks,
        "clear": clear_print,
        "look": settings.look,
        **options.range_of(years, country),
        "pages": pages,
        "full": full,
        "quotes": settings.quotes,
        "by": str(by or "year"),
        "issuer": config.issuer(settings.issuer),
        "date": options.day_of(day),
        "draft": draft,
        "names": settings.names,
        "withhold": settings.withhold,
        "words": recipes.words(title, intro, locales),
        "picks": recipes.picks(only=only, without=without, pin=pin),
        "replaces": replaces,
    }
    named = options.named(topics, every=every)
    how: options.Files = {
        "locales": locales,
        "format": str(format or options.format_of(settings.output)),
        "separate": separate,
    }
    shelf = options.shelf_for(settings, corpus, wanted)
    everywhere.require(every_country=every_country, scheduler=scheduler)
    if every_country:
        everywhere.build(
            shelf,
            named,
            how,
            wanted,
            output=settings.output,
            scheduler=scheduler,
            force=force,
            quiet=quiet,
        )
        return
    if settings.output == "-":
        sys.stdout.buffer.write(api.make(shelf, named, **how, **wanted))
        return
    paths = api.build(
        shelf,
        named,
        output=settings.output,
        force=force,
        watch=options.watch(quiet=quiet),
        **how,
        **wanted,
    )
    options.show(map(str, paths))


app.add_typer(lookups.app)
app.add_typer(languages.app, name="language")
app.add_typer(shelf.app, name="corpus")
app.add_typer(intake.app)
app.add_typer(recipes.app)
app.add_typer(letters.app)
app.add_typer(upkeep.app)


@app.command()
def verify(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Finished briefs, or folders.")
    ],
    corpus: Folder = None,
    withhold: Withhold = None,
    as_json: Json = False,
) -> None:
    """Make finished briefs again from the corpus and compare all that they show."""
    from briefs.cli.listing import proofs

    settings = options.settings(withhold=withhold)
    shelf = options.corpus_of(settings, corpus)
    found = api.verify_all(
        api.finished_in(files),
        shelf,
        look=settings.look,
        withhold=settings.withhold,
    )
    streams.echo(proofs.to_json(found)) if as_json else proofs.say(found)
    if code := proofs.exit_code(found):
        raise typer.Exit(code)


if __name__ == "__main__":
    main()
