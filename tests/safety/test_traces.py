"""What leaves the house tells nobody who made it, on which machine, where and when."""

import io
import platform
import re
import socket
import sys
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.make import shelf
from tests.make.commands import run
from tests.make.pages import opened

RECIPE = """\
topics = ["torture"]
locales = ["en"]
formats = ["pdf", "html"]
date = 2026-11-22
introduction = "We say so."
[issuer]
name = "House"
logo = "logo.jpg"
"""
USER, HOST = "nurbek", "desk-of-nurbek"
CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d|D:\d{8}(?!0{6})\d{6}|\b\d\d:\d\d:\d\d\b")


def test_no_user_machine_path_or_hour_is_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home" / USER
    home.mkdir(parents=True)
    corpus = shelf.small_corpus(home / "corpus")
    exif = Image.Exif()
    exif[0x013B] = USER
    Image.linear_gradient("L").resize((90, 42)).save(home / "logo.jpg", exif=exif)
    (home / "recipe.toml").write_text(RECIPE, encoding="utf-8")
    monkeypatch.chdir(home)
    monkeypatch.setattr(socket, "gethostname", lambda: HOST)
    monkeypatch.setattr(platform, "node", lambda: HOST)
    for name in ("USER", "LOGNAME", "USERNAME", "LNAME"):
        monkeypatch.setenv(name, USER)
    for name in ("HOSTNAME", "HOST", "COMPUTERNAME"):
        monkeypatch.setenv(name, HOST)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TZ", "Asia/Bishkek")

    made = run("build", "recipe.toml", "--corpus", corpus)
    assert (made.code, made.err) == (0, "")
    sent = run("mail", "torture-en.pdf", "--to", "a@example.org", "-o", "m.eml")
    assert (sent.code, sent.err) == (0, "")

    draft = message_from_bytes((home / "m.eml").read_bytes(), policy=default)
    shown = {
        "pdf": unpacked((home / "torture-en.pdf").read_bytes()),
        "page": with_pictures((home / "torture-en.html").read_text("utf-8")),
        "mail": "\n".join(
            part.get_content()
            for part in draft.walk()
            if part.get_content_maintype() == "text"
        )
        + repr(draft.items()),
    }
    for kind, text in shown.items():
        for secret in (USER, str(tmp_path), "/home/", sys.prefix, socket.gethostname()):
            assert secret not in text, (kind, secret)
        assert not CLOCK.search(text), (kind, CLOCK.search(text))


def unpacked(pdf: bytes) -> str:
    """Return all that a PDF file holds; its picture stays packed as it was made."""
    with opened(pdf) as document:
        parts = [repr(document.trailer).encode(), *map(_unpacked, document.objects)]
    return "\n".join(
        part.decode(code, "ignore")
        for part in parts
        for code in ("latin-1", "utf-16-be")
    )


def _unpacked(item: pikepdf.Object) -> bytes:
    if not isinstance(item, pikepdf.Stream):
        return item.unparse() + repr(item).encode()
    is_picture = item.get("/Filter") == "/DCTDecode"
    return item.read_raw_bytes() if is_picture else item.read_bytes()


def with_pictures(page: str) -> str:
    """Return a web page with the bytes of its pictures."""
    import base64

    packed = re.findall(r"data:image/[a-z+]+;base64,([A-Za-z0-9+/=]+)", page)
    assert packed
    for each in packed:
        Image.open(io.BytesIO(base64.b64decode(each))).verify()
    return page + "".join(base64.b64decode(each).decode("latin-1") for each in packed)
