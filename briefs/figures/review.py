"""Bring the reviewed ledger and the machine's candidates together, and compare them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefs.model import APART, Figure


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a reviewer has to look at in an edition.

    `missing` are statistics that no row of the ledger covers, `unfound` are rows that
    the grammar does not find.
    """

    missing: tuple[Figure, ...]
    unfound: tuple[Figure, ...]


def merge(reviewed: Sequence[Figure], candidates: Iterable[Figure]) -> list[Figure]:
    """Return the figures of an edition in the order of the text.

    A reviewed row replaces its candidate, and takes over what that counts.
    """
    found = list(candidates)
    merged = []
    for row in reviewed:
        twin = next((candidate for candidate in found if is_same(row, candidate)), None)
        if twin is not None:
            found.remove(twin)
        merged.append(replace(row, counted=twin.counted) if twin else row)
    return sorted([*merged, *found], key=lambda f: (f.paragraph, f.span))


def compare(reviewed: Sequence[Figure], candidates: Sequence[Figure]) -> Comparison:
    """Compare the ledger of an edition with what the grammar finds in it."""
    missing = [
        candidate
        for candidate in candidates
        if candidate.kind not in APART
        and not any(is_same(row, candidate) for row in reviewed)
    ]
    unfound = [
        row
        for row in reviewed
        if row.value is not None and not any(is_same(row, c) for c in candidates)
    ]
    return Comparison(tuple(missing), tuple(unfound))


def is_same(row: Figure, candidate: Figure) -> bool:
    """Tell whether a candidate is the number that a row has reviewed.

    They stand in one place and have the same size; a fall may be signed or not.
    """
    return (
        row.paragraph == candidate.paragraph
        and row.span.overlaps(candidate.span)
        and row.value is not None
        and candidate.value is not None
        and abs(row.value) == abs(candidate.value)
        and row.value_max == candidate.value_max
    )
