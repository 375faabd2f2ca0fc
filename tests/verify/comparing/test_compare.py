"""A file is what the brief made again is, or the difference is named."""

import io
import json
import shutil
import subprocess
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefs.errors import VerificationError
from briefs.verify import received
from briefs.verify.comparing import compare
from briefs.verify.proof import Difference, Verdict
from tests.make import forgeries
from tests.make.alike import standing_for
from tests.make.commands import run
from tests.make.forgeries import Change, changed
from tests.make.shelf import small_corpus


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def brief(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return built(corpus, tmp_path_factory.mktemp("brief"), "torture")


@pytest.fixture(scope="module")
def other(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return built(corpus, tmp_path_factory.mktemp("other"), "women")


def built(corpus: Path, folder: Path, topic: str) -> bytes:
    path = folder / "brief.pdf"
    words = "build", topic, "-l", "en", "-o", path, "--date", "2026-11-22"
    made = run(*words, "--corpus", corpus)
    assert (made.code, made.err) == (0, "")
    return path.read_bytes()


def kinds(found: list[Difference]) -> set[str]:
    return {difference.kind for difference in found}


# Harmless copies


def test_the_same_bytes_are_identical(brief: bytes) -> None:
    assert compare.pdf(brief, brief) == (Verdict.IDENTICAL, [])


def repacked(**how: Any) -> Callable[[bytes], bytes]:
    def save(pdf: bytes) -> bytes:
        copy = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf)) as document:
            document.save(copy, **how)
        return copy.getvalue()

    return save


@pytest.mark.parametrize(
    "copy",
    [
        repacked(),
        repacked(qdf=True),
        repacked(object_stream_mode=pikepdf.ObjectStreamMode.generate),
        repacked(stream_decode_level=pikepdf.StreamDecodeLevel.all),
        lambda pdf: b"Received: by mail\r\n" + pdf,
    ],
    ids=["saved", "plain", "packed", "unpacked", "bytes before it"],
)
def test_a_repacked_file_has_the_same_content(
    brief: bytes, copy: Callable[[bytes], bytes]
) -> None:
    assert compare.pdf(copy(brief), brief) == (Verdict.SAME_CONTENT, [])


PROGRAMS = {
    "qpdf": "qpdf --object-streams=generate {0} {1}",
    "pdftk": "pdftk {0} output {1}",
    "mutool": "mutool clean -gggg -z {0} {1}",
}


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_other_programs_repack_has_the_same_content(
    brief: bytes, tmp_path: Path, program: str
) -> None:
    copy = through(PROGRAMS[program], brief, tmp_path)
    assert compare.pdf(copy, brief) == (Verdict.SAME_CONTENT, [])


REDRAWING = {
    "gs": "gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile={1} {0}",
    "pdftocairo": "pdftocairo -pdf {0} {1}",
}


def test_pages_that_are_written_anew_and_look_the_same_have_the_same_words(
    brief: bytes, tmp_path: Path
) -> None:
    copy = through(REDRAWING["gs"], brief, tmp_path)
    assert compare.pdf(copy, brief) == (Verdict.SAME_WORDS, [])


@pytest.mark.thorough
def test_letters_that_are_drawn_a_little_otherwise_are_at_worst_doubted(
    brief: bytes, tmp_path: Path
) -> None:
    """This program moves the outlines of large letters; every word is found again."""
    copy = through(REDRAWING["pdftocairo"], brief, tmp_path)
    _, differences = compare.pdf(copy, brief)
    assert {each.kind for each in differences} <= {"look"}


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("program", "name"), [*product(REDRAWING, ["white box", "drawn otherwise"])]
)
def test_a_change_is_found_in_pages_that_are_written_anew(
    brief: bytes, tmp_path: Path, program: str, name: str
) -> None:
    forged = changed(brief, FORGERIES[name][0])
    copy = through(REDRAWING[program], forged, tmp_path)
    assert compare.pdf(copy, brief)[0] is Verdict.CHANGED


def through(command: str, pdf: bytes, folder: Path) -> bytes:
    words = command.format(folder / "in.pdf", folder / "out.pdf").split()
    if not shutil.which(words[0]):
        pytest.skip(f"needs {words[0]}")
    (folder / "in.pdf").write_bytes(pdf)
    subprocess.run(words, check=True, capture_output=True, timeout=60)
    return (folder / "out.pdf").read_bytes()


# Forgeries


def rows(data: bytes) -> bytes:
    return json.dumps(json.loads(data)[:1]).encode()


