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
from briefs.model import Edition, Labels, Passage

LANGUAGES = ("ky", "ru", "en", "kk")
"""The languages that are told apart; Kazakh, so that it is not taken for Kyrgyz."""

_NAME = regex.compile(r"[a-z][a-z0-9]*")
_COUNTRY = regex.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Accession:
    """What is known of a new edition.

    `language` None lets the text decide. What else is None is taken from an edition of
    the same report, or left out.
    """

    report: str
    country: str
    year: int
    title: str | None = None
    publisher: str | None = None
    licence: str | None = None
    origin: str | None = None
    covers: str | None = None
    language: str | None = None
    topics: tuple[str, ...] = ()


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
    settings = _settings(accession, language, data, _sibling(corpus, accession))
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


def _sibling(corpus: Path, accession: Accession) -> Edition | None:
    """Return the latest edition of the same report, if the corpus holds one."""
    if not any((corpus / "editions").glob("*/edition.toml")):
        return None
    same = (e for e in load_editions(corpus) if e.report == accession.report)
    return max(same, key=lambda edition: edition.year, default=None)


def _settings(
    accession: Accession, language: str, data: bytes, sibling: Edition | None
) -> str:
    title = accession.title or f"{accession.report.upper()} {accession.year}"
    names = sibling.names if sibling else {language: accession.report.upper()}
    publisher = sibling.publisher if sibling else {}
    if accession.publisher:
        publisher = {language: accession.publisher}
    told = {"licence": accession.licence, "origin": accession.origin}
    lines = [
        f"report = {_text(accession.report)}",
        f"country = {_text(accession.country)}",
        f"year = {accession.year}",
        f"covers = {_text(accession.covers or str(accession.year))}",
        f"language = {_text(language)}",
        'source = "source.txt"',
        f'sha256 = "{hashlib.sha256(data).hexdigest()}"',
        *(f"{key} = {_text(text)}" for key, text in told.items() if text),
        "# Topics that every passage of the edition is about.",
        f"topics = [{', '.join(map(_text, accession.topics))}]",
        *("", "[titles]", f"{language} = {_text(title)}"),
        "",
        "# The short name that citations print before the year.",
        *("[names]", *_labels(names)),
        *(("", "[publisher]", *_labels(publisher)) if publisher else ()),
        "",
    ]
    return "\n".join(lines)


def _labels(labels: Labels) -> list[str]:
    return [f"{code} = {_text(text)}" for code, text in labels.items()]


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
