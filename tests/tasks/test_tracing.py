"""A copy that was printed to a file is known by the brief id on its pages."""

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from tests.make.alike import standing_for
from tests.make.commands import run

PRINTERS = {
    "mutool": ("mutool", "convert", "-o", "{to}", "{file}"),
    "poppler": ("pdftocairo", "-pdf", "{file}", "{to}"),
}


@pytest.fixture(scope="module")
def brief(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("out") / "torture.pdf"
    words = ("-l", "en", "--quotes", "original", "--mono", "-o", path)
    assert run("build", "torture", *words, "--corpus", small).code == 0
    return path


def printed(program: str, file: Path, to: Path) -> Path:
    """Return a copy that a program drew anew, without what the file carries."""
    name, *words = PRINTERS[program]
    if not shutil.which(name):
        pytest.skip(f"needs {name}")
    places = {"file": str(file), "to": str(to)}
    subprocess.run([name, *(word.format_map(places) for word in words)], check=True)
    with pikepdf.open(to) as document:
        assert not document.attachments
    return to


@pytest.mark.parametrize("program", standing_for([], PRINTERS))
def test_a_printed_copy_is_known(
    program: str, brief: Path, small: Path, tmp_path: Path
) -> None:
    copy = printed(program, brief, tmp_path / "copy.pdf")
    told = run("verify", copy, "--corpus", small)
    assert told.code == 0
    assert "every word, number and picture is that of the brief made again" in told.out
    assert "found by the brief id on its pages" in told.out


@pytest.mark.thorough  # `test_compare` finds a cover on pages that are written anew
def test_a_printed_copy_that_was_covered_is_changed(
    brief: Path, small: Path, tmp_path: Path
) -> None:
    copy = printed("mutool", brief, tmp_path / "copy.pdf")
    with pikepdf.open(copy, allow_overwriting_input=True) as document:
        page = document.pages[0]
        box = b"q 1 g 40 500 520 120 re f Q"  # a white cover
        page.contents_add(document.make_stream(box))
        document.save(copy)
    told = run("verify", copy, "--corpus", small)
    assert told.code == 8
    assert "page 1" in told.err


def test_an_id_that_no_brief_of_this_corpus_has_says_nothing(
    brief: Path, small: Path, tmp_path: Path
) -> None:
    own = shutil.copytree(small, tmp_path / "own")
    copy = printed("mutool", brief, tmp_path / "copy.pdf")
    organisations = own / "organisations.toml"
    text = organisations.read_text("utf-8")
    organisations.write_text(f"{text}\n# changed\n", "utf-8")
    told = run("verify", copy, "--corpus", own)
    assert told.code == 8
    assert "does not say how it was made" in told.err
