"""A shell proposes topics, languages and designs while a command is typed."""

import os
import subprocess
from pathlib import Path

import click
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
        ("briefs figures review hrr-2015-kgz", "hrr-2015-kgz-ky"),
        pytest.param("briefs excerpts wom", "women", marks=pytest.mark.thorough),
    ],
)
def test_words_are_completed(words: str, wanted: str) -> None:
    assert wanted in proposed(words).split()


def test_a_topic_is_proposed_with_its_label() -> None:
    assert list(completion.topics("tort")) == [("torture", "Torture and ill-treatment")]


def words_of(command: str, *before: str, corpus: Path) -> click.Context:
    """Return what a shell knows of a call before the word that is being typed."""
    context = click.Context(click.Command(command))
    context.params = {"topics": [*before], "corpus": [corpus]}
    return context


def test_an_edition_is_proposed_with_its_title_from_the_corpus_that_is_named(
    small: Path,
) -> None:
    context = words_of("show", corpus=small)
    assert list(completion.editions(context, "hrr-2020")) == [
        ("hrr-2020-kgz-en", "Human Rights Report 2020")
    ]


@pytest.mark.parametrize(
    ("before", "typed", "wanted"),
    [
        ([], "rev", ["review"]),
        ([], "tort", ["torture"]),
        (["review"], "hrr-2019", ["hrr-2019-kgz-ky"]),
        (["accept"], "hrr-2019", ["hrr-2019-kgz-ky"]),
        (["accept", "hrr-2019-kgz-ky"], "hrr", []),
        (["torture"], "traff", ["trafficking"]),
    ],
)
def test_figures_take_topics_or_an_edition_to_review(
    small: Path, before: list[str], typed: str, wanted: list[str]
) -> None:
    context = words_of("figures", *before, corpus=small)
    assert [word for word, _ in completion.figured(context, typed)] == wanted


def test_help_says_how_to_switch_completion_on() -> None:
    assert "--install-completion" in run("--help").out
