"""The program speaks the user's language: which one, and how what it says is found."""

import gettext
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.cli import language as interface
from briefs.errors import Message, UsageError
from briefs.i18n import extraction, messages, phrasebook
from briefs.i18n import locale as i18n
from briefs.i18n.phrasebook import Phrasebook
from tests.make.commands import run

COMPLETE = {code for code in i18n.available() if not i18n.load(code).written.draft}
LOCALES = sorted(COMPLETE - {i18n.SOURCE_LOCALE})


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
    assert told.err == "briefs: неизвестная тема 'tortur': возможно, 'torture'?\n"


def test_json_is_in_no_language() -> None:
    found = {run("excerpts", "hiv", "--json", "-l", code).out for code in ("ky", "en")}
    assert len(found) == 1


def test_nothing_of_a_language_is_left_behind() -> None:
    run("--help", env={"BRIEFS_LOCALE": "ru"})
    assert gettext.gettext("Usage:") == "Usage:"
    assert "Usage:" in run("--help").out


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["build", "--help"]])
def test_english_loads_no_catalog(words: list[str]) -> None:
    code = (
        "import sys\nfrom briefs.cli import app as cli\n"
        f"try: cli.main({words})\nexcept SystemExit: pass\n"
        "sys.exit('babel' in sys.modules)"
    )
    assert not subprocess.run([sys.executable, "-c", code], check=False).returncode


# Messages with fields


def test_a_message_is_said_with_what_is_filled_in() -> None:
    place = Message("there is no locale {code!r}", code="xx")
    told = messages.say(Message("cannot read {file}: {why}", file=place, why="q"), "ru")
    assert told == "не читается нет языка 'xx': q"


@pytest.mark.parametrize("code", LOCALES)
def test_every_message_is_said_in_every_language(code: str) -> None:
    for message in i18n.catalog(code):
        template, translated = str(message.id), str(message.string)
        names = {n for _, n, _, _ in Formatter().parse(template) if n}
        if message.context != i18n.PROGRAM or any(n.isdigit() for n in names):
            continue
        filled = {name: f"⟦{name}⟧" for name in names}
        error = UsageError(
            Message(template, **filled), hint=Message(template, **filled)
        )
        said = translated.format(**filled)
        assert messages.tell(error, code) == f"{said}: {said}"


# Phrases


BOOK = Phrasebook(
    [
        ("no topic was named", "тема аталган жок"),
        ("unknown topic {0}", "белгисиз тема {0}"),
        ("{0}, line {1}", "{0}, {1}-сап"),
        ("cannot read {0}: {1}", "{0} окулбайт: {1}"),
        ("cannot read the source {0}: {1}", "{0} булагы окулбайт: {1}"),
        ("{0} counts {1}, not {2}", "{1}, а не {2}: {0}"),
    ]
)


@pytest.mark.parametrize(
    ("english", "kyrgyz"),
    [
        ("no topic was named", "тема аталган жок"),
        ("unknown topic 'x'", "белгисиз тема 'x'"),
        ("a.toml, line 3: unknown topic 'x'", "a.toml, 3-сап: белгисиз тема 'x'"),
        ("cannot read a.toml: denied", "a.toml окулбайт: denied"),
        ("cannot read the source a.txt: no", "a.txt булагы окулбайт: no"),
        ("cannot read a.toml: [2]: denied", "a.toml окулбайт: [2]: denied"),
        ("x counts cases, not people", "cases, а не people: x"),
        ("no topic was named\nunknown topic 1", "тема аталган жок\nбелгисиз тема 1"),
        ("no topic was named; and more", "тема аталган жок; and more"),
        ("something else", "something else"),
    ],
)
def test_what_was_filled_in_is_kept(english: str, kyrgyz: str) -> None:
    assert BOOK.say(english) == kyrgyz


@given(st.text())
def test_english_stays_as_it_is(text: str) -> None:
    assert phrasebook.load("en").say(text) == text


@given(st.text(alphabet="абв {}()*.", min_size=1))
def test_any_name_may_be_filled_in(name: str) -> None:
    assert BOOK.say(f"unknown topic {name!r}") == f"белгисиз тема {name!r}"


@pytest.mark.parametrize("code", LOCALES)
def test_every_phrase_is_recognised(code: str) -> None:
    book = phrasebook.load(code)
    for message in i18n.catalog(code):
        if message.context == i18n.PROGRAM:
            phrase, translated = str(message.id), str(message.string)
            names = [n for _, n, _, _ in Formatter().parse(phrase) if n is not None]
            if not all(name.isdigit() for name in names):
                continue  # a message with named fields, which is not guessed
            filled = [f"x{number}" for number in range(len(names))]
            assert book.say(phrase.format(*filled)) == translated.format(*filled)


# What the program says is found in its code


@pytest.mark.parametrize(
    ("code", "messages"),
    [
        ('raise UsageError("no topic", hint="name one")', ["no topic", "name one"]),
        ('raise UsageError(f"no {topic!r} in {a.b}")', ["no {0} in {1}"]),
        ('raise UsageError(f"is {x}" if y else "is not")', ["is {0}", "is not"]),
        ('raise UsageError("they are " + ", ".join(all))', ["they are {0}"]),
        ('raise ValueError("no matter of the user")', []),
        ('raise table.fault("is a table", "issuer")', ["is a table"]),
        ('def f():\n yield f"{n} topics"', ["{0} topics"]),
        ('def f():\n yield f"{x}: {y}"', []),
        ('def f():\n yield row, "is wrong here"', ["is wrong here"]),
        ('def nearest():\n return f"did you mean {x}?"', ["did you mean {0}?"]),
        ('hint = "write {x}"', ["write {{x}}"]),
        ('X = typer.Option("--json", help="Print JSON.")', ["Print JSON."]),
        ('@app.command()\ndef f():\n """Do it."""', ["Do it."]),
        ('def f():\n """Do it."""', []),
    ],
)
def test_messages_are_found_where_they_arise(code: str, messages: list[str]) -> None:
    found = [message for _, _, message, _ in extraction.said(code)]
    assert sorted(found) == sorted((i18n.PROGRAM, message) for message in messages)
