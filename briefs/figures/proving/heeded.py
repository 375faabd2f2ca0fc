"""Find rows of a ledger that a reader ought to be told more of: what a person looks at.

Whether a note is needed is for a person to judge, so none of this is a fault.
"""

from collections.abc import Iterator

import regex

from briefs.errors import Message
from briefs.figures.proving.case import Case
from briefs.model import Kind, Span
from briefs.text.sentences import sentences

_ITEMS = regex.compile(r"(?:,|;)\s+(?:\p{L}+\s+)?(?=\p{Lu})")
"""What parts names in a list: "A, B, the C"."""

_FEWEST = 3
"""So many names in a row are a list."""

_NEAR = 60
"""Letters of a name, or of what stands before the first one; more are a clause."""

_MOST = 30
"""Of more nobody lists all."""


def unheeded(case: Case) -> Iterator[Message]:
    """Yield what words near the number of a row say, and no note does.

    They tell of an average, of a year that is not named, of what is not complete; or
    they name fewer than they count ("14 organizations", and 13 names).
    """
    row = case.row
    if row.notes or row.value is None:
        return
    caveat = case.bench.grammar.caveats.search(row.sentence)
    if caveat and row.kind is Kind.AGGREGATE:
        yield Message("the sentence says “{words}”, and no note does", words=caveat[0])
    listed = _listed(case)
    if listed and listed < row.value <= _MOST and not row.dimensions:
        yield Message(
            "the words behind it name {count}, and no note says so", count=listed
        )


def _listed(case: Case) -> int:
    """Return how many names stand in a list behind the number, 0 without a list."""
    text = case.passage.text
    places = sentences(text, case.bench.edition.language)
    own = next((i for i, one in enumerate(places) if one.overlaps(case.row.span)), None)
    if own is None:
        return 0
    end = places[min(own + 1, len(places) - 1)].end
    behind = Span(case.row.span.end, end).of(text)
    longest = count = last = 0
    for item in _ITEMS.finditer(behind):
        count = count + 1 if item.start() - last <= _NEAR else 1
        longest, last = max(longest, count), item.end()
    return longest + 1 if longest + 1 >= _FEWEST else 0
