"""A brief fits into the pages of its design, by its content and never by its type."""

import tomllib
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import regex
import segno
from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.excerpts.cuts.cutting import LONGEST
from briefs.compose.pages import designs, measure, sheet
from briefs.compose.pages import fit as fitting
from briefs.compose.pages import spacing as spacings
from briefs.compose.pages.plan import Plan, Profile, Words
from briefs.compose.pages.spacing import Spacing
from briefs.compose.statistics import codes
from briefs.corpus.corpus import Corpus
from briefs.corpus.vocabulary import questions
from briefs.corpus.vocabulary.labels import LANGUAGES
from briefs.document import Brief
from briefs.errors import CorpusError, ExitCode, UsageError
from briefs.files.resources import data_dir
from briefs.text.sentences import squeeze
from briefs.verify import pdftext
from tests.make import sample
from tests.make.alike import standing_for
from tests.make.commands import Built
from tests.make.pages import count_pages, opened, tags
from tests.make.places import CORPUS

LOCALES = ("ky", "ru", "en")
PAPER = {"a4": (595, 842), "letter": (612, 792)}
HALF = {"a4": (420, 595), "letter": (396, 612)}
PROFILES = {name: designs.get(name) for name in designs.shipped()}
CODES = sorted(Corpus.open(CORPUS).topics)


# Fitting, without any page


@dataclass
class Sheets:
    """Pages whose number follows from what was composed."""

    height: float
    gap: float = 0
    ended: float = 1
    closed: float = 1
    rest: tuple[float, float] = (0, 0)

    @property
    def pages(self) -> int:
        return int(self.height) + 1

    @property
    def last(self) -> float:
        return self.height % 1

    @property
    def front(self) -> int:
        return 1


@dataclass
class Desk:
    """Composes briefs of as many excerpts as a plan allows, and remembers the plans."""

    each: float = 0.2
    besides: float = 1.0
    ignores_room: bool = False

    def __post_init__(self) -> None:
        self.plans: list[Plan] = []

    def compose(self, plan: Plan) -> Brief:
        self.plans.append(plan)
        room = 99 if self.ignores_room else plan.room / plan.page - self.besides - 0.3
        number = max(plan.fewest, int(room / 0.2))
        number = min(number, plan.most or number)
        years = (replace(sample.TORTURE.years[0], year=f"{number} {plan.longest}"),)
        chapter = replace(sample.TORTURE, years=years, omitted="")
        bare = replace(sample.BRIEF, sources=(), leads=(), key_figures=())
        return replace(bare, chapters=(chapter,))

    def weigh(self, brief: Brief, words: Words) -> float:
        return (self.lay_out(brief).height - self.besides) * measure.filled(702)

    def lay_out(self, brief: Brief) -> Sheets:
        number, longest = brief.chapters[0].years[0].year.split()
        return Sheets(self.besides + self.each * int(number) * int(longest) / LONGEST)


def fit(profile: Profile, pages: int | None, desk: Desk) -> Sheets:
    return fitting.fit(profile, pages, desk.compose, desk.lay_out, weigh=desk.weigh)[1]


def test_what_fits_is_set_once() -> None:
    desk = Desk()
    assert fit(PROFILES["brief"], None, desk).pages <= PROFILES["brief"].pages
    assert len(desk.plans) == 1


def test_what_is_too_long_loses_excerpts_and_keeps_their_length() -> None:
    desk = Desk(each=0.3)
    assert fit(PROFILES["brief"], None, desk).pages == PROFILES["brief"].pages
    assert {plan.longest for plan in desk.plans} == {LONGEST}


@given(st.integers(2, 40), st.floats(0.05, 1), st.floats(0, 1.2))
def test_more_pages_than_allowed_are_never_made(
    pages: int, each: float, besides: float
) -> None:
    desk = Desk(each=each, besides=besides)
    try:
        made = fit(PROFILES["brief"], pages, desk)
    except UsageError:
        assert besides + each * 30 / LONGEST >= pages
    else:
        assert made.pages <= pages


def test_excerpts_grow_shorter_only_when_none_can_be_left_out() -> None:
    desk = Desk(each=0.9)
    assert fit(PROFILES["brief"], 2, desk).pages == 2
    lengths = [plan.longest for plan in desk.plans]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[-1] < LONGEST


