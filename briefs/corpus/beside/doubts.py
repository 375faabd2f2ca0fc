"""Read where the source itself seems wrong: `editions/<edition>/doubts.csv`."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefs.corpus.paragraphs import cited
from briefs.errors import Message
from briefs.files.data import csvfile
from briefs.model import Edition, Labels, Passage
from briefs.text.sentences import sentences

_NOTES = {"ky": "NOTE_KY", "ru": "NOTE_RU", "en": "NOTE_EN"}

COLUMNS = ("PARAGRAPH", "SENTENCE", "KIND", *_NOTES.values())


class Kind(StrEnum):
    """What is doubtful: the opposite is meant, words are lost, or it is unclear who."""

    INVERTED = "inverted"
    GARBLED = "garbled"
    UNCLEAR = "unclear-reference"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence of a paragraph that seems wrong in the source, and what of it."""

    paragraph: int
    sentence: str
    kind: Kind
    notes: Labels


def path(edition: Edition) -> Path:
    """Return where the doubts of an edition stand."""
    return edition.path.parent / "doubts.csv"


def read(edition: Edition, passages: Mapping[int, Passage]) -> tuple[Doubt, ...]:
    """Return the doubts of an edition, none where there is no such file.

    Raises CorpusError, with file, line and column, for a row that does not stand in its
    paragraph or has no note in a language.
    """
    file = path(edition)
    if not file.exists():
        return ()
    rows = csvfile.read(file, COLUMNS).rows
    return tuple(_doubt(row, edition.language, passages) for row in rows)


def inverted(doubts: Collection[Doubt]) -> frozenset[str]:
    """Return the sentences that seem to say the opposite of what is meant."""
    return frozenset(each.sentence for each in doubts if each.kind is Kind.INVERTED)


def _doubt(row: csvfile.Row, language: str, passages: Mapping[int, Passage]) -> Doubt:
    passage = cited(row, passages)
    text = passage.text
    found = [
        span.of(text)
        for span in sentences(text, language)
        if row["SENTENCE"] and span.of(text).startswith(row["SENTENCE"])
    ]
    if len(found) != 1:
        raise row.fault(
            "SENTENCE",
            Message("copy the beginning of one sentence of the paragraph"),
        )
    notes = {code: row[column] for code, column in _NOTES.items()}
    for column in _NOTES.values():
        if not row[column]:
            raise row.fault(column, Message("say what is doubtful"))
    kind = Kind(row.choice("KIND", [str(kind) for kind in Kind]))
    return Doubt(passage.number, found[0], kind, notes)
