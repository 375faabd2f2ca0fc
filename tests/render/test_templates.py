"""Page designs: what every design shows, and what each one promises on paper."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from gettext import NullTranslations
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import tinyhtml5

from briefs.document import (
    Brief,
    CellState,
    Coverage,
    CoverageCell,
    CoverageRow,
    FigureSection,
    KeyFigure,
)
from briefs.render import layout as render
from tests.make import sample

# WeasyPrint leaves a colour profile open until it is collected.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

WHOLE = ("brief", "booklet", "email", "large-print")
HEADINGS = {"h1", "h2", "h3", "h4"}
A4 = (595.28, 841.89)
MARGIN, LINE, FIRST_BASELINE = 66.0, 14.0, 10.95
UNSEEN = {  # for programs, not for readers
    "anchor", "code", "edition", "height", "issued", "keywords", "language",
    "language_name", "locale", "logo", "path", "section_language", "source", "state",
    "style", "url", "width",
}  # fmt: skip


def page_of(brief: Brief = sample.BRIEF, **how: Any) -> Any:
    """Return a brief's HTML as a tree."""
    html = render.to_html(brief, **how)
    return tinyhtml5.parse(html, namespace_html_elements=False)


def pdf_of(brief: Brief = sample.BRIEF, **how: Any) -> pypdfium2.PdfDocument:
    """Return a brief as an open PDF file."""
    html = render.to_html(brief, **how)
    return pypdfium2.PdfDocument(render.to_pdf(html, date=date(2026, 11, 22)))


def words(element: Any) -> str:
    """Return an element's text with single spaces."""
    return " ".join("".join(element.itertext()).split())


def by_class(tree: Any, name: str) -> list[Any]:
    """Return the elements of a class, in reading order."""
    return [e for e in tree.iter() if name in (e.get("class") or "").split()]


