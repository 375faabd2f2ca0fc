"""Read which numbers of an edition a reviewer left out: `editions/<id>/declined.csv`.

They count nothing that a brief should print: no statistics, or not to be trusted.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from briefs.corpus.paragraphs import cited
from briefs.errors import Message
from briefs.files.data import csvfile
from briefs.model import Edition, Figure, Passage, Span

COLUMNS = ("PARAGRAPH", "QUOTE", "SENTENCE")


class Declined(NamedTuple):
    """A number that was left out: its paragraph, its words, and the sentence."""

    paragraph: int
    quote: str
    sentence: str

    def covers(self, figure: Figure) -> bool:
        """Tell whether it is this number of the text."""
        at = figure.sentence.find(figure.quote)
        within = (
            Span(start, start + len(self.quote))
            for start in range(len(figure.sentence))
            if figure.sentence.startswith(self.quote, start)
        )
        return (figure.paragraph, figure.sentence) == (
            self.paragraph,
            self.sentence,
        ) and any(
            span.start <= at and at + len(figure.quote) <= span.end for span in within
        )


def path(edition: Edition) -> Path:
    """Return where the declined numbers of an edition stand."""
    return edition.path.with_name("declined.csv")


def read(edition: Edition, passages: Mapping[int, Passage]) -> tuple[Declined, ...]:
    """Return the declined numbers; none where there is no such file.

    Raises CorpusError naming file, line and column of what does not stand in its
    passage.
    """
    file = path(edition)
    if not file.exists():
        return ()
    rows = csvfile.read(file, COLUMNS).rows
    return tuple(entry(row, passages) for row in rows)


def entry(row: csvfile.Row, passages: Mapping[int, Passage]) -> Declined:
    """Return the number that a row declines; raises CorpusError as `read` does."""
    passage = cited(row, passages)
    hint = Message("it does not stand in paragraph {number}", number=passage.number)
    if not row["SENTENCE"] or row["SENTENCE"] not in passage.text:
        raise row.fault("SENTENCE", hint)
    if not row["QUOTE"] or row["QUOTE"] not in row["SENTENCE"]:
        raise row.fault("QUOTE", hint)
    return Declined(passage.number, row["QUOTE"], row["SENTENCE"])


def to_csv(rows: Iterable[Declined]) -> str:
    """Return declined numbers as the text of their file, paragraph by paragraph."""
    return csvfile.written([COLUMNS, *sorted({*rows})])
