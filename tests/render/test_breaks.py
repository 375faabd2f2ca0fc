"""Where a page may end, and what is never parted by it."""

import re
from itertools import combinations

import pypdfium2
import pytest

from briefs.render import filling, layout
from tests.make import pages

_PAGE = """<!doctype html><html lang="en"><head><title>Sample</title>
<style>:root {{ --accent: #8f2d1c }} .top {{ break-before: page }}</style>
<link rel="stylesheet" href="styles/base.css"></head><body>{body}
<p id="s">Source</p></body></html>"""

# an excerpt that begins so many points below the head of a page
_EXCERPT = """<div class="top" style="height: {above}pt"></div>
<article class="excerpt alone">
<div class="cite"><p class="place"><b>{above}</b>
<a href="#s">p. {above}.</a></p></div>
<blockquote class="original"><p>First words {above}. {more}</p></blockquote>
</article>"""


def test_number_and_place_stand_beside_the_first_line() -> None:
    places = range(655, 695)  # the foot of the page is among them
    body = "".join(_EXCERPT.format(above=n, more="Words. " * 60) for n in places)
    with pypdfium2.PdfDocument(pages.pdf_of(_PAGE.format(body=body))) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    parted = [
        n
        for n in places
        if not any(f"p. {n}." in text and f"words {n}." in text for text in texts)
        or not any(text.count(str(n)) == 3 for text in texts)
    ]
    assert parted == []


_ROWS = """<article class="excerpt both"><div class="row">
<div class="cite"><p class="place"><b>{n}</b> <a href="#s">p. {n}.</a></p></div>
<div class="translation" data-column="translation"><p>Told {n}. {short}</p></div>
<blockquote class="original" data-column="original"><p>Said {n}. {long}</p></blockquote>
</div><div class="row on">
<div class="translation" data-column="translation"><p>Further {n}. {short}</p></div>
<div class="original" data-column="original"><p>More {n}. {long}</p></div>
</div></article>"""


_WORDS = ("Told", "Said", "Further", "More", "p.")


def test_no_page_begins_with_an_original_whose_translation_is_overleaf() -> None:
    body = "".join(
        _ROWS.format(n=n, short="Words. " * n, long="Mots. " * n * 2)
        for n in range(20, 40)
    )
    with pypdfium2.PdfDocument(pages.pdf_of(_PAGE.format(body=body))) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    for n in range(20, 40):
        told, said, further, more, place = (
            [number for number, text in enumerate(texts) if words in text]
            for words in (
                f"Told {n}",
                f"Said {n}",
                f"Further {n}",
                f"More {n}",
                f"p. {n}",
            )
        )
        assert told == said == place
        assert further == more
    assert len(texts) > 3


_ROW = """<table class="indicators few"><tr><th>Persons without documents</th>
<td class="year worded">estimated 15,338<sup>a</sup></td>
<td class="year worded">estimated 10,286<sup>a</sup></td>
<td class="who">UNHCR</td><td class="where">[1]</td></tr></table>"""


def test_worded_values_beside_each_other_stay_apart() -> None:
    with pypdfium2.PdfDocument(pages.pdf_of(_PAGE.format(body=_ROW))) as pdf:
        runs = [item.get_bounds() for item in pdf[0].get_objects(filter=(1,))]
    met = [
        (one, other)
        for one, other in combinations(runs, 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > 0
        and min(one[3], other[3]) - max(one[1], other[1]) > 3
    ]
    assert met == []


_TABLED = """<div style="height: {above}pt"></div>
<section class="figures"><div class="tabled">
<h3 class="part">Numbers {above}</h3><div class="scroll"><table class="indicators">
{rows}</table></div><div class="notes"><p><b>a</b>Note {above}.</p></div>
</div></section>"""


def test_notes_stand_on_the_page_of_their_table() -> None:
    row = "<tr><th>Persons {n}</th><td>7<sup>a</sup></td></tr>"
    heights = range(300, 700, 25)
    body = "".join(
        f'<div class="top"></div>{_TABLED.format(above=n, rows=row.format(n=n) * 9)}'
        for n in heights
    )
    with pypdfium2.PdfDocument(pages.pdf_of(_PAGE.format(body=body))) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    for n in heights:
        (page,) = [text for text in texts if f"Numbers {n}" in text]
        assert page.count(f"Persons {n}") == 9
        assert f"Note {n}." in page
    assert len(heights) < len(texts)


_YEAR = """<section class="year {head}" data-report="Report {n}"><div class="year-head">
<h3>{n}</h3><p><b>Report {n}</b></p></div><div style="height: 300pt"></div>
<div class="{top}">Said in {n}</div></section>"""


def test_the_foot_of_a_page_names_the_report_that_the_page_begins_with() -> None:
    # 2018 and 2019 begin in the middle of a page, 2021 at the head of one.
    body = '<div class="chapter"><h2 class="part">Excerpts</h2>'
    body += "".join(_YEAR.format(n=n, head="", top="top") for n in (2018, 2019))
    body += _YEAR.format(n=2020, head="", top="")
    body += _YEAR.format(n=2021, head="top", top="")
    body += '</div><section class="sources top"><h2>Sources</h2></section>'
    with pypdfium2.PdfDocument(pages.pdf_of(_PAGE.format(body=body))) as pdf:
        feet = [page.get_textpage().get_text_bounded(bottom=0, top=70) for page in pdf]
    assert [re.findall(r"Report (\d+)", foot) for foot in feet] == [
        [],
        ["2018"],
        ["2019"],
        ["2021"],
        [],
    ]


_PROOF = """<div style="height: {above}pt"></div>Before<div class="proof" id="proof">
<div style="height: 100pt">Half</div><div style="height: 100pt">Table</div></div>"""


@pytest.mark.parametrize(
    ("above", "count", "empty"),
    [(400, 1, 0), (640, 2, 74), (560, 2, 154), (1100, 2, 0)],
)
def test_what_is_kept_whole_tells_how_much_it_left_empty(
    above: float, count: int, empty: float
) -> None:
    laid = layout.lay_out(_PAGE.format(body=_PROOF.format(above=above)))
    first_page = 725.6  # points between its margins
    assert laid.pages == count
    assert filling.gap(laid.document.pages) * first_page == pytest.approx(empty, abs=2)
