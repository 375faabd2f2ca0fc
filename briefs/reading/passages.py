"""Turn lines into passages: join lines, drop what is not prose, find the headings.

Cleaning never corrects spelling: it joins lines and the words divided at their ends,
collapses white space, and leaves out labels, marks of notes and lines without a word.
Each passage keeps the source slices it was made from.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefs.model import RUN_IN, Heading, Passage, Span
from briefs.reading import account
from briefs.reading import headings as titles
from briefs.reading.account import Fate, Taken
from briefs.reading.lines import Reading
from briefs.reading.plain import blocks, divisions
from briefs.reading.plain.blocks import Part
from briefs.reading.plain.joining import Piece, pieces

_APART = frozenset({Part.NOTE, Part.CONTENTS})


@dataclass(frozen=True, slots=True)
class Contents:
    """What a source holds: its passages, its headings, and what is neither.

    `notes` are what stands at the foot of pages or at the end; `taken` all stretches
    of the source that are neither quoted nor a heading, in order; `boxes` the places
    of passages on their page, by number, where the source tells them.
    """

    passages: tuple[Passage, ...]
    headings: tuple[Heading, ...]
    notes: tuple[Piece, ...]
    taken: tuple[Taken, ...]
    boxes: dict[int, tuple[float, float, float, float]]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A piece with the headings in force, its own last where it is or has one."""

    piece: Piece
    above: tuple[Heading, ...]
    heading: Heading | None


def to_passages(reading: Reading, edition: str) -> tuple[Passage, ...]:
    """Return the passages of a source in order; `edition` is the id they carry."""
    return contents(reading, edition).passages


def headings(reading: Reading) -> tuple[Heading, ...]:
    """Return the headings of a source in order, run-in headings left out."""
    return contents(reading, "").headings


def contents(reading: Reading, edition: str) -> Contents:
    """Return all that a source holds; `edition` is the id that its passages carry."""
    known = divisions.Words(reading.text)
    found = [
        piece
        for block in blocks.of(reading)
        for piece in pieces(block, reading.text, known)
    ]
    placed = list(_placed([p for p in found if p.block.part not in _APART]))
    body = [one for one in placed if one.heading is None]
    body = [one for one in body if one.piece.block.part is not Part.HEAD]
    return Contents(
        passages=tuple(_counted(body, edition)),
        headings=tuple(one.above[-1] for one in placed if one.heading),
        notes=tuple(piece for piece in found if piece.block.part is Part.NOTE),
        taken=_account(reading, found, placed),
        boxes={
            number: one.piece.block.box
            for number, one in enumerate(body, start=1)
            if one.piece.block.box
        },
    )


def _counted(body: list[_Placed], edition: str) -> Iterator[Passage]:
    """Yield passages, counted through the edition and within their sections."""
    counts: Counter[tuple[Heading, ...]] = Counter()
    for number, one in enumerate(body, start=1):
        passage = Passage(
            edition=edition,
            number=number,
            text=one.piece.text,
            page=one.piece.page,
            headings=one.above,
            pieces=one.piece.spans,
            pages=one.piece.pages,
            label=one.piece.label,
        )
        counts[passage.section] += 1
        yield replace(passage, place=counts[passage.section])


def _placed(found: list[Piece]) -> Iterator[_Placed]:
    """Yield each piece with the headings in force."""
    above: tuple[Heading, ...] = ()
    for piece, heading in zip(found, titles.recognise(found), strict=True):
        if above and above[-1].level > RUN_IN and piece.block.part is not Part.ROW:
            above = above[:-1]
        heading = _below(above, heading)
        opened = heading or _head(piece) or titles.run_in(piece)
        if opened:
            above = (*(h for h in above if h.level < opened.level), opened)
        yield _Placed(piece, above, heading)


def _below(above: tuple[Heading, ...], heading: Heading | None) -> Heading | None:
    """Put a title in capitals at the third level where it stands in a section."""
    inside = any(h.level == 1 and h.label for h in above)
    if heading and heading.level == 1 and not heading.label and inside:
        return replace(heading, level=3)
    return heading


def _head(piece: Piece) -> Heading | None:
    """Return the head of a table as the heading of its rows."""
    if piece.block.part is not Part.HEAD:
        return None
    return Heading(RUN_IN + 1, "", piece.text, piece.page, piece.spans)


def _account(
    reading: Reading, found: list[Piece], placed: list[_Placed]
) -> tuple[Taken, ...]:
    """Return all that is neither quoted nor a heading, in order."""
    apart = {Part.NOTE: Fate.NOTE, Part.CONTENTS: Fate.CONTENTS, Part.HEAD: Fate.TABLE}
    taken = [
        Taken(apart[piece.block.part], Span(piece.spans[0].start, piece.spans[-1].end))
        for piece in found
        if piece.block.part in apart
    ]
    taken += [
        Taken(Fate.FURNITURE, Span(line.start, line.start + len(line.text)))
        for line in reading.headers
    ]
    held = [span for one in placed for span in one.piece.spans]
    for one in placed:
        if span := one.piece.label_span:
            held.append(span)
            if one.heading is None:
                taken.append(Taken(Fate.LABEL, span))
    known = [*held, *(one.span for one in taken)]
    rest = account.rest(reading.text, known)
    return tuple(sorted([*taken, *rest], key=lambda one: one.span))
