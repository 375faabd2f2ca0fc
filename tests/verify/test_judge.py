"""A judge from elsewhere finds nothing in a brief that a machine reads and nobody sees.

`unmasker` knows nothing of briefs: it compares what a page shows with what can be read
out of the file.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.make import forgeries
from tests.make.commands import Built
from tests.make.forgeries import Change, changed

DECLARED = {"attached-file", "undisclosed-metadata", "metadata-conflict"}
"""What a brief carries on purpose: its recipe and data, its title, its date twice."""

OF_THE_SOURCE = {"mixed-script"}
"""Letters of two alphabets in one word, as a report has them; they are quoted so."""


def findings(file: Path) -> set[str]:
    command = Path(sys.executable).with_name("unmasker")
    done = subprocess.run(
        [command, "--json", file], check=False, capture_output=True, timeout=300
    )
    judged = json.loads(done.stdout)
    assert judged["findings"], done.stderr
    return {finding["detector"] for finding in judged["findings"]}


@pytest.mark.thorough
@pytest.mark.parametrize(
    "words",
    [
        ("trafficking", "-l", "ru", "--profile", "handout"),
        ("women", "-l", "ky"),
        ("torture", "-l", "en", "--profile", "large-print"),
    ],
    ids=" ".join,
)
def test_nothing_is_read_that_is_not_seen(built: Built, words: tuple[str, ...]) -> None:
    made, file = built(*words)
    assert made.code == 0
    assert findings(file) <= DECLARED | OF_THE_SOURCE


@pytest.mark.thorough
@pytest.mark.parametrize(
    "change",
    [
        forgeries.drawn_over(b"0 0 0 rg 60 300 400 200 re f"),
        forgeries.in_first_text(b"q 3 Tr", b"Q"),
    ],
    ids=["covered", "invisible"],
)
def test_the_judge_sees_what_a_forger_hides(
    built: Built, tmp_path: Path, change: Change
) -> None:
    _, file = built("trafficking", "-l", "ru", "--profile", "handout")
    forged = tmp_path / "forged.pdf"
    forged.write_bytes(changed(file.read_bytes(), change))
    assert findings(forged) - DECLARED - OF_THE_SOURCE
