"""Figures are found as well as they once were, on paragraphs that people judged."""

import time
import tomllib
from functools import cache
from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.figures.candidates import candidates
from briefs.figures.statements import statements
from briefs.numbers.grammars.load import load
from tests.make.places import CASES, CORPUS, QUALITY, SHARED
from tests.quality import measure_sentences as sentences
from tests.quality.measure_figures import Result, edition, measure, passage

FLOORS = tomllib.loads((QUALITY / "floors-figures.toml").read_text("utf-8"))

shared = pytest.mark.skipif(
    not (SHARED / "gold").exists(), reason="the judged paragraphs are not here"
)


@cache
def measured() -> Result:
    return measure(SHARED / "gold" / "units-dev.json", load(Corpus.open(CORPUS), "ky"))


@shared
@pytest.mark.parametrize("name", FLOORS["kyrgyz"])
def test_no_measure_falls_below_its_floor(name: str) -> None:
    result = measured()
    assert result.measures[name] >= FLOORS["kyrgyz"][name], "\n".join(result.faults)


def floors_hold(file: Path, language: str) -> None:
    result = sentences.measure(
        sentences.cases(file), load(Corpus.open(CORPUS), language), language
    )
    assert result.recall >= FLOORS["sentences"]["recall"], "\n".join(result.faults)
    assert result.precision >= FLOORS["sentences"]["precision"], "\n".join(
        result.faults
    )


@shared
@pytest.mark.parametrize("language", ["ky", "ru"])
def test_the_figures_of_shared_sentences_are_found(language: str) -> None:
    floors_hold(SHARED / "cases" / f"figures-{language}.jsonl", language)


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_figures_of_our_own_sentences_are_found(language: str) -> None:
    floors_hold(CASES / "figures" / f"sentences-{language}.jsonl", language)


def test_none_and_unknown_are_statements_and_never_zeros() -> None:
    rows = sentences.cases(CASES / "figures" / "statements.jsonl")
    wrong = []
    for row in rows:
        language, text = row["language"], row["text"]
        grammar = load(Corpus.open(CORPUS), language)
        said = statements(passage(text), edition("2020", language), grammar)
        if [str(one.says) for one in said] != [row["says"]] * bool(row["says"]):
            wrong.append(text)
    assert wrong == []


@shared
def test_a_passage_is_read_within_a_few_milliseconds() -> None:
    grammar, of = load(Corpus.open(CORPUS), "ky"), edition("2015")
    paragraphs = (SHARED / "gold" / "units-dev.json").read_text("utf-8").split("\n")
    texts = [line for line in paragraphs if len(line) > 200]
    start = time.process_time()
    for text in texts:
        candidates(passage(text), of, grammar)
    spent = time.process_time() - start
    assert spent / len(texts) < FLOORS["speed"]["seconds"]
