"""Tell what changed on a topic from one edition of a report to the next."""

from collections.abc import Iterable

from briefs.compose.changes import comparing
from briefs.compose.changes.comparing import Comparison
from briefs.compose.sources import tally
from briefs.corpus.corpus import Corpus
from briefs.corpus.scope import Range
from briefs.errors import Message
from briefs.match import index
from briefs.years import outline


def compare(
    corpus: Corpus, names: Iterable[str], range: Range
) -> tuple[Comparison, ...]:
    """Return what changed on some topics between neighbouring editions in a range.

    Each edition of a report is compared with the one before it, and with no other.
    Raises UnknownTopicError, and NothingFoundError where no report has two editions.
    """
    topics = corpus.select(names)
    editions = corpus.within(range)
    pairs = comparing.required(comparing.neighbours(editions), editions)
    findings = index.find(corpus, editions, topics)
    outlines = tally.outlines(outline.read(corpus, editions), findings)
    return comparing.compare(corpus, topics, pairs, findings, outlines)


def not_compared(corpus: Corpus, range: Range) -> tuple[Message, ...]:
    """Say which neighbouring editions in a range were left out, and why."""
    pairs = comparing.apart(corpus.within(range))
    return tuple(comparing.not_compared(*pair) for pair in pairs)
