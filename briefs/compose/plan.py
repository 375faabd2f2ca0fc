"""Say what each page design takes, and fit a brief into it by choosing its content.

Type is never made smaller. What does not fit is left out step by step, and what cannot
be left out is an error that says so.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from briefs.compose.cutting import LONGEST
from briefs.document import Brief
from briefs.errors import UsageError


@dataclass(frozen=True, slots=True)
class Plan:
    """How much a brief may say.

    `room` is the height of its pages in lines, `letters` the width of an excerpt's
    line. Each topic has `fewest` excerpts even where the room is used up, and all of
    them together `most`, if that is set; an excerpt has `longest` words. All
    recommendations are quoted, or `advice` of them.
    """

    room: float = 450
    letters: int = 75
    fewest: int = 3
    most: int | None = None
    longest: int = LONGEST
    key_figures: int = 6
    charts: int = 4
    singles: int = 10
    table: bool = True
    advice: int | None = None
    questions: bool = False


_STEPS = (
    Plan(),
    Plan(fewest=2, longest=120, charts=2, singles=4),
    Plan(fewest=1, longest=60, charts=0, singles=0, key_figures=3),
    Plan(
        fewest=1,
        longest=30,
        charts=0,
        singles=0,
        key_figures=3,
        table=False,
        advice=0,
    ),
)


@dataclass(frozen=True, slots=True)
class Profile:
    """A page design: its page of `lines` × `letters`, and how many pages are wanted.

    `exactly` that many must come out, when it is true; `sheet` is the number of pages
    that are printed on one sheet. `steps` are the plans, each shorter than the last,
    that are tried when there is too much.
    """

    pages: int
    lines: int
    letters: int
    exactly: bool = False
    sheet: int = 1
    steps: tuple[Plan, ...] = _STEPS

    def plans(self, pages: int) -> Iterator[Plan]:
        """Yield the plans for a number of pages; their feet are not counted on."""
        room = pages * (1 - _FEET) * self.lines
        for step in self.steps:
            yield replace(step, room=room, letters=self.letters)


_FEET = 0.07
"""The share of the pages that stays empty where what follows begins a new page."""

_HANDOUT = Plan(charts=1, singles=0, table=False, advice=0, questions=True)

_LARGE = Plan(key_figures=3, charts=2, singles=4)

PROFILES = {
    "brief": Profile(pages=10, lines=50, letters=70),
    "handout": Profile(
        pages=2,
        lines=58,
        letters=80,
        exactly=True,
        steps=tuple(
            replace(
                _HANDOUT, fewest=most, most=most, longest=longest, key_figures=figures
            )
            for longest, most, figures in (
                (80, 5, 4),
                (60, 5, 4),
                (45, 5, 4),
                (30, 5, 4),
                (30, 4, 3),
                (30, 3, 3),
            )
        ),
    ),
    "booklet": Profile(pages=16, lines=40, letters=65, sheet=4),
    "large-print": Profile(pages=24, lines=28, letters=52, steps=(_LARGE, *_STEPS[1:])),
    "email": Profile(pages=16, lines=36, letters=52),
}


class Pages(Protocol):
    """Laid-out pages: how many, and how much of the last one is filled."""

    @property
    def pages(self) -> int:
        """The number of pages."""

    @property
    def last(self) -> float:
        """The share of the last page that is filled."""


T = TypeVar("T", bound=Pages)

_SCRAP = 0.2


def get(name: str) -> Profile:
    """Return a profile; a design of the house's own is set like the brief."""
    return PROFILES.get(name, PROFILES["brief"])


def better(profile: Profile, laid: T, lay_out: Callable[[str], T]) -> T:
    """Return pages that fit with their last one filled, or spared, by spacing alone.

    `lay_out` sets them "spread", so that the second page of a sheet is used, or
    "tight", with less space between excerpts.
    """
    if profile.exactly and laid.pages < profile.pages:
        return lay_out("spread")
    if laid.pages > 1 and laid.last < _SCRAP and not profile.exactly:
        tight = lay_out("tight")
        return tight if tight.pages < laid.pages else laid
    return laid


def fit(
    profile: Profile,
    pages: int | None,
    compose: Callable[[Plan], Brief],
    lay_out: Callable[[Brief], T],
) -> tuple[Brief, T]:
    """Return the fullest brief that fits, with its pages.

    `pages` is the most that is allowed; None leaves it to the profile, which then may
    be exceeded where nothing is left to be shortened but figures and recommendations,
    unless the profile holds `exactly` so many. Raises UsageError when a brief cannot be
    that short.
    """
    most = profile.pages if profile.exactly else pages or profile.pages
    bound = pages is not None or profile.exactly
    plans = [*profile.plans(most)]
    fewest = 0
    for plan, shorter in zip(plans, [*plans[1:], None], strict=True):
        brief, laid = _shortened(plan, most, profile.lines, compose, lay_out)
        last = shorter is None or shorter.advice is not None
        if laid.pages <= most or (last and not bound):
            return brief, laid
        fewest = min(fewest or laid.pages, laid.pages)
    topics = len(brief.chapters)
    raise UsageError(
        f"the topic does not fit on {most} pages"
        if topics == 1
        else f"{topics} topics do not fit on {most} pages",
        hint=_hint(profile, topics, fewest),
    )


def _shortened(
    plan: Plan,
    most: int,
    lines: int,
    compose: Callable[[Plan], Brief],
    lay_out: Callable[[Brief], T],
) -> tuple[Brief, T]:
    """Take room away until the pages are few enough, or nothing more goes."""
    brief = compose(plan)
    laid = lay_out(brief)
    while laid.pages > most and plan.room > 0:
        height = laid.pages - 1 + laid.last
        # The room was an estimate: as much of it goes as of the true height must go.
        away = plan.room * (height - most) / height
        plan = replace(plan, room=plan.room - max(away, lines * 0.3))
        shorter = compose(plan)
        if shorter != brief:
            brief, laid = shorter, lay_out(shorter)
    return brief, laid


def _hint(profile: Profile, topics: int, fewest: int) -> str:
    """Say what to drop."""
    if topics > 1:
        return "name fewer topics, or make a file of each: --separate"
    if profile.exactly:
        return "choose fewer years, or another profile"
    return f"allow more pages: --pages {fewest}"
