"""What is printed arrives, or the command says that it did not."""

import json
import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefs.cli import streams
from briefs.errors import DeliveryError, ExitCode
from tests.make.commands import COMMAND
from tests.make.places import ROOT

PACKAGE = ROOT / "briefs"


def shell(line: str, words: Sequence[str] = ("--version",)) -> tuple[int, str]:
    """Run a command in a shell that does something to its outputs."""
    done = subprocess.run(
        ["sh", "-c", line, "sh", str(COMMAND), *words],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('"$@" > /dev/full', "cannot write to standard output, no space is left"),
        ('"$@" >&-', "standard output is closed"),
    ],
)
def test_an_output_that_takes_nothing_is_told(line: str, says: str) -> None:
    code, told = shell(line)
    assert code == ExitCode.DELIVERY
    assert says in told
    assert "Traceback" not in told


def test_messages_that_nobody_can_see_change_no_exit_code() -> None:
    assert shell('"$@" 2> /dev/full', ["topics", "--corpus", "none"])[0] == 4
    assert shell('"$@" 2>&-', ["topics", "--corpus", "none"])[0] == 4


def test_a_question_that_nobody_can_answer_is_no_fault_of_ours() -> None:
    code, told = shell('"$@" <&- > /dev/null', ["init", "-l", "en"])
    assert code == ExitCode.USAGE
    assert "no topic was named" in told
    code, _ = shell('"$@" <&- 2>&- > /dev/null', ["init", "-l", "en"])
    assert code == ExitCode.USAGE


def test_a_terminal_of_few_letters_shows_escapes() -> None:
    line = 'PYTHONIOENCODING=ascii LC_ALL=C "$@" > /dev/null'
    code, told = shell(line, ["build", "--help", "-l", "ky"])
    assert (code, told) == (0, "")


def test_a_folder_for_what_is_passing_is_not_needed_to_speak() -> None:
    line = 'TMPDIR=/none TMP=/none TEMP=/none "$@" > /dev/null'
    code, told = shell(line, ["build", "--help", "-l", "ru"])
    assert (code, told) == (0, "")


def test_what_went_wrong_steers_no_terminal_and_fills_no_screen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    streams.tell("a\x1b[2J\u202e" + "x" * 9000)
    told = capsys.readouterr().err
    assert r"a\u001b[2J\u202e" in told
    assert len(told) < 3000


def test_what_the_system_refuses_is_no_fault_of_ours(
    capsys: pytest.CaptureFixture[str],
) -> None:
    refused = PermissionError(13, os.strerror(13), "a.toml")
    assert streams.ended(refused, "en").code == ExitCode.DELIVERY
    assert "cannot use a.toml, access is not allowed" in capsys.readouterr().err
    assert isinstance(streams.fault(OSError(28, os.strerror(28))), DeliveryError)
    assert streams.ended(MemoryError(), "ru").code == ExitCode.DELIVERY


def test_what_is_listed_steers_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    streams.echo("Tort\x1b]0;x\x07ure\u202e\x9b2J, ©\n  as before")
    assert capsys.readouterr().out == (
        r"Tort\u001b]0;x\u0007ure\u202e\u009b2J, ©" + "\n  as before\n"
    )


def test_json_says_the_same_however_it_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = {"exact": "beat \x9b\u2066detainees\x7f"}
    streams.echo(json.dumps(said, ensure_ascii=False))
    assert json.loads(capsys.readouterr().out) == said


def test_nothing_else_prints() -> None:
    printing = re.compile(r"\b(?:typer|click)\.(?:echo|secho)\(|\bprint\(")
    found = {
        str(file.relative_to(PACKAGE))
        for file in (PACKAGE / "cli").rglob("*.py")
        if printing.search(file.read_text("utf-8"))
    }
    assert found == {str(Path("cli") / "streams.py")}


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "unexpected error, KeyError: 'x'; please report it"),
        ("ru", "непредвиденная ошибка, KeyError: 'x'; сообщите о ней нам"),
        ("ky", "күтүлбөгөн ката, KeyError: 'x'; бул тууралуу бизге билдириңиз"),
    ],
)
def test_a_fault_of_ours_is_told_in_the_language_of_the_user(
    language: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert streams.ended(KeyError("x"), language).code == ExitCode.UNEXPECTED
    assert capsys.readouterr().err == f"briefs: {says}\n"


def test_a_catalog_that_is_the_fault_itself_hides_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefs.cli.language.told", lambda *_: 1 / 0)
    assert streams.ended(KeyError("x"), "ky").code == ExitCode.UNEXPECTED
    assert "unexpected error, KeyError: 'x'" in capsys.readouterr().err


def test_a_word_without_an_end_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    path = "/home/" + "a" * 200
    streams.tell(f"there is no excerpt {'f' * 5000}, in {path}")
    told = capsys.readouterr().err
    assert len(told) < 500
    assert told.endswith(f", in {path}\n")
