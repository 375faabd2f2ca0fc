"""Fill the last pages of a brief, or spare them, by spacing alone: no word changes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import ceil, floor
from typing import TypeVar

from briefs.compose.pages.plan import Pages, Profile
from briefs.document import Brief

T = TypeVar("T", bound=Pages)

SCRAP = 1 / 3
"""The share of the last page that is filled at least, or the page is spared."""

_NEARLY = 0.05  # of a page: by so much more than a scrap is aimed at
_WIDEST = 9.0  # points that may be added between excerpts
_APART = 24.0  # points that may be added between the sentences of a sheet
_ROOMIEST = 6.0  # points that may be added to a line to write on
_SECTIONS = 5  # parts of a single page that begin with a heading or a rule
_HOLE = 0.15  # of a page: less may stay empty before what is kept whole
_EVEN = 0.8  # of a gap that is filled, so that nothing flows over
_TIGHT = 1.0  # points of each space that "tight" surely takes from the last page
_HEADS = 45.0  # points that it takes from the spaces around headings and sources
_BARE = 0.55  # of a page: less before the sources leaves room to write
_RULE, _ABOVE = 23.0, 75.0  # points: between ruled lines, and above the first


@dataclass(frozen=True, slots=True)
class Spacing:
    """How loosely pages are set: what changes no words.

    `name` is "spread" (the second page of a sheet is used, or the words of a booklet
    begin a page) or "tight" (less space); `air` is added to each space between
    excerpts, in points, `write` to the height of each line to write on; `blank` is the
    number of pages for notes, `ruled` that of the lines for notes on the page before
    them.
    """

    name: str = ""
    air: float = 0
    write: float = 0
    blank: int = 0
    ruled: int = 0


AS_USUAL = Spacing()
_TIGHTLY, _SPREAD = Spacing("tight"), Spacing("spread")


def better(
    profile: Profile,
    brief: Brief,
    laid: T,
    lay_out: Callable[[Spacing], T],
    paper: str = "a4",
) -> T:
    """Return pages that fit with their last one filled, or spared, by spacing alone."""
    if profile.exactly:
        if laid.pages < profile.pages:
            return lay_out(_SPREAD)
        return _stretched(profile, brief, laid, lay_out)
    height = profile.heights[paper]
    if profile.sheet > 1:
        return _folded(profile.sheet, brief, laid, lay_out, height)
    if laid.pages <= 2:
        return laid
    for spacing in _spacings(brief, laid.last, laid.gap, height):
        other = lay_out(spacing)
        if other.pages < laid.pages or _is_fuller(other, laid):
            return other
    return laid


def _stretched(
    profile: Profile, brief: Brief, laid: T, lay_out: Callable[[Spacing], T]
) -> T:
    """Return the pages of a sheet, or the only one, with their spaces stretched."""
    front, back = laid.rest
    lines = sum(chapter.lines * len(chapter.questions) for chapter in brief.chapters)
    spaces = _spaces(brief) + (0 if profile.folds else _SECTIONS)
    spacing = Spacing(
        air=_share(front, spaces, _APART if profile.folds else _WIDEST),
        write=_share(back, lines, _ROOMIEST) if profile.folds else 0,
    )
    if spacing == AS_USUAL:
        return laid
    other = lay_out(spacing)
    return other if other.pages <= laid.pages else laid


def _share(room: float, spaces: int, most: float) -> float:
    """Return how much of the room each of some spaces gets."""
    return min(most, floor(room * _EVEN / spaces * 10) / 10) if spaces else 0


def _folded(
    sheet: int, brief: Brief, laid: T, lay_out: Callable[[Spacing], T], height: float
) -> T:
    """Return the pages of whole sheets: those that are left become pages for notes.

    Before these no page is nearly empty, if there is another way with as many sheets;
    what it has empty is ruled for notes, too. A sheet that holds one page is spared.
    """
    chosen, bare = AS_USUAL, laid.ended < SCRAP
    if bare or laid.pages % sheet == 1:
        airs = (_airy(brief, laid.ended, height * times) for times in (1, 2))
        ways = (_TIGHTLY, *filter(None, airs), _SPREAD) if bare else (_TIGHTLY,)
        most = ceil(laid.pages / sheet) - (not bare)
        for spacing in ways:
            other = lay_out(spacing)
            if other.ended >= SCRAP and ceil(other.pages / sheet) <= most:
                laid, chosen = other, spacing
                break
    blank = -laid.pages % sheet
    ruled = floor(((1 - laid.closed) * height - _ABOVE) / _RULE)
    if laid.closed < _BARE:
        written = lay_out(replace(chosen, blank=blank, ruled=ruled))
        if written.pages == laid.pages + blank:
            return written
    return lay_out(replace(chosen, blank=blank)) if blank else laid


def _is_fuller(other: Pages, laid: Pages) -> bool:
    """Say whether as many pages are filled better: the last, and the one before it."""
    if other.pages > laid.pages or other.last < SCRAP:
        return False
    return laid.last < SCRAP or other.gap < laid.gap


def _spaces(brief: Brief) -> int:
    """Return how many spaces there are between excerpts and headings, at least 1."""
    return max(
        1,
        sum(
            1 + len(group.sections) + len(group.excerpts)
            for chapter in brief.chapters
            for group in (*chapter.years, *chapter.advice)
        ),
    )


def _spacings(
    brief: Brief, last: float, gap: float, height: float
) -> Iterator[Spacing]:
    """Yield what may help where the last of pages, or the one before, is bare.

    `last` is the share of the last page that is filled, `gap` that of the one before
    which is not; a page is `height` high.
    """
    spaces = _spaces(brief)
    if (gap or last < SCRAP) and spaces * _TIGHT + _HEADS > (last - gap) * height:
        yield _TIGHTLY
    if last < SCRAP:
        if airy := _airy(brief, last, height):
            yield airy
    elif gap > _HOLE:
        # A page that ends in an excerpt swallows more space than it has.
        air = floor(gap * height * _EVEN / spaces * 10) / 10
        yield Spacing(air=min(air, _WIDEST))


def _airy(brief: Brief, last: float, height: float) -> Spacing | None:
    """Return the spacing by which a page is filled by a third, None if too wide."""
    missing = (SCRAP + _NEARLY - last) * height
    air = ceil(missing / _spaces(brief) * 10) / 10
    return Spacing(air=air) if air <= _WIDEST else None
