"""Compare two years of a report: sentences that are new, dropped, or reworded.

A sentence that stands word for word in the other year is no change, wherever it stands
there. The others are paired with the sentence they are most like; what is like nothing
is new, or was dropped.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from briefs.corpus.corpus import Corpus
from briefs.files import cache
from briefs.model import Edition, Passage, Span
from briefs.text.sentences import sentences
from briefs.years import likeness
from briefs.years.nearest import Nearest

REWORDED = 0.6
"""The share of words in order from which a sentence is another one reworded."""

_MOVED = 0.9
_SHORTEST = 4  # words; of fewer nothing can be told


class Kind(StrEnum):
    """What became of a sentence."""

    NEW = "new"
    DROPPED = "dropped"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of an edition, with the passage it stands in."""

    edition: Edition
    passage: Passage
    span: Span

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.span.of(self.passage.text)

    @property
    def page(self) -> int | None:
        """The page on which it begins, None where the source shows no pages."""
        pages = self.passage.pages_of(self.span)
        return pages[0] if pages else None


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that one of two years has: `before` is None for a new one.

    A reworded one has both; `left_out` and `added` are the places of the words in the
    one and in the other that differ.
    """

    kind: Kind
    before: Said | None
    after: Said | None
    left_out: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()


class _Row(NamedTuple):
    """A change as it is remembered: paragraph, start and end of its sentences."""

    before: tuple[int, int, int] | None
    after: tuple[int, int, int] | None


def compare(corpus: Corpus, older: Edition, newer: Edition) -> list[Change]:
    """Return what changed between two editions of a report; it is remembered.

    What is new or reworded comes in the order of the newer edition, then what was
    dropped. Raises CorpusError for an altered source.
    """
    corpus.check_source(older)
    corpus.check_source(newer)
    rows = cache.remember(
        "changes",
        list[_Row],
        [part for e in (older, newer) for part in (e.id, e.sha256, e.layout_sha256)],
        lambda: list(_rows(corpus, older, newer)),
    )
    return [_change(corpus, older, newer, row) for row in rows]


def among(
    found: Iterable[Change], paragraphs: Collection[tuple[str, int]]
) -> list[Change]:
    """Return the changes in some paragraphs, named by edition and number."""
    return [
        change
        for change in found
        for sides in [[one for one in (change.before, change.after) if one]]
        if any((one.edition.id, one.passage.number) in paragraphs for one in sides)
    ]


def _rows(corpus: Corpus, older: Edition, newer: Edition) -> Iterator[_Row]:
    before, after = _unlike(list(_said(corpus, older)), list(_said(corpus, newer)))
    pairs = _pairs(before, after)
    for place, one in enumerate(after):
        old = before[pairs[place]] if place in pairs else None
        yield _Row(_place(old) if old else None, _place(one))
    kept = set(pairs.values())
    for place, one in enumerate(before):
        if place not in kept:
            yield _Row(_place(one), None)


def _place(said: Said) -> tuple[int, int, int]:
    return said.passage.number, *said.span


def _change(corpus: Corpus, older: Edition, newer: Edition, row: _Row) -> Change:
    before, after = (
        Said(edition, corpus.paragraphs(edition)[place[0]], Span(*place[1:]))
        if place
        else None
        for edition, place in ((older, row.before), (newer, row.after))
    )
    if before and after:
        return reworded(before, after)
    return Change(Kind.DROPPED if before else Kind.NEW, before, after)


def _said(corpus: Corpus, edition: Edition) -> Iterator[Said]:
    for passage in corpus.passages(edition):
        for span in sentences(passage.text, edition.language):
            yield Said(edition, passage, span)


def _unlike(
    before: Sequence[Said], after: Sequence[Said]
) -> tuple[list[Said], list[Said]]:
    """Return the sentences of each year that the other has not word for word.

    Another spelling is no change. One that a year says several times counts once.
    """
    old = {likeness.sounding(said.text): said for said in reversed(before)}
    new = {likeness.sounding(said.text): said for said in reversed(after)}
    gone = [said for key, said in reversed(old.items()) if key and key not in new]
    came = [said for key, said in reversed(new.items()) if key and key not in old]
    return gone, came


def _pairs(before: Sequence[Said], after: Sequence[Said]) -> dict[int, int]:
    """Return the places in `before` that places in `after` reword, the likest first."""
    nearest = Nearest()
    words = [likeness.words(said.text) for said in before]
    for place, said in enumerate(words):
        nearest.add(place, said)
    scores = [
        (score, new, old)
        for new, one in enumerate(after)
        if len(own := likeness.words(one.text)) >= _SHORTEST
        for old in nearest.like(own)
        if len(words[old]) >= _SHORTEST
        if (score := _alike(words[old], own)) >= REWORDED
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, new, old in sorted(scores, key=lambda each: (-each[0], each[1], each[2])):
        if new not in pairs and old not in taken:
            pairs[new] = old
            taken.add(old)
    return pairs


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how like two sentences are; moved words are reworded."""
    score = likeness.likeness(one, other)
    return max(score, REWORDED) if likeness.shared(one, other) >= _MOVED else score


def reworded(old: Said, new: Said) -> Change:
    """Return a sentence and its other wording as a change."""
    return Change(Kind.REWORDED, old, new, *differing(old.text, new.text))


def differing(one: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the places of the words in each of two texts that the other has not.

    Words beside each other are one place.
    """
    places = likeness.placed(one), likeness.placed(other)
    words = [[word for word, _ in each] for each in places]
    matcher = SequenceMatcher(None, words[0], words[1], autojunk=False)
    found: tuple[list[Span], list[Span]] = ([], [])
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            continue
        for side, first, end in ((0, i, j), (1, k, m)):
            if first < end:
                start, stop = places[side][first][1], places[side][end - 1][1]
                found[side].append(Span(start.start, stop.end))
    return tuple(found[0]), tuple(found[1])
