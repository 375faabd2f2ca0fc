"""A letter says where its own figures and its own sentence stand, and no more."""

import json
from dataclasses import replace
from typing import Any

from briefs.compose import letter
from briefs.corpus.withheld import NOTHING
from briefs.document import Brief, Excerpt, Section
from tests.make import sample

SHORT = "Милиция кызматкерлери кармалгандарды сабашкан жана акча талап кылышкан."


def told(brief: Brief) -> dict[str, Any]:
    return dict(json.loads(letter.summary(brief, NOTHING.front)))


def quoting(*excerpts: Excerpt) -> Brief:
    """Return a brief in which nothing leads, of one chapter with some excerpts."""
    chapter = sample.BRIEF.chapters[0]
    section = Section("", "ky", excerpts)
    years = (replace(chapter.years[0], sections=(section,)),)
    return replace(
        sample.BRIEF,
        leads=(),
        chapters=(replace(chapter, years=years, advice=()),),
    )


def test_a_figure_has_the_place_of_its_own_words() -> None:
    # The excerpt that quotes it may run over two pages.
    key = replace(sample.KEY_FIGURES[0], place="Доклад, с. 27")
    (figure,) = told(replace(sample.BRIEF, key_figures=(key,)))["figures"]
    assert figure["source"] == f"{key.reporter}; Доклад, с. 27"


def test_without_a_lead_an_excerpt_of_one_short_paragraph_is_quoted() -> None:
    first = next(iter(sample.BRIEF.chapters[0].years[0].excerpts))
    one = replace(first, parts=(SHORT,), translation=None, where="3-б.")
    several = replace(one, parts=(SHORT, SHORT), where="3–4-б.")
    sentence = told(quoting(several, one))["sentence"]
    assert (sentence["text"], sentence["source"]) == (SHORT, f"{one.citation}, 3-б.")
    assert told(quoting(several))["sentence"] is None
