"""Fill the index with what it lacks of some editions, on all cores, each once."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain

from briefs.corpus import sources
from briefs.corpus.corpus import Corpus
from briefs.files import asking
from briefs.files.database import Index, Made
from briefs.model import Edition

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


def _made(editions: Sequence[Edition], kind: Kind) -> Iterable[Made]:
    """Return what is made of each edition, as soon as it is made.

    The first is made here: processes share what this one has read, so that vocabulary
    and rules are read once and not by each.
    """
    workers = min(len(editions), os.cpu_count() or 1)
    forks = "fork" in multiprocessing.get_all_start_methods()
    if len(editions) <= _FEW or workers == 1 or not forks:
        return map(kind.make, editions)
    first, others = kind.make(editions[0]), editions[1:]
    pool = ProcessPoolExecutor(
        workers, multiprocessing.get_context("fork"), _inherit, (others, kind)
    )
    found = pool.map(_make, range(len(others)))
    return chain([first], _collected(pool, found, others, kind))


def _collected(
    pool: ProcessPoolExecutor,
    found: Iterator[Made],
    editions: Sequence[Edition],
    kind: Kind,
) -> Iterator[Made]:
    """Yield what the processes make; go on alone where the system ends one of them."""
    done = 0
    with pool:
        try:
            for made in found:
                yield made
                done += 1
            return
        except BrokenProcessPool:
            pool.shutdown(cancel_futures=True)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
    yield from map(kind.make, editions[done:])


_inherited: list[tuple[Sequence[Edition], Kind]] = []


def _inherit(editions: Sequence[Edition], kind: Kind) -> None:
    _inherited.append((editions, kind))


def _make(nth: int) -> Made:
    editions, kind = _inherited[-1]
    return kind.make(editions[nth])
