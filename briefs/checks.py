"""Check a whole corpus, and tell every fault at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

from briefs import (
    grammar,
    ledger,
    match,
    queries,
    reporters,
    review,
    series,
    translation_checks,
    translations,
)
from briefs.corpus import Corpus, Paragraphs, country_names, passages
from briefs.errors import CorpusError
from briefs.model import Edition, Figure, Indicator

Check = Callable[[Corpus], Iterator[str]]
"""Yields a line for each thing that is in order; raises or yields nothing else."""


def run(folder: Path) -> Iterator[str]:
    """Yield a line for each part of a corpus that is in order, then raise its faults.

    What only needs a reader's eye (reports that contradict each other, candidates that
    no row covers) is a line and no fault. Raises CorpusError with all faults.
    """
    corpus = queries.load(folder)
    faults: list[str] = []
    for check in (_sources, _topics, _countries, _figures, _translations):
        try:
            yield from check(corpus)
        except CorpusError as fault:
            faults.append(str(fault))
    if faults:
        raise CorpusError("; ".join(faults))


def _sources(corpus: Corpus) -> Iterator[str]:
    for edition in corpus.editions:
        found = passages(edition)
        unknown = set(edition.topics) - set(corpus.topics)
        if unknown:
            raise CorpusError(
                f"{edition.id}: unknown topic {', '.join(sorted(unknown))}",
                hint="correct `topics` in its edition.toml",
            )
        yield f"{edition.id}: source unaltered, {len(found)} paragraphs"


def _topics(corpus: Corpus) -> Iterator[str]:
    languages = sorted({edition.language for edition in corpus.editions})
    for language in languages:
        match.Matcher(corpus.topics.values(), language)
        yield f"{len(corpus.topics)} topics: patterns for {language} can be read"


def _countries(corpus: Corpus) -> Iterator[str]:
    yield f"{len(country_names(corpus.folder))} country names"


def _figures(corpus: Corpus) -> Iterator[str]:
    """Prove each row of each ledger, then compare the series over all editions."""
    indicators = ledger.indicators(corpus.folder)
    rows: list[Figure] = []
    for edition in corpus.editions:
        found = _ledger(corpus, edition, indicators)
        rows += found
        yield f"{edition.id}: {len(found)} reviewed figures stand in their passages"
    for fault in series.disagreements(series.build(rows, indicators)):
        values = ", ".join(map(_said, fault.figures))
        total = f", their total {fault.total.value}" if fault.total else ""
        yield f"look: {fault.indicator.code} {fault.year}: {values}{total}"


def _said(figure: Figure) -> str:
    value = "unknown" if figure.value is None else str(figure.value)
    return f"{value} ({figure.edition}, paragraph {figure.paragraph})"


def _ledger(
    corpus: Corpus, edition: Edition, indicators: dict[str, Indicator]
) -> tuple[Figure, ...]:
    texts = Paragraphs(edition)
    rows = ledger.figures(edition, texts)
    known = reporters.labels(corpus.folder)
    for row in rows:
        place = f"{ledger.path(edition)}, paragraph {row.paragraph}, “{row.quote}”"
        if row.indicator and row.indicator not in indicators:
            raise CorpusError(f"{place}: unknown indicator {row.indicator}")
        if row.indicator and indicators[row.indicator].unit != row.unit:
            unit = indicators[row.indicator].unit
            raise CorpusError(f"{place}: {row.indicator} counts {unit}, not {row.unit}")
        if row.reported_by and row.reported_by not in known:
            raise CorpusError(f"{place}: unknown organisation {row.reported_by}")
        if unknown := set(row.topics) - set(corpus.topics):
            raise CorpusError(f"{place}: unknown topic {', '.join(sorted(unknown))}")
    lexis = grammar.load(corpus.folder, edition.language).lexis if rows else None
    for row in review.misread(rows, texts, lexis) if lexis else ():
        place = f"{ledger.path(edition)}, paragraph {row.paragraph}"
        raise CorpusError(
            f"{place}: “{row.quote}” does not say {row.value}",
            hint="correct the value or the quote",
        )
    return rows


def _translations(corpus: Corpus) -> Iterator[str]:
    faults: list[str] = []
    for edition in corpus.editions:
        for language in translations.languages(edition):
            found = list(
                translation_checks.faults(
                    edition, passages(edition), language, corpus.folder
                )
            )
            faults += found
            if not found:
                yield f"{edition.id}: translated into {language}"
    if faults:
        raise CorpusError("\n".join(faults))
