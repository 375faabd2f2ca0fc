"""Load a corpus: its editions with their passages, checked against their checksums."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from briefs.errors import CorpusError
from briefs.files import cache, tomlfile
from briefs.model import Edition, Labels, Passage, Topic
from briefs.reading import lines as ingest
from briefs.reading import passages as clean

EDITION_KEYS: dict[str, Any] = {
    "report": str,
    "country": str,
    "year": int,
    "covers": str,
    "language": str,
    "source": str,
    "sha256": str,
    "titles": dict,
    "names": dict,
}
"""What every `edition.toml` must say, and the type of its value."""

OPTIONAL_KEYS: dict[str, Any] = {
    "publisher": str | dict,
    "licence": str | dict,
    "origin": str | dict,
    "issued": date,
    "topics": list,
    "url": str,
}
"""What an `edition.toml` may say besides."""

_YEAR = re.compile(r"[0-9]{4}")
_TYPE_NAMES: dict[Any, str] = {
    str: 'text in "quotation marks"',
    int: "a number",
    dict: "a table of languages",
    str | dict: "text, or a table of languages",
    date: "a date such as 2016-04-13",
    list: "a list [ ]",
}


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus folder as read: editions by report and year, topics by code."""

    folder: Path
    editions: tuple[Edition, ...]
    topics: dict[str, Topic]

    def edition(self, edition: str) -> Edition:
        """Return the edition with this id; raises CorpusError when there is none."""
        for candidate in self.editions:
            if candidate.id == edition:
                return candidate
        ids = [candidate.id for candidate in self.editions]
        raise CorpusError(
            f"the corpus has no edition {edition!r}",
            hint=tomlfile.nearest(edition, ids),
        )


def load_editions(folder: Path) -> tuple[Edition, ...]:
    """Read every `editions/*/edition.toml` of a corpus folder, sorted.

    Raises CorpusError when there is none, or naming the file, line and key that is
    missing, unknown or of another type.
    """
    files = sorted((folder / "editions").glob("*/edition.toml"))
    if not files:
        raise CorpusError(
            f"no editions in {folder}",
            hint="name a corpus folder with --corpus, or add an edition to it",
        )
    return cache.remember("editions", cache.contents(files), lambda: _editions(files))


def read_source(edition: Edition) -> str:
    """Return the text of an edition's source.

    Raises CorpusError when it is missing or differs from its recorded checksum.
    """
    check_source(edition)
    return ingest.read_text(edition.path)


def passages(edition: Edition) -> tuple[Passage, ...]:
    """Return the passages of an edition, from the cache when its source is unchanged.

    Raises CorpusError as `read_source` does.
    """
    check_source(edition)
    return cache.remember(
        "passages",
        (edition.sha256, edition.id),
        lambda: clean.to_passages(ingest.read(edition.path), edition.id),
    )


class Paragraphs(Mapping[int, Passage]):
    """The passages of an edition by number, read when the first is asked for.

    Of many editions that a brief could quote, it looks into few.
    """

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._found: dict[int, Passage] | None = None

    def __getitem__(self, number: int) -> Passage:
        return self._read()[number]

    def __iter__(self) -> Iterator[int]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def _read(self) -> dict[int, Passage]:
        if self._found is None:
            self._found = {
                passage.number: passage for passage in passages(self._edition)
            }
        return self._found


def checksum(path: Path) -> str:
    """Return the sha256 of a file in hexadecimal; raises CorpusError if unreadable."""
    return hashlib.sha256(ingest.read_bytes(path)).hexdigest()


def check_source(edition: Edition) -> None:
    """Raise CorpusError when the source of an edition is missing or was altered."""
    if checksum(edition.path) != edition.sha256:
        raise CorpusError(
            f"{edition.path} is not the file whose checksum {edition.id} records",
            hint="restore the source, or add the new text as another edition",
        )


def _editions(files: Iterable[Path]) -> tuple[Edition, ...]:
    editions = [_edition(tomlfile.read(file, CorpusError)) for file in files]
    return tuple(
        sorted(editions, key=lambda e: (e.country, e.report, e.year, e.language))
    )


def _check_edition(table: tomlfile.Table) -> None:
    """Refuse what is missing in an `edition.toml`, unknown, or of another type."""
    known = EDITION_KEYS | OPTIONAL_KEYS
    table.allow(known)
    for key in EDITION_KEYS:
        if key not in table.values:
            raise table.fault(f"the key {key!r} is missing")
    for key, value in table.values.items():
        if not isinstance(value, known[key]) or isinstance(value, bool):
            wanted = _TYPE_NAMES[known[key]]
            raise table.fault(f"{key!r} must be {wanted}", key)
    values = table.values
    for key in ("titles", "names", "publisher", "licence", "origin"):
        if isinstance(values.get(key), dict):
            table.labels(key)
    if not _YEAR.fullmatch(values["covers"]):
        raise table.fault("'covers' must be a year such as \"2016\"", "covers")
    if not all(isinstance(code, str) for code in values.get("topics", [])):
        raise table.fault("'topics' must be a list of topic codes", "topics")


def _edition(table: tomlfile.Table) -> Edition:
    _check_edition(table)
    values = table.values
    return Edition(
        id=table.path.parent.name,
        report=values["report"],
        country=values["country"],
        year=values["year"],
        covers=values["covers"],
        language=values["language"],
        titles=values["titles"],
        names=values["names"],
        publisher=_labels(values.get("publisher")),
        issued=values.get("issued"),
        licence=_labels(values.get("licence")),
        origin=_labels(values.get("origin")),
        url=values.get("url", ""),
        topics=tuple(values.get("topics", ())),
        path=table.path.parent / values["source"],
        sha256=values["sha256"],
    )


def _labels(text: str | Labels | None) -> Labels:
    """Return what serves readers of every language, where only one text is given."""
    return {"en": text} if isinstance(text, str) else text or {}


def countries(editions: Iterable[Edition]) -> list[str]:
    """Return the country codes of editions, sorted."""
    return sorted({edition.country for edition in editions})


def country_names(folder: Path) -> dict[str, dict[str, str]]:
    """Read `countries.toml`: names of countries by ISO 3166-1 alpha-3 and language.

    A corpus without the file gets the names of CLDR. Raises CorpusError.
    """
    path = folder / "countries.toml"
    if not path.exists():
        return {}
    table = tomlfile.read(path, CorpusError)
    for code in table.values:
        table.labels(code)
    return table.values
