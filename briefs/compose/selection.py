"""Choose excerpts within the room there is, and put them in the order of reading."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import regex

from briefs.compose import cutting as excerpts
from briefs.compose.cutting import Cutting
from briefs.compose.plan import Plan
from briefs.model import Figure, Grade, Passage

Size = Callable[[Cutting], float]
"""Returns the height of an excerpt in lines."""

_RECOMMENDATIONS = regex.compile(r"(?i)рекомендаци|сунуштама|recommendation")
_ADVICE = 3  # recommendations have at most a third of the room


@dataclass(frozen=True, slots=True)
class Choice:
    """What is quoted on a topic, and how many more passages there are.

    `said` and `advised` (recommendations) are in the order of strength.
    """

    said: tuple[Cutting, ...]
    advised: tuple[Cutting, ...]
    omitted: int


def telling(figures: Iterable[Figure]) -> dict[tuple[str, int], list[str]]:
    """Return the sentences that tell a figure of a series, by edition and paragraph."""
    told: dict[tuple[str, int], list[str]] = {}
    for figure in figures:
        if figure.indicator:
            place = figure.edition, figure.paragraph
            told.setdefault(place, []).append(figure.sentence)
    return told


def share(
    found: Mapping[str, Sequence[Cutting]], room: float, plan: Plan, size: Size
) -> dict[str, Choice]:
    """Choose the excerpts of each topic so that all together fill the room.

    Room that a topic does not need goes to the others.
    """
    rooms = _shares(room, [sum(map(size, cuttings)) for cuttings in found.values()])
    most, more = divmod(plan.most or 0, len(found))
    return {
        topic: _choice(
            cuttings,
            rooms[place],
            plan,
            max(1, most + (place < more)) if plan.most else len(cuttings),
            size,
        )
        for place, (topic, cuttings) in enumerate(found.items())
    }


def _choice(
    cuttings: Sequence[Cutting], room: float, plan: Plan, most: int, size: Size
) -> Choice:
    advice = [cutting for cutting in cuttings if _recommends(cutting)]
    said = [cutting for cutting in cuttings if not _recommends(cutting)]
    advised: list[Cutting] = []
    if plan.advice:
        advised = _choose(advice, room / _ADVICE, plan.fewest, most, size)
    left = room - sum(map(size, advised))
    chosen = _choose(said, left, plan.fewest, most, size)
    return Choice(tuple(chosen), tuple(advised), len(said) - len(chosen))


def _choose(
    cuttings: Iterable[Cutting], room: float, fewest: int, most: int, size: Size
) -> list[Cutting]:
    """Return the weightiest excerpts there is room for, each edition in its turn.

    So that no year goes unheard because another has more to say.
    """
    queues: dict[str, list[Cutting]] = {}
    for cutting in sorted(cuttings, key=_rank):
        queues.setdefault(cutting.finding.edition.id, []).append(cutting)
    chosen: list[Cutting] = []
    for turn in range(max(map(len, queues.values()), default=0)):
        for queue in queues.values():
            if turn >= len(queue):
                continue
            room -= size(queue[turn])
            if len(chosen) >= most or (room < 0 and len(chosen) >= fewest):
                return chosen
            chosen.append(queue[turn])
    return chosen


def _shares(room: float, demands: Sequence[float]) -> list[float]:
    """Share room out: nobody gets more than it demands, the rest goes to the others."""
    given = [0.0] * len(demands)
    places = sorted(range(len(demands)), key=lambda place: demands[place])
    for done, place in enumerate(places):
        given[place] = min(demands[place], max(room, 0.0) / (len(demands) - done))
        room -= given[place]
    return given


def by_year(cuttings: Iterable[Cutting]) -> Iterator[tuple[int, list[Cutting]]]:
    """Yield the excerpts of each year: sure ones first, then as the text has them."""
    for year, group in groupby(in_order(cuttings), key=_year):
        yield year, sorted(group, key=_is_doubtful)


def in_order(cuttings: Iterable[Cutting]) -> list[Cutting]:
    """Return excerpts by year, edition and paragraph."""
    return sorted(
        cuttings,
        key=lambda cutting: (
            _year(cutting),
            cutting.finding.edition.id,
            cutting.finding.passage.number,
        ),
    )


def led_in(
    cuttings: Iterable[Cutting], passages: Mapping[str, Mapping[int, Passage]]
) -> Iterator[Cutting]:
    """Let each excerpt begin where it can be understood.

    `passages` are those of each edition by number. Nothing is added where the paragraph
    before, under the same heading, has just been quoted to its end.
    """
    last: Cutting | None = None
    for cutting in cuttings:
        finding = cutting.finding
        before = passages[finding.edition.id].get(finding.passage.number - 1)
        follows = (
            last is not None
            and before == last.finding.passage
            and before.text.endswith(last.parts[-1])
        )
        last = cutting
        if before and not follows and before.headings == finding.passage.headings:
            last = excerpts.lead_in(cutting, before)
        yield last


def _rank(cutting: Cutting) -> tuple[float, int, str, int]:
    finding = cutting.finding
    return (
        -cutting.weight,
        -finding.edition.year,
        finding.edition.id,
        finding.passage.number,
    )


def _is_doubtful(cutting: Cutting) -> bool:
    return cutting.finding.match.grade is not Grade.STRONG


def _year(cutting: Cutting) -> int:
    return cutting.finding.edition.year


def _recommends(cutting: Cutting) -> bool:
    headings = cutting.finding.passage.headings
    return any(_RECOMMENDATIONS.search(heading.text) for heading in headings)
