"""Give the back of a handout to its questions: as many lines as the rest leaves free.

The measures are those of `styles/handout.css`, in points.
"""

from dataclasses import replace

from briefs.document import Brief
from briefs.render.typeface import widths as letters

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
    said = letters.lines(brief.authority + brief.date + brief.withheld, _WIDTH, _SMALL)
    return height + (said + 1) * _SMALL_LINE + _AUTHORITY_GAP + 14
