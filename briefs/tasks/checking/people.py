"""Check whom editions name: that a list knows them, in translations as in the text."""

from collections.abc import Iterable, Iterator
from itertools import chain

from briefs.corpus.beside import people, translations
from briefs.corpus.beside.people import Person
from briefs.corpus.corpus import Corpus
from briefs.errors import Message
from briefs.model import Edition, Span
from briefs.text import namelike
from briefs.text.names import Finder, Grammar


def told(corpus: Corpus, edition: Edition) -> Iterator[Message]:
    """Yield what the list of an edition holds, and what may be missing in it.

    Raises CorpusError for a row that cannot be used.
    """
    known = corpus.people(edition)
    if known is None:
        yield Message(
            "look: {edition}: no {file} says whom it names and who may be named",
            edition=edition.id,
            file=people.path(edition).name,
        )
        return
    private = [person for person in known if not person.public]
    yield Message(
        "{edition}: persons named: {number}, private ones among them: {private}",
        edition=edition.id,
        number=len(known),
        private=len(private),
    )
    if not all(person.reviewed for person in known):
        yield Message(
            "look: {edition}: no person has reviewed yet who is private",
            edition=edition.id,
        )
    finder = Finder(tuple(p.name for p in known), tuple(corpus.grammars.values()))
    yield from _unknown(corpus, edition, finder)
    yield from _untold(corpus, edition, private, finder)


def _unknown(corpus: Corpus, edition: Edition, finder: Finder) -> Iterator[Message]:
    """Yield words of an edition that look like a name no list knows."""
    grammar = corpus.grammars.get(edition.language)
    if grammar is None:
        return
    for passage in corpus.passages(edition):
        for name in _nameless(passage.text, grammar, finder):
            yield Message(
                "look: {edition}, paragraph {paragraph}: “{name}” looks like a name "
                "that {file} does not know",
                edition=edition.id,
                paragraph=passage.number,
                name=name,
                file=people.path(edition).name,
            )


def _nameless(text: str, grammar: Grammar, finder: Finder) -> Iterator[str]:
    found = [hit.span for hit in finder.find(text)]
    for span in namelike.find(text, grammar):
        if not any(_meet(span, each) for each in found):
            yield span.of(text)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _untold(
    corpus: Corpus, edition: Edition, private: Iterable[Person], finder: Finder
) -> Iterator[Message]:
    """Yield private persons whose name a translation may spell in an unknown way."""
    names = {person.name for person in private}
    for language in translations.languages(edition):
        known = translations.read(edition, language)
        grammar = corpus.grammars.get(language)
        for sentence, entry in known.entries.items() if known else ():
            here = {hit.name for hit in finder.find(sentence)} & names
            there = {hit.name for hit in finder.find(entry.text)}
            spelt = _nameless(entry.text, grammar, finder) if grammar else ()
            lost = (name.forms[0] for name in here - there)
            for name in chain(lost, spelt):
                yield Message(
                    "look: {file}, line {line}: “{name}” may be named in a way that "
                    "{list} does not know",
                    file=translations.path(edition, language),
                    line=entry.line,
                    name=name,
                    list=people.path(edition).name,
                )
