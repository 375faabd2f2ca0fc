"""Compare what was retrieved with what was judged (TREC fashion): pure functions."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from briefs.model import Match, Passage

HALF = 0.5
_RUN = 4
_WORD = regex.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A judged paragraph: `core` topics must be found, `allowed` ones may be."""

    name: str
    text: str
    core: frozenset[str]
    allowed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one topic or of all: pairs of a unit and a topic."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":
        """Add the counts of two scores."""
        return Score(
            self.right + other.right,
            self.wrong + other.wrong,
            self.found + other.found,
            self.missed + other.missed,
        )

    @property
    def precision(self) -> float:
        """The share of what was retrieved that is allowed; 1 for nothing retrieved."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is core that was retrieved; 1 where nothing is core."""
        return _share(self.found, self.found + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def retrieved(
    units: Sequence[Unit], passages: Iterable[tuple[Passage, Sequence[Match]]]
) -> dict[str, frozenset[str]]:
    """Return the topics each unit is retrieved for, by the unit's name.

    A unit is retrieved for a topic when half of its text stands in passages on it.
    """
    runs = {unit.name: _runs(unit.text) for unit in units}
    covered: dict[str, dict[str, set[str]]] = {unit.name: {} for unit in units}
    for passage, matches in passages:
        here = _runs(passage.text)
        for name, wanted in runs.items():
            if common := wanted & here:
                for match in matches:
                    covered[name].setdefault(match.topic, set()).update(common)
    return {
        name: frozenset(
            topic
            for topic, common in by_topic.items()
            if len(common) >= HALF * len(runs[name])
        )
        for name, by_topic in covered.items()
    }


def scores(
    units: Iterable[Unit], found: Mapping[str, frozenset[str]]
) -> dict[str, Score]:
    """Return the score of each topic that was judged or retrieved."""
    by_topic: dict[str, Score] = {}
    for unit in units:
        got = found[unit.name]
        for topic in got | unit.core:
            one = Score(
                right=topic in got and topic in unit.allowed,
                wrong=topic in got and topic not in unit.allowed,
                found=topic in got and topic in unit.core,
                missed=topic in unit.core and topic not in got,
            )
            by_topic[topic] = by_topic.get(topic, Score()) + one
    return by_topic


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _runs(text: str) -> set[str]:
    """Return the runs of four words of a text, which tell its stretches apart."""
    words = _WORD.findall(text)
    if len(words) < _RUN:
        return {" ".join(words)}
    return {" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}


def sentences(path: Path) -> list[Unit]:
    """Return the judged sentences of a file: JSON lines, or "core +allowed | text"."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".jsonl":
        rows = [(each, json.loads(each)) for each in lines]
        return [
            Unit(name, row["text"], frozenset(row["core"]), frozenset(row["allowed"]))
            for name, row in rows
        ]
    return [_sentence(line) for line in lines if not line.startswith("#")]


def _sentence(line: str) -> Unit:
    codes, _, text = line.partition(" | ")
    core, allowed = (
        frozenset(part.strip().split(",")) - {"-", ""}
        for part in codes.partition("+")[::2]
    )
    return Unit(text, text, core, core | allowed)
