"""Make the briefs of a recipe that people write."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from briefs.choice import OwnWords as OwnWords
from briefs.choice import Picks as Picks
from briefs.corpus.corpus import Corpus
from briefs.tasks import recipes as task
from briefs.tasks.building.build import Watch
from briefs.tasks.building.ordering import Changed


def build_recipe(
    corpus: Corpus,
    recipe: Path,
    *,
    locales: Sequence[str] | None = None,
    profile: str | None = None,
    output: Path | str | None = None,
    date: datetime.date | None = None,
    today: datetime.date | None = None,
    watch: Watch | None = None,
) -> list[Path]:
    """Make the briefs of a recipe (`docs/recipe.md`), and return their paths.

    `locales`, `profile`, `output` and `date` are wanted instead of what it says;
    `today` is the date of issue where nobody says one. Nothing is written before every
    brief is made and proven. Raises BriefsError, SettingError with file, line and key
    for a mistake in the recipe.
    """
    changed = Changed(locales, profile, None if output is None else str(output), date)
    day = today or datetime.datetime.now().astimezone().date()
    passed_on = watch or (lambda files, total: files)
    return task.build(recipe, corpus, day, changed, passed_on)
