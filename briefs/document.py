"""What a finished brief shows: everything a template needs, and nothing to compute.

Every text is in the brief's language and formatted for its locale, except quotations,
which carry their own language. A template may ask whether a part is empty; it never
counts, sorts, formats or chooses.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Translation:
    """A working translation of an excerpt; `parts` run parallel to the excerpt's.

    `status` says that it is a working translation, and whether a person reviewed it.
    """

    language: str
    parts: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A numbered verbatim quotation: an unbroken run of whole sentences.

    `parts` follow each other in the source: between two of them a paragraph of it ends,
    which prints as ¶; `paragraphs` are their numbers. `original` is False when only the
    translation is to be printed; `language_name` names the source's language to the
    reader. `citation` names report and year; `section` is in `section_language`;
    `locator` gives the pages or the paragraphs;
    `repeated` says in which other years the same is said, or is empty. `edition` and
    `paragraphs` are what verification goes back to. `source` is the anchor of the
    bibliography entry. `notes` are the editor's, where the source itself is doubtful.
    """

    number: int
    anchor: str
    language: str
    parts: tuple[str, ...]
    original: bool
    language_name: str
    citation: str
    section: str
    section_language: str
    locator: str
    repeated: str
    edition: str
    paragraphs: tuple[int, ...]
    source: str
    translation: Translation | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearGroup:
    """The excerpts of one edition year; `note` says which year they describe."""

    year: str
    note: str
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large number: what it counts, when, and the excerpt (or source) to look up."""

    value: str
    label: str
    period: str
    reference: str
    anchor: str


class CellState(StrEnum):
    """What the corpus can say on a topic in a year; silence is never a zero."""

    PASSAGES = "passages"
    DENIALS = "denials"
    MENTIONED = "mentioned"
    NO_SECTION = "no-such-section"
    NOTHING = "nothing-found"
    NO_EDITION = "no-edition"


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One year of a coverage row: its state and the words that print it.

    Passages print `text` as it stands (their number, "12"); the other states print a
    sign, for which `text` is the alternative ("no edition for this year").
    """

    state: CellState
    text: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One topic in one report across the years."""

    label: str
    cells: tuple[CoverageCell, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The topic × year matrix with the legend of the states it uses."""

    years: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
    legend: tuple[CoverageCell, ...]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A formatted value ("8 823", "–", "белгисиз") and its note letters."""

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """One indicator; `part` rows are shares of the row above; `reference` cites."""

    label: str
    unit: str
    cells: tuple[TableCell, ...]
    part: bool
    reference: str


@dataclass(frozen=True, slots=True)
class Note:
    """A table note: its letter and its sentence."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Indicators × years."""

    caption: str
    years: tuple[str, ...]
    rows: tuple[TableRow, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One year of a chart, in chart units (px) from the top left corner.

    `style` is "full" for a comparable point, "partial" for one of another length or
    definition (drawn as an outline) and "gap" where nothing is reported (words
    instead of a bar).
    """

    year: str
    label: str
    style: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A small bar chart of one series: geometry computed, text ready."""

    title: str
    alt: str
    caption: str
    width: float
    height: float
    baseline: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class SingleFigure:
    """A figure without a series: value, what it counts, when, who says so, where.

    `counted` is verbatim. `translation` is that of the whole sentence, for who cannot
    read what is counted; figures of one sentence are then told together. `notes` are
    what must be known of them.
    """

    value: str
    counted: tuple[str, ...]
    language: str
    period: str
    reported_by: str
    citation: str
    translation: Translation | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureSection:
    """Figures across years: a table, charts, the remaining single figures.

    `heading` says whether they are of several years.
    """

    table: Table | None
    charts: tuple[Chart, ...]
    singles: tuple[SingleFigure, ...]
    heading: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One topic: excerpts by year, figures, recommendations, questions to discuss."""

    code: str
    anchor: str
    title: str
    scope: str
    years: tuple[YearGroup, ...]
    figures: FigureSection | None
    recommendations: tuple[Excerpt, ...]
    questions: tuple[str, ...]
    omitted: str


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: the path that draws it in a square of `size` units."""

    size: int
    path: str


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """Bibliography of one edition: its id, entry, language, checksum.

    `own` is its title in its own language, which opens the entry.
    `url` is the address of its series, `link` the same as it is printed; `code` leads
    there from paper, and is None where another entry has it already.
    """

    edition: str
    anchor: str
    title: str
    language: str
    entry: str
    checksum: str
    url: str
    link: str = ""
    code: Code | None = None
    own: str = ""


@dataclass(frozen=True, slots=True)
class Issuer:
    """The organisation that issues the brief; `logo` is a data URI or empty."""

    name: str
    contact: str
    logo: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief, ready to be shown.

    `date` is formatted. `statement` says what the brief is made from. `contents` is
    True when a table of contents helps.
    """

    locale: str
    title: str
    subtitle: str
    country: str
    years: str
    date: str
    issuer: Issuer | None
    statement: str
    key_figures: tuple[KeyFigure, ...]
    coverage: Coverage
    contents: bool
    chapters: tuple[Chapter, ...]
    sources: tuple[SourceEntry, ...]
    method: tuple[str, ...]
    keywords: tuple[str, ...]


def excerpts_of(chapter: Chapter) -> Iterator[Excerpt]:
    """Yield the excerpts and recommendations of a chapter in their order."""
    for group in chapter.years:
        yield from group.excerpts
    yield from chapter.recommendations
