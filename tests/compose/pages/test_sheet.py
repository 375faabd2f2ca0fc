"""Both sides of a handout are full: by large sentences, and by lines to write on."""

from dataclasses import replace

import pytest
import tinyhtml5
from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.pages import sheet
from briefs.document import Brief
from briefs.files.resources import data_dir
from briefs.render import layout as render
from tests.make import sample

HEIGHT = 756.0


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


@given(st.integers(1, 8), st.floats(200, 900))
def test_sentences_are_larger_where_there_is_more_room(
    sentences: int, height: float
) -> None:
    said = size_of(sheet.enlarged(plain(sentences), height))
    assert said in sheet.SIZES
    assert said <= size_of(sheet.enlarged(plain(sentences), height + 100))
    assert said >= size_of(sheet.enlarged(plain(sentences + 1), height))


def test_few_sentences_alone_on_a_side_are_as_large_as_can_be() -> None:
    assert size_of(sheet.enlarged(plain(1), HEIGHT)) == max(sheet.SIZES)
    assert size_of(sheet.enlarged(plain(40), HEIGHT)) == min(sheet.SIZES)


def test_sentences_below_numbers_keep_their_size() -> None:
    assert sheet.enlarged(sample.HANDOUT, 9999) is sample.HANDOUT


@pytest.mark.parametrize("size", sheet.SIZES)
def test_every_size_is_one_of_the_style(size: int) -> None:
    style = (data_dir("styles") / "handout.css").read_text("utf-8")
    line = sheet.SIZES[size]
    assert f"--said: {size}pt; --said-line: {line:g}pt" in style


def test_every_line_to_write_on_follows_a_question() -> None:
    html = render.to_html(sheet.filled(sample.HANDOUT, HEIGHT), profile="handout")
    body = tinyhtml5.parse(html, namespace_html_elements=False).find("body")
    lines = body.findall(".//span[@class='lines']/i")
    asked = body.findall(".//ol[@class='questions']/li")
    below = [one for item in asked for one in item.findall("span[@class='lines']/i")]
    assert len(below) == len(lines) > 0
    assert all((item.text or "").strip().endswith("?") for item in asked)
