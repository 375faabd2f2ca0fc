"""Fill a sheet, or one side of it: the front by larger sentences, the back by lines.

What is estimated first is cautious; what then stays empty is measured, and used. The
measures are those of `styles/handout.css`, in points.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from briefs.compose.pages.plan import Pages
from briefs.document import Brief
from briefs.render.typeface import widths as letters

T = TypeVar("T", bound=Pages)

_WIDTH = 493.0
_HEAD = 26.0
_TOPIC = 18.0
_QUESTION_WIDTH, _QUESTION, _QUESTION_LINE = 469.0, 12.0, 16.0
_QUESTION_GAP = 6.0
_LINE = 23.0
_ANNEX_HEAD = 34.0
_SMALL, _SMALL_LINE = 9.0, 11.5
_COLUMN = 224.0
_AUTHORITY_GAP = 6.0
_SOURCE = 64.0
_SPARE = 10.0
_ADVISED, _ADVICE_GAP = 461.0, 6.0
_FEWEST, _MOST = 2, 8

SIZES = {13: 18.0, 15: 20.0, 17: 23.0, 19: 26.0, 21: 29.0, 24: 32.0}
"""The sizes of sentences on the front, each with the height of its lines."""

_MASTHEAD = 47.0  # bar, country, the spaces around the title
_TITLE, _TITLE_LINE, _LOGO = 40.0, 42.0, 96.0
_STAND, _STAND_LINE = 13.0, 17.0
_TEXT, _TEXT_LINE, _TEXT_GAP = 12.0, 16.0, 8.0
_OWN_FRAME = 44.0
_VOICES_HEAD = 44.0
_VOICE, _VOICE_FOOT = 449.0, 23.0  # its place, and the space after it
_UNSURE = 40.0  # points by which the front may be higher than estimated
_CLOSE = 1.15  # times as much as estimated they may grow
_TRIES = 2


def filled(brief: Brief, height: float) -> Brief:
    """Return the brief with both sides of its sheet full; one side is `height` high."""
    return ruled(enlarged(brief, height), height)


def enlarged(brief: Brief, height: float) -> Brief:
    """Return the brief with its sentences as large as its front has room for.

    Where a chart or numbers stand above them, they keep their size.
    """
    drawn = any(chapter.figures for chapter in brief.chapters)
    if drawn or brief.key_figures:
        return brief
    rest = height - _UNSURE - _head(brief)
    fitting = [size for size in SIZES if _voices(brief, size) <= rest]
    return _set(brief, max(fitting, default=min(SIZES)))


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


def _head(brief: Brief) -> float:
    """Return the height of what stands above the sentences."""
    logo = _LOGO if brief.issuer and brief.issuer.logo else 0
    titles = letters.lines(brief.title, _WIDTH - logo, _TITLE, bold=True)
    stands = letters.lines(brief.subtitle, _WIDTH, _STAND)
    height = _MASTHEAD + titles * _TITLE_LINE + stands * _STAND_LINE
    own = [item for block in brief.own.introduction for item in block.items]
    said = ["".join(run.text for run in item) for item in own]
    height += _OWN_FRAME if own else 0
    for text in (brief.own.title, *said, *brief.notices):
        count = letters.lines(text, _WIDTH - 24, _TEXT)
        height += count * _TEXT_LINE + _TEXT_GAP * bool(text)
    return height


def _voices(brief: Brief, size: int) -> float:
    """Return the height of the sentences, if they are set so large."""
    height = _VOICES_HEAD * len(brief.chapters)
    for chapter in brief.chapters:
        for group in chapter.years:
            for item in group.excerpts:
                parts = item.translation.parts if item.translation else item.parts
                family = letters.SANS if item.translation else letters.SERIF
                text = " […] ".join(parts)
                count = letters.lines(text, _VOICE, size, family=family)
                height += count * SIZES[size] + _VOICE_FOOT
    return height


def ruled(brief: Brief, height: float) -> Brief:
    """Return the brief with lines after each question, so that the back is full."""
    asked = [question for chapter in brief.chapters for question in chapter.questions]
    if not asked:
        return brief
    rest = height - _SPARE - _HEAD - _foot(brief) - _advised(brief)
    if brief.chapters[1:]:
        rest -= _TOPIC * len(brief.chapters)
    for question in asked:
        count = letters.lines(question, _QUESTION_WIDTH, _QUESTION, bold=True)
        rest -= count * _QUESTION_LINE + _QUESTION_GAP
    lines = max(_FEWEST, min(_MOST, int(rest / len(asked) / _LINE)))
    chapters = tuple(replace(chapter, lines=lines) for chapter in brief.chapters)
    return replace(brief, chapters=chapters)


def _advised(brief: Brief) -> float:
    """Return the height of the recommendations, each with its place."""
    height = 0.0
    for chapter in brief.chapters:
        for item in chapter.recommendations:
            parts = item.translation.parts if item.translation else item.parts
            said = letters.lines(" ".join(parts), _ADVISED, 10.5, family=letters.SERIF)
            place = " · ".join((f"{item.citation}, {item.where}", item.repeated))
            height += said * 14 + letters.lines(place, _ADVISED, _SMALL) * _SMALL_LINE
            height += _ADVICE_GAP
        height += _HEAD if chapter.recommendations else 0
    return height


def _foot(brief: Brief) -> float:
    """Return the height of the originals, in two columns, and of the sources."""
    height = 0.0
    if brief.annex:
        texts = (" […] ".join(item.parts) for item in brief.annex)
        tall = [
            letters.lines(text, _COLUMN, _SMALL, family=letters.SERIF) * _SMALL_LINE + 5
            for text in texts
        ]
        splits = (max(sum(tall[:k]), sum(tall[k:])) for k in range(len(tall)))
        height += _ANNEX_HEAD + min(splits)
    for start in range(0, len(brief.sources), 2):
        drawn = any(source.code for source in brief.sources[start : start + 2])
        height += _SOURCE if drawn else _SOURCE / 2
    told = brief.publishers + brief.authority + brief.date + brief.withheld
    said = letters.lines(told, _WIDTH, _SMALL)
    return height + (said + 1) * _SMALL_LINE + _AUTHORITY_GAP + 14
