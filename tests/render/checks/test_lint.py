"""What is known to break a PDF for screen readers is found in the page."""

from pathlib import Path

import pytest

from briefs.files.resources import data_dir
from briefs.render import layout as render
from briefs.render.checks import lint
from tests.make import sample
from tests.make.pages import SAMPLE, broken_rules, page, pdf_of

H1 = "<h1>А</h1>"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
TABLE = "<table><thead><tr><th>А</th><th>Б</th></tr></thead><tbody>{}</tbody></table>"

BROKEN = {
    "a list around other things": (
        f"{H1}<ul><div><li>а</li></div></ul>",
        "only li into <ul>",
    ),
    "a skipped heading": (f"{H1}<h3>а</h3>", "use h2 here"),
    "a first heading below h1": ("<h2>а</h2>", "use h1 here"),
    "a drawing without words": (f"{H1}<p>{SVG}</svg></p>", "give <svg> a <title>"),
    "a ragged table": (
        H1 + TABLE.format("<tr><td>1</td></tr>"),
        "give the row 2 cells",
    ),
    "a linked attachment": (
        f'{H1}<p><a rel="attachment" href="data:text/plain,a">а</a></p>',
        "attach files when the PDF is written",
    ),
}

MISLEADING = {
    "a page without a title": (
        page(H1).replace("Үлгү", " "),
        "give the page a <title>",
    ),
    "a page without a language": (
        page(H1).replace(' lang="ky"', ""),
        "give <html> a lang",
    ),
    "a picture without words": (page(f'{H1}<img src="a">'), "give <img> an alt"),
    "a link to nothing": (page(f'{H1}<a href="#x">а</a>'), "no element has the id 'x'"),
    "a relative link": (page(f'{H1}<a href="a.html">а</a>'), "a full address"),
    "a hidden link": (
        page(f'{H1}<p aria-hidden="true"><a href="https://a.org">а</a></p>'),
        "take the link out",
    ),
    "a table without headers": (
        page(f"{H1}<table><tr><td>а</td></tr></table>"),
        "header cells",
    ),
    "opacity in an attribute": (
        page(f'{H1}<p style="opacity:.5">а</p>'),
        "instead of opacity",
    ),
    "opacity in a style": (page(H1, "h1{opacity: 50%}"), "instead of opacity"),
}

SOUND = [
    '<p id="a">а<sup><a href="#a">1</a></sup></p>',
    "<ul><li>а<p>б</p><ul><li>в</li></ul></li></ul><dl><dt>а</dt><dd>б</dd></dl>",
    f"<p>{SVG}<title>а</title></svg><span aria-hidden='true'>{SVG}</svg></span></p>",
    TABLE.format(
        '<tr><th scope="row" rowspan="2">а</th><td>1</td></tr><tr><td>2</td></tr>'
    ),
    TABLE.format('<tr><td colspan="2">1</td></tr>'),
    "<h2>а</h2><h3>б</h3><h2>в</h2>",
    '<p style="opacity:1">а</p>',
    '<p id="a"><a href="#a">а <b>б</b></a></p>',
    '<p><a href="https://example.org">а</a> <a href="mailto:a@example.org">б</a></p>',
]


@pytest.mark.parametrize(("body", "advice"), BROKEN.values(), ids=BROKEN)
def test_what_breaks_a_file_is_found(body: str, advice: str) -> None:
    assert advice in str(lint.report(lint.page(page(body))))
    assert broken_rules(pdf_of(page(body)))


@pytest.mark.parametrize(("html", "advice"), MISLEADING.values(), ids=MISLEADING)
def test_what_misleads_a_reader_is_found(html: str, advice: str) -> None:
    (finding,) = lint.page(html)
    assert advice in str(finding.advice)


@pytest.mark.parametrize("body", SOUND)
def test_what_is_sound_is_left_alone(body: str) -> None:
    assert lint.page(page(H1 + body)) == []
    assert broken_rules(pdf_of(page(H1 + body))) == []


def test_the_sample_is_sound() -> None:
    assert lint.page(SAMPLE) == []


def test_a_finding_names_the_template_line() -> None:
    html = page('<h1 data-line="brief.html.j2:12">А</h1><h3 data-line="x.j2:3">б</h3>')
    assert str(lint.report(lint.page(html))) == (
        "x.j2:3 <h3> 'б': use h2 here: no heading level is skipped"
    )


@pytest.mark.parametrize("profile", render.profiles())
def test_every_profile_is_sound(profile: str) -> None:
    html = render.to_html(sample.BRIEF, profile=profile, trace=True)
    assert lint.page(html) == []


@pytest.mark.parametrize(
    ("css", "advice"),
    [
        ("li::marker { content: 'x' }", "list-style-type"),
        ("p { opacity: 0.4 }", "lighter colour"),
        ("nav b { content: leader('.') }", "dotted border"),
        ("b { position: note(a) }", "CSS notes"),
        ("p { font-family: 'PT Serif' }", "Briefs Serif"),
    ],
)
def test_a_style_to_avoid_is_found_with_its_line(css: str, advice: str) -> None:
    (finding,) = lint.style(f"/* a\nb */\n{css}", "a.css")
    assert finding.place == "a.css:3"
    assert advice in str(finding.advice)


def test_comments_of_a_style_are_left_alone() -> None:
    assert lint.style("/* opacity: .5 */ p { color: red }", "a.css") == []


@pytest.mark.parametrize(
    "file", sorted(data_dir("styles").glob("*.css")), ids=lambda path: path.name
)
def test_every_style_is_sound(file: Path) -> None:
    assert lint.style(file.read_text("utf-8"), file.name) == []
