"""No word of the command line wins in silence over another one."""

import pytest

from tests.make.commands import run


@pytest.mark.parametrize(
    "words",
    [
        ["build", "torture", "--profile", "brief", "--profile", "handout"],
        ["build", "torture", "--date", "2026-01-01", "--date=2026-01-02"],
        ["build", "torture", "-o", "a.pdf", "--output", "b.pdf"],
        ["figures", "torture", "-l", "ru", "--locale", "ru"],
        ["language", "new", "tg", "--from", "ru", "--from", "ky"],
    ],
)
def test_an_option_with_one_value_is_written_once(words: list[str]) -> None:
    told = run(*words, env={"BRIEFS_LOCALE": "en"})
    assert told.code == 2
    assert told.out == ""


def test_the_refusal_names_the_option() -> None:
    told = run("build", "torture", "-o", "a.pdf", "--output", "b.pdf")
    assert told.err == "briefs: --output stands there more than once: write it once\n"


def test_options_that_may_be_repeated_all_count() -> None:
    years = ("--years", "2017", "--years", "2019", "--country", "KGZ")
    told = run("coverage", "trafficking", *years, "--country", "KAZ", "--json")
    assert told.code == 0
    assert {year for year in ("2017", "2019") if f'"year": {year}' in told.out} == {
        "2017",
        "2019",
    }


def test_a_plain_flag_may_be_repeated() -> None:
    assert run("topics", "--json", "--json").code == 0


def test_naming_topics_and_all_of_them_is_refused() -> None:
    told = run("build", "torture", "--all")
    assert told.code == 2
    assert "--all" in told.err


@pytest.mark.parametrize(
    "words",
    [
        ["9" * 4000],
        ["check", "\u202ex"],
        ["topics", "--" + "y" * 4000],
        ["—\u202e", "}"],
    ],
)
def test_what_was_typed_neither_fills_the_screen_nor_steers_it(
    words: list[str],
) -> None:
    told = run(*words)
    assert told.code == 2
    assert len(told.err) < 1000
    assert "\u202e" not in told.err
