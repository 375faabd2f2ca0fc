"""A brief as a web page is one file: it needs, loads and runs nothing else."""

import base64
import io
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
import regex
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from briefs.document import Brief, excerpts_of
from briefs.errors import RenderError
from briefs.render import layout as render
from briefs.render import webpage
from briefs.render.typeface import fonts
from briefs.text.sentences import squeeze
from tests.make import sample

PROFILES = ("brief", "booklet", "email", "handout", "large-print")
FRAME = (
    '<!DOCTYPE html><html lang="ky"><head><title>Ү</title>{}</head>'
    "<body>{}</body></html>"
)
FONT = regex.compile(
    r'family:"(?P<family>[^"]+)";font-weight:(?P<weight>\d+);font-style:(?P<style>\w+);'
    r'src:url\("data:font/woff2;base64,(?P<data>[^"]+)"'
)


@cache
def page_of(profile: str = "brief", brief: Brief = sample.BRIEF) -> str:
    return webpage.self_contained(render.to_html(brief, profile=profile))


def framed(body: str, head: str = "") -> str:
    return FRAME.format(head, body)


def fonts_of(page: str) -> dict[tuple[str, str, str], TTFont]:
    return {
        (font["family"], font["weight"], font["style"]): TTFont(
            io.BytesIO(base64.b64decode(font["data"]))
        )
        for font in FONT.finditer(page)
    }


def quotations(brief: Brief) -> list[str]:
    excerpts = chain.from_iterable(map(excerpts_of, brief.chapters))
    return [part for excerpt in excerpts for part in excerpt.parts]


@pytest.fixture
def look(tmp_path: Path) -> Path:
    """A house's folder with a style of its own."""
    (tmp_path / "styles").mkdir()
    return tmp_path


def styled(look: Path, css: str) -> str:
    """Return a page that is set by one style of the house."""
    (look / "styles" / "house.css").write_text(css, encoding="utf-8")
    link = '<link rel="stylesheet" href="styles/house.css">'
    return webpage.self_contained(framed("<p>а</p>", link), look)


# Nothing from outside


@pytest.mark.parametrize("profile", PROFILES)
def test_everything_a_page_shows_is_inside(profile: str) -> None:
    page = page_of(profile)
    assert set(regex.findall(r"url\(\s*[\"']?(\w+)", page)) == {"data"}
    assert set(regex.findall(r'\ssrc="(\w+)', page)) <= {"data"}
    assert not regex.search(r"<(?:script|link|iframe|object)\b|@import|\son\w+=", page)


@pytest.mark.parametrize("profile", PROFILES)
def test_links_lead_into_the_page_or_to_a_source(profile: str) -> None:
    page = page_of(profile)
    sources = {source.url for source in sample.BRIEF.sources if source.url}
    links = set(regex.findall(r'href="([^"]*)"', page))
    inner = {link for link in links if link.startswith("#")}
    assert links - inner == sources
    assert inner
    assert all(f'id="{link[1:]}"' in page for link in inner)


def test_a_page_forbids_what_it_does_not_hold() -> None:
    head = page_of().partition("</head>")[0]
    policy = head.index("Content-Security-Policy")
    assert "default-src 'none'" in head
    assert policy < head.index("<style")


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<img alt="а" src="https://example.org/a.png">', "example.org"),
        ('<img alt="а" src="styles/ruled.svg"/>', "ruled"),
        ('<iframe srcdoc="а"></iframe>', "<iframe>"),
        ('<link rel="icon" href="styles/ruled.svg">', "<link>"),
        ('<link rel="stylesheet" href="styles/none.css">', "none.css"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "example.org"),
        ('<link rel="stylesheet" href="styles/../pyproject.toml">', "pyproject.toml"),
    ],
)
def test_what_would_have_to_be_loaded_is_an_error(body: str, what: str) -> None:
    with pytest.raises(RenderError, match=regex.escape(what)):
        webpage.self_contained(framed(body))


# Styles


