"""The index saves time, never tells what was not put into it and never fails."""

import sqlite3
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

import pytest

from briefs.files import asking, database
from briefs.files.database import DamageError, Index, Made

FIRST = Made("a", {"": b"whole", 1: b"one", 2: b"two"}, [(1, "kyino sot"), (2, "sot")])


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEFS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def filled(index: Index) -> int:
    """Put one source into an index where it lacks it; return its number."""
    if not index.held("texts", ["a"]):
        index.put("texts", [FIRST])
    return index.held("texts", ["a"])["a"]


def told(index: Index) -> tuple[object, ...]:
    """Return all that the one source says."""
    number = filled(index)
    return (
        index.entries([number], ""),
        dict(index.parts({number: [1, 2]}))[number],
        index.search(["so"]),
        index.search(["so", "ky"]),
        index.search(["so", "y"]),
    )


EXPECTED: tuple[object, ...] = (
    {1: b"whole"},
    {1: b"one", 2: b"two"},
    {1: [1, 2]},
    {1: [1]},
    {},
)


def file(home: Path) -> Path:
    return next(home.rglob(asking.NAME))


def test_what_is_put_is_found_on_disk_and_in_memory(home: Path) -> None:
    assert asking.answered(told) == asking.answered(told) == EXPECTED
    assert file(home).stat().st_mode & 0o077 == 0
    assert told(Index(None)) == EXPECTED


def test_a_source_is_there_under_its_kind_and_key_alone() -> None:
    index = Index(None)
    filled(index)
    assert index.held("texts", ["b"]) == index.held("figures", ["a"]) == {}


def test_a_source_is_put_once() -> None:
    index = Index(None)
    filled(index)
    index.put("texts", [FIRST])
    assert told(index) == EXPECTED


def test_what_was_made_before_a_crash_stays_and_nothing_half() -> None:
    class Crashing(list[tuple[int, str]]):
        def __iter__(self) -> Iterator[tuple[int, str]]:
            yield from [(1, "sot")] * 2
            raise RuntimeError

    half = Made("b", {"": b"b", 1: b"c"}, Crashing())
    with pytest.raises(RuntimeError):
        asking.answered(lambda index: index.put("texts", [FIRST, half]))
    assert asking.answered(told) == EXPECTED
    assert asking.answered(lambda index: index.held("texts", "ab")) == {"a": 1}


def test_a_missing_part_is_a_damage() -> None:
    index = Index(None)
    with pytest.raises(DamageError):
        dict(index.parts({filled(index): [3]}))
    with pytest.raises(DamageError):
        index.entries([7], "")


@pytest.mark.parametrize("content", [b"", b"no database", b"\0" * 4096])
def test_a_file_that_is_none_is_made_anew(home: Path, content: bytes) -> None:
    asking.answered(told)
    file(home).write_bytes(content)
    assert asking.answered(told) == EXPECTED


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entry SET data = x'00' || data",
        "UPDATE entry SET data = (SELECT data FROM entry WHERE part = 2)",
        "DELETE FROM entry WHERE part = 1",
        "DROP TABLE entry",
        "DROP TABLE source",
        "ALTER TABLE source DROP COLUMN used",
        "UPDATE source SET id = 9",
        "DROP TABLE said_data",
    ],
)
def test_what_was_changed_in_it_is_never_told(home: Path, change: str) -> None:
    asking.answered(told)
    connection = sqlite3.connect(file(home), isolation_level=None)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(change)
    connection.close()
    answer = asking.answered(told)
    assert answer == EXPECTED


@pytest.mark.parametrize("cut", range(1, 10, 2))
def test_a_file_that_was_cut_or_spoiled_is_made_anew(home: Path, cut: int) -> None:
    asking.answered(told)
    content = bytearray(file(home).read_bytes())
    start = len(content) * cut // 10
    content[start : start + 600] = b"\xff" * 600
    file(home).write_bytes(content)
    assert asking.answered(told) == EXPECTED
    file(home).write_bytes(content[:start])
    assert asking.answered(told) == EXPECTED


def test_what_others_may_write_is_not_used(home: Path) -> None:
    asking.answered(told)
    file(home).chmod(0o666)
    before = file(home).read_bytes()
    assert asking.answered(told) == EXPECTED
    assert file(home).read_bytes() == before
    file(home).chmod(0o600)
    file(home).parent.chmod(0o777)
    assert asking.answered(told) == EXPECTED


def test_without_a_place_it_is_kept_in_memory(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFS_CACHE", "off")
    assert asking.answered(told) == EXPECTED
    monkeypatch.setenv("BRIEFS_CACHE", str(home))
    home.write_bytes(b"a file where the folder should be")
    assert asking.answered(told) == EXPECTED


def test_while_another_process_writes_it_is_answered(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking.answered(told)
    monkeypatch.setattr(database, "_WAIT", 0.01)
    writer = sqlite3.connect(file(home), isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert asking.answered(told) == EXPECTED
    put = Made("b", {"": b"b"})
    asking.answered(lambda index: index.put("texts", [put]))  # in memory
    writer.execute("ROLLBACK")
    writer.close()
    assert asking.answered(lambda index: index.held("texts", "ab")) == {"a": 1}


def _fill_alone(_: int) -> tuple[object, ...]:
    def ask(index: Index) -> tuple[object, ...]:
        with asking.alone(index):
            filled(index)
        return told(index)

    return asking.answered(ask)


def test_several_processes_fill_it_at_once() -> None:
    with get_context("fork").Pool(4) as pool:
        answers = pool.map(_fill_alone, range(8))
    assert answers == [EXPECTED] * 8


def test_what_nobody_asks_for_is_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    index = Index(None)
    filled(index)
    day = time.time() / 86_400

    def after(days: int) -> None:
        monkeypatch.setattr(time, "time", lambda: (day + days) * 86_400)

    after(29)
    assert index.held("texts", ["a"])
    after(50)
    index.put("texts", [])
    assert index.held("texts", ["a"])
    after(90)
    index.put("texts", [])
    assert not index.held("texts", ["a"])
