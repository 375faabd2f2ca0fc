"""Try hostile inputs for some minutes and print what became of them.

    python -m tests.safety.fuzz [MINUTES] [FIRST] [KIND…]

Each kind's inputs are numbered from FIRST on: a number makes the same input again. The
report says, for each kind, how many were tried and how they ended.
"""

import json
import multiprocessing
import os
import re
import shutil
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.make.hostile import arena, documents
from tests.make.hostile.arena import Outcome
from tests.make.hostile.kinds import KINDS

Row = tuple[str, int, Outcome, list[str]]


def prepare(folder: Path) -> None:
    """Give commands a cache and settings of their own, and load what they load."""
    for name in [name for name in os.environ if name.startswith("BRIEFS_")]:
        del os.environ[name]
    os.environ.update(
        BRIEFS_CACHE=str(folder / "cache"),
        XDG_DATA_HOME=str(folder / "data"),
        LC_ALL="C.UTF-8",
    )
    arena.load()
    documents.brief(), documents.page(), documents.reports()


def tried(name: str, number: int, folder: Path) -> Row:
    """Try one input; its folder is kept where something is wrong."""
    place = folder / f"{name}-{number}"
    call, outcome = arena.attempt(KINDS[name], name, number, place)
    if not outcome.wrong:
        shutil.rmtree(place, ignore_errors=True)
    return name, number, outcome, [os.fsdecode(word) for word in call.words]


def rows(
    names: Sequence[str], first: int, seconds: float, folder: Path
) -> Iterator[Row]:
    """Yield what became of inputs until the time is over, on all processors."""
    workers = os.cpu_count() or 1
    fork = multiprocessing.get_context("fork")
    results: Any = fork.Queue()
    end = time.monotonic() + seconds
    pool = [
        fork.Process(
            target=_work, args=(results, names, first, w, workers, end, folder)
        )
        for w in range(workers)
    ]
    for worker in pool:
        worker.start()
    left = workers
    while left:
        row = results.get()
        if row is None:
            left -= 1
        else:
            yield row
    for worker in pool:
        worker.join()


def _work(
    results: Any,
    names: Sequence[str],
    first: int,
    share: int,
    workers: int,
    end: float,
    folder: Path,
) -> None:
    number = first + share
    try:
        while time.monotonic() < end:
            for name in names:
                if time.monotonic() < end:
                    results.put(tried(name, number, folder))
            number += workers
    finally:
        results.put(None)


def report(found: Sequence[Row]) -> str:
    """Return how the inputs of each kind ended, and all that went wrong."""
    ends: dict[str, Counter[int]] = defaultdict(Counter)
    for name, _, outcome, _ in found:
        ends[name][outcome.code] += 1
    lines = [f"{len(found)} inputs"]
    for name, codes in ends.items():
        listed = ", ".join(f"exit {code}: {n}" for code, n in sorted(codes.items()))
        lines.append(f"  {name:10} {sum(codes.values()):5}  {listed}")
    slow = sorted(found, key=lambda row: -row[2].seconds)[:5]
    lines.append(
        "slowest: " + ", ".join(f"{r[0]}-{r[1]} {r[2].seconds:.1f} s" for r in slow)
    )
    big = sorted(found, key=lambda row: -row[2].megabytes)[:3]
    lines.append(
        "largest: " + ", ".join(f"{r[0]}-{r[1]} {r[2].megabytes} MB" for r in big)
    )
    wrong = [row for row in found if row[2].wrong]
    lines.append(f"{len(wrong)} went wrong")
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in wrong:
        groups[_kind_of_fault(row)].append(row)
    for fault, group in sorted(groups.items(), key=lambda each: -len(each[1])):
        names = " ".join(f"{name}-{number}" for name, number, _, _ in group[:6])
        lines.append(f"{len(group):4} × {fault}\n       {names}\n       {group[0][3]}")
    return "\n".join(lines)


def _kind_of_fault(row: Row) -> str:
    said = row[2].err.strip().splitlines()[-1:] or [""]
    what = "; ".join(row[2].wrong)[:200] + " | " + said[0]
    return re.sub(r"/tmp/\S+|0x[0-9a-f]+|\d+", "…", what)[:400]


def main(words: Sequence[str]) -> int:
    """Try inputs, print the report; 1 when something went wrong."""
    minutes = float(words[0]) if words else 10.0
    first = int(words[1]) if len(words) > 1 else 0
    names = list(words[2:]) or list(KINDS)
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    prepare(folder)
    found = list(rows(names, first, minutes * 60, folder / "inputs"))
    print(report(found))  # noqa: T201
    wrong = any(row[2].wrong for row in found)
    if not wrong:
        shutil.rmtree(folder, ignore_errors=True)
    else:
        log = [
            (n, i, o.code, o.wrong, o.err[-2000:], w) for n, i, o, w in found if o.wrong
        ]
        (folder / "wrong.json").write_text(json.dumps(log, indent=1, default=str))
        print(f"what went wrong is kept in {folder}")  # noqa: T201
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
