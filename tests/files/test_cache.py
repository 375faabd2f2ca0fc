"""The cache saves time, never tells yesterday's result and never fails a build."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.files import cache, scratch

KEY = cache.digest("source")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEFS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def entry(home: Path) -> Path:
    return next(path for path in home.rglob("*") if path.is_file())


def test_what_is_stored_is_loaded() -> None:
    assert cache.load(KEY, "passages") is None
    cache.store(KEY, "passages", b"data")
    assert cache.load(KEY, "passages") == b"data"
    assert cache.load(KEY, "figures") is None


def test_an_entry_is_replaced() -> None:
    cache.store(KEY, "passages", b"old")
    cache.store(KEY, "passages", b"new")
    assert cache.load(KEY, "passages") == b"new"


def test_nothing_is_left_beside_an_entry(home: Path) -> None:
    cache.store(KEY, "passages", b"data")
    assert [path.name for path in home.rglob("*") if path.is_file()] == [KEY]


@given(st.lists(st.text()), st.lists(st.text()))
def test_keys_tell_their_parts_apart(some: list[str], others: list[str]) -> None:
    assert (cache.digest(*some) == cache.digest(*others)) == (some == others)


def test_a_key_takes_text_and_bytes() -> None:
    assert cache.digest("ң") == cache.digest("ң".encode())


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "торт", "ABC"])
def test_only_digests_are_keys(key: str) -> None:
    with pytest.raises(ValueError, match="not a cache key"):
        cache.load(key, "passages")


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 40])
def test_a_damaged_entry_counts_as_missing(home: Path, damage: bytes) -> None:
    cache.store(KEY, "passages", b"data")
    entry(home).write_bytes(damage)
    assert cache.load(KEY, "passages") is None


def test_what_somebody_else_put_there_is_not_trusted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cache.store(KEY, "passages", b"data")
    monkeypatch.setattr(os, "getuid", lambda: os.geteuid() + 1)
    assert cache.load(KEY, "passages") is None


def test_its_folders_are_for_the_user_alone(home: Path) -> None:
    before = os.umask(0)
    try:
        cache.store(KEY, "passages", b"data")
    finally:
        os.umask(before)
    folders = [home, *(path for path in home.rglob("*") if path.is_dir())]
    assert {path.stat().st_mode & 0o777 for path in folders} == {0o700}
    assert cache.load(KEY, "passages") == b"data"


@pytest.mark.parametrize("above", range(4))
@pytest.mark.parametrize("mode", [0o777, 0o770])
def test_what_others_may_write_is_not_trusted(
    home: Path, above: int, mode: int
) -> None:
    cache.store(KEY, "passages", b"data")
    file = entry(home)
    (file, *file.parents)[above].chmod(mode)
    assert cache.load(KEY, "passages") is None


def test_a_changed_module_finds_no_old_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.store(KEY, "passages", b"data")
    cache._code_version.cache_clear()
    read = Path.read_bytes
    monkeypatch.setattr(
        Path, "read_bytes", lambda path: read(path) + (path.suffix == ".py") * b"#"
    )
    assert cache.load(KEY, "passages") is None
    cache._code_version.cache_clear()


def test_another_library_finds_no_old_entries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = cache._code_version()
    (tmp_path / "regex-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    cache._code_version.cache_clear()
    assert cache._code_version() != before
    cache._code_version.cache_clear()


def test_naming_the_code_takes_no_noticeable_time() -> None:
    cache._code_version.cache_clear()
    start = time.process_time()
    cache._code_version()
    assert time.process_time() - start < 0.25


def test_it_can_be_switched_off(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFS_CACHE", "off")
    cache.store(KEY, "passages", b"data")
    assert cache.load(KEY, "passages") is None
    assert cache.folder() is None
    assert not home.exists()


def test_a_place_that_cannot_be_written_is_no_failure(home: Path) -> None:
    home.write_bytes(b"a file where the folder should be")
    cache.store(KEY, "passages", b"data")
    assert cache.load(KEY, "passages") is None


def test_a_full_disk_is_no_failure(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path) -> object:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(scratch, "writing", full)
    cache.store(KEY, "passages", b"data")
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_what_old_versions_left_is_removed(home: Path) -> None:
    recent, foreign = home / ("b" * 16), home / "mine"
    old = home / ("a" * 16)
    for folder in (old / "passages", recent, foreign):
        folder.mkdir(parents=True)
    for folder in (old, foreign):
        os.utime(folder, (0, 0))
    cache.store(KEY, "passages", b"data")
    assert not old.exists()
    assert recent.exists()
    assert foreign.exists()


@pytest.mark.parametrize(
    ("env", "platform", "place"),
    [
        ({"BRIEFS_CACHE": "/c", "XDG_CACHE_HOME": "/x"}, "linux", "/c"),
        ({"XDG_CACHE_HOME": "/x"}, "linux", "/x/briefs"),
        ({}, "linux", "/h/.cache/briefs"),
        ({}, "darwin", "/h/Library/Caches/briefs"),
    ],
)
def test_the_folder_is_the_system_s(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], platform: str, place: str
) -> None:
    for name in ("BRIEFS_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/h", **env}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", platform)
    assert cache.folder() == Path(place)


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv("BRIEFS_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert cache.folder() is None
    cache.store(KEY, "passages", b"data")
    assert cache.load(KEY, "passages") is None


def test_what_an_ended_process_left_is_swept_and_what_a_living_one_writes_is_not(
    home: Path,
) -> None:
    cache.store(KEY, "passages", b"old")
    folder = entry(home).parent
    left, living = folder / ".left.part", folder / ".living.part"
    left.touch()
    cache._sweep_parts.cache_clear()
    with scratch.writing(living):
        cache.store(KEY, "passages", b"new")
        assert living.exists()
    assert not left.exists()
    assert cache.load(KEY, "passages") == b"new"
