"""Fill a sheet, or one side of it: the front by larger sentences, the back by lines.

A brief is set with small sentences and few lines first; what then stays empty is
measured, and used. The measures are those of `styles/handout.css`, in points.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from briefs.compose.pages.plan import Pages
from briefs.document import Brief
from briefs.render.typeface import widths as letters

T = TypeVar("T", bound=Pages)

_LINE = 23.0
_FEWEST, _MOST = 2, 8
_FEW_TOPICS = 2
_VOICE, _VOICE_FOOT = 449.0, 23.0  # its place, and the space after it
_SPARE = 10.0
_CLOSE = 1.15  # times as much as estimated sentences may grow
_TRIES = 3

SIZES = {13: 18.0, 15: 20.0, 17: 23.0, 19: 26.0, 21: 29.0, 24: 32.0}
"""The sizes of sentences on the front, each with the height of its lines."""


def ruled(brief: Brief) -> Brief:
    """Return the brief with the fewest lines to write on: one each for many topics."""
    lines = _FEWEST if len(brief.chapters) <= _FEW_TOPICS else 1
    chapters = tuple(replace(chapter, lines=lines) for chapter in brief.chapters)
    return replace(brief, chapters=chapters)


def grown(brief: Brief, laid: T, lay_out: Callable[[Brief], T]) -> tuple[Brief, T]:
    """Return the brief with larger sentences and more lines, as it has room for.

    `laid` tells how much stays empty of its first and its last page.
    """
    front, back = laid.rest
    lined = _lined(brief, back) if laid.pages > 1 else brief
    for said in (*_larger(brief, front)[:_TRIES], _said(brief)):
        larger = _set(lined, said)
        if larger == brief:
            break
        other = lay_out(larger)
        if other.pages <= laid.pages:
            return larger, other
    return brief, laid


def _larger(brief: Brief, room: float) -> list[int]:
    """Return the sizes to which sentences may grow by so much room, largest first."""
    now = _said(brief)
    height = _voices(brief, now)
    return [
        size
        for size in sorted(SIZES, reverse=True)
        if now < size and (_voices(brief, size) - height) * _CLOSE <= room
    ]


def _said(brief: Brief) -> int:
    return max(chapter.said for chapter in brief.chapters)


def _set(brief: Brief, said: int) -> Brief:
    """Return the brief with its sentences in a size."""
    chapters = tuple(replace(chapter, said=said) for chapter in brief.chapters)
    return replace(brief, chapters=chapters)


def _lined(brief: Brief, room: float) -> Brief:
    """Return the brief with so many lines more after each question as there is room."""
    asked = sum(len(chapter.questions) for chapter in brief.chapters)
    more = int(max(0.0, room - _SPARE) / _LINE / asked) if asked else 0
    chapters = tuple(
        replace(chapter, lines=max(chapter.lines, min(_MOST, chapter.lines + more)))
        for chapter in brief.chapters
    )
    return replace(brief, chapters=chapters)


def _voices(brief: Brief, size: int) -> float:
    """Return the height of the sentences, if they are set so large."""
    height = 0.0
    for chapter in brief.chapters:
        for group in chapter.years:
            for item in group.excerpts:
                parts = item.translation.parts if item.translation else item.parts
                family = letters.SANS if item.translation else letters.SERIF
                text = " […] ".join(parts)
                count = letters.lines(text, _VOICE, size, family=family)
                height += count * SIZES[size] + _VOICE_FOOT
    return height
