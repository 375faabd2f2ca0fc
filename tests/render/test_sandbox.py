"""A look from a stranger shows data: it runs no code and has an end."""

from datetime import date
from pathlib import Path

import pytest

from briefs.errors import RenderError
from briefs.render import layout as render
from briefs.render import patience, webpage
from briefs.render.checks import lint
from tests.make import sample

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def look(tmp_path: Path) -> Path:
    for kind in ("templates", "styles"):
        (tmp_path / kind).mkdir()
    return tmp_path


def shown(look: Path, template: str | bytes) -> str:
    data = template.encode() if isinstance(template, str) else template
    (look / "templates" / "house.html.j2").write_bytes(data)
    return render.to_html(sample.BRIEF, profile="house", look=look)


@pytest.mark.parametrize(
    "payload",
    [
        "{{ cycler.__init__.__globals__.os.popen('touch PLACE').read() }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ brief.__class__.__init__.__globals__ }}",
        "{{ self.__init__.__globals__.__builtins__.open('PLACE', 'w') }}",
        "{{ brief|attr('__class__') }}",
        "{{ '{0.__class__.__init__.__globals__}'.format(brief) }}",
    ],
)
def test_a_template_runs_no_code(look: Path, payload: str, tmp_path: Path) -> None:
    place = tmp_path / "touched"
    with pytest.raises(RenderError, match=r"house\.html\.j2"):
        shown(look, "<p>" + payload.replace("PLACE", str(place)))
    assert not place.exists()


@pytest.mark.parametrize(
    "mistake",
    [
        "{{ 1/0 }}",
        "{{ 'a' + 1 }}",
        "{{ brief.title.absent.more }}",
        "{{ [] | first | join(1) }}",
        "{% include 'house.html.j2' %}",
        "{{ [1, 'a']|sort }}",
        "{% for x in 5 %}{% endfor %}",
    ],
)
def test_every_mistake_names_its_template_and_line(look: Path, mistake: str) -> None:
    with pytest.raises(RenderError, match=r"house\.html\.j2, line 3"):
        shown(look, "<p>\n\n" + mistake)


@pytest.mark.parametrize(
    "endless",
    [
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}"
        "{% endmacro %}{{ m(60) }}",
        "{% set n = namespace(t='aaaaaaaa') %}"
        "{% for i in range(64) %}{% set n.t = n.t ~ n.t %}{% endfor %}",
        "{% set n = namespace(t='aaaaaaaa') %}"
        "{% for i in range(64) %}{% set n.t = n.t + n.t %}{% endfor %}",
        "{{ 'a' * 10000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%10000000000d' % 1 }}",
        "{{ 'a'.ljust(10000000000) }}",
        "{{ 'a'|center(10000000000) }}",
        "{% set n = namespace(t=[1]) %}"
        "{% for i in range(64) %}{% set n.t = n.t + n.t %}{% endfor %}",
        "{% set t = range(5000)|join('a') %}{{ range(5000)|join(t) }}",
        "{% set t = range(5000)|join('a') %}{{ t|replace('a', t) }}",
        "{% set t = range(5000)|join('a') %}{{ t.replace('a', t) }}",
        "{% set t = range(5000)|join('a') %}{{ t.join(t) }}",
        "{% set n = namespace(t=[], u=[]) %}{% for i in range(64) %}"
        "{% set n.t = [n.t, n.t] %}{% set n.u = [n.u, n.u] %}"
        "{% endfor %}{{ n.t == n.u }}",
        "{% set n = namespace(t={}, u={}) %}{% for i in range(64) %}"
        "{% set n.t = dict(a=n.t, b=n.t) %}{% set n.u = {'a': n.u, 'b': n.u} %}"
        "{% endfor %}{{ n.t == n.u }}",
        "{% set t = range(900)|list %}"
        "{% set n = namespace(t=[t]) %}{% for i in range(9) %}"
        "{% set n.t = n.t + n.t %}{% endfor %}{{ n.t|sum(start=[]) }}",
        "{% for a in range(9999) %}{{ brief.title }}{{ 'x' ~ brief.about }}"
        "{% for b in range(9999) %}word{% endfor %}{% endfor %}",
    ],
)
def test_a_template_without_an_end_is_stopped(look: Path, endless: str) -> None:
    """By what it does; on a slow machine, by the time that a page may take."""
    with pytest.raises(RenderError, match=r"house\.html\.j2|takes more time"):
        shown(look, endless)


def test_what_a_template_holds_is_bounded(
    look: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step is small, and each text short: it is the memory that has no end."""
    monkeypatch.setattr(patience, "MEMORY", 20_000_000)
    hoard = "{% set n = namespace(t=[]) %}{% for i in range(99999) %}"
    hoard += "{% set n.t = n.t + [range(9999)|list] %}{% endfor %}"
    with pytest.raises(RenderError, match="memory"):
        shown(look, hoard)


def test_a_template_that_is_not_text_is_named(look: Path) -> None:
    with pytest.raises(RenderError, match=r"house\.html\.j2, line 2: not UTF-8"):
        shown(look, b"<p>\n\xff\xfe")


def test_a_template_stands_in_its_folder(look: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    (look / "templates" / "house.html.j2").symlink_to(secret)
    with pytest.raises(RenderError, match="no template"):
        render.to_html(sample.BRIEF, profile="house", look=look)


PAGE = (
    '<html lang="en"><head><title>A</title>'
    '<link rel="stylesheet" href="styles/house.css"></head><body>{}</body></html>'
)


def styled(look: Path, css: str | bytes, body: str = "<p>a</p>") -> str:
    data = css.encode() if isinstance(css, str) else css
    (look / "styles" / "house.css").write_bytes(data)
    return PAGE.format(body)


@pytest.mark.parametrize(
    "css",
    [
        b"p { content: '\xff' }",
        "@import 'house.css';",
        "@import url(house.css) print;",
        "@page { size: 0 0 }",
        "p { background: url(absent.svg) }",
    ],
)
def test_a_style_that_cannot_be_set_is_an_error(look: Path, css: str | bytes) -> None:
    with pytest.raises(RenderError):
        render.to_pdf(styled(look, css), date=date(2026, 1, 2), look=look)


@pytest.mark.parametrize("css", [b"p { content: '\xff' }", "@import 'house.css';"])
def test_such_a_style_is_an_error_on_a_screen_too(look: Path, css: str | bytes) -> None:
    with pytest.raises(RenderError, match=r"house\.css"):
        webpage.self_contained(styled(look, css), look)


@pytest.mark.parametrize(
    "address", ["pic.svg#icon", "my%20pic.svg", "./pic.svg?v=2", "../styles/pic.svg"]
)
def test_one_rule_finds_pictures_on_paper_and_on_a_screen(
    look: Path, address: str
) -> None:
    for name in ("pic.svg", "my pic.svg"):
        (look / "styles" / name).write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
            encoding="utf-8",
        )
    page = styled(look, f'p {{ background: url("{address}") }}')
    assert "data:image/svg+xml" in webpage.self_contained(page, look)
    assert render.to_pdf(page, date=date(2026, 1, 2), look=look)


@pytest.mark.parametrize("span", ["x", "0", "-1", "1000000000", "1e3", ""])
def test_a_span_that_is_no_number_is_told(span: str) -> None:
    table = f'<table><tr><th rowspan="{span}">a</th></tr></table>'
    told = str(lint.report(lint.page(PAGE.format(table))))
    assert "rowspan" in told
