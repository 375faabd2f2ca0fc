"""Merge excerpts that say the same in several years of a report."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from briefs.compose.excerpts.cuts.cutting import Cutting
from briefs.years import likeness

_NEAR_DUPLICATE = 0.8
_SHINGLE = 4


def merge(cuttings: Iterable[Cutting]) -> list[Cutting]:
    """Merge near-duplicates in a report of different years; the latest year is kept.

    One that is pinned is kept before it.

    Two excerpts say the same when one holds four fifths of the other's word sequences,
    and both have the same numbers and the same negations: another number is another
    statement, and so is a "not".
    """
    kept: list[Cutting] = []
    shingles: list[frozenset[int]] = []
    places: dict[int, set[int]] = {}
    newest_first = sorted(cuttings, key=_newest_first)
    for cutting in newest_first:
        own = _shingles(cutting.parts)
        near = {place for shingle in own for place in places.get(shingle, ())}
        twin = next(
            (i for i in sorted(near) if _same(kept[i], shingles[i], cutting, own)), None
        )
        if twin is None:
            for shingle in own:
                places.setdefault(shingle, set()).add(len(kept))
            kept.append(cutting)
            shingles.append(own)
        else:
            also = (*kept[twin].also, cutting.finding)
            kept[twin] = replace(kept[twin], also=also)
    return kept


def _newest_first(cutting: Cutting) -> tuple[bool, int, str, int]:
    edition = cutting.finding.edition
    return (
        not cutting.pinned,
        -edition.year,
        edition.id,
        cutting.finding.passage.number,
    )


@lru_cache(maxsize=4096)
def _shingles(parts: tuple[str, ...]) -> frozenset[int]:
    """Return the word sequences of an excerpt; many years may share one."""
    found = likeness.words(" ".join(parts))
    size = min(_SHINGLE, len(found))
    return frozenset(
        hash(tuple(found[i : i + size])) for i in range(len(found) - size + 1)
    )


def _same(
    kept: Cutting, kept_shingles: frozenset[int], other: Cutting, own: frozenset[int]
) -> bool:
    one, two = kept.finding.edition, other.finding.edition
    serial = one.report, one.country, one.language
    if serial != (two.report, two.country, two.language) or one.year == two.year:
        return False
    if kept.pinned and other.pinned:
        return False
    smaller = min(len(kept_shingles), len(own))
    if len(kept_shingles & own) < _NEAR_DUPLICATE * smaller:
        return False
    return _turning(kept) == _turning(other)


def _turning(cutting: Cutting) -> list[str]:
    """Return the words that may not differ where two excerpts are to say the same."""
    language = cutting.finding.edition.language
    return likeness.turning(" ".join(cutting.parts), language)
