"""The words of the field as data: what a stage takes in and what it hands on.

Offsets are code points, end exclusive. Every class is frozen; a sequence is a tuple.
What a finished brief shows is in `document`; here is what the corpus says.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeAlias

from briefs.codes import APART as APART
from briefs.codes import Basis as Basis
from briefs.codes import Bound as Bound
from briefs.codes import Kind as Kind
from briefs.codes import Status as Status

Labels: TypeAlias = dict[str, str]
"""One wording per language code, such as `{"ky": "Кыйноо", "en": "Torture"}`."""


Phrases: TypeAlias = dict[str, tuple[str, ...]]
"""Phrases per language code, written as `text.phrases` reads them."""


class Span(NamedTuple):
    """Where something stands: code-point offsets, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return what stands here in a text."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether two places share some of the text."""
        return self.start < other.end and other.start < self.end


RUN_IN = 4
"""The level of a heading that opens a paragraph."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source, with its place and the page it stands on.

    `number` counts from 1; `start` is the offset of `text` in the decoded source;
    `text` has no line break; `page` is None where the source shows no pages.
    """

    number: int
    start: int
    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A title above passages: `label` ("а.", "2-Бөлүм.") and `text` as printed.

    `level` is 1 for a section, 2 and 3 below it, `RUN_IN` for a heading that opens a
    paragraph ("Физикалык шарттар: …") and stays part of that paragraph's text.
    `pieces` are the source slices it was read from.
    """

    level: int
    label: str
    text: str
    page: int | None
    pieces: tuple[Span, ...]

    @property
    def printed(self) -> str:
        """The heading as the source prints it."""
        return f"{self.label} {self.text}".strip()


class PageStart(NamedTuple):
    """Where in a passage's text a page begins, and its number."""

    offset: int
    page: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One cleaned paragraph.

    `number` counts the paragraphs of the edition from 1. `headings` are the headings
    above it, outermost first, its run-in heading last. `pieces` are the source slices
    of `text` in order: joined, they equal `text` but for white space, so what stands
    between them (a running header at a page break) is known to be left out. `pages`
    are those it stands on, none where the source shows no pages. `label` is the number
    or sign that it begins with in the source ("12.", "(a)", "•"), no part of its text.
    `place` counts the paragraphs of its section from 1, each point of a list as one; it
    is 0 where nobody counted.
    """

    edition: str
    number: int
    text: str
    page: int | None
    headings: tuple[Heading, ...]
    pieces: tuple[Span, ...]
    pages: tuple[PageStart, ...] = ()
    label: str = ""
    place: int = 0

    @property
    def section(self) -> tuple[Heading, ...]:
        """The headings of its section, outermost first; what opens it is none."""
        return tuple(one for one in self.headings if one.level < RUN_IN)

    @property
    def source(self) -> Span:
        """The stretch of the decoded source that encloses the passage."""
        return Span(self.pieces[0].start, self.pieces[-1].end)

    def pages_of(self, words: Span) -> tuple[int, int] | None:
        """Return the first and the last page of some words of `text`, or None."""
        before = [start.page for start in self.pages if start.offset <= words.start]
        within = [start.page for start in self.pages if start.offset < words.end]
        if not before or not within:
            return None if self.page is None else (self.page, self.page)
        return before[-1], within[-1]


@dataclass(frozen=True, slots=True)
class Edition:
    """One year's issue of a report on one country in one language.

    `covers` is the year the issue describes ("2016"), `titles` its title in the
    languages it is cited in, `names` the short name of the report in citations,
    `topics` the topics that its every passage is about, `sha256` the checksum of `path`
    in hexadecimal, `url` an address for readers or empty. `original_sha256` is that of
    the file the text was taken from, `layout` what that file told of its blocks.
    `translation_of` is the language of the publisher's own text, the authoritative one,
    where the edition is a translation of it; else it is empty. `url` is the page of the
    series, `address` where the authoritative text of this issue stands, `retrieved` the
    day the file was taken, where it is known.
    """

    id: str
    report: str
    country: str
    year: int
    covers: str
    language: str
    titles: Labels
    names: Labels
    publisher: Labels
    issued: date | None
    licence: Labels
    origin: Labels
    url: str
    topics: tuple[str, ...]
    path: Path
    sha256: str
    original_sha256: str = ""
    layout: Path | None = None
    layout_sha256: str = ""
    translation_of: str = ""
    address: str = ""
    retrieved: date | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """One concept of the taxonomy (SKOS): its labels and how it shows in a text.

    `patterns`, `excludes` and `heads` hold, per language, stems or phrases: a pattern
    betrays the topic, an exclude cancels the pattern hit it overlaps, a head is looked
    for in the nearest heading only.
    """

    code: str
    labels: Labels
    scope: Labels
    broader: str | None
    patterns: dict[str, tuple[str, ...]]
    excludes: dict[str, tuple[str, ...]]
    heads: dict[str, tuple[str, ...]]
    path: Path


class Grade(StrEnum):
    """How surely a passage is about a topic."""

    STRONG = "strong"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a passage matches: by a "pattern", a "heading" or the edition's "default".

    `pattern` is the rule as written, `surface` the words it hit as printed. `span`
    is their place in the passage text, None for a heading or a default.
    """

    kind: str
    pattern: str
    surface: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Match:
    """A passage's tie to a topic, with its grade and every reason."""

    topic: str
    grade: Grade
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a passage that counts or measures something.

    `value` is None only where the source says that the number is unknown or was not
    reported. `base` is the whole that it is a part of, where the source tells it ("14
    of 120"). `reported_by` is a code of `organisations.toml`, or several joined by
    semicolons. `unit` is "people", "cases", "percent", "KGS" …; `period` is ISO 8601:
    "2015", "2015-10", "2015-01/2015-06", None when nothing tells it. `span` is the
    place of `quote`, the shortest verbatim text with the number and what it counts, in
    the passage text; `sentence` the sentence around it. `change` marks a difference
    ("25% fewer"), not a level; `bound` what the words around say of its exactness
    ("more than", "about"), None when it is told as exact; `repeats` the earlier edition
    that gives the same. `area` is the country it is
    about (ISO 3166-1 alpha-3). `notes` are to be printed with it. A `reviewed` figure
    was read in its context; the others were found by the grammar.
    """

    edition: str
    paragraph: int
    span: Span
    quote: str
    sentence: str
    value: int | float | None
    value_max: int | float | None
    unit: str
    counted: str
    period: str | None
    period_basis: Basis
    kind: Kind
    approximate: bool
    change: bool
    reported_by: str | None
    area: str = ""
    indicator: str | None = None
    status: Status = Status.NORMAL
    dimensions: tuple[tuple[str, str], ...] = ()
    comment: str = ""
    notes: Labels = field(default_factory=dict)
    reviewed: bool = False
    topics: tuple[str, ...] = ()
    bound: Bound | None = None
    base: int | float | None = None
    repeats: str | None = None

    @property
    def reporters(self) -> tuple[str, ...]:
        """The codes of those who reported it."""
        return tuple((self.reported_by or "").split(";")) if self.reported_by else ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a series measures (SDMX): labels, definition and unit.

    `notes` say what to mind when its years are compared; `order` is its place in a
    table; `part_of` the code of the total that it is a part of; `key` tells whether it
    may be shown large, as one of the figures that sum a topic up. `compare` are codes
    of measures of the same thing, which ought to agree; `family` a heading in tables.

    `cues`, `context`, `excludes` and `zero` are, per language, phrases that prove a row
    of the ledger: its quote holds a cue, its sentence a word of the context and none
    that is excluded; where there was none of it, the quote says so in words of `zero`.
    """

    code: str
    labels: Labels
    definition: Labels
    unit: str
    topics: tuple[str, ...]
    notes: Labels
    order: int
    part_of: str | None
    key: bool
    path: Path
    compare: tuple[str, ...] = ()
    family: Labels = field(default_factory=dict)
    cues: Phrases = field(default_factory=dict)
    context: Phrases = field(default_factory=dict)
    excludes: Phrases = field(default_factory=dict)
    zero: Phrases = field(default_factory=dict)
