"""Put reviewed rows into the ledger of an edition: proven, and all of them or none."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefs.corpus.beside import declined, ledger
from briefs.corpus.beside.declined import Declined
from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError, Message, UsageError, lines
from briefs.figures import pending, review, sums
from briefs.figures.proving import proof, together
from briefs.files import deliver
from briefs.files.data.tomlfile import nearest
from briefs.model import Edition, Figure
from briefs.tasks.checking import ledgers
from briefs.tasks.reviewing import draftfile, drafting
from briefs.tasks.reviewing.draftfile import Decision


@dataclass(frozen=True, slots=True)
class Accepted:
    """A ledger that grew, by how many rows, how many were declined and are left."""

    path: Path
    rows: int
    declined: int
    left: int


def from_file(corpus: Corpus, name: str, path: Path, *, all_sure: bool) -> Accepted:
    """Accept the rows of a reviewed draft that say yes, decline those that say no.

    With `all_sure`, those that are sure and undecided are accepted too. Raises
    CorpusError with every row that is not proven, DeliveryError where nothing can be
    written; then nothing is changed.
    """
    edition = corpus.edition(name)
    passages = corpus.paragraphs(edition)
    decided = draftfile.read(path)
    taken = [
        one for one in decided if one.accepted or _by_itself(one, all_sure=all_sure)
    ]
    rows: list[tuple[Message, Figure]] = []
    left: list[Declined] = []
    faults: list[Message] = []
    for one in decided:
        try:
            if one in taken:
                row = ledger.figure(one.row, edition, passages)
                rows.append((one.row.place, row))
            elif one.accepted is False:
                left.append(declined.entry(one.row, passages))
        except CorpusError as fault:
            faults.append(fault.whole)
    if faults:
        raise CorpusError(lines(faults))
    return _put(corpus, edition, rows, left)


def by_name(corpus: Corpus, name: str, names: Collection[str]) -> Accepted:
    """Accept drafts as they are: the rows named "p12.2", or all of paragraph "p12".

    Raises UsageError for a name that no draft has, and as `from_file` does.
    """
    drafts = drafting.drafts(corpus, name)
    known = {draft.name for draft in drafts}
    known |= {one.partition(".")[0] for one in known}
    for each in names:
        if each not in known:
            raise UsageError(
                Message("no row to review is named {name}", name=each),
                hint=nearest(each, known),
            )
    chosen = [d for d in drafts if {d.name, d.name.partition(".")[0]} & {*names}]
    rows = [(Message("{name}", name=each.name), each.figure) for each in chosen]
    return _put(corpus, corpus.edition(name), rows, [])


def sure(corpus: Corpus, name: str) -> Accepted:
    """Accept the drafts that are sure. Raises as `from_file` does."""
    drafts = drafting.drafts(corpus, name)
    rows = [(Message("{name}", name=d.name), d.figure) for d in drafts if d.sure]
    return _put(corpus, corpus.edition(name), rows, [])


def _by_itself(one: Decision, *, all_sure: bool) -> bool:
    return all_sure and one.sure and one.accepted is None


def _put(
    corpus: Corpus,
    edition: Edition,
    rows: Sequence[tuple[Message, Figure]],
    left: Sequence[Declined],
) -> Accepted:
    """Prove rows and write them beside those before, in the order of the text.

    Who goes on in the same draft has accepted some rows already: they stay.
    """
    before = corpus.ledger(edition)
    rows = [(place, row) for place, row in rows if _proven(row) not in before]
    _require(corpus, edition, rows, before)
    file = ledger.path(edition)
    files = {}
    if rows:
        every = sorted(
            [*before, *(row for _, row in rows)], key=lambda f: (f.paragraph, f.span)
        )
        files[file] = ledger.to_csv(every, own=True).encode()
    if left:
        known = declined.read(edition, corpus.paragraphs(edition))
        files[declined.path(edition)] = declined.to_csv([*known, *left]).encode()
    deliver.write_all(files, option="--corpus")
    return Accepted(file, len(rows), len(left), len(pending.pending(corpus, edition)))


def _standing(place: Message) -> Callable[[Figure], Message]:
    """Return what says of any row that it stands at a place."""
    return lambda row: place


def _require(
    corpus: Corpus,
    edition: Edition,
    rows: Sequence[tuple[Message, Figure]],
    before: Sequence[Figure],
) -> None:
    """Raise CorpusError with every row that is there already or is not proven."""
    bench = drafting.bench(corpus, edition)
    faults: list[Message] = []
    seen = list(before)
    places: dict[int, Message] = {}
    for place, row in rows:
        if any(review.is_same(row, other) for other in seen):
            faults.append(
                Message(
                    "{place}: “{quote}” is in the ledger already",
                    place=place,
                    quote=row.quote,
                )
            )
            continue
        proven = _proven(row)
        seen.append(proven)
        places[id(proven)] = place
        named = ledgers.unknown([row], corpus, _standing(place))
        faults += [error.whole for error in named]
    faults += [_told(fault, places) for fault in _unproved(before, seen, bench)]
    faults += [
        _told(fault, places)
        for fault in ledgers.elsewhere(seen[len(before) :], corpus, edition)
    ]
    faults += [
        Message("{file}: {said}", file=ledger.path(edition), said=one.said)
        for one in sums.excesses(seen)
    ]
    if faults:
        raise CorpusError(lines(faults))


def _proven(row: Figure) -> Figure:
    return replace(row, reviewed=True)


def _unproved(
    before: Sequence[Figure], rows: Sequence[Figure], bench: proof.Bench
) -> Iterator[proof.Fault]:
    """Yield what is wrong with rows, alone or together, that was not wrong `before`."""
    known = {(id(fault.row), str(fault.said)) for fault in _faults(before, bench)}
    for fault in _faults(rows, bench):
        if (id(fault.row), str(fault.said)) not in known:
            yield fault


def _faults(rows: Sequence[Figure], bench: proof.Bench) -> Iterator[proof.Fault]:
    cases = list(proof.cases(rows, bench))
    yield from proof.judged(cases)
    yield from together.faults(cases, bench)


def _told(fault: proof.Fault, places: Mapping[int, Message]) -> Message:
    """Say in which row a fault is: of the draft, or of the ledger beside it."""
    place = places.get(id(fault.row), Message("{name}", name="figures.csv"))
    said = proof.told(fault, place)
    return Message("{said} ({advice})", said=said, advice=fault.advice)
