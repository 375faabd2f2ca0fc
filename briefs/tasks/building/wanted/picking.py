"""Find the passages that an organisation picked by their ids."""

from collections.abc import Iterable, Iterator, Mapping

from briefs.choice import Picks
from briefs.compose.excerpts.picking import Picked, Place, place_of
from briefs.corpus import parallel
from briefs.corpus.corpus import Corpus
from briefs.corpus.parallel import Pairs
from briefs.errors import Message, UsageError
from briefs.files.data.tomlfile import nearest
from briefs.match import index
from briefs.match.index import Finding


class UnknownExcerptError(UsageError):
    """No passage on the topics, in the years asked for, has this id."""

    def __init__(self, id: str, known: Iterable[str]) -> None:
        close = nearest(id, known)
        hint = Message("`briefs excerpts` lists the excerpts with their ids")
        super().__init__(
            Message("there is no excerpt '{id}' on the topics of the brief", id=id),
            hint=close if close.template.startswith("did") else hint,
        )
        self.id = id


def resolve(
    picks: Picks,
    corpus: Corpus,
    pairs: Pairs,
    findings: Mapping[str, tuple[Finding, ...]],
) -> Picked:
    """Return the places of the passages that were picked.

    A passage may be named by its id in any language in which the corpus has the
    report. Raises UnknownExcerptError for an id of none that was found.
    """
    if not picks:
        return Picked()
    known = _Known(corpus, pairs, findings)
    only = frozenset(known.places(picks.only))
    without = frozenset(known.places(picks.without))
    pinned = frozenset(known.places(picks.pin))
    if torn := (pinned | only) & without:
        raise _contradiction(known.name(min(torn)))
    if only and (torn := pinned - only):
        raise _contradiction(known.name(min(torn)))
    order: dict[Place, int] = {}
    for place in known.places(picks.order):
        order.setdefault(place, len(order))
    return Picked(only or None, without, pinned | only, order)


def _contradiction(id: str) -> UsageError:
    return UsageError(
        Message("the excerpt {id} is wanted and left out at once", id=id),
        hint=Message("name it once"),
    )


class _Known:
    """The passages that were found, by the ids that name them."""

    def __init__(
        self,
        corpus: Corpus,
        pairs: Pairs,
        findings: Mapping[str, tuple[Finding, ...]],
    ) -> None:
        self._corpus, self._pairs = corpus, pairs
        self._found: dict[str, list[Place]] = {}
        for group in findings.values():
            for finding in group:
                self._found.setdefault(finding.id, []).append(place_of(finding))
        self._others: dict[str, list[Place]] | None = None

    def places(self, ids: Iterable[str]) -> Iterator[Place]:
        """Yield the places that ids name."""
        for id in ids:
            places = self._found.get(id) or self._elsewhere().get(id)
            if not places:
                raise UnknownExcerptError(id, self._found)
            yield from places

    def name(self, place: Place) -> str:
        """Return the id of a place."""
        return next(id for id, places in self._found.items() if place in places)

    def _elsewhere(self) -> dict[str, list[Place]]:
        """Return the places that passages of other languages stand for."""
        if self._others is None:
            self._others = {}
            found = {place for places in self._found.values() for place in places}
            for edition in self._pairs.editions:
                own = self._corpus.passages(edition)
                for other in self._pairs.others[edition.id].values():
                    theirs = parallel.passages(own, self._corpus.passages(other))
                    for number, passage in theirs.items():
                        if (edition.id, number) in found:
                            id = index.name(other, passage)
                            self._others.setdefault(id, []).append((edition.id, number))
        return self._others
