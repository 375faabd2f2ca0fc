"""Read whom an edition names, and who may be named: `editions/<edition>/people.csv`.

A list of other names to withhold, organizations and places too, is read likewise.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefs.corpus.paragraphs import cited
from briefs.errors import Message
from briefs.files import cache
from briefs.files.data import csvfile
from briefs.model import Edition, Passage
from briefs.text.bearers import Bearers
from briefs.text.names import PERSON, Finder, Grammar, Name

COLUMNS = ("NAME", "VARIANTS", "ROLE", "PUBLIC", "PARAGRAPH", "NOTE", "REVIEWED")
LISTED = ("NAME", "VARIANTS", "KIND")

FILE = "people.csv"
"""The list beside a source."""

_PROVEN = "people"
_KINDS = (PERSON, "organization", "place")
_ANSWERS = {"yes": True, "no": False}


class Role(StrEnum):
    """As what a person is named."""

    VICTIM = "victim"
    DEFENDANT = "defendant"
    RELATIVE = "relative"
    WITNESS = "witness"
    LAWYER = "lawyer"
    DEFENDER = "defender"
    JOURNALIST = "journalist"
    BUSINESS = "business"
    POLITICIAN = "politician"
    OFFICIAL = "official"
    JUDGE = "judge"
    EXPERT = "expert"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Person:
    """A person whom an edition names, first in a `paragraph`.

    A `public` one is named in office, or as a candidate for it; all others are private.
    """

    name: Name
    role: Role
    public: bool
    paragraph: int
    note: str
    reviewed: bool


def path(edition: Edition) -> Path:
    """Return where the people of an edition stand."""
    return edition.path.parent / FILE


def read(
    edition: Edition,
    passages: Mapping[int, Passage],
    grammars: Mapping[str, Grammar],
) -> tuple[Person, ...] | None:
    """Return whom an edition names; None where there is no such file.

    Raises CorpusError, with file, line and column, for a row that cannot be used, or
    whose name does not stand in its paragraph.
    """
    file = path(edition)
    if not file.exists():
        return None
    rows = _rows(file, COLUMNS)
    found = tuple(_person(row, passages) for row in rows)
    texts = [passages[person.paragraph].text for person in found]
    # To prove takes longer than to choose all that a brief quotes: once is enough.
    key = cache.digest(repr(found), repr([*grammars.items()]), *texts)
    if cache.load(key, _PROVEN) is None:
        _prove(rows, found, texts, Finder(_names(found), tuple(grammars.values())))
        cache.store(key, _PROVEN, b"")
    return found


def bearers(found: Iterable[Person] | None, grammars: Mapping[str, Grammar]) -> Bearers:
    """Return the names of the people of an edition, to be found in its text."""
    return Bearers(_names(found or ()), grammars.values())


def _names(found: Iterable[Person]) -> tuple[Name, ...]:
    return tuple(person.name for person in found)


def _prove(
    rows: Iterable[csvfile.Row],
    found: Iterable[Person],
    texts: Iterable[str],
    finder: Finder,
) -> None:
    """Find each name in its paragraph; raise CorpusError where it does not stand."""
    for row, person, text in zip(rows, found, texts, strict=True):
        if all(hit.name != person.name for hit in finder.find(text)):
            raise row.fault(
                "PARAGRAPH", Message("the name does not stand in this paragraph")
            )


def listed(file: Path) -> tuple[Name, ...]:
    """Return the names of a list of what to withhold.

    Raises CorpusError, with file, line and column, for a row that cannot be used.
    """
    return tuple(
        Name(_forms(row), row.choice("KIND", _KINDS)) for row in _rows(file, LISTED)
    )


def _rows(file: Path, columns: Iterable[str]) -> tuple[csvfile.Row, ...]:
    """Return the rows of a file that has these columns, each name once."""
    rows = csvfile.read(file, columns).rows
    seen: set[str] = set()
    for row in rows:
        if row["NAME"] in seen:
            raise row.fault("NAME", Message("this name stands in another row too"))
        seen.add(row["NAME"])
    return rows


def _person(row: csvfile.Row, passages: Mapping[int, Passage]) -> Person:
    public = _ANSWERS[row.choice("PUBLIC", _ANSWERS)]
    return Person(
        name=Name(_forms(row), shown=public),
        role=Role(row.choice("ROLE", [str(role) for role in Role])),
        public=public,
        paragraph=cited(row, passages).number,
        note=row["NOTE"],
        reviewed=_ANSWERS[row.choice("REVIEWED", _ANSWERS)],
    )


def _forms(row: csvfile.Row) -> tuple[str, ...]:
    """Return the name and its variants, divided by semicolons."""
    variants = (part.strip() for part in row["VARIANTS"].split(";"))
    forms = tuple(dict.fromkeys((row["NAME"], *filter(None, variants))))
    for form in forms:
        if not form or not all(is_word(word) for word in form.split()):
            column = "NAME" if form == row["NAME"] else "VARIANTS"
            raise row.fault(
                column, Message("write names of letters, with a ; between variants")
            )
    return forms


def is_word(word: str) -> bool:
    """Tell whether a word is long enough to tell whose name it is."""
    return sum(map(str.isalpha, word)) > 1
