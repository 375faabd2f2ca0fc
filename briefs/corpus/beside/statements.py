"""Read what a person says of single sentences: terms, contradictions, repeats.

A term is explained in the words of a report, or in the organisation's own; where
reports contradict each other, their words are set side by side; where one repeats a
recommendation in other words, both are named. What is quoted are whole sentences,
proven against the text whenever it is read.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefs.corpus.vocabulary.labels import FullWording
from briefs.errors import CorpusError, Message
from briefs.files.data import tomlfile
from briefs.files.data.schema import build
from briefs.files.data.tomlfile import Table
from briefs.model import Passage
from briefs.text.sentences import sentences

TERMS = "terms.toml"
CONTRADICTIONS = "contradictions.toml"
REPEATS = "recommendations.toml"


@dataclass(frozen=True, slots=True)
class Statement:
    """Whole sentences of a paragraph of an edition, letter by letter."""

    edition: str
    paragraph: int
    quote: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term that reports presuppose.

    `uses` are, per language, phrases that betray it in a quoted text; `topics` those
    whose briefs may explain it, all where none is named, and `always` tells that they
    do so even where the term is not quoted. `stated` are a report's words,
    `explanation` the organisation's own, which a person may have `reviewed`.
    """

    labels: FullWording
    uses: dict[str, tuple[str, ...]] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    always: bool = False
    stated: tuple[Statement, ...] = ()
    explanation: FullWording = field(default_factory=dict)
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Statements that do not fit each other, and in which they differ (`what`)."""

    topics: tuple[str, ...]
    what: FullWording
    stated: tuple[Statement, ...]
    note: FullWording = field(default_factory=dict)
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """A recommendation that stands `here`, and the earlier one that it repeats."""

    here: Statement
    of: Statement
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Statements:
    """All terms, contradictions and repeats of a corpus, by their codes."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    contradictions: Mapping[str, Contradiction] = field(default_factory=dict)
    repeats: Mapping[str, Repeat] = field(default_factory=dict)


Passages = Mapping[str, Mapping[int, Passage]]
"""The passages by edition id and number."""


def read(lent: Callable[[str], Path], passages: Passages) -> Statements:
    """Read the files that a corpus has or is `lent`; each may be missing.

    Raises CorpusError, with file, line and key, for what is malformed, explains
    nothing, or is not found in the text. Editions that are not here prove nothing.
    """
    return Statements(
        dict(_terms(lent(TERMS), passages)),
        dict(_contradictions(lent(CONTRADICTIONS), passages)),
        dict(_repeats(lent(REPEATS), passages)),
    )


def _terms(path: Path, passages: Passages) -> Iterable[tuple[str, Term]]:
    table = _table(path)
    for code in table.values:
        term = build(Term, table, code)
        if not term.stated and not term.explanation:
            raise table.fault(
                Message("'{key}' has no stated words and no explanation", key=code),
                code,
            )
        _prove(table, code, term.stated, passages)
        yield code, term


def _contradictions(
    path: Path, passages: Passages
) -> Iterable[tuple[str, Contradiction]]:
    table = _table(path)
    for code in table.values:
        found = build(Contradiction, table, code)
        if len(found.stated) < _FEWEST and not found.note:
            raise table.fault(
                Message("'{key}' needs two statements, or a note on one", key=code),
                code,
            )
        _prove(table, code, found.stated, passages)
        yield code, found


def _repeats(path: Path, passages: Passages) -> Iterable[tuple[str, Repeat]]:
    table = _table(path)
    for code in table.values:
        found = build(Repeat, table, code)
        _prove(table, code, (found.here, found.of), passages)
        yield code, found


_FEWEST = 2


def _table(path: Path) -> Table:
    if not path.exists():
        return Table(path, {}, {}, CorpusError)
    return tomlfile.read(path, CorpusError)


def _prove(
    table: Table, code: str, stated: Iterable[Statement], passages: Passages
) -> None:
    """Refuse what is not some whole sentences of its paragraph."""
    for one in stated:
        known = passages.get(one.edition)
        if known is None:
            continue
        passage = known.get(one.paragraph)
        if passage is None or not _is_whole(one, passage):
            raise table.fault(
                Message(
                    "paragraph {number} of {edition} has no whole sentences “{words}”",
                    words=one.quote[:60],
                    edition=one.edition,
                    number=one.paragraph,
                ),
                code,
                hint=Message("copy them from `briefs excerpts`, letter by letter"),
            )


def _is_whole(one: Statement, passage: Passage) -> bool:
    text, language = passage.text, one.edition.rpartition("-")[2]
    start = text.find(one.quote)
    begins, ends = set(), set()
    for span in sentences(text, language):
        said = span.of(text)
        begins.add(span.end - len(said.lstrip()))
        ends.add(span.start + len(said.rstrip()))
    return start in begins and start + len(one.quote) in ends
