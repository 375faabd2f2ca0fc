"""Tell whether a brief that is there is the one that would be made."""

from dataclasses import replace
from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.errors import BriefsError, DeliveryError, Message, VerificationError
from briefs.files import inputs
from briefs.tasks.building import recipe as recipes
from briefs.tasks.building import sparing
from briefs.tasks.everywhere.planning import Task
from briefs.verify import received, recipe
from briefs.verify.recipe import Recipe


def expected(corpus: Corpus, task: Task) -> Recipe:
    """Return the recipe that the brief of a task will have."""
    return recipes.planned(task.request, [task.topic], task.locale, corpus)


def is_current(file: Path, task: Task, wanted: Recipe) -> bool:
    """Tell whether a file is the brief of a task, made of the same by the same code.

    Its date may be another. What names are withheld by a list of the house, a recipe
    does not tell: such a brief is made again.
    """
    if task.request.withhold is not None or not file.is_file():
        return False
    try:
        found = recipe_of(inputs.read_bytes(file, DeliveryError, received.LARGEST))
    except BriefsError:
        return False
    return found is not None and replace(found, date=wanted.date) == wanted


def require_same(content: bytes, wanted: Recipe) -> None:
    """Raise VerificationError for a file that was not made as it was asked for.

    So it is where a machine has another version of the tool, or other reports.
    """
    if recipe_of(content) != wanted:
        raise VerificationError(
            Message("it was made by another version or from other reports"),
            hint=Message("every machine needs the same of both"),
        )


def recipe_of(content: bytes) -> Recipe | None:
    """Return the recipe in a finished file, None where there is none.

    Raises BriefsError for a file that is damaged.
    """
    found = sparing.recipe_in(content)
    return None if found is None else replace(recipe.read(found), kept=b"")
