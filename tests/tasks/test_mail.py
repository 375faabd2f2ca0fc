"""A finished brief goes into an e-mail draft that only has to be sent."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from briefs.errors import ExitCode
from tests.make.commands import run
from tests.make.pages import page, pdf_of

TITLE = "Torture and detention"


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF file with a title."""
    path = tmp_path_factory.mktemp("out") / "torture-en.pdf"
    path.write_bytes(pdf_of(page("<h1>А</h1>").replace("Үлгү", TITLE)))
    return path


def read(draft: Path) -> EmailMessage:
    return message_from_bytes(draft.read_bytes(), policy=default)


def test_a_draft_stands_beside_the_file_and_is_not_sent_yet(brief: Path) -> None:
    told = run("mail", brief, "--to", "deputy@example.org", "-l", "en")
    assert (told.code, told.out) == (0, f"{brief.with_suffix('.eml')}\n")
    draft = read(brief.with_suffix(".eml"))
    assert (draft["To"], draft["Subject"]) == ("deputy@example.org", TITLE)
    assert draft["X-Unsent"] == "1"
    body = draft.get_body()
    assert body
    assert body.get_content().startswith(f"Please find attached: {TITLE}.")


def test_the_file_is_attached_byte_for_byte(brief: Path, tmp_path: Path) -> None:
    place = tmp_path / "draft.eml"
    assert run("mail", brief, "-o", place).out == f"{place}\n"
    (attached,) = read(place).iter_attachments()
    assert attached.get_filename() == brief.name
    assert attached.get_content() == brief.read_bytes()
    assert read(place)["To"] is None


def test_the_same_file_gives_the_same_draft(brief: Path, tmp_path: Path) -> None:
    for name in ("a.eml", "b.eml"):
        run("mail", brief, "-o", tmp_path / name)
    assert (tmp_path / "a.eml").read_bytes() == (tmp_path / "b.eml").read_bytes()


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    told = run("mail", tmp_path / "none.pdf", "-l", "en")
    assert told.code == ExitCode.DELIVERY
    assert "cannot read" in told.err


def test_what_is_no_pdf_file_is_not_sent(tmp_path: Path) -> None:
    path = tmp_path / "notes.pdf"
    path.write_text("notes", "utf-8")
    told = run("mail", path, "-l", "en")
    assert told.code == ExitCode.VERIFICATION
    assert "cannot be read as PDF" in told.err
    assert not path.with_suffix(".eml").exists()
