"""Files are put in their place whole or not at all."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.errors import DeliveryError, ExitCode
from briefs.files import deliver

AS_ROOT = os.geteuid() == 0


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refuse(number: int) -> Callable[..., None]:
    def failing(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return failing


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "out" / "deep" / "brief.pdf"
    assert deliver.write_atomically(path, b"%PDF") == path
    assert path.read_bytes() == b"%PDF"
    assert names(path.parent) == ["brief.pdf"]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old and long")
    deliver.write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


def test_the_file_can_be_read_by_whom_the_user_lets(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    path = deliver.write_atomically(tmp_path / "brief.pdf", b"%PDF")
    assert path.stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize(
    ("number", "says", "advises"),
    [
        (errno.ENOSPC, "no space is left", "free some space"),
        (errno.EROFS, "nothing can be written", "may write to"),
        (errno.EIO, "Input/output error", "another place"),
    ],
)
def test_a_failing_disk_leaves_the_old_file_and_no_part(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    says: str,
    advises: str,
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", refuse(number))
    with pytest.raises(DeliveryError, match=says) as caught:
        deliver.write_atomically(path, b"new")
    assert str(path) in caught.value.message
    assert advises in caught.value.hint
    assert caught.value.exit_code == ExitCode.DELIVERY
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["brief.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_device_is_never_replaced() -> None:
    with pytest.raises(DeliveryError, match="not a file"):
        deliver.write_atomically(Path("/dev/full"), b"data")
    assert Path("/dev/full").is_char_device()


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="it is not a file"):
        deliver.write_atomically(tmp_path, b"data")
    assert names(tmp_path) == []


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(DeliveryError, match="cannot write"):
        deliver.write_atomically(tmp_path / "out" / "brief.pdf", b"data")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="name is too long") as caught:
        deliver.write_atomically(tmp_path / ("к" * 200), b"data")
    assert "shorter" in caught.value.hint
    assert names(tmp_path) == []


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(DeliveryError, match="access is not allowed"):
        deliver.write_atomically(tmp_path / "brief.pdf", b"data")


def test_an_interrupt_leaves_nothing_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        deliver.write_atomically(tmp_path / "brief.pdf", b"data")
    assert names(tmp_path) == []


def test_several_files_are_written_in_order(tmp_path: Path) -> None:
    files = {tmp_path / "b.pdf": b"b", tmp_path / "a.pdf": b"a"}
    assert deliver.write_all(files) == list(files)
    assert {path: path.read_bytes() for path in files} == files


def test_when_one_file_fails_none_is_put_in_place(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(DeliveryError, match=r"b\.pdf"):
        deliver.write_all({tmp_path / "a.pdf": b"a", tmp_path / "b.pdf": b"b"})
    assert names(tmp_path) == ["b.pdf"]


def test_a_failure_while_moving_leaves_no_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", refuse(errno.EACCES))
    with pytest.raises(DeliveryError, match="access is not allowed"):
        deliver.write_all({tmp_path / "a.pdf": b"a", tmp_path / "b.pdf": b"b"})
    assert names(tmp_path) == []
