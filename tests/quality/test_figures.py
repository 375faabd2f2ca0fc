"""Figures are found as well as they once were, on paragraphs that people judged."""

import time
import tomllib
from functools import cache

import pytest

from briefs.figures.candidates import candidates
from briefs.numbers.load import load
from tests.make.places import CORPUS, QUALITY, SHARED
from tests.quality.measure_figures import Result, edition, measure, passage

FLOORS = tomllib.loads((QUALITY / "floors-figures.toml").read_text("utf-8"))

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold").exists(), reason="the judged paragraphs are not here"
)


@cache
def measured() -> Result:
    return measure(SHARED / "gold" / "units-dev.json", load(CORPUS, "ky"))


@pytest.mark.parametrize("name", FLOORS["kyrgyz"])
def test_no_measure_falls_below_its_floor(name: str) -> None:
    result = measured()
    assert result.measures[name] >= FLOORS["kyrgyz"][name], "\n".join(result.faults)


def test_a_passage_is_read_within_a_few_milliseconds() -> None:
    grammar, of = load(CORPUS, "ky"), edition("2015")
    paragraphs = (SHARED / "gold" / "units-dev.json").read_text("utf-8").split("\n")
    texts = [line for line in paragraphs if len(line) > 200]
    start = time.perf_counter()
    for text in texts:
        candidates(passage(text), of, grammar)
    spent = time.perf_counter() - start
    assert spent / len(texts) < FLOORS["speed"]["seconds"]
