"""Measure how a plain text sets its lines and paragraphs."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

import regex

from briefs.model import Line
from briefs.reading import labels

LONG_LINE = 120
"""Characters beyond which a line must be a whole paragraph."""

_CUT_SHARE = 0.25
_FEW = 3
_MOST = 0.95
_ENDS = tuple(".!?…:;")
_CLOSING = '”“»"’)]'
_NOTE_ENDS = "]¹²³⁰⁴⁵⁶⁷⁸⁹"
_NOTED = regex.compile(r"(?<=[.!?…][”“»\"’)\]]?)(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]+)+$")
_STARTS_LOWER = regex.compile(r"[“„«\"'(]?[\p{Ll}\p{N}]")


class Spacing(StrEnum):
    """How a source sets its lines: one paragraph a line, or wrapped lines."""

    PARAGRAPHS = "a paragraph a line"
    SINGLE = "wrapped lines"
    DOUBLE = "wrapped lines with an empty line between"


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends with the mark of a sentence, quotes after it or not.

    White space at its end is none of it; the mark of a note behind it is no word.
    """
    noted = _NOTED.search(text) if text[-1:] in _NOTE_ENDS else None
    whole = text[: noted.start()] if noted else text
    return whole.rstrip(_CLOSING).endswith(_ENDS)


def measure(raw: Sequence[Line]) -> Spacing:
    """Return how a text sets its lines."""
    lengths = [len(line.text.strip()) for line in raw]
    if sum(length for length in lengths if length > LONG_LINE) * 2 >= sum(lengths):
        return Spacing.PARAGRAPHS
    if _all_end(raw):
        return Spacing.PARAGRAPHS
    pairs = list(pairwise(bool(line.text.strip()) for line in raw))
    text_lines = sum(first for first, _ in pairs)
    alone = sum(first and not second for first, second in pairs)
    if alone > text_lines / 2 and _is_cut(raw):
        return Spacing.DOUBLE
    return Spacing.SINGLE


def _all_end(raw: Sequence[Line]) -> bool:
    """Tell a text every line of which ends a sentence: wrapped lines rarely do."""
    held = [line.text.strip() for line in raw if line.text.strip()]
    ending = sum(ends_sentence(line) for line in held)
    return len(held) >= _FEW and ending >= len(held) * _MOST


def _is_cut(raw: Sequence[Line]) -> bool:
    """Tell whether sentences go on across empty lines: they part no paragraphs."""
    held = [line.text.strip() for line in raw]
    gaps = [
        (above, below)
        for above, empty, below in zip(held, held[1:], held[2:], strict=False)
        if above and not empty and below
    ]
    cut = [
        not ends_sentence(above)
        and bool(_STARTS_LOWER.match(below))
        and not labels.opening(below)
        for above, below in gaps
    ]
    return sum(cut) > len(cut) * _CUT_SHARE
