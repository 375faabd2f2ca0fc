"""What a finished brief shows: everything a template needs, and nothing to compute.

Every text is in the brief's language and formatted for its locale, except quotations,
which carry their own language. A template may ask whether a part is empty; it never
counts, sorts, formats or chooses.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from briefs.differences import Changed, Columns, Row
from briefs.exhibits import (
    NO_OWN,
    Bar,
    Block,
    CellState,
    Chart,
    Code,
    Coverage,
    CoverageCell,
    CoverageRow,
    Guarantee,
    Issuer,
    KeyFigure,
    Lead,
    Note,
    Own,
    Panel,
    PublisherNote,
    Run,
    SingleFigure,
    SourceEntry,
    Table,
    TableCell,
    TableRow,
    Translation,
)

__all__ = [
    "Bar",
    "Block",
    "Brief",
    "CellState",
    "Chapter",
    "Chart",
    "Code",
    "Columns",
    "Contradiction",
    "Coverage",
    "CoverageCell",
    "CoverageRow",
    "Excerpt",
    "FigureSection",
    "Guarantee",
    "Issuer",
    "KeyFigure",
    "Lead",
    "Note",
    "Own",
    "Panel",
    "PublisherNote",
    "Row",
    "Run",
    "Section",
    "SingleFigure",
    "SourceEntry",
    "Table",
    "TableCell",
    "TableRow",
    "Term",
    "Translation",
    "YearGroup",
    "excerpts_of",
    "statements_of",
]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A numbered verbatim quotation: an unbroken run of whole sentences.

    `parts` follow each other in the source: between two of them a paragraph of it ends;
    `paragraphs` are their numbers. `original` is False when only the translation is to
    be printed; `language_name` names the source's language to the reader. `citation`
    names report and year; `section` is in `section_language`; `locator` gives the pages
    or the paragraphs; `repeated` says in which other years the same is said, or is
    empty. `edition` and `paragraphs` are what verification goes back to. `source` is
    the anchor of the bibliography entry; `ids` name the passages it was found in.
    `notes` are the editor's, where the source itself is doubtful. `mark` is what the
    excerpt is called on the page: its number, or a letter of the reader's script.
    `where` is the locator as it stands alone, with its section if that is needed. `cut`
    are the rows in which it stands beside its translation on pages.
    """

    number: int
    mark: str
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
    ids: tuple[str, ...] = ()
    translation: Translation | None = None
    notes: tuple[str, ...] = ()
    where: str = ""
    cut: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What stands beside each other: as it was cut, else paragraph by paragraph."""
        told = self.translation.parts if self.translation else ()
        return self.cut or tuple(map(Row, self.parts, told))


@dataclass(frozen=True, slots=True)
class Section:
    """Excerpts that stand under one heading of their report, which is said once.

    `title` is whole, in sentence case, with its labels; empty where the report has
    none.
    """

    title: str
    language: str
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class YearGroup:
    """The excerpts of one edition, by the sections of the report.

    `note` says which year they describe. `columns` is None where no excerpt is
    translated. `place` is the country that begins here, if they are ordered by it.
    """

    year: str
    report: str
    note: str
    sections: tuple[Section, ...]
    columns: Columns | None = None
    place: str = ""

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """The excerpts of all sections."""
        return tuple(item for section in self.sections for item in section.excerpts)


@dataclass(frozen=True, slots=True)
class FigureSection:
    """Figures: charts, the figures told once, a table.

    `heading` says whether they are of several years; `more` are single figures for
    which there is no room before the table; `tables` is the table in parts that fit on
    a page, each with its notes.
    """

    table: Table | None
    panels: tuple[Panel, ...]
    singles: tuple[SingleFigure, ...]
    heading: str
    more: tuple[SingleFigure, ...] = ()
    tables: tuple[Table, ...] = ()

    @property
    def every_single(self) -> tuple[SingleFigure, ...]:
        """All single figures."""
        return (*self.singles, *self.more)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts of all panels."""
        return tuple(chart for panel in self.panels for chart in panel.charts)


@dataclass(frozen=True, slots=True)
class Term:
    """A term: `stated`, `quoted` in excerpts, or explained; `own` says by whom."""

    name: str
    stated: tuple[Excerpt, ...]
    explanation: str = ""
    own: str = ""
    quoted: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Statements of the reports that do not fit each other; `what` they differ in."""

    what: str
    stated: tuple[Excerpt, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One topic: excerpts by edition, figures, recommendations, questions to discuss.

    `lines` to write on follow each question; `said` is the size of a sheet's sentences
    in points; `contradictions` are statements on the topic that do not fit together;
    `unshown` says that there are figures besides those shown.
    """

    code: str
    anchor: str
    title: str
    scope: str
    years: tuple[YearGroup, ...]
    figures: FigureSection | None
    advice: tuple[YearGroup, ...]
    questions: tuple[str, ...]
    omitted: str
    lines: int = 5
    said: int = 13
    contradictions: tuple[Contradiction, ...] = ()
    changes: tuple[Changed, ...] = ()
    unshown: bool = False

    @property
    def recommendations(self) -> tuple[Excerpt, ...]:
        """The recommendations of all editions."""
        return tuple(item for group in self.advice for item in group.excerpts)


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief, ready to be shown.

    `subtitle` says what the topic is; `publishers` whose reports these are; `date` is
    formatted; `statement` says what the brief is made from, `promise` what was checked,
    `authority` which text is authoritative. `leads` and `advice` stand on the front
    page: the reports' words (`few_leads` are set larger) and what they recommend;
    `notices` tell which reports have no chapter on a topic. `annex` are excerpts whose
    originals stand at the end. `contents` is True when a table of contents helps,
    `covered_in_front` when the coverage has room there. `id` is the brief's own, so
    that a loose sheet is traced. `publisher_notes` say who published the sources,
    `guarantee` what the proof is worth; `own` is what the organization says, `status`
    that of translations, empty where each tells its own. `terms` explain what the texts
    presuppose; `withheld` says that names are; `corrections` say which older brief it
    replaces, and what was corrected.
    """

    locale: str
    title: str
    subtitle: str
    country: str
    years: str
    date: str
    issuer: Issuer | None
    publishers: str
    statement: str
    promise: str
    authority: str
    key_figures: tuple[KeyFigure, ...]
    leads: tuple[Lead, ...]
    advice: tuple[Lead, ...]
    coverage: Coverage
    contents: bool
    chapters: tuple[Chapter, ...]
    sources: tuple[SourceEntry, ...]
    method: tuple[str, ...]
    keywords: tuple[str, ...]
    annex: tuple[Excerpt, ...] = ()
    covered_in_front: bool = True
    few_leads: bool = False
    own: Own = NO_OWN
    id: str = ""
    status: str = ""
    publisher_notes: tuple[PublisherNote, ...] = ()
    guarantee: Guarantee | None = None
    terms: tuple[Term, ...] = ()
    notices: tuple[str, ...] = ()
    withheld: str = ""
    corrections: tuple[str, ...] = ()


def statements_of(brief: Brief) -> Iterator[Excerpt]:
    """Yield what a brief quotes besides its excerpts, in the order of its pages."""
    for chapter in brief.chapters:
        for contradiction in chapter.contradictions:
            yield from contradiction.stated
    for term in brief.terms:
        yield from term.stated


def excerpts_of(chapter: Chapter) -> Iterator[Excerpt]:
    """Yield the excerpts and recommendations of a chapter in their order."""
    for group in chapter.years:
        yield from group.excerpts
    yield from chapter.recommendations
