"""Choose excerpts within the room there is, and put them in the order of reading."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import regex

from briefs.compose.excerpts.cuts.cutting import Cutting
from briefs.compose.excerpts.turns import in_turns, is_long
from briefs.compose.pages.plan import Plan
from briefs.match.index import Finding
from briefs.model import RUN_IN, Figure, Grade
from briefs.text.sentences import count_words

Size = Callable[[Cutting], float]
"""Returns the height of an excerpt in lines."""

Says = Callable[[Cutting], frozenset[object]]
"""Returns what an excerpt says, sentence by sentence."""

_RECOMMENDATIONS = regex.compile(r"(?i)рекомендаци|сунуштама|recommendation")
LONGEST_ADVICE = 45
"""Words of a recommendation that is told in short."""

_GRAVE = 2
_HAIR = 0.01  # sums of heights are no more exact


@dataclass(frozen=True, slots=True)
class Choice:
    """What is quoted on a topic.

    `said` are in the order of strength, `advised` (recommendations) as the reports have
    them.
    """

    said: tuple[Cutting, ...]
    advised: tuple[Cutting, ...]


def telling(figures: Iterable[Figure]) -> dict[tuple[str, int], list[str]]:
    """Return the sentences that tell a figure of a series, by edition and paragraph."""
    told: dict[tuple[str, int], list[str]] = {}
    for figure in figures:
        if figure.indicator:
            place = figure.edition, figure.paragraph
            told.setdefault(place, []).append(figure.sentence)
    return told


def share(
    found: Mapping[str, Sequence[Cutting]],
    room: float,
    plan: Plan,
    size: Size,
    says: Says = lambda _: frozenset(),
) -> dict[str, Choice]:
    """Choose the excerpts of each topic so that all together fill the room.

    Room that a topic does not need goes to the others. No excerpt is chosen that says,
    by its sentences, what one before it says.
    """
    shown: set[object] = set()
    rooms = _shares(room, [sum(map(size, cuttings)) for cuttings in found.values()])
    most, more = divmod(plan.most or 0, len(found))
    return {
        topic: _choice(
            cuttings,
            rooms[place],
            plan,
            max(1, most + (place < more)) if plan.most else len(cuttings),
            size,
            _Once(says, shown),
        )
        for place, (topic, cuttings) in enumerate(found.items())
    }


@dataclass(frozen=True, slots=True)
class _Once:
    """Knows which sentences are shown, so that none is shown twice."""

    says: Says
    shown: set[object]

    def allows(self, cutting: Cutting) -> bool:
        """Tell whether all that an excerpt says is new, and take it as shown then."""
        said = self.says(cutting)
        new = self.shown.isdisjoint(said)
        if new or cutting.pinned:
            self.shown.update(said)
        return new


def _choice(
    cuttings: Sequence[Cutting],
    room: float,
    plan: Plan,
    most: int,
    size: Size,
    once: _Once,
) -> Choice:
    """Choose for one topic: recommendations stand whole, the rest has what is left."""
    advice = [cutting for cutting in cuttings if recommends(cutting.finding)]
    said = [cutting for cutting in cuttings if not recommends(cutting.finding)]
    pinned = sum(cutting.pinned for cutting in advice)
    most_advice = None if plan.advice is None else max(plan.advice, pinned)
    first = sorted(advice, key=lambda one: (not one.pinned, *_soonest_said(one, plan)))
    advised = in_order(first[:most_advice])
    for cutting in advised:  # parts of a sentence may be recommendations of their own
        once.shown.update(once.says(cutting))
    left = room - sum(map(size, advised))
    chosen = _choose(said, left, plan.fewest, most, size, once)
    return Choice(tuple(chosen), tuple(advised))


def _soonest_said(cutting: Cutting, plan: Plan) -> tuple[bool, int, int]:
    """Order recommendations: the short ones, of the newest report, as it has them."""
    words = sum(count_words(part) for part in cutting.parts)
    longest = plan.longest if plan.single else LONGEST_ADVICE
    return words > longest, -_year(cutting), cutting.runs[0].passage.number


def _choose(
    cuttings: Iterable[Cutting],
    room: float,
    fewest: int,
    most: int,
    size: Size,
    once: _Once,
) -> list[Cutting]:
    """Return the pinned excerpts, and the weightiest of the others there is room for.

    At first each edition has its turn, so that no year goes unheard because another has
    more to say. What is long gives way to what is not; else the first that has no room
    is the end. So where a language takes more room, its choice is a part of another's.
    """
    found = list(cuttings)
    chosen = [cutting for cutting in found if cutting.pinned]
    room -= sum(map(size, chosen))
    for cutting in chosen:
        once.allows(cutting)
    for cutting in in_turns(one for one in found if not one.pinned):
        height = size(cutting)
        fits = height <= room + _HAIR or len(chosen) < fewest
        if len(chosen) >= most or not (fits or is_long(cutting)):
            break
        if fits and once.allows(cutting):
            chosen.append(cutting)
            room -= height
    return chosen


def _shares(room: float, demands: Sequence[float]) -> list[float]:
    """Share room out: nobody gets more than it demands, the rest goes to the others."""
    given = [0.0] * len(demands)
    places = sorted(range(len(demands)), key=lambda place: demands[place])
    for done, place in enumerate(places):
        given[place] = min(demands[place], max(room, 0.0) / (len(demands) - done))
        room -= given[place]
    return given


def by_edition(
    cuttings: Iterable[Cutting], *, gravest_first: bool = True, apart: bool = False
) -> Iterator[tuple[str, list[Cutting]]]:
    """Yield the excerpts of each edition: the gravest first, then as the text has them.

    What has a rank stands before that, and its edition before the others; then what is
    grave and was chosen to lead. Of what is equally grave, the sure excerpts come
    before the doubtful ones. Those of one section stand where the first of them stands,
    unless sections may be `apart`.
    """
    editions: dict[str, list[Cutting]] = {}
    for cutting in sorted(in_order(cuttings), key=lambda one: one.rank):
        editions.setdefault(_edition(cutting), []).append(cutting)
    for id, ranked in editions.items():
        if gravest_first:
            ranked.sort(key=_gravest_first)
        yield id, ranked if apart else _together(ranked)


def as_heard(choices: Iterable[Choice], first: Cutting | None = None) -> list[Cutting]:
    """Return the excerpts in the order in which a page of single sentences has them.

    The one that leads is the `first`; what is recommended stands after all that is
    said.
    """
    every = list(choices)
    groups = [
        *(by_edition(each.said, apart=True) for each in every),
        *(by_edition(each.advised, gravest_first=False) for each in every),
    ]
    heard = (one for group in groups for _, cuttings in group for one in cuttings)
    leading = [] if first is None else [first]
    return [*leading, *(one for one in heard if one != first)]


def by_section(
    cuttings: Iterable[Cutting],
) -> Iterator[tuple[tuple[str, ...], list[Cutting]]]:
    """Yield the excerpts that follow each other in one section of a report."""
    for titles, group in groupby(cuttings, key=_titles):
        yield titles, list(group)


def _together(cuttings: Iterable[Cutting]) -> list[Cutting]:
    """Return the excerpts of each section, in the order of their firsts."""
    sections: dict[tuple[str, ...], list[Cutting]] = {}
    for cutting in cuttings:
        sections.setdefault(_titles(cutting), []).append(cutting)
    return [one for section in sections.values() for one in section]


def _titles(cutting: Cutting) -> tuple[str, ...]:
    headings = cutting.runs[0].passage.headings
    return tuple(one.printed for one in headings if one.level < RUN_IN)


def in_order(cuttings: Iterable[Cutting]) -> list[Cutting]:
    """Return excerpts by year, edition and paragraph."""
    return sorted(
        cuttings,
        key=lambda cutting: (
            _year(cutting),
            cutting.finding.edition.id,
            cutting.runs[0].passage.number,
            cutting.runs[0].span.start,
        ),
    )


def _gravest_first(cutting: Cutting) -> tuple[int, bool, int, bool, bool]:
    return (
        cutting.rank,
        not (cutting.leads and cutting.gravity >= _GRAVE),
        -cutting.gravity,
        not cutting.leads,
        cutting.finding.match.grade is not Grade.STRONG,
    )


def _edition(cutting: Cutting) -> str:
    return cutting.finding.edition.id


def _year(cutting: Cutting) -> int:
    return cutting.finding.edition.year


def recommends(finding: Finding) -> bool:
    """Tell whether a passage stands among the recommendations of its report."""
    headings = finding.passage.headings
    return any(_RECOMMENDATIONS.search(heading.text) for heading in headings)
