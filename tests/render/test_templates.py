"""Page designs: what every design shows, and what each one promises on paper."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from gettext import NullTranslations
from itertools import pairwise, product
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import tinyhtml5

from briefs.document import (
    Brief,
    CellState,
    Columns,
    Coverage,
    CoverageCell,
    CoverageRow,
    FigureSection,
    KeyFigure,
)
from briefs.render import layout as render
from tests.make import sample
from tests.make.alike import standing_for
from tests.make.pages import words_of

# WeasyPrint leaves a colour profile open until it is collected.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

WHOLE = ("brief", "booklet", "email", "large-print")
HEADINGS = {"h1", "h2", "h3", "h4"}
A4 = (595.28, 841.89)
UNSEEN = {  # for programs, not for readers
    "anchor", "code", "edition", "height", "issued", "keywords", "language",
    "language_name", "locale", "logo", "path", "section_language", "source", "state",
    "style", "url", "width", "quoted", "statement", "key_figures", "beside", "before",
    "citation", "lines", "told", "annex", "tables", "authority",
}  # fmt: skip


def page_of(brief: Brief = sample.BRIEF, **how: Any) -> Any:
    """Return a brief's HTML as a tree."""
    html = render.to_html(brief, **how)
    return tinyhtml5.parse(html, namespace_html_elements=False)


def pdf_of(brief: Brief = sample.BRIEF, **how: Any) -> pypdfium2.PdfDocument:
    """Return a brief as an open PDF file."""
    return pypdfium2.PdfDocument(_written(render.to_html(brief, **how)))


@cache
def _written(html: str) -> bytes:
    return render.to_pdf(html, date=date(2026, 11, 22))


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
    if profile == "email":  # the data that are attached have the checksums
        sources = tuple(replace(one, checksum="") for one in brief.sources)
        brief = replace(brief, sources=sources)
    missing = {text for text in texts(brief) if " ".join(text.split()) not in shown}
    assert missing == set()


@pytest.mark.parametrize("profile", [*WHOLE, "handout"])
def test_every_design_is_listed_as_a_profile(profile: str) -> None:
    assert profile in render.profiles()


@pytest.mark.parametrize("profile", WHOLE)
def test_each_quotation_has_its_number_and_place_before_it(profile: str) -> None:
    for article in by_class(page_of(profile=profile), "excerpt"):
        cite, *rest = article
        quotation = [e for e in rest if e.get("class") != "repeated"][-1]
        assert cite.get("class") == "cite"
        assert (quotation.tag, quotation.get("lang")) == ("blockquote", "ky")
        (link,) = cite.iter("a")
        assert link.get("href").startswith("#s-")


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


def translated(**how: Any) -> Brief:
    """Return a brief of one excerpt that stands beside its translation."""
    excerpt = replace(sample.TORTURE_2015[2], translation=sample.TRANSLATION, **how)
    columns = Columns("русский", "рабочий перевод", "киргизский", "оригинал")
    group = sample.year("2015", "", (excerpt,), columns)
    chapter = replace(sample.TORTURE, years=(group,))
    return replace(
        sample.BRIEF, chapters=(chapter,), leads=(), advice=(), key_figures=()
    )


def test_a_translation_and_its_original_stand_beside_each_other() -> None:
    page = page_of(translated())
    (article,) = by_class(page, "excerpt")
    rows = [[child.get("class") for child in row] for row in by_class(article, "row")]
    assert rows == [["cite", "translation", "original"], ["translation", "original"]]
    translation, *_ = by_class(article, "translation")
    assert (translation.tag, translation.get("lang")) == ("div", "ru")
    shown = " ".join(words(original) for original in by_class(article, "original"))
    assert shown == " ¶ ".join(sample.TORTURE_2015[2].parts)
    translations = by_class(article, "translation")
    assert not any("рабочий перевод" in words(one) for one in translations)


def test_the_languages_are_named_at_the_head_of_the_columns_and_of_later_pages() -> (
    None
):
    page = page_of(translated())
    seen, running = by_class(page, "heads")[:2]
    first, *_ = by_class(page, "row")
    order = [*page.iter()]
    assert order.index(seen) < order.index(first) < order.index(running)
    assert (
        words(seen) == words(running) == ("русский рабочий перевод киргизский оригинал")
    )
    assert running.get("aria-hidden") == "true"


@pytest.mark.parametrize("profile", standing_for(["brief"], WHOLE))
def test_the_original_is_set_as_large_as_its_translation(profile: str) -> None:
    pdf = pdf_of(translated(parts=("ӨӨӨӨӨ",)), profile=profile)
    by_words: dict[str, set[float]] = {"Генеральная": set(), "ӨӨӨӨӨ": set()}
    for page in pdf:
        textpage = page.get_textpage()
        for item in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,)):
            said = words_of(item, textpage)
            for part, sizes in by_words.items():
                if part in said:
                    sizes.add(round(size_of(item) * item.get_matrix().a, 1))
    translation, original = by_words.values()
    assert translation == original != set()


