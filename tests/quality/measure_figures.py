"""Measure how well figures are found, against judged paragraphs."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefs.figures.candidates import candidates
from briefs.model import APART, Edition, Figure, Passage, Span
from briefs.numbers.grammars.load import Grammar

_COVERS = {"000": "2015", "002": "2016", "004": "2018"}


@dataclass
class Result:
    """What was found of what the readers judged, and what was wrong."""

    wanted: int = 0
    found: int = 0
    given: int = 0
    matched: int = 0
    periods: int = 0
    periods_right: int = 0
    units_right: int = 0
    kinds_right: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def measures(self) -> dict[str, float]:
        """Return the measures that have floors, each between 0 and 1."""
        return {
            "recall": self.found / self.wanted,
            "precision": self.matched / self.given,
            "period": self.periods_right / self.periods,
            "unit": self.units_right / self.found,
            "kind": self.kinds_right / self.found,
        }


def edition(covers: str, language: str = "ky") -> Edition:
    """Return an edition of which only the years and the language matter."""
    return Edition(
        id=f"hrr-{covers}-kgz-{language}",
        report="hrr",
        country="KGZ",
        year=int(covers),
        covers=covers,
        language=language,
        titles={},
        names={},
        url="",
        publisher={},
        issued=None,
        licence={},
        origin={},
        topics=(),
        path=Path("source.txt"),
        sha256="",
    )


def passage(text: str, number: int = 1) -> Passage:
    """Return a text as a passage without headings."""
    return Passage("", number, text, None, (), (Span(0, len(text)),))


def measure(gold: Path, grammar: Grammar) -> Result:
    """Compare the figures of every judged paragraph with what the readers found.

    A statistic is found when a figure has its values and a quote that overlaps its
    quote; statements of zero are not counted. A figure is right when it matches one.
    Durations and penalties are no statistics, but where a reader judged one to be.
    """
    result = Result()
    for unit in _units(gold):
        found = candidates(
            passage(unit["text"]), edition(_COVERS[unit["source"][:3]]), grammar
        )
        quotes = " ".join(s["quote"] for s in unit["statistics"])
        given = [f for f in found if f.kind not in APART or f.quote in quotes]
        wanted = [s for s in unit["statistics"] if s["value"] != 0]
        free = list(given)
        for statistic in wanted:
            _score(statistic, unit, free, result)
        result.given += len(given)
        result.matched += len(given) - len(free)
        result.faults += [
            f"{unit['unit']}: extra {f.value:g} {f.unit} “{f.quote}”" for f in free
        ]
    return result


def _units(gold: Path) -> Iterator[dict[str, Any]]:
    units = json.loads(gold.read_text("utf-8"))
    return (unit for unit in units if unit["kind"] == "text")


def _score(
    statistic: dict[str, Any], unit: dict[str, Any], free: list[Figure], result: Result
) -> None:
    """Count one judged statistic; take the figure that matches it from `free`."""
    result.wanted += 1
    figure = next((f for f in free if _matches(f, statistic, unit["text"])), None)
    where = f"{unit['unit']}: “{statistic['quote']}”"
    if figure is None:
        result.faults.append(f"{where} missed")
        return
    free.remove(figure)
    result.found += 1
    wanted = statistic["unit"].replace("percent_change", "percent")
    result.units_right += figure.unit == wanted
    if figure.unit != wanted:
        result.faults.append(f"{where} unit {figure.unit}, not {wanted}")
    kind = statistic["class"]
    result.kinds_right += figure.kind == kind
    if figure.kind != kind:
        result.faults.append(f"{where} kind {figure.kind}, not {kind}")
    if statistic["period_basis"].startswith("stated") and statistic["period"]:
        period = statistic["period"].replace("..", "/")
        result.periods += 1
        result.periods_right += figure.period == period
        if figure.period != period:
            result.faults.append(f"{where} period {figure.period}, not {period}")


def _matches(figure: Figure, statistic: dict[str, Any], text: str) -> bool:
    """Tell whether a figure is a judged statistic; a fall may have either sign."""
    if figure.value is None or abs(figure.value) != abs(statistic["value"]):
        return False
    if figure.value_max != statistic["value_max"]:
        return False
    quote = statistic["quote"]
    start = text.find(quote)
    while start >= 0:
        if figure.span.start < start + len(quote) and start < figure.span.end:
            return True
        start = text.find(quote, start + 1)
    return False
