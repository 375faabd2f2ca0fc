"""What an organization says itself is printed as its own, and never as a quotation."""

import pytest

from briefs.choice import OwnWords
from briefs.compose import ownwords
from briefs.document import Block, Run
from briefs.errors import UsageError
from briefs.i18n import locale as i18n

ENGLISH = i18n.load("en")


def test_paragraphs_lists_emphasis_and_links_are_read() -> None:
    text = "One *and*\n**two**.\n\n- [here](https://example.org)\n- there\n\n1. last"
    assert ownwords.blocks(text) == (
        Block(
            "text",
            (
                (
                    Run("One "),
                    Run("and", emphasis=True),
                    Run(" "),
                    Run("two", strong=True),
                    Run("."),
                ),
            ),
        ),
        Block("list", ((Run("here", link="https://example.org"),), (Run("there"),))),
        Block("numbered", ((Run("last"),),)),
    )


def test_no_words_are_no_blocks() -> None:
    assert ownwords.blocks("") == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("fine\n\n> The report says so.", "line 3 of the text has a quotation"),
        ("# Torture", "a heading"),
        ("Torture\n=======", "a heading"),
        ("`code`", "code"),
        ("```\ncode\n```", "a block of code"),
        ("    code", "a block of code"),
        ("<b>bold</b>", "HTML"),
        ("<script>alert(1)</script>", "HTML"),
        ("![logo](https://example.org/a.png)", "a picture"),
        ("one\n\n---\n\ntwo", "a line across"),
        ("- one\n  - two", "a list within a list"),
        ("[here](ftp://example.org)", "a link to ftp://example.org"),
        ("[here](/etc/passwd)", "a link to /etc/passwd"),
        ("one\ntwo \u202edesrever", r"line 2 of the text has a sign .*U\+202E"),
        ("a\0b", r"U\+0000"),
        ("a" * 1501, "1501 letters"),
    ],
)
def test_what_would_pass_for_something_else_is_refused(text: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        ownwords.blocks(text)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x"])
def test_a_link_that_runs_something_stays_text(link: str) -> None:
    (block,) = ownwords.blocks(f"[here]({link})")
    assert all(not run.link for run in block.items[0])


@pytest.mark.parametrize("title", ["two\nlines", "a" * 121])
def test_a_title_is_one_short_line(title: str) -> None:
    with pytest.raises(UsageError):
        ownwords.check(OwnWords(title=title))


def test_the_label_says_whose_words_they_are() -> None:
    words = OwnWords("Title", "We say.", "")
    said = ownwords.own(words, "Torture", "Our House", "", ENGLISH)
    assert said.label == "The words of Our House, not of the reports"
    assert "Torture" in said.title
    unnamed = ownwords.own(words, "Torture", "", "", ENGLISH)
    assert "those who issue this brief" in unnamed.label


def test_who_says_nothing_has_no_label() -> None:
    said = ownwords.own(OwnWords(), "Torture", "Our House", "", ENGLISH)
    assert (said.label, said.title, said.introduction) == ("", "", ())
