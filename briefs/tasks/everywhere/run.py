"""Make the briefs of every country: what is missing or stale, each for itself."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.errors import BriefsError, ExitCode
from briefs.files import deliver
from briefs.files.watching import Watch
from briefs.tasks.building import build, gather, sparing
from briefs.tasks.building.destination import STDOUT, destination, too_many
from briefs.tasks.building.wanted import asked
from briefs.tasks.building.wanted.request import Request
from briefs.tasks.everywhere import cluster, current, planning, pool
from briefs.tasks.everywhere.making import Failure, Files, Order
from briefs.tasks.everywhere.planning import Task
from briefs.verify.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Everywhere:
    """What came of a call: files made, files left because they are as they would be.

    `failed` tells which briefs could not be made, in the order of the countries.
    """

    made: tuple[Path, ...]
    kept: tuple[Path, ...]
    failed: tuple[Failure, ...]

    @property
    def exit_code(self) -> ExitCode:
        """What the command ends with: the code of the first brief that failed."""
        return self.failed[0].exit_code if self.failed else ExitCode.DONE


@dataclass(frozen=True, slots=True)
class _Place:
    """A task with where its brief goes and the recipe that it will have."""

    task: Task
    files: tuple[Path, ...]
    recipe: Recipe


def make(
    corpus: Corpus, request: Request, watch: Watch, scheduler: str | None = None
) -> Everywhere:
    """Make a brief for each country, topic and language, in a folder for each country.

    Each is put in place as soon as it is made and proven. One that is there already and
    current stays. `scheduler` is the address of a Dask scheduler. Raises BriefsError
    where nothing can be made at all.
    """
    asked.require_possible(request)
    if request.output == STDOUT:
        raise too_many(STDOUT)
    home = destination(request.output, kind=request.look.format, several=True).folder
    kept: list[_Place] = []
    wanted: list[_Place] = []
    for place in _places(corpus, request, home):
        is_there = current.is_current(place.files[0], place.task, place.recipe)
        (kept if is_there else wanted).append(place)
    came = dict(watch(_outcomes(corpus, wanted, scheduler), len(wanted)))
    ended = [came[nth] for nth in range(len(wanted))]
    return Everywhere(
        made=tuple(path for one in ended if isinstance(one, tuple) for path in one),
        kept=tuple(path for one in kept for path in one.files),
        failed=tuple(one for one in ended if isinstance(one, Failure)),
    )


def _places(corpus: Corpus, request: Request, home: Path) -> Iterator[_Place]:
    """Yield what there is to make, country by country."""
    for task in planning.tasks(corpus, request):
        name = gather.name(task.request, [task.topic.code], task.locale)
        names = build.names(name, task.request.look)
        files = tuple(home / task.country / one for one in names)
        yield _Place(task, files, current.expected(corpus, task))


def _outcomes(
    corpus: Corpus, places: Sequence[_Place], scheduler: str | None
) -> Iterator[tuple[int, tuple[Path, ...] | Failure]]:
    """Yield what comes of each place: the files that were put there, or why not."""
    run = secrets.token_hex(8)
    folders = tuple(folder.resolve() for folder in corpus.folders)
    orders = [Order(run, folders, one.task) for one in places]
    found = cluster.made(orders, scheduler) if scheduler else pool.made(orders)
    for nth, outcome in found:
        yield nth, _delivered(corpus, places[nth], outcome)


def _delivered(
    corpus: Corpus, place: _Place, outcome: Files | Failure
) -> tuple[Path, ...] | Failure:
    """Put the files of a brief in place; return their paths, or why they are not."""
    if isinstance(outcome, Failure):
        return outcome
    request = place.task.request
    contents = [content for _, content in outcome]
    try:
        current.require_same(contents[0], place.recipe)
        sources = build.sources(corpus, request)
        sparing.require(place.files, sources, force=request.force)
        files = dict(zip(place.files, contents, strict=True))
        return tuple(deliver.write_all(files))
    except BriefsError as error:
        return Failure(place.task.name, error.whole, error.exit_code)
