"""Find the passages of a corpus that are on a topic, and remember them."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from briefs.corpus.corpus import Corpus
from briefs.corpus.vocabulary import headings
from briefs.errors import Message, NothingFoundError
from briefs.files import cache
from briefs.match import masthead
from briefs.model import Edition, Match, Passage, Topic
from briefs.text.sentences import squeeze

if TYPE_CHECKING:
    from briefs.match.matcher import Matcher

Pair = tuple[Passage, Match]
_Numbered = tuple[int, Match]
"""A match with the number of its passage."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage that is on a topic: where it stands, and why it was found."""

    edition: Edition
    passage: Passage
    match: Match

    @property
    def id(self) -> str:
        """What the passage is called."""
        return name(self.edition, self.passage)


def name(edition: Edition, passage: Passage) -> str:
    """Return what a passage is called as long as its words do not change."""
    digest = hashlib.sha256(squeeze(passage.text).encode()).hexdigest()
    return f"{edition.id}-{digest[:12]}"


def find(
    corpus: Corpus, editions: Iterable[Edition], topics: Sequence[Topic]
) -> dict[str, tuple[Finding, ...]]:
    """Return, for each topic code, what the editions hold on it, in their order.

    What was found once is taken from the cache as long as the edition and the taxonomy
    are unchanged. Raises CorpusError for an altered source or a bad pattern.
    """
    found: dict[str, list[Finding]] = {topic.code: [] for topic in topics}
    named = taxonomy(corpus)
    for edition in editions:
        corpus.check_source(edition)
        for code, pairs in _matches(corpus, edition, found, named):
            found[code] += [Finding(edition, *pair) for pair in pairs]
    return {code: tuple(findings) for code, findings in found.items()}


def taxonomy(corpus: Corpus) -> str:
    """Return a checksum of the topics of a corpus and of its standard headings."""
    standard = cache.contents([corpus.lent(headings.FILE)])
    return cache.digest(cache.encoded(corpus.topics), *standard)


def parts(edition: Edition) -> tuple[str, ...]:
    """Return what the matches of an edition are made from, beside the taxonomy."""
    text = edition.sha256, edition.layout_sha256
    return (*text, edition.id, edition.language, *edition.topics)


def _matches(
    corpus: Corpus, edition: Edition, codes: Iterable[str], taxonomy: str
) -> Iterator[tuple[str, list[Pair]]]:
    """Yield the passages on each of some topics with their matches.

    What is missing in the cache is worked out for all topics, because it hangs on all:
    the nearest heading that betrays any topic counts, and how many a passage names.
    """
    held = cache.remember(
        "matches",
        dict[str, bytes],
        (*parts(edition), taxonomy),
        lambda: _encoded(_match(corpus, edition)),
    )
    passages = corpus.paragraphs(edition)
    for code in codes:
        told = cache.decoded(held[code], list[_Numbered])
        yield code, [(passages[number], match) for number, match in told]


def _encoded(found: Mapping[str, Sequence[_Numbered]]) -> dict[str, bytes]:
    """Return the matches of each topic apart: a brief needs those of one."""
    return {code: cache.encoded(matches) for code, matches in found.items()}


def _match(corpus: Corpus, edition: Edition) -> dict[str, list[_Numbered]]:
    matcher = _matcher(corpus, edition.language)
    found: dict[str, list[_Numbered]] = {code: [] for code in corpus.topics}
    passages = corpus.passages(edition)
    heads = masthead.lines(passages)
    for passage in passages:
        if passage.number in heads:
            continue
        for match in matcher(passage, edition.topics):
            found[match.topic].append((passage.number, match))
    return found


_matchers: "WeakKeyDictionary[Corpus, dict[str, Matcher]]" = WeakKeyDictionary()


def _matcher(corpus: Corpus, language: str) -> "Matcher":
    """Return the topics of a language, read once: a matcher learns words by and by."""
    from briefs.match.matcher import Matcher

    known = _matchers.setdefault(corpus, {})
    if language not in known:
        standard = corpus.headings.get(language, {})
        known[language] = Matcher(corpus.topics.values(), language, standard)
    return known[language]


def require(topics: Sequence[Topic], findings: Mapping[str, Sequence[Finding]]) -> None:
    """Raise NothingFoundError for topics on which nothing was found."""
    silent = [topic.code for topic in topics if not findings[topic.code]]
    if silent:
        raise NothingFoundError(
            Message("nothing was found on {topics}", topics=", ".join(silent)),
            hint=Message(
                "`briefs coverage` shows which reports say something on which topic"
            ),
        )
