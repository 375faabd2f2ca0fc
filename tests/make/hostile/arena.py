"""Run one command on one input in a process of its own, and see what it did.

The process is a fork of this one, in which all that is heavy is loaded already: an
input costs what its command costs. What runs, calls out or opens a file beside its own
is noticed by an audit hook.
"""

import faulthandler
import fcntl
import os
import re
import resource
import signal
import sys
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from briefs.errors import ExitCode

PATIENCE = 240.0
"""Seconds after which a command counts as waiting; long, for machines at work."""

WORK = 20
"""Seconds of a processor after which a command counts as endless."""

MEMORY = 6_000_000_000
"""Bytes of address space that a command may ask for."""

SECRET = "vX9-secret-of-another-file"
"""What stands in the file beside the arena, which no command may read."""

OWN = "own"
"""A folder beside the arena whose files stay as they are, and to which none comes."""

_CODES = frozenset(ExitCode)
_CALLS = ("os.system", "os.exec", "os.posix_spawn", "subprocess.Popen", "pty.spawn")
_OUTSIDE = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind")
_ALLOWED = ("tesseract", "fc-match", "fc-list", "ldconfig")
_LEFTOVER = re.compile(r"\.part$|^\.briefs-|^tmp")
_CACHED = re.compile(r"(?:^|/)[0-9a-f]{16}/\w+/")  # a cache that was wanted here
_UNREADABLE = re.compile(r"<[\w.]+ object at 0x|[A-Za-z0-9+/]{300}|Traceback \(most")
_STEERING = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LONGEST = 4000
"""Characters of what is said of one fault."""


@dataclass(frozen=True)
class Call:
    """The words of a command, and what surrounds it.

    `full` sends standard output to a full disk; `closed` are the numbers of streams
    that are closed, `lacking` the names of variables that are not set. What works
    `one_by_one` leaves whole editions where a later one fails.
    """

    words: Sequence[str | bytes]
    env: Mapping[str, str] = field(default_factory=dict)
    full: bool = False
    closed: Sequence[int] = ()
    lacking: Sequence[str] = ()
    one_by_one: bool = False


Kind = Callable[[Random, Path], Call]
"""Puts an input of a kind into a folder, and says which command takes it."""


