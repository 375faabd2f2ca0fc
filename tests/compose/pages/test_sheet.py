"""Both sides of a handout are full: by large sentences, and by lines to write on."""

from dataclasses import dataclass, replace

import pytest
import tinyhtml5
from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.pages import sheet
from briefs.document import Brief
from briefs.files.resources import data_dir
from briefs.render import layout as render
from tests.make import sample


@dataclass(frozen=True)
class Sheets:
    """Pages of a sheet that is laid out, and what stays empty of them."""

    pages: int = 2
    rest: tuple[float, float] = (0, 0)
    last: float = 0.9
    front: int = 1
    gap: float = 0
    ended: float = 1
    closed: float = 1


def plain(sentences: int = 5) -> Brief:
    """Return a handout without chart and numbers, of so many sentences."""
    (chapter,) = sample.HANDOUT.chapters
    group = chapter.years[0]
    said = (group.excerpts[0],) * sentences
    years = (replace(group, sections=(replace(group.sections[0], excerpts=said),)),)
    chapter = replace(chapter, figures=None, years=years)
    return replace(sample.HANDOUT, key_figures=(), chapters=(chapter,))


def size_of(brief: Brief) -> int:
    return brief.chapters[0].said


def set_in(brief: Brief, front: float = 0, back: float = 0) -> Brief:
    """Return the brief grown into so much room; it never takes another page."""
    return sheet.grown(brief, Sheets(rest=(front, back)), lambda _: Sheets())[0]


@given(st.integers(1, 8), st.floats(0, 700))
def test_sentences_are_larger_where_there_is_more_room(
    sentences: int, room: float
) -> None:
    said = size_of(set_in(plain(sentences), room))
    assert said in sheet.SIZES
    assert said <= size_of(set_in(plain(sentences), room + 100))
    assert said >= size_of(set_in(plain(sentences + 1), room))


def test_few_sentences_alone_on_a_side_are_as_large_as_can_be() -> None:
    assert size_of(set_in(plain(1), 500)) == max(sheet.SIZES)
    assert size_of(set_in(plain(40), 50)) == min(sheet.SIZES)


def test_what_stays_empty_is_used_for_larger_sentences_and_more_lines() -> None:
    brief = sheet.ruled(plain())
    grown = [set_in(brief, room, room) for room in (0, 90, 300)]
    assert grown[0] == brief
    lines = [one.chapters[0].lines for one in grown]
    assert lines == sorted(lines)
    assert lines[0] < lines[-1]
    sizes = [*map(size_of, grown)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


def test_nothing_grows_that_would_take_another_page() -> None:
    brief = plain()
    tried: list[int] = []

    def lay_out(larger: Brief) -> Sheets:
        tried.append(size_of(larger))
        return Sheets(pages=3)

    made, laid = sheet.grown(brief, Sheets(rest=(300, 300)), lay_out)
    assert made is brief
    assert laid.pages == 2
    assert tried == sorted(tried, reverse=True)
    assert len(tried) > 1


@pytest.mark.parametrize("size", sheet.SIZES)
def test_every_size_is_one_of_the_style(size: int) -> None:
    style = (data_dir("styles") / "handout.css").read_text("utf-8")
    line = sheet.SIZES[size]
    assert f"--said: {size}pt; --said-line: {line:g}pt" in style


def test_every_line_to_write_on_follows_a_question() -> None:
    html = render.to_html(
        set_in(sheet.ruled(sample.HANDOUT), 0, 200), profile="handout"
    )
    body = tinyhtml5.parse(html, namespace_html_elements=False).find("body")
    lines = body.findall(".//span[@class='lines']/i")
    asked = body.findall(".//ol[@class='questions']/li")
    below = [one for item in asked for one in item.findall("span[@class='lines']/i")]
    assert len(below) == len(lines) > 0
    assert all((item.text or "").strip().endswith("?") for item in asked)
