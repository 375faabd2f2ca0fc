"""What is asked of the tool: which editions, which briefs, and how they look."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefs.choice import NO_PICKS, OwnWords, Picks, Replaced
from briefs.corpus.scope import Range
from briefs.document import Issuer


@dataclass(frozen=True, slots=True)
class Look:
    """How the pages look: profile, "pdf" or "html", and the options of the design.

    `folder` is the house's own, of templates and styles. With `clear` no running text
    is under 12 points and no small print under 10.
    """

    profile: str = "brief"
    format: str = "pdf"
    paper: str = "a4"
    mono: bool = False
    crop_marks: bool = False
    accent: str | None = None
    folder: Path | None = None
    clear: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """One call of `build`: which briefs, how, and where to.

    A brief is made in each of the `locales`. With `separate` each topic makes a brief
    of its own; `output` is a file when one
    brief is made, else a folder. `quotes` says what prints of a quotation in another
    language: "original", "both" or "translation". `pages` is None for the profile's own
    budget; `draft` allows a language that is not complete, and marks each page; `force`
    replaces a file at the destination that is no brief.
    `by` puts what several countries' reports say in the order of "year" or "country".
    `words` are the organisation's own, by locale; `picks` are the excerpts it wants.
    `name` is what files are called, with fields such as "{locale}"; empty for a name
    made of topics, locale and design. `names` is "full", "front" or "withheld", None
    for what the design does; `withhold` is a list of names that are withheld in any
    case. `replaces` is the older brief that this one replaces.
    """

    topics: tuple[str, ...]
    locales: tuple[str, ...]
    day: date
    range: Range = field(default_factory=Range)
    look: Look = Look()
    everything: bool = False
    separate: bool = False
    full: bool = False
    quotes: str = "both"
    pages: int | None = None
    output: str | None = None
    issuer: Issuer | None = None
    draft: bool = False
    words: Mapping[str, OwnWords] = field(default_factory=dict)
    picks: Picks = NO_PICKS
    name: str = ""
    by: str = "year"
    force: bool = False
    names: str | None = None
    withhold: Path | None = None
    replaces: Replaced | None = None
