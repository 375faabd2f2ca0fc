"""Run `briefs` as a user does, and see what comes out."""

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from briefs.cli import app as cli
from briefs.errors import ExitCode
from tests.make import advised

COMMAND = Path(sys.executable).with_name("briefs")


@dataclass(frozen=True)
class Outcome:
    """An exit code, and what was said on stdout and stderr."""

    code: int
    out: str
    err: str


def run(*words: object, env: Mapping[str, str] | None = None) -> Outcome:
    """Call the command line in this process."""
    out, err = io.StringIO(), io.StringIO()
    handler = signal.getsignal(signal.SIGINT)
    code: object = None
    try:
        with (
            mock.patch.dict(os.environ, env or {}),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            cli.main([str(word) for word in words])
    except SystemExit as end:
        code = end.code
    finally:
        signal.signal(signal.SIGINT, handler)
    assert isinstance(code, int | None)
    advised.assert_possible([str(word) for word in words], err.getvalue())
    return Outcome(code or 0, out.getvalue(), err.getvalue())


def execute(
    *words: object, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Outcome:
    """Call the installed command in a process of its own."""
    done = subprocess.run(
        [COMMAND, *map(str, words)],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **(env or {})},
        cwd=cwd,
        timeout=60,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


DAY, EPOCH = "2026-11-22", "1795305600"
"""The day on which tests make briefs, so that they are the same; in seconds too."""

Built = Callable[..., tuple[Outcome, Path]]


def maker(folder: Path) -> Built:
    """Return what makes a brief of the package's corpus, once for the same words."""
    known: dict[tuple[str, ...], tuple[Outcome, Path]] = {}

    def make(*words: str) -> tuple[Outcome, Path]:
        if words not in known:
            path = folder / f"{len(known)}.pdf"
            known[words] = run("build", *words, "--date", DAY, "-o", path), path
        return known[words]

    return make


def build(small: Path, *words: object, **how: Any) -> Outcome:
    """Build from the small corpus; HTML, because that takes no time."""
    return run(
        "build", *words, "--format", "html", "--corpus", small, "-l", "en", **how
    )


def rows(*words: object) -> list[dict[str, Any]]:
    """Return what a command prints as JSON."""
    told = run(*words, "--json")
    assert (told.code, told.err) == (0, "")
    found = json.loads(told.out)
    assert isinstance(found, list)
    return found


def assert_refused(told: Outcome, code: ExitCode, *said: str) -> None:
    """Check that one sentence says what is wrong, and nothing else is printed."""
    assert (told.code, told.out) == (code, "")
    assert told.err.startswith("briefs: ")
    assert len(told.err.strip().splitlines()) == 1
    assert "Traceback" not in told.err
    for text in said:
        assert text in told.err
