"""A page becomes the same good PDF file everywhere, or a clear error."""

import logging
import os
import subprocess
import sys
import tempfile
from gettext import NullTranslations
from pathlib import Path

import pytest

from briefs.errors import RenderError
from briefs.render import layout as render
from briefs.render import pdf
from briefs.render.checks.complaints import strictly
from tests.make import sample
from tests.make.pages import DATE, SAMPLE, broken_rules, opened, page, pdf_of

FIGURES = pdf.Attachment("figures.csv", "Сандар", b"INDICATOR,OBS_VALUE\n")

WRITE = """
import sys
from datetime import date
from pathlib import Path
from briefs.render import pdf, layout as render
html = Path(sys.argv[1]).read_text("utf-8")
figures = pdf.Attachment("figures.csv", "\u0421\u0430\u043d\u0434\u0430\u0440", b"a")
moment = date(2026, 11, 22)
sys.stdout.buffer.write(render.to_pdf(html, date=moment, attachments=[figures]))
"""


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house's folder with templates of its own."""
    folder = tmp_path_factory.mktemp("look")
    (folder / "templates").mkdir()
    (folder / "styles").mkdir()
    return folder


def template(look: Path, name: str, text: str) -> None:
    (look / "templates" / f"{name}.html.j2").write_text(text, encoding="utf-8")


class Backwards(NullTranslations):
    """Translations that show that they were used."""

    def gettext(self, message: str) -> str:
        return message[::-1]


# From a brief to a page


def test_a_house_template_wins_over_the_one_of_the_package(look: Path) -> None:
    template(look, "brief", "{{ brief.title }} {{ paper }} {{ extra }}")
    html = render.to_html(
        sample.BRIEF, look=look, paper="letter", variables={"extra": "<b>"}
    )
    assert html == f"{sample.BRIEF.title} letter &lt;b&gt;"


def test_a_house_may_add_a_profile(look: Path) -> None:
    template(look, "poster", "")
    template(look, "_macros", "")
    assert "poster" in render.profiles(look)
    assert "_macros" not in render.profiles(look)
    assert "poster" not in render.profiles()


def test_imported_macros_speak_the_language_of_each_page(look: Path) -> None:
    template(look, "_say", "{% macro say() %}{{ _('abc') }}{% endmacro %}")
    template(look, "said", "{% import '_say.html.j2' as s %}{{ s.say() }}")
    spoken = [
        render.to_html(sample.BRIEF, profile="said", look=look, translations=language)
        for language in (NullTranslations(), Backwards(), NullTranslations())
    ]
    assert spoken == ["abc", "cba", "abc"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n{{ brief.tittle }}", "faulty.html.j2, line 2: .*tittle"),
        ("\n\n{% if %}", "faulty.html.j2, line 3: "),
        ("\n{% include 'none.html.j2' %}", "no template none.html.j2"),
    ],
)
def test_a_faulty_template_is_named_with_its_line(
    text: str, message: str, look: Path
) -> None:
    template(look, "faulty", text)
    with pytest.raises(RenderError, match=message):
        render.to_html(sample.BRIEF, profile="faulty", look=look)


def test_an_unknown_profile_is_an_error() -> None:
    with pytest.raises(RenderError, match="no template leaflet"):
        render.to_html(sample.BRIEF, profile="leaflet")


# From a page to a PDF file


@pytest.mark.parametrize("multiple", [1, 4])
@pytest.mark.parametrize("mono", [False, True])
def test_a_file_is_for_archives_and_for_screen_readers(
    mono: bool, multiple: int
) -> None:
    content = pdf_of(SAMPLE, attachments=[FIGURES], mono=mono, multiple=multiple)
    assert broken_rules(content) == []
    assert len(opened(content).pages) == (4 if multiple == 4 else 2)


def test_the_bytes_are_the_same_in_any_process_place_time_zone_and_font_setting(
    tmp_path: Path,
) -> None:
    program, source = tmp_path / "write.py", tmp_path / "page.html"
    program.write_text(WRITE, encoding="utf-8")
    source.write_text(SAMPLE, encoding="utf-8")
    settings = tmp_path / "fonts.conf"
    settings.write_text(
        '<fontconfig><match target="font"><edit name="hintstyle" mode="assign">'
        "<const>hintfull</const></edit></match></fontconfig>"
    )
    theirs = {
        "PYTHONHASHSEED": "2",
        "TZ": "Asia/Bishkek",
        "FONTCONFIG_FILE": str(settings),
        "LC_ALL": "C",
    }
    (elsewhere := tmp_path / "elsewhere").mkdir()
    made = subprocess.run(
        [sys.executable, "-W", "ignore", program, source],
        cwd=elsewhere,
        env=os.environ | theirs,
        capture_output=True,
        check=True,
    )
    contents = {made.stdout}
    figures = pdf.Attachment("figures.csv", "Сандар", b"a")
    contents.add(pdf_of(SAMPLE, attachments=[figures]))
    contents.add(pdf_of(SAMPLE, attachments=[figures]))
    assert len(contents) == 1
    assert contents.pop().startswith(b"%PDF-1.7")


