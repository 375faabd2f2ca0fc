"""The program speaks the user's language: which one, and how what it says is found."""

import gettext
import subprocess
import sys
from pathlib import Path

import pytest

from briefs.cli import language as interface
from tests.make.alike import standing_for
from tests.make.commands import run

# Which language


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be in a folder without settings, on a system without a language."""
    monkeypatch.chdir(tmp_path)
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_a_flag_comes_before_the_environment() -> None:
    assert interface.language("ru", {"BRIEFS_LOCALE": "ky"}) == "ru"


def test_the_environment_comes_before_the_settings_file() -> None:
    Path("briefs.toml").write_text('locale = "ru"', "utf-8")
    assert interface.language(None, {"BRIEFS_LOCALE": "ky"}) == "ky"
    assert interface.language(None, {}) == "ru"


def test_another_settings_file_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text('locale = "ky"', "utf-8")
    assert interface.language(None, {"BRIEFS_CONFIG": "other.toml"}) == "ky"


@pytest.mark.parametrize("text", ["locale = ", "locale = 1", "colour = 1"])
def test_a_malformed_settings_file_is_no_matter_of_language(text: str) -> None:
    Path("briefs.toml").write_text(text, "utf-8")
    assert interface.language(None, {"LANG": "ru_RU.UTF-8"}) == "ru"


@pytest.mark.parametrize(
    ("env", "code"),
    [
        ({"LANG": "ky_KG.UTF-8"}, "ky"),
        ({"LANG": "ru"}, "ru"),
        ({"LANG": "ru_RU", "LC_MESSAGES": "ky_KG"}, "ky"),
        ({"LANG": "ru_RU", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "", "LC_ALL": ""}, "en"),
        ({}, "en"),
    ],
)
def test_the_system_is_asked_last(env: dict[str, str], code: str) -> None:
    assert interface.language(None, env) == code


def test_a_language_without_catalog_is_passed_over() -> None:
    assert interface.language("xx", {"LANG": "ru_RU"}) == "ru"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["build", "torture", "--locale", "ru"], "ru"),
        (["build", "-l", "ky", "-l", "ru"], "ky"),
        (["build", "--locale=ky"], "ky"),
        (["build", "-l"], ""),
        (["build"], None),
    ],
)
def test_the_flag_is_known_before_it_is_looked_at(
    words: list[str], code: str | None
) -> None:
    assert interface.flag(words) == code


# Help, usage and errors


def test_help_is_in_the_language_of_the_user() -> None:
    told = run("build", "--help", env={"BRIEFS_LOCALE": "ru"})
    assert "Использование:" in told.out
    assert "Вид страниц." in told.out
    assert "Show" not in told.out


def test_a_usage_error_is_in_the_language_of_the_user() -> None:
    told = run("excerpts", env={"BRIEFS_LOCALE": "ky"})
    assert told.code == 2
    assert "Аргумент жок" in told.err


def test_an_error_and_its_hint_are_in_the_language_of_the_user() -> None:
    told = run("excerpts", "tortur", "-l", "ru")
    near = "Пытки и жестокое обращение (torture)"
    assert told.err == f"briefs: неизвестная тема 'tortur': возможно, {near}?\n"


def test_json_is_in_no_language() -> None:
    found = {run("excerpts", "hiv", "--json", "-l", code).out for code in ("ky", "en")}
    assert len(found) == 1


def test_nothing_of_a_language_is_left_behind() -> None:
    run("--help", env={"BRIEFS_LOCALE": "ru"})
    assert gettext.gettext("Usage:") == "Usage:"
    assert "Usage:" in run("--help").out


@pytest.mark.parametrize(
    "words",
    standing_for(
        [["build", "--help"]], [["--help"], ["--version"], ["build", "--help"]]
    ),
)
def test_english_loads_no_catalog(words: list[str]) -> None:
    code = (
        "import sys\nfrom briefs.cli import app as cli\n"
        f"try: cli.main({words})\nexcept SystemExit: pass\n"
        "sys.exit('babel' in sys.modules)"
    )
    assert not subprocess.run([sys.executable, "-c", code], check=False).returncode
