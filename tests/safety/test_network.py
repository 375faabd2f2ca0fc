"""No command uses the network: a guard in every process it starts hears of each try."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

GUARD = """
import os, sys

def hear(event, details):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname",
                 "socket.sendto", "socket.sendmsg", "socket.bind"):
        with open(os.environ["HEARD"], "a") as heard:
            heard.write(f"{sys.argv} {event} {details}\\n")
        raise PermissionError("no network")
    if event == "os.exec" or event == "subprocess.Popen":
        name = os.path.basename(str(details[0]))
        if name in ("curl", "wget", "ssh", "sendmail"):
            with open(os.environ["HEARD"], "a") as heard:
                heard.write(f"{sys.argv} {event} {name}\\n")

sys.addaudithook(hear)
with open(os.environ["HEARD"] + ".guarded", "a") as guarded:
    guarded.write(f"{os.getpid()}\\n")
"""

ALL = """\
import json, sys
from briefs.cli.app import main
for words in json.loads(sys.argv[1]):
    try:
        main(words)
    except SystemExit as end:
        if end.code:
            sys.exit(f"{words} ended with {end.code}")
"""
"""A program that calls commands one after the other, until one fails."""

ABOUT = ("--report", "hrr", "--country", "KGZ", "--year", "2016")
SAID = "Torture went on. The prosecutor opened 12 cases of torture in 2019.\n"


@pytest.fixture
def guarded(tmp_path: Path) -> Mapping[str, str]:
    """Return settings that put the guard into each Python process."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    return {"PYTHONPATH": str(tmp_path / "guard"), "HEARD": str(tmp_path / "heard")}


def test_the_guard_hears_a_connection(
    guarded: Mapping[str, str], tmp_path: Path
) -> None:
    program = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **guarded},
        check=False,
        capture_output=True,
    )
    assert done.returncode
    assert "socket" in (tmp_path / "heard").read_text()


def test_no_command_uses_the_network(
    guarded: Mapping[str, str], small: Path, tmp_path: Path
) -> None:
    brief, report = tmp_path / "brief.pdf", tmp_path / "report.txt"
    report.write_text(SAID, "utf-8")
    calls = (
        ("build", "torture", "-l", "en", "--corpus", small, "-o", brief),
        ("verify", brief, "--corpus", small),
        ("mail", brief, "--to", "deputy@example.org"),
        ("ingest", report, *ABOUT, "--dry-run", "--corpus", small),
        ("check", "--corpus", small),
    )
    done = subprocess.run(
        [sys.executable, "-c", ALL, json.dumps(calls, default=str)],
        env={**os.environ, **guarded},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "heard").exists(), (tmp_path / "heard").read_text()
    assert (tmp_path / "heard.guarded").read_text()
