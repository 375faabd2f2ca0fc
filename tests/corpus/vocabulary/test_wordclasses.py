"""The word classes of the topics."""

from pathlib import Path

import pytest

from briefs.corpus.vocabulary import topics, wordclasses
from briefs.errors import CorpusError
from briefs.match.matcher import Matcher
from briefs.text.patterns import PatternError
from tests.make.places import CORPUS

TORTURE = """
[labels]
ky = "К"
ru = "П"
en = "T"
[scope]
ky = "К."
ru = "П."
en = "T."
[patterns]
en = ["<police> & beat"]
"""


def test_a_pattern_may_name_a_class_instead_of_its_words() -> None:
    classes = {"police": ("officer", "border-guard")}
    expanded = wordclasses.expanded("<police>/soldier & beat", classes)
    assert expanded == "officer/border-guard/soldier & beat"


def test_a_class_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    (tmp_path / "torture.toml").write_text(TORTURE, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"no word class <police>") as caught:
        topics.read([tmp_path / "torture.toml"], {"en": {"polite": ("please",)}})
    assert "torture.toml, line 11" in caught.value.message
    with pytest.raises(PatternError):
        wordclasses.expanded("<police>", {})


def test_topics_are_found_by_the_words_of_a_class(tmp_path: Path) -> None:
    (tmp_path / "torture.toml").write_text(TORTURE, encoding="utf-8")
    words = {"en": {"police": ("officer",)}}
    topic = topics.read([tmp_path / "torture.toml"], words)["torture"]
    assert Matcher([topic], "en").hits("Two officers beat him.")
    assert not Matcher([topic], "en").hits("Two teachers beat him.")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('police = "officer"', "must be a list of words"),
        ("police = []", "must be a list of words"),
        ("police = [1]", "cannot be read"),
        ('police = ["two words"]', "cannot be read"),
        ('police = ["a/b"]', "cannot be read"),
        ('police = ["%"]', "cannot be read"),
    ],
)
def test_a_mistake_in_a_class_is_named_by_file_and_line(
    tmp_path: Path, text: str, what: str
) -> None:
    path = tmp_path / "en.toml"
    path.write_text(f"# words\n{text}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=what) as caught:
        wordclasses.read([path])
    assert "en.toml, line 2" in caught.value.message


def test_every_class_is_named_by_a_pattern() -> None:
    for path in sorted((CORPUS / "topics/words").glob("*.toml")):
        written = "\n".join(
            file.read_text(encoding="utf-8")
            for file in sorted((CORPUS / "topics").glob("*.toml"))
        )
        for name in wordclasses.read([path])[path.stem]:
            assert f"<{name}>" in written, f"{path.name}: {name}"
