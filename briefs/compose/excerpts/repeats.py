"""Show each sentence once, in its newest form, and tell all years in which it stands.

A sentence that several years of a report say is quoted from the newest of them; of
several places of one year from the topic it is surest about, and there from the first
paragraph. Where it is said elsewhere it is left out. What is new in a year is chosen
before what the year repeats.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefs.compose.excerpts.cuts.cutting import Cutting
from briefs.match.index import Finding
from briefs.model import Grade
from briefs.years.sayings import Place, Saying, Sayings

NOVEL = 25.0
"""What novelty adds to an excerpt's weight: more than anything but a choice does."""

Starts = frozenset[int]
"""Where sentences of a paragraph begin."""

Repeated = Mapping[str, Mapping[tuple[str, int], Starts]]
"""What is said elsewhere, by topic, then by edition and paragraph."""


@dataclass(frozen=True, slots=True)
class Years:
    """In which years an excerpt is said, its own among them.

    `exact` are those in which all of it stands word for word, `likewise` those in which
    it stands with few other words, `partly` those with a sentence of it.
    """

    exact: frozenset[int]
    likewise: frozenset[int] = frozenset()
    partly: frozenset[int] = frozenset()


def elsewhere(
    findings: Mapping[str, Sequence[Finding]],
    sayings: Sayings,
    pins: Callable[[Finding], bool] = lambda _: False,
) -> dict[str, dict[tuple[str, int], Starts]]:
    """Return the sentences that are to be quoted from another place than their own.

    `findings` are those of the topics of a brief, by topic, what is never to be quoted
    left out. What somebody `pins` is quoted where it stands.
    """
    homes: dict[Saying, tuple[tuple[int, ...], object]] = {}
    every = [
        (
            sayings.saying(finding.edition.id, place),
            (not pins(finding), *_rank(finding, place, turn)),
            where,
        )
        for turn, (code, found) in enumerate(findings.items())
        for finding in found
        for place in sayings.of(finding.edition.id, finding.passage.number)
        if (where := (code, finding.edition.id, place.paragraph, place.start))
    ]
    for saying, rank, where in every:
        homes[saying] = min(homes.get(saying, (rank, where)), (rank, where))
    left: dict[str, dict[tuple[str, int], set[int]]] = {code: {} for code in findings}
    for saying, (free, *_), where in every:
        if free and homes[saying][1] != where:
            code, edition, paragraph, start = where
            left[code].setdefault((edition, paragraph), set()).add(start)
    return {
        code: {place: frozenset(starts) for place, starts in places.items()}
        for code, places in left.items()
    }


def said(cutting: Cutting, sayings: Sayings) -> frozenset[Saying]:
    """Return what an excerpt says, sentence by sentence."""
    edition = cutting.finding.edition.id
    return frozenset(
        sayings.saying(edition, place) for place in _places(cutting, sayings)
    )


def is_said(finding: Finding, shown: frozenset[Saying], sayings: Sayings) -> bool:
    """Tell whether a sentence of a passage is shown, if only from another year."""
    id = finding.edition.id
    return any(
        sayings.saying(id, place) in shown
        for place in sayings.of(id, finding.passage.number)
    )


def novel(cuttings: Iterable[Cutting], sayings: Sayings) -> list[Cutting]:
    """Return excerpts with the weight of what is new in them since the year before."""
    return [
        replace(cutting, weight=cutting.weight + NOVEL * _novelty(cutting, sayings))
        for cutting in cuttings
    ]


def years(cutting: Cutting, sayings: Sayings) -> Years:
    """Return the years in which an excerpt is said."""
    own = cutting.finding.edition
    places = list(_places(cutting, sayings))
    also = frozenset(finding.edition.year for finding in cutting.also)
    if not places:
        return Years(frozenset({own.year}), also)
    exact = [sayings.years(own.id, place) for place in places]
    alike = [sayings.likewise(own.id, place) for place in places]
    same = frozenset.intersection(*exact)
    likewise = frozenset.intersection(*alike) | also
    partly = frozenset.union(*alike)
    return Years(same, likewise - same, partly - likewise - same)


def _novelty(cutting: Cutting, sayings: Sayings) -> float:
    """Return the share of an excerpt that no year before it says, from 0 to 1."""
    edition = cutting.finding.edition
    places = list(_places(cutting, sayings))
    if not places or not sayings.earlier(edition.id):
        return 0.0
    fresh = (min(sayings.likewise(edition.id, p)) >= edition.year for p in places)
    return sum(fresh) / len(places)


def _places(cutting: Cutting, sayings: Sayings) -> Iterator[Place]:
    """Yield the sentences that an excerpt quotes."""
    for run in cutting.runs:
        for place in sayings.of(cutting.finding.edition.id, run.passage.number):
            if place.span.overlaps(run.span):
                yield place


def _rank(finding: Finding, place: Place, turn: int) -> tuple[int, ...]:
    """Return what places of one saying are sorted by: the first is its home."""
    headed = any(reason.kind == "heading" for reason in finding.match.reasons)
    sure = 0 if headed else 1 if finding.match.grade is Grade.STRONG else 2
    return -finding.edition.year, sure, turn, place.paragraph, place.start
