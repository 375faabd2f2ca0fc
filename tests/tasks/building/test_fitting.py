"""A brief is shown by its design, with what the house adds to it."""

from pathlib import Path

import pytest

from briefs.i18n import locale as i18n
from briefs.tasks.building import fitting
from briefs.tasks.building.wanted.request import Look
from tests.make import sample

ENGLISH = i18n.load("en")


def shown(look: Look) -> str:
    return fitting.to_html(sample.BRIEF, look, ENGLISH)


def test_a_style_of_the_house_comes_after_those_of_the_package(tmp_path: Path) -> None:
    assert "house.css" not in shown(Look(folder=tmp_path))
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "house.css").write_text("h1 { color: #123456 }")
    html = shown(Look(folder=tmp_path))
    assert html.index("styles/house.css") > html.index("styles/screen.css")


@pytest.mark.parametrize("profile", ["brief", "page"])
def test_clear_print_comes_after_the_design(profile: str) -> None:
    assert "clear.css" not in shown(Look(profile=profile))
    html = shown(Look(profile=profile, clear=True))
    assert html.index("styles/clear.css") > html.index("styles/base.css")