FORGERIES: dict[str, tuple[Change, str]] = {
    "white box": (forgeries.drawn_over(b"1 1 1 rg 60 300 400 200 re f"), "look"),
    "struck out": (forgeries.drawn_over(b"0 0 0 RG 60 620 400 1 re f"), "look"),
    "stamp": (forgeries.annotation("Stamp"), "active"),
    "highlight": (
        forgeries.annotation("StrikeOut", QuadPoints=[60, 600, 460, 600, 60, 580]),
        "active",
    ),
    "picture": (forgeries.image_over, "look"),
    "form field": (forgeries.form_field, "active"),
    "cropped": (forgeries.cropped, "structure"),
    "invisible": (forgeries.in_first_text(b"q 3 Tr", b"Q"), "look"),
    "white": (forgeries.in_first_text(b"q 1 1 1 rg", b"Q"), "look"),
    "clipped": (forgeries.in_first_text(b"q 0 0 1 1 re W n", b"Q"), "look"),
    "transparent": (forgeries.transparent, "look"),
    "layer": (forgeries.on_a_hidden_layer, "active"),
    "spoken": (forgeries.spoken_otherwise, "tags"),
    "read otherwise": (forgeries.read_otherwise, "text"),
    "drawn otherwise": (forgeries.drawn_otherwise, "look"),
    "figures changed": (
        forgeries.attached("figures.csv", lambda data: data.replace(b"4", b"5")),
        "attachment",
    ),
    "figures removed": (
        forgeries.attached("figures.csv", lambda data: None),
        "attachment",
    ),
    "ends what never began": (forgeries.drawn_over(b"Q"), "structure"),
    "record digit": (
        forgeries.attached("quotations.json", lambda data: data.replace(b"2", b"3")),
        "attachment",
    ),
    "record cut": (forgeries.attached("quotations.json", rows), "attachment"),
    "recipe": (
        forgeries.attached("recipe.json", lambda data: data.replace(b"11", b"12")),
        "attachment",
    ),
    "program": (forgeries.program_added, "attachment"),
    "script": (forgeries.script_added, "active"),
    "links": (forgeries.links_moved, "link"),
    "retagged": (forgeries.retagged, "tags"),
    "title": (forgeries.said_of_itself("/Title", "Uzbekistan"), "metadata"),
    "subject": (forgeries.said_of_itself("/Subject", "99 excerpts"), "metadata"),
    "language": (forgeries.language, "metadata"),
    "page removed": (forgeries.page_removed, "page"),
    "page doubled": (forgeries.page_doubled, "page"),
    "pages reversed": (forgeries.pages_reversed, "page"),
    "page invented": (forgeries.page_invented, "page"),
}


ONE_OF_EACH_KIND = {kind: name for name, (_, kind) in FORGERIES.items()}.values()


@pytest.mark.parametrize("name", standing_for(ONE_OF_EACH_KIND, FORGERIES))
def test_a_forgery_is_found_and_named(brief: bytes, name: str) -> None:
    change, kind = FORGERIES[name]
    verdict, found = compare.pdf(changed(brief, change), brief)
    assert verdict is Verdict.CHANGED
    assert kind in kinds(found)


def test_another_brief_in_front_is_found(brief: bytes, other: bytes) -> None:
    both = changed(brief, forgeries.other_in_front(other))
    verdict, found = compare.pdf(both, brief)
    assert verdict is Verdict.CHANGED
    assert "page" in kinds(found)


def test_an_update_at_the_end_of_the_file_is_found(brief: bytes) -> None:
    verdict, found = compare.pdf(forgeries.updated(brief), brief)
    assert verdict is Verdict.CHANGED
    assert "look" in kinds(found)


def test_a_forgery_is_found_although_nothing_more_of_the_page_stays(
    brief: bytes,
) -> None:
    """Who adds a harmless operation to each page hides in no comparison of objects."""

    def redrawn(document: pikepdf.Pdf) -> None:
        for number in range(len(document.pages)):
            forgeries.drawn_over(b"", number)(document)

    harmless = changed(brief, redrawn)
    assert compare.pdf(harmless, brief) == (Verdict.SAME_WORDS, [])
    for name in ("white", "layer", "spoken", "record cut", "script", "links", "title"):
        forged = changed(changed(brief, FORGERIES[name][0]), redrawn)
        assert compare.pdf(forged, brief)[0] is Verdict.CHANGED, name


# Digits and words


def test_no_digit_can_be_changed(brief: bytes) -> None:
    with pikepdf.open(io.BytesIO(brief)) as document:
        places = [
            (number, start, font, letter, forgeries.codes(page, font))
            for number, page in enumerate(document.pages)
            for start, font, letter in forgeries.letters(page)
            if letter.isdigit()
        ]
    tried = 0
    for number, start, _, letter, known in places[::29]:
        others = [code for sign, code in known.items() if sign.isdigit()]
        code = next((code for code in others if code != known[letter]), None)
        if code is not None:
            forged = changed(brief, forgeries.with_letter(number, start, code))
            verdict, found = compare.pdf(forged, brief)
            assert verdict is Verdict.CHANGED
            assert (found[0].page, found[0].kind) == (number + 1, "text")
            tried += 1
    assert tried > 5


# What cannot be opened


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"%PDF-1.7\n", "damaged"), (b"", "damaged"), (b"<html>", "damaged")],
)
def test_what_is_no_pdf_file_is_not_compared(
    brief: bytes, data: bytes, why: str
) -> None:
    with pytest.raises(VerificationError, match=why):
        compare.pdf(data, brief)


def test_half_a_file_is_not_accepted(brief: bytes) -> None:
    try:
        verdict, _ = compare.pdf(brief[: len(brief) // 2], brief)
    except VerificationError:
        return
    assert verdict is Verdict.CHANGED


def test_an_encrypted_file_says_so(brief: bytes) -> None:
    locked = repacked(encryption=pikepdf.Encryption(owner="a", user="b"))(brief)
    with pytest.raises(VerificationError, match="encrypted"):
        compare.pdf(locked, brief)


def test_a_file_that_unpacks_to_gigabytes_is_refused_with_its_size(
    brief: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(received, "UNPACKED", 5_000_000)
    packed = changed(brief, forgeries.bomb(5_000_001))
    assert len(packed) < 200_000
    with pytest.raises(VerificationError, match="more than 5 MB"):
        compare.pdf(packed, brief)
