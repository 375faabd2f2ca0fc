"""Organisations that report figures are read from a list that people edit."""

from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError
from briefs.numbers import reporters

NAMES = 'names = { en = ["International Organization for Migration", "IOM"] }'
LISTED = f"""\
[iom]
labels = {{ en = "IOM", ky = "ЭМУ" }}
{NAMES}
needs_cue = true
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A list of one organisation."""
    path = tmp_path / "organisations.toml"
    path.write_text(LISTED, "utf-8")
    return path


def test_an_organisation_is_known_by_its_names_in_a_language(path: Path) -> None:
    (found,) = reporters.organisations(path, "en")
    assert (found.code, found.labels["ky"], found.needs_cue) == ("iom", "ЭМУ", True)
    assert found.pattern.search("as IOM reported")
    assert reporters.organisations(path, "ru") == ()


def test_labels_are_those_of_the_corpus(path: Path) -> None:
    known = Corpus.open(path.parent).organisations
    assert known == {"iom": {"en": "IOM", "ky": "ЭМУ"}}


@pytest.mark.parametrize(
    ("line", "other", "fault"),
    [
        ("[iom]", "other = 3\n[iom]", "line 1: 'other' must be a table"),
        ("labels = ", "label = ", "line 2: unknown key 'iom.label'"),
        ('"IOM",', "3,", "line 2: 'iom.labels.en' must be text"),
        (NAMES, "names = 3", "line 3: 'iom.names' must be a table"),
        (NAMES, 'names = { en = "IOM" }', "line 3: 'iom.names.en' must be a list"),
        ("= true", '= "yes"', "line 4: 'iom.needs_cue' must be true or false"),
    ],
)
def test_a_malformed_list_is_named_with_line_and_key(
    line: str, other: str, fault: str, path: Path
) -> None:
    path.write_text(LISTED.replace(line, other), "utf-8")
    with pytest.raises(CorpusError, match=fault):
        _ = Corpus.open(path.parent).organisations
    with pytest.raises(CorpusError, match=fault):
        reporters.organisations(path, "en")
