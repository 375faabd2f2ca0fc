"""Compare neighbouring editions on a topic: sentences, figures, chapters."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from briefs.corpus.corpus import Corpus
from briefs.errors import Message, NothingFoundError
from briefs.figures import moves
from briefs.figures.moves import Move
from briefs.match.index import Finding
from briefs.model import Edition, Topic
from briefs.years import changes
from briefs.years.changes import Change
from briefs.years.outline import Outline
from briefs.years.sayings import Serial, serial

_MOST_PAIRS = 12
"""So many pairs of editions are compared in a brief that has excerpts, too."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A change with the figures that moved in it, and what became of its chapter.

    `chapter` is "appeared" or "vanished" where only one of the two editions has a
    chapter on the topic, else empty.
    """

    change: Change
    moves: tuple[Move, ...]
    chapter: str = ""

    @property
    def language(self) -> str:
        """The language of the report."""
        said = self.change.after or self.change.before
        return said.edition.language if said else ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed on a topic between two editions of a report."""

    topic: Topic
    older: Edition
    newer: Edition
    turns: tuple[Turn, ...]
    chapter: str = ""


def compare(
    corpus: Corpus,
    topics: Sequence[Topic],
    pairs: Iterable[tuple[Edition, Edition]],
    findings: Mapping[str, Sequence[Finding]],
    outlines: Mapping[str, Outline],
) -> tuple[Comparison, ...]:
    """Return what changed on topics between pairs of editions, topic by topic.

    Raises CorpusError for an altered source.
    """
    every = [(*pair, changes.compare(corpus, *pair)) for pair in pairs]
    return tuple(
        _comparison(corpus, topic, older, newer, found, findings[topic.code], outlines)
        for topic in topics
        for older, newer, found in every
    )


def not_compared(older: Edition, newer: Edition) -> Message:
    """Say why two editions of a report are not compared."""
    return Message(
        "{older} and {newer} are in different languages, and were not compared",
        older=older.id,
        newer=newer.id,
    )


def neighbours(editions: Iterable[Edition]) -> list[tuple[Edition, Edition]]:
    """Return each edition with the next one of the same report, oldest first."""
    ranked = sorted(editions, key=lambda edition: (*serial(edition), edition.year))
    return [
        pair
        for _, issues in groupby(ranked, key=serial)
        for pair in pairwise(list(issues))
    ]


def newest(pairs: Sequence[tuple[Edition, Edition]]) -> list[tuple[Edition, Edition]]:
    """Return the pairs that a brief has room for, in their order.

    Those are the newest pair of each report, and of the others the newest ones.
    """
    age: dict[str, int] = {}
    behind: Counter[Serial] = Counter()
    for _, newer in reversed(pairs):
        age[newer.id] = behind[serial(newer)]
        behind[serial(newer)] += 1
    ranked = sorted(pairs, key=lambda pair: (age[pair[1].id], -pair[1].year))
    room = max(_MOST_PAIRS, len(behind))
    kept = {newer.id for _, newer in ranked[:room]}
    return [pair for pair in pairs if pair[1].id in kept]


def apart(editions: Iterable[Edition]) -> list[tuple[Edition, Edition]]:
    """Return neighbours of a report that are not compared: their languages differ."""
    issues: dict[tuple[str, str], dict[int, list[Edition]]] = {}
    for one in sorted(editions, key=lambda one: (one.report, one.country, one.year)):
        years = issues.setdefault((one.report, one.country), {})
        years.setdefault(one.year, []).append(one)
    return [
        (older[0], newer[0])
        for years in issues.values()
        for older, newer in pairwise(years.values())
        if not {one.language for one in older} & {one.language for one in newer}
    ]


def required(
    pairs: list[tuple[Edition, Edition]], editions: Iterable[Edition]
) -> list[tuple[Edition, Edition]]:
    """Return pairs of some editions; raises NothingFoundError for none."""
    if not pairs:
        for older, newer in apart(editions):
            raise NothingFoundError(
                not_compared(older, newer),
                hint=Message("add one of them in the language of the other"),
            )
        raise NothingFoundError(
            Message("no report has two editions in this range"),
            hint=Message("`briefs coverage` shows the editions there are"),
        )
    return pairs


def _comparison(
    corpus: Corpus,
    topic: Topic,
    older: Edition,
    newer: Edition,
    every: Iterable[Change],
    findings: Sequence[Finding],
    outlines: Mapping[str, Outline],
) -> Comparison:
    asked = {(one.edition.id, one.passage.number) for one in findings}
    found = changes.among(every, asked)
    chapter = _chapter(topic.code, outlines[older.id], outlines[newer.id])
    ledgers = [
        [row for row in corpus.ledger(edition) if topic.code in row.topics]
        for edition in (older, newer)
    ]
    told = moves.measured(*ledgers)
    turns = tuple(Turn(one, _moves(corpus, one, told), chapter) for one in found)
    return Comparison(topic, older, newer, turns, chapter)


def _moves(
    corpus: Corpus, change: Change, told: Mapping[tuple[int, str], Move]
) -> tuple[Move, ...]:
    """Return the figures that moved: in the sentence, or by a reviewed indicator."""
    found = moves.moves(corpus, change)
    after = change.after
    if after is None:
        return found
    known = told.get((after.passage.number, after.text.strip()))
    seen = {move.after.span for move in found}
    return (*found, *([known] if known and known.after.span not in seen else []))


def _chapter(topic: str, older: Outline, newer: Outline) -> str:
    """Tell what became of the chapter on a topic, as far as the outlines are known."""
    if newer.lacks(topic) and topic in older.headings:
        return "vanished"
    if older.lacks(topic) and topic in newer.headings:
        return "appeared"
    return ""
