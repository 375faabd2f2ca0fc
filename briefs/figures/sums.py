"""Add parts up: together they are never more than the whole that they are parts of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.errors import Message
from briefs.figures.series import Disagreement, Series
from briefs.model import Figure
from briefs.numbers.heads import PERCENT

_ALL = 100.0  # percent


@dataclass(frozen=True, slots=True)
class Excess:
    """Parts, the first of which is `row`, that are together more than their whole."""

    row: Figure
    said: Message


def excesses(rows: Iterable[Figure]) -> Iterator[Excess]:
    """Yield the parts of one sentence that are more than their whole.

    Parts are told apart by one dimension (their last) and have all others, and the
    whole, in common; shares of one group are parts of a hundred.
    """
    for parts in _groups(rows):
        shares = parts[0].unit == PERCENT and parts[0].dimensions[1:]
        whole = _ALL if shares else parts[0].base
        total = sum(part.value or 0 for part in parts)
        if whole is not None and len(parts) > 1 and total > whole:
            said = Message(
                "the parts add up to {total}, more than {whole}",
                total=f"{total:.12g}",
                whole=f"{whole:.12g}",
            )
            yield Excess(parts[0], said)


def _groups(rows: Iterable[Figure]) -> Iterable[list[Figure]]:
    groups: dict[object, list[Figure]] = defaultdict(list)
    for row in rows:
        if row.value is None or row.change or not row.dimensions:
            continue
        told, others = row.dimensions[:1], row.dimensions[1:]
        key = (row.sentence, row.unit, row.base, told[0][0], others, row.period)
        groups[key].append(row)
    return groups.values()


def unexplained(found: Iterable[Disagreement]) -> Iterator[Disagreement]:
    """Yield the totals that their parts miss in one report, and no note says why."""
    for one in found:
        total = one.total
        if total is None or total.notes:
            continue
        if all(part.edition == total.edition for part in one.figures):
            yield one


def compared(
    series: Sequence[Series],
) -> Iterator[tuple[Series, Series, int, float, float]]:
    """Yield measures of the same thing that differ in a year, as percentages.

    A count is compared through the whole it is a part of: 14 of 120 are 11.7 percent.
    """
    by_code: Mapping[tuple[str, str], Series] = {
        (one.indicator.code, one.area): one for one in series
    }
    for one in series:
        for code in one.indicator.compare:
            other = by_code.get((code, one.area))
            if other is None:
                continue
            for year in one.points:
                mine, theirs = _share(one, year), _share(other, year)
                if mine is not None and theirs is not None and round(mine - theirs):
                    yield one, other, year, mine, theirs


def _share(one: Series, year: int) -> float | None:
    for figure in one.points.get(year, ()):
        if figure.value is None:
            continue
        if figure.unit == PERCENT:
            return figure.value
        if figure.base:
            return round(_ALL * figure.value / figure.base, 1)
    return None
