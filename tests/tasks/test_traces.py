"""What leaves the house tells nothing of the person and the machine that made it."""

import io
import re
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import pikepdf
import pytest

from tests.make.commands import run
from tests.make.shelf import small_corpus

PERSON = "aizhan-testova"
MACHINE = "aizhan-machine"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A brief, a web page and a letter, made in the home of a person."""
    home = tmp_path_factory.mktemp("home") / PERSON
    corpus = small_corpus(home / "corpus")
    env = {"HOME": str(home), "USER": PERSON, "LOGNAME": PERSON, "HOSTNAME": PERSON}
    recipe = home / "recipe.toml"
    recipe.write_text(
        'topics = ["torture"]\nlocales = ["en"]\nformats = ["pdf", "html"]\n'
        'introduction = "We say."\n[issuer]\nname = "House"\n',
        encoding="utf-8",
    )
    pdf = home / "torture-en.pdf"
    with (
        mock.patch("socket.gethostname", return_value=MACHINE),
        mock.patch("platform.node", return_value=MACHINE),
    ):
        assert run("build", recipe, "--corpus", corpus, env=env).code == 0
        assert run("mail", pdf, "--to", "a@example.org", env=env).code == 0
    return {file.suffix: file.read_bytes() for file in home.glob("torture-en.*")}


def unpacked(pdf: bytes) -> bytes:
    """Return a PDF file with all its streams, as they are and as they read."""
    copy = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(
            copy,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return pdf + copy.getvalue()


@pytest.mark.parametrize("kind", [".pdf", ".html", ".eml"])
def test_no_file_names_who_made_it_where_and_at_what_time(
    made: dict[str, bytes], kind: str
) -> None:
    content = made[kind]
    if kind == ".pdf":
        content = unpacked(content)
    for name in (PERSON, MACHINE, str(Path.cwd())):
        assert name.encode() not in content
    for path in (b"/tmp/", b"/home/", b"/Users/", b"site-packages"):
        assert path not in content


@pytest.mark.parametrize("kind", [".pdf", ".eml"])
def test_the_date_of_issue_has_no_time_of_day(
    made: dict[str, bytes], kind: str
) -> None:
    content = unpacked(made[kind]) if kind == ".pdf" else made[kind]
    today = datetime.now(UTC)
    times = re.findall(rb"D:(\d{14})", content)
    times += re.findall(rb"\d{4}-\d\d-\d\dT(\d\d:\d\d)", content)
    assert all(time.endswith((b"000000", b"00:00")) for time in times), times
    assert not re.search(rb"^Date:.*\d\d:\d\d", content, re.M), today
