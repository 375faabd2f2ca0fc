"""The taxonomy is read from files that people write, and says where they slipped."""

from itertools import combinations
from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.corpus.vocabulary import topics
from briefs.corpus.vocabulary.labels import LANGUAGES
from briefs.errors import CorpusError
from briefs.match.matcher import Matcher
from briefs.text.patterns import parse
from tests.make.places import CORPUS

GOOD = """
[labels]
ky = "Кыйноо"
ru = "Пытки"
en = "Torture"

[scope]
ky = "Кыйноо."
ru = "Пытки."
en = "Torture."

[patterns]
ky = ["кыйноо"]
"""
CODES = """
antisemitism assembly association bride-kidnapping children corruption defenders
detention disability disappearances elections ethnic-minorities expression fair-trial
hiv impunity internet killings labour lgbti movement political-prisoners
prison-conditions privacy refugees religion statelessness torture trafficking women
"""


def write(folder: Path, text: str, code: str = "torture") -> Path:
    path = folder / f"{code}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_corpus_has_thirty_topics() -> None:
    assert list(Corpus.open(CORPUS).topics) == CODES.split()


def test_prison_conditions_belong_to_detention_and_bride_kidnapping_to_women() -> None:
    found = Corpus.open(CORPUS).topics
    assert found["prison-conditions"].broader == "detention"
    assert found["bride-kidnapping"].broader == "women"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_patterns_and_headings_in_every_language(language: str) -> None:
    for topic in Corpus.open(CORPUS).topics.values():
        assert topic.patterns[language]
        assert topic.heads[language]
        assert topic.labels[language]
        assert topic.scope[language].endswith(".")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_can_be_read(language: str) -> None:
    assert Matcher(Corpus.open(CORPUS).topics.values(), language).hits("") == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_two_weak_signs_of_one_topic(language: str) -> None:
    """Two weak signs make a match: a word that is both would make one alone."""
    double = []
    for code, topic in Corpus.open(CORPUS).topics.items():
        weak = [parse(one) for one in topic.patterns[language] if one.startswith("?")]
        single = [one for one in weak if len(one.sides[0]) == len(one.sides) == 1]
        words = [(one.written, one.sides[0][0].word) for one in single]
        for (one, mine), (other, its) in combinations(words, 2):
            if any(map(its.meets, mine.keys)) or any(map(mine.meets, its.keys)):
                double.append((code, one, other))
    assert double == []


def test_a_topic_may_leave_out_what_it_does_not_need(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    topic = topics.read(sorted(tmp_path.glob("*.toml")))["torture"]
    assert topic.patterns == {"ky": ("кыйноо",)}
    assert topic.excludes == {}
    assert topic.broader is None
    assert topic.path == tmp_path / "torture.toml"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (GOOD.replace('en = "Torture"\n', ""), 2, "'en' is missing"),
        (
            GOOD.replace('"Пытки."', '" "'),
            9,
            "'scope.ru' must be a text",
        ),
        (GOOD.replace('["кыйноо"]', '"кыйноо"'), 13, "must be "),
        (GOOD.replace('["кыйноо"]', "[1]"), 13, "must be "),
        (GOOD.replace("[patterns]", "[pattern]"), 12, "unknown key 'pattern'"),
        (
            GOOD + 'kk = ["азаптау"]\n',
            12,
            "and 'kk' is none of them",
        ),
        ("broader = 1\n" + GOOD, 1, "'broader' must be text"),
        ('broader = "detention"\n' + GOOD, 1, "'detention' does not exist"),
        ('broader = "torture"\n' + GOOD, 1, "lead in a circle"),
        ('patterns = "кыйноо"\n' + GOOD.split("[patterns]")[0], 1, "must be a table"),
        (GOOD + "[excludes\n", 14, "malformed TOML"),
    ],
)
def test_a_mistake_is_named_by_file_and_line(
    tmp_path: Path, text: str, line: int, what: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(CorpusError) as caught:
        topics.read(sorted(tmp_path.glob("*.toml")))
    assert f"{path}, line {line}: " in caught.value.message
    assert what in caught.value.message


def test_topics_that_are_broader_than_each_other_are_refused(tmp_path: Path) -> None:
    write(tmp_path, 'broader = "women"\n' + GOOD, "children")
    write(tmp_path, 'broader = "children"\n' + GOOD, "women")
    with pytest.raises(CorpusError, match="lead in a circle"):
        topics.read(sorted(tmp_path.glob("*.toml")))


def test_a_folder_without_topics_is_refused(tmp_path: Path) -> None:
    (tmp_path / "topics").mkdir()
    with pytest.raises(CorpusError, match="no topics in"):
        _ = Corpus.open(tmp_path).topics
