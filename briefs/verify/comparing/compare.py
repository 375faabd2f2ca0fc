"""Compare a received PDF file with the brief that was made again, and judge.

First as bytes, then as objects, then as pages that are read and seen. What is hidden
decides nothing: where objects differ, what a reader sees and hears is compared too.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from briefs.verify import pdftext, received
from briefs.verify.comparing import (
    graph,
    hidden,
    known,
    look,
    paper,
    reflow,
    sheets,
    wording,
)
from briefs.verify.comparing.paper import Placement
from briefs.verify.proof import Difference, Verdict


def pdf(
    found: bytes, expected: bytes, *, other_version: bool = False
) -> tuple[Verdict, list[Difference]]:
    """Return what a file is beside the brief made again, and where they differ.

    Only where `other_version` says that another version of the tool made the file may
    lines and pages fall otherwise. Raise VerificationError for a file that cannot be
    read.
    """
    if found == expected:
        return Verdict.IDENTICAL, []
    received.weigh(found)
    with received.opened(found) as theirs, received.opened(expected) as mine:
        redrawn = _redrawn(theirs, mine)
        tagged = "/StructTreeRoot" in theirs.Root
        flowing = other_version and tagged  # then one difference is enough to know
        placed = paper.placements(found, expected) if redrawn else {}
        shown = list(islice(_shown(found, expected, placed), 1 if flowing else None))
        moved = flowing and bool(shown)
        if redrawn:
            told = {each.page for each in shown}
            whole = {n: where for n, where in placed.items() if n + 1 not in told}
            carried = list(hidden.differences(theirs, mine, placed=whole, moved=moved))
        else:
            carried = list(graph.differences(theirs, mine))
    if moved:
        shown = reflow.differences(found, expected)
    elif redrawn and tagged and not shown:
        shown += _heard(found, expected)
    if shown or carried:
        return Verdict.CHANGED, shown + carried
    return (Verdict.SAME_WORDS if redrawn else Verdict.SAME_CONTENT), []


def _redrawn(found: Any, expected: Any) -> bool:
    """Tell whether pages are drawn by other operations."""
    if len(found.pages) != len(expected.pages):
        return True
    return any(
        not graph.drawn_alike(one.obj, other.obj)
        for one, other in zip(found.pages, expected.pages, strict=True)
    )


def _shown(
    found: bytes, expected: bytes, placed: Mapping[int, Placement]
) -> Iterator[Difference]:
    """Yield where a reader sees something else."""
    with sheets.opened(found) as theirs, sheets.opened(expected) as mine:
        brief, words = known.brief(expected), known.words(theirs)
        places = wording.aligned(words, brief.words)
        yield from wording.pages(places, words, brief.words)
        for number, place in enumerate(places):
            if place is None:
                continue
            changed = list(wording.words(number + 1, words[number], brief.words[place]))
            if not changed and brief.is_seen_in(
                sheets.upright(theirs, number), mine, place
            ):
                continue
            if changed and not wording.are_parted_otherwise(
                words[number], brief.words[place]
            ):
                yield from changed
                continue
            other = sheets.read(mine, place)
            one = paper.laid_over(sheets.read(theirs, number), placed.get(number))
            if changed and not look.are_parted_alike(one, other):
                yield from changed
            else:
                yield from look.differences(number + 1, one, other)


def _heard(found: bytes, expected: bytes) -> Iterator[Difference]:
    """Yield where tags lead a screen reader through the pages in another order."""
    theirs, mine = (pdftext.text(each).split() for each in (found, expected))
    for difference in wording.words(0, theirs, mine):
        yield Difference(None, "tags", difference.expected, difference.found)
