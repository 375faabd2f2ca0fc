"""Look at the machine: what a brief needs, and what is lacking."""

from collections.abc import Iterator
from pathlib import Path

from briefs.files import resources
from briefs.tasks import doctor as task
from briefs.tasks.doctor import Condition as Condition


def doctor(*folders: Path, output: Path | None = None) -> Iterator[Condition]:
    """Look at all that a brief needs, in the order in which it is needed.

    `folders` are those of the corpus, by default the usual ones; `output` is where a
    brief would be written, by default the current folder.
    """
    return task.examine(folders or resources.shelves(), output or Path.cwd())
