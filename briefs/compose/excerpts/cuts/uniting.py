"""Unite excerpts that overlap, so that nothing is quoted twice."""

from collections.abc import Iterable
from dataclasses import replace

from briefs.compose.excerpts.cuts.cutting import Cutting, Part
from briefs.model import Span


def united(cuttings: Iterable[Cutting]) -> list[Cutting]:
    """Unite the excerpts of an edition that share sentences or parts of one.

    So that nothing is quoted twice, and no sentence as two excerpts.
    """
    found: list[Cutting] = []
    for cutting in sorted(cuttings, key=_place):
        if found and _meet(found[-1], cutting):
            found[-1] = _joined(found[-1], cutting)
        else:
            found.append(cutting)
    return found


def _place(cutting: Cutting) -> tuple[str, int, int]:
    first = cutting.runs[0]
    return cutting.finding.edition.id, first.passage.number, first.span.start


def _meet(one: Cutting, other: Cutting) -> bool:
    if one.finding.edition.id != other.finding.edition.id:
        return False
    return any(
        a.passage.number == b.passage.number and a.span.overlaps(b.span)
        for a in one.runs
        for b in other.runs
    )


def _joined(one: Cutting, other: Cutting) -> Cutting:
    """Join two excerpts that overlap to one that holds both."""
    spans: dict[int, Part] = {}
    for run in (*one.runs, *other.runs):
        number = run.passage.number
        known = spans.get(number, run).span
        span = Span(min(known.start, run.span.start), max(known.end, run.span.end))
        spans[number] = Part(run.passage, span)
    heavier = max(one, other, key=lambda cutting: cutting.weight)
    others = (f for f in (*one.told, *other.told) if f != heavier.finding)
    return replace(
        heavier,
        runs=tuple(spans[number] for number in sorted(spans)),
        gravity=max(one.gravity, other.gravity),
        told=(heavier.finding, *others),
        pinned=one.pinned or other.pinned,
        rank=min(one.rank, other.rank),
        leads=one.leads or other.leads,
    )
