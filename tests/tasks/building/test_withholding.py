"""A withheld name is in no byte of what leaves the house; the rest is proven."""

import json
import shutil
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefs.corpus.corpus import Corpus
from briefs.text.names import fold
from tests.make.alike import standing_for
from tests.make.commands import run
from tests.make.forgeries import attached, changed
from tests.make.pages import opened
from tests.make.places import CORPUS
from tests.make.shelf import add_edition, small_corpus

NAMED = """\
Torture

The law forbids torture. Police officers tortured Asan Usonov in the town of Talas to \
obtain a confession. Usonov’s lawyer complained of torture to Prosecutor Bolot Rysov. \
The group Open Door recorded the torture.
"""
PEOPLE = """\
NAME,VARIANTS,ROLE,PUBLIC,PARAGRAPH,NOTE,REVIEWED
Asan Usonov,Асан Усонов,victim,no,1,,no
Bolot Rysov,,official,yes,1,,no
"""
EDITION = Path("editions") / "hrr-2021-kgz-en"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_corpus(tmp_path_factory.mktemp("corpus"))
    home = add_edition(folder, NAMED, 2021, "en")
    (home / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return folder


def built(corpus: Path, path: Path, *words: object) -> Path:
    made = run(
        *("build", "torture", "-l", "en", "--years", 2021, *words),
        *("-o", path, "--corpus", corpus),
    )
    assert (made.code, made.err) == (0, "")
    return path


def verdict(corpus: Path, file: Path, *words: object) -> dict[str, Any]:
    proved = run("verify", file, "--json", "--corpus", corpus, *words)
    (proof,) = json.loads(proved.out)
    return dict(proof)


def all_bytes(pdf: bytes) -> str:
    """Return all that a PDF file holds, unpacked, in any encoding."""
    with opened(pdf) as document:
        found = list(_unpacked(document))
    return "\n".join(
        data.decode(code, "ignore") for data in found for code in ("utf-8", "utf-16-be")
    )


def _unpacked(document: pikepdf.Pdf) -> Iterator[bytes]:
    for item in document.objects:
        if isinstance(item, pikepdf.Stream):
            yield item.read_bytes()
            yield repr(dict(item)).encode()
        else:
            yield item.unparse()
            yield repr(item).encode()


def shown(file: Path) -> str:
    content = file.read_bytes()
    return all_bytes(content) if file.suffix == ".pdf" else content.decode()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("--profile", "handout"), "brief.pdf"),
        (("--names", "withheld"), "brief.pdf"),
        (("--names", "withheld"), "brief.html"),
    ],
)
def test_a_withheld_name_is_in_no_byte_and_the_brief_is_proven(
    small: Path, tmp_path: Path, words: tuple[object, ...], name: str
) -> None:
    file = built(small, tmp_path / name, *words)
    assert "Usonov" not in shown(file)
    assert "Rysov" in shown(file)
    assert verdict(small, file)["verdict"] == "identical"


def test_a_brief_of_many_pages_names_persons_behind_its_front(
    small: Path, tmp_path: Path
) -> None:
    file = built(small, tmp_path / "brief.pdf")
    assert "Usonov" in shown(file)
    assert json.loads(attachment(file, "recipe.json"))["names"] == "front"
    run("mail", file, "--to", "a@example.org")
    assert b"Usonov" not in file.with_suffix(".eml").read_bytes()
    assert "Usonov" not in attachment(file, "letter.json")


def attachment(file: Path, name: str) -> str:
    with opened(file.read_bytes()) as document:
        return document.attachments[name].get_file().read_bytes().decode()


def test_all_names_are_shown_to_who_wants_them(small: Path, tmp_path: Path) -> None:
    file = built(
        small, tmp_path / "brief.pdf", "--profile", "handout", "--names", "full"
    )
    assert "Usonov" in shown(file)
    assert "withheld" not in attachment(file, "quotations.json")
    assert json.loads(attachment(file, "recipe.json"))["names"] == "full"


LIST = "NAME,VARIANTS,KIND\nTalas,,place\nUsonov,,person\n"


