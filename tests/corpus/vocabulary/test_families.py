"""A family is a heading that indicators share in a table."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.corpus.vocabulary import families
from briefs.errors import CorpusError
from tests.make.places import CORPUS

KNOWN = Corpus.open(CORPUS).indicators

RAPE = """\
[rape]
indicators = ["rape-cases", "rape-convictions"]

[rape.labels]
ky = "Зордуктоо"
ru = "Изнасилование"
en = "Rape"
"""


def told(folder: Path, text: str) -> dict[str, str]:
    """Return what the families of indicators are called in English."""
    (folder / families.FILE).write_text(text, encoding="utf-8")
    found = families.told(folder / "indicators", KNOWN)
    return {code: one.family["en"] for code, one in found.items() if one.family}


def test_indicators_of_a_family_share_its_name(tmp_path: Path) -> None:
    assert told(tmp_path, RAPE) == {"rape-cases": "Rape", "rape-convictions": "Rape"}


def test_without_the_file_no_indicator_has_a_family(tmp_path: Path) -> None:
    bare = {code: replace(one, family={}) for code, one in KNOWN.items()}
    assert families.told(tmp_path / "indicators", bare) == bare


def test_the_families_of_the_package_follow_the_order_of_their_indicators() -> None:
    ordered = sorted(KNOWN.values(), key=lambda one: one.order)
    names = [one.family["en"] for one in ordered if one.family]
    changes = sum(one != other for one, other in pairwise(names))
    assert changes == len(set(names)) - 1


def test_no_indicator_beside_others_of_its_topic_is_without_family() -> None:
    """A table has headings only where each of its rows has one."""
    beside = Counter(topic for one in KNOWN.values() for topic in one.topics)
    alone = [
        code
        for code, one in KNOWN.items()
        if not one.family and any(beside[topic] > 1 for topic in one.topics)
    ]
    assert alone == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("rape-cases", "rape-case", "the indicator 'rape-case' does not exist"),
        ("rape-cases", "rape-convictions", "'rape-convictions' is in two families"),
        ("[rape.labels]", "[rape.label]", "label"),
        ('en = "Rape"', "", "en"),
        ("indicators =", "members =", "members"),
    ],
)
def test_a_malformed_family_is_told_by_file_line_and_key(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(CorpusError, match=r"families\.toml, line \d") as error:
        told(tmp_path, RAPE.replace(old, new))
    assert said in str(error.value)
