"""Say in which order excerpts have their turn to be chosen."""

from collections.abc import Iterable, Iterator

from briefs.compose.excerpts.cuts.cutting import Cutting
from briefs.model import Grade
from briefs.text.sentences import count_words

CHOSEN = 50.0
"""The least weight of what a person chose to be quoted before the rest."""

_TURNS = 2  # excerpts that each edition has before the weightiest go first
_LONG = 150  # words of the source
_GRAVEST = 3


def in_turns(cuttings: Iterable[Cutting]) -> Iterator[Cutting]:
    """Yield excerpts by weight, but the first of each edition before all others.

    An edition that speaks of the topic only in passing has no turn of its own, unless a
    person chose what it says; one that surely speaks of it once, has one. Before them
    all comes the first of each country: none goes unheard because another has more
    reports. At the end comes what is long, neither chosen nor of the gravest, so that
    it takes no room from several others.
    """
    queues: dict[str, list[Cutting]] = {}
    heard: dict[str, Cutting] = {}
    ranked = sorted(cuttings, key=_rank)
    for cutting in ranked:
        heard.setdefault(cutting.finding.edition.country, cutting)
    countries = [*heard.values()] if len(heard) > 1 else []
    for cutting in ranked:
        strong = cutting.finding.match.grade is Grade.STRONG
        sure = strong or cutting.weight >= CHOSEN
        if sure and not any(cutting is one for one in countries):
            queues.setdefault(cutting.finding.edition.id, []).append(cutting)
    first = [
        queue[turn]
        for turn in range(_TURNS)
        for queue in queues.values()
        if turn < len(queue)
    ]
    yield from (*countries, *first)
    early = {id(cutting) for cutting in (*countries, *first)}
    late = [cutting for cutting in ranked if id(cutting) not in early]
    yield from sorted(late, key=_waits)


def _waits(cutting: Cutting) -> bool:
    """Tell whether an excerpt is long, and neither chosen nor of the gravest."""
    wanted = cutting.weight >= CHOSEN or cutting.gravity >= _GRAVEST
    return is_long(cutting) and not wanted


def is_long(cutting: Cutting) -> bool:
    """Tell whether an excerpt takes the room of several others."""
    return sum(map(count_words, cutting.parts)) > _LONG


def _rank(cutting: Cutting) -> tuple[float, int, str, int]:
    finding = cutting.finding
    return (
        -cutting.weight,
        -finding.edition.year,
        finding.edition.id,
        finding.passage.number,
    )
