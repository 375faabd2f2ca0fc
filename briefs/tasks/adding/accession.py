"""Write the settings of a new edition: what is told of it, and what its series says."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from briefs.compose.sources import cite
from briefs.corpus.vocabulary.parties.series import Series
from briefs.errors import Message, UsageError
from briefs.model import Edition, Labels
from briefs.reading.source import Source


@dataclass(frozen=True, slots=True)
class Accession:
    """What is known of a new edition.

    What is None is taken from the file, from an edition of the same report, or left
    out. `retrieved` is the day on which the file was fetched; None is today.
    """

    report: str | None = None
    country: str | None = None
    year: int | None = None
    title: str | None = None
    publisher: str | None = None
    licence: str | None = None
    origin: str | None = None
    covers: str | None = None
    language: str | None = None
    topics: tuple[str, ...] = ()
    retrieved: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """An accession of which nothing is missing any more."""

    report: str
    country: str
    year: int
    language: str
    told: Accession

    @property
    def name(self) -> str:
        """The id of the edition."""
        return f"{self.report}-{self.year}-{self.country.lower()}-{self.language}"


def settings(
    known: Known,
    source: Source,
    files: dict[str, bytes],
    series: dict[str, Series],
    sibling: Edition | None,
    title: str,
) -> str:
    """Return the text of `edition.toml`; `files` are those beside it, by name.

    `sibling` is another edition of the report, `title` what seems to be its own. Raises
    UsageError where no title is known.
    """
    own = series.get(known.report)
    told, language = known.told, known.language
    names = sibling.names if sibling else own.names if own else {}
    publisher = (sibling.publisher if sibling else {}) or (own.publisher if own else {})
    if source.extract.publisher and not publisher:
        publisher = {language: " ".join(source.extract.publisher.split())}
    if told.publisher:
        publisher = {language: told.publisher}
    titles = _titles(known, source, names, title)
    covers = told.covers or str(known.year + (own.covers if own else 0))
    extra = {"licence": told.licence, "origin": told.origin}
    lines = [
        f"report = {_text(known.report)}",
        f"country = {_text(known.country)}",
        f"year = {known.year}",
        f"covers = {_text(covers)}",
        f"language = {_text(language)}",
        *_translated(own, language),
        'source = "source.txt"',
        f'sha256 = "{_sum(files["source.txt"])}"',
        *_beside(files),
        *(f"{key} = {_text(text)}" for key, text in extra.items() if text),
        "# The day on which the file was fetched.",
        f"retrieved = {(told.retrieved or _today()).isoformat()}",
        "# Topics that every passage of the edition is about.",
        f"topics = [{', '.join(map(_text, told.topics))}]",
        *("", "[titles]", *_labels(titles)),
        "",
        "# The short name that citations print before the year.",
        *("[names]", *_labels(names or titles)),
        *(("", "[publisher]", *_labels(publisher)) if publisher else ()),
        "",
    ]
    return "\n".join(lines)


def _translated(own: Series | None, language: str) -> list[str]:
    """Return the line on the language of the publisher's own text, if it is another."""
    if own is None or own.language in ("", language):
        return []
    return [f"translation_of = {_text(own.language)}"]


def _today() -> date:
    return datetime.now().astimezone().date()


def _titles(known: Known, source: Source, names: Labels, title: str) -> Labels:
    """Return the title as told, as the file has it, or as its series names it."""
    if known.told.title:
        return {known.language: known.told.title}
    if source.extract.title:
        return {known.language: " ".join(source.extract.title.split())}
    if names:
        return {code: cite.titled(name, known.year) for code, name in names.items()}
    if title:
        return {known.language: title}
    raise UsageError(
        Message("the file does not tell its title"),
        hint=Message("name it with --{option}", option="title"),
    )


def _beside(files: dict[str, bytes]) -> list[str]:
    """Return the lines on the file as it was and on the layout that it told."""
    rows = []
    for name, data in files.items():
        key = name.partition(".")[0]
        if key != "source":
            rows += [f"{key} = {_text(name)}", f'{key}_sha256 = "{_sum(data)}"']
    return rows


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _labels(labels: Labels) -> list[str]:
    return [f"{code} = {_text(text)}" for code, text in labels.items()]


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
