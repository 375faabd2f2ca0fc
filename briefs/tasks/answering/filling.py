"""Fill the index with what it lacks of some editions, on all cores, each once."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from briefs.corpus import sources
from briefs.corpus.corpus import Corpus
from briefs.files import asking
from briefs.files.database import Index, Made
from briefs.model import Edition
from briefs.tasks import workers

_UNALTERED = "unaltered"
"""What the index calls the marks of sources that were read and found as they were."""

_FEW = 3
"""Editions that are read sooner than processes are started."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What the index holds of each edition.

    `key` names an edition together with all that its entries are made from; `make`
    makes them. Nothing else may change what is made.
    """

    name: str
    key: Callable[[Edition], str]
    make: Callable[[Edition], Made]


def fill(
    index: Index, corpus: Corpus, editions: Sequence[Edition], kind: Kind
) -> dict[str, int]:
    """Return the number that each edition has in the index, by its id.

    What is missing is made first. Raises CorpusError for a source that was altered.
    """
    _require_unaltered(index, corpus, editions)
    keys = {edition.id: kind.key(edition) for edition in editions}
    held = index.held(kind.name, keys.values())
    if any(key not in held for key in keys.values()):
        with asking.alone(index):
            held = index.held(kind.name, keys.values())
            lacking = [e for e in editions if keys[e.id] not in held]
            index.put(kind.name, corpus.watch(_made(lacking, kind), len(lacking)))
        held = index.held(kind.name, keys.values())
    return {id: held[key] for id, key in keys.items()}


def _require_unaltered(
    index: Index, corpus: Corpus, editions: Sequence[Edition]
) -> None:
    """Raise CorpusError for a source that was altered since the index was filled.

    One whose file the system calls unchanged since then is not read: what is answered
    of it comes from the index, and was made of the text that has its checksum.
    """
    stamps = {edition.id: sources.stamp(edition) for edition in editions}
    known = index.held(_UNALTERED, filter(None, stamps.values()))
    unknown = [edition for edition in editions if stamps[edition.id] not in known]
    for edition in unknown:
        corpus.check_source(edition)
    if seen := [Made(stamp, {}) for e in unknown if (stamp := stamps[e.id])]:
        index.put(_UNALTERED, seen)


def _made(editions: Sequence[Edition], kind: Kind) -> Iterator[Made]:
    """Yield what is made of each edition, as soon as it is made.

    The first is made here: processes share what this one has read, so that vocabulary
    and rules are read once and not by each. It goes on alone where the system ends one.
    """
    several = min(len(editions), os.cpu_count() or 1)
    forks = "fork" in multiprocessing.get_all_start_methods()
    if len(editions) <= _FEW or several == 1 or not forks:
        yield from map(kind.make, editions)
        return
    yield kind.make(editions[0])
    fork = multiprocessing.get_context("fork")
    done = 1
    try:
        with workers.pool(several, fork, kind, *editions) as pool:
            for made in pool.map(_make, range(done, len(editions))):
                yield made
                done += 1
    except BrokenProcessPool:
        yield from map(kind.make, editions[done:])


def _make(nth: int) -> Made:
    kind, edition = workers.inherited[0], workers.inherited[1 + nth]
    assert isinstance(kind, Kind)
    assert isinstance(edition, Edition)
    return kind.make(edition)
