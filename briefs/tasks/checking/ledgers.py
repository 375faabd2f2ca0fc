"""Find what rows of a ledger name that does not exist."""

from collections.abc import Callable, Iterable, Iterator

from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError, Message
from briefs.figures.proving.proof import Fault
from briefs.match import index
from briefs.match.judging import firm
from briefs.match.matcher import Matcher
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

    Beside one that its passage is about, a number may serve others: a sure word of them
    is enough, or its indicator, or COMMENT_OBS says why: "labour: a trade union".
    """
    found = index.find(corpus, [edition], list(corpus.topics.values()))
    about: dict[int, list[str]] = {}
    for topic, findings in found.items():
        for one in findings:
            about.setdefault(one.passage.number, []).append(topic)
    matcher = Matcher(corpus.topics.values(), edition.language)
    texts = corpus.paragraphs(edition)
    for row in rows:
        known = about.get(row.paragraph, [])
        strange = [each for each in row.topics if each not in known]
        if strange != [*row.topics]:
            hits = matcher.hits(texts[row.paragraph].text)
            touched = {topic for topic, found in hits.items() if firm(found)}
            touched |= {*_measured(row, corpus)}
            strange = [
                each
                for each in strange
                if each not in touched and f"{each}:" not in row.comment
            ]
        if strange:
            yield Fault(
                row,
                "TOPICS",
                Message("the passage has nothing on {names}", names=tuple(strange)),
                Message("correct TOPICS, or say why in COMMENT_OBS"),
            )
        elif known and not row.topics:
            untold = Message("the passage is about {names}", names=tuple(known))
            yield Fault(row, "TOPICS", untold, Message("name its topics in TOPICS"))


def _measured(row: Figure, corpus: Corpus) -> tuple[str, ...]:
    """Return the topics of the indicator of a row."""
    measure = corpus.indicators.get(row.indicator or "")
    return measure.topics if measure else ()


def unknown_topic(place: Message | str, codes: Iterable[str]) -> Message:
    """Say that some topics do not exist."""
    return Message(
        "{place}: unknown topic {names}", place=place, names=tuple(sorted(codes))
    )