def test_a_list_withholds_places_and_is_no_part_of_the_file(
    small: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.csv"
    names.write_text(LIST, encoding="utf-8")
    words = ("--names", "full", "--withhold", names)
    file = built(small, tmp_path / "brief.pdf", *words)
    assert "Usonov" not in shown(file)
    assert "Talas" not in shown(file)
    assert "town of [place withheld]" in attachment(file, "passages.txt")
    assert verdict(small, file, "--withhold", names)["verdict"] == "identical"
    proof = verdict(small, file)
    assert proof["verdict"] == "unknown-source"
    assert any("list of names" in each for each in proof["missing"])


RECIPE = """\
topics = ["torture"]
locales = ["en"]
years = "2021"
formats = ["pdf", "html"]
profiles = ["brief", "email"]
date = 2026-11-22
withhold = "names.csv"
[output]
name = "{profile}"
"""


@pytest.mark.thorough
def test_a_recipe_withholds_organizations_and_places_in_all_that_it_makes(
    small: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.csv"
    rows = "NAME,VARIANTS,KIND\nOpen Door,,organization\nTalas,,place\n"
    names.write_text(rows, encoding="utf-8")
    (tmp_path / "recipe.toml").write_text(RECIPE, encoding="utf-8")
    made = run("build", tmp_path / "recipe.toml", "--corpus", small)
    assert (made.code, made.err) == (0, "")
    files = [Path(line) for line in made.out.split()]
    assert len(files) == 4
    run("mail", tmp_path / "brief.pdf", "--to", "a@example.org")
    letter = message_from_bytes((tmp_path / "brief.eml").read_bytes())
    parts = [part for part in letter.walk() if part.get_content_maintype() == "text"]
    texts = [shown(file) for file in files]
    texts += [bytes(part.get_payload(decode=True)).decode() for part in parts]
    for text in texts:
        assert "Open Door" not in text
        assert "Talas" not in text
    assert "The group [organization withheld] recorded" in texts[0]
    for file in files:
        proof = verdict(small, file, "--withhold", names)
        assert proof["verdict"] == "identical"
        assert verdict(small, file)["verdict"] == "unknown-source"


def test_withheld_quotations_are_proven_where_the_brief_cannot_be_made_again(
    small: Path, tmp_path: Path
) -> None:
    file = built(small, tmp_path / "brief.pdf", "--names", "withheld")
    other = shutil.copytree(small, tmp_path / "other")
    topic = other / "topics" / "torture.toml"
    topic.write_text(topic.read_text("utf-8").replace("Пытки", "Истязания"), "utf-8")
    (other / "editions" / "hrr-2020-kgz-en" / "edition.toml").unlink()
    (other / "editions" / "hrr-2019-kgz-ky" / "edition.toml").unlink()
    topic.write_text("", encoding="utf-8")
    proof = verdict(other, file)
    assert proof["verdict"] == "unknown-source"
    assert proof["quotations"]["proven"] == proof["quotations"]["of"] > 0

    def forge(record: bytes) -> bytes:
        return record.replace(b"complained", b"never complained")

    forged = tmp_path / "forged.pdf"
    forged.write_bytes(changed(file.read_bytes(), attached("quotations.json", forge)))
    proof = verdict(other, forged)
    assert proof["quotations"]["proven"] < proof["quotations"]["of"]


@pytest.mark.parametrize(
    ("topic", "profile", "locale", "kind"),
    standing_for(
        [("political-prisoners", "handout", "ky", "html")],
        [
            ("political-prisoners", "handout", "ky", "html"),
            ("political-prisoners", "handout", "ky", "pdf"),
            ("torture", "email", "ru", "pdf"),
        ],
    ),
)
def test_no_private_person_of_the_reports_is_named(
    topic: str, profile: str, locale: str, kind: str, tmp_path: Path
) -> None:
    """Victims, accused and relatives, in the quoted and all other sentences."""
    file = tmp_path / f"brief.{kind}"
    made = run("build", topic, "-l", locale, "--profile", profile, "-o", file)
    assert made.code == 0, made.err
    text = fold(shown(file))
    corpus = Corpus.open(CORPUS)
    forms = [
        fold(form.split()[-1])
        for edition in corpus.editions
        for person in corpus.people(edition) or ()
        if not person.public
        for form in person.name.forms
        if len(form.split()[-1]) > 3
    ]
    assert forms
    assert [form for form in forms if form in text] == []
