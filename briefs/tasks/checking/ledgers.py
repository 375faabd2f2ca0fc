"""Find what rows of a ledger name that does not exist."""

from collections.abc import Callable, Iterable, Iterator

from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError, Message
from briefs.figures.proving.proof import Fault
from briefs.match import index
from briefs.model import Edition, Figure


def unknown(
    rows: Iterable[Figure], corpus: Corpus, where: Callable[[Figure], Message]
) -> Iterator[CorpusError]:
    """Yield an error for each indicator, organization or topic that is not known.

    `where` tells in which line of which file a row stands.
    """
    known = corpus.organisations

    def place(row: Figure, column: str) -> Message:
        return Message(
            "{place}, {column}: “{quote}”",
            place=where(row),
            column=column,
            quote=row.quote,
        )

    for row in rows:
        if row.indicator and row.indicator not in corpus.indicators:
            name = row.indicator
            yield CorpusError(
                Message(
                    "{place}: unknown indicator {name}",
                    place=place(row, "INDICATOR"),
                    name=name,
                )
            )
        for code in sorted(set(row.reporters) - set(known)):
            yield CorpusError(
                Message(
                    "{place}: unknown organization {name}",
                    place=place(row, "REPORTED_BY"),
                    name=code,
                )
            )
        if strange := set(row.topics) - set(corpus.topics):
            yield CorpusError(unknown_topic(place(row, "TOPICS"), strange))


def elsewhere(
    rows: Iterable[Figure], corpus: Corpus, edition: Edition
) -> Iterator[Fault]:
    """Yield each row that is filed under topics its passage is not about, or none.

    One topic of several is enough: a number may serve a topic that its passage only
    touches.
    """
    found = index.find(corpus, [edition], list(corpus.topics.values()))
    about: dict[int, list[str]] = {}
    for topic, findings in found.items():
        for one in findings:
            about.setdefault(one.passage.number, []).append(topic)
    for row in rows:
        known = about.get(row.paragraph, [])
        if row.topics and not {*known} & {*row.topics}:
            said = Message("the passage is about none of its topics")
            yield Fault(row, "TOPICS", said, Message("correct TOPICS"))
        elif known and not row.topics:
            said = Message("the passage is about {names}", names=tuple(known))
            yield Fault(row, "TOPICS", said, Message("name its topics in TOPICS"))


def unknown_topic(place: Message | str, codes: Iterable[str]) -> Message:
    """Say that some topics do not exist."""
    return Message(
        "{place}: unknown topic {names}", place=place, names=tuple(sorted(codes))
    )
