"""Make the briefs of a recipe that people write; write one, and watch one."""

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.errors import Message
from briefs.files.watching import Watch
from briefs.i18n import messages
from briefs.tasks import newrecipe, watching
from briefs.tasks import recipes as task
from briefs.tasks.building.wanted.ordering import Changed
from briefs.tasks.newrecipe import Answers as Answers
from briefs.tasks.watching import Changes
from briefs.tasks.watching import Round as Round


def build_recipe(
    corpus: Corpus,
    recipe: Path,
    *,
    locales: Sequence[str] | None = None,
    profile: str | None = None,
    output: Path | str | None = None,
    date: datetime.date | None = None,
    today: datetime.date | None = None,
    force: bool = False,
    watch: Watch | None = None,
) -> list[Path]:
    """Make the briefs of a recipe (`docs/recipe.md`), and return their paths.

    `locales`, `profile`, `output` and `date` are wanted instead of what it says;
    `today` is the date of issue where nobody says one; `force` replaces a file that is
    no brief. Nothing is written before every brief is made and proven. Raises
    BriefsError, SettingError with file, line and key for a mistake in the recipe.
    """
    place = None if output is None else str(output)
    changed = Changed(locales, profile, place, date, force)
    day = today or datetime.datetime.now().astimezone().date()
    passed_on = watch or (lambda files, total: files)
    return task.build(recipe, corpus, day, changed, passed_on)


def unlisted_of_recipe(
    corpus: Corpus, recipe: Path, *, profile: str | None = None
) -> list[Message]:
    """Return a line for each edition of a recipe whose private persons nobody listed.

    Raises BriefsError, SettingError with file, line and key for a mistake in it.
    """
    changed = Changed(None, profile, None, None, force=False)
    day = datetime.datetime.now().astimezone().date()
    return list(task.unlisted(recipe, corpus, day, changed))


def watch_recipe(
    corpus: Corpus,
    recipe: Path,
    *,
    today: datetime.date | None = None,
    changes: Changes | None = None,
) -> Iterator[Round]:
    """Make the briefs of a recipe, and again on each change; yield what came of it.

    `changes` are the files that changed, by default those on disk, without an end. A
    mistake in the recipe is in the round and stops nothing.
    """
    day = today or datetime.datetime.now().astimezone().date()
    return watching.rounds(recipe, corpus, day, Changed(), changes)


def new_recipe(file: Path, answers: Answers, *, locale: str = "en") -> Path:
    """Write a recipe with comments in a language, and return its path.

    Raises UsageError where the file is there already: nothing is overwritten.
    """

    def say(message: Message) -> str:
        return messages.say(message, locale)

    return newrecipe.write(file, answers, say)
