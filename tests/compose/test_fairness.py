"""Nothing is quoted without what it hangs on, or cut before what answers it.

That is tried on all that a brief quotes, on every topic and page: excerpts, sentences
set large, terms, contradictions, and the words of single figures.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import pytest

from briefs.compose import brief as compose
from briefs.compose.material import Material
from briefs.compose.pages.plan import Plan
from briefs.corpus.beside import doubts
from briefs.corpus.corpus import Corpus
from briefs.corpus.quoting import Traits
from briefs.document import Brief, excerpts_of
from briefs.text.sentences import sentences
from tests.compose.test_brief import material, order
from tests.make.places import CORPUS
from tests.make.shelf import real_passages

TOPICS = tuple(Corpus.open(CORPUS).topics)

PLANS = {
    "brief": Plan(),
    "short": Plan(longest=30),
    "handout": Plan(single=True, longest=40, most=5, advice=2),
}


@cache
def everything(locale: str) -> Material:
    return material(*TOPICS, locale=locale)


@cache
def made(topic: str, plan: str, locale: str) -> Brief:
    found = everything(locale)
    (one,) = (each for each in found.topics if each.code == topic)
    return compose.compose(
        replace(found, topics=(one,)), order(locale, plan=PLANS[plan])
    )


class Quoted(NamedTuple):
    """Words that stand in a paragraph, and what kind of quotation they are."""

    kind: str
    edition: str
    paragraph: int
    text: str


def quotations(brief: Brief) -> Iterator[Quoted]:
    """Yield the last part of every quotation that is not a recommendation."""
    for chapter in brief.chapters:
        said = [item for year in chapter.years for item in year.excerpts]
        stated = [item for one in chapter.contradictions for item in one.stated]
        for kind, items in (("excerpt", said), ("contradiction", stated)):
            for item in items:
                yield Quoted(kind, item.edition, item.paragraphs[-1], item.parts[-1])
        for item in excerpts_of(chapter):
            for lead in brief.leads:
                if lead.anchor == item.anchor:
                    (number,) = {
                        number
                        for number, part in zip(
                            item.paragraphs, item.parts, strict=True
                        )
                        if lead.quoted in part
                    }
                    yield Quoted("lead", item.edition, number, lead.quoted)
    for term in brief.terms:
        for item in term.stated:
            yield Quoted("term", item.edition, item.paragraphs[-1], item.parts[-1])


@cache
def inverted() -> frozenset[str]:
    """Return what is left out, with a note: it says the opposite of what is meant."""
    corpus = Corpus.open(CORPUS)
    known = [corpus.doubts(of) for of in corpus.editions]
    return frozenset(one.strip() for of in known for one in doubts.inverted(of))


def after(one: Quoted) -> Traits | None:
    """Return the traits of the sentence that follows in the source, if one does.

    What is left out with a note is none.
    """
    passages = real_passages()[one.edition]
    here = passages[one.paragraph]
    rest = here.text[here.text.index(one.text) + len(one.text) :]
    following = passages.get(one.paragraph + 1)
    if not rest.strip() and following and following.headings == here.headings:
        rest = following.text
    ties = Corpus.open(CORPUS).quoting(["ky"])["ky"]
    first = next((span.of(rest) for span in sentences(rest, "ky")), "")
    told = first.strip() and first.strip() not in inverted()
    return ties.traits(first.strip()) if told else None


def answered(plan: str, locale: str) -> list[Quoted]:
    return [
        one
        for topic in TOPICS
        for one in quotations(made(topic, plan, locale))
        if (traits := after(one)) and traits.answers
    ]


@pytest.mark.thorough
@pytest.mark.parametrize("plan", PLANS)
def test_nothing_that_is_quoted_stops_before_what_answers_it(plan: str) -> None:
    assert answered(plan, "ky") == []


@pytest.mark.thorough
@pytest.mark.parametrize("locale", ["ru", "en"])
@pytest.mark.parametrize("plan", PLANS)
def test_nor_does_it_in_other_languages(plan: str, locale: str) -> None:
    assert answered(plan, locale) == []


@pytest.mark.thorough
def test_a_sentence_that_stands_alone_does_not_hang_on_another() -> None:
    ties = everything("ky").quoting["ky"]
    for topic in TOPICS:
        brief = made(topic, "handout", "ky")
        chosen = {
            slice.span.of(real_passages()[edition][slice.paragraph].text).strip()
            for edition, known in everything("ky").selections.items()
            for slice in known.on(topic).lead
        }
        for one in quotations(brief):
            hangs = ties.traits(one.text).hangs
            assert one.kind != "excerpt" or one.text in chosen or not hangs, one


def test_what_was_chosen_to_lead_may_stand_alone() -> None:
    corpus = Corpus.open(CORPUS)
    ties = corpus.quoting(["ky"])["ky"]
    for of in corpus.editions:
        edition, known = of.id, corpus.selections(of)
        for topic, chosen in known.topics.items():
            for slice in chosen.lead:
                passage = real_passages()[edition][slice.paragraph]
                text = slice.span.of(passage.text).strip()
                one = Quoted("lead", edition, slice.paragraph, text)
                traits = after(one)
                place = f"{topic}, {edition}, paragraph {slice.paragraph}: {text}"
                assert not ties.traits(text).hangs, place
                assert not (traits and traits.answers), place
                counted = any(sign.isdigit() for sign in text)
                limited = counted and traits and traits.hangs and traits.limits
                assert not limited, place


def test_a_sheet_of_single_sentences_tells_what_is_denied_too() -> None:
    told = [
        one.paragraphs
        for one in excerpts_of(made("killings", "handout", "ky").chapters[0])
    ]
    assert set(told) == {(7,), (8,)}


@pytest.mark.parametrize("topic", ["political-prisoners", "defenders", "expression"])
def test_no_single_sentence_tells_of_a_private_person(topic: str) -> None:
    people = everything("ky").people
    for plan in ("brief", "handout"):
        brief = made(topic, plan, "ky")
        for lead in brief.leads:
            assert not any(one.tells_of_private(lead.quoted) for one in people.values())
    for item in excerpts_of(made(topic, "handout", "ky").chapters[0]):
        assert not people[item.edition].tells_of_private(item.parts[0])


def test_a_paragraph_that_a_person_chose_a_sentence_of_lends_no_other_lead() -> None:
    """Nine prisoners killed three officers: who fled was shot, the report goes on."""
    leads = [lead.quoted for lead in made("killings", "brief", "ky").leads]
    assert leads
    assert not any("3 кызматкерин өлтүрүп" in lead for lead in leads)


@pytest.mark.thorough
def test_no_law_leads_where_something_happened() -> None:
    ties = everything("ky").quoting["ky"]
    leads = [one for topic in TOPICS for one in made(topic, "brief", "ky").leads]
    chosen = {
        slice.span.of(real_passages()[edition][slice.paragraph].text).strip()
        for edition, known in everything("ky").selections.items()
        for found in known.topics.values()
        for slice in found.lead
    }
    norms = [one.quoted for one in leads if ties.traits(one.quoted).norm]
    assert set(norms) <= chosen


@pytest.mark.thorough
def test_a_figure_is_quoted_with_what_its_sentence_hangs_on() -> None:
    cards = {
        card.value: card
        for topic in ("statelessness", "detention", "fair-trial")
        for figures in [made(topic, "brief", "en").chapters[0].figures]
        if figures
        for card in figures.every_single
    }
    for value, before in (
        ("about 5,700", "fall into several categories"),
        ("69% / 71% / 73% / 24%", "as a result of the 2010 events"),
        ("25", "Some ethnic Kyrgyz received fines"),
    ):
        translation = cards[value].translation
        assert translation
        assert before in " ".join(translation.parts)
