"""What stands at a destination is not lost: inputs, other files, their rights."""

import fcntl
import stat
from pathlib import Path

import pytest

from briefs.errors import DeliveryError, ExitCode
from briefs.files import deliver
from tests.make import shelf
from tests.make.commands import Outcome, run

NOTES = b"%PDF-1.7\n% notes of years\n"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shelf.small_corpus(tmp_path_factory.mktemp("shelf") / "corpus")


@pytest.fixture(scope="module")
def brief(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A finished brief."""
    place = tmp_path_factory.mktemp("made") / "m.pdf"
    assert build(corpus, place).code == 0
    return place.read_bytes()


def build(corpus: Path, place: Path | str, *more: str) -> Outcome:
    words = ("build", "torture", "-l", "en", "-q", "--corpus", corpus, "-o", place)
    return run(*words, *more)


def test_a_brief_gives_way_to_a_brief(
    corpus: Path, brief: bytes, tmp_path: Path
) -> None:
    place = tmp_path / "m.pdf"
    place.write_bytes(brief)
    assert build(corpus, place).code == 0


@pytest.mark.parametrize("name", ["m.pdf", "m.html"])
def test_another_file_is_kept_unless_it_is_to_be_replaced(
    corpus: Path, tmp_path: Path, name: str
) -> None:
    place = tmp_path / name
    place.write_bytes(NOTES)
    told = build(corpus, place)
    assert told.code == ExitCode.DELIVERY
    assert "--force" in told.err
    assert place.read_bytes() == NOTES
    assert build(corpus, place, "--force").code == 0
    assert place.read_bytes() != NOTES


def test_nothing_is_written_among_the_sources(corpus: Path) -> None:
    place = corpus / "editions" / "hrr-2020-kgz-en" / "original.pdf"
    for more in ([], ["--force"]):
        told = build(corpus, place, *more)
        assert told.code == ExitCode.DELIVERY
        assert "among what briefs are made from" in told.err
        assert not place.exists()


def test_a_draft_that_is_there_is_kept(brief: bytes, tmp_path: Path) -> None:
    attached = tmp_path / "m.pdf"
    attached.write_bytes(brief)
    draft = tmp_path / "m.eml"
    draft.write_text("Dear deputy, as I said on the telephone …", "utf-8")
    told = run("mail", attached)
    assert told.code == ExitCode.DELIVERY
    assert "on the telephone" in draft.read_text("utf-8")
    assert run("mail", attached, "--force").code == 0
    assert run("mail", attached).code == 0, "the same draft again loses nothing"
    assert run("mail", attached, "--to", "a@example.org").code == ExitCode.DELIVERY


def test_what_is_sent_is_never_where_the_draft_goes(
    brief: bytes, tmp_path: Path
) -> None:
    attached = tmp_path / "m.eml"
    attached.write_bytes(brief)
    assert run("mail", attached, "--force").code == ExitCode.USAGE
    assert attached.read_bytes() == brief


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    path.write_bytes(b"old")
    path.chmod(0o600)
    deliver.write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.pdf"
    real.write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(real)
    deliver.write_atomically(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert real.read_bytes() == b"new"


def test_a_link_that_was_sent_writes_no_file_elsewhere(
    corpus: Path, brief: bytes, tmp_path: Path
) -> None:
    """A folder that was sent may hold links at the names that briefs will have."""
    sent, own = tmp_path / "sent", tmp_path / "own"
    sent.mkdir()
    own.mkdir()
    (own / "old.pdf").write_bytes(brief)
    old, new = sent / "old.pdf", sent / "new.pdf"
    for link in (old, new):
        link.symlink_to(own / link.name)
    (sent / "kept.pdf").write_bytes(brief)
    (sent / "near.pdf").symlink_to("kept.pdf")
    for place in (old, new, sent / "near.pdf"):
        told = build(corpus, place, "--title", "Ours")
        assert told.code == ExitCode.DELIVERY
        assert str(place) in told.err
    with pytest.raises(DeliveryError, match="nowhere"):
        deliver.write_atomically(new, b"new")
    assert [file.name for file in own.iterdir()] == ["old.pdf"]
    assert (own / "old.pdf").read_bytes() == brief
    assert (sent / "kept.pdf").read_bytes() == brief


def test_a_folder_that_is_a_link_takes_no_file_elsewhere(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent, own = tmp_path / "sent", tmp_path / "own"
    (sent / "real").mkdir(parents=True)
    (own / "deep").mkdir(parents=True)
    (sent / "out").symlink_to(own)
    (sent / "near").symlink_to("real")
    monkeypatch.chdir(sent)
    for place in ("out/", "out/b.pdf", "out/deep/b.pdf"):
        told = build(corpus, place)
        assert told.code == ExitCode.DELIVERY
        assert "out is a link to another folder" in told.err
    for words in (("language", "new", "tg"), ("init", "torture")):
        told = run(*words, "-o", "out/r.toml")
        assert told.code == ExitCode.DELIVERY
    deliver.require_straight(
        [Path("near/b.pdf"), own / "b.pdf", sent / "out" / "b.pdf"]
    )
    assert [*own.iterdir()] == [own / "deep"]
    assert [*(own / "deep").iterdir()] == []


def test_what_an_ended_process_left_is_swept_and_what_a_living_one_has_is_not(
    tmp_path: Path,
) -> None:
    left, living = (tmp_path / f".briefs-{n}.part" for n in ("left", "living"))
    left.touch()
    with living.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        deliver.write_atomically(tmp_path / "m.pdf", b"new")
    assert not left.exists()
    assert living.exists()
