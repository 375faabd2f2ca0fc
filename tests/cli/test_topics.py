"""`briefs topics`: the taxonomy, how often each is found, by which patterns."""

import re
from pathlib import Path

from tests.make.commands import rows, run
from tests.make.contracts import TOPIC, check_types


def test_topics_keep_their_contract(small: Path) -> None:
    found = rows("topics", "--corpus", small)
    assert [row["code"] for row in found] == ["torture", "women"]
    for row in found:
        check_types(row, TOPIC)
        assert set(row["labels"]) == {"ky", "ru", "en"}
    assert found[0]["excerpts"] == 4


def test_a_pattern_that_never_matches_is_named(own: Path) -> None:
    topic = own / "topics" / "torture.toml"
    text = topic.read_text(encoding="utf-8")
    topic.write_text(text.replace('["tortur"]', '["tortur", "thumbscrew"]'), "utf-8")
    told = run("topics", "check", "torture", "--corpus", own)
    assert re.search(r"never.*thumbscrew", told.out)
