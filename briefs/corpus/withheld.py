"""Withhold names: put the editor's mark where a name stands, and tell where one did."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefs.corpus.beside import people
from briefs.corpus.corpus import Corpus
from briefs.i18n.locale import Locale
from briefs.model import Edition
from briefs.text.names import PERSON, Finder, Grammar, Name


@dataclass(frozen=True)
class Withheld:
    """Some names, and the marks that stand for them in a reader's language.

    `grammar` is that of the reader's language, where it inflects the marks.
    """

    finder: Finder
    marks: Mapping[str, str]
    grammar: Grammar | None = None

    def text(self, text: str) -> str:
        """Return a text with a mark in the place of each name."""
        parts, last = [], 0
        for hit in self.finder.find(text):
            if hit.name.shown:
                continue
            ending = self.grammar.mark(hit.ending) if self.grammar else ""
            parts += [text[last : hit.span.start], self.marks[hit.name.kind], ending]
            last = hit.span.end
        return "".join([*parts, text[last:]]) if parts else text

    def is_marked(self, text: str) -> bool:
        """Tell whether a mark stands in a text."""
        return any(mark in text for mark in self.marks.values())

    def concerns(self, text: str) -> bool:
        """Tell whether a name is to be withheld in a text, or is already."""
        return self.is_marked(text) or self.text(text) != text


@dataclass(frozen=True)
class Policy:
    """What is withheld: on the `front` page, and `everywhere`."""

    front: Withheld
    everywhere: Withheld


NOTHING = Policy(*[Withheld(Finder(()), {})] * 2)

FULL, FRONT, WITHHELD = CHOICES = ("full", "front", "withheld")
"""Show all names, withhold those of private persons on the front page, or anywhere."""


def policy(
    corpus: Corpus,
    editions: Iterable[Edition],
    locale: Locale,
    names: str,
    withhold: Path | None = None,
) -> Policy:
    """Return what is withheld of editions, for readers of a language.

    `withhold` is a list of names that are always withheld. Raises CorpusError for a
    malformed list.
    """
    given = people.listed(withhold) if withhold else ()
    known = {person.name for each in editions for person in corpus.people(each) or ()}
    persons = tuple(sorted(known, key=lambda name: name.forms))
    some = _of(given, corpus, locale)
    every = _of((*given, *persons), corpus, locale)
    return Policy(
        front=some if names == FULL else every,
        everywhere=every if names == WITHHELD else some,
    )


def _of(names: tuple[Name, ...], corpus: Corpus, locale: Locale) -> Withheld:
    marks = {
        PERSON: locale.gettext("[name withheld]"),
        "organization": locale.gettext("[organization withheld]"),
        "place": locale.gettext("[place withheld]"),
    }
    grammars = corpus.grammars
    finder = Finder(names, tuple(grammars.values()))
    return Withheld(finder, marks, grammars.get(locale.code))