def test_a_profile_may_be_exceeded_but_a_number_of_pages_that_was_named_may_not() -> (
    None
):
    assert fit(PROFILES["brief"], None, Desk(each=80)).pages > PROFILES["brief"].pages
    with pytest.raises(UsageError, match="does not fit on 10 pages") as caught:
        fit(PROFILES["brief"], 10, Desk(each=160))
    assert "--pages 15" in str(caught.value.hint)


def test_a_step_that_recommends_as_much_is_tried_before_pages_are_exceeded() -> None:
    first = Plan(fewest=3, advice=6)
    steps = (first, replace(first, longest=LONGEST // 10), replace(first, advice=0))
    profile = replace(PROFILES["brief"], pages=3, steps=steps)
    desk = Desk(each=2)
    assert fit(profile, None, desk).pages <= 3
    assert {plan.advice for plan in desk.plans} == {6}


def test_a_handout_is_never_longer_than_its_sheet_whatever_is_named() -> None:
    for pages in (None, 9):
        with pytest.raises(UsageError, match="does not fit on 2 pages"):
            fit(PROFILES["handout"], pages, Desk(each=40))


@pytest.mark.parametrize(
    ("profile", "height", "spacing"),
    [
        ("handout", 0.7, "spread"),
        ("handout", 1.7, ""),
        ("handout", 1.1, ""),
        ("brief", 3.01, "tight"),
        ("brief", 3.5, ""),
        ("brief", 0.1, ""),
    ],
)
def test_a_foot_that_is_empty_is_filled_or_spared_by_spacing(
    profile: str, height: float, spacing: str
) -> None:
    used = []

    def lay_out(wanted: Spacing) -> Sheets:
        used.append(wanted.name)
        assert not wanted.blank
        return Sheets(height - 0.2)

    made = spacings.better(PROFILES[profile], sample.BRIEF, Sheets(height), lay_out)
    assert "".join(used) == spacing
    assert made.height == pytest.approx(height - 0.2 if spacing else height)


def test_closer_lines_that_spare_no_page_are_not_used() -> None:
    laid = Sheets(3.1)

    def lay_out(wanted: Spacing) -> Sheets:
        return Sheets(3.05)

    assert spacings.better(PROFILES["brief"], sample.BRIEF, laid, lay_out) is laid


def test_a_page_is_spared_where_little_flows_over() -> None:
    laid = Sheets(3.4, gap=0.39)

    def lay_out(wanted: Spacing) -> Sheets:
        assert wanted == Spacing("tight")
        return Sheets(2.9)

    assert spacings.better(PROFILES["brief"], sample.BRIEF, laid, lay_out).height == 2.9


@pytest.mark.parametrize(
    ("gap", "even", "taken"),
    [
        (0.3, Sheets(3.45, 0.02), 3.45),
        (0.3, Sheets(4.1), 3.4),  # a page more
        (0.3, Sheets(3.2), 3.4),  # the last page holds less than a third
        (0.3, Sheets(3.45, 0.35), 3.4),  # an excerpt moved, and left more behind
        (0.1, Sheets(3.45), 3.4),  # so little is not seen
    ],
)
def test_a_gap_before_what_is_kept_whole_is_spread_over_the_pages(
    gap: float, even: Sheets, taken: float
) -> None:
    def lay_out(wanted: Spacing) -> Sheets:
        assert wanted.air > 0
        return even

    laid = Sheets(3.4, gap)
    made = spacings.better(PROFILES["brief"], sample.BRIEF, laid, lay_out)
    assert made.height == taken


def test_space_is_added_in_proportion_to_what_the_last_page_lacks() -> None:
    asked: list[float] = []

    def lay_out(wanted: Spacing) -> Sheets:
        if wanted.name:
            return Sheets(3.1)
        asked.append(wanted.air)
        return Sheets(3.4)

    for last in (0.30, 0.25):
        spacings.better(PROFILES["brief"], sample.BRIEF, Sheets(3 + last), lay_out)
    assert 0 < asked[0] < asked[1]


def test_the_blank_pages_of_a_folded_sheet_become_pages_for_notes() -> None:
    asked = []

    def lay_out(wanted: Spacing) -> Sheets:
        asked.append(wanted.blank)
        return Sheets(7.5)

    booklet, laid = PROFILES["booklet"], Sheets(5.5)
    assert spacings.better(booklet, sample.BRIEF, laid, lay_out).pages == 8
    assert asked == [2]


@pytest.mark.parametrize(
    ("helps", "sheets", "name"),
    [
        ("tight", 5.5, "tight"),
        ("spread", 6.5, "spread"),
        ("spread", 8.5, ""),  # a sheet more
    ],
)
def test_no_page_before_those_for_notes_is_nearly_empty(
    helps: str, sheets: float, name: str
) -> None:
    def lay_out(wanted: Spacing) -> Sheets:
        if wanted.blank:
            assert wanted.name == name
            return Sheets(7.5)
        return (
            Sheets(sheets, ended=0.9) if wanted.name == helps else Sheets(5.5, 0, 0.1)
        )

    booklet, laid = PROFILES["booklet"], Sheets(5.5, ended=0.02)
    assert spacings.better(booklet, sample.BRIEF, laid, lay_out).pages == 8


@pytest.mark.parametrize(("tight", "pages"), [(7.9, 8), (8.2, 12)])
def test_a_sheet_that_would_hold_one_page_is_spared(tight: float, pages: int) -> None:
    def lay_out(wanted: Spacing) -> Sheets:
        return Sheets(tight if wanted.name else 8.2 + wanted.blank)

    booklet, laid = PROFILES["booklet"], Sheets(8.4)
    assert spacings.better(booklet, sample.BRIEF, laid, lay_out).pages == pages


@pytest.mark.parametrize(
    ("closed", "sheets", "lines", "blank"),
    [
        (0.3, 7.5, 11, 2),  # what is left of the page is ruled, and two whole ones
        (0.3, 8.5, 0, 2),  # lines that need a page more are not drawn
        (0.6, 7.5, 0, 2),  # so much is filled that little can be written
    ],
)
def test_what_the_page_before_the_sources_leaves_empty_is_ruled_for_notes(
    closed: float, sheets: float, lines: int, blank: int
) -> None:
    asked: list[Spacing] = []

    def lay_out(wanted: Spacing) -> Sheets:
        asked.append(wanted)
        return Sheets(sheets if wanted.ruled else 7.5)

    booklet, laid = PROFILES["booklet"], Sheets(5.5, closed=closed)
    assert spacings.better(booklet, sample.BRIEF, laid, lay_out).pages == 8
    assert (asked[-1].ruled, asked[-1].blank) == (lines, blank)


class Folded(Desk):
    """What it sets first has a hole of three pages, which teaches too much."""

    each = 0.25
    holes = 3

    def compose(self, plan: Plan) -> Brief:
        brief = super().compose(plan)
        (chapter,) = brief.chapters
        return replace(brief, chapters=(replace(chapter, omitted="more"),))

    def weigh(self, brief: Brief, words: Words) -> float:
        return (super().lay_out(brief).height - self.besides) * measure.filled(476)

    def lay_out(self, brief: Brief) -> Sheets:
        height = super().lay_out(brief).height + self.holes
        self.holes = 0
        return Sheets(height, closed=height % 1)


def test_a_booklet_that_lost_too_many_excerpts_takes_some_again() -> None:
    booklet = replace(PROFILES["booklet"], cover=False)
    assert 22.5 < fit(booklet, None, Folded()).height < 24


@pytest.mark.parametrize("profile", ["handout", "page"])
def test_what_stays_empty_of_a_sheet_is_spread_over_its_spaces_and_lines(
    profile: str,
) -> None:
    asked: list[Spacing] = []

    def lay_out(wanted: Spacing) -> Sheets:
        asked.append(wanted)
        return Sheets(pages - 0.1)

    pages = PROFILES[profile].pages
    for rest in ((40.0, 30.0), (80.0, 60.0)):
        laid = Sheets(pages - 0.3, rest=rest)
        made = spacings.better(PROFILES[profile], sample.HANDOUT, laid, lay_out)
        assert made.height == pages - 0.1
    small, large = asked
    assert 0 < small.air < large.air
    assert (0 < small.write < large.write) == (pages > 1)


def test_a_sheet_that_is_full_or_would_flow_over_stays_as_it_is() -> None:
    def lay_out(wanted: Spacing) -> Sheets:
        assert laid.rest != (0, 0)
        return Sheets(2.1)

    for rest in ((0.0, 0.0), (40.0, 30.0)):
        laid = Sheets(1.9, rest=rest)
        assert (
            spacings.better(PROFILES["handout"], sample.HANDOUT, laid, lay_out) is laid
        )


def test_a_design_of_the_house_is_fitted_like_the_brief() -> None:
    assert designs.get("poster") == PROFILES["brief"]


# Every design, made from the corpus that comes with the package


@pytest.mark.parametrize(
    ("topic", "profile", "locale"),
    standing_for(
        [("torture", "brief", "ky"), ("torture", "handout", "ky")],
        product(["torture", "trafficking"], PROFILES, LOCALES),
    ),
)
def test_every_design_keeps_to_its_pages(
    topic: str, profile: str, locale: str, built: Built
) -> None:
    done, path = built(topic, "-l", locale, "--profile", profile)
    assert done.code == 0, done.err
    wanted, pages = PROFILES[profile], count_pages(path.read_bytes())
    assert pages == wanted.pages if wanted.exactly else 4 <= pages <= wanted.pages
    assert pages % wanted.sheet == 0


def letters_of(text: str) -> str:
    """Return the letters of a text alone, whatever divides its lines."""
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize(
    "topic", standing_for(["women"], ["women", "disappearances", "hiv"])
)
def test_little_material_makes_a_short_brief_and_still_a_whole_sheet(
    topic: str, small: Path, built: Built
) -> None:
    """On women the small corpus says little, on the others that of the package."""
    words = topic, "-l", "en", *(("--corpus", str(small)) if topic == "women" else ())
    assert count_pages(built(*words)[1].read_bytes()) <= 3
    sheet = built(*words, "--profile", "handout")[1].read_bytes()
    assert count_pages(sheet) == 2


@pytest.mark.thorough
@pytest.mark.parametrize(("topic", "pages"), [("women", 2), ("trafficking", 3)])
def test_a_brief_of_few_pages_holds_what_fits(
    topic: str, pages: int, built: Built
) -> None:
    done, path = built(topic, "-l", "ru", "--pages", str(pages))
    assert done.code == 0, done.err
    content = path.read_bytes()
    assert count_pages(content) == pages
    assert tags(opened(content), "BlockQuote")


@pytest.mark.thorough
def test_too_few_pages_are_refused_with_the_number_that_would_do(built: Built) -> None:
    options = ["--profile", "large-print", "--pages", "2"]
    done, path = built("trafficking", "-l", "en", *options)
    assert (done.code, path.exists()) == (ExitCode.USAGE, False)
    assert "allow more pages: --pages" in done.err


@pytest.mark.thorough
@pytest.mark.parametrize("pages", [4, 5])
def test_a_number_of_pages_that_was_named_is_kept(pages: int, built: Built) -> None:
    _, path = built("trafficking", "-l", "ru", "--pages", str(pages))
    assert count_pages(path.read_bytes()) <= pages


@pytest.mark.thorough
@pytest.mark.parametrize("locale", LOCALES)
def test_three_topics_share_a_sheet(locale: str, built: Built) -> None:
    words = "women", "hiv", "lgbti", "-l", locale, "--profile", "handout"
    done, path = built(*words)
    assert done.code == 0, done.err
    content = path.read_bytes()
    assert count_pages(content) == 2
    assert len(tags(opened(content), "BlockQuote")) >= 3


@pytest.mark.thorough
def test_what_cannot_fit_says_what_to_drop(built: Built) -> None:
    chosen = ("women", "labour", "children", "religion", "elections", "corruption")
    done, path = built(*chosen, "-l", "en", "--profile", "handout")
    assert (done.code, path.exists()) == (ExitCode.USAGE, False)
    assert "6 topics do not fit on 2 pages" in done.err
    assert "name fewer topics" in done.err


@pytest.mark.parametrize(
    ("profile", "paper"),
    standing_for(
        [("brief", "letter"), ("handout", "a4")], product(PROFILES, sorted(PAPER))
    ),
)
def test_paper_is_what_was_asked_for(
    profile: str, paper: str, small: Path, built: Built
) -> None:
    words = "torture", "-l", "ky", "--corpus", str(small)
    _, path = built(*words, "--profile", profile, "--paper", paper)
    with pypdfium2.PdfDocument(path) as document:
        sizes = {tuple(map(round, page.get_size())) for page in document}
    width, height = PAPER[paper]
    folded, telephone = HALF[paper], (300, 533)
    own = {"booklet": folded, "email": telephone}
    assert sizes == {own.get(profile, (width, height))}


@pytest.mark.parametrize("profile", standing_for(["handout"], PROFILES))
def test_crop_marks_stand_outside_the_page(profile: str, built: Built) -> None:
    words = "torture", "-l", "ky", "--profile", profile
    trims = []
    for marks in ((), ("--crop-marks",)):
        _, path = built(*words, *marks)
        with pikepdf.open(path) as document:
            page = document.pages[0]
            trim = [float(edge) for edge in page.trimbox]
            outside = float(page.mediabox[2]) - float(page.mediabox[0])
            trims.append([trim[2] - trim[0], trim[3] - trim[1]])
            assert (outside > trim[2] - trim[0] + 10) == bool(marks)
    assert trims[0] == pytest.approx(trims[1], abs=0.1)


@pytest.mark.parametrize("profile", standing_for(["handout"], PROFILES))
def test_a_mono_file_has_no_colour_at_all(profile: str, built: Built) -> None:
    _, path = built("torture", "-l", "ky", "--profile", profile, "--mono")
    with pikepdf.open(path) as document:
        coloured = [use for use in operations(document) if is_coloured(*use)]
        kinds = {
            str(item.get("/Subtype"))
            for item in document.objects
            if isinstance(item, pikepdf.Stream)
        }
    assert coloured == []
    assert "/Image" not in kinds


def operations(document: pikepdf.Pdf) -> list[tuple[list[Any], str]]:
    """Return what every page, pattern and form of a file draws with."""
    drawn: list[Any] = [page.obj for page in document.pages]
    drawn += [
        item
        for item in document.objects
        if isinstance(item, pikepdf.Stream)
        and (item.get("/Subtype") == "/Form" or "/PatternType" in item)
    ]
    return [
        (list(one.operands), str(one.operator))
        for item in drawn
        for one in pikepdf.parse_content_stream(item)
        if isinstance(one, pikepdf.ContentStreamInstruction)
    ]


def is_coloured(operands: list[Any], operator: str) -> bool:
    if operator in {"k", "K"}:
        return True
    if operator in {"rg", "RG", "sc", "SC", "scn", "SCN"}:
        numbers = {float(one) for one in operands if not isinstance(one, pikepdf.Name)}
        return len(numbers) > 1
    return False


# Handout


def test_a_handout_quotes_four_or_five_sentences_and_draws_one_chart(
    built: Built,
) -> None:
    """Besides up to three recommendations, which are quotations as well."""
    path = built("trafficking", "-l", "ky", "--profile", "handout")[1]
    content = path.read_bytes()
    assert 4 <= len(tags(opened(content), "BlockQuote")) <= 5 + 3
    with pikepdf.open(path) as d:
        alts = [str(i.Alt) for i in d.objects if "/Alt" in keys(i)]
    assert len([alt for alt in alts if not alt.startswith("QR")]) == 1


def keys(item: Any) -> Any:
    return item if isinstance(item, pikepdf.Dictionary) else ()


@pytest.mark.parametrize(
    ("locale", "topics"),
    [
        ("ky", ["trafficking"]),
        pytest.param("ru", ["torture", "trafficking"], marks=pytest.mark.thorough),
    ],
)
def test_a_handout_asks_three_questions_for_each_topic(
    locale: str, topics: list[str], built: Built
) -> None:
    _, path = built(*topics, "-l", locale, "--profile", "handout")
    text = squeeze(pdftext.text(path.read_bytes()).replace("-", ""))
    known = Corpus.open(CORPUS).questions
    for topic in topics:
        for question in known[topic][locale]:
            assert squeeze(question.replace("-", "")) in text


def test_the_topics_of_a_sheet_share_its_lines() -> None:
    (chapter,) = sample.HANDOUT.chapters
    counts = [
        sheet.ruled(replace(sample.HANDOUT, chapters=(chapter,) * topics))
        for topics in (1, 2, 3)
    ]
    assert [{c.lines for c in one.chapters} for one in counts] == [{2}, {2}, {1}]


@pytest.mark.parametrize("locale", LOCALES)
def test_three_topics_share_one_sheet_in_every_language(
    locale: str, built: Built
) -> None:
    topics = ("torture", "detention", "trafficking")
    _, path = built(*topics, "-l", locale, "--profile", "handout")
    assert count_pages(path.read_bytes()) == 2


@pytest.mark.parametrize("topic", CODES)
def test_each_topic_has_three_questions_in_each_language(topic: str) -> None:
    known = Corpus.open(CORPUS).questions[topic]
    assert sorted(known) == sorted(LANGUAGES)
    for asked in known.values():
        assert len(set(asked)) == 3
        assert all(question.endswith("?") for question in asked)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("tortur", "ky = []", "no topic 'tortur'"),
        (
            "torture",
            'ky = ["a?"]\nru = ["b?"]',
            "'en' is missing in it",
        ),
        ("torture", 'ky = "a?"', "'ky' must be a list"),
        ("torture", "kg = []", "kg"),
    ],
)
def test_a_file_that_holds_no_questions_is_named(
    name: str, text: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=message) as caught:
        questions.read(sorted(tmp_path.glob("*.toml")), ["torture"])
    assert name in str(caught.value)


