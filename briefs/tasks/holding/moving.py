"""Take an edition away from a corpus, or copy it to another, whole or not at all."""

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError, DeliveryError, Message, UsageError, reason
from briefs.files import deliver, inputs
from briefs.model import Edition
from briefs.tasks.holding.holdings import Shelf, home_of, place_of, shelf_of

_REMOVED = ".briefs-{}.removed"
_KEPT = "replaced"
_WORK = ("figures.csv", "declined.csv", "doubts.csv", "translations")
"""What people put beside a text, by its name there."""


def remove(corpus: Corpus, name: str) -> Path:
    """Take an edition away, with all that lies beside it; return where it stood.

    Raises CorpusError where there is no such edition, UsageError for one that came with
    the program, DeliveryError, with everything as before, where it cannot be moved.
    """
    with aside(corpus.edition(name)) as place:
        return place


@contextmanager
def in_place_of(
    name: str, corpus: Corpus, is_judged: Callable[[Edition], bool]
) -> Iterator[Path | None]:
    """Take away an edition of the first folder that is to be replaced, if it is there.

    What people had put beside its text is not lost, nor what was listed for them and
    `is_judged`: gives the folder where it will be kept, with that text; None where
    there is nothing of the kind.
    """
    home = corpus.folders[0]
    there = [] if corpus.is_empty else [e for e in corpus.editions if e.id == name]
    if not there or not (home / "editions" / name).is_dir():
        yield None
        return
    worked_on = _worked_on(there[0]) or is_judged(there[0])
    kept = _free(home / _KEPT / name) if worked_on else None
    with aside(there[0], kept):
        yield kept


def _worked_on(edition: Edition) -> bool:
    place = place_of(edition)
    return bool(_chosen(edition)) or any((place / name).exists() for name in _WORK)


def _free(place: Path) -> Path:
    """Return a place where nothing is kept yet: with a number, if something is."""
    numbered = (place.with_name(f"{place.name}-{number}") for number in count(2))
    return next(each for each in chain([place], numbered) if not each.exists())


@contextmanager
def aside(edition: Edition, kept: Path | None = None) -> Iterator[Path]:
    """Take an edition away; where what is done then fails, it is as before.

    Gives the folder where it stood; raises as `remove` does. Afterwards it is at `kept`
    or nowhere.
    """
    require_removable(edition)
    place, home = place_of(edition), home_of(edition)
    for left in home.glob(_REMOVED.format("*")):  # of a run that was ended
        shutil.rmtree(left, ignore_errors=True)
    away = home / _REMOVED.format(secrets.token_hex(8))
    try:
        away.mkdir()
        for part in (place, *_chosen(edition)):
            part.rename(away / part.name)
    except BaseException as problem:
        _put_back(away, place, _chosen_at(edition))
        if not isinstance(problem, OSError):
            raise
        raise DeliveryError(
            Message("cannot remove {file}, {why}", file=place, why=reason(problem)),
            hint=Message("see whether you may write to {folder}", folder=home),
        ) from problem
    try:
        yield place
    except BaseException:
        _put_back(away, place, _chosen_at(edition))
        raise
    if kept:
        kept.parent.mkdir(exist_ok=True)
        away.rename(kept)
    shutil.rmtree(away, ignore_errors=True)


def require_removable(edition: Edition) -> None:
    """Raise UsageError for an edition that came with the program."""
    if shelf_of(home_of(edition)) is Shelf.SHIPPED:
        raise UsageError(
            Message(
                "{edition} came with the program and is not removed", edition=edition.id
            ),
            hint=Message("`--years` and `--country` choose other editions"),
        )


def copy(corpus: Corpus, name: str, folder: Path) -> tuple[Path, bool]:
    """Copy an edition with all that lies beside it into another corpus folder.

    Return its new place, and whether anything was written: what is there already
    stays. Raises CorpusError where there is no such edition, its source was altered, or
    the other folder has it with another content; DeliveryError where that cannot be
    written.
    """
    edition = corpus.edition(name)
    corpus.check_source(edition)
    place = folder / "editions" / edition.id
    files = dict(_files(edition, folder))
    if (place / "edition.toml").exists():
        if all(_holds(path, data) for path, data in files.items()):
            return place, False
        raise CorpusError(
            Message(
                "{folder} has {edition} already, with another content",
                folder=folder,
                edition=edition.id,
            ),
            hint=Message("remove it there first, or name another folder with --to"),
        )
    deliver.write_all(files, option="--to")
    return place, True


def _files(edition: Edition, folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of an edition as they will stand, its settings last."""
    home = place_of(edition)
    last = home / "edition.toml"
    inside = (one for one in sorted(home.rglob("*")) if one.is_file() and one != last)
    for file in (*_chosen(edition), *inside, last):
        relative = file.relative_to(home_of(edition))
        yield folder / relative, inputs.read_bytes(file, CorpusError, inputs.SOURCE)


def _chosen(edition: Edition) -> list[Path]:
    """Return the file in which a person chose what is quoted of it, if there is one."""
    file = _chosen_at(edition)
    return [file] if file.exists() else []


def _chosen_at(edition: Edition) -> Path:
    return home_of(edition) / "selections" / f"{edition.id}.toml"


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _put_back(aside: Path, place: Path, chosen: Path) -> None:
    """Undo what was moved already."""
    for part in (place, chosen):
        if (aside / part.name).exists():
            (aside / part.name).rename(part)
    if aside.is_dir():
        shutil.rmtree(aside, ignore_errors=True)
