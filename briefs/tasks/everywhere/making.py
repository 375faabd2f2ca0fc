"""Make the brief of one task, wherever that is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.errors import BriefsError, ExitCode, Message
from briefs.tasks.building import build, gather
from briefs.tasks.everywhere.planning import Task


@dataclass(frozen=True, slots=True)
class Order:
    """A task, and where its corpus stands; `run` names the call it belongs to."""

    run: str
    folders: tuple[Path, ...]
    task: Task


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a brief could not be made, and what the command would end with."""

    task: str
    why: Message
    exit_code: ExitCode


Files = Sequence[tuple[str, bytes]]
"""The names and contents of the files of one brief, the brief itself first."""


def make(order: Order) -> Files | Failure:
    """Return the files of a brief, or why there are none; nothing is raised."""
    try:
        shelf = _corpus(order.run, order.folders, order.task.country)
        (job,) = gather.jobs(shelf, order.task.request)
        return build.finished(job)
    except BriefsError as error:
        return Failure(order.task.name, error.whole, error.exit_code)
    except Exception as error:  # one brief must not end the others
        what = f"{type(error).__name__}: {error}"
        return unexpected(order.task.name, what)


def unexpected(task: str, what: str) -> Failure:
    """Return the failure of a brief for a reason that nobody foresaw."""
    told = Message("unexpected error, {what}; please report it", what=what)
    return Failure(task, told, ExitCode.UNEXPECTED)


@lru_cache(maxsize=1)
def _corpus(run: str, folders: tuple[Path, ...], country: str) -> Corpus:
    """Open the corpus once for each run and country.

    So what was read of one country is let go when the next one's turn comes.
    """
    return Corpus(folders)