def test_no_font_file_is_left_behind(tmp_path: Path) -> None:
    program, source = tmp_path / "write.py", tmp_path / "page.html"
    program.write_text(WRITE, encoding="utf-8")
    source.write_text(SAMPLE, encoding="utf-8")
    (temporary := tmp_path / "temporary").mkdir()
    subprocess.run(
        [sys.executable, program, source],
        env=os.environ | {"TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    assert list(temporary.iterdir()) == []


def test_font_files_are_removed_by_the_process_that_wrote_them_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    renderer = render.Renderer()
    (folder,) = tmp_path.iterdir()
    renderer._remove_fonts(os.getppid())
    assert folder.exists()
    renderer._remove_fonts(os.getpid())
    assert not folder.exists()
    renderer._leave_fonts()
    renderer._remove_fonts(os.getpid())


def test_a_machine_that_cuts_fonts_down_in_the_old_way_still_renders() -> None:
    with strictly():
        logging.getLogger("weasyprint").warning("Please install HarfBuzz-Subset")


def test_a_renderer_survives_its_forked_children() -> None:
    before = pdf_of(SAMPLE)
    child = os.fork()
    if not child:  # pragma: no cover (another process)
        same = pdf_of(SAMPLE) == before
        render._renderer(None)._remove_fonts(os.getppid())
        del render._renderer(None)._shared["font_config"]
        os._exit(0 if same else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert pdf_of(SAMPLE) == before


def test_the_only_date_is_the_one_given() -> None:
    content = opened(pdf_of(SAMPLE, attachments=[FIGURES]))
    assert str(content.docinfo.CreationDate) == "D:20261122"
    assert str(content.docinfo.ModDate) == "D:20261122"
    attached = content.Root.AF[0].EF.F.Params
    assert str(attached.CreationDate) == str(attached.ModDate) == "D:20261122000000Z"
    assert b"2026-11-22" in content.Root.Metadata.read_raw_bytes()


def test_figures_travel_as_data() -> None:
    content = opened(pdf_of(SAMPLE, attachments=[FIGURES]))
    attached = content.Root.AF[0]
    assert (str(attached.UF), str(attached.Desc)) == (FIGURES.name, FIGURES.description)
    assert attached.AFRelationship == "/Data"
    assert attached.EF.F.Subtype == "/text/csv"
    assert attached.EF.F.read_bytes() == FIGURES.content


# What may be loaded


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.png",
        "file:///etc/hostname",
        "styles/../pyproject.toml",
        "styles/none.css",
        "templates/brief.html.j2",
        "corpus/a.png",
        "%2e%2e/styles/base.css",
    ],
)
def test_nothing_but_the_package_is_loaded(address: str) -> None:
    with pytest.raises(RenderError, match="not part of the package"):
        pdf_of(page(f'<h1>А</h1><img alt="а" src="{address}">'))


def test_a_missing_style_is_an_error() -> None:
    link = '<link rel="stylesheet" href="styles/none.css">'
    with pytest.raises(RenderError, match=r"styles/none\.css is not part"):
        pdf_of(page("<h1>А</h1>").replace("</head>", f"{link}</head>"))


@pytest.mark.parametrize("media", ["print", "screen"])
@pytest.mark.parametrize(
    ("style", "says"),
    [
        ('@import "house.css";', r"styles/house\.css imports itself"),
        ('@import "none.css";', r"styles/none\.css is not part of the package"),
        ('@import "other.css";', r"other\.css, line 1: not UTF-8"),
    ],
)
def test_what_a_style_imports_is_told_by_name(
    look: Path, style: str, says: str, media: str
) -> None:
    (look / "styles" / "house.css").write_text(style)
    (look / "styles" / "other.css").write_bytes(b"h1{content:'caf\xe9'}")
    link = '<link rel="stylesheet" href="styles/house.css">'
    html = page("<h1>А</h1>").replace("</head>", f"{link}</head>")
    with pytest.raises(RenderError, match=says):
        render.lay_out(html, look=look, media=media)


def test_a_house_style_is_loaded_once_and_wins(look: Path) -> None:
    (look / "styles" / "house.css").write_text("@page { size: 70mm 50mm }")
    link = '<link rel="stylesheet" href="styles/house.css">'
    screen = '<link rel="stylesheet" href="styles/none.css" media="screen">'
    html = page("<h1>А</h1>").replace("</head>", f"{link}{screen}</head>")
    first, second = (pdf_of(html, look=look) for _ in range(2))
    assert first == second
    document = opened(first)
    assert [round(float(x)) for x in document.pages[0].mediabox[2:]] == [198, 142]


@pytest.mark.parametrize(
    ("body", "style", "message"),
    [
        ("<h1>А</h1>", "h1 { colour: red }", "colour"),
        ("<h1>А \U0010fffd</h1>", "", "U\\+10FFFD"),
        ('<h1>А</h1><img src="data:image/png;base64,AAAA" alt="а">', "", "image"),
        ('<h1>А <a href="#none">б</a></h1>', "", "none"),
        ('<h1 id="a">А</h1><p id="a">б</p>', "", "twice"),
        ("<h1>А</h1>", "@font-face{font-family:x;src:url(styles/x.ttf)}", "x.ttf"),
    ],
)
def test_what_would_only_be_logged_is_an_error(
    body: str, style: str, message: str
) -> None:
    with pytest.raises(RenderError, match=message):
        pdf_of(page(body, style))


def test_a_machine_without_pango_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Absent:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Absent(), *sys.meta_path])
    with pytest.raises(RenderError, match="apt-get install libpango"):
        render.to_pdf("", date=DATE, look=tmp_path)
