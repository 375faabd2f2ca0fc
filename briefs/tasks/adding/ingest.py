"""Add an edition to a corpus: its text, its file as it was, and its settings."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import regex

from briefs.corpus.beside import people
from briefs.corpus.corpus import Corpus
from briefs.corpus.editions import is_language
from briefs.corpus.vocabulary.headings import key
from briefs.errors import ChangedError, CorpusError, Message, UsageError
from briefs.files import deliver, scratch
from briefs.model import Edition
from briefs.reading import decoding, intruders, layout, passages
from briefs.reading import language as languages
from briefs.reading import source as sources
from briefs.reading.passages import Contents
from briefs.reading.source import Source
from briefs.tasks.adding import accession as accession_file
from briefs.tasks.adding import outline, persons, proposal
from briefs.tasks.adding.accession import Accession, Known
from briefs.tasks.adding.outline import Outline
from briefs.tasks.adding.places import Gazetteer, codes
from briefs.tasks.holding import moving

__all__ = ["Accession", "Added", "add", "examine"]

_FEW_LETTERS = 200
_STANDARD = 5
"""Topics under whose standard headings a text is outlined as a country report."""

_NOT_BLANK = (
    regex.compile(r"[^\p{Cc}\p{Cs}]*[^\p{Cc}\p{Cs}\s][^\p{Cc}\p{Cs}]*"),
    Message("leave it out, or write a text on one line"),
)
_FORMS = {
    "report": (
        regex.compile(r"[a-z][a-z0-9]{0,31}"),
        Message("write a short name in small Latin letters, such as hrr or tip"),
    ),
    "country": (
        regex.compile(r"[A-Z]{3}"),
        Message("write three capitals (ISO 3166-1 alpha-3), such as KGZ"),
    ),
    "covers": (
        regex.compile(r"(?:19|20)[0-9]{2}"),
        Message("write a year such as 2016"),
    ),
    "language": (
        regex.compile(r"[a-z]{2,3}"),
        Message("write a code such as ky, ru or en"),
    ),
    "title": _NOT_BLANK,
    "publisher": _NOT_BLANK,
    "licence": _NOT_BLANK,
    "origin": _NOT_BLANK,
}
"""How an option is written, and what to do when it is not."""

_UNTOLD = {
    "report": Message("the file does not tell which report it is"),
    "country": Message("the file does not tell its country"),
    "year": Message("the file does not tell its year"),
}
_SUFFIXES = {
    "html": ".html",
    "pdf": ".pdf",
    "scan": ".pdf",
    "docx": ".docx",
    "odt": ".odt",
    "markdown": ".md",
    "text": ".txt",
}


@dataclass(frozen=True, slots=True)
class Added:
    """An edition in its place, whether it is new, and what was understood of it.

    `people` lists whom it names, as nobody has judged yet; None where nothing tells.
    `kept` is where the edition went that it replaced, with what people had put beside
    that; None where they had put nothing.
    """

    folder: Path
    outline: Outline
    new: bool
    people: Path | None = None
    kept: Path | None = None


def examine(path: Path, accession: Accession, corpus: Corpus) -> Outline:
    """Return what a file holds and what it is taken for; nothing is written.

    Raises UsageError for an option that cannot be used, CorpusError for an unknown
    topic or a file that cannot be read as a report.
    """
    _check(accession, corpus)
    source = sources.read(path, accession.language)
    outline.refuse(source.reading.text, str(path))
    found = passages.contents(source.reading, path.stem)
    if not found.passages:
        raise CorpusError(
            Message("{file} has no paragraphs", file=path),
            hint=Message("is it the right file?"),
        )
    code = accession.language or languages.detect(_running(found))
    proposed = proposal.propose(
        path,
        source.extract.title,
        [line.text for line in source.reading.headers[:4]],
        [*(h.printed for h in found.headings), *(p.text for p in found.passages)],
        corpus.series,
        Gazetteer(corpus.countries, corpus.grammars),
        outlined=_is_outlined(found, corpus, code),
    )
    return Outline(
        report=accession.report or proposed.report,
        country=accession.country or proposed.country,
        year=accession.year or proposed.year,
        language=code,
        source=source,
        contents=found,
        warnings=tuple(
            outline.warnings(
                source, found, code, corpus.adjectives.get(code, intruders.NONE)
            )
        ),
        grounds={
            key: ground
            for key, ground in proposed.grounds.items()
            if getattr(accession, key) is None
        },
    )


def _is_outlined(found: Contents, corpus: Corpus, language: str) -> bool:
    """Tell a text under the headings of a country report, in any of their wordings."""
    known = corpus.headings.get(language, {})
    told = {topic for h in found.headings for topic in known.get(key(h.text), ())}
    return len(told) >= _STANDARD


def _running(found: Contents) -> Iterator[str]:
    """Yield the texts by which a language is told: a file of tables has few words."""
    yield from (passage.text for passage in found.passages)
    if sum(map(str.isalpha, "".join(p.text for p in found.passages))) < _FEW_LETTERS:
        yield from (heading.text for heading in found.headings)


def add(
    path: Path, accession: Accession, corpus: Corpus, *, replace: bool = False
) -> Added:
    """Put an edition into the first folder of a corpus, whole or not at all.

    The same file again changes nothing. To `replace` one that has another text takes
    that away; with its reviewed figures and translations it is kept apart. Raises
    UsageError for an option that cannot be used, CorpusError for an unknown topic or a
    file that cannot be read as a report, ChangedError for an edition that is there
    already with another text, and DeliveryError when it cannot be written.
    """
    found = examine(path, accession, corpus)
    known = _known(found, accession)
    folder = corpus.folders[0] / "editions" / known.name
    original = decoding.read_bytes(path)
    if _is_there(original, known.name, corpus, replace=replace):
        return Added(folder, found, new=False)
    files = _files(found.source, original, path)
    sibling = _sibling(corpus, known.report)
    settings = accession_file.settings(
        known, found.source, files, corpus.series, sibling, found.title
    )
    files["edition.toml"] = settings.encode()
    named = persons.listed(
        found.contents.passages, known.language, corpus.grammars.get(known.language)
    )
    if named:
        files[people.FILE] = named
    _read_back(known.name, files, found)
    judged = partial(persons.are_judged, corpus=corpus)
    with moving.in_place_of(known.name, corpus, judged) as kept:
        written = {folder / name: data for name, data in files.items()}
        deliver.write_all(written, option="--corpus")
    listed = folder / people.FILE if named else None
    return Added(folder, found, new=True, people=listed, kept=kept)


def _known(found: Outline, accession: Accession) -> Known:
    """Return what an edition needs; raises UsageError for what nobody tells."""
    for name, said in _UNTOLD.items():
        if getattr(found, name) is None:
            raise UsageError(said, hint=Message("name it with --{option}", option=name))
    assert found.report
    assert found.country
    assert found.year
    return Known(found.report, found.country, found.year, found.language, accession)


def _is_there(original: bytes, name: str, corpus: Corpus, *, replace: bool) -> bool:
    """Tell whether the corpus has this very file as this edition.

    Raises CorpusError where it has it as another one, ChangedError where it has another
    file as this one and it is not to `replace` that.
    """
    if corpus.is_empty:
        return False
    checksum = hashlib.sha256(original).hexdigest()
    for edition in corpus.editions:
        same = checksum in (edition.sha256, edition.original_sha256)
        if same and edition.id == name:
            return True
        if same:
            raise CorpusError(
                Message(
                    "the corpus has this file already, as {edition}", edition=edition.id
                ),
                hint=Message("name the file of the other edition"),
            )
        if edition.id == name and not replace:
            raise ChangedError(
                Message(
                    "the corpus has {edition} already, with another text", edition=name
                ),
                hint=Message("write --replace to put this one in its place"),
            )
    return False


def _files(source: Source, original: bytes, path: Path) -> dict[str, bytes]:
    """Return the files of an edition but its settings, by name.

    The file as it was stands beside the text taken from it, unless it is that text.
    """
    if source.format == "text" and source.reading.text.encode() == original:
        return {"source.txt": original}
    files = {"source.txt": source.reading.text.encode()}
    files[f"original{_SUFFIXES[source.format]}"] = original
    if source.reading.blocks is not None:
        files["layout.jsonl"] = layout.recorded(source.reading)
    return files


def _read_back(name: str, files: dict[str, bytes], found: Outline) -> None:
    """Read an edition as it will be read, before it is put in its place.

    Raises CorpusError where it would not give the same passages.
    """
    with scratch.folder() as folder:
        place = folder / "editions" / name
        place.mkdir(parents=True)
        for file, data in files.items():
            (place / file).write_bytes(data)
        shelf = Corpus.open(folder)
        again = [(p.text, p.page) for p in shelf.passages(shelf.editions[0])]
    if again != [(p.text, p.page) for p in found.contents.passages]:
        raise CorpusError(
            Message("{edition} cannot be read back as it was read", edition=name),
            hint=Message("please report it, with the file"),
        )


def _check(accession: Accession, corpus: Corpus) -> None:
    for name, (form, hint) in _FORMS.items():
        value = getattr(accession, name)
        if value is not None and not form.fullmatch(value):
            raise _unusable(name, value, hint)
    if accession.country and accession.country not in codes():
        raise _unusable("country", accession.country, _FORMS["country"][1])
    if accession.language and not is_language(accession.language):
        raise _unusable("language", accession.language, _FORMS["language"][1])
    if accession.topics:
        corpus.select(accession.topics)


def _unusable(name: str, value: str, hint: Message) -> UsageError:
    said = Message("--{option}: {value} cannot be used", option=name, value=repr(value))
    return UsageError(said, hint=hint)


def _sibling(corpus: Corpus, report: str) -> Edition | None:
    """Return the latest edition of the same report, if the corpus holds one."""
    if corpus.is_empty:
        return None
    same = (e for e in corpus.editions if e.report == report)
    return max(same, key=lambda edition: edition.year, default=None)
