"""Account for every character of a source: what became of it, and where it stands."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from briefs.model import Line, Span
from briefs.reading import labels
from briefs.reading.plain.blocks import ADDRESS
from briefs.reading.plain.divisions import DIVIDERS
from briefs.text.characters import INVISIBLE


class Fate(StrEnum):
    """What a stretch of a source is, if it is neither quoted nor a heading."""

    LABEL = "label"
    FURNITURE = "running head or foot"
    NOTE = "note"
    CONTENTS = "table of contents"
    TABLE = "head of a table"
    ADDRESS = "address"
    MARK = "mark of a note"
    BULLET = "bullet"
    UNSEEN = "invisible character"
    DIVISION = "hyphen at a line's end"
    SIGN = "line without a word"


@dataclass(frozen=True, slots=True)
class Taken:
    """A stretch of a source that was taken out of the text."""

    fate: Fate
    span: Span


def rest(source: str, held: Iterable[Span]) -> Iterator[Taken]:
    """Yield what stands between these stretches of a source and is not white space."""
    end = 0
    for span in [*sorted(held), Span(len(source), len(source))]:
        gap = source[end : span.start] if span.start > end else ""
        for word in regex.finditer(r"\S+", gap):
            start = end + word.start()
            place = Span(start, start + len(word[0]))
            yield Taken(_fate(word[0], place, source), place)
        end = max(end, span.end)


def _fate(text: str, place: Span, source: str) -> Fate:
    if not INVISIBLE.sub("", text):
        return Fate.UNSEEN
    if ADDRESS.search(text):
        return Fate.ADDRESS
    if all(sign in labels.BULLETS for sign in text):
        return Fate.BULLET
    if place.start and not source[place.start - 1].isspace():
        return Fate.DIVISION if text[0] in DIVIDERS else Fate.MARK
    return Fate.SIGN


def numbered(
    lines: Sequence[Line], taken: Iterable[Taken]
) -> Iterator[tuple[int, Taken]]:
    """Yield each stretch with the number of the line on which it begins."""
    ordered = sorted(lines, key=lambda line: line.start)
    starts = [line.start for line in ordered]
    for one in taken:
        index = bisect_right(starts, one.span.start) - 1
        yield (ordered[max(index, 0)].number if ordered else 1), one
