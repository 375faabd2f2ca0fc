"""`briefs corpus`: list, show, remove and copy the editions of stacked folders."""

import json
from pathlib import Path

from briefs.errors import ExitCode
from tests.make.commands import assert_refused, rows, run
from tests.make.places import CORPUS
from tests.make.shelf import small_corpus


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def test_the_list_tells_folder_and_reviewed_figures(small: Path) -> None:
    told = {row["edition"]: row for row in rows("corpus", "list", "--corpus", small)}
    assert told.keys() == {"hrr-2019-kgz-ky", "hrr-2020-kgz-en"}
    english = told["hrr-2020-kgz-en"]
    assert (english["country"], english["language"]) == ("KGZ", "en")
    assert (english["folder"], english["shelf"]) == (str(small), "named")
    assert english["figures"]["reviewed"] == 1
    assert told["hrr-2019-kgz-ky"]["figures"]["unreviewed"] > 0


def test_of_stacked_folders_each_edition_tells_its_own(
    own: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    small_corpus(other)
    found = rows("corpus", "list", "--corpus", own, "--corpus", other)
    assert {row["folder"] for row in found} == {str(own)}
    assert {tuple(row["hides"]) for row in found} == {(str(other),)}


def test_an_altered_edition_is_listed_with_its_fault(own: Path) -> None:
    source = own / "editions/hrr-2020-kgz-en/source.txt"
    source.write_text("Another text.\n", encoding="utf-8")
    told = run("corpus", "list", "--corpus", own, "-l", "en")
    assert told.code == 0
    assert "is not the file whose checksum" in told.out
    assert "hrr-2019-kgz-ky" in told.out


def test_an_edition_is_shown_with_outline_and_checksum(small: Path) -> None:
    told = run("corpus", "show", "hrr-2020-kgz-en", "--corpus", small, "--json")
    found = json.loads(told.out)
    assert len(found["source"]["sha256"]) == 64
    assert found["outline"]["paragraphs"] > 0
    assert found["people"] == {"named": 0, "private": 0}
    lines = run("corpus", "show", "hrr-2020-kgz-en", "--corpus", small, "-l", "en")
    assert found["source"]["sha256"] in lines.out


def test_an_unknown_edition_is_refused(small: Path) -> None:
    for words in (("show",), ("remove",), ("copy", "--to", small)):
        command, *rest = words
        told = run("corpus", command, "hrr-2020-kgz", *rest, "--corpus", small)
        assert_refused(told, ExitCode.CORPUS, "hrr-2020-kgz")


def test_an_edition_is_removed_with_its_choices_only_when_meant(own: Path) -> None:
    (own / "selections").mkdir()
    choices = own / "selections/hrr-2020-kgz-en.toml"
    choices.write_text("", encoding="utf-8")
    before = tree(own)
    words = ("corpus", "remove", "hrr-2020-kgz-en", "--corpus", own)
    assert_refused(run(*words), ExitCode.USAGE, "nothing was removed", "--force")
    assert tree(own) == before
    told = run(*words, "--force")
    assert (told.code, told.out) == (0, f"{own}/editions/hrr-2020-kgz-en\n")
    assert tree(own) == {n: data for n, data in before.items() if "kgz-en" not in n}
    assert sorted(path.name for path in own.glob(".*")) == []


def test_a_shipped_edition_is_never_removed(own: Path) -> None:
    words = ("corpus", "remove", "hrr-2015-kgz-ky", "--force")
    before = tree(CORPUS / "editions")
    for folders in ((), ("--corpus", CORPUS), ("--corpus", own, "--corpus", CORPUS)):
        told = run(*words, *folders)
        assert_refused(told, ExitCode.USAGE, "came with the program")
    assert tree(CORPUS / "editions") == before


def test_an_edition_is_copied_whole_and_once(own: Path, tmp_path: Path) -> None:
    place = tmp_path / "elsewhere"
    words = ("corpus", "copy", "hrr-2020-kgz-en", "--corpus", own, "--to", place)
    told = run(*words)
    assert (told.code, told.err) == (0, "")
    home = Path(told.out.strip())
    assert tree(home) == tree(own / "editions/hrr-2020-kgz-en")
    again = run(*words)
    assert (again.code, again.out) == (0, told.out)
    assert "already" in again.err
    (home / "figures.csv").unlink()
    assert_refused(run(*words), ExitCode.CORPUS, "with another content")
    assert not (home / "figures.csv").exists()


def test_the_lines_speak_the_users_language(small: Path) -> None:
    told = run("corpus", "list", "--corpus", small, "-l", "ky").out
    assert "карала элеги" in told
