"""Make the briefs of a recipe that people write."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.errors import BriefsError, Message
from briefs.files.watching import Watch
from briefs.tasks.building import build as making
from briefs.tasks.building import unlisted as nobody
from briefs.tasks.building.wanted import ordering
from briefs.tasks.building.wanted.ordering import Changed, RecipeFile
from briefs.tasks.building.wanted.picking import UnknownExcerptError


def build(
    path: Path, corpus: Corpus, day: date, changed: Changed, watch: Watch
) -> list[Path]:
    """Make the briefs of a recipe, put them in place and return their paths.

    `day` is the date of issue where the recipe says none. Nothing is written before
    every brief is made and proven. Raises BriefsError, for the recipe with file, line
    and key.
    """
    recipe = ordering.read(path, corpus, day, changed)
    try:
        return making.build_all(corpus, recipe.requests, watch)
    except UnknownExcerptError as error:
        raise _placed(error, recipe) from error


def unlisted(
    path: Path, corpus: Corpus, day: date, changed: Changed
) -> Iterator[Message]:
    """Yield a line for each edition whose private persons nobody listed.

    Raises BriefsError for a mistake in the recipe, with file, line and key.
    """
    recipe = ordering.read(path, corpus, day, changed)
    said = {
        str(line): line
        for one in recipe.requests
        for line in nobody.told(corpus, one.range, one.look, one.names)
    }
    yield from said.values()


def _placed(error: UnknownExcerptError, recipe: RecipeFile) -> BriefsError:
    """Return an error about an excerpt with the line of the recipe that names it."""
    named = recipe.table.values.get("excerpts", {})
    key = next(name for name, ids in named.items() if error.id in ids)
    return recipe.table.fault(error.said, "excerpts", key, hint=error.advice)
