"""No command uses the network: a guard in the process and its workers hears each try.

All commands run one after another in one process of their own, with inputs that name
addresses wherever a file can name one.
"""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Collection, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import typer

from briefs.cli.app import app
from briefs.errors import ExitCode
from tests.make import shelf
from tests.make.documents import docx, odt, web_page

GUARD = """
import json, os, signal, sys, threading

def hear(event, details):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname",
                 "socket.sendto", "socket.sendmsg", "socket.bind"):
        with open(os.environ["HEARD"], "a") as heard:
            heard.write(f"{event} {details}\\n")
        raise PermissionError("no network")
    if event == "os.exec" or event == "subprocess.Popen":
        name = os.path.basename(str(details[0]))
        if name in ("curl", "wget", "ssh", "sendmail"):
            with open(os.environ["HEARD"], "a") as heard:
                heard.write(f"{event} {name}\\n")

sys.addaudithook(hear)
"""

CALLS = """
from briefs.cli import app

for words in json.load(sys.stdin):
    if words[0] == "watch":
        threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGINT)).start()
    code = 0
    try:
        app.main(words)
    except SystemExit as end:
        code = end.code or 0
    print(json.dumps([words[0], code]), file=sys.stderr, flush=True)
"""

FAR = "http://example.org/far"
ITEMS = [(1, "Torture"), (0, "Police officers beat detainees in 2020, as people said.")]
ENTITY = f'<!DOCTYPE x [<!ENTITY far SYSTEM "{FAR}">]>'
ABOUT = ("--report", "hrr", "--country", "KGZ", "--year", "2016", "--language", "en")
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" '
    f'xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="{FAR}.svg#a"/>'
    f'<rect width="9" height="9" fill="url({FAR}.svg#b)"/></svg>'
)


def guarded(program: str, folder: Path, given: str = "") -> tuple[str, str]:
    """Run a program under the guard; return what it said, and what was heard."""
    heard = folder / "heard"
    done = subprocess.run(
        [sys.executable, "-c", GUARD + program],
        env={**os.environ, "HEARD": str(heard)},
        input=given,
        text=True,
        cwd=folder,
        check=False,
        capture_output=True,
        timeout=300,
    )
    return done.stderr, heard.read_text() if heard.exists() else ""


def test_the_guard_hears_a_connection(tmp_path: Path) -> None:
    _, heard = guarded(
        "import socket; socket.create_connection(('127.0.0.1', 9))", tmp_path
    )
    assert "socket" in heard


def test_the_guard_hears_a_worker(tmp_path: Path) -> None:
    program = (
        "import multiprocessing, socket\n"
        "work = multiprocessing.get_context('fork').Process(\n"
        "    target=socket.getaddrinfo, args=('example.org', 80))\n"
        "work.start(); work.join()\n"
    )
    assert "getaddrinfo" in guarded(program, tmp_path)[1]


