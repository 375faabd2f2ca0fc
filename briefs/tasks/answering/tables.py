"""Find the figures on topics in many editions, and those that they repeat."""

import functools
import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefs.corpus.beside import ledger
from briefs.corpus.corpus import Corpus
from briefs.figures import observations, subjects
from briefs.figures.observations import Told
from briefs.files import asking, cache
from briefs.files.database import Index, Made, Part
from briefs.match import index as matching
from briefs.model import Edition, Figure, Passage
from briefs.tasks.answering import searching
from briefs.tasks.answering.filling import Kind, fill

_ALL = ""
"""The part that tells all figures of an edition shortly."""

_OTHER = "-"
"""The part with the figures on no topic."""


class Placed(NamedTuple):
    """A figure with the edition and the passage it stands in."""

    edition: Edition
    passage: Passage
    figure: Figure


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A figure with its place among those of its edition.

    `same` is a short name of what makes it the same as another.
    """

    nth: int
    same: bytes
    figure: Figure


_Short = tuple[bytes, str | None]
"""What makes a figure the same as another, and its period."""


def figures(
    corpus: Corpus, editions: Sequence[Edition], topics: Iterable[str] | None
) -> list[Placed]:
    """Return the figures of editions that are on some topics, or all for None.

    They come as `observations.every` has them. Raises CorpusError for a source that was
    altered and for a malformed ledger or number grammar.
    """
    asked = (*corpus.topics, _OTHER) if topics is None else tuple(topics)
    return asking.answered(lambda index: list(_placed(index, corpus, editions, asked)))


def _placed(
    index: Index, corpus: Corpus, editions: Sequence[Edition], topics: Sequence[str]
) -> Iterator[Placed]:
    numbers = fill(index, corpus, editions, _kind(corpus))
    stands = fill(index, corpus, editions, searching.kind(corpus))
    found = _found(index, numbers, topics)
    speaking = {(e.country, e.language) for e in editions if found[e.id]}
    serial = [e for e in editions if (e.country, e.language) in speaking]
    asked = frozenset(one.same for e in serial for one in found[e.id])
    told = _first_tellings(index, numbers, serial, asked)
    in_turn = {stands[edition.id]: edition for edition in observations.in_turn(serial)}
    wanted = {
        number: sorted({one.figure.paragraph for one in found[edition.id]})
        for number, edition in in_turn.items()
    }
    for number, passages in searching.passages(index, wanted):
        edition = in_turn[number]
        for one in found[edition.id]:
            placed = observations.repeated(one.figure, edition, told[one.same])
            yield Placed(edition, passages[placed.paragraph], placed)


def _mark(figure: Figure, edition: Edition) -> bytes:
    """Return a short name of what makes a figure the same as another."""
    same = observations.same(figure, edition)
    return hashlib.blake2b(same.encode(), digest_size=16).digest()


def _found(
    index: Index, numbers: dict[str, int], topics: Iterable[str]
) -> dict[str, list[_Numbered]]:
    """Return the figures on topics, by edition and in their order, each once."""
    found: dict[str, dict[int, _Numbered]] = {id: {} for id in numbers}
    for topic in topics:
        data = index.entries(numbers.values(), topic)
        for id, number in numbers.items():
            for one in cache.decoded(data[number], list[_Numbered]):
                found[id][one.nth] = one
    return {id: [own[nth] for nth in sorted(own)] for id, own in found.items()}


def _first_tellings(
    index: Index,
    numbers: dict[str, int],
    editions: Sequence[Edition],
    asked: Collection[bytes],
) -> dict[bytes, Told]:
    """Return where each of the figures asked for was told first."""
    data = index.entries((numbers[edition.id] for edition in editions), _ALL)
    told: dict[bytes, Told] = {}
    for edition in observations.in_turn(editions):
        for same, period in cache.decoded(data[numbers[edition.id]], list[_Short]):
            if same in asked and same not in told:
                told[same] = Told(edition, period)
    return told


def _kind(corpus: Corpus) -> Kind:
    taxonomy = matching.taxonomy(corpus)

    @functools.cache
    def grammar(language: str) -> tuple[str | bytes, ...]:
        files = (f"numbers/{language}.toml", "organisations.toml")
        return tuple(cache.contents(map(corpus.lent, files)))

    def key(edition: Edition) -> str:
        own = cache.contents([ledger.path(edition)])
        parts = (*matching.parts(edition), edition.covers, taxonomy)
        return cache.digest(*parts, *own, *grammar(edition.language))

    def make(edition: Edition) -> Made:
        topics = tuple(corpus.topics.values())
        places = subjects.by_passage(matching.find(corpus, [edition], topics))
        found = [f for _, f in observations.of_edition(corpus, edition, places)]
        short: list[_Short] = [(_mark(f, edition), f.period) for f in found]
        on: dict[str, list[_Numbered]] = {code: [] for code in (*corpus.topics, _OTHER)}
        for nth, (figure, (same, _)) in enumerate(zip(found, short, strict=True)):
            # An indicator may be of a topic that this corpus has not.
            known = [code for code in figure.topics if code in on]
            for code in known or (_OTHER,):
                on[code].append(_Numbered(nth, same, figure))
        entries: dict[Part, bytes] = {c: cache.encoded(own) for c, own in on.items()}
        return Made(key(edition), {**entries, _ALL: cache.encoded(short)})

    return Kind("figures", key, make)