def test_in_an_annex_the_originals_stand_at_the_end_by_number() -> None:
    brief = translated()
    excerpt = brief.chapters[0].years[0].excerpts[0]
    page = page_of(replace(brief, annex=(excerpt,)))
    (article,) = by_class(page, "excerpt")
    assert not list(article.iter("blockquote"))
    (annex,) = by_class(page, "annex")
    assert [words(e) for e in annex.iter("blockquote")] == [" ¶ ".join(excerpt.parts)]


def test_silence_is_a_sign_with_words_and_never_a_number() -> None:
    (matrix,) = by_class(page_of(), "matrix")
    cells = list(matrix.iter("td"))
    expected = [cell for row in sample.COVERAGE.rows for cell in row.cells]
    for shown, cell in zip(cells, expected, strict=True):
        signs = list(shown.iter("{http://www.w3.org/2000/svg}svg"))
        assert words(shown) == cell.text
        assert bool(signs) == (cell.state != CellState.PASSAGES)


def test_the_signs_of_the_matrix_differ_in_shape() -> None:
    legend = tuple(CoverageCell(state, str(state)) for state in CellState)
    coverage = replace(sample.COVERAGE, legend=legend)
    page = page_of(replace(sample.BRIEF, coverage=coverage), mono=True)
    (legend_shown,) = by_class(page, "legend")
    signs = legend_shown.iter("{http://www.w3.org/2000/svg}svg")
    shapes = [[(e.tag, sorted(e.items())) for e in sign][1:] for sign in signs]
    assert len({repr(shape) for shape in shapes}) == len(CellState) - 1


def test_a_chart_says_in_words_what_it_draws() -> None:
    charts = by_class(page_of(), "chart")
    titles = [next(c.iter("{http://www.w3.org/2000/svg}title")).text for c in charts]
    assert titles == [chart.alt for chart in sample.CHARTS]
    (columns,) = by_class(page_of(), "columns")
    assert words(columns).startswith("Айыпталгандар: 2016-жылы 10")


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
    assert all(text.startswith("⟦") and text.endswith("⟧") for text in own)


def test_a_brief_without_figures_issuer_or_contents_has_no_empty_parts() -> None:
    chapter = replace(sample.TORTURE, scope="", omitted="")
    bare = replace(
        sample.BRIEF,
        chapters=(chapter,),
        issuer=None,
        subtitle="",
        publishers="",
        key_figures=(),
        leads=(),
        advice=(),
        contents=False,
    )
    page = page_of(bare)
    empty = [
        e
        for e in page.iter()
        if e.tag in {"p", "section", "div"} and not words(e)
        if e.get("aria-hidden") != "true"
    ]
    assert empty == []


@pytest.mark.parametrize(
    ("profile", "paper"),
    standing_for([("email", "letter")], product(WHOLE, ["a4", "letter"])),
)
def test_every_design_can_be_set_on_either_paper(profile: str, paper: str) -> None:
    pdf = pdf_of(profile=profile, paper=paper, crop_marks=True)
    assert len(pdf) >= 4


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_handout_is_one_sheet(paper: str) -> None:
    assert len(pdf_of(sample.HANDOUT, profile="handout", paper=paper)) == 2


@pytest.mark.parametrize(
    ("profile", "years"),
    standing_for([], product(["brief", "booklet"], [1, 8])),
)
def test_a_matrix_of_thirty_topics_stays_on_the_page(profile: str, years: int) -> None:
    pdf = pdf_of(with_years(years), profile=profile)
    width = pdf[0].get_width()
    assert max(right for _, right, _, _ in runs(pdf)) <= width - 36


@pytest.mark.parametrize("count", standing_for([], range(7)))
def test_any_number_of_key_figures_fits(count: int) -> None:
    figure = KeyFigure(
        "339 млн сом",
        "расмий катталбаган жана жарандыгы жок адамдардын жалпы саны",
        "2015-ж. биринчи жарымы",
        "Өкмөт",
        "",
        "[3]",
        "e3",
    )
    pdf = pdf_of(replace(sample.BRIEF, key_figures=(figure,) * count, leads=()))
    rights = [right for page, right, _, _ in runs(pdf) if page == 0]
    assert max(rights) <= A4[0] - 51


def test_large_print_has_no_small_type() -> None:
    # Pictures scale with it.
    figures = FigureSection(
        sample.TABLE, (), sample.SINGLES, "Figures", tables=(sample.TABLE,)
    )
    chapter = replace(sample.TRAFFICKING, figures=figures)
    brief = replace(sample.BRIEF, chapters=(sample.TORTURE, chapter), key_figures=())
    sizes = {round(size, 1) for *_, size in runs(pdf_of(brief, profile="large-print"))}
    assert min(sizes) == 18


@pytest.mark.parametrize("profile", standing_for(["handout"], ["brief", "handout"]))
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
