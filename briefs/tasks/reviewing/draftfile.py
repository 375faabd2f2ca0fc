"""Write draft rows for a spreadsheet, and read what a reviewer made of them.

A draft has the columns of a ledger, what the reviewer decides before them, and what
the machine thinks of them at the end.
"""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from briefs.corpus.beside import ledger
from briefs.errors import CorpusError, Message
from briefs.figures.proposals import Draft
from briefs.files.data import csvfile
from briefs.files.data.csvfile import Row
from briefs.files.data.tomlfile import place

ACCEPT, NAME, SURE, DOUBTS = "ACCEPT", "ROW", "SURE", "DOUBTS"
_YES = ("yes", "y", "x", "1", "+", "да", "ооба")
_NO = ("no", "n", "0", "-", "нет", "жок")
_MARK = "\ufeff"  # so that spreadsheets read UTF-8

EXPLAINED = {
    ACCEPT: Message("yes: into the ledger; no: never ask again; empty: later"),
    NAME: Message("name of the row: p12.2 is the second number of paragraph 12"),
    "PARAGRAPH": Message("paragraph of the edition"),
    "QUOTE": Message("shortest words with the number and what it counts"),
    "INDICATOR": Message("known series that it belongs to, if any"),
    "REF_AREA": Message("country, ISO 3166-1 alpha-3"),
    "TIME_PERIOD": Message("2015, 2015-10 or 2015-01/2015-06; empty: not told"),
    "PERIOD_BASIS": Message(
        "stated in the sentence, carried from one before it, or edition: nobody says"
    ),
    "OBS_VALUE": Message("the number"),
    "OBS_VALUE_MAX": Message("upper end of a range"),
    "BOUND": Message("at-most, at-least, about or estimate, if it is not exact"),
    "BASE": Message("the whole that a part is of: 14 of 120"),
    "UNIT_MEASURE": Message("what is counted: people, cases, percent, KGS …"),
    "OBS_STATUS": Message(
        "A normal, E estimate, P part of a year, B break, M unknown, L not reported"
    ),
    "KIND": Message("aggregate, incident, norm or institution"),
    "CHANGE": Message("yes for a difference: 25% fewer"),
    "REPORTED_BY": Message("who reported it, by the codes of organisations.toml"),
    "DIMENSIONS": Message("what part of all it counts: sex=female;origin=Afghanistan"),
    "TOPICS": Message("topics that it is shown on, divided by ;"),
    "COMMENT_OBS": Message("your own remark; it is never printed"),
    "REPEATS": Message(
        "edition that has the same sentence first; the period is the one it had there"
    ),
    "SENTENCE": Message("the whole sentence; leave it as it is"),
    SURE: Message("yes: goes on a reviewed series, and its words prove it"),
    DOUBTS: Message("what the words do not bear out yet"),
}
"""What each column holds, in their order."""

COLUMNS = tuple(EXPLAINED)


@dataclass(frozen=True, slots=True)
class Decision:
    """A row of a reviewed draft: accepted, declined, or (None) left for later."""

    row: Row
    accepted: bool | None
    sure: bool


def to_csv(drafts: Iterable[Draft], divider: str, say: Callable[[Message], str]) -> str:
    """Return drafts as a table that spreadsheets open; nothing is decided yet.

    `say` tells doubts in the reader's language.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=divider, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for draft in drafts:
        cells = map(csvfile.inert, ledger.cells(draft.figure)[1:])
        doubts = "; ".join(map(say, draft.doubts))
        sure = "yes" if draft.sure else ""
        writer.writerow(["", draft.name, *cells, sure, doubts])
    return _MARK + out.getvalue()


def read(path: Path) -> tuple[Decision, ...]:
    """Return what a reviewer decided of each row.

    Raises CorpusError for a file that is no draft, or naming the line of an answer that
    is neither yes nor no.
    """
    sheet = csvfile.read(path)
    if missing := [name for name in (ACCEPT, *_NEEDED) if name not in sheet.columns]:
        raise CorpusError(
            Message(
                "{place}: the column {name} is missing",
                place=place(path, 1),
                name=missing[0],
            ),
            hint=Message("`briefs figures review EDITION` writes such a file"),
        )
    return tuple(map(_decision, sheet.rows))


_WORDS = ("QUOTE", "SENTENCE")
_NEEDED = [name for name in ledger.COLUMNS if name not in ledger.OPTIONAL]


def _decision(row: Row) -> Decision:
    answer = row[ACCEPT].casefold()
    if answer and answer not in (*_YES, *_NO):
        hint = Message("write yes or no, or leave it empty")
        raise row.fault(ACCEPT, hint)
    told = dict(ledger.completed(row.cells))
    for name in _WORDS:  # a spreadsheet may keep a cell in several lines
        told[name] = " ".join(told[name].split())
    sure = told.get(SURE, "").strip().casefold() in _YES
    accepted = answer in _YES if answer else None
    return Decision(replace(row, cells=told), accepted, sure)
