"""Pair editions of one report in two languages, paragraph by paragraph.

Where the corpus holds an official edition in the reader's language, it is quoted
instead of a working translation. Texts are aligned by length, as translations of one
another are (Gale and Church, 1993, A Program for Aligning Sentences), by the numbers
they share, and by the level of the headings above them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from briefs.corpus.beside import ledger
from briefs.model import RUN_IN, Edition, Passage
from briefs.text.sentences import runs_of, sentences

_NUMBER = regex.compile(r"(?<!\d)\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?!\d)|\d+")
_NO_DIGIT = regex.compile(r"\D")
_SKIP = 0.4
_SURE = 0.55


@dataclass(frozen=True, slots=True)
class Pairs:
    """What is known of one report in several languages.

    `editions` hold one edition of each issue: the one with reviewed figures, else that
    in the language in which other issues have most of them, else the first by name: so
    what one year repeats of another is found. `others` are its counterparts, by its id
    and their language.
    """

    editions: tuple[Edition, ...]
    others: Mapping[str, Mapping[str, Edition]]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """An edition to quote from instead: its passages by the numbers of the other's."""

    edition: Edition
    passages: Mapping[int, Passage]


@dataclass(frozen=True, slots=True)
class _Text:
    """A stretch of text as it is compared: its length, its numbers, its headings."""

    length: int
    numbers: frozenset[str]
    levels: tuple[int, ...] = ()


def pair(editions: Sequence[Edition]) -> Pairs:
    """Return one edition of each issue, and its counterparts in other languages."""
    issues: dict[tuple[str, str, int], list[Edition]] = {}
    for edition in editions:
        issue = edition.report, edition.country, edition.year
        issues.setdefault(issue, []).append(edition)
    reviewed = {e.id for e in editions if ledger.path(e).exists()}
    spoken = Counter((_serial(e), e.language) for e in editions if e.id in reviewed)

    def rank(edition: Edition) -> tuple[bool, int, str]:
        often = spoken[_serial(edition), edition.language]
        return edition.id not in reviewed, -often, edition.id

    leading = {issue: min(group, key=rank) for issue, group in issues.items()}
    first = {edition.id for edition in leading.values()}
    return Pairs(
        editions=tuple(e for e in editions if e.id in first),
        others={
            leading[issue].id: {
                other.language: other for other in group if other != leading[issue]
            }
            for issue, group in issues.items()
        },
    )


def _serial(edition: Edition) -> tuple[str, str]:
    return edition.report, edition.country


def counterpart(
    parts: Iterable[str], passage: Passage, language: str, other: Passage, theirs: str
) -> tuple[str, ...]:
    """Return the runs of sentences of `other` that say what `parts` of a passage say.

    There are none where no sentence is like another. `language` and `theirs` are the
    languages of the two passages.
    """
    own = [span.of(passage.text) for span in sentences(passage.text, language)]
    spans = sentences(other.text, theirs)
    found = align(
        [_measured(sentence) for sentence in own],
        [_measured(span.of(other.text)) for span in spans],
    )
    quoted = {
        found[index]
        for index, sentence in enumerate(own)
        if index in found and any(sentence in part for part in parts)
    }
    return tuple(run.of(other.text) for run in runs_of(spans, sorted(quoted)))


@lru_cache(maxsize=64)
def passages(
    own: tuple[Passage, ...], theirs: tuple[Passage, ...]
) -> Mapping[int, Passage]:
    """Return the counterparts of passages by number; the doubtful have none."""
    one, other = [_placed(p) for p in own], [_placed(p) for p in theirs]
    scale = _scale(one, other)
    return {
        own[row].number: theirs[column]
        for row, column in align(one, other).items()
        if _likeness(one[row], other[column], scale) >= _SURE
    }


def align(own: Sequence[_Text], theirs: Sequence[_Text]) -> dict[int, int]:
    """Return the most likely pairs of two sequences, by index, in one order.

    Dynamic programming over the likeness of each pair; what is like nothing is left
    out.
    """
    scale = _scale(own, theirs)
    rows, columns = len(own), len(theirs)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            together = _likeness(own[row], theirs[column], scale) - _SKIP
            best[row][column] = max(
                best[row + 1][column + 1] + together,
                best[row + 1][column],
                best[row][column + 1],
            )
    return _path(own, theirs, scale, best)


def _path(
    own: Sequence[_Text],
    theirs: Sequence[_Text],
    scale: float,
    best: Sequence[Sequence[float]],
) -> dict[int, int]:
    pairs = {}
    row = column = 0
    while row < len(own) and column < len(theirs):
        together = _likeness(own[row], theirs[column], scale) - _SKIP
        if best[row][column] == best[row + 1][column + 1] + together:
            pairs[row] = column
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs


def _scale(own: Sequence[_Text], theirs: Sequence[_Text]) -> float:
    """Return how much longer the other text is on the whole."""
    return sum(t.length for t in theirs) / max(1, sum(t.length for t in own))


def _likeness(one: _Text, other: _Text, scale: float) -> float:
    """Return how like two texts are, from 0 to 1."""
    lengths = one.length * scale, other.length
    length = min(lengths) / max(1.0, *lengths)
    numbers = one.numbers | other.numbers
    shared = len(one.numbers & other.numbers) / len(numbers) if numbers else length
    placed = 1.0 if one.levels == other.levels else 0.5
    return (0.5 * length + 0.5 * shared) * placed


def _measured(text: str) -> _Text:
    return _Text(len(text), numbers(text))


def numbers(text: str) -> frozenset[str]:
    """Return the numbers of a text, in which "1,200" and "1200" are one."""
    return frozenset(_NO_DIGIT.sub("", number[0]) for number in _NUMBER.finditer(text))


def _placed(passage: Passage) -> _Text:
    """Measure a passage with the levels of the sections it stands in."""
    plain = _measured(passage.text)
    levels = tuple(h.level for h in passage.headings if h.level < RUN_IN)
    return _Text(plain.length, plain.numbers, levels)