# Booklet


@pytest.mark.thorough
@pytest.mark.parametrize("paper", sorted(PAPER))
def test_a_booklet_comes_with_its_sheets(paper: str, small: Path, built: Built) -> None:
    words = ("torture", "-l", "ky", "--corpus", str(small))
    done, path = built(*words, "--profile", "booklet", "--paper", paper)
    imposed = path.with_name(f"{path.stem}-imposed.pdf")
    assert done.out.splitlines() == [str(path), str(imposed)]
    pages = count_pages(path.read_bytes())
    assert pages % 4 == 0
    assert count_pages(imposed.read_bytes()) == pages // 2
    width, height = PAPER[paper]
    with pypdfium2.PdfDocument(imposed) as sheets:
        assert {tuple(map(round, page.get_size())) for page in sheets} == {
            (height, width)
        }
    with pypdfium2.PdfDocument(path) as booklet:
        texts = [page.get_textpage().get_text_bounded() for page in booklet]
    assert len(letters_of(texts[-1])) > 200  # the back is none of its blank pages


# Codes


@given(st.text(alphabet="abc/:.-", min_size=1, max_size=80))
def test_a_code_draws_the_modules_it_is_made_of(text: str) -> None:
    code = codes.qr(text)
    dark = {
        (int(x) + step, int(y))
        for x, y, width in regex.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code.path)
        for step in range(int(width))
    }
    matrix = segno.make_qr(text, error="m", boost_error=False).matrix
    expected = {
        (x + codes.QUIET, y + codes.QUIET)
        for y, row in enumerate(matrix)
        for x, module in enumerate(row)
        if module
    }
    assert dark == expected
    assert code.size == len(matrix) + 2 * codes.QUIET


@pytest.mark.parametrize("profile", standing_for(["handout"], PROFILES))
def test_paper_leads_to_each_series_once_and_the_screen_by_links(
    profile: str, built: Built
) -> None:
    _, path = built("trafficking", "-l", "ky", "--profile", profile)
    with pikepdf.open(path) as document:
        alts = [str(i.Alt) for i in document.objects if "/Alt" in keys(i)]
        links = {
            str(note.A.URI)
            for page in document.pages
            for note in page.get("/Annots", [])
            if "/A" in note and "/URI" in note.A
        }
    shown = [alt for alt in alts if alt.startswith("QR")]
    series = addresses() & links  # besides them, there are those of authoritative texts
    assert len(series) == (1 if profile == "page" else 2), "one page quotes one series"
    assert len(shown) == (0 if profile == "email" else len(series))


def addresses() -> set[str]:
    """Return the addresses in the corpus."""
    files = (data_dir("corpus") / "editions").glob("*/edition.toml")
    return {tomllib.loads(file.read_text("utf-8"))["url"] for file in files}
