"""Plan which briefs there are to make: one for each country, topic and language."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from briefs.corpus.corpus import Corpus
from briefs.corpus.scope import Range
from briefs.errors import Message, NothingFoundError
from briefs.model import Topic
from briefs.tasks.answering import summaries
from briefs.tasks.building import gather
from briefs.tasks.building.wanted.request import Request


@dataclass(frozen=True, slots=True)
class Task:
    """One brief to make. `request` asks for nothing else; `topic` is what it is on."""

    country: str
    topic: Topic
    locale: str
    request: Request

    @property
    def name(self) -> str:
        """What the brief is called where it cannot be made."""
        return f"{self.country} {self.topic.code} {self.locale}"


def tasks(corpus: Corpus, request: Request) -> list[Task]:
    """Return a task for each country of a range, topic and language of a request.

    Topics on which a country's reports say nothing are left out. Raises
    NothingFoundError where nothing is left.
    """
    request = gather.settled(request)
    chosen = corpus.select(None if request.everything else request.topics)
    editions = corpus.issues(request.range).editions
    said = summaries.read(corpus, editions)
    found: list[Task] = []
    for country, own in groupby(editions, key=lambda edition: edition.country):
        issues = [said[edition.id] for edition in own]
        for topic in chosen:
            speaks = any(topic.code in one.said for one in issues)
            dropped = any(topic.code in one.lacking for one in issues)
            if speaks or (dropped and not request.everything):
                found += _of(request, country, topic)
    if not found:
        raise NothingFoundError(
            Message("the reports of no country say anything on this"),
            hint=Message("`briefs coverage` shows what they say something on"),
        )
    return found


def _of(request: Request, country: str, topic: Topic) -> Iterator[Task]:
    """Yield the tasks of one country and topic, one for each language."""
    years = request.range.years
    for locale in request.locales:
        alone = replace(
            request,
            topics=(topic.code,),
            locales=(locale,),
            range=Range(years, frozenset({country})),
            everything=False,
            separate=False,
            output=None,
        )
        yield Task(country, topic, locale, alone)
