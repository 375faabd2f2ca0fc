"""Refuse links that lead out of a corpus: one that was sent reads no other files."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from briefs.errors import CorpusError, Message
from briefs.files import resources


def require_inside(folder: Path) -> None:
    """Raise CorpusError for a link in a corpus that leads out of it, or nowhere.

    Only what is read of a corpus is looked at: a folder may hold other things.
    """
    for link in _links(folder):
        if not _leads_inside(link, folder):
            raise CorpusError(
                Message("{file} is a link that leads out of the corpus", file=link),
                hint=Message("put the file itself in its place"),
            )


def _leads_inside(link: Path, folder: Path) -> bool:
    try:
        return link.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # it leads to itself
        return False


def _links(folder: Path) -> Iterator[Path]:
    names = _names()
    waiting = [place for place in _within(folder) if place.name in names]
    while waiting:
        place = waiting.pop()
        if place.is_symlink():
            yield place
        else:
            waiting += _within(place)


def _within(place: Path) -> list[Path]:
    """Return the links and the folders of a folder; files of its own are no matter."""
    try:
        with os.scandir(place) as held:
            return [
                Path(one.path)
                for one in held
                if one.is_symlink() or one.is_dir(follow_symlinks=False)
            ]
    except OSError:  # whoever reads there says what is wrong
        return []


@cache
def _names() -> frozenset[str]:
    """Return what a corpus may hold, as the package's does."""
    ours = resources.data_dir("corpus").iterdir()
    return frozenset({"editions", *(path.name for path in ours)})
