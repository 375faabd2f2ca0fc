"""Read which numbers of an edition a reviewer left out: `editions/<id>/declined.csv`.

They count nothing that a brief should print: no statistics, or not to be trusted.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefs.errors import CorpusError, Message
from briefs.files import csvfile
from briefs.files.tomlfile import place
from briefs.model import Edition, Figure, Passage, Span

COLUMNS = ("PARAGRAPH", "QUOTE", "SENTENCE")

Place = tuple[int, Span, str]
"""A number by its paragraph, the span of its quote there, and its sentence."""


def path(edition: Edition) -> Path:
    """Return where the declined numbers of an edition stand."""
    return edition.path.with_name("declined.csv")


def read(edition: Edition, passages: Mapping[int, Passage]) -> frozenset[Place]:
    """Return where the declined numbers stand; none where there is no such file.

    Raises CorpusError naming file, line and column of what does not stand in its
    passage.
    """
    file = path(edition)
    if not file.exists():
        return frozenset()
    sheet = csvfile.read(file)
    if {*sheet.columns} != {*COLUMNS}:
        raise CorpusError(
            Message("{place}: the columns are not known", place=place(file, 1)),
            hint=Message("they are {columns}", columns=", ".join(COLUMNS)),
        )
    return frozenset(
        found for row in sheet.rows for found in _places(row, edition, passages)
    )


def _places(
    row: csvfile.Row, edition: Edition, passages: Mapping[int, Passage]
) -> list[Place]:
    """Return each place of a quote in its sentence: all of one wording are meant."""
    number = row.number("PARAGRAPH")
    passage = passages.get(number) if isinstance(number, int) else None
    if passage is None:
        count = len(passages)
        hint = Message(
            "{edition} has {count} paragraphs", edition=edition.id, count=count
        )
        raise row.fault("PARAGRAPH", hint)
    quote, sentence = row["QUOTE"], row["SENTENCE"]
    start = passage.text.find(sentence)
    if start < 0 or not sentence or quote not in sentence or not quote:
        hint = Message("it does not stand in paragraph {number}", number=passage.number)
        raise row.fault("SENTENCE" if start < 0 else "QUOTE", hint)
    found, at = [], sentence.find(quote)
    while at >= 0:
        span = Span(start + at, start + at + len(quote))
        found.append((passage.number, span, sentence))
        at = sentence.find(quote, at + 1)
    return found


def to_csv(figures: Iterable[Figure]) -> str:
    """Return declined figures as the text of their file, in the order of the text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(
        (one.paragraph, one.quote, one.sentence)
        for one in sorted(figures, key=lambda each: (each.paragraph, each.span))
    )
    return out.getvalue()
