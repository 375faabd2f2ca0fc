"""Each design says what the brief says in its own way."""

from dataclasses import replace
from itertools import combinations

import pypdfium2
import pytest
import tinyhtml5

from briefs.document import Brief, Contradiction, Note, TableCell, excerpts_of
from briefs.i18n import locale as i18n
from briefs.render import layout as render
from briefs.text.sentences import squeeze
from tests.make import pages, sample


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
    assert "[1] stands for excerpt 1" in text
    bare = replace(sample.TORTURE, figures=None)
    unfigured = replace(sample.BRIEF, chapters=(bare,), key_figures=(), terms=())
    assert "stands for excerpt" not in shown(unfigured, "large-print", total=total)


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


def test_the_contents_of_large_print_name_every_part_that_follows() -> None:
    chapter = replace(
        sample.TRAFFICKING,
        contradictions=(Contradiction("Punishment", ()),),
        changes=sample.BRIEF.chapters[0].changes,
    )
    brief = replace(sample.BRIEF, chapters=(chapter,), contents=False)
    page = tinyhtml5.parse(
        render.to_html(brief, profile="large-print"), namespace_html_elements=False
    )
    (contents,) = page.iterfind(".//nav")
    listed = ["".join(one.itertext()) for one in contents.iterfind(".//a")]
    heads = ["".join(one.itertext()).strip() for one in page.iter("h2")]
    assert listed == heads[heads.index("Contents") + 1 :]
    assert {"Numbers reported once", "The numbers"} < set(listed)


@pytest.mark.parametrize("profile", ["large-print", "email"])
def test_where_all_letters_are_alike_the_words_of_a_report_have_marks(
    profile: str,
) -> None:
    pdf = pages.pdf_of(render.to_html(sample.BRIEF, profile=profile))
    with pypdfium2.PdfDocument(pdf) as document:
        text = squeeze(" ".join(p.get_textpage().get_text_bounded() for p in document))
    assert sample.TRAFFICKING.figures
    counted = [q for one in sample.TRAFFICKING.figures.singles for q in one.counted]
    assert counted
    for words in counted:
        assert squeeze(f"«{words}»") in text


@pytest.mark.parametrize("profile", ["booklet", "large-print", "email"])
def test_rows_with_many_values_and_long_notes_stay_on_their_page(profile: str) -> None:
    chapter = sample.TRAFFICKING
    assert chapter.figures
    (table,) = chapter.figures.tables
    cells = tuple(TableCell("not reported", ("a",)) for _ in range(5))
    years = tuple(str(2015 + n) for n in range(5))
    rows = tuple(replace(row, cells=cells) for row in table.rows)
    table = replace(table, years=years, rows=rows, notes=(Note("a", "Words. " * 40),))
    figures = replace(chapter.figures, tables=(table,))
    brief = replace(sample.BRIEF, chapters=(replace(chapter, figures=figures),))
    for page in render.lay_out(render.to_html(brief, profile=profile)).document.pages:
        body = page._page_box
        edge = body.content_box_x() + body.width
        for box in body.children[0].descendants():
            assert box.position_x + getattr(box, "width", 0) <= edge + 1


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
    assert ("Questions for discussion" in text) != advised


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


@pytest.mark.parametrize("profile", ["booklet", "large-print"])
@pytest.mark.parametrize("topics", [1, 3])
def test_nothing_at_the_foot_of_a_page_meets_its_neighbor(
    profile: str, topics: int
) -> None:
    """Long titles wrap: not even that of three topics reaches the id or the number."""
    title = ", ".join(["Камакка алуу жана кармоо"] * topics)
    brief = replace(sample.BRIEF, title=title, country="Кыргыз Республикасы")
    kyrgyz = i18n.load("ky").messages
    page = render.to_html(brief, profile=profile, translations=kyrgyz)
    with pypdfium2.PdfDocument(pages.pdf_of(page)) as pdf:
        for sheet in pdf:
            text = sheet.get_textpage()
            foot = 51 if profile == "booklet" else 78
            places = [text.get_charbox(n) for n in range(text.count_chars())]
            drawn = [(x, y, r, t) for x, y, r, t in places if r > x and t < foot]
            assert drawn
            for one, other in combinations(drawn, 2):
                beside = one[2] <= other[0] + 0.8 or other[2] <= one[0] + 0.8
                above = one[3] <= other[1] + 0.8 or other[3] <= one[1] + 0.8
                assert beside or above


def test_large_print_never_parts_a_source_with_a_picture_from_its_heading() -> None:
    """A page may end before what floats, whatever the heading before it asks."""
    bare = replace(sample.BRIEF, chapters=(), terms=(), annex=(), leads=(), advice=())
    bare = replace(bare, key_figures=(), contents=False)
    assert bare.sources[0].code
    for lines in range(4, 20):
        brief = replace(bare, notices=("A line.",) * lines)
        page = render.to_html(brief, profile="large-print")
        with pypdfium2.PdfDocument(pages.pdf_of(page)) as pdf:
            texts = [sheet.get_textpage().get_text_bounded() for sheet in pdf]
        headed = [text for text in texts if "Sources and method" in text][-1]
        assert bare.sources[0].title in headed, lines


_LISTED = '<div class="listed {}"><div><p class="label">{}</p></div></div>'


def test_parts_of_a_number_are_not_told_on_a_page_without_it() -> None:
    """Neither all of them in a booklet nor, where letters are large, the last alone."""
    listed = _LISTED.format("", "total") + _LISTED.format("of-which", "part") * 5
    above = '<div style="break-before: page; height: {}pt"></div>'
    for styles, heights, most in (
        (("booklet",), range(300, 480, 9), {0, 5}),
        (("narrow", "large-print"), range(400, 700, 15), {0, 2, 3, 5}),
    ):
        links = (f'<link rel="stylesheet" href="styles/{s}.css">' for s in styles)
        body = "".join(above.format(height) + listed for height in heights)
        page = (
            '<html lang="en"><head><title>x</title><style>:root{--accent:#8f2d1c}'
            '</style><link rel="stylesheet" href="styles/base.css">'
            f"{''.join(links)}</head><body>{body}</body></html>"
        )
        with pypdfium2.PdfDocument(pages.pdf_of(page)) as pdf:
            texts = [sheet.get_textpage().get_text_bounded() for sheet in pdf]
        assert {text.count("part") for text in texts} <= most
        assert sum(text.count("part") for text in texts) == 5 * len(heights)
