"""List those whom a new edition names: private until a person judges otherwise."""

from collections.abc import Iterator, Sequence

import regex

from briefs.corpus.beside.people import COLUMNS, Role, is_word, path
from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError
from briefs.files.data import csvfile
from briefs.model import Edition, Passage, Span
from briefs.text import namelike
from briefs.text.names import Finder, Grammar, Name
from briefs.text.sentences import sentences

_BEFORE = regex.compile(r"(?r)(?<=\s)(?:\p{Lu}\p{Ll}+|\p{Lu}\.)\s+$")
_KIN = r"(?:\s(?:uulu|kyzy|уулу|кызы))?(?!\p{L})"
_BEHIND = regex.compile(rf"(?:\s+\p{{Lu}}\p{{Ll}}+)?{_KIN}")
_AT_ONCE = regex.compile(_KIN)
_CONTEXT = 160


def listed(
    passages: Sequence[Passage], language: str, grammar: Grammar | None
) -> bytes | None:
    """Return a table of what looks like names of persons.

    None in a language of which nobody knows how they look. Each row is unreviewed and
    private, until a person says otherwise; its note is the sentence that names the
    person first.
    """
    if grammar is None:
        return None
    found: dict[str, tuple[int, str]] = {}
    for passage in passages:
        for sentence in sentences(passage.text, language):
            words = sentence.of(passage.text)
            for name in _names(words, grammar):
                found.setdefault(name, (passage.number, words))
    alone = [
        name
        for name in found
        if not any(name != other and name in other.split() for other in found)
    ]
    finder = Finder(tuple(Name((name,)) for name in alone), (grammar,))
    texts = {passage.number: passage.text for passage in passages}
    rows = [
        (name, "", Role.OTHER, "no", number, _short(words), "no")
        for name, (number, words) in ((name, found[name]) for name in alone)
        if any(hit.name.forms == (name,) for hit in finder.find(texts[number]))
    ]
    return csvfile.written([COLUMNS, *rows]).encode()


def are_judged(edition: Edition, corpus: Corpus) -> bool:
    """Tell whether the table of an edition differs from what was listed for it.

    So it does where its text was altered: nobody knows then what was listed.
    """
    file = path(edition)
    if not file.exists():
        return False
    try:
        passages = corpus.passages(edition)
    except CorpusError:
        return True
    grammar = corpus.grammars.get(edition.language)
    return file.read_bytes() != listed(passages, edition.language, grammar)


def _names(text: str, grammar: Grammar) -> Iterator[str]:
    """Yield what looks like a name in a sentence, with the word beside that is of it.

    The word that opens the sentence has its capital from there.
    """
    for span in namelike.find(text, grammar):
        before = _BEFORE.search(text, 0, span.start)
        start = before.start() if before else span.start
        behind = (_AT_ONCE if before else _BEHIND).match(text, span.end)
        name = Span(start, behind.end() if behind else span.end).of(text)
        if words := [word for word in name.split() if is_word(word)]:
            yield " ".join(words)


def _short(text: str) -> str:
    return text if len(text) <= _CONTEXT else f"{text[:_CONTEXT].rsplit(' ', 1)[0]} …"
