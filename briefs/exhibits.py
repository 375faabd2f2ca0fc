"""What a brief shows beside quotations: finished texts and geometry, not computed."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Bar:
    """One year of a chart, in chart units (px) from the top left corner.

    `style` is "full" for a comparable point, "named" for the one printed large too,
    "partial" for another length or definition (an outline), "gap" without a report
    (a dot), "unknown" where the number is, or the reports differ (words).
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
    """A bar chart; `source`: who reports it where, `signs`: how it is to be read."""

    title: str
    alt: str
    caption: str
    width: float
    height: float
    baseline: float
    bars: tuple[Bar, ...]
    source: str = ""
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """Charts that share one scale and their years; `note` says so."""

    note: str
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large number: what it counts, when, who says so, where, and what to `note`.

    `before` is a comparable year, `picture` shows all, which stand at `pictured`;
    `reference` is an excerpt's mark or a place, `place` report and pages of its words.
    """

    value: str
    label: str
    period: str
    reporter: str
    before: str
    reference: str
    anchor: str
    picture: Chart | None = None
    pictured: str = ""
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """A working translation of an excerpt; `parts` run parallel to the excerpt's.

    `status` says that it is a working translation, and whether a person `reviewed` it.
    """

    language: str
    parts: tuple[str, ...]
    status: str
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class SingleFigure:
    """A figure without a series: value, what it counts, when, who says so, where.

    `counted` is `edition`'s, `translation` of the whole sentence. `span`: of 6 columns.
    """

    value: str
    counted: tuple[str, ...]
    language: str
    period: str
    reported_by: str
    citation: str
    translation: Translation | None = None
    notes: tuple[str, ...] = ()
    span: int = 0
    edition: str = ""


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

    `url` is the address of its series, `link` as printed, `code` as a camera reads it,
    unless another entry has it; `own` the title in its own language; `address` that of
    the text which `addressed` names; `retrieved` says when it was taken.
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
    """What is known of a publisher: words and texts, as of a day (`status`)."""

    name: str
    parts: tuple[tuple[str, str], ...]
    status: str


@dataclass(frozen=True, slots=True)
class Guarantee:
    """What the proof of a brief guarantees, and what it does not, in two columns."""

    holds: str
    leaves: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """A whole sentence of a report, set large, or a recommendation in short.

    `text` in `language` is printed: the words `quoted`, or a translation of a `status`.
    `mark` and `anchor` lead to its excerpt, at its `place`.
    """

    text: str
    language: str
    quoted: str
    mark: str
    anchor: str
    place: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of what the organisation says in one kind of letters, or a `link`."""

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
    """The organisation that issues a brief; `logo` is a data URI or empty."""

    name: str
    contact: str
    logo: str
