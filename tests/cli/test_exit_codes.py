"""The command line ends with the exit code that its paper says."""

from pathlib import Path

import pytest

from tests.make.commands import run
from tests.make.places import ROOT

CASES = [
    (["--version"], 0, "done"),
    (["build", "torture", "--profile", "handout", "--pages", "8"], 2, "usage"),
    (["topics", "--config", "none.toml"], 2, "usage"),
    (["--config", "none.toml", "topics"], 3, "setting"),
    (["build", "tortur"], 4, "corpus"),
    (["search", "qwertyuiop"], 5, "nothing_found"),
    (["verify", "none.pdf"], 2, "usage"),
    (["mail", "none.pdf"], 7, "delivery"),
]


@pytest.mark.parametrize(("words", "code", "name"), CASES)
def test_a_command_ends_as_the_paper_says(
    words: list[str],
    code: int,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*words).code == code
    assert f"| {code} | {name} |" in (ROOT / "docs" / "cli.md").read_text("utf-8")
