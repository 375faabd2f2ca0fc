"""A real browser shows a brief well: any width, light or dark, for every reader.

Needs Chromium, and for accessibility axe-core; `make browser-tests` fetches the latter.
"""

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pypdfium2
import pytest

from briefs.document import (
    Brief,
    CellState,
    Columns,
    Coverage,
    CoverageCell,
    CoverageRow,
    Excerpt,
    excerpts_of,
)
from briefs.render import layout as render
from briefs.render import webpage
from briefs.text.sentences import squeeze
from tests.make import browser, sample
from tests.make.alike import standing_for

AXE = Path(sys.prefix) / "share" / "axe-core" / "axe.min.js"
WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
VIOLATIONS = """
axe.run({resultTypes: ["violations"]}).then(result => result.violations.map(
    rule => rule.id + ": " + rule.nodes.map(node => node.html).join(" ")))
"""


def translated() -> Brief:
    """Return the sample with a working translation before each quotation."""

    def in_russian(excerpt: Excerpt) -> Excerpt:
        return replace(excerpt, translation=sample.TRANSLATION)

    columns = Columns("русский", "рабочий перевод", "киргизский", "оригинал")
    years = tuple(
        sample.year(group.year, "", tuple(map(in_russian, group.excerpts)), columns)
        for group in sample.TORTURE.years
    )
    return replace(sample.BRIEF, chapters=(replace(sample.TORTURE, years=years),))


def crowded() -> Brief:
    """Return the sample with eight years in its matrix."""
    cells = tuple(CoverageCell(tuple(CellState)[n % 4], "12") for n in range(8))
    row = CoverageRow("Түрмөлөр жана тергөөгө чейинки камак – баяндама", cells)
    years = tuple(str(2011 + n) for n in range(8))
    coverage = Coverage(years, (row,) * 3, sample.COVERAGE.legend)
    return replace(sample.BRIEF, coverage=coverage)


PAGES = {
    "brief": ("brief", sample.BRIEF),
    "handout": ("handout", sample.HANDOUT),
    "email": ("email", sample.BRIEF),
    "translated": ("brief", translated()),
    "crowded": ("brief", crowded()),
}


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[browser.Browser]:
    program = browser.program()
    if program is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with browser.opened(program, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module", params=standing_for(["brief"], PAGES))
def page(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    profile, brief = PAGES[request.param]
    file = tmp_path_factory.mktemp("pages") / f"{request.param}.html"
    html = render.to_html(brief, profile=profile)
    file.write_text(webpage.self_contained(html), encoding="utf-8")
    return file


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_its_window(
    tab: browser.Browser, page: Path, width: int, scheme: str
) -> None:
    tab.show(page, width=width, scheme=scheme)
    assert tab.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_keeps_a_reader_out(
    tab: browser.Browser, page: Path, width: int, scheme: str
) -> None:
    if not AXE.exists():
        pytest.skip("needs axe-core: make browser-tests")
    tab.show(page, width=width, scheme=scheme)
    tab.evaluate(AXE.read_text("utf-8"))
    assert tab.evaluate(VIOLATIONS) == []


def test_a_page_asks_for_nothing_and_runs_nothing(
    tab: browser.Browser, page: Path
) -> None:
    tab.show(page, width=1280)
    outside = [url for url in tab.requests if not url.startswith("data:")]
    assert outside == [page.as_uri()]
    assert tab.evaluate("document.scripts.length") == 0


def test_every_quotation_is_seen_in_its_language(
    tab: browser.Browser, page: Path
) -> None:
    tab.show(page, width=360)
    seen = squeeze(tab.evaluate("document.body.innerText"))
    _, brief = PAGES[page.stem]
    for excerpt in chain.from_iterable(map(excerpts_of, brief.chapters)):
        assert all(squeeze(part) in seen for part in excerpt.parts)
    languages = "[...document.querySelectorAll('blockquote')].map(e => e.lang)"
    assert set(tab.evaluate(languages)) == {"ky"}


def test_the_letters_are_those_of_the_page(tab: browser.Browser, page: Path) -> None:
    tab.show(page, width=360)
    loaded = "[...document.fonts].filter(f => f.status == 'loaded').map(f => f.family)"
    assert {name.strip('"') for name in tab.evaluate(loaded)} == {
        "Briefs Serif",
        "Briefs Sans",
    }


def test_dark_is_dark_and_light_is_light(tab: browser.Browser, page: Path) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    colours = []
    for scheme in SCHEMES:
        tab.show(page, width=768, scheme=scheme)
        colours.append(tab.evaluate(f"{ground}.match(/\\d+/g).map(Number)"))
    light, dark = map(max, colours)
    assert light > 240
    assert dark < 40


@pytest.mark.thorough
def test_a_page_can_be_printed_as_it_would_be_on_paper(
    tab: browser.Browser, page: Path
) -> None:
    tab.show(page, width=1280, scheme="dark")
    printed = pypdfium2.PdfDocument(io.BytesIO(tab.printed()))
    profile, _ = PAGES[page.stem]
    size = (300, 533) if profile == "email" else (595.28, 841.89)
    assert len(printed) >= 2
    assert all(sheet.get_size() == pytest.approx(size, abs=1) for sheet in printed)
    corner = printed[0].render().to_pil().convert("L").getpixel((2, 2))
    assert corner == 255
