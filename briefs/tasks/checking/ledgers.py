"""Find what rows of a ledger name that does not exist."""

from collections.abc import Iterable, Iterator

from briefs.corpus.beside import ledger
from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError, Message
from briefs.match import index
from briefs.model import Edition, Figure


def unknown(
    rows: Iterable[Figure], corpus: Corpus, edition: Edition
) -> Iterator[CorpusError]:
    """Yield an error for each indicator, organization or topic that is not known."""
    known = corpus.organisations
    for row in rows:
        place = Message(
            "{file}, paragraph {number}, “{quote}”",
            file=ledger.path(edition),
            number=row.paragraph,
            quote=row.quote,
        )
        if row.indicator and row.indicator not in corpus.indicators:
            name = row.indicator
            yield CorpusError(
                Message("{place}: unknown indicator {name}", place=place, name=name)
            )
        for code in sorted(set(row.reporters) - set(known)):
            yield CorpusError(
                Message("{place}: unknown organization {name}", place=place, name=code)
            )
        if strange := set(row.topics) - set(corpus.topics):
            yield CorpusError(unknown_topic(place, strange))


def elsewhere(
    rows: Iterable[Figure], corpus: Corpus, edition: Edition
) -> Iterator[CorpusError]:
    """Yield an error for each row that is filed under topics its passage is not about.

    One topic of several is enough: a number may serve a topic that its passage only
    touches.
    """
    found = index.find(corpus, [edition], list(corpus.topics.values()))
    about: dict[int, set[str]] = {}
    for topic, findings in found.items():
        for one in findings:
            about.setdefault(one.passage.number, set()).add(topic)
    for row in rows:
        if row.topics and not about.get(row.paragraph, set()) & {*row.topics}:
            yield CorpusError(
                Message(
                    "{file}, paragraph {number}, “{quote}”: the passage is about none "
                    "of its topics",
                    file=ledger.path(edition),
                    number=row.paragraph,
                    quote=row.quote,
                ),
                hint=Message("correct TOPICS"),
            )


def unknown_topic(place: Message | str, codes: Iterable[str]) -> Message:
    """Say that some topics do not exist."""
    return Message(
        "{place}: unknown topic {names}", place=place, names=tuple(sorted(codes))
    )
