"""Check a whole corpus, and tell every fault at once."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from briefs.corpus.beside import ledger, translations
from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError, Message, lines
from briefs.figures import series, sums
from briefs.figures.proving import proof, together
from briefs.match import matcher as match
from briefs.model import Edition, Figure, Indicator
from briefs.numbers.grammars import load as grammar
from briefs.tasks import originals
from briefs.tasks.checking import ledgers, looks, people
from briefs.tasks.checking import statements as beside
from briefs.tasks.checking import translations as translation_checks

Told: TypeAlias = Iterator[Message | CorpusError]
"""A line for each thing that is in order, an error for each that is not."""


def run(corpus: Corpus) -> Iterator[Message]:
    """Yield a line for each part of a corpus that is in order, then raise its faults.

    What only needs a reader's eye, reports that contradict each other, is a line and no
    fault. Raises CorpusError with a line for each fault.
    """
    faults: dict[Message, None] = {}  # an altered source is found by whoever reads it
    for check in _CHECKS:
        for told in _caught(check(corpus)):
            if isinstance(told, Message):
                yield told
            else:
                faults[told.whole] = None
    if faults:
        raise CorpusError(lines(faults))


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
    if changed := originals.fault(edition):
        raise CorpusError(changed, hint=Message("fetch it again, and add it anew"))
    found = corpus.passages(edition)
    yield Message(
        "{edition}: source unaltered, paragraphs: {count}",
        edition=edition.id,
        count=len(found),
    )
    if unknown := set(edition.topics) - set(corpus.topics):
        yield CorpusError(
            ledgers.unknown_topic(edition.id, unknown),
            hint=Message("correct `topics` in its edition.toml"),
        )


def _topics(corpus: Corpus) -> Told:
    languages = sorted({edition.language for edition in corpus.editions})
    for language in languages:
        match.Matcher(corpus.topics.values(), language)
        yield Message(
            "topics: {count}, patterns for {language} can be read",
            count=len(corpus.topics),
            language=language,
        )


def _adjectives(corpus: Corpus) -> Told:
    yield Message(
        "languages with words that no number follows: {count}",
        count=len(corpus.adjectives),
    )


def _countries(corpus: Corpus) -> Told:
    yield Message("country names: {count}", count=len(corpus.countries))


def _questions(corpus: Corpus) -> Told:
    yield Message("topics with questions: {count}", count=len(corpus.questions))


def _ties(corpus: Corpus) -> Told:
    """Read what ties the sentences of each language together."""
    languages = {edition.language for edition in corpus.editions}
    known = corpus.quoting(languages)
    yield Message("languages with rules for fair quotations: {count}", count=len(known))
    for language in sorted(languages - known.keys()):
        yield Message(
            "look: paragraphs in {language} are never cut, for want of such rules",
            language=language,
        )


def _choices(corpus: Corpus) -> Told:
    for edition in corpus.editions:
        yield from _caught(_chosen(corpus, edition))


def _chosen(corpus: Corpus, edition: Edition) -> Told:
    """Prove what a person chose to quote, and what was doubted, against the text."""
    found, doubts = corpus.selections(edition), corpus.doubts(edition)
    topics = len(found.topics)
    yield Message(
        "{edition}: topics with choices: {topics}, doubts: {doubts}",
        edition=edition.id,
        topics=topics,
        doubts=len(doubts),
    )
    if topics and not found.reviewed:
        yield Message(
            "look: {edition}: no person has reviewed the choices yet",
            edition=edition.id,
        )


def _people(corpus: Corpus) -> Told:
    for edition in corpus.editions:
        yield from _caught(people.told(corpus, edition))


def _figures(corpus: Corpus) -> Told:
    """Prove each row of each ledger, then compare the series over all editions."""
    known = corpus.indicators
    rows: list[Figure] = []
    for edition in corpus.editions:
        yield from _caught(_ledger(corpus, edition, known, rows))
    known_series = series.build(rows, known)
    found = list(series.disagreements(known_series))
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
    yield from map(_contradiction, found)
    for one, other, year, mine, theirs in sums.compared(known_series):
        yield Message(
            "look: {code} {year}: {mine}%, {other}: {theirs}%",
            code=one.indicator.code,
            year=year,
            mine=mine,
            other=other.indicator.code,
            theirs=theirs,
        )


def _contradiction(found: series.Disagreement) -> Message:
    """Say what several reports give for the same thing."""
    told = Message(
        "look: {code} {year}: {values}",
        code=found.indicator.code,
        year=found.year,
        values=tuple(map(_said, found.figures)),
    )
    if not found.total:
        return told
    return Message(
        "{values}, their total {total}", values=told, total=found.total.value
    )


def _said(figure: Figure) -> Message:
    return Message(
        "{value} ({edition}, paragraph {number})",
        value=Message("unknown") if figure.value is None else figure.value,
        edition=figure.edition,
        number=figure.paragraph,
    )


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
    faults: list[CorpusError] = []
    if rows:
        place = ledger.places(edition, texts)
        faults += ledgers.unknown(rows, corpus, place)
        rules = grammar.load(corpus, edition.language)
        bench = proof.Bench(edition, texts, rules, measures, corpus)
        cases = list(proof.cases(rows, bench))
        found = [*proof.judged(cases), *together.faults(cases, bench)]
        found += map(_in_excess, sums.excesses(rows))
        found += ledgers.elsewhere(rows, corpus, edition)
        faults += [
            CorpusError(proof.told(each, place(each.row)), hint=each.advice)
            for each in found
        ]
    yield from faults
    if rows:
        yield from looks.unheeded(cases, place)
        yield from looks.left_out(corpus, edition)
    if not faults:
        yield Message(
            "{edition}: reviewed figures that stand in their passages: {count}",
            edition=edition.id,
            count=len(rows),
        )


def _in_excess(found: sums.Excess) -> proof.Fault:
    advice = Message("correct the values, BASE or DIMENSIONS")
    return proof.Fault(found.row, "OBS_VALUE", found.said, advice)


def _translations(corpus: Corpus) -> Told:
    for edition in corpus.editions:
        for language in translations.languages(edition):
            yield from _caught(_translation(corpus, edition, language))


def _translation(corpus: Corpus, edition: Edition, language: str) -> Told:
    found = list(translation_checks.faults(corpus, edition, language))
    yield from map(CorpusError, found)
    if not found:
        yield Message(
            "{edition}: translated into {language}",
            edition=edition.id,
            language=language,
        )


_CHECKS = (
    _sources,
    _topics,
    _adjectives,
    _countries,
    _questions,
    _ties,
    _choices,
    _people,
    _figures,
    _translations,
    beside.statements,
    beside.corrected,
    beside.forbidden,
)