def texts(part: Any) -> Iterator[str]:
    """Yield every text of a document part that a reader should meet."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from texts(item)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in UNSEEN:
                yield from texts(getattr(part, field.name))


def runs(pdf: pypdfium2.PdfDocument) -> Iterator[tuple[int, float, float, float]]:
    """Yield (page, right edge, baseline from the top, size) of every run of text."""
    for number, page in enumerate(pdf):
        for item in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,)):
            _, _, right, _ = item.get_bounds()
            matrix = item.get_matrix()
            yield number, right, page.get_height() - matrix.f, size_of(item) * matrix.a


def size_of(item: Any) -> float:
    """Return the font size of a run of text."""
    size = pdfium.c_float()
    pdfium.FPDFTextObj_GetFontSize(item, size)
    return float(size.value)


def with_years(count: int) -> Brief:
    """Return the sample with a matrix of 30 topics and many years."""
    states = tuple(CellState)
    cells = tuple(CoverageCell(states[n % 4], "12") for n in range(count))
    row = CoverageRow("Түрмөлөр жана тергөөгө чейинки камак – баяндама", cells)
    years = tuple(str(2011 + n) for n in range(count))
    coverage = Coverage(years, (row,) * 30, sample.COVERAGE.legend)
    return replace(sample.BRIEF, coverage=coverage)


@pytest.mark.parametrize("profile", WHOLE)
def test_nothing_a_brief_says_is_left_out(profile: str) -> None:
    shown = words(page_of(profile=profile))
    brief = replace(
        sample.BRIEF,
        chapters=tuple(
            replace(chapter, questions=()) for chapter in sample.BRIEF.chapters
        ),
    )
    missing = {text for text in texts(brief) if " ".join(text.split()) not in shown}
    assert missing == set()


@pytest.mark.parametrize("profile", [*WHOLE, "handout"])
def test_every_design_is_listed_as_a_profile(profile: str) -> None:
    assert profile in render.profiles()


@pytest.mark.parametrize("profile", [*WHOLE, "handout"])
def test_each_quotation_names_its_language_and_is_followed_by_its_citation(
    profile: str,
) -> None:
    for article in by_class(page_of(sample.HANDOUT, profile=profile), "excerpt"):
        *_, quotation, citation = article
        assert (quotation.tag, quotation.get("lang")) == ("blockquote", "ky")
        assert citation.get("class") == "citation"


def test_a_quotation_is_printed_word_for_word_with_its_paragraphs() -> None:
    quotations = [words(e) for e in page_of().iter("blockquote")]
    expected = [
        " ¶ ".join(excerpt.parts)
        for excerpt in (
            *sample.TORTURE_2015,
            *sample.TRAFFICKING_2016,
            *sample.TRAFFICKING_2018,
            *sample.RECOMMENDATIONS,
        )
    ]
    assert quotations == expected


def test_a_working_translation_stands_first_marked_and_outside_the_quotation() -> None:
    excerpt = replace(sample.TORTURE_2015[2], translation=sample.TRANSLATION)
    years = (replace(sample.TORTURE.years[0], excerpts=(excerpt,)),)
    chapter = replace(sample.TORTURE, years=years)
    page = page_of(replace(sample.BRIEF, chapters=(chapter,)))
    (article,) = by_class(page, "excerpt")
    order = [child.get("class") for child in article]
    assert order == ["number", "translation", "status", "original", "citation"]
    (translation,) = by_class(article, "translation")
    assert (translation.tag, translation.get("lang")) == ("div", "ru")
    (status,) = by_class(article, "status")
    assert sample.TRANSLATION.status in words(status)


def test_silence_is_a_sign_with_words_and_never_a_number() -> None:
    (matrix,) = by_class(page_of(), "matrix")
    cells = list(matrix.iter("td"))
    expected = [cell for row in sample.COVERAGE.rows for cell in row.cells]
    for shown, cell in zip(cells, expected, strict=True):
        (sign,) = shown.iter("{http://www.w3.org/2000/svg}svg")
        seen = "".join(child.tail or "" for child in shown).strip()
        assert seen == (cell.text if cell.state == CellState.PASSAGES else "")
        assert words(sign) == cell.text


def test_the_signs_of_the_matrix_differ_in_shape() -> None:
    legend = tuple(CoverageCell(state, str(state)) for state in CellState)
    coverage = replace(sample.COVERAGE, legend=legend)
    page = page_of(replace(sample.BRIEF, coverage=coverage), mono=True)
    (legend_shown,) = by_class(page, "legend")
    signs = legend_shown.iter("{http://www.w3.org/2000/svg}svg")
    shapes = [[(e.tag, sorted(e.items())) for e in sign][1:] for sign in signs]
    assert len({repr(shape) for shape in shapes}) == len(CellState)


def test_a_chart_says_in_words_what_it_draws() -> None:
    charts = by_class(page_of(), "chart")
    titles = [next(c.iter("{http://www.w3.org/2000/svg}title")).text for c in charts]
    assert titles == [chart.alt for chart in sample.CHARTS]


@pytest.mark.parametrize("chapters", [sample.BRIEF.chapters, (sample.TRAFFICKING,)])
def test_headings_go_down_one_step_at_a_time(chapters: Any) -> None:
    brief = replace(sample.BRIEF, chapters=chapters, key_figures=())
    levels = [int(e.tag[1]) for e in page_of(brief).iter() if e.tag in HEADINGS]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_word_of_the_design_itself_can_be_translated() -> None:
    class Bracketed(NullTranslations):
        def gettext(self, message: str) -> str:
            return f"⟦{message}⟧"

    page = page_of(translations=Bracketed())
    said = {" ".join(text.split()) for text in texts(sample.BRIEF)}
    own = {
        words(e)
        for e in page.iter()
        if e.tag in HEADINGS | {"th"} and words(e) not in said
    }
    rows = {f"{row.label}, {row.unit}" for row in sample.TABLE.rows}
    assert all(text.startswith("⟦") and text.endswith("⟧") for text in own - rows)


def test_a_brief_without_figures_issuer_or_contents_has_no_empty_parts() -> None:
    chapter = replace(sample.TORTURE, scope="", omitted="")
    bare = replace(
        sample.BRIEF,
        chapters=(chapter,),
        issuer=None,
        subtitle="",
        key_figures=(),
        contents=False,
    )
    page = page_of(bare)
    empty = [
        e for e in page.iter() if e.tag in {"p", "section", "div"} and not words(e)
    ]
    assert empty == []


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("profile", WHOLE)
def test_every_design_can_be_set_on_either_paper(profile: str, paper: str) -> None:
    pdf = pdf_of(profile=profile, paper=paper, crop_marks=True)
    assert len(pdf) >= 4


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_handout_is_one_sheet(paper: str) -> None:
    assert len(pdf_of(sample.HANDOUT, profile="handout", paper=paper)) == 2


def test_the_brief_is_set_on_a_grid_of_lines() -> None:
    places = [
        (baseline - MARGIN - FIRST_BASELINE) % LINE
        for page, right, baseline, size in runs(pdf_of())
        if page in {1, 2} and size == pytest.approx(10.5) and right < A4[0]
    ]
    assert len(places) > 50
    assert all(min(place, LINE - place) < 0.5 for place in places)


@pytest.mark.parametrize("years", [1, 8])
@pytest.mark.parametrize("profile", ["brief", "booklet"])
def test_a_matrix_of_thirty_topics_stays_on_the_page(profile: str, years: int) -> None:
    pdf = pdf_of(with_years(years), profile=profile)
    width = pdf[0].get_width()
    assert max(right for _, right, _, _ in runs(pdf)) <= width - 36


@pytest.mark.parametrize("count", range(7))
def test_any_number_of_key_figures_fits(count: int) -> None:
    figure = KeyFigure(
        "339 млн сом",
        "расмий катталбаган жана жарандыгы жок адамдардын жалпы саны",
        "2015-ж. биринчи жарымы",
        "[3]",
        "e3",
    )
    pdf = pdf_of(replace(sample.BRIEF, key_figures=(figure,) * count))
    rights = [right for page, right, _, _ in runs(pdf) if page == 0]
    assert max(rights) <= A4[0] - 60


def test_large_print_has_no_small_type() -> None:
    # Pictures scale with it.
    figures = FigureSection(sample.TABLE, (), sample.SINGLES, "Figures")
    chapter = replace(sample.TRAFFICKING, figures=figures)
    brief = replace(sample.BRIEF, chapters=(sample.TORTURE, chapter))
    sizes = {round(size, 1) for *_, size in runs(pdf_of(brief, profile="large-print"))}
    assert min(sizes) == 18


@pytest.mark.parametrize("profile", ["brief", "handout"])
def test_a_mono_print_has_no_colour(profile: str) -> None:
    issuer = replace(sample.ISSUER, logo="")
    brief = replace(sample.HANDOUT, issuer=issuer)
    for page in pdf_of(brief, profile=profile, mono=True):
        image = page.render(scale=0.7, draw_annots=False).to_pil().convert("RGB")
        coloured = [c for _, c in image.getcolors(1 << 24) if len(set(c)) > 1]
        assert coloured == []


def test_the_house_can_set_the_accent() -> None:
    html = render.to_html(sample.BRIEF, variables={"accent": "#004466"})
    assert "--accent: #004466" in html
    assert 'fill="#004466"' in html
