"""The topics are found as well as they once were, on paragraphs that people judged."""

import json
import tomllib
from functools import cache
from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.match.matcher import Matcher
from briefs.model import Match, Passage
from briefs.reading import lines as ingest
from briefs.reading import passages as clean
from tests.make.places import CORPUS, QUALITY, SHARED
from tests.quality.measure_topics import Score, Unit, retrieved, scores

FLOORS = tomllib.loads((QUALITY / "floors-topics.toml").read_text(encoding="utf-8"))
ON_ONE_TOPIC = {"002": ("trafficking",), "004": ("trafficking",)}

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold").exists(), reason="the judged paragraphs are not here"
)


def matched(
    source: Path, language: str, defaults: tuple[str, ...] = ()
) -> list[tuple[Passage, tuple[Match, ...]]]:
    """Return the passages of a source with their matches."""
    taxonomy = Corpus.open(CORPUS).topics
    matcher = Matcher(taxonomy.values(), language)
    passages = clean.to_passages(ingest.read(source), source.stem)
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


def test_what_is_retrieved_is_allowed() -> None:
    assert sum(measured().values(), Score()).precision >= FLOORS["micro"]["precision"]


def test_what_a_brief_would_be_incomplete_without_is_retrieved() -> None:
    assert sum(measured().values(), Score()).recall >= FLOORS["micro"]["recall"]


def test_no_topic_falls_below_its_floor() -> None:
    floors = FLOORS["f1"]
    below = {
        topic: round(score.f1, 3)
        for topic, score in measured().items()
        if score.f1 < floors.get(topic, floors["others"])
    }
    assert below == {}


@pytest.mark.parametrize("report", ["KAZ_2019", "KGZ_2017", "KGZ_2021"])
def test_a_passage_of_an_english_report_has_the_topic_of_its_heading(
    report: str,
) -> None:
    folder = SHARED / "reports-dev"
    labelled = json.loads(
        (folder / f"{report}_labels.json").read_text(encoding="utf-8")
    )
    units = [
        Unit(str(u["i"]), u["text"], frozenset(u["topics"]), frozenset(u["topics"]))
        for u in labelled
    ]
    found = retrieved(units, matched(folder / f"{report}_en_HR.txt", "en"))
    total = sum(scores(units, found).values(), Score())
    assert total.recall >= FLOORS["headings"]["recall"]
