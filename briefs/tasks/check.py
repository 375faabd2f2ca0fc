"""Check a whole corpus, and tell every fault at once."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from typing import TypeAlias

from briefs.corpus import ledger, translations
from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError, Message
from briefs.figures import proof, series, sums
from briefs.match import matcher as match
from briefs.model import Edition, Figure, Indicator
from briefs.numbers import load as grammar
from briefs.tasks import check_translations as translation_checks

Told: TypeAlias = Iterator[str | CorpusError]
"""A line for each thing that is in order, an error for each that is not."""


def run(corpus: Corpus) -> Iterator[str]:
    """Yield a line for each part of a corpus that is in order, then raise its faults.

    What only needs a reader's eye, reports that contradict each other, is a line and no
    fault. Raises CorpusError with a line for each fault.
    """
    faults: list[str] = []
    for check in _CHECKS:
        for told in _caught(check(corpus)):
            if isinstance(told, str):
                yield told
            else:
                faults.append(str(told))
    if faults:
        # An altered source is found by whoever reads it.
        raise CorpusError("\n".join(dict.fromkeys(faults)))


def _caught(told: Told) -> Told:
    """Yield what a check tells, and the error it ends with."""
    try:
        yield from told
    except CorpusError as fault:
        yield fault


def _sources(corpus: Corpus) -> Told:
    for edition in corpus.editions:
        yield from _caught(_source(corpus, edition))


def _source(corpus: Corpus, edition: Edition) -> Told:
    found = corpus.passages(edition)
    yield f"{edition.id}: source unaltered, {len(found)} paragraphs"
    if unknown := set(edition.topics) - set(corpus.topics):
        yield CorpusError(
            f"{edition.id}: unknown topic {', '.join(sorted(unknown))}",
            hint="correct `topics` in its edition.toml",
        )


def _topics(corpus: Corpus) -> Told:
    languages = sorted({edition.language for edition in corpus.editions})
    for language in languages:
        match.Matcher(corpus.topics.values(), language)
        yield f"{len(corpus.topics)} topics: patterns for {language} can be read"


def _countries(corpus: Corpus) -> Told:
    yield f"{len(corpus.countries)} country names"


def _questions(corpus: Corpus) -> Told:
    yield f"{len(corpus.questions)} topics have questions"


def _ties(corpus: Corpus) -> Told:
    """Read what ties the sentences of each language together."""
    languages = {edition.language for edition in corpus.editions}
    known = corpus.quoting(languages)
    yield f"{len(known)} languages have rules for fair quotations"
    for language in sorted(languages - known.keys()):
        yield f"look: paragraphs in {language} are never cut, for want of such rules"


def _choices(corpus: Corpus) -> Told:
    for edition in corpus.editions:
        yield from _caught(_chosen(corpus, edition))


def _chosen(corpus: Corpus, edition: Edition) -> Told:
    """Prove what a person chose to quote, and what was doubted, against the text."""
    found, doubts = corpus.selections(edition), corpus.doubts(edition)
    topics = len(found.topics)
    yield f"{edition.id}: choices on {topics} topics, {len(doubts)} doubts"
    if topics and not found.reviewed:
        yield f"look: {edition.id}: no person has reviewed the choices yet"


def _figures(corpus: Corpus) -> Told:
    """Prove each row of each ledger, then compare the series over all editions."""
    known = corpus.indicators
    rows: list[Figure] = []
    for edition in corpus.editions:
        yield from _caught(_ledger(corpus, edition, known, rows))
    lines = series.build(rows, known)
    found = list(series.disagreements(lines))
    for wrong in sums.unexplained(found):
        yield CorpusError(
            Message(
                "{code} {year}: the parts do not add up to {total}",
                code=wrong.indicator.code,
                year=wrong.year,
                total=wrong.total and f"{wrong.total.value:.12g}",
            ),
            hint=Message("correct the rows, or say why in a note of the total"),
        )
    for fault in found:
        values = ", ".join(map(_said, fault.figures))
        total = f", their total {fault.total.value}" if fault.total else ""
        yield f"look: {fault.indicator.code} {fault.year}: {values}{total}"
    for one, other, year, mine, theirs in sums.compared(lines):
        yield (
            f"look: {one.indicator.code} {year}: {mine}%, "
            f"{other.indicator.code}: {theirs}%"
        )


def _said(figure: Figure) -> str:
    value = "unknown" if figure.value is None else str(figure.value)
    return f"{value} ({figure.edition}, paragraph {figure.paragraph})"


def _ledger(
    corpus: Corpus,
    edition: Edition,
    measures: Mapping[str, Indicator],
    every: list[Figure],
) -> Told:
    """Prove the rows of a ledger and add them to `every`."""
    texts = corpus.paragraphs(edition)
    rows = corpus.ledger(edition)
    every += rows
    faults = [*_unknown(rows, corpus, edition, measures)]
    if rows:
        rules = grammar.load(corpus, edition.language)
        bench = proof.Bench(edition, texts, rules, measures)
        faults += map(_unproved, repeat(edition), proof.faults(rows, bench))
        faults += map(_in_excess, repeat(edition), sums.excesses(rows))
    yield from faults
    if not faults:
        yield f"{edition.id}: {len(rows)} reviewed figures stand in their passages"


def _unproved(edition: Edition, fault: proof.Fault) -> CorpusError:
    return CorpusError(proof.told(fault, ledger.path(edition)), hint=fault.advice)


def _in_excess(edition: Edition, found: sums.Excess) -> CorpusError:
    advice = Message("correct the values, BASE or DIMENSIONS")
    fault = proof.Fault(found.row, found.said, advice)
    return _unproved(edition, fault)


def _unknown(
    rows: Iterable[Figure],
    corpus: Corpus,
    edition: Edition,
    measures: Mapping[str, Indicator],
) -> Iterator[CorpusError]:
    """Yield what the rows name that does not exist."""
    known = corpus.organisations
    for row in rows:
        place = f"{ledger.path(edition)}, paragraph {row.paragraph}, “{row.quote}”"
        if row.indicator and row.indicator not in measures:
            yield CorpusError(f"{place}: unknown indicator {row.indicator}")
        for code in set(row.reporters) - set(known):
            yield CorpusError(f"{place}: unknown organisation {code}")
        if unknown := set(row.topics) - set(corpus.topics):
            yield CorpusError(f"{place}: unknown topic {', '.join(sorted(unknown))}")


def _translations(corpus: Corpus) -> Told:
    for edition in corpus.editions:
        for language in translations.languages(edition):
            yield from _caught(_translation(corpus, edition, language))


def _translation(corpus: Corpus, edition: Edition, language: str) -> Told:
    found = list(translation_checks.faults(corpus, edition, language))
    yield from map(CorpusError, found)
    if not found:
        yield f"{edition.id}: translated into {language}"


_CHECKS = (
    _sources,
    _topics,
    _countries,
    _questions,
    _ties,
    _choices,
    _figures,
    _translations,
)
