"""Find the statistics of an edition that nobody has reviewed yet."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from briefs.corpus.beside import declined, ledger
from briefs.corpus.corpus import Corpus
from briefs.figures import subjects
from briefs.files import cache
from briefs.match.index import Finding
from briefs.model import Edition, Figure, Kind


def pending(
    corpus: Corpus, edition: Edition, numbers: Collection[int] | None = None
) -> tuple[Figure, ...]:
    """Return the figures that neither stand in the ledger nor were declined.

    They are those of all paragraphs, or of some `numbers`; remembered while the text,
    its ledger and the grammar are unchanged. Raises CorpusError for an altered source,
    a malformed ledger or number grammar.
    """
    corpus.check_source(edition)
    asked = "all" if numbers is None else ",".join(map(str, sorted(numbers)))
    return cache.remember(
        "pending",
        tuple[Figure, ...],
        (asked, *identity(corpus, edition)),
        lambda: _found(corpus, edition, numbers),
    )


def identity(corpus: Corpus, edition: Edition) -> tuple[str | bytes, ...]:
    """Return all that decides which figures of an edition are not reviewed."""
    files = [
        ledger.path(edition),
        declined.path(edition),
        corpus.lent(f"numbers/{edition.language}.toml"),
        corpus.lent("organisations.toml"),
    ]
    text = edition.id, edition.sha256, edition.layout_sha256
    return (*text, edition.language, edition.covers, *cache.contents(files))


def _found(
    corpus: Corpus, edition: Edition, numbers: Collection[int] | None
) -> tuple[Figure, ...]:
    # Loaded where nothing is remembered: a brief is mostly made of what is.
    from briefs.figures import review
    from briefs.figures.candidates import candidates
    from briefs.numbers.grammars import load as grammar

    texts = corpus.paragraphs(edition)
    rules = grammar.load(corpus, edition.language)
    found = [
        candidate
        for number in sorted(texts if numbers is None else numbers)
        for candidate in candidates(texts[number], edition, rules)
    ]
    left = declined.read(edition, texts)
    missing = review.compare(corpus.ledger(edition), found).missing
    return tuple(one for one in missing if not any(each.covers(one) for each in left))


def on_topics(
    corpus: Corpus,
    editions: Sequence[Edition],
    findings: Mapping[str, Sequence[Finding]],
) -> tuple[Figure, ...]:
    """Return the totals on topics that are not reviewed, each with its topics.

    `findings` are the passages on those topics. What one incident counted is left out:
    no table would show it. Raises CorpusError as `pending` does.
    """
    places = subjects.by_passage(findings)
    told = []
    for edition in editions:
        numbers = {number for id, number in places if id == edition.id}
        texts = corpus.paragraphs(edition)
        for figure in pending(corpus, edition, numbers) if numbers else ():
            found = places[edition.id, figure.paragraph]
            passage = texts[figure.paragraph]
            topics = subjects.topics(figure, passage, found, edition.language)
            if figure.kind is Kind.AGGREGATE:
                told.append(replace(figure, topics=topics))
    return tuple(told)
