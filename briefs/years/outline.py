"""Tell which chapters an edition has, in whatever outline it is written.

Headings are known by the standard wordings of `headings.toml`, of all years and in all
languages: so chapters of the outlines of 2010–2023 and of 2024 are the same where they
are about the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefs.corpus.corpus import Corpus
from briefs.corpus.vocabulary import headings as standard
from briefs.model import RUN_IN, Edition, Heading

_KNOWN = 4
"""Chapters by which an outline is a known one."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of an edition that are about a topic, by its code.

    `topics` are those that any known outline has a chapter on. `known` tells that the
    edition follows such an outline, so that a chapter it lacks was left out.
    """

    headings: Mapping[str, tuple[Heading, ...]]
    topics: frozenset[str]
    known: bool

    def lacks(self, topic: str) -> bool:
        """Tell whether the edition has no chapter on a topic that others have."""
        return self.known and topic in self.topics and topic not in self.headings


def read(corpus: Corpus, editions: Iterable[Edition]) -> dict[str, Outline]:
    """Return the outline of each edition, by its id.

    Raises CorpusError for an altered source.
    """
    return {edition.id: _outline(corpus, edition) for edition in editions}


def _outline(corpus: Corpus, edition: Edition) -> Outline:
    known = corpus.headings.get(edition.language, {})
    found: dict[str, dict[str, Heading]] = {}
    seen: set[int] = set()
    for passage in corpus.passages(edition):
        if id(passage.headings) in seen:
            continue
        seen.add(id(passage.headings))
        for heading in passage.headings:
            if heading.level <= RUN_IN:
                for topic in known.get(standard.key(heading.text), ()):
                    found.setdefault(topic, {}).setdefault(heading.printed, heading)
    return Outline(
        headings={topic: tuple(named.values()) for topic, named in found.items()},
        topics=frozenset(topic for topics in known.values() for topic in topics),
        known=len(found) >= _KNOWN,
    )
