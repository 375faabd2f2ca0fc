"""Read the glossary: terms in every language, and what they must not be called.

A row names a term in the column of each language, forms parted by "|". In a column such
as "avoid en" stands what a translation into English must not say instead.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from briefs.errors import CorpusError, Message
from briefs.files.data import csvfile, tomlfile
from briefs.text import fold

AVOID = "avoid"
"""What the name of a column of wordings to avoid begins with, before the language."""

_ENDING = 2
_SHORT = 3
_MOST_WORDS_BETWEEN = 2


class Stem(NamedTuple):
    """The beginning of a word; `printed` is how an acronym begins in the text."""

    key: str
    printed: str

    def meets(self, word: "Stem") -> bool:
        """Tell whether a word of a text begins so."""
        if self.printed:
            return word.printed.startswith(self.printed)
        return word.key.startswith(self.key)


Form = tuple[Stem, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A way to say a term that a translation must not use."""

    text: str
    form: Form


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary: its forms in the source and the accepted translations."""

    name: str
    source: tuple[Form, ...]
    target: tuple[Form, ...]
    accepted: str
    avoided: tuple[Wording, ...] = ()


def read(path: Path, source: str, target: str) -> tuple[Term, ...]:
    """Read the terms that the glossary has in both languages.

    Raises CorpusError when it cannot be read; a corpus may have no glossary.
    """
    if not path.exists():
        return ()
    sheet = csvfile.read(path)
    if "term" not in sheet.columns:
        raise CorpusError(
            Message(
                "{place}: the columns are not those of a glossary",
                place=tomlfile.place(path, 1),
            ),
            hint=Message(
                "they are {columns}", columns=", ".join(("term", source, target))
            ),
        )
    if not {source, target} <= {*sheet.columns}:
        return ()
    avoid = f"{AVOID} {target}"
    return tuple(
        Term(
            name=row["term"],
            source=tuple(_form(form, 0) for form in _forms(row[source])),
            target=tuple(_form(form, _ENDING) for form in _forms(row[target])),
            accepted=" | ".join(_forms(row[target])),
            avoided=tuple(
                Wording(text, _form(text, 0))
                for text in _forms(row[avoid] if avoid in sheet.columns else "")
            ),
        )
        for row in sheet.rows
        if row[source] and row[target]
    )


def missed(text: str, translation: str, terms: Iterable[Term]) -> list[Term]:
    """Return the terms of a sentence that its translation says in other words.

    Within a longer term a shorter one does not count: "укук коргоочу орган" are no
    human rights defenders.
    """
    other = _words(translation)
    begun = _beginnings(other)
    return [
        term
        for term in _said(_words(text), terms)
        if not any(
            _may_stand(form, begun) and _stands(form, other, _MOST_WORDS_BETWEEN)
            for form in term.target
        )
    ]


def misnamed(translation: str, terms: Iterable[Term]) -> list[tuple[Term, str]]:
    """Return the terms that a translation calls what they must not be called."""
    words = _words(translation)
    begun = _beginnings(words)
    return [
        (term, wording.text)
        for term in terms
        for wording in term.avoided
        if _may_stand(wording.form, begun) and _stands(wording.form, words, 0)
    ]


def _forms(cell: str) -> list[str]:
    return [form.strip() for form in cell.split("|") if form.strip()]


def _words(text: str) -> Form:
    return tuple(
        Stem(word.key, text[word.start : word.end]) for word in fold.words(text)
    )


def _form(form: str, ending: int) -> Form:
    """Return the words of a form without what `ending` letters may be inflected."""
    return tuple(
        Stem(
            word.key[: max(_SHORT, len(word.key) - ending)],
            word.printed if word.printed.isupper() else "",
        )
        for word in _words(form)
    )


def _said(words: Form, terms: Iterable[Term]) -> list[Term]:
    """Return the terms that stand in a text, but not those within a longer one."""
    begun = _beginnings(words)
    hits = [
        (start, start + len(form), sum(len(stem.key) for stem in form), term)
        for term in terms
        for form in term.source
        if _may_stand(form, begun)
        for start in range(len(words) - len(form) + 1)
        if all(map(Stem.meets, form, words[start : start + len(form)]))
    ]
    return list(
        {
            term.name: term
            for start, end, letters, term in hits
            if not any(
                s <= start and end <= e and more > letters for s, e, more, _ in hits
            )
        }.values()
    )


def _beginnings(words: Form) -> Stem:
    """Return the words of a text so that one look finds how each of them begins."""
    return Stem(
        "".join(f" {word.key}" for word in words),
        "".join(f" {word.printed}" for word in words),
    )


def _may_stand(form: Form, begun: Stem) -> bool:
    """Tell whether each word of a form begins a word of a text.

    Of all the forms of a glossary nearly none does: the others are not looked for.
    """
    for stem in form:
        if stem.printed:
            if f" {stem.printed}" not in begun.printed:
                return False
        elif f" {stem.key}" not in begun.key:
            return False
    return True


def _stands(form: Form, words: Form, most_between: int) -> bool:
    """Tell whether the words of a form stand in a text, in their order."""
    return any(
        _follows(form, words, start, most_between) for start in range(len(words))
    )


def _follows(form: Form, words: Form, start: int, most_between: int) -> bool:
    here = start
    for number, stem in enumerate(form):
        reach = words[here : here + 1 + (most_between if number else 0)]
        step = next((i for i, word in enumerate(reach) if stem.meets(word)), None)
        if step is None:
            return False
        here += step + 1
    return True
