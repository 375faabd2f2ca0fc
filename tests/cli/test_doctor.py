"""`briefs doctor`: what the machine has, and what it lacks."""

from pathlib import Path

from briefs.errors import ExitCode
from tests.make.commands import run


def test_doctor_says_what_the_machine_has(small: Path) -> None:
    told = run("doctor", "--corpus", small)
    assert told.code == 0
    assert "Python" in told.out


def test_doctor_fails_where_something_is_missing(tmp_path: Path) -> None:
    told = run("doctor", "--corpus", tmp_path / "none")
    assert told.code == ExitCode.SETTING
    assert "NO" in told.out
