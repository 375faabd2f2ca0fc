"""Fit a brief into the pages of its design: estimate, set, correct.

To set pages takes seconds, to compose a brief anew a fraction of one. So whatever is
set teaches how far the estimate is off, and what would not fit by that is not set.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf
from typing import Generic, TypeVar

from briefs.compose.pages import measure
from briefs.compose.pages.plan import Pages, Plan, Profile, Words
from briefs.document import Brief
from briefs.errors import Message, UsageError
from briefs.exhibits import NO_OWN

T = TypeVar("T", bound=Pages)
Compose = Callable[[Plan], Brief]
Weigh = Callable[[Brief, Words], float]
"""Estimates how high a brief is, in points, but for what is always the same."""

_SPARE, _SHARE = 0.75, 0.12  # of a page, of all: more stays not empty, if more is left
_NEARLY = 0.1  # of a page: by so much the estimate is believed to be wrong
_TRIES = 3  # times that more is quoted
_HEADS = 0.5  # pages that headings and holes before them take


@dataclass(slots=True)
class _Press(Generic[T]):
    """Sets pages, and remembers by how much they were higher than estimated.

    The sources of what is `folded` begin a page of their own.
    """

    lay_out: Callable[[Brief], T]
    weigh: Weigh
    plan: Plan
    folded: bool
    off: float | None = None

    def set(self, brief: Brief) -> T:
        """Set a brief, and learn from it."""
        laid = self.lay_out(brief)
        self.off = self.height(laid) - self._weight(brief)
        return laid

    def height(self, laid: T) -> float:
        """Return how many pages would be filled if nothing had to stay empty."""
        if self.folded:
            return laid.pages - 1 + laid.closed
        return laid.pages - 1 + laid.last - laid.gap

    def suppose(self, brief: Brief) -> None:
        """Guess what frames a brief, before anything was set."""
        topics, sources = len(brief.chapters), len(brief.sources)
        cover = self.plan.page if brief.leads or brief.key_figures else 0
        framed = measure.frame(topics, sources, self.plan, cover=cover)
        self.off = framed / self.plan.page + _HEADS

    def expects(self, brief: Brief) -> float:
        """Return how many pages a brief will take, 0 where nothing is known.

        A sheet is filled by its ruled lines, so that no estimate can be learned of it.
        """
        known = self.off is not None and not self.plan.single
        return self._weight(brief) + (self.off or 0) if known else 0

    def _weight(self, brief: Brief) -> float:
        weight = self.weigh(brief, self.plan.words)
        return weight / measure.filled(self.plan.page)


def fit(
    profile: Profile,
    pages: int | None,
    compose: Compose,
    lay_out: Callable[[Brief], T],
    paper: str = "a4",
    weigh: Weigh = measure.said,
) -> tuple[Brief, T]:
    """Return the fullest brief that fits, with its pages.

    `pages` is the most that is allowed; None leaves it to the profile, which then may
    be exceeded where nothing is left to be shortened but figures and recommendations,
    unless the profile holds `exactly` so many. Raises UsageError when a brief cannot be
    that short.
    """
    most = profile.pages if profile.exactly else pages or profile.pages
    bound = pages is not None or profile.exactly
    plans = [*profile.plans(most, paper)]
    press = _Press(lay_out, weigh, plans[0], folded=profile.sheet > 1)
    fewest = 0
    for plan, next_one in zip(plans, [*plans[1:], None], strict=True):
        last = next_one is None or (_advises_less(next_one, plan) and not bound)
        found = _shortened(plan, most, compose, press, last=last)
        if found is None:
            continue
        brief, laid = _fronted(*found, press) if profile.cover else found
        if laid.pages <= most or (last and not bound):
            return brief, laid
        fewest = min(fewest or laid.pages, laid.pages)
    raise _too_long(profile, most, brief, fewest)


def _advises_less(plan: Plan, other: Plan) -> bool:
    """Say whether a plan quotes fewer recommendations than another."""
    return plan.advice is not None and plan.advice < (other.advice or inf)


def _shortened(
    plan: Plan, most: int, compose: Compose, press: _Press[T], *, last: bool
) -> tuple[Brief, T] | None:
    """Take room away until the pages are few enough, or nothing more goes.

    Return None for what would not fit anyway, unless it is the `last` that is tried.
    """
    brief = compose(plan)
    if press.off is None and not plan.single:
        press.suppose(brief)
    if press.expects(brief) > most:
        plan, brief = _thinned(plan, brief, most - _NEARLY, compose, press)
        if press.expects(brief) > most + _NEARLY and not last:
            return None
    laid = press.set(brief)
    if laid.pages <= most:
        return _filled(plan, brief, laid, most, compose, press)
    limit = most - _NEARLY
    while laid.pages > most:
        plan, shorter = _thinned(plan, brief, limit, compose, press)
        if shorter == brief:
            break
        brief, laid = shorter, press.set(shorter)
        limit -= _NEARLY
    if press.folded and laid.pages <= most:
        return _filled(plan, brief, laid, most, compose, press)
    return brief, laid


def _filled(
    plan: Plan, brief: Brief, laid: T, most: int, compose: Compose, press: _Press[T]
) -> tuple[Brief, T]:
    """Quote more where a page stayed empty and passages are left out.

    What proves too much teaches how much is enough.
    """
    spare = most - press.height(laid)
    if not _is_spare(plan, brief, spare, most):
        return brief, laid
    wider = replace(plan, room=plan.room + spare * plan.page)
    longer = compose(wider)
    while longer == brief and wider.room < most * plan.page:
        wider = replace(wider, room=wider.room + spare * plan.page)
        longer = compose(wider)
    unsure = _NEARLY * min(3, max(1, most / 4))  # the more pages, the less is known
    limit = most - unsure
    for _ in range(_TRIES):
        _, more = _thinned(wider, longer, limit, compose, press)
        if press.expects(more) < press.height(laid) + _NEARLY:
            break
        set_more = press.set(more)
        if set_more.pages > most:
            limit = min(limit, most - 2 * _NEARLY) - _NEARLY
            continue
        brief, laid = more, set_more
        if not _is_spare(plan, brief, most - press.height(laid), most):
            break
    return brief, laid


def _is_spare(plan: Plan, brief: Brief, spare: float, most: int) -> bool:
    """Tell whether many of the pages stayed empty while passages are left out."""
    left = any(chapter.omitted for chapter in brief.chapters)
    return left and not plan.single and spare > min(_SPARE, _SHARE * most)


def _thinned(
    plan: Plan, brief: Brief, limit: float, compose: Compose, press: _Press[T]
) -> tuple[Plan, Brief]:
    """Take room away until no more than so many pages are expected; of a sheet, all."""
    if plan.single:
        bare = replace(plan, room=0)
        return bare, compose(bare)
    step = _NEARLY
    while (expected := press.expects(brief)) > limit and plan.room > 0:
        away = max(plan.room * (1 - limit / expected), step * plan.page)
        plan = replace(plan, room=plan.room - away)
        shorter = compose(plan)
        step = step * 2 if shorter == brief else _NEARLY
        brief = shorter
    return plan, brief


def _fronted(brief: Brief, laid: T, press: _Press[T]) -> tuple[Brief, T]:
    """Take leads and advice away until the front is one page."""
    while laid.front > 1 and (brief.leads[1:] or brief.advice or brief.leads):
        if brief.leads[1:]:
            brief = replace(brief, leads=brief.leads[:-1])
        elif brief.advice:
            brief = replace(brief, advice=brief.advice[:-1])
        else:
            brief = replace(brief, leads=())
        laid = press.lay_out(brief)
    return brief, laid


def _too_long(profile: Profile, most: int, brief: Brief, fewest: int) -> UsageError:
    """Say that a brief cannot be so short, and what to drop."""
    topics = len(brief.chapters)
    if profile.exactly and brief.own != NO_OWN:
        hint = Message(
            "say less yourself, pin fewer excerpts, or choose another profile"
        )
    elif topics > 1:
        hint = Message("name fewer topics, or make a file of each: --separate")
    elif profile.exactly:
        hint = Message("choose fewer years, or another profile")
    else:
        hint = Message("allow more pages: --pages {pages}", pages=fewest)
    return UsageError(
        Message("the topic does not fit on {pages} pages", pages=most)
        if topics == 1
        else Message(
            "{topics} topics do not fit on {pages} pages", topics=topics, pages=most
        ),
        hint=hint,
    )
