"""What a brief shows side by side: two languages in columns, two years of a report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Columns:
    """What the two columns of excerpts hold: named at the head of every page.

    `translation` and `original` are names of languages, `status` and `authority` what
    has to be known of each.
    """

    translation: str
    status: str
    original: str
    authority: str


@dataclass(frozen=True, slots=True)
class Row:
    """Whole sentences beside their translation; nothing of a row is on another page.

    With `goes_on` the paragraph of the source goes on in the next row.
    """

    original: str
    translation: str
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence; `changed` where the other year has them not.

    The `space` before changed words is apart, because it is not marked as they are.
    """

    text: str
    changed: bool
    space: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence of one of two years, verbatim, in pieces, and where it stands.

    `translation` is its working translation, `reviewed` or not; it is empty where there
    is none.
    """

    pieces: tuple[Piece, ...]
    language: str
    place: str
    edition: str
    paragraph: int
    translation: str = ""
    translated_into: str = ""
    reviewed: bool = False

    @property
    def text(self) -> str:
        """The whole sentence."""
        return "".join(piece.space + piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class MovedFigure:
    """Two values with their periods, and what they count.

    `counted` is the indicator in the reader's language; the report's words, in their
    `language`, where it is none, or nothing.
    """

    values: str
    counted: str
    language: str


@dataclass(frozen=True, slots=True)
class ChangedSentence:
    """A sentence that is new, was dropped or reworded; `label` says which.

    Where the newer wording is quoted as an excerpt, `mark` is what that is called and
    `after` is None. `figures` say which numbers moved.
    """

    label: str
    before: Side | None
    after: Side | None
    figures: tuple[MovedFigure, ...] = ()
    mark: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed on a topic between two editions: counted, and sentence by sentence.

    `notes` say what became of the chapter; `omitted` how many are not shown; `columns`
    what the columns hold, None where no sentence stands beside its translation.
    """

    heading: str
    report: str
    notes: tuple[str, ...]
    counts: str
    sentences: tuple[ChangedSentence, ...]
    omitted: str = ""
    columns: Columns | None = None

    @property
    def sides(self) -> tuple[Side, ...]:
        """All sentences that are shown."""
        both = (side for each in self.sentences for side in (each.before, each.after))
        return tuple(side for side in both if side)
