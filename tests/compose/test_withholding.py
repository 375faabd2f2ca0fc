"""Whatever part of a brief tells a name that is withheld, it is not told there."""

from dataclasses import replace

import pytest

from briefs.compose import letter
from briefs.compose.withholding import _mapped, withheld
from briefs.corpus.withheld import NOTHING, Policy, Withheld
from briefs.document import Brief
from briefs.i18n import locale as i18n
from briefs.text.borrowed import Borrowed
from briefs.text.names import Finder, Name
from tests.make import sample

EN = i18n.load("en")
NAME = "Asan Usonov"
MARK = "[name withheld]"
HIDDEN = Withheld(Finder((Name((NAME,)),)), {"person": MARK})
EVERYWHERE = Policy(HIDDEN, HIDDEN)
FRONT = Policy(HIDDEN, NOTHING.everywhere)
NAMED: Brief = _mapped(sample.BRIEF, lambda text: f"{text} {NAME}")


def test_no_text_of_a_brief_is_forgotten() -> None:
    shown = withheld(NAMED, EVERYWHERE, EN)
    assert NAME in repr(NAMED)
    assert NAME not in repr(shown)
    assert "withheld so that no one is harmed" in shown.withheld


def test_the_words_of_the_house_and_the_questions_are_its_own() -> None:
    issuer = sample.BRIEF.issuer
    assert issuer
    own = replace(sample.BRIEF, issuer=replace(issuer, name=NAME))
    asked = tuple(replace(c, questions=(NAME,)) for c in sample.BRIEF.chapters)
    shown = withheld(replace(own, chapters=asked), EVERYWHERE, EN)
    assert shown.issuer
    assert shown.issuer.name == NAME
    assert shown.chapters[0].questions == (NAME,)


def test_the_front_page_alone_may_be_spared() -> None:
    shown = withheld(NAMED, FRONT, EN)
    for part in (shown.leads, shown.advice, shown.key_figures):
        assert part
        assert NAME not in repr(part)
    assert shown.chapters == NAMED.chapters
    assert shown.withheld.startswith("On the first page")


@pytest.mark.parametrize("policy", [NOTHING, EVERYWHERE, FRONT])
def test_nothing_is_said_where_nothing_is_withheld(policy: Policy) -> None:
    assert withheld(sample.BRIEF, policy, EN) == sample.BRIEF


def test_a_text_keeps_its_language() -> None:
    text = _mapped(Borrowed(NAME, "ky"), HIDDEN.text)
    assert (text, text.language) == (MARK, "ky")


def test_a_letter_quotes_nobody_whose_name_is_withheld() -> None:
    assert '"sentence": null' not in letter.summary(sample.BRIEF, HIDDEN).decode()
    for brief in (NAMED, withheld(NAMED, EVERYWHERE, EN)):
        assert '"sentence": null' in letter.summary(brief, HIDDEN).decode()
