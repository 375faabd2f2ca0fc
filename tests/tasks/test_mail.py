"""A finished brief goes into an e-mail draft that only has to be sent."""

import json
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from briefs.compose import letter as letters
from briefs.errors import ExitCode
from briefs.verify import pdftext
from briefs.verify.quotations import RECORD
from tests.make.alike import standing_for
from tests.make.commands import Built, run
from tests.make.forgeries import changed, said_of_itself
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
    assert draft["To"] == "deputy@example.org"
    assert TITLE in draft["Subject"]
    assert draft["X-Unsent"] == "1"


@pytest.fixture(scope="module", params=standing_for(["ky", "ru"], ["ky", "ru", "en"]))
def letter(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    built: Built,
) -> tuple[str, Path, EmailMessage]:
    """A language, a brief in it, and its letter, written while another is set."""
    code = request.param
    design = "brief" if code == "ky" else "handout"
    file = tmp_path_factory.mktemp("letter") / f"brief-{code}.pdf"
    file.write_bytes(built("torture", "-l", code, "--profile", design)[1].read_bytes())
    other = {"ky": "en", "ru": "ky", "en": "ru"}[code]
    told = run("mail", file, "--to", "a@example.org", env={"BRIEFS_LOCALE": other})
    assert told.code == 0, told.err
    return code, file, read(file.with_suffix(".eml"))


GREETING = {"ky": "Саламатсызбы!", "ru": "Здравствуйте!", "en": "Dear Sir or Madam,"}
COUNTED = {"ky": "109 – Кыйноо боюнча", "ru": "109 – Жалобы", "en": "109 – Torture"}
WHO = {"ky": "(Башкы прокуратура; ", "ru": "(Генеральная прокуратура; "}
WHO["en"] = "(Prosecutor General’s Office; "
PLACE = {"ky": "3-б.)", "ru": "с. 3)", "en": "p. 3)"}


def test_a_letter_is_in_the_language_of_its_file_whatever_is_set(
    letter: tuple[str, Path, EmailMessage],
) -> None:
    code, _, message = letter
    assert message["Content-Language"] == code
    body = message.get_body(("plain",))
    assert body
    assert body.get_content().startswith(GREETING[code])


def test_a_letter_says_figures_with_their_source_and_a_proven_sentence(
    letter: tuple[str, Path, EmailMessage],
) -> None:
    code, file, message = letter
    body = message.get_body(("plain",))
    assert body
    text = body.get_content().replace("\N{NO-BREAK SPACE}", " ")
    assert COUNTED[code] in text
    assert PLACE[code] in text
    assert WHO[code] in text
    assert "2017" not in text.split("\n\n")[1], "a report searched in vain says nothing"
    quoted = [line[2:] for line in text.splitlines() if line.startswith("> ")]
    assert len(quoted) == (1 if code == "ky" else 2)
    record = pdftext.attachment(file.read_bytes(), RECORD)
    assert record
    assert json.dumps(quoted[-1], ensure_ascii=False)[1:-1] in record.decode()


def test_a_letter_shows_each_language_as_what_it_is(
    letter: tuple[str, Path, EmailMessage],
) -> None:
    code, _, message = letter
    page = message.get_body(("html",))
    assert page
    assert f'<html lang="{code}">' in page.get_content()
    assert '<blockquote lang="ky">' in page.get_content()


def test_the_house_that_is_set_signs(brief: Path, tmp_path: Path) -> None:
    config = tmp_path / "briefs.toml"
    config.write_text('[issuer]\nname = "House"\ncontact = "+996 1"\n', "utf-8")
    place = tmp_path / "a.eml"
    told = run("mail", brief, "-o", place, env={"BRIEFS_CONFIG": str(config)})
    assert told.code == 0, told.err
    body = read(place).get_body(("plain",))
    assert body
    assert body.get_content().rstrip().endswith("House\n\n+996 1")


def test_several_files_go_into_one_letter(brief: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(brief.read_bytes())
    run("mail", brief, other, "-o", tmp_path / "a.eml")
    names = [
        part.get_filename() for part in read(tmp_path / "a.eml").iter_attachments()
    ]
    assert names == [brief.name, other.name]


@pytest.mark.parametrize("address", ["deputy", "a@b.org\nBcc: c@d.org", "@"])
def test_what_is_no_address_is_refused(
    address: str, brief: Path, tmp_path: Path
) -> None:
    told = run("mail", brief, "--to", address, "-o", tmp_path / "a.eml", "-l", "en")
    assert told.code == ExitCode.USAGE
    assert "is no address" in told.err
    assert not (tmp_path / "a.eml").exists()


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


def test_a_name_that_would_be_a_line_of_the_mail_is_refused(
    brief: Path, tmp_path: Path
) -> None:
    odd = tmp_path / "a\nBcc: x@example.org.pdf"
    odd.write_bytes(brief.read_bytes())
    told = run("mail", odd)
    assert told.code == ExitCode.DELIVERY
    assert "cannot name the file" in told.err
    assert [file.name for file in tmp_path.iterdir()] == [odd.name]


def test_a_title_is_one_line_of_the_mail(tmp_path: Path) -> None:
    odd = "Torture\r\nBcc: x@example.org\r\n\r\nHello"
    file = tmp_path / "m.pdf"
    file.write_bytes(
        changed(
            pdf_of(page("<h1>А</h1>").replace("Үлгү", TITLE)),
            said_of_itself("/Title", odd),
        )
    )
    assert run("mail", file, "-l", "en").code == 0
    draft = read(file.with_suffix(".eml"))
    assert draft["Bcc"] is None
    assert "Torture Bcc: x@example.org Hello" in draft["Subject"]


@pytest.mark.parametrize(
    "told", [b'{"sentence": {}}', b'{"figures": [1]}', b"[]", b"null", b"[" * 9999]
)
def test_what_is_told_for_a_letter_is_read_key_by_key(told: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        letters.read(told)


def test_a_draft_never_takes_the_place_of_its_attachment(tmp_path: Path) -> None:
    brief = tmp_path / "m.pdf"
    brief.write_bytes(b"%PDF-1.7\n")
    told = run("mail", brief, "-o", brief)
    assert told.code == ExitCode.USAGE
    assert "no name of an e-mail draft" in told.err
    assert brief.read_bytes() == b"%PDF-1.7\n"


@pytest.mark.parametrize("name", [".", "/"])
def test_a_folder_without_a_name_is_refused_in_a_sentence(name: str) -> None:
    told = run("mail", name, "--to", "a@example.org")
    assert (told.code, told.out) == (2, "")
    assert ".eml" in told.err