def test_a_style_brings_the_pictures_and_styles_it_names(look: Path) -> None:
    (look / "styles" / "more.css").write_text("p {background: url(dot.svg) }")
    (look / "styles" / "dot.svg").write_text("<svg/>")
    page = styled(look, '@import "more.css";\n@import url("more.css") screen;')
    picture = base64.b64encode(b"<svg/>").decode()
    rule = f'p{{background: url("data:image/svg+xml;base64,{picture}")}}'
    assert page.count(rule) == 2
    assert f"@media screen {{{rule}}}" in page


def test_a_style_that_names_an_absent_picture_is_an_error(look: Path) -> None:
    with pytest.raises(RenderError, match="absent"):
        styled(look, "p {background: url('absent.svg') }")


def test_the_medium_of_a_style_is_kept() -> None:
    link = '<link rel="stylesheet" href="styles/email.css" media="print">'
    assert '<style media="print">' in webpage.self_contained(framed("", link))


def test_paper_styles_stay_with_the_page() -> None:
    page = page_of()
    assert "@media print" in page
    assert "@media screen" in page
    assert "size: A4" in page


# Letters


def test_a_page_brings_upright_and_bold_of_both_families() -> None:
    assert set(fonts_of(page_of())) == {
        (family, weight, "normal")
        for family in ("Briefs Serif", "Briefs Sans")
        for weight in ("400", "700")
    }


def test_italics_come_where_a_page_or_a_style_asks_for_them(look: Path) -> None:
    styles = {style for *_, style in fonts_of(styled(look, "p { font-style: italic }"))}
    assert styles == {"normal", "italic"}
    emphasised = webpage.self_contained(framed("<p><em>а</em></p>"))
    assert len(fonts_of(emphasised)) == 8


def test_fonts_hold_every_letter_of_the_page_and_few_others() -> None:
    page = page_of()
    text = webpage.visible_text(page)
    for font in fonts_of(page).values():
        letters = set(font.getBestCmap())
        assert {ord(letter) for letter in text if letter > " "} <= letters
        assert ord("Ж") in letters
        assert ord("ß") not in letters


def test_letters_may_be_shown_as_capitals_or_written_as_references() -> None:
    page = webpage.self_contained(framed("<p>ң &#1257; &laquo;</p>"))
    for font in fonts_of(page).values():
        assert {ord(letter) for letter in "ңҢөӨ«"} <= set(font.getBestCmap())


def test_fonts_keep_their_licence_and_no_reserved_name() -> None:
    for font in fonts_of(page_of()).values():
        names = {record.nameID: str(record) for record in font["name"].names}
        assert set(names) <= {0, 13, 14}
        assert "Open Font License" in names[13]


def test_the_same_page_gives_the_same_bytes() -> None:
    assert page_of.__wrapped__() == page_of()
    file = fonts.file("Briefs Sans", 400, "normal")
    assert webpage._cut_down(file, "Кыйноо") == webpage._cut_down(file, "Кыйноо")


def test_remarks_in_styles_stay_at_home_and_licences_do_not(look: Path) -> None:
    css = 'p{content:"/*no*/"}/* a remark\n*/\n\n  q{top:0}/*! (c) House */'
    (look / "styles" / "own.css").write_text(css, encoding="utf-8")
    head = '<link rel="stylesheet" href="styles/own.css">'
    shown = webpage.self_contained(framed("", head), look)
    assert 'p{content:"/*no*/"}q{top:0}/*! (c) House */' in shown


@pytest.mark.parametrize("profile", PROFILES)
def test_a_page_is_small_enough_to_be_sent(profile: str) -> None:
    assert len(page_of(profile).encode()) < 165_000


# What a reader sees


@pytest.mark.parametrize("profile", PROFILES)
def test_every_quotation_stands_in_the_visible_text(profile: str) -> None:
    brief = sample.HANDOUT if profile == "handout" else sample.BRIEF
    shown = squeeze(webpage.visible_text(page_of(profile, brief)))
    assert quotations(brief)
    for quotation in quotations(brief):
        assert squeeze(quotation) in shown


def test_titles_and_styles_are_not_visible() -> None:
    page = framed("<svg><title>б</title></svg><p>в<br/>г</p>", "<style>p{д:1}</style>")
    assert webpage.visible_text(page) == "вг"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_any_text_is_read_back_as_it_was_quoted(text: str) -> None:
    from markupsafe import escape

    assert webpage.visible_text(framed(f"<p>{escape(text)}</p>")) == text
