"""The topics are found as well as they once were, on paragraphs that people judged."""

import json
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.match.matcher import Matcher
from briefs.model import Grade, Heading, Match, Passage, Span
from briefs.reading import lines as ingest
from briefs.reading import passages as clean
from tests.make.places import CORPUS, QUALITY, SHARED
from tests.quality.measure_topics import (
    Score,
    Unit,
    retrieved,
    scores,
    sentences,
)

FLOORS = tomllib.loads((QUALITY / "floors-topics.toml").read_text(encoding="utf-8"))
ON_ONE_TOPIC = {"002": ("trafficking",), "004": ("trafficking",)}

needs_gold = pytest.mark.skipif(
    not (SHARED / "gold").exists(), reason="the judged paragraphs are not here"
)


@cache
def matcher_of(language: str) -> Matcher:
    corpus = Corpus.open(CORPUS)
    return Matcher(corpus.topics.values(), language, corpus.headings[language])


def matched(
    source: Path,
    language: str,
    defaults: tuple[str, ...] = (),
    *,
    with_headings: bool = True,
) -> list[tuple[Passage, tuple[Match, ...]]]:
    """Return the passages of a source with their matches."""
    passages = clean.to_passages(ingest.read(source), source.stem)
    if not with_headings:
        passages = tuple(replace(passage, headings=()) for passage in passages)
    matcher = matcher_of(language)
    return [(passage, matcher(passage, defaults)) for passage in passages]


@cache
def measured() -> dict[str, Score]:
    """Return the score of each topic over the three judged sources."""
    judged = json.loads((SHARED / "gold/units-dev.json").read_text(encoding="utf-8"))
    total: dict[str, Score] = {}
    for source in sorted((SHARED / "seeds").glob("*.txt")):
        units = [
            Unit(u["unit"], u["text"], frozenset(u["core"]), frozenset(u["allowed"]))
            for u in judged
            if u["source"] == source.name and u["kind"] != "heading"
        ]
        defaults = ON_ONE_TOPIC.get(source.name[:3], ())
        found = retrieved(units, matched(source, "ky", defaults))
        for topic, score in scores(units, found).items():
            total[topic] = total.get(topic, Score()) + score
    return total


@needs_gold
def test_what_is_retrieved_is_allowed() -> None:
    assert sum(measured().values(), Score()).precision >= FLOORS["micro"]["precision"]


@needs_gold
def test_what_a_brief_would_be_incomplete_without_is_retrieved() -> None:
    assert sum(measured().values(), Score()).recall >= FLOORS["micro"]["recall"]


@needs_gold
def test_no_topic_falls_below_its_floor() -> None:
    floors = FLOORS["f1"]
    below = {
        topic: round(score.f1, 3)
        for topic, score in measured().items()
        if score.f1 < floors.get(topic, floors["others"])
    }
    assert below == {}


@needs_gold
@pytest.mark.parametrize("report", ["KAZ_2019", "KGZ_2017", "KGZ_2021"])
@pytest.mark.parametrize("kind", ["headings", "no-headings"])
def test_a_passage_of_an_english_report_has_the_topic_of_its_heading(
    report: str, kind: str
) -> None:
    folder = SHARED / "reports-dev"
    labelled = json.loads(
        (folder / f"{report}_labels.json").read_text(encoding="utf-8")
    )
    units = [
        Unit(str(u["i"]), u["text"], frozenset(u["topics"]), frozenset(u["topics"]))
        for u in labelled
    ]
    source = folder / f"{report}_en_HR.txt"
    passages = matched(source, "en", with_headings=kind == "headings")
    total = sum(scores(units, retrieved(units, passages)).values(), Score())
    assert total.recall >= FLOORS[kind]["recall"]


def alone(text: str) -> Passage:
    """Return a sentence as a passage that no heading stands above."""
    return Passage("hrr-2020-kgz-ky", 1, text, None, (), (Span(0, len(text)),))


SETS = {
    "cases": lambda language: SHARED / f"cases/topics-{language}.jsonl",
    "own": lambda language: QUALITY / f"sentences-{language}.txt",
    "unseen": lambda language: QUALITY / f"unseen-{language}.txt",
}


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
@pytest.mark.parametrize("kind", SETS)
def test_a_sentence_without_heading_is_understood(kind: str, language: str) -> None:
    path = SETS[kind](language)
    if not path.exists():
        pytest.skip("the sentences are not here")
    units = sentences(path)
    found = {
        unit.name: {
            match.topic: match for match in matcher_of(language)(alone(unit.text))
        }
        for unit in units
    }
    total = sum(
        scores(units, {name: frozenset(got) for name, got in found.items()}).values(),
        Score(),
    )
    floors = FLOORS["sentences"][kind][language]
    assert total.precision >= floors["precision"]
    assert total.recall >= floors["recall"]
    for grade in Grade:
        right = [
            match.topic in unit.allowed
            for unit in units
            for match in found[unit.name].values()
            if match.grade is grade
        ]
        grades = FLOORS["grades"]
        floor = grades.get(f"{kind}-{grade}", grades[grade])
        assert sum(right) >= floor * len(right)


def topics_of(heading: str, language: str) -> set[str]:
    """Return the topics that a heading passes on to the text below it."""
    title = Heading(2, "", heading, None, (Span(0, 1),))
    below = replace(alone("Xyz."), headings=(title,))
    return {match.topic for match in matcher_of(language)(below)}


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_most_headings_of_other_wordings_tell_their_topic(language: str) -> None:
    path = QUALITY / f"headings-{language}.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    right = [set(row["topics"]) <= topics_of(row["heading"], language) for row in rows]
    assert sum(right) >= FLOORS["wordings"]["own"] * len(right)


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_headings_that_nothing_was_tuned_on_tell_their_topics(language: str) -> None:
    path = QUALITY / f"headings-unseen-{language}.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    right = [set(row["topics"]) == topics_of(row["heading"], language) for row in rows]
    assert sum(right) >= FLOORS["wordings"]["unseen"] * len(right)


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_a_heading_in_another_wording_tells_its_topic(language: str) -> None:
    path = SHARED / f"cases/headings-{language}.jsonl"
    if not path.exists():
        pytest.skip("the headings are not here")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    right = [set(row["topics"]) == topics_of(row["heading"], language) for row in rows]
    assert sum(right) >= FLOORS["wordings"]["share"] * len(rows)


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_most_standard_headings_are_understood_without_the_list(language: str) -> None:
    standard = tomllib.loads((CORPUS / "headings.toml").read_text(encoding="utf-8"))
    matcher = Matcher(Corpus.open(CORPUS).topics.values(), language)
    right = []
    for entry in standard["heading"]:
        for wording in entry[language]:
            title = Heading(2, "", wording, None, (Span(0, 1),))
            found = matcher(replace(alone("Xyz."), headings=(title,)))
            right.append(
                set(entry["topics"]) & {match.topic for match in found} != set()
            )
    assert sum(right) >= FLOORS["wordings"]["by-rules-alone"] * len(right)
