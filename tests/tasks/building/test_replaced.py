"""A brief that replaces an older one says which, and what was corrected since."""

import json
import shutil
from pathlib import Path

import pytest

from briefs.verify import pdftext
from tests.make.commands import run
from tests.make.shelf import LEDGER_ROW, ledger_text

CORRECTION = """
[[correction]]
date = {date}
edition = "hrr-2020-kgz-en"
[correction.what]
en = "The number of complaints had the wrong year."
ky = "Арыздардын санынын жылы туура эмес эле."
ru = "У числа жалоб был неверный год."
"""


def corrections(*dates: str) -> str:
    return "".join(CORRECTION.format(date=date) for date in dates)


@pytest.fixture(scope="module")
def own(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus that was corrected after a brief was made of it."""
    home = tmp_path_factory.mktemp("own")
    folder = shutil.copytree(small, home / "corpus")
    made(folder, home / "old.pdf", "--date", "2026-11-20")
    ledger = folder / "editions" / "hrr-2020-kgz-en" / "figures.csv"
    row = {**LEDGER_ROW, "NOTE_EN": "All of them in Osh."}
    ledger.write_text(ledger_text(row), encoding="utf-8")
    told = corrections("2026-11-10", "2026-11-24", "2026-12-24")
    (folder / "corrections.toml").write_text(told, encoding="utf-8")
    return folder


def made(corpus: Path, path: Path, *words: object) -> Path:
    told = run("build", "torture", "-l", "en", "-o", path, "--corpus", corpus, *words)
    assert told.code == 0, told.err
    return path


def test_it_says_what_it_replaces_and_what_was_corrected_since(
    own: Path, tmp_path: Path
) -> None:
    new = made(
        own,
        tmp_path / "new.pdf",
        "--date",
        "2026-11-26",
        "--replaces",
        own.parent / "old.pdf",
    )
    text = " ".join(pdftext.text(new.read_bytes()).split())
    (old,) = json.loads(
        run("verify", own.parent / "old.pdf", "--corpus", own, "--json").out
    )
    assert (
        text.count(f"This brief replaces the brief {old['id']} of November 20, 2026.")
        == 2
    )
    assert text.count("The number of complaints had the wrong year.") == 1
    assert "Corrected on November 24, 2026" in text
    assert "All its quotations stand here word for word." in text
    proof = run("verify", new, "--corpus", own, "--json")
    assert json.loads(proof.out)[0]["verdict"] == "identical"


def test_verify_says_of_the_older_one_what_was_corrected_since(own: Path) -> None:
    told = run("verify", own.parent / "old.pdf", "--corpus", own)
    assert told.code == 9
    assert "figures.csv is another version" in told.err
    assert "corrected on 2026-11-24 in hrr-2020-kgz-en" in told.err
    assert "2026-11-10" not in told.err


def test_a_recipe_may_name_the_older_brief(own: Path, tmp_path: Path) -> None:
    shutil.copy(own.parent / "old.pdf", tmp_path / "old.pdf")
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(
        'topics = ["torture"]\nlocales = ["en"]\ndate = 2026-11-26\n'
        'replaces = "old.pdf"\nformats = ["html"]\n',
        encoding="utf-8",
    )
    told = run("build", recipe, "--corpus", own)
    assert told.code == 0, told.err
    (page,) = tmp_path.glob("*.html")
    assert "This brief replaces the brief" in page.read_text("utf-8")
    recipe.write_text('topics = ["torture"]\nreplaces = "none.pdf"\n', encoding="utf-8")
    told = run("build", recipe, "--corpus", own)
    assert told.code == 3
    assert "recipe.toml, line 2" in told.err


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("notes.pdf", b"%PDF-1.7\nnothing", "is no brief that another could replace"),
        ("page.html", b"<p>hello</p>", "the file does not say how it was made"),
        ("missing.pdf", None, "does not exist"),
    ],
)
def test_what_is_no_brief_is_refused(
    own: Path, tmp_path: Path, name: str, content: bytes | None, fault: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    out = tmp_path / "new.pdf"
    told = run(
        "build", "torture", "--corpus", own, "-o", out, "--replaces", file, "-l", "en"
    )
    assert told.code == 2
    assert fault in told.err
    assert not out.exists()


def test_a_newer_brief_is_not_replaced(own: Path, tmp_path: Path) -> None:
    told = run(
        *("build", "torture", "--corpus", own, "-o", tmp_path / "new.pdf"),
        *("--replaces", own.parent / "old.pdf", "--date", "2026-11-01"),
    )
    assert told.code == 2
    assert "give the new one a later --date" in told.err
