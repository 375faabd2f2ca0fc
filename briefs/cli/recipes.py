"""Take recipes: make their briefs, write a new one, make them again on a change."""

from collections.abc import Sequence
from pathlib import Path

import click
import typer

from briefs import api
from briefs.cli import options
from briefs.errors import Message, UsageError
from briefs.files import inputs

app = typer.Typer()

_WITH_A_RECIPE = frozenset(
    {"topics", "locale", "profile", "output", "day", "corpus", "quiet"}
)
"""What a call may say beside a recipe; all else is written in it."""

_FLAGS = {"every": "all"}
"""What a flag is called, where it is not called as its value."""


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
    quiet: bool,
) -> list[Path]:
    """Make the briefs of a recipe and return their paths."""
    settings = options.settings(profile=profile)
    return api.build_recipe(
        options.corpus_of(settings, corpus),
        recipe,
        locales=options.locales_of(locales, settings) if locales else None,
        profile=profile,
        output=output,
        date=options.day_of(day) if day else None,
        today=options.day_of(None),
        watch=options.watch(quiet=quiet),
    )


def words(
    title: str | None, intro: Path | None, locales: Sequence[str]
) -> api.OwnWords:
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


def picks(**ids: Sequence[str] | None) -> api.Picks:
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
