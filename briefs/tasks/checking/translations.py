"""Check working translations: none missing or left over, numbers and terms kept.

A comment in the PO entry excuses what is rightly said otherwise:
`# glossary: police, torture` names terms, `# numbers: 14` numbers of the source.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from briefs.corpus.beside import translations
from briefs.corpus.beside.translations import Entry, Translations
from briefs.corpus.corpus import Corpus
from briefs.corpus.vocabulary import glossary
from briefs.errors import Message
from briefs.model import Edition, Passage
from briefs.numbers import units
from briefs.numbers.grammars import load as grammar
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.heads import PERCENT
from briefs.numbers.numerals import numerals
from briefs.text.sentences import sentences

_DIGITS = regex.compile(r"\d+")
_BEGINNING = 60


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


def faults(corpus: Corpus, edition: Edition, language: str) -> Iterator[Message]:
    """Yield each fault of an edition's translations into a language, with its place.

    Raises CorpusError when one of the files cannot be read.
    """
    known = corpus.translations(edition, language)
    if known is None:
        return
    file = translations.path(edition, language)
    passages = corpus.passages(edition)
    for fault in missing(passages, edition, known):
        yield Message("{file}: {what}", file=file, what=fault)
    source = grammar.load(corpus, edition.language)
    own = grammar.load(corpus, language)
    terms = glossary.read(corpus.lent("glossary.csv"), edition.language, language)
    said = set(_translated(passages, edition.language))
    for text, entry in known.entries.items():
        place = Message(
            "{file}, line {line}: “{text}”",
            file=file,
            line=entry.line,
            text=_beginning(text),
        )
        if text not in said:
            yield Message("{place} is no sentence of the source", place=place)
        for number in lost_numbers(text, entry, source, own):
            yield Message(
                "{place}: {number} is not in the translation",
                place=place,
                number=number,
            )
        excused = entry.excused("glossary")
        for term in glossary.missed(text, entry.text, terms):
            if term.name not in excused:
                yield Message(
                    "{place}: the glossary has {wording} for {term}",
                    place=place,
                    wording=term.accepted,
                    term=term.name,
                )
        for term, wording in glossary.misnamed(entry.text, terms):
            if term.name not in excused:
                yield Message(
                    "{place}: say {wording}, not {other}",
                    place=place,
                    wording=term.accepted,
                    other=wording,
                )


def missing(
    passages: Iterable[Passage], edition: Edition, known: Translations
) -> Iterator[Message]:
    """Yield the headings and sentences of an edition that are not translated."""
    headings: dict[str, None] = {}
    for passage in passages:
        headings |= dict.fromkeys(heading.printed for heading in passage.headings)
        for text in _translated([passage], edition.language):
            if text not in known.entries:
                yield Message(
                    "paragraph {number}, “{text}” is missing",
                    number=passage.number,
                    text=_beginning(text),
                )
    for heading in headings:
        if heading not in known.headings:
            yield Message("the heading “{text}” is missing", text=heading)
    for heading in known.headings:
        if heading not in headings:
            yield Message(
                "“{text}” is no heading of the source", text=_beginning(heading)
            )


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
        if unit is None and units.counted(text, found, rules).unit == PERCENT:
            unit = PERCENT
        yield Number(found.value, unit)
        if found.value_max is not None:
            yield Number(found.value_max, unit)
    for run in _DIGITS.finditer(text):
        if not any(span.start <= run.start() < span.end for span in covered):
            yield Number(float(run[0]), None)


def _translated(passages: Iterable[Passage], language: str) -> Iterator[str]:
    for passage in passages:
        for span in sentences(passage.text, language):
            yield span.of(passage.text)


def _beginning(text: str) -> str:
    return text if len(text) <= _BEGINNING else f"{text[:_BEGINNING].rstrip()}…"
