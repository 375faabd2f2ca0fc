"""Prove what prints beside a number: a note says no number that its words do not."""

from collections.abc import Iterable, Iterator

import regex

from briefs.errors import Message
from briefs.figures.proving.case import Bench, Case, Objection, number
from briefs.model import Edition, Figure
from briefs.numbers.grammars import load as grammar
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.numerals import numerals
from briefs.text.sentences import sentences

_DIGITS = regex.compile(r"\d+")
_GROUPED = regex.compile(r"\d{1,3}(?:[\s\u00a0,.]\d{3})+(?!\d)|\d+")
_PARTED = regex.compile(r"[\s\u00a0,.]")
_LISTED = regex.compile(r"[,;]")
_LATER = 10  # years
_ONE = 1.0
"""One is a word like any other: "one series"."""


def _notes(case: Case) -> Iterator[Objection]:
    """Prove the numbers of the notes by the passage, the edition and the series.

    What other editions say is known with the corpus.
    """
    if case.bench.corpus is None:
        return
    for language, note in case.row.notes.items():
        told = _told(note, _grammar(language, case.bench))
        for value in sorted(told - _known(case)) if told else ():
            yield Objection(
                f"NOTE_{language.upper()}",
                Message("no words say the {value} of the note", value=number(value)),
                Message("correct the note, or leave the number out"),
            )


def _grammar(language: str, bench: Bench) -> Grammar | None:
    """Return how numbers are written in a language, None where no file tells it."""
    if language == bench.edition.language:
        return bench.grammar
    corpus = bench.corpus
    if corpus is None or not corpus.lent(f"numbers/{language}.toml").exists():
        return None
    return grammar.load(corpus, language)


def _told(text: str, rules: Grammar | None) -> set[float]:
    """Return the numbers that a text tells, in digits or in words.

    Halves and thirds are words like any other: "the first half of the year".
    """
    read = numerals(text, rules.lexis) if rules else ()
    counting = (one for one in read if one.digits or not one.fraction)
    told = {one.value for one in counting if one.digits or one.value != _ONE}
    told |= {one.value_max for one in read if one.value_max is not None}
    for match in _GROUPED.finditer(text):
        if not any(match.start() in range(*one.span) for one in read):
            told.add(float(_PARTED.sub("", match[0])))
    return told


def _known(case: Case) -> set[float]:
    """Return the numbers that a note may say.

    They are those of the passage, of its rows and of the same series elsewhere, and the
    years of the editions of the report.
    """
    editions = _editions(case.bench)
    known = _in_passage(case)
    for one in (case.row, *case.siblings, *_series(case, editions)):
        known |= {abs(end) for end in (one.value, one.value_max, one.base) if end}
        known |= _digits(one.period or "")
    for edition in editions:
        known |= {float(edition.year), *_digits(edition.covers)}
    # A note may name a later report that this corpus does not hold.
    later = case.bench.edition.year
    return known | {float(year) for year in range(later, later + _LATER)}


def _in_passage(case: Case) -> set[float]:
    """Return the numbers of a passage, and how many names each list in it may have."""
    text, bench = case.passage.text, case.bench
    known = _digits(text)
    for one in numerals(text, bench.grammar.lexis):
        known |= {end for end in (one.value, one.value_max) if end is not None}
    for place in sentences(text, bench.edition.language):
        listed = len(_LISTED.findall(place.of(text))) + 1.0
        known |= {listed, listed + 1}
    return known


def _digits(text: str) -> set[float]:
    return {float(found) for found in _DIGITS.findall(text)}


def _editions(bench: Bench) -> list[Edition]:
    """Return the editions of the report on the country, its own first."""
    own = bench.edition
    others = bench.corpus.editions if bench.corpus else ()
    like = (own.report, own.country)
    return [own, *(one for one in others if (one.report, one.country) == like)]


def _series(case: Case, editions: Iterable[Edition]) -> Iterator[Figure]:
    """Yield the rows of the same series in editions."""
    row, corpus = case.row, case.bench.corpus
    for edition in editions if corpus and row.indicator else ():
        ledger = corpus.ledger(edition) if corpus else ()
        yield from (one for one in ledger if one.indicator == row.indicator)


RULES = (_notes,)
"""What every row must pass."""
