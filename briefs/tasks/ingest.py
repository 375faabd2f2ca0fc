"""Add an edition to a corpus: its source byte for byte, and its settings."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import regex

from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError, UsageError
from briefs.files import deliver
from briefs.model import Edition, Labels, Passage
from briefs.reading import lines as ingest
from briefs.reading.passages import headings, to_passages

LANGUAGES = ("ky", "ru", "en", "kk")
"""The languages that are told apart; Kazakh, so that it is not taken for Kyrgyz."""

_NOT_BLANK = regex.compile(r"(?s).*\S.*"), "leave it out, or write a text"
_FORMS = {
    "report": (
        regex.compile(r"[a-z][a-z0-9]*"),
        "write a short name in small Latin letters, such as hrr or tip",
    ),
    "country": (
        regex.compile(r"[A-Z]{3}"),
        "write three capitals (ISO 3166-1 alpha-3), such as KGZ",
    ),
    "covers": (regex.compile(r"[0-9]{4}"), "write a year such as 2016"),
    "language": (regex.compile(r"[a-z]{2,3}"), "write a code such as ky, ru or en"),
    "title": _NOT_BLANK,
    "publisher": _NOT_BLANK,
    "licence": _NOT_BLANK,
    "origin": _NOT_BLANK,
}
"""How an option is written, and what to do when it is not."""


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
    """A new edition in its place, and what was understood of its text.

    `headings` and `headers` say how many titles and running headers it has.
    """

    folder: Path
    language: str
    pages: int | None
    passages: tuple[Passage, ...]
    headings: int
    headers: int


def add(source: Path, accession: Accession, corpus: Corpus) -> Added:
    """Put an edition into the first folder of a corpus, whole or not at all.

    Raises UsageError for an option that cannot be used, CorpusError for an unknown
    topic, a source that cannot be read, or an edition that is there already, and
    DeliveryError when it cannot be written.
    """
    _check(accession, corpus)
    reading = ingest.read(source)
    found = to_passages(reading, source.stem)
    if not found:
        raise CorpusError(f"{source} has no paragraphs", hint="is it the right file?")
    language = accession.language or detect(found)
    name = f"{accession.report}-{accession.year}-{accession.country.lower()}-{language}"
    folder = corpus.folders[0] / "editions" / name
    if (folder / "edition.toml").exists():
        raise CorpusError(
            f"the corpus has the edition {name} already",
            hint=f"remove {folder} if it is to be replaced",
        )
    data = reading.text.encode()
    settings = _settings(accession, language, data, _sibling(corpus, accession))
    deliver.write_all(
        {
            folder / "source.txt": data,
            folder / "edition.toml": settings.encode(),
        }
    )
    return Added(
        folder,
        language,
        reading.pages,
        found,
        len(headings(reading)),
        len(reading.headers),
    )


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


def _check(accession: Accession, corpus: Corpus) -> None:
    for name, (form, hint) in _FORMS.items():
        value = getattr(accession, name)
        if value is not None and not form.fullmatch(value):
            raise UsageError(f"--{name}: {value!r} cannot be used", hint=hint)
    if accession.topics:
        corpus.select(accession.topics)


def _sibling(corpus: Corpus, accession: Accession) -> Edition | None:
    """Return the latest edition of the same report, if the corpus holds one."""
    if corpus.is_empty:
        return None
    same = (e for e in corpus.editions if e.report == accession.report)
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
