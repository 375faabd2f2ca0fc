"""What stands after -o is understood, or refused in one sentence."""

from pathlib import Path

import pytest

from briefs.errors import UsageError
from briefs.tasks.building.destination import destination


def place(word: str | None, name: str = "torture-ky.pdf") -> Path:
    return destination(word, kind=name.rpartition(".")[2], several=False).place(name)


def test_without_a_word_files_stand_here_under_their_names() -> None:
    assert place(None) == Path("torture-ky.pdf")


@pytest.mark.parametrize("word", ["out", "out/", "rep.2026", "rep.2026/", "v1.pdf/"])
def test_a_folder_is_what_has_no_ending_of_a_document(word: str) -> None:
    assert place(word) == Path(word) / "torture-ky.pdf"


def test_a_folder_that_is_there_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").mkdir()
    assert place(str(tmp_path / "x.pdf")) == tmp_path / "x.pdf" / "torture-ky.pdf"


@pytest.mark.parametrize("word", ["a.pdf", "deep/BOOK.PDF"])
def test_a_file_is_what_ends_as_its_kind(word: str) -> None:
    assert place(word) == Path(word)


def test_sheets_stand_beside_their_booklet() -> None:
    assert place("BOOK.PDF", "torture-ky-booklet-imposed.pdf") == Path(
        "BOOK-imposed.PDF"
    )


@pytest.mark.parametrize(
    ("word", "kind"), [("x.docx", "pdf"), ("x.pdf", "html"), ("x.html", "pdf")]
)
def test_the_ending_of_another_kind_is_refused(word: str, kind: str) -> None:
    with pytest.raises(UsageError, match="ends in"):
        destination(word, kind=kind, several=False)


def test_one_file_for_several_is_refused() -> None:
    with pytest.raises(UsageError, match="several are made") as caught:
        destination("x.pdf", kind="pdf", several=True)
    assert "folder" in caught.value.hint
