"""Read working translations: one PO entry for each sentence of an edition.

An entry flagged fuzzy was made by machine and not reviewed by a person; clearing the
flag marks it as reviewed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from briefs.errors import CorpusError
from briefs.files import cache, inputs
from briefs.files.data import pofile
from briefs.model import Edition
from briefs.text.sentences import sentences

HEADING = "heading"
"""The message context of a section's title."""

_CLAUSE_END = regex.compile(r"(?<=;)\s+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A translated sentence, whether a person reviewed it, and the entry's comments.

    `line` is where its entry begins in the file.
    """

    text: str
    reviewed: bool
    comments: tuple[str, ...] = ()
    line: int = 0

    def excused(self, what: str) -> frozenset[str]:
        """Return what a comment such as "glossary: police, torture" lists."""
        parts = (comment.partition(":") for comment in self.comments)
        return frozenset(
            item.strip()
            for label, _, listed in parts
            if label.strip() == what
            for item in listed.split(",")
        )


@dataclass(frozen=True, slots=True)
class Translations:
    """The working translations of an edition into one language."""

    language: str
    entries: Mapping[str, Entry]
    headings: Mapping[str, str]


def path(edition: Edition, language: str) -> Path:
    """Return where the translations of an edition into a language stand."""
    return edition.path.parent / "translations" / f"{language}.po"


def languages(edition: Edition) -> list[str]:
    """Return the languages that an edition is translated into."""
    return sorted(file.stem for file in path(edition, "").parent.glob("*.po"))


def read(edition: Edition, language: str) -> Translations | None:
    """Read the translations of an edition, None when there are none.

    Raises CorpusError when the file is malformed.
    """
    file = path(edition, language)
    if not file.exists():
        return None
    data = inputs.read_bytes(file, CorpusError, inputs.SOURCE)
    return cache.remember(
        "translations",
        Translations,
        (data, language),
        lambda: _parse(data, language, file),
    )


def _parse(data: bytes, language: str, file: Path) -> Translations:
    catalog = pofile.parse(data, file, language)
    entries: dict[str, Entry] = {}
    headings: dict[str, str] = {}
    for message in catalog:
        if not message.id or not message.string:
            continue
        if message.context == HEADING:
            headings[str(message.id)] = str(message.string)
        else:
            entries[str(message.id)] = Entry(
                text=str(message.string),
                reviewed=not message.fuzzy,
                comments=tuple(message.user_comments),
                line=message.lineno or 0,
            )
    return Translations(language, entries, headings)


def translate(part: str, language: str, known: Translations) -> list[Entry] | None:
    """Return the translated sentences of a quoted part, None when one is missing."""
    found = [
        known.entries.get(piece)
        for span in sentences(part, language)
        for piece in _pieces(span.of(part), known)
    ]
    return None if None in found else [entry for entry in found if entry]


def paired(
    parts: Iterable[str], language: str, known: Translations
) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield for each quoted part its sentences with their translations."""
    for part in parts:
        texts = (span.of(part) for span in sentences(part, language))
        yield tuple((text, whole(text, language, known)) for text in texts)


def whole(text: str, language: str, known: Translations) -> str:
    """Return a passage in the language of its translations, empty if it lacks one."""
    entries = translate(text, language, known)
    return joined(entries) if entries else ""


def _pieces(sentence: str, known: Translations) -> list[str]:
    """Return what is translated as one: a sentence, or clauses of a long list."""
    if sentence in known.entries:
        return [sentence]
    return _CLAUSE_END.split(sentence)


def joined(entries: Sequence[Entry]) -> str:
    """Join translated sentences as a text."""
    return " ".join(entry.text for entry in entries)
