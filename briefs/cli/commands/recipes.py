"""Take recipes: make their briefs, write a new one, make them again on a change."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import click
import typer

from briefs import api
from briefs.cli import advice, completion, options, streams
from briefs.errors import BriefsError, InterruptionError, Message, UsageError
from briefs.files import inputs

app = typer.Typer()

_WITH_A_RECIPE = frozenset(
    {"topics", "locale", "profile", "output", "day", "corpus", "force", "quiet"}
)
"""What a call may say beside a recipe; all else is written in it."""

_OPTIONS = frozenset({"-l", "--profile", "-o", "--date", "--corpus", "--force"})
"""The same, as it is written."""

_FLAGS = {"every": "all"}
"""What a flag is called, where it is not called as its value."""


@app.command()
def init(
    topics: options.AnyTopics = None,
    locale: options.Locales = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The recipe to write.")
    ] = Path("recipe.toml"),
    years: Annotated[
        str | None, typer.Option(metavar="2015-2018", help="Years of the reports.")
    ] = None,
    profile: Annotated[
        list[str] | None,
        typer.Option(
            help="Page design; may be repeated.", autocompletion=completion.designs
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(help="A title of your own.")] = None,
    issuer: Annotated[
        str | None, typer.Option(metavar="NAME", help="Your organization.")
    ] = None,
    contact: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="How to reach it.")
    ] = None,
    corpus: options.Folder = None,
) -> None:
    """Write a recipe to go on from, and print its path; without topics, ask."""
    settings = options.settings()
    shelf = options.corpus_of(settings, corpus)
    locales = list(locale or ())
    if not topics:
        topics = _asked(Message("Which topics? (`briefs topics` lists them)"))
        locales = locales or _asked(Message("In which languages?"), settings.locale)
        several = len(locales) > 1
        title = title or ("" if several else _answer(Message("A title of your own?")))
        issuer = issuer or _answer(Message("The name of your organization?"))
        contact = contact or (issuer and _answer(Message("How can it be reached?")))
    answers = api.Answers(
        topics=[topic.code for topic in shelf.select(topics)],
        locales=options.locales_of(locales, settings),
        profiles=profile or [settings.profile],
        years=years or "",
        title=title or "",
        issuer=issuer or "",
        contact=contact or "",
    )
    options.range_of([years] if years else None, None)
    streams.echo(api.new_recipe(output, answers, locale=options.reader().code))


def _asked(question: Message, usual: str = "") -> list[str]:
    """Return the words of an answer, with commas or blanks between."""
    return [word for word in _answer(question, usual).split(",") if word.strip()]


def _answer(question: Message, usual: str = "") -> str:
    """Ask a person; an empty answer is the usual one."""
    said = api.say(question, options.reader().code)
    try:
        answer = typer.prompt(
            said, default=usual, show_default=bool(usual), prompt_suffix=" ", err=True
        )
    except click.Abort as end:
        raise UsageError(
            Message("no topic was named"), hint=Message("`briefs topics` lists them")
        ) from end
    return str(answer).strip()


@app.command()
def watch(
    recipe: Annotated[Path, typer.Argument(metavar="RECIPE.toml", help="The recipe.")],
    show: Annotated[
        bool, typer.Option("--open", help="Show the first file when it is made.")
    ] = False,
    corpus: options.Folder = None,
) -> None:
    """Make the briefs of a recipe again whenever it changes; say what changed."""
    settings = options.settings()
    shelf = options.corpus_of(settings, corpus)
    code = options.reader().code
    shown = not show
    with suppress(BriefsError):  # told with the round
        options.say(api.unlisted_of_recipe(shelf, recipe), err=True)
    with suppress(InterruptionError, KeyboardInterrupt):
        for made in api.watch_recipe(shelf, recipe, today=options.day_of(None)):
            if made.error:
                error = advice.fitted(made.error, ("--open", "--corpus"), recipe=True)
                streams.echo(f"briefs: {api.tell(error, code)}", err=True)
            options.say(made.said, err=True)
            options.show(map(str, made.files))
            if made.files and not shown:
                typer.launch(str(made.files[0]))
                shown = True


def named(words: Sequence[str] | None) -> Path | None:
    """Return the recipe that a call names instead of topics, None where it names none.

    Raises UsageError where it names both, or for a flag that does not go with it.
    """
    if not any(word.lower().endswith(".toml") for word in words or ()):
        return None
    if len(words or ()) > 1:
        raise UsageError(
            Message("a recipe stands alone"),
            hint=Message("its topics are in it; call once for each recipe"),
        )
    for name, value in click.get_current_context().params.items():
        if value and name not in _WITH_A_RECIPE:
            raise UsageError(
                Message(
                    "--{name} does not go with a recipe",
                    name=_FLAGS.get(name, name.replace("_", "-")),
                ),
                hint=Message("write it in the recipe"),
            )
    return Path((words or ())[0])


def build(
    recipe: Path,
    *,
    locales: Sequence[str] | None,
    profile: str | None,
    output: str | None,
    day: str | None,
    corpus: Sequence[Path] | None,
    force: bool,
    quiet: bool,
) -> list[Path]:
    """Make the briefs of a recipe and return their paths."""
    settings = options.settings(profile=profile)
    shelf = options.corpus_of(settings, corpus)
    options.say(api.unlisted_of_recipe(shelf, recipe, profile=profile), err=True)
    try:
        return api.build_recipe(
            shelf,
            recipe,
            locales=options.locales_of(locales, settings) if locales else None,
            profile=profile,
            output=output,
            date=options.day_of(day) if day else None,
            today=options.day_of(None),
            force=force,
            watch=options.watch(quiet=quiet),
        )
    except BriefsError as error:
        advice.fitted(error, _OPTIONS, recipe=True)
        raise


def words(
    title: str | None, intro: Path | None, locales: Sequence[str]
) -> "api.OwnWords":
    """Return what flags say of the organization's own words.

    Raises UsageError where several languages are asked for.
    """
    said = api.OwnWords(title=title or "", introduction=_text(intro))
    if said and len(locales) > 1:
        raise UsageError(
            Message("your words are in one language, and several are asked for"),
            hint=Message("write a recipe: `briefs init`"),
        )
    return said


def picks(**ids: Sequence[str] | None) -> "api.Picks":
    """Return what flags say of excerpts; one flag may name several with commas."""
    return api.Picks(
        **{
            name: tuple(id for each in given or () for id in each.split(",") if id)
            for name, given in ids.items()
        }
    )


def _text(file: Path | None) -> str:
    """Return the text of a file in UTF-8; raises UsageError for one that is none."""
    if file is None:
        return ""
    try:
        return inputs.read_bytes(file, UsageError).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(
            Message("{file}: not UTF-8 text", file=file),
            hint=Message("save the file with the encoding UTF-8"),
        ) from error
