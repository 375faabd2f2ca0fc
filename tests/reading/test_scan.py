"""A scan is read by Tesseract where it is, and refused in one sentence where not."""

import io
from pathlib import Path

import pypdfium2
import pytest

from briefs.errors import CorpusError
from briefs.reading.formats import scan

TEXT = "Кыйноого жол берилбейт.\n\nСоттор муну дайыма айтышат."


def picture_only() -> bytes:
    """Return a PDF of two empty pages."""
    document = pypdfium2.PdfDocument.new()
    for _ in range(2):
        document.new_page(200, 300)
    content = io.BytesIO()
    document.save(content)
    document.close()
    return content.getvalue()


def install(folder: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program called tesseract, which knows kir, first on the path."""
    folder.mkdir()
    program = folder / "tesseract"
    program.write_text(
        f'#!/bin/sh\nif [ "$1" = --list-langs ]; then echo kir; exit; fi\n{body}\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def read(language: str | None = "ky") -> str:
    found = scan.extract(picture_only(), Path("scan.pdf"), language)
    return "\n".join(row.text for told in found.blocks for row in told.rows)


def test_the_pages_are_read_by_the_model_of_the_language_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = f"test \"$4\" = kir || exit 3\nprintf '{TEXT}'"
    install(tmp_path / "bin", body, monkeypatch)
    assert read().split("\n")[:2] == TEXT.split("\n\n")


def test_a_page_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path / "bin", "exit 1", monkeypatch)
    with pytest.raises(CorpusError, match="page 1 of the scan"):
        read()


def test_without_the_program_or_a_language_it_is_said_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CorpusError) as fault:
        read()
    assert "tesseract-ocr-kir" in str(fault.value.hint)
    with pytest.raises(CorpusError) as fault:
        read(None)
    assert "--language" in str(fault.value.hint)
