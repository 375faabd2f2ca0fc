"""Read the editions: one `edition.toml` for each, beside its source."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

from briefs.corpus.vocabulary.labels import Wording
from briefs.errors import CorpusError, Message
from briefs.files.data import tomlfile
from briefs.files.data.schema import Form, Limits, build
from briefs.model import Edition, Labels

Report = Annotated[
    str, Form("[a-z][a-z0-9]*", Message("a short name in small letters, such as hrr"))
]
Country = Annotated[
    str, Form("[A-Z]{3}", Message("three capitals (ISO 3166-1 alpha-3), such as KGZ"))
]
CoveredYear = Annotated[str, Form("(19|20)[0-9]{2}", Message('a year such as "2016"'))]
Address = Annotated[
    str,
    Form(
        r"https?://[^\s<>\"']{1,1000}",
        Message("an address that begins with https:// and has at most 1,000 letters"),
    ),
]
Checksum = Annotated[
    str, Form("[0-9a-f]{64}", Message("a SHA-256 in 64 hexadecimal digits"))
]
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class EditionFile:
    """What an `edition.toml` says, under the names of `model.Edition`."""

    report: Report
    country: Country
    year: Annotated[int, Limits(FIRST_YEAR, LAST_YEAR)]
    covers: CoveredYear
    language: str
    source: str
    sha256: Checksum
    titles: Wording
    names: Wording
    publisher: Wording | str | None = None
    licence: Wording | str | None = None
    origin: Wording | str | None = None
    issued: date | None = None
    topics: tuple[str, ...] = ()
    url: Address = field(default="")
    original: str | None = None
    original_sha256: Checksum | None = None
    layout: str | None = None
    layout_sha256: Checksum | None = None
    translation_of: str | None = None
    address: Address = field(default="")
    retrieved: date | None = None


def files(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files of editions; what stands in the first folder wins."""
    found: dict[str, Path] = {}
    for folder in folders:
        for file in sorted((folder / "editions").glob("*/edition.toml")):
            found.setdefault(file.parent.name, file)
    return tuple(found.values())


def read(files: Iterable[Path]) -> tuple[Edition, ...]:
    """Read `edition.toml` files; the editions are sorted by country, report and year.

    Raises CorpusError naming the file, line and key of what is missing, unknown or of
    another kind, of a language that does not exist, and of a source elsewhere.
    """
    found = map(_edition, files)
    return tuple(sorted(found, key=lambda e: (e.country, e.report, e.year, e.language)))


def _edition(file: Path) -> Edition:
    table = tomlfile.read(file, CorpusError)
    told = build(EditionFile, table)
    _require_language(table, told.language, "language")
    if told.translation_of is not None:
        _require_language(table, told.translation_of, "translation_of")
    return Edition(
        id=file.parent.name,
        report=told.report,
        country=told.country,
        year=told.year,
        covers=told.covers,
        language=told.language,
        titles=told.titles,
        names=told.names,
        publisher=_labels(told.publisher),
        issued=told.issued,
        licence=_labels(told.licence),
        origin=_labels(told.origin),
        url=told.url,
        topics=told.topics,
        path=_inside(table, told.source),
        sha256=told.sha256,
        original_sha256=told.original_sha256 or "",
        layout=_inside(table, told.layout) if told.layout else None,
        layout_sha256=told.layout_sha256 or "",
        translation_of=told.translation_of or "",
        address=told.address,
        retrieved=told.retrieved,
    )


def _require_language(table: tomlfile.Table, code: str, key: str) -> None:
    """Refuse what is no language; ISO 639 is known by Babel's list of names."""
    if not is_language(code):
        raise table.fault(
            Message("{code} is no code of a language", code=code),
            key,
            hint=Message("write ky, ru, en or another code of ISO 639"),
        )


def is_language(code: str) -> bool:
    """Tell whether a code names a language (ISO 639), with or without a script."""
    if code in ("ky", "ru", "en"):  # at once, without Babel's data
        return True
    from babel import Locale

    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?", code):
        return False
    return code.split("-")[0] in Locale("en").languages


def _inside(table: tomlfile.Table, name: str) -> Path:
    """Return the source beside its `edition.toml`; refuse a way elsewhere."""
    folder = table.path.parent
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise table.fault(
            Message("the source {name} is not in the folder of its edition", name=name),
            "source",
            hint=Message("put the file beside edition.toml and write its name"),
        )
    return path


def _labels(text: Labels | str | None) -> Labels:
    """Return what serves readers of every language, where only one text is given."""
    return {"en": text} if isinstance(text, str) else text or {}
