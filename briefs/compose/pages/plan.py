"""Say how much a brief may hold on the pages of its design.

Type is never made smaller: what does not fit is left out, step by step (`fit`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from briefs.compose.excerpts.cuts.cutting import LONGEST

CLEAR = 12.0
"""The least size of running text in clear print, in points."""


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

    def clear(self) -> "Words":
        """Return the same words in clear print: at least 12 points."""
        larger = max(1.0, CLEAR / self.size)
        return replace(self, size=self.size * larger, line=self.line * larger)


@dataclass(frozen=True, slots=True)
class Plan:
    """How much a brief may say.

    `room` is the height of its pages in points, `page` that of one. Each topic has
    `fewest` excerpts even where the room is used up, and all of them together `most`,
    if that is set; an excerpt has `longest` words, and is a `single` sentence with a
    letter if that is set. All recommendations are quoted, or `advice` of them.
    `leads` sentences at most are set large at the front. With `repeats` the table lists
    what large numbers tell whole, too. So many `changes` between two
    editions are shown of each topic; without `excerpts` nothing else is quoted. With
    `terms` these are explained and contradictions shown; with `background` it is said
    who publishes, and what the proof is worth. What is not `paged` is one long page,
    which never ends within an excerpt.
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
    repeats: bool = True
    advice: int | None = None
    questions: bool = False
    changes: int = 0
    excerpts: bool = True
    terms: bool = True
    background: bool = True
    paged: bool = True


@dataclass(frozen=True, slots=True)
class Profile:
    """A page design: how high its pages are, by paper, and how many are wanted.

    `exactly` that many must come out, when it is true; `cover` gives the first page to
    the front alone; `sheet` is the number of pages that are printed on one sheet.
    `steps` are the plans, each shorter than the last, that are tried when there is too
    much. `names` says whose names are withheld where nobody chose: "withheld", those
    of all private persons, or "front", theirs on the front page.
    """

    pages: int
    heights: Mapping[str, float]
    words: Words = Words()
    exactly: bool = False
    cover: bool = False
    sheet: int = 1
    steps: tuple[Plan, ...] = (Plan(),)
    names: str = "withheld"

    @property
    def folds(self) -> bool:
        """Tell whether all is one sheet, printed on both sides."""
        return self.exactly and self.pages == self.sheet > 1

    def plans(self, pages: int, paper: str = "a4") -> Iterator[Plan]:
        """Yield the plans for a number of pages."""
        for step in self.steps:
            height = self.heights[paper]
            yield replace(step, room=pages * height, page=height, words=self.words)


class Pages(Protocol):
    """Laid-out pages: how many, how much of the last ones is filled, and the front."""

    @property
    def pages(self) -> int:
        """The number of pages."""

    @property
    def last(self) -> float:
        """The share of the last page that is filled."""

    @property
    def front(self) -> int:
        """The number of pages of the front, 0 in a design without one."""

    @property
    def gap(self) -> float:
        """The share of the page before the last that had to stay empty.

        What the last page begins with is kept whole there.
        """

    @property
    def ended(self) -> float:
        """The share that is filled of the page before the sources, or the words.

        The less of both; it is all of it where they do not begin a page of their own.
        """

    @property
    def closed(self) -> float:
        """The share that is filled of the page before the sources.

        It is all of it where they do not begin a page of their own.
        """

    @property
    def rest(self) -> tuple[float, float]:
        """The points that stay empty below the first and the last page."""
