"""Make the briefs of a recipe again whenever something they are made of changes."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from briefs.corpus.corpus import Corpus
from briefs.errors import (
    BriefsError,
    InterruptionError,
    Message,
    SettingError,
    VerificationError,
)
from briefs.files import inputs
from briefs.files.data import tomlfile
from briefs.tasks import recipes
from briefs.tasks.building.wanted.ordering import Changed
from briefs.verify import quotations, received

Changes = Iterable[Set[Path]]
"""Yields the files that changed, whenever some did."""


@dataclass(frozen=True, slots=True)
class Round:
    """What came of making the briefs once: their files, and what is to be said.

    `error` is what is wrong with the recipe, None where the briefs were made.
    """

    files: tuple[Path, ...]
    said: tuple[Message, ...]
    error: BriefsError | None = None


def rounds(
    recipe: Path, corpus: Corpus, day: date, changed: Changed, changes: Changes | None
) -> Iterator[Round]:
    """Yield what came of the first making, then of each that a change made necessary.

    It ends with `changes`; by default these are those of the files on disk, and have no
    end. A mistake in the recipe is told, and waited for to be mended. Raises
    SettingError where there is no such file.
    """
    inputs.read_bytes(recipe, SettingError)
    before = _State()
    for news in _begun(changes or _on_disk(recipe, corpus)):
        shelf = type(corpus)(corpus.folders)
        try:
            files = recipes.build(recipe, shelf, day, changed, lambda made, total: made)
            after = _State.of(recipe, files)
            yield Round(tuple(files), tuple(_changes(before, after, news)))
            before = after
        except InterruptionError:  # the user is done, whatever was going on
            raise
        except BriefsError as error:
            yield Round((), (), error)


def _begun(changes: Changes) -> Changes:
    """Yield no change, for the first making, then those that come."""
    yield frozenset()
    yield from changes


def _on_disk(recipe: Path, corpus: Corpus) -> Changes:
    """Yield the files of a recipe that changed, as the system reports them."""
    from watchfiles import watch

    def concerns(_: object, file: str) -> bool:
        return any(
            Path(file) == one or one in Path(file).parents
            for one in _concerned(recipe, corpus)
        )

    concerned = _concerned(recipe, corpus)
    folders = {one if one.is_dir() else one.parent for one in concerned}
    below = {
        folder
        for one in concerned
        if one.is_dir()
        for folder in one.rglob("*")
        if folder.is_dir()
    }
    for found in watch(*folders, *below, watch_filter=concerns, recursive=False):
        yield {Path(file) for _, file in found}


def _concerned(recipe: Path, corpus: Corpus) -> list[Path]:
    """Return the files and folders that a recipe is made from."""
    home = recipe.resolve().parent
    found = [recipe.resolve(), *(folder.resolve() for folder in corpus.folders)]
    try:
        values = tomlfile.read(recipe, SettingError).values
    except SettingError:
        return found
    issuer = values.get("issuer")
    named = [values.get("look"), issuer.get("logo") if isinstance(issuer, dict) else ""]
    texts = [name for name in named if isinstance(name, str) and name]
    near = [(home / name).resolve() for name in texts]
    # Whoever sent a recipe does not choose which folders of the user are gone through.
    return found + [one for one in near if one.is_relative_to(home)]


@dataclass(frozen=True, slots=True)
class _State:
    """What a recipe said, and what its files held, when they were made."""

    values: Mapping[str, Any] | None = None
    contents: Mapping[Path, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, recipe: Path, files: Iterable[Path]) -> "_State":
        """Return what there is now."""
        values = tomlfile.read(recipe, SettingError).values
        return cls(values, {file: file.read_bytes() for file in files})


def _changes(before: _State, after: _State, news: Set[Path]) -> Iterator[Message]:
    """Yield what changed since the last time; at first there is nothing to compare."""
    if before.values is None or after.values is None:
        return
    names = sorted({file.name for file in news})
    keys = [
        key
        for key in sorted({*before.values, *after.values})
        if before.values.get(key) != after.values.get(key)
    ]
    if names:
        yield Message("changed: {what}", what=", ".join(names))
    if keys:
        yield Message("other in the recipe: {keys}", keys=", ".join(keys))
    for file, content in after.contents.items():
        yield from _compared(file, before.contents.get(file), content)


def _compared(file: Path, old: bytes | None, new: bytes) -> Iterator[Message]:
    """Yield how a file differs from what it was."""
    if old == new:
        yield Message("{file}: as before", file=file.name)
        return
    if old is None or file.suffix != ".pdf":
        yield Message("{file}: new", file=file.name)
        return
    gone, come = _ids(old) - _ids(new), _ids(new) - _ids(old)
    yield Message(
        "{file}: pages: {pages}, before: {before}",
        file=file.name,
        pages=_pages(new),
        before=_pages(old),
    )
    if come:
        yield Message("now quoted: {ids}", ids=", ".join(sorted(come)))
    if gone:
        yield Message("no longer quoted: {ids}", ids=", ".join(sorted(gone)))


def _ids(pdf: bytes) -> set[str]:
    try:
        return {id for each in quotations.recorded(pdf) for id in each.ids}
    except VerificationError:  # the sheets of a booklet have no record
        return set()


def _pages(pdf: bytes) -> int:
    with received.opened(pdf) as document:
        return len(document.pages)
