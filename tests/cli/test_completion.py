"""A shell proposes topics, languages and designs while a command is typed."""

import os
import subprocess

import pytest

from briefs.cli import completion
from tests.make.commands import COMMAND, run


def proposed(words: str) -> str:
    """Return what the command proposes to a shell, as bash asks for it."""
    told = subprocess.run(
        [COMMAND],
        env={
            **os.environ,
            "_BRIEFS_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split()) - 1),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("briefs build tor", "torture"),
        ("briefs build torture --locale k", "ky"),
        pytest.param(
            "briefs build torture --profile han", "handout", marks=pytest.mark.thorough
        ),
        pytest.param("briefs excerpts wom", "women", marks=pytest.mark.thorough),
    ],
)
def test_words_are_completed(words: str, wanted: str) -> None:
    assert wanted in proposed(words).split()


def test_a_topic_is_proposed_with_its_label() -> None:
    assert list(completion.topics("tort")) == [("torture", "Torture and ill-treatment")]


def test_help_says_how_to_switch_completion_on() -> None:
    assert "--install-completion" in run("--help").out
