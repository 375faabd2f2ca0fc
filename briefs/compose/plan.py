"""Fit a brief into the pages of its design by choosing its content.

Type is never made smaller. What does not fit is left out step by step, and what cannot
be left out is an error that says so.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from briefs.compose.excerpts.cutting import LONGEST
from briefs.document import Brief
from briefs.errors import Message, UsageError


@dataclass(frozen=True, slots=True)
class Words:
    """How a design sets excerpts: sizes and widths in points.

    `alone` is the width of an excerpt that has no translation beside it, `beside` that
    of an original with its translation to the left; where the page has no room for two
    columns it is 0, and one stands above the other. `gap` is the space after an
    excerpt.
    """

    size: float = 10
    line: float = 13
    alone: float = 409
    beside: float = 221
    gap: float = 9.5


@dataclass(frozen=True, slots=True)
class Plan:
    """How much a brief may say.

    `room` is the height of its pages in points, `page` that of one. Each topic has
    `fewest` excerpts even where the room is used up, and all of them together `most`,
    if that is set; an excerpt has `longest` words, and is a `single` sentence with a
    letter if that is set. All recommendations are quoted, or `advice` of them.
    `leads` sentences at most are set large at the front.
    """

    room: float = 6500
    page: float = 702
    words: Words = field(default_factory=Words)
    fewest: int = 3
    most: int | None = None
    longest: int = LONGEST
    single: bool = False
    leads: int = 6
    key_figures: int = 6
    charts: int = 4
    singles: int = 10
    table: bool = True
    advice: int | None = None
    questions: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """A page design: how high its pages are, by paper, and how many are wanted.

    `exactly` that many must come out, when it is true; `cover` gives the first page to
    the front alone; `sheet` is the number of pages that are printed on one sheet.
    `steps` are the plans, each shorter than the last, that are tried when there is too
    much.
    """

    pages: int
    heights: Mapping[str, float]
    words: Words = Words()
    exactly: bool = False
    cover: bool = False
    sheet: int = 1
    steps: tuple[Plan, ...] = (Plan(),)

    def plans(self, pages: int, paper: str = "a4") -> Iterator[Plan]:
        """Yield the plans for a number of pages."""
        for step in self.steps:
            height = self.heights[paper]
            yield replace(step, room=pages * height, page=height, words=self.words)


class Pages(Protocol):
    """Laid-out pages: how many, how much of the last one is filled, and the front."""

    @property
    def pages(self) -> int:
        """The number of pages."""

    @property
    def last(self) -> float:
        """The share of the last page that is filled."""

    @property
    def front(self) -> int:
        """The number of pages of the front, 0 in a design without one."""


T = TypeVar("T", bound=Pages)

_SCRAP = 0.34
_SPARE = 0.6  # of a page that may stay empty before more is quoted


def better(profile: Profile, laid: T, lay_out: Callable[[str, int], T]) -> T:
    """Return pages that fit with their last one filled, or spared, by spacing alone.

    `lay_out` sets them "spread", so that the second page of a sheet is used, or
    "tight" or "loose", with less or more space between excerpts; and with so many pages
    for notes as the last sheet would have blank ones.
    """
    if profile.exactly and laid.pages < profile.pages:
        return lay_out("spread", 0)
    if profile.sheet > 1 and (blank := -laid.pages % profile.sheet):
        return lay_out("", blank)
    if laid.pages > 2 and laid.last < _SCRAP and profile.sheet == 1:
        for spacing in ("tight", "loose"):
            other = lay_out(spacing, 0)
            if other.pages < laid.pages or other.last >= _SCRAP:
                return other
    return laid


def fit(
    profile: Profile,
    pages: int | None,
    compose: Callable[[Plan], Brief],
    lay_out: Callable[[Brief], T],
    paper: str = "a4",
) -> tuple[Brief, T]:
    """Return the fullest brief that fits, with its pages.

    `pages` is the most that is allowed; None leaves it to the profile, which then may
    be exceeded where nothing is left to be shortened but figures and recommendations,
    unless the profile holds `exactly` so many. Raises UsageError when a brief cannot be
    that short.
    """
    most = profile.pages if profile.exactly else pages or profile.pages
    fewest = 0
    bound = pages is not None or profile.exactly
    plans = [*profile.plans(most, paper)]
    for plan, next_one in zip(plans, [*plans[1:], None], strict=True):
        brief, laid = _shortened(plan, most, compose, lay_out)
        if profile.cover:
            brief, laid = _fronted(brief, laid, lay_out)
        last = next_one is None or next_one.advice is not None
        if laid.pages <= most or (last and not bound):
            return brief, laid
        fewest = min(fewest or laid.pages, laid.pages)
    topics = len(brief.chapters)
    raise UsageError(
        Message("the topic does not fit on {pages} pages", pages=most)
        if topics == 1
        else Message(
            "{topics} topics do not fit on {pages} pages", topics=topics, pages=most
        ),
        hint=_hint(profile, topics, fewest),
    )


def _shortened(
    plan: Plan,
    most: int,
    compose: Callable[[Plan], Brief],
    lay_out: Callable[[Brief], T],
) -> tuple[Brief, T]:
    """Take room away until the pages are few enough, or nothing more goes.

    The room was an estimate: where it left a page empty and passages out, more room is
    tried once.
    """
    page = plan.room / most
    brief = compose(plan)
    laid = lay_out(brief)
    spare = most - laid.pages + 1 - laid.last
    if spare > _SPARE and any(chapter.omitted for chapter in brief.chapters):
        longer = compose(replace(plan, room=plan.room + (spare - _SPARE / 2) * page))
        more = lay_out(longer) if longer != brief else laid
        if laid.pages <= most and more.pages <= most:
            return longer, more
    while laid.pages > most and plan.room > 0 and not plan.single:
        height = laid.pages - 1 + laid.last
        away = max(plan.room * (height - most) / height, page * 0.3)
        shorter = brief
        while shorter == brief and plan.room > 0:
            plan = replace(plan, room=plan.room - away)
            shorter, away = compose(plan), away * 1.5
        if shorter != brief:
            brief, laid = shorter, lay_out(shorter)
    return brief, laid


def _fronted(brief: Brief, laid: T, lay_out: Callable[[Brief], T]) -> tuple[Brief, T]:
    """Take leads and advice away until the front is one page."""
    while laid.front > 1 and (brief.leads[1:] or brief.advice or brief.leads):
        if brief.leads[1:]:
            brief = replace(brief, leads=brief.leads[:-1])
        elif brief.advice:
            brief = replace(brief, advice=brief.advice[:-1])
        else:
            brief = replace(brief, leads=())
        laid = lay_out(brief)
    return brief, laid


def _hint(profile: Profile, topics: int, fewest: int) -> Message:
    """Say what to drop."""
    if topics > 1:
        return Message("name fewer topics, or make a file of each: --separate")
    if profile.exactly:
        return Message("choose fewer years, or another profile")
    return Message("allow more pages: --pages {pages}", pages=fewest)
