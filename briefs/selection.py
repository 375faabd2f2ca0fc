"""Choose excerpts within a budget, and put them in the order of reading."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from briefs import excerpts
from briefs.excerpts import Cutting
from briefs.model import Figure, Grade, Passage


def telling(figures: Iterable[Figure]) -> dict[tuple[str, int], list[str]]:
    """Return the sentences that tell a figure of a series, by edition and paragraph."""
    told: dict[tuple[str, int], list[str]] = {}
    for figure in figures:
        if figure.indicator:
            place = figure.edition, figure.paragraph
            told.setdefault(place, []).append(figure.sentence)
    return told


def choose(cuttings: Iterable[Cutting], budget: int) -> list[Cutting]:
    """Return the weightiest excerpts within the budget, each edition in its turn.

    So that no year goes unheard because another has more to say.
    """
    queues: dict[str, list[Cutting]] = {}
    for cutting in sorted(cuttings, key=_rank):
        queues.setdefault(cutting.finding.edition.id, []).append(cutting)
    chosen: list[Cutting] = []
    for turn in range(max(map(len, queues.values()), default=0)):
        chosen += [queue[turn] for queue in queues.values() if turn < len(queue)]
    return chosen[:budget]


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
