"""Estimate how high the parts of a brief are, before they are set.

Setting a page takes a second, an estimate none: with good estimates a brief is set once
and fits. All heights are in points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefs.compose.excerpts.cuts.cutting import Cutting
from briefs.compose.pages import exhibited, rows
from briefs.compose.pages.plan import Plan, Words
from briefs.document import Brief, Excerpt, statements_of
from briefs.exhibits import Block
from briefs.render.typeface import widths as letters

_USUAL = 10.0  # size of the type by which the rest was measured
_TORN = 0.08  # of each page stays empty, because rows are not parted
_SECTION = 30.0  # a heading, and those of editions, spread over their excerpts
_CITED = 14.0  # where an excerpt names its report itself
_YEARS = 12.0  # the line below an excerpt that names its years
CHANGE = 60.0
"""About how high a changed sentence is, with the one before."""

_STATED = 38.0  # their heading, report and place
_SOURCE = 70.0
_METHOD, _BACKGROUND = 190.0, 140.0
_HEADING = 60.0
_OWN = 45.0
_CONTENTS = 17.0
_YEAR_HEAD = 36.0


def excerpt(
    cutting: Cutting,
    words: Words,
    *,
    twice: bool,
    advised: bool = False,
    again: bool = False,
) -> float:
    """Return the height of an excerpt; `twice` it prints with its translation.

    What is `advised` stands closer where two columns stand side by side. What is said
    `again` in other years has a line that names them.
    """
    if advised:
        words = _closer(words)
    beside = twice and bool(words.beside)
    width = words.beside if beside else words.alone
    # Beside the original the translation has a narrower column and as much to say.
    times = 1.08 if beside else 2 if twice else 1
    count = sum(_lines(part, width, words) for part in cutting.parts) * times
    cited = 0 if words.beside else _CITED * words.size / _USUAL * (1 + twice)
    named = _YEARS * words.size / _USUAL if again else 0
    return count * words.line + words.gap + cited + named + _SECTION / 4


def stated(texts: Iterable[str], words: Words) -> float:
    """Return the height of sentences that are quoted besides the excerpts."""
    width = words.beside or words.alone
    each = (_lines(text, width, words) * words.line + _STATED for text in texts)
    return sum(each)


def own(blocks: Sequence[Block], words: Words) -> float:
    """Return the height of what the organisation says itself, with its label."""
    lines = sum(
        letters.lines("".join(run.text for run in item), words.alone, words.size)
        for block in blocks
        for item in block.items
    )
    gaps = sum(len(block.items) for block in blocks)
    return lines * words.line + gaps * words.gap / 2 + _OWN if blocks else 0


def said(brief: Brief, words: Words) -> float:
    """Return the height of what a brief quotes and counts.

    What is the same however much is quoted is left aside: it serves to compare.
    """
    annexed = bool(brief.annex)
    height = _besides(brief, words)
    for chapter in brief.chapters:
        for group in chapter.years:
            height += sum(_printed(i, words, annexed=annexed) for i in group.excerpts)
        advised = _closer(words)
        for item in chapter.recommendations:
            height += _printed(item, advised, annexed=annexed)
        for group in (*chapter.years, *chapter.advice):
            height += _YEAR_HEAD + _SECTION * len(group.sections)
        if chapter.figures:
            height += exhibited.height(chapter.figures, words)
    small, column = words.size * 0.72, words.alone / 2
    texts = (" ".join(item.parts) for item in brief.annex)
    # The originals at the end stand in two columns.
    lines = sum(letters.lines(t, column, small, family=letters.SERIF) for t in texts)
    return height + lines * small * 1.28 / 2


def _besides(brief: Brief, words: Words) -> float:
    """Return the height of terms and contradictions, whose columns are alike."""
    texts = [term.explanation for term in brief.terms if term.explanation]
    height = _HEADING * bool(texts)
    height += sum(_lines(text, words.alone, words) * words.line for text in texts)
    for one in statements_of(brief):
        told = one.translation.parts if one.translation else ()
        shown = one.parts if one.original else ()
        width = words.alone / 2 if told and shown and words.beside else words.alone
        high = [sum(_lines(part, width, words) for part in x) for x in (told, shown)]
        lines = max(high) if words.beside else sum(high)
        height += lines * words.line + _STATED
    return height


def _closer(words: Words) -> Words:
    """Return how recommendations are set in two columns: with less between them."""
    return replace(words, gap=6) if words.beside else words


def _printed(item: Excerpt, words: Words, *, annexed: bool) -> float:
    """Return the height of an excerpt as it is printed."""
    told = item.translation.parts if item.translation else ()
    shown = item.parts if item.original and not (annexed and told) else ()
    cited = 0 if words.beside else _CITED * words.size / _USUAL
    if told and shown and words.beside:
        lines = sum(rows.lines(row, words) for row in item.rows)
    else:
        lines = sum(_lines(part, words.alone, words) for part in (*told, *shown))
    return lines * words.line + words.gap + cited


def frame(topics: int, editions: int, plan: Plan, *, cover: float) -> float:
    """Return the height of what frames the chapters; the front is `cover` high."""
    scale = plan.words.size / _USUAL
    contents = _CONTENTS * (topics + 2) * 2 if topics > 1 else 0
    rest = contents + _SOURCE * editions + _METHOD + _HEADING * topics * 2
    rest += _BACKGROUND * plan.background
    return cover + rest * scale


def filled(room: float) -> float:
    """Return how much of the height of pages can be used."""
    return room * (1 - _TORN)


def _lines(text: str, width: float, words: Words) -> int:
    return letters.lines(text, width, words.size, family=letters.SERIF)
