"""Measure figures on single sentences whose statistics are known."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefs.figures.candidates import candidates
from briefs.model import APART, Figure
from briefs.numbers.grammars.load import Grammar
from tests.quality.measure_figures import edition, passage


@dataclass
class Result:
    """How many statistics there are, how many were given, and how many are right."""

    wanted: int = 0
    given: int = 0
    right: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.right / self.wanted

    @property
    def precision(self) -> float:
        return self.right / self.given


def cases(file: Path) -> Iterator[dict[str, Any]]:
    """Read the sentences of a file, one JSON object a line."""
    return (json.loads(line) for line in file.read_text("utf-8").splitlines() if line)


def measure(
    sentences: Iterable[dict[str, Any]], grammar: Grammar, language: str
) -> Result:
    """Compare what is found with the statistics of each sentence: value and unit."""
    result = Result()
    for case in sentences:
        found = candidates(passage(case["text"]), edition("2020", language), grammar)
        given = [_written(figure) for figure in found if figure.kind not in APART]
        wanted = [_read(one) for one in case["figures"]]
        free = list(given)
        for one in wanted:
            if one in free:
                free.remove(one)
                result.right += 1
        result.wanted += len(wanted)
        result.given += len(given)
        if free or len(given) != len(wanted):
            result.faults.append(f"{case['text']}\n    want {wanted}\n    got  {given}")
    return result


def _read(one: dict[str, Any]) -> tuple[float | None, float | None, str]:
    return one["value"], one["value_max"], one["unit"]


def _written(figure: Figure) -> tuple[float | None, float | None, str]:
    return figure.value, figure.value_max, figure.unit
