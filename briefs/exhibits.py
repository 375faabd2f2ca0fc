"""What a brief shows beside quotations: charts, numbers, tables, sources, own words.

As everything that `document` shows: finished texts and geometry, nothing to compute.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Bar:
    """One year of a chart, in chart units (px) from the top left corner.

    `style` is "full" for a comparable point, "named" for the one whose value is also
    printed large, "partial" for one of another length or definition (drawn as an
    outline), "gap" where nothing is reported (a dot) and "unknown" where the number is
    said to be unknown, or the reports differ (words).
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
class Panel:
    """Charts that share one scale and their years; `note` says so."""

    note: str
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large number: what it counts, when, who says so, and where to look it up.

    `before` is the value of the comparable year before, with that year; `picture`
    shows all years, or is None where there is but one. `reference` is the mark of the
    excerpt in brackets, or a place in a report.
    """

    value: str
    label: str
    period: str
    reporter: str
    before: str
    reference: str
    anchor: str
    picture: Chart | None = None


@dataclass(frozen=True, slots=True)
class TableCell:
    """A formatted value ("8 823", "–", "белгисиз") and its note letters.

    `told` is False where the reports say nothing; `worded` where the value is a word.
    """

    text: str
    marks: tuple[str, ...] = ()
    told: bool = True
    worded: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """One indicator: who reports it (`unit`), its values, and where they stand.

    `part` rows are shares of the row above. `family` is the title of the rows that
    begin here, or empty.
    """

    label: str
    unit: str
    cells: tuple[TableCell, ...]
    part: bool
    reference: str
    family: str = ""


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
class Code:
    """A QR code: the path that draws it in a square of `size` units."""

    size: int
    path: str


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """Bibliography of one edition: its id, entry, language, checksum.

    `url` is the address of its series, `link` the same as it is printed; `code` leads
    there from paper, and is None where another entry has it already. `own` is the title
    in its own language, which opens the entry. `address` is that of the text itself,
    and `addressed` says which text stands there; `retrieved` when the file was taken.
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
    address: str = ""
    addressed: str = ""
    retrieved: str = ""


@dataclass(frozen=True, slots=True)
class PublisherNote:
    """What is known of a publisher: a name, paragraphs with a word each, a status.

    `parts` are (what it is about, text). `status` says of which day the description is
    and who wrote it.
    """

    name: str
    parts: tuple[tuple[str, str], ...]
    status: str


@dataclass(frozen=True, slots=True)
class Guarantee:
    """What the proof of a brief guarantees, and what it does not: parallel columns."""

    holds: str
    leaves: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """A whole sentence of a report, set large, or a recommendation in short.

    `text` is what is printed, in `language`: the source's own words or their
    translation; `quoted` are the words of the source. `mark` and `anchor` lead to the
    excerpt it is taken from, `place` says where it stands.
    """

    text: str
    language: str
    quoted: str
    mark: str
    anchor: str
    place: str


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of what the organisation says, in one kind of letters.

    `link` is an address that it leads to, or empty.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph ("text", of one item), a "list", or a "numbered" list."""

    kind: str
    items: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Own:
    """What the organisation says itself in a brief, and chose in it; all may be empty.

    `label` says whose words `introduction` and `call` are, `title` whose the title is
    and what the topics are, `selected` that the excerpts were selected.
    """

    label: str = ""
    title: str = ""
    introduction: tuple[Block, ...] = ()
    call: tuple[Block, ...] = ()
    selected: str = ""


NO_OWN = Own()


@dataclass(frozen=True, slots=True)
class Issuer:
    """The organisation that issues the brief; `logo` is a data URI or empty."""

    name: str
    contact: str
    logo: str
