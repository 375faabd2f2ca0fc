"""Add an edition to a corpus: its source byte for byte, and its settings."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import regex

from briefs import deliver, ingest
from briefs.clean import to_passages
from briefs.corpus import load_editions
from briefs.errors import CorpusError, UsageError
from briefs.model import Labels, Passage

LANGUAGES = ("ky", "ru", "en", "kk")
"""The languages that are told apart; Kazakh, so that it is not taken for Kyrgyz."""

_NAME = regex.compile(r"[a-z][a-z0-9]*")
_COUNTRY = regex.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Accession:
    """What is known of a new edition; `language` None lets the text decide."""

    report: str
    country: str
    year: int
    title: str
    publisher: str
    licence: str
    origin: str
    covers: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """A new edition in its place, and what was understood of its text."""

    folder: Path
    language: str
    pages: int | None
    passages: tuple[Passage, ...]


def add(source: Path, accession: Accession, corpus: Path) -> Added:
    """Put an edition into a corpus folder; nothing is written when it cannot be read.

    Raises UsageError for a name that cannot be used, CorpusError when the source cannot
    be read or the edition is there already, DeliveryError when it cannot be written.
    """
    _check(accession)
    reading = ingest.read(source)
    found = to_passages(reading, source.stem)
    if not found:
        raise CorpusError(f"{source} has no paragraphs", hint="is it the right file?")
    language = accession.language or detect(found)
    name = f"{accession.report}-{accession.year}-{accession.country.lower()}-{language}"
    folder = corpus / "editions" / name
    if folder.exists():
        raise CorpusError(
            f"the corpus has the edition {name} already",
            hint=f"remove {folder} if it is to be replaced",
        )
    data = source.read_bytes()
    settings = _settings(accession, language, data, _names(corpus, accession))
    deliver.write_all(
        {
            folder / "source.txt": data,
            folder / "edition.toml": settings.encode(),
        }
    )
    return Added(folder, language, reading.pages, found)


def detect(passages: tuple[Passage, ...]) -> str:
    """Return the language that most of the text is written in.

    Raises CorpusError for a language that is not known here.
    """
    import py3langid

    py3langid.set_languages(list(LANGUAGES))
    votes: Counter[str] = Counter()
    for passage in passages:
        language, _ = py3langid.classify(passage.text)
        votes[language] += len(passage.text)
    language = votes.most_common(1)[0][0]
    if language == "kk":
        raise CorpusError(
            "the text seems to be Kazakh, which is not supported",
            hint="name its language with --language if that is wrong",
        )
    return language


def _check(accession: Accession) -> None:
    if not _NAME.fullmatch(accession.report):
        raise UsageError(
            f"--report {accession.report!r} cannot be used",
            hint="write a short name in small Latin letters, such as hrr or tip",
        )
    if not _COUNTRY.fullmatch(accession.country):
        raise UsageError(
            f"--country {accession.country!r} is no country code",
            hint="write three capitals (ISO 3166-1 alpha-3), such as KGZ",
        )


def _names(corpus: Path, accession: Accession) -> Labels:
    """Return the short name of the report, as other editions of it have it."""
    if (corpus / "editions").is_dir() and any((corpus / "editions").iterdir()):
        for edition in load_editions(corpus):
            if edition.report == accession.report:
                return edition.names
    return {"en": accession.title}


def _settings(accession: Accession, language: str, data: bytes, names: Labels) -> str:
    lines = [
        f"report = {json.dumps(accession.report)}",
        f"country = {json.dumps(accession.country)}",
        f"year = {accession.year}",
        f"covers = {json.dumps(accession.covers or str(accession.year))}",
        f"language = {json.dumps(language)}",
        'source = "source.txt"',
        f'sha256 = "{hashlib.sha256(data).hexdigest()}"',
        f"licence = {_text(accession.licence)}",
        f"origin = {_text(accession.origin)}",
        "topics = []  # topics that every passage of the edition is about",
        "",
        "[titles]",
        f"{language} = {_text(accession.title)}",
        "",
        "# The short name that citations print before the year.",
        "[names]",
        *(f"{code} = {_text(name)}" for code, name in names.items()),
        "",
        "[publisher]",
        f"en = {_text(accession.publisher)}",
        "",
    ]
    return "\n".join(lines)


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