@dataclass(frozen=True)
class Outcome:
    """What a command did: its exit code, what it said, and what is wrong with it."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: int
    wrong: tuple[str, ...]


def load() -> None:
    """Load what commands load, once for all inputs."""
    import briefs.tasks.adding.ingest
    import briefs.tasks.building.build
    import briefs.tasks.check
    import briefs.tasks.doctor
    import briefs.tasks.mail
    import briefs.tasks.verify  # noqa: F401
    from briefs.render import engine

    engine.load()


def attempt(kind: Kind, name: str, number: int, folder: Path) -> tuple[Call, Outcome]:
    """Make the input of a number and run its command in a folder of its own."""
    place = folder / "place"
    place.mkdir(parents=True)
    (folder / "secret.txt").write_text(SECRET, "utf-8")
    own = folder / OWN
    own.mkdir()
    (own / "notes.pdf").write_bytes(b"%PDF-1.7 notes of years")
    call = kind(Random(f"{name}-{number}"), place)
    before, held = _seen(place), _seen(own)
    outcome = run(call, place)
    wrong = [*outcome.wrong, *_wrong(call, outcome, before, _seen(place))]
    wrong += ["touched what is the user's own"] * (held != _seen(own))
    return call, Outcome(**{**vars(outcome), "wrong": tuple(wrong)})


def run(call: Call, place: Path) -> Outcome:
    """Run a command in a fork of this process, with a folder as its own."""
    report = place.parent / "report"
    report.mkdir(exist_ok=True)
    files = [report / name for name in ("out", "err", "heard")]
    for file in files:
        file.write_bytes(b"")
    begun = time.monotonic()
    child = os.fork()
    if not child:
        _become(call, place, files)
    status, usage, late = _awaited(child, begun)
    out, err, heard = (file.read_text("utf-8", "replace") for file in files)
    code = os.waitstatus_to_exitcode(status)
    wrong = [*(["hangs"] if late else []), *heard.splitlines()]
    if code < 0 and not late:
        endless = -code in (signal.SIGXCPU, signal.SIGKILL)
        wrong.append("endless" if endless else f"ended by signal {-code}")
    seconds = time.monotonic() - begun
    return Outcome(code, out, err, seconds, usage // 1000, tuple(wrong))


def _awaited(child: int, begun: float) -> tuple[int, int, bool]:
    late = False
    while True:
        ended, status, usage = os.wait4(child, os.WNOHANG)
        if ended:
            return status, usage.ru_maxrss, late
        if time.monotonic() - begun > PATIENCE and not late:
            late = True
            os.killpg(child, signal.SIGKILL)
        time.sleep(0.002)


def _become(call: Call, place: Path, files: Sequence[Path]) -> None:
    """Be the command, and nothing after it."""
    code = 99
    try:
        os.setpgid(0, 0)
        _settle(call, place, files)
        _listen(files[2])
        code = _command(call)
    except BaseException as error:
        with files[2].open("a", encoding="utf-8") as heard:
            heard.write(f"escaped: {error!r}\n")
    finally:
        os._exit(code)


def _settle(call: Call, place: Path, files: Sequence[Path]) -> None:
    faulthandler.disable()
    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    os.chdir(place)
    temporary = place.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    os.environ.update(
        {"TMPDIR": str(temporary), "BRIEFS_LOCALE": "en"} | dict(call.env)
    )
    for name in call.lacking:
        os.environ.pop(name, None)
    import tempfile

    tempfile.tempdir = None
    full = call.full and Path("/dev/full").exists()
    out = os.open("/dev/full" if full else files[0], os.O_WRONLY)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(out, 1)
    os.dup2(os.open(files[1], os.O_WRONLY), 2)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(  # noqa: SIM115
        2, "w", encoding="utf-8", errors="backslashreplace", closefd=False
    )
    for number in call.closed:  # as Python finds them at its start
        os.close(number)
        setattr(sys, ("stdin", "stdout", "stderr")[number], None)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (WORK, WORK))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _command(call: Call) -> int:
    from briefs.cli import app

    words = [os.fsdecode(word) for word in call.words]
    try:
        app.main(words)
        code: Any = 0
    except SystemExit as end:
        code = end.code
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        code = 120  # what Python itself ends with
    if sys.stderr:
        sys.stderr.flush()
    return int(code or 0)


def _listen(heard: Path) -> None:
    """Note every call of another program, every connection, every file outside."""
    secret = str(heard.parents[1] / "secret.txt")
    opened = os.open(heard, os.O_WRONLY | os.O_APPEND)
    note = fcntl.fcntl(opened, fcntl.F_DUPFD_CLOEXEC, 10)  # no stream that was closed
    os.close(opened)

    def hear(event: str, details: tuple[Any, ...]) -> None:
        if event == "open":
            bad = isinstance(details[0], str) and details[0].endswith(secret)
        elif event in _CALLS:
            bad = not any(name in str(details[:2]) for name in _ALLOWED)
        else:
            bad = event in _OUTSIDE
        if bad:
            os.write(note, f"{event} {str(details)[:200]}\n".encode("utf-8", "replace"))

    sys.addaudithook(hear)


def _seen(place: Path) -> dict[str, bytes | None]:
    """Return the regular files below a folder with what they hold."""
    return {
        str(path.relative_to(place)): _held(path)
        for path in sorted(place.rglob("*"))
        if not path.is_dir() or path.is_symlink()
    }


def _held(path: Path) -> bytes | None:
    if path.is_symlink() or not path.is_file() or path.stat().st_size > 1_000_000:
        return None
    return path.read_bytes()


def _is_whole(content: bytes | None) -> bool:
    """Tell a finished file; its path may be what a full output did not take."""
    return (content or b"").rstrip().endswith((b"%%EOF", b"</html>", b"--"))


def _is_of_an_edition(name: str, after: Mapping[str, bytes | None]) -> bool:
    """Tell a file of an edition whose settings, which are written last, are there."""
    return str(Path(name).parent / "edition.toml") in after


def _wrong(
    call: Call,
    outcome: Outcome,
    before: Mapping[str, bytes | None],
    after: Mapping[str, bytes | None],
) -> list[str]:
    """Return what a command must never do, whatever it was given."""
    wrong = []
    if outcome.code not in _CODES - {ExitCode.UNEXPECTED} and outcome.code >= 0:
        wrong.append(f"exit code {outcome.code}")
    if "unexpected error" in outcome.err:
        wrong.append("unexpected error")
    if SECRET in outcome.out + outcome.err:
        wrong.append("shows another file")
    if found := _UNREADABLE.search(outcome.err):
        wrong.append(f"says {found[0][:60]}")
    if found := _STEERING.search(outcome.out + outcome.err):
        wrong.append(f"steers the terminal with {found[0]!a}")
    if len(outcome.err) > _LONGEST:
        wrong.append(f"says {len(outcome.err)} letters")
    wrong += [f"lost {name}" for name in before.keys() - after.keys()]
    made = [name for name in after if name not in before]
    wrong += [
        f"changed {name}"
        for name in before.keys() & after.keys()
        if before[name] != after[name]
    ]
    wrong += [f"left {name}" for name in made if _LEFTOVER.search(Path(name).name)]
    if outcome.code:
        wrong += [
            f"wrote {name} and failed"
            for name in made
            if not _CACHED.search(name)
            and not (call.one_by_one and _is_of_an_edition(name, after))
            and not ((call.full or 1 in call.closed) and _is_whole(after[name]))
        ]
    return wrong
