"""Check working translations: none missing or left over, numbers and terms kept.

A comment in the PO entry excuses what is rightly said otherwise:
`# glossary: police, torture` names terms, `# numbers: 14` numbers of the source.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import regex

from briefs.corpus import translations
from briefs.corpus.translations import Entry, Translations
from briefs.errors import CorpusError
from briefs.files import csvfile
from briefs.model import Edition, Passage
from briefs.numbers import load as grammar
from briefs.numbers import units
from briefs.numbers.load import Grammar
from briefs.numbers.numerals import numerals
from briefs.text import fold
from briefs.text.sentences import sentences

_DIGITS = regex.compile(r"\d+")
_BEGINNING = 60
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
class Term:
    """A term of the glossary: its forms in the source and the accepted translations."""

    name: str
    source: tuple[Form, ...]
    target: tuple[Form, ...]
    accepted: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value, and "percent" or a currency when it has one."""

    value: float
    unit: str | None

    @property
    def digits(self) -> str:
        """The value as a person writes it: 14, 4.5, 1000000."""
        return f"{self.value:.12g}"

    def __str__(self) -> str:
        return f"{self.digits} {self.unit or ''}".strip()


def faults(
    edition: Edition, passages: Sequence[Passage], language: str, folder: Path
) -> Iterator[str]:
    """Yield each fault of an edition's translations into a language, with its place.

    `folder` is the corpus, for its glossary and its number grammars. Raises CorpusError
    when one of the files cannot be read.
    """
    known = translations.read(edition, language)
    if known is None:
        return
    file = translations.path(edition, language)
    yield from (f"{file}: {fault}" for fault in missing(passages, edition, known))
    source = grammar.load(folder, edition.language)
    own = grammar.load(folder, language)
    terms = glossary(folder / "glossary.csv", edition.language, language)
    said = set(_translated(passages, edition.language))
    for text, entry in known.entries.items():
        place = f"{file}, line {entry.line}: “{_beginning(text)}”"
        if text not in said:
            yield f"{place} is no sentence of the source"
        for number in lost_numbers(text, entry, source, own):
            yield f"{place}: {number} is not in the translation"
        for term in lost_terms(text, entry, terms):
            yield f"{place}: the glossary has {term.accepted} for {term.name}"


def missing(
    passages: Iterable[Passage], edition: Edition, known: Translations
) -> Iterator[str]:
    """Yield the headings and sentences of an edition that are not translated."""
    headings: dict[str, None] = {}
    for passage in passages:
        headings |= dict.fromkeys(heading.printed for heading in passage.headings)
        for text in _translated([passage], edition.language):
            if text not in known.entries:
                yield f"paragraph {passage.number}, “{_beginning(text)}” is missing"
    for heading in headings:
        if heading not in known.headings:
            yield f"the heading “{heading}” is missing"
    for heading in known.headings:
        if heading not in headings:
            yield f"“{_beginning(heading)}” is no heading of the source"


def lost_numbers(
    text: str, entry: Entry, source: Grammar, own: Grammar
) -> list[Number]:
    """Return the numbers of a sentence that its translation does not have.

    A number may be written in digits in one language and in words in the other.
    """
    kept = set(numbers(entry.text, own))
    values = {number.value for number in kept}
    digits = {float(run) for run in _DIGITS.findall(entry.text)}
    return [
        number
        for number in numbers(text, source)
        if number not in kept
        and not (number.unit is None and number.value in values | digits)
        and number.digits not in entry.excused("numbers")
    ]


def numbers(text: str, rules: Grammar) -> Iterator[Number]:
    """Yield the numbers of a text; a lone "one" in words may well be an article.

    Fractions and ordinals in words are left out: "the first half" is no share.
    """
    covered = []
    for found in numerals(text, rules.lexis):
        covered.append(found.span)
        is_article = found.value == 1 and not found.digits
        if found.fraction or found.ordinal or is_article:
            continue
        unit = found.unit
        if unit is None and units.counted(text, found, rules).unit == units.PERCENT:
            unit = units.PERCENT
        yield Number(found.value, unit)
        if found.value_max is not None:
            yield Number(found.value_max, unit)
    for run in _DIGITS.finditer(text):
        if not any(span.start <= run.start() < span.end for span in covered):
            yield Number(float(run[0]), None)


def lost_terms(text: str, entry: Entry, terms: Iterable[Term]) -> list[Term]:
    """Return the terms of a sentence that its translation says in other words.

    Within a longer term a shorter one does not count: "укук коргоочу орган" are no
    human rights defenders.
    """
    other = _words(entry.text)
    return [
        term
        for term in _said(_words(text), terms)
        if not any(_stands(form, other) for form in term.target)
        and term.name not in entry.excused("glossary")
    ]


def glossary(path: Path, source: str, target: str) -> tuple[Term, ...]:
    """Read the terms that the glossary has in both languages.

    Raises CorpusError when it cannot be read; a corpus may have no glossary.
    """
    if not path.exists():
        return ()
    sheet = csvfile.read(path)
    if "term" not in sheet.columns:
        raise CorpusError(
            f"{path}, line 1: the columns are not those of a glossary",
            hint="they are " + ", ".join(("term", source, target)),
        )
    if not {source, target} <= {*sheet.columns}:
        return ()
    return tuple(
        Term(
            name=row["term"],
            source=tuple(_form(form, 0) for form in _forms(row[source])),
            target=tuple(_form(form, _ENDING) for form in _forms(row[target])),
            accepted=" or ".join(_forms(row[target])),
        )
        for row in sheet.rows
        if row[source] and row[target]
    )


def _translated(passages: Iterable[Passage], language: str) -> Iterator[str]:
    for passage in passages:
        for span in sentences(passage.text, language):
            yield span.of(passage.text)


def _forms(cell: str) -> list[str]:
    return [form.strip() for form in cell.split("|")]


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
    hits = [
        (start, start + len(form), sum(len(stem.key) for stem in form), term)
        for term in terms
        for form in term.source
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


def _stands(form: Form, words: Form) -> bool:
    """Tell whether the words of a form stand in a text, with at most two between."""
    return any(_follows(form, words, start) for start in range(len(words)))


def _follows(form: Form, words: Form, start: int) -> bool:
    here = start
    for number, stem in enumerate(form):
        reach = words[here : here + 1 + (_MOST_WORDS_BETWEEN if number else 0)]
        step = next((i for i, word in enumerate(reach) if stem.meets(word)), None)
        if step is None:
            return False
        here += step + 1
    return True


def _beginning(text: str) -> str:
    return text if len(text) <= _BEGINNING else f"{text[:_BEGINNING].rstrip()}…"
