"""The setting `look`: a house sets briefs by templates and styles of its own."""

from pathlib import Path

import pytest

from briefs.errors import ExitCode
from tests.make.commands import Outcome, assert_refused, run


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder of templates and styles, and settings that name it."""
    (tmp_path / "house" / "templates").mkdir(parents=True)
    (tmp_path / "house" / "styles").mkdir()
    (tmp_path / "our.toml").write_text('look = "house"\n', "utf-8")
    return tmp_path


def poster(small: Path, house: Path, body: str, *how: object, css: str = "") -> Outcome:
    """Build a brief of the small corpus by a template of the house."""
    (house / "house" / "templates" / "poster.html.j2").write_text(
        '<!doctype html><html lang="en"><head><title>{{ brief.title }}</title>'
        '<link rel="stylesheet" href="styles/house.css"></head><body>'
        f"{body}</body></html>",
        "utf-8",
    )
    (house / "house" / "styles" / "house.css").write_text(css, "utf-8")
    return run(
        *("--config", house / "our.toml", "build", "torture", "-l", "en"),
        *("--profile", "poster", "-o", house / "made", "--corpus", small, *how),
    )


QUOTED = """
<h1>{{ brief.title }}</h1>
{% for chapter in brief.chapters %}{% for group in chapter.years %}
{% for excerpt in group.excerpts %}<blockquote>
{% for part in excerpt.parts %}<p lang="{{ excerpt.language }}">{{ part|unbroken }}</p>
{% endfor %}
{% if excerpt.translation %}{% for part in excerpt.translation.parts %}
<p>{{ part|unbroken }}</p>{% endfor %}{% endif %}
</blockquote>{% endfor %}{% endfor %}{% endfor %}
"""


@pytest.mark.parametrize("kind", ["pdf", "html"])
def test_a_house_sets_briefs_by_templates_of_its_own(
    small: Path, house: Path, kind: str
) -> None:
    told = poster(small, house, QUOTED, "--format", kind, css="p { color: #300 }")
    assert (told.code, told.err) == (0, "")
    assert Path(told.out.strip()).name == f"torture-en-poster.{kind}"


@pytest.mark.parametrize(
    ("body", "css", "place"),
    [
        ("\n<h3>{{ brief.title }}</h3>", "", "poster.html.j2:2 <h3>"),
        (QUOTED, "\np { opacity: .5 }", "house.css:2: use a lighter colour"),
    ],
)
def test_a_page_that_nobody_could_hear_is_refused_with_its_line(
    small: Path, house: Path, body: str, css: str, place: str
) -> None:
    told = poster(small, house, body, css=css)
    assert_refused(told, ExitCode.RENDER, place, "correct the template")
    assert not (house / "made").exists()


def test_a_look_that_is_not_there_is_named(tmp_path: Path) -> None:
    settings = tmp_path / "our.toml"
    settings.write_text('look = "none"\n', "utf-8")
    told = run("--config", settings, "build", "torture")
    assert_refused(told, ExitCode.SETTING, str(tmp_path / "none"), "templates")
