"""veraPDF, a judge from outside, finds every design fit for archives and readers.

`make check` asks it where it is installed: `verapdf` on the path, or the program that
the variable VERAPDF names, which is called with a flavour and files.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

import pytest

from briefs.compose.pages import designs
from tests.make.commands import Built
from tests.make.pages import SAMPLE, opened, pdf_of

LOCALES = ("ky", "ru", "en")
FLAVOURS = ("ua1", "3a")


def called(flavour: str) -> Sequence[str]:
    """Return how to ask for a verdict; skip where there is nobody to ask."""
    if program := os.environ.get("VERAPDF"):
        return (program, flavour)
    if not shutil.which("verapdf"):
        pytest.skip("needs veraPDF")
    return ("verapdf", "--flavour", flavour, "--format", "text")


@pytest.mark.thorough  # `broken_rules` knows what it looks at
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_every_design_passes(flavour: str, built: Built, tmp_path: Path) -> None:
    asked = called(flavour)
    files = [tmp_path / "page.pdf"]
    files[0].write_bytes(pdf_of(SAMPLE))
    for profile, locale in zip(designs.shipped(), cycle(LOCALES), strict=False):
        done, path = built("trafficking", "-l", locale, "--profile", profile)
        assert done.code == 0, done.err
        files.append(path)
    verdict = subprocess.run(
        [*asked, *files], capture_output=True, text=True, check=False
    )
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


@pytest.mark.thorough
def test_a_file_that_breaks_the_rules_does_not_pass(tmp_path: Path) -> None:
    asked = called("ua1")
    file = tmp_path / "untagged.pdf"
    with opened(pdf_of(SAMPLE)) as document:
        del document.Root.MarkInfo
        document.save(file)
    assert subprocess.run([*asked, file], check=False).returncode != 0
