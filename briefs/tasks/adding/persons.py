"""Draft the list of those whom a new edition names, for a person to judge."""

from collections.abc import Iterable, Iterator

import regex

from briefs.corpus.people import COLUMNS, Role
from briefs.files import csvfile
from briefs.model import Passage, Span
from briefs.text import namelike
from briefs.text.names import Grammar
from briefs.text.sentences import sentences

DRAFT = "people.draft.csv"
"""Beside a source; it counts once it is judged and called as the list is."""

_BEFORE = regex.compile(r"(?r)(?<=\s)(?:\p{Lu}\p{Ll}+|\p{Lu}\.)\s+$")
_KIN = r"(?:\s(?:uulu|kyzy|уулу|кызы))?(?!\p{L})"
_BEHIND = regex.compile(rf"(?:\s+\p{{Lu}}\p{{Ll}}+)?{_KIN}")
_AT_ONCE = regex.compile(_KIN)
_CONTEXT = 160


def draft(
    passages: Iterable[Passage], language: str, grammar: Grammar | None
) -> bytes | None:
    """Return a table of what looks like names of persons, None where nothing does.

    Each row is unreviewed and private, until a person says otherwise; its note is the
    sentence that names the person first.
    """
    found: dict[str, tuple[int, str]] = {}
    for passage in passages if grammar else ():
        for sentence in sentences(passage.text, language):
            words = sentence.of(passage.text)
            for name in _names(words, grammar):
                found.setdefault(name, (passage.number, words))
    if not found:
        return None
    rows = [
        (name, "", Role.OTHER, "no", number, _short(words), "no")
        for name, (number, words) in found.items()
        if not any(name != other and name in other.split() for other in found)
    ]
    return csvfile.written([COLUMNS, *rows]).encode()


def _names(text: str, grammar: Grammar | None) -> Iterator[str]:
    """Yield what looks like a name in a sentence, with the word beside that is of it.

    The word that opens the sentence has its capital from there.
    """
    for span in namelike.find(text, grammar) if grammar else ():
        before = _BEFORE.search(text, 0, span.start)
        start = before.start() if before else span.start
        behind = (_AT_ONCE if before else _BEHIND).match(text, span.end)
        yield Span(start, behind.end() if behind else span.end).of(text)


def _short(text: str) -> str:
    return text if len(text) <= _CONTEXT else f"{text[:_CONTEXT].rsplit(' ', 1)[0]} …"