def with_entity(packed: bytes) -> bytes:
    """Return a packed document each part of which asks for an address."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(".xml"):
                _, mark, body = part.rpartition(b"?>")
                part = _ + mark + ENTITY.encode() + body
            new.writestr(name, part)
    return made.getvalue()


def calling(path: Path) -> None:
    """Let a finished brief ask for an address when it is opened or drawn."""
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.URI, URI=pikepdf.String(FAR)
        )
        far = pikepdf.Dictionary(FS=pikepdf.Name.URL, F=pikepdf.String(FAR))
        picture = document.make_stream(b"")
        picture.Type, picture.Subtype, picture.F = "/XObject", "/Image", far
        document.pages[0].Resources.XObject = pikepdf.Dictionary(X=picture)
        document.save(path)


@pytest.fixture
def place(small: Path, tmp_path: Path) -> Path:
    """A folder with a corpus, a house and reports that name addresses."""
    home = tmp_path / "corpus"
    shutil.copytree(small, home)
    for name in ("edition.toml",):
        settings = home / "editions" / "hrr-2020-kgz-en" / name
        settings.write_text(f'url = "{FAR}"\n{settings.read_text("utf-8")}', "utf-8")
    shelf.add_edition(home, f"{shelf.ENGLISH}\nSee {FAR} too.\n", 2021, "en")
    (tmp_path / "house" / "styles").mkdir(parents=True)
    (tmp_path / "house" / "styles" / "house.css").write_text(
        f"@import url({FAR}.css); p {{ background: url({FAR}.png) }}", "utf-8"
    )
    (tmp_path / "logo.svg").write_text(DRAWING, "utf-8")
    (tmp_path / "logo.toml").write_text(
        'topics = ["torture"]\nlocales = ["en"]\nprofiles = ["handout"]\n'
        '[issuer]\nname = "A"\n'
        'logo = "logo.svg"\n',
        "utf-8",
    )
    (tmp_path / "look.toml").write_text(
        'topics = ["torture"]\nlocales = ["en"]\nlook = "house"\n', "utf-8"
    )
    loading = f'<img src="{FAR}.png"><iframe src="{FAR}"></iframe></body>'
    page = f'<link rel="stylesheet" href="{FAR}.css">' + web_page(ITEMS)
    reports = {
        "r.html": page.replace("</body>", loading).encode(),
        "r.docx": with_entity(docx(ITEMS)),
        "r.odt": with_entity(odt(ITEMS)),
        "r.md": f"# Torture\n\n![far]({FAR}.png) [far]({FAR})\n".encode(),
    }
    for name, content in reports.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


Call = tuple[Sequence[str], Collection[int]]
ENGLISH = ("-l", "en", "-q", "--corpus", "corpus")
SPOKEN = {*ExitCode} - {ExitCode.UNEXPECTED}


def usual() -> list[Call]:
    """Return calls that read what names addresses, and the codes they may end with."""
    any_report = {ExitCode.DONE, ExitCode.CORPUS}
    return [
        (("build", "logo.toml", "-o", "m.pdf", "--corpus", "corpus"), {0}),
        (("build", "torture", *ENGLISH, "-o", "m.html"), {0}),
        *(
            (("ingest", name, *ABOUT, "--dry-run", "--corpus", "corpus"), any_report)
            for name in ("r.html", "r.docx", "r.odt", "r.md")
        ),
        (("mail", "m.pdf", "--to", "deputy@example.org"), {0}),
        (("verify", "m.html", "--corpus", "corpus"), {0}),
        (("check", "--corpus", "corpus"), any_report),
        (("topics", "--corpus", "corpus"), {0}),
        (("excerpts", "torture", "--corpus", "corpus"), {0}),
        (("figures", "--corpus", "corpus"), {0}),
        (("figures", "review", "hrr-2020-kgz-en", "--corpus", "corpus"), {0}),
        (("coverage", "--corpus", "corpus"), {0}),
        (("changes", "torture", "--corpus", "corpus"), {0}),
        (("search", "torture", "--corpus", "corpus"), {0}),
        (("corpus", "list", "--corpus", "corpus"), {0}),
        (("corpus", "show", "hrr-2020-kgz-en", "--corpus", "corpus"), {0}),
        (("init", "torture", "-l", "en", "--corpus", "corpus"), {0}),
    ]


def dear() -> list[Call]:
    """Return more such calls, which take longer; the usual ones were made before."""
    refused = {ExitCode.VERIFICATION, ExitCode.UNKNOWN_SOURCE}
    return [
        (("build", "--all", *ENGLISH, "--separate", "--format", "html"), {0}),
        (("build", "look.toml", "--corpus", "corpus"), {ExitCode.RENDER}),
        (("verify", "m.pdf", "--corpus", "corpus"), {0}),
        (("verify", "far.pdf", "far.html", "--corpus", "corpus"), refused),
        (("mail", "far.pdf", "-o", "far.eml"), SPOKEN),
        (("doctor",), SPOKEN),
        (("language", "check", "ru"), SPOKEN),
        (("watch", "recipe.toml", "--corpus", "corpus"), {0, ExitCode.INTERRUPTED}),
    ]


def ran(calls: Sequence[Call], place: Path) -> None:
    told, heard = guarded(CALLS, place, json.dumps([words for words, _ in calls]))
    ends = [json.loads(line) for line in told.splitlines() if line.startswith('["')]
    assert not heard
    assert [name for name, _ in ends] == [words[0] for words, _ in calls], told
    for (words, codes), (_, code) in zip(calls, ends, strict=True):
        assert code in codes, (words, told)


def test_no_command_uses_the_network(place: Path) -> None:
    ran(usual(), place)


@pytest.mark.thorough
def test_no_command_at_all_uses_the_network(place: Path) -> None:
    ran(usual(), place)
    page = (place / "m.html").read_text("utf-8")
    far = page.replace("</body>", f'<img src="{FAR}.png"></body>')
    (place / "far.html").write_text(far, "utf-8")
    shutil.copy(place / "m.pdf", place / "far.pdf")
    calling(place / "far.pdf")
    ran(dear(), place)
    assert {words[0] for words, _ in [*usual(), *dear()]} == _commands()


def _commands() -> set[str]:
    """Return the names of all commands there are."""
    command: Any = typer.main.get_command(app)
    return set(command.commands)
