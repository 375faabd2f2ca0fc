"""What holds for every command: help, settings, errors, real processes."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefs import __version__
from briefs.errors import ExitCode
from tests.make.commands import (
    COMMAND,
    DAY,
    Outcome,
    assert_refused,
    build,
    execute,
    rows,
    run,
)
from tests.make.spoil import HOME


def test_the_version_is_told() -> None:
    assert run("--version").out == f"briefs {__version__}\n"


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",)])
def test_help_lists_every_command(words: tuple[str, ...]) -> None:
    told = run(*words)
    for command in (
        "build",
        "topics",
        "excerpts",
        "figures",
        "coverage",
        "search",
        "ingest",
        "check",
        "verify",
        "doctor",
    ):
        assert re.search(rf"^  {command}\b", told.out + told.err, re.MULTILINE)


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_help_and_version_start_without_the_heavy_libraries(word: str) -> None:
    heavy = ["weasyprint", "babel", "jinja2", "pikepdf", "py3langid", "pypdfium2"]
    code = (
        "import sys\nfrom briefs.cli.app import main\n"
        f"try: main([{word!r}])\nexcept SystemExit: pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"


def test_an_unknown_command_or_option_is_a_usage_error() -> None:
    assert run("biuld").code == ExitCode.USAGE
    assert run("build", "--colour").code == ExitCode.USAGE


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("topics",), "torture"),
        (("topics", "check", "torture"), "tortur"),
        (("excerpts", "torture"), "hrr-2020-kgz-en"),
        (("excerpts", "torture", "--why"), "tortur"),
        (("figures", "torture"), "40 complaints of torture"),
        (("figures", "review", "hrr-2020-kgz-en"), "120 members"),
        (("coverage",), "women"),
        (("search", "shelter"), "opened a shelter"),
        (("check",), "hrr-2019-kgz-ky"),
    ],
)
def test_every_command_also_speaks_to_people(
    small: Path, words: tuple[str, ...], said: str
) -> None:
    told = run(*words, "--corpus", small)
    assert told.code == 0
    assert said in told.out
    assert told.err == "" or "review" in words, "a review is summed up beside its rows"


def test_nothing_is_coloured(small: Path) -> None:
    told = execute("topics", "--corpus", small, env={"NO_COLOR": "1"})
    assert told.code == 0
    assert "\x1b" not in told.out + told.err


# Settings


def test_the_corpus_may_be_named_in_the_environment(small: Path) -> None:
    told = run("topics", "--json", env={"BRIEFS_CORPUS": str(small)})
    assert [row["code"] for row in json.loads(told.out)] == ["torture", "women"]


def test_a_flag_comes_before_the_environment_and_that_before_the_settings_file(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = f'locale = "ru"\noutput = "here"\ncorpus = "{small}"\n'
    (tmp_path / "briefs.toml").write_text(settings, encoding="utf-8")
    words = "build", "women", "--format", "html"
    assert run(*words).out == "here/women-ru.html\n"
    env = {"BRIEFS_LOCALE": "ky"}
    assert "Аялдар" in run("topics", env=env).out
    assert "Women" in run("topics", "-l", "en", env=env).out


def test_a_settings_file_may_be_named(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "house.toml"
    file.write_text('locale = "en"\noutput = "made"\naccent = "#7a1f1f"\n', "utf-8")
    words = "build", "women", "--format", "html", "--corpus", small
    made = run("--config", file, *words)
    assert made.out == f"{tmp_path / 'made' / 'women-en.html'}\n"
    assert "#7a1f1f" in Path(made.out.strip()).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('colour = "red"', ["line 1", "colour"]),
        ('accent = "red"', ["line 1", "accent"]),
        ("locale = ", ["line 1"]),
        ('locale = "ky"\n[issuer]\nname = ""', ["line 3", "issuer"]),
        ('[issuer]\nname = "House"\nlogo = "no.png"', ["line 3", "no.png"]),
    ],
)
def test_a_bad_setting_is_told_by_file_and_line(
    small: Path, tmp_path: Path, settings: str, said: list[str]
) -> None:
    file = tmp_path / "house.toml"
    file.write_text(settings, encoding="utf-8")
    told = build(small, "women", env={"BRIEFS_CONFIG": str(file)})
    assert_refused(told, ExitCode.SETTING, str(file), *said)


def test_an_unknown_setting_in_the_environment_is_refused(small: Path) -> None:
    told = build(small, "women", env={"BRIEFS_COLOUR": "red"})
    assert_refused(told, ExitCode.SETTING, "BRIEFS_COLOUR")


# What cannot be done


def test_an_unknown_topic_is_answered_with_the_nearest(small: Path) -> None:
    for words in (("build", "tortur"), ("excerpts", "tortur"), ("figures", "tortur")):
        told = run(*words, "--corpus", small)
        assert_refused(told, ExitCode.CORPUS, "'tortur'", "torture")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("build",), "no topic"),
        (("build", "torture", "--years", "2019-2015"), "2019-2015"),
        (("build", "torture", "--years", "last"), "last"),
        (("build", "torture", "--date", "tomorrow"), "tomorrow"),
        (("search", "…"), "word"),
        (("figures", "review"), "edition"),
    ],
)
def test_words_that_make_no_sense_are_usage_errors(
    small: Path, words: tuple[str, ...], said: str
) -> None:
    assert_refused(run(*words, "--corpus", small), ExitCode.USAGE, said)


def test_a_folder_without_editions_is_no_corpus(tmp_path: Path) -> None:
    for command in (("topics",), ("coverage",), ("check",), ("search", "word")):
        told = run(*command, "--corpus", tmp_path / "none")
        assert_refused(told, ExitCode.CORPUS, "no corpus folder")
        told = run(*command, "--corpus", tmp_path)
        assert told.code == ExitCode.CORPUS
        assert "no editions" in told.err


@pytest.mark.parametrize(
    "words",
    [
        ("build", "women", "--years", "1999"),
        ("build", "women", "--country", "ATA"),
        ("excerpts", "women", "--years", "1999"),
        ("figures", "women"),
        ("search", "unicorn"),
    ],
)
def test_what_is_not_found_is_said(small: Path, words: tuple[str, ...]) -> None:
    assert_refused(run(*words, "--corpus", small), ExitCode.NOTHING_FOUND)


def test_a_corpus_of_editions_and_topics_is_enough(own: Path, tmp_path: Path) -> None:
    for extra in ("numbers", "indicators"):
        shutil.rmtree(own / extra)
    for extra in ("organisations.toml", f"{HOME}/figures.csv"):
        (own / extra).unlink()
    assert build(own, "torture", "-o", tmp_path / "t.html").code == 0
    found = rows("figures", "torture", "--corpus", own)
    assert {(row["value"], row["reviewed"]) for row in found} == {
        (35, False),
        (40, False),
        (3, False),
    }
    assert run("check", "--corpus", own).code == 0


# Through the real command


def test_the_command_works_from_any_folder(small: Path, tmp_path: Path) -> None:
    words = "build", "women", "-l", "en", "--corpus", small, "-q", "--format", "html"
    elsewhere = {"TZ": "Asia/Bishkek", "PYTHONHASHSEED": "7"}
    made = execute(*words, "--date", DAY, cwd=tmp_path, env=elsewhere)
    assert made == Outcome(0, "women-en.html\n", "")
    told = run("verify", tmp_path / "women-en.html", "--corpus", small, "--json")
    assert told.code == 0
    assert json.loads(told.out)[0]["verdict"] == "identical"  # made again here


def test_an_error_is_one_line_without_a_traceback(small: Path) -> None:
    told = execute("excerpts", "tortur", "--corpus", small)
    assert_refused(told, ExitCode.CORPUS, "torture")


def test_a_reader_may_stop_reading(small: Path) -> None:
    words = [str(COMMAND), "excerpts", "torture", "--json", "--corpus", str(small)]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as told:
        assert told.stdout
        assert told.stderr
        told.stdout.close()
        assert "Traceback" not in told.stderr.read()


def test_ctrl_c_ends_the_command_at_once(tmp_path: Path) -> None:
    out, cache = tmp_path / "out", tmp_path / "cache"
    words = "build", "--all", "--separate", "-l", "en", "-o", f"{out}/"
    with subprocess.Popen(
        [COMMAND, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"BRIEFS_CACHE": str(cache)},
    ) as made:
        while not cache.exists() and made.poll() is None:
            time.sleep(0.05)  # until it is at work, however busy the machine is
        made.send_signal(signal.SIGINT)
        said, err = made.communicate(timeout=60)
    assert (made.returncode, said) == (ExitCode.INTERRUPTED, "")
    assert err.startswith("briefs: ")
    assert "Traceback" not in err
    assert not out.exists()


def test_the_command_line_loads_what_it_calls_when_it_calls_it() -> None:
    code = (
        "import sys, briefs.cli.app; "
        "print([n for n in sys.modules if n.startswith(('briefs.tasks', "
        "'briefs.compose', 'briefs.corpus', 'briefs.render', 'briefs.api.'))])"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert told.stdout == "[]\n"
