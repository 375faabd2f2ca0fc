"""A brief of another version is proven word by word, wherever its lines end."""

import io
from pathlib import Path
from typing import Any
from unittest import mock

import pikepdf
import pytest

from briefs.render import layout as render
from briefs.verify.comparing import compare
from briefs.verify.proof import Verdict
from tests.make import forgeries, tampering
from tests.make.commands import run
from tests.make.forgeries import Change, changed, drawn_over

LAYOUTS = {
    "wider": "p, blockquote, li { margin-bottom: 9pt !important }",
    "letter": "@page { size: letter }",
    "larger": ":root { --size: 12pt; --line: 16pt; --small: 9.5pt; --lead: 17pt }",
    "smaller": ":root { --size: 9pt; --line: 12pt; --title: 28pt }",
}
"""How other versions of the tool may set a page."""


def built(small: Path, path: Path) -> bytes:
    words = "build", "torture", "-l", "en", "-o", path, "--date", "2026-11-22"
    made = run(*words, "--corpus", small, env={"BRIEFS_CACHE": str(path.parent)})
    assert (made.code, made.err) == (0, "")
    return path.read_bytes()


@pytest.fixture(scope="module")
def brief(small: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return built(small, tmp_path_factory.mktemp("brief") / "brief.pdf")


def laid_out(small: Path, folder: Path, layout: str) -> bytes:
    """Return the brief as another version of the tool lays it out."""
    honest = render.to_html

    def otherwise(*args: Any, **how: Any) -> str:
        style = f"<style>@media print {{ {LAYOUTS[layout]} }}</style></head>"
        return honest(*args, **how).replace("</head>", style)

    with mock.patch.object(render, "to_html", otherwise):
        return built(small, folder / f"{layout}.pdf")


@pytest.fixture(scope="module")
def other(small: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The brief with more room between lines."""
    return laid_out(small, tmp_path_factory.mktemp("other"), "wider")


@pytest.mark.thorough
@pytest.mark.parametrize("layout", LAYOUTS)
def test_another_layout_has_the_same_words(
    brief: bytes, small: Path, tmp_path: Path, layout: str
) -> None:
    other = laid_out(small, tmp_path, layout)
    assert compare.pdf(other, brief)[0] is Verdict.CHANGED
    judged = compare.pdf(other, brief, other_version=True)
    assert judged == (Verdict.SAME_WORDS, [])


@pytest.mark.thorough
@pytest.mark.parametrize("word", ["complaints", "police"])
def test_a_word_in_other_type_than_its_line_is_found(
    brief: bytes, small: Path, tmp_path: Path, word: str
) -> None:
    """Type may be larger or smaller in another version, but not word by word."""
    other = laid_out(small, tmp_path, "larger")
    for size in (2, 7):
        forged = changed(other, tampering.smaller_type(word, size))
        verdict, found = compare.pdf(forged, brief, other_version=True)
        assert verdict is Verdict.CHANGED
        assert "look" in {each.kind for each in found}


def blank_put_in(document: pikepdf.Pdf) -> None:
    page = document.pages[0]
    page.contents_coalesce()
    content = page.Contents.read_bytes()
    page.Contents = document.make_stream(content.replace(b">0<", b">-900<"))


TAMPERED: dict[str, tuple[Change, str]] = {
    "a figure": (tampering.reworded("40 complaints", "44 complaints"), "text"),
    "a word": (tampering.reworded("police", "polite"), "text"),
    "a blank": (blank_put_in, "text"),
    "a line": (forgeries.words_added(), "text"),
    "white": (forgeries.in_first_text(b"q 1 1 1 rg", b"Q"), "look"),
    "cover": (drawn_over(b"1 1 1 rg 60 100 400 600 re f"), "look"),
    "picture": (forgeries.image_over, "look"),
    "seen otherwise": (forgeries.drawn_otherwise, "look"),
    "read otherwise": (forgeries.read_otherwise, "text"),
    "type of nothing": (tampering.smaller_type("police", 0.4), "look"),
    "drawn letters": (tampering.drawn_letters, "text"),
    "link": (tampering.link_led_elsewhere, "link"),
    "outline": (tampering.outline_reworded, "link"),
    "layer": (tampering.layer, "active"),
    "figures removed": (
        forgeries.attached("figures.csv", lambda data: None),
        "attachment",
    ),
    "page removed": (forgeries.page_removed, "text"),
}


@pytest.mark.thorough
@pytest.mark.parametrize("name", TAMPERED)
def test_what_was_changed_in_another_layout_is_found(
    brief: bytes, other: bytes, name: str
) -> None:
    change, kind = TAMPERED[name]
    forged = changed(other, change)
    verdict, found = compare.pdf(forged, brief, other_version=True)
    assert verdict is Verdict.CHANGED
    assert kind in {each.kind for each in found}
    with pikepdf.open(io.BytesIO(forged)) as document:
        pages = range(1, len(document.pages) + 1)
    told = [each.page for each in found if each.kind in {"text", "look"}]
    assert set(told) <= set(pages)
