"""Choose what a call is about: the corpus, its topics, its editions."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from briefs.corpus.corpus import Corpus, countries, load_editions
from briefs.corpus.topics import load as load_topics
from briefs.errors import NothingFoundError, UnknownTopicError, UsageError
from briefs.files.resources import taxonomy
from briefs.files.tomlfile import nearest
from briefs.match.index import Finding
from briefs.model import Edition, Topic
from briefs.tasks.request import Range


def load(folder: Path) -> Corpus:
    """Read what a corpus folder holds: editions and topics, not yet their texts.

    A corpus without topics of its own is read with those of the package.
    """
    topics = load_topics(taxonomy(folder) / "topics")
    return Corpus(folder, load_editions(folder), topics)


def select(
    corpus: Corpus, codes: Iterable[str], *, everything: bool = False
) -> tuple[Topic, ...]:
    """Return the topics with these codes, or all of them.

    Raises UnknownTopicError with the nearest code, UsageError when none is named.
    """
    if everything:
        return tuple(corpus.topics.values())
    wanted = list(dict.fromkeys(codes))
    if not wanted:
        raise UsageError("no topic was named", hint="`briefs topics` lists them")
    return pick(corpus.topics, wanted)


def pick(topics: Mapping[str, Topic], codes: Iterable[str]) -> tuple[Topic, ...]:
    """Return the topics with these codes; raises UnknownTopicError with the nearest."""
    for code in (wanted := tuple(codes)):
        if code not in topics:
            raise UnknownTopicError(
                f"unknown topic {code!r}", hint=nearest(code, topics)
            )
    return tuple(topics[code] for code in wanted)


def within(editions: Sequence[Edition], range: Range) -> tuple[Edition, ...]:
    """Return the editions in a range; raises NothingFoundError when there is none."""
    first, last = range.years or (0, 9999)
    found = tuple(
        edition
        for edition in editions
        if first <= edition.year <= last and range.country in (None, edition.country)
    )
    if not found:
        years = sorted({edition.year for edition in editions})
        raise NothingFoundError(
            "the corpus has no edition in this range",
            hint=f"it holds {years[0]}–{years[-1]}, {', '.join(countries(editions))}",
        )
    return found


def require(topics: Sequence[Topic], findings: Mapping[str, Sequence[Finding]]) -> None:
    """Raise NothingFoundError for topics on which nothing was found."""
    silent = [topic.code for topic in topics if not findings[topic.code]]
    if silent:
        raise NothingFoundError(
            f"nothing was found on {', '.join(silent)}",
            hint="`briefs coverage` shows which reports say something on which topic",
        )
