"""Read what ties the sentences of a language together: `quoting/<language>.toml`.

A sentence that points back, or that the next one answers, may not be quoted without
its neighbour; and what is grave weighs more than what is only on the topic.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from briefs.errors import CorpusError, Message
from briefs.files.data import tomlfile
from briefs.files.data.tomlfile import Table
from briefs.text.fold import Word, words
from briefs.text.lexicon import Hit, Lexicon
from briefs.text.patterns import Pattern, PatternError, parse

_TIES = (
    "points",
    "pronouns",
    "openings",
    "comparisons",
    "answers",
    "replies",
    "concessions",
    "caveats",
    "not",
)
_GRAVITY = ("4", "3", "2", "1")
_SAID = (
    *("denials", "turns", "norms", "rights", "practice", "praises", "unkept"),
    *("charges", "defence"),
)

_TAKEN_UP = ("introducing", "resuming")
_MAY_LACK = {
    *(("replies",), ("comparisons",), ("introducing",), ("resuming",)),
    *(("said", "norms"), ("said", "rights"), ("said", "practice")),
    *(("said", "praises"), ("said", "unkept")),
    *(("said", "charges"), ("said", "defence")),
}
"""Lists that a file need not have: they came later than the others."""

_NEAR = 8
"""What points back among so many first words may mean what was said just before."""

_NOWHERE = 1_000_000
_START = 2
_OPENING = 4  # "In January, however, …"; a phrase of several words begins sooner
_ANNOUNCED = 3  # "decided as follows: …"
_NAMING, _AGAIN = 3, 2  # "a short clear video", "the clear video"
_NOUN = 4  # letters


class Traits(NamedTuple):
    """How a sentence hangs together with its neighbours, and how grave it is.

    It `leans` when it may point to what was said before, `hangs` when it begins so, and
    `compares` when it opens with a comparison to what was said before;
    `answers` when it opens with a qualification of the sentence before, or tells what
    somebody replied to it, `concedes` when it opens with "although …", `limits` when it
    says what a number or a promise lacks, or who all those counted are. It `denies`
    when it only says that nothing is known to have happened, is a `norm` when it only
    says what a law lays down, `praises` when it says that something is as it should be,
    and tells what is `unkept` when it says that it is not. It `charges` when it tells
    of what somebody is accused or convicted, and `defends` when it tells what his
    lawyers say. `gravity` is 4 for death, torture and rape, down to 0; a norm has 1 at
    most.
    """

    leans: bool
    hangs: bool
    answers: bool
    concedes: bool
    limits: bool
    gravity: int
    denies: bool
    norm: bool
    praises: bool = False
    unkept: bool = False
    compares: bool = False
    charges: bool = False
    defends: bool = False


class Quoting:
    """What is known of the ties of a language."""

    def __init__(self, table: Table) -> None:
        """Compile the lists of a file; raise CorpusError, with its line, for a fault.

        Every older list must be there, and may be empty.
        """
        table.allow((*_TIES, *_TAKEN_UP, "gravity", "said"))
        _check(table)
        self._ties = Lexicon(_patterns(table))
        self._introducing, self._resuming = (
            frozenset(_of(table, (name,))) for name in _TAKEN_UP
        )
        self._known: dict[str, Traits] = {}

    def traits(self, sentence: str) -> Traits:
        """Return the traits of a sentence."""
        if sentence not in self._known:
            self._known[sentence] = self._judged(sentence)
        return self._known[sentence]

    def introduced(self, sentence: str, before: Sequence[str]) -> int | None:
        """Return which of the sentences before brings in what a sentence speaks of.

        After "a video was shown" one with "the video" is not understood without it.
        None where it takes up nothing, or the language has no such words.
        """
        taken = _beside(sentence, self._resuming, _AGAIN)
        if not taken:
            return None
        brought = (
            i
            for i, each in enumerate(before)
            if taken & _beside(each, self._introducing, _NAMING)
        )
        return next(brought, None)

    def _judged(self, sentence: str) -> Traits:
        found = words(sentence)
        hits = list(self._ties.find(found))
        undone = [hit for hit in hits if hit.owner == "not"]
        undone += [hit for hit in hits if _points_ahead(hit, sentence, found)]
        at = {name: [_NOWHERE] for name in (*_TIES, *_GRAVITY, *_SAID)}
        for hit in hits:
            if hit.owner == "not" or not any(map(hit.overlaps, _without(hit, undone))):
                at[hit.owner].append(_index(hit, found))
                if hit.owner == "answers" and " " in hit.span.of(sentence).strip():
                    at["answers"][-1] += _OPENING - _START
        first = {name: min(places) for name, places in at.items()}
        met = {name: place < _NOWHERE for name, place in first.items()}
        clause = _first_clause(sentence, found)
        compares = first["comparisons"] < _START
        opens = compares or first["openings"] < _START
        replies = met["replies"] and (met["points"] or met["pronouns"])
        answers = first["answers"] < _OPENING or replies
        pronoun = first["pronouns"] < min(_first_name(sentence, found), _NEAR)
        points = first["points"] < min(clause, _NEAR)
        denies = met["denials"] and not met["turns"]
        done = met["turns"] or met["practice"]
        norm = (first["norms"] < _OPENING or met["rights"]) and not done
        grave = next((int(name) for name in _GRAVITY if met[name]), 0)
        return Traits(
            leans=met["points"] or pronoun or opens or answers,
            hangs=opens or answers or points or first["pronouns"] < _START,
            answers=answers,
            concedes=first["concessions"] < _OPENING,
            limits=met["caveats"],
            gravity=0 if denies else min(grave, 1) if norm else grave,
            denies=denies,
            norm=norm,
            praises=met["praises"] and not met["turns"],
            unkept=met["unkept"],
            compares=compares,
            charges=met["charges"],
            defends=met["defence"],
        )


@cache
def load(path: Path) -> Quoting | None:
    """Read a file of a language, None where the language has none.

    Then no paragraph is cut. Raises CorpusError, with file, line and key, when it is
    malformed.
    """
    return Quoting(tomlfile.read(path, CorpusError)) if path.exists() else None


@lru_cache(maxsize=1024)
def _beside(sentence: str, marks: frozenset[str], reach: int) -> frozenset[str]:
    """Return the words that stand right behind some others, so many behind each."""
    found = words(sentence) if marks else []
    return frozenset(
        word.key
        for i, mark in enumerate(found)
        if mark.key in marks
        for word in found[i + 1 : i + 1 + reach]
        if len(word.key) >= _NOUN and word.sentence == mark.sentence
    )


def _index(hit: Hit, found: list[Word]) -> int:
    """Return which word of a sentence a hit begins with."""
    return next(i for i, word in enumerate(found) if word.start == hit.span.start)


def _without(hit: Hit, undone: list[Hit]) -> list[Hit]:
    """Return what may undo a hit: no opening is undone by words that it holds itself.

    "The government also …" goes on from what was said, though elsewhere "also" is none.
    """
    if hit.owner != "openings":
        return undone
    start, end = hit.span
    return [one for one in undone if one.span.start < start or one.span.end > end]


def _points_ahead(hit: Hit, sentence: str, found: list[Word]) -> bool:
    """Tell whether a hit points to what a colon right after it announces."""
    colon = sentence.find(": ", hit.span.start)
    if hit.owner != "points" or colon < 0:
        return False
    between = sum(hit.span.start <= word.start < colon for word in found)
    return between <= _ANNOUNCED


def _first_name(sentence: str, found: list[Word]) -> int:
    """Return which word, after the first, is the first with a capital."""
    later = (i for i, word in enumerate(found) if i and sentence[word.start].isupper())
    return next(later, len(found))


def _first_clause(sentence: str, found: list[Word]) -> int:
    """Return how many words stand before a colon or a semicolon."""
    end = min((sentence.find(mark) for mark in ":;" if mark in sentence), default=None)
    return sum(end is None or word.start < end for word in found)


def _check(table: Table) -> None:
    """Refuse a list that is missing or holds something else than patterns."""
    for name, known in (("gravity", _GRAVITY), ("said", _SAID)):
        if not isinstance(table.values.get(name), dict):
            what = Message("'{key}' must be a table, [{key}]", key=name)
            raise table.fault(what, name)
        table.allow(known, name)
    for keys in (*_places(), *((name,) for name in _TAKEN_UP)):
        listed = _of(table, keys)
        if not isinstance(listed, list) or not all(isinstance(p, str) for p in listed):
            key = ".".join(keys)
            what = Message("'{key}' must be a list of patterns", key=key)
            raise table.fault(what, *keys)


def _patterns(table: Table) -> Iterator[tuple[str, Pattern]]:
    for keys in _places():
        for written in _of(table, keys):
            try:
                yield keys[-1], parse(written)
            except PatternError as problem:
                what = Message(
                    "the pattern “{pattern}” cannot be read, {reason}",
                    pattern=written,
                    reason=problem.said,
                )
                hint = Message("correct the pattern or take it out")
                raise table.fault(what, *keys, hint=hint) from problem


def _places() -> Iterator[tuple[str, ...]]:
    yield from ((name,) for name in _TIES)
    yield from (("gravity", level) for level in _GRAVITY)
    yield from (("said", name) for name in _SAID)


def _of(table: Table, keys: tuple[str, ...]) -> Any:
    found: Any = table.values
    for key in keys:
        found = found.get(key)
    return [] if found is None and keys in _MAY_LACK else found
