"""No private person of the corpus is in a brief whose names are withheld, anywhere."""

import csv
from pathlib import Path

import pytest
import regex

from briefs.verify import pdftext
from tests.make.commands import run
from tests.make.places import CORPUS
from tests.tasks.building.test_withholding import all_bytes

pytestmark = pytest.mark.thorough

PEOPLE = CORPUS / "editions" / "hrr-2015-kgz-ky" / "people.csv"


def names(*, public: bool) -> set[str]:
    """Return all names of persons with their variants; a word of one is none."""
    with PEOPLE.open(encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file) if (row["PUBLIC"] == "yes") == public
        ]
    return {
        name.strip()
        for row in rows
        for name in (row["NAME"], *row["VARIANTS"].split(";"))
        if name.strip()
    }


def surnames() -> set[str]:
    """Return the last words of private names that no public person bears."""
    known = {word for name in names(public=True) for word in name.split()}
    last = {name.split()[-1] for name in names(public=False)}
    return {word for word in last - known if len(word) > len("Ким")}


def told(text: str, name: str) -> bool:
    """Tell whether a text holds a name, with whatever ending."""
    words = r"\s+".join(map(regex.escape, name.split()))
    return bool(regex.search(rf"(?<!\p{{L}}){words}", text))


@pytest.mark.parametrize("topic", ["torture", "killings", "fair-trial", "expression"])
@pytest.mark.parametrize(
    ("locale", "design", "name"),
    [
        ("ky", "brief", "brief.pdf"),
        ("ru", "handout", "handout.pdf"),
        ("en", "handout", "handout.pdf"),
        ("en", "email", "mail.html"),
        ("ru", "page", "page.html"),
    ],
)
def test_no_private_name_is_in_any_byte_or_word(
    tmp_path: Path, topic: str, locale: str, design: str, name: str
) -> None:
    file = tmp_path / name
    how = ("-l", locale, "--profile", design, "--names", "withheld")
    made = run("build", topic, *how, "-o", file)
    assert (made.code, made.err) == (0, "")
    content = file.read_bytes()
    shown = content.decode() if name.endswith("html") else all_bytes(content)
    if name.endswith("pdf"):
        shown += pdftext.text(content)
    assert [
        each for each in names(public=False) | surnames() if told(shown, each)
    ] == []
