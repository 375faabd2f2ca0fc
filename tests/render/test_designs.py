"""Each design says what the brief says in its own way."""

from dataclasses import replace

import pytest
import tinyhtml5

from briefs.document import Brief, excerpts_of
from briefs.render import layout as render
from tests.make import sample


def shown(brief: Brief = sample.BRIEF, profile: str = "brief", **how: object) -> str:
    """Return the words of a page with single spaces."""
    html = render.to_html(brief, profile=profile, variables=how)
    body = tinyhtml5.parse(html, namespace_html_elements=False).find("body")
    return " ".join("".join(body.itertext()).split())


def test_large_print_says_which_excerpt_of_how_many() -> None:
    total = sum(len([*excerpts_of(one)]) for one in sample.BRIEF.chapters)
    text = shown(profile="large-print", total=total)
    assert f"Excerpt 1 of {total} " in text
    assert f"Excerpt {total} of {total} " in text


def test_large_print_writes_notes_under_their_rows_and_has_no_letters_for_them() -> (
    None
):
    html = render.to_html(sample.BRIEF, profile="large-print")
    assert "<sup>" not in html
    section = next(one.figures for one in sample.BRIEF.chapters if one.figures)
    marks = {
        mark
        for table in section.tables
        for row in table.rows
        for cell in row.cells
        if cell.told
        for mark in cell.marks
    }
    texts = [n.text for table in section.tables for n in table.notes if n.mark in marks]
    assert texts
    for text in texts:
        assert f": {text}" in shown(profile="large-print")


# One page to leave behind


def test_a_page_says_who_to_call_or_leaves_a_line_for_it() -> None:
    assert sample.BRIEF.issuer
    assert sample.BRIEF.issuer.contact in shown(sample.HANDOUT, "page")
    html = render.to_html(sample.HANDOUT, profile="page")
    assert 'class="line"' not in html


@pytest.mark.parametrize("advised", [True, False])
def test_a_page_asks_what_the_reports_recommend_or_questions(advised: bool) -> None:
    (chapter,) = sample.HANDOUT.chapters
    advice = sample.TRAFFICKING.advice if advised else ()
    brief = replace(sample.HANDOUT, chapters=(replace(chapter, advice=advice),))
    text = shown(brief, "page")
    assert ("What the reports recommend" in text) == advised
    assert ("Questions to ask" in text) != advised


@pytest.mark.parametrize("profile", ["page", "handout"])
def test_a_sheet_shows_an_excerpt_over_two_paragraphs_whole(profile: str) -> None:
    (chapter,) = sample.HANDOUT.chapters
    (group, *groups) = chapter.years
    (section, *sections) = group.sections
    (first, *others) = section.excerpts
    parts = ("Биринчи абзац.", "Экинчи абзац.")
    joined = replace(first, parts=parts, translation=None)
    section = replace(section, excerpts=(joined, *others))
    group = replace(group, sections=(section, *sections))
    chapter = replace(chapter, years=(group, *groups))
    text = shown(replace(sample.HANDOUT, chapters=(chapter,)), profile)
    for part in parts:
        assert part in text


@pytest.mark.parametrize("profile", ["handout", "page"])
def test_a_sheet_prints_the_notes_of_its_sentences_and_numbers(profile: str) -> None:
    (chapter,) = sample.HANDOUT.chapters
    group, *others = chapter.years
    (section,) = group.sections
    noted = replace(section.excerpts[0], notes=("Editor’s note: seems inverted",))
    section = replace(section, excerpts=(noted, *section.excerpts[1:]))
    years = (replace(group, sections=(section,)), *others)
    numbers = (replace(sample.KEY_FIGURES[0], note="First half only."),)
    brief = replace(
        sample.HANDOUT,
        chapters=(replace(chapter, years=years),),
        key_figures=numbers,
    )
    text = shown(brief, profile)
    assert "[Editor’s note: seems inverted]" in text
    assert "First half only." in text


@pytest.mark.parametrize("profile", ["handout", "page", "brief"])
@pytest.mark.parametrize("value", ["11 845 сомов", "at least 35 million"])
def test_what_is_set_large_stands_clear_of_its_neighbor(
    profile: str, value: str
) -> None:
    figures = tuple(replace(one, value=value) for one in sample.KEY_FIGURES[:3])
    chapters = tuple(replace(one, figures=None) for one in sample.HANDOUT.chapters)
    brief = replace(sample.HANDOUT, key_figures=figures, chapters=chapters)
    laid = render.lay_out(render.to_html(brief, profile=profile))
    (front, *_) = laid.document.pages
    cards = [
        box
        for box in front._page_box.descendants()
        if type(box).__name__ == "BlockBox"
        and box.element_tag == "p"
        and "value" in box.element.get("class", "")
    ]
    assert len(cards) == 3
    for card in cards:
        edge = card.position_x + card.width
        for line in card.descendants():
            assert line.position_x + line.width <= edge + 1
