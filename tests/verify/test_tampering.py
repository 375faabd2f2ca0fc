"""Whatever is changed in a file is found with its page; harmless copies are known."""

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest

from briefs.verify.comparing import compare
from briefs.verify.proof import Verdict
from tests.make import forgeries, tampering
from tests.make.alike import standing_for
from tests.make.commands import run
from tests.make.forgeries import Change, changed, drawn_over


@pytest.fixture(scope="module")
def brief(small: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("brief") / "brief.pdf"
    words = "build", "torture", "-l", "en", "-o", path, "--date", "2026-11-22"
    assert run(*words, "--corpus", small).code == 0
    return path.read_bytes()


TITLE = tampering.metadata(lambda xmp: xmp.replace(b"Torture", b"Peace"))
AUTHOR = tampering.metadata(
    lambda xmp: xmp.replace(
        b"</rdf:Description>",
        b'<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Seq>'
        b"<rdf:li>UN</rdf:li></rdf:Seq></dc:creator></rdf:Description>",
        1,
    )
)

ON_A_PAGE: dict[str, tuple[Change, str]] = {
    "inline picture": (tampering.inline_picture, "look"),
    "pattern": (tampering.pattern, "look"),
    "shading": (tampering.shading, "look"),
    "form": (tampering.form, "look"),
    "inverted": (tampering.inverted, "look"),
    "mask": (tampering.masked, "look"),
    "drawn letters": (tampering.drawn_letters, "text"),
    "pale": (forgeries.in_first_text(b"q .9 .9 .9 rg", b"Q"), "look"),
    "tiny": (forgeries.in_first_text(b"q .2 0 0 .2 0 0 cm", b"Q"), "look"),
    "off the page": (forgeries.in_first_text(b"q 1 0 0 1 2000 0 cm", b"Q"), "look"),
    "pale stamp": (drawn_over(b".82 g 60 300 300 100 re f"), "look"),
    "dot": (drawn_over(b"0 0 0 rg 300 100 1 1 re f"), "look"),
    "line": (drawn_over(b"0 0 0 RG .3 w 300 100 m 400 100 l S"), "look"),
    "turned": (tampering.of_page("/Rotate", 90), "structure"),
    "upside down": (tampering.of_page("/Rotate", 180), "structure"),
    "larger": (tampering.of_page("/UserUnit", 2), "structure"),
    "cut": (
        tampering.of_page("/CropBox", pikepdf.Array([0, 500, 595, 842])),
        "structure",
    ),
    "smaller sheet": (
        tampering.of_page("/MediaBox", pikepdf.Array([0, 300, 595, 842])),
        "structure",
    ),
    "acting page": (tampering.acting_page, "active"),
    "free text": (forgeries.annotation("FreeText"), "active"),
    "redaction": (forgeries.annotation("Redact"), "active"),
    "attached to a page": (forgeries.annotation("FileAttachment"), "active"),
    "unknown note": (forgeries.annotation("Fresh"), "active"),
}

ANYWHERE: dict[str, tuple[Change, str]] = {
    "layer": (tampering.layer, "active"),
    "layer for print": (tampering.layer_for_print, "active"),
    "pages exchanged": (tampering.pages_exchanged, "page"),
    "page twice": (tampering.page_twice, "page"),
    "link": (tampering.link_led_elsewhere, "link"),
    "link spread": (tampering.link_spread, "link"),
    "jump": (tampering.jump_led_elsewhere, "link"),
    "outline": (tampering.outline_reworded, "link"),
    "opens an address": (tampering.opened_with_an_address, "active"),
    "description": (tampering.described_otherwise, "tags"),
    "heard": (tampering.replaced_when_heard, "tags"),
    "attachments exchanged": (tampering.attachments_exchanged, "attachment"),
    "two contents": (tampering.attachment_with_two_contents, "attachment"),
    "attachment renamed": (tampering.attachment_renamed, "attachment"),
    "page labels": (tampering.numbered_otherwise, "active"),
    "title": (TITLE, "metadata"),
    "author": (AUTHOR, "metadata"),
}
TRIED = list(ON_A_PAGE | ANYWHERE)


@pytest.mark.parametrize(
    "name", standing_for(["mask", "dot", "link spread", "larger"], TRIED)
)
def test_what_was_changed_is_found(brief: bytes, name: str) -> None:
    change, kind = (ON_A_PAGE | ANYWHERE)[name]
    verdict, found = compare.pdf(changed(brief, tampering.redrawn(change)), brief)
    assert verdict is Verdict.CHANGED
    assert kind in {each.kind for each in found}
    if name in ON_A_PAGE:
        assert {each.page for each in found} <= {1, None}
        assert 1 in {each.page for each in found}


@pytest.mark.parametrize(
    "name", standing_for(["jump", "outline", "attachment renamed"], TRIED)
)
def test_what_was_changed_is_found_in_pages_that_were_not_drawn_anew(
    brief: bytes, name: str
) -> None:
    change, _ = (ON_A_PAGE | ANYWHERE)[name]
    verdict, found = compare.pdf(changed(brief, change), brief)
    assert verdict is Verdict.CHANGED
    assert name not in ON_A_PAGE or 1 in {each.page for each in found}


# Harmless copies


@pytest.mark.parametrize(
    "copy",
    [tampering.noted, tampering.respaced, tampering.stripped],
    ids=["notes of a program", "spaces", "says nothing of itself"],
)
def test_a_harmless_copy_has_the_same_content(brief: bytes, copy: Change) -> None:
    assert compare.pdf(changed(brief, copy), brief) == (Verdict.SAME_CONTENT, [])


def test_a_brief_without_tags_that_was_written_anew_has_the_same_words(
    brief: bytes,
) -> None:
    bare = changed(brief, tampering.redrawn(tampering.untagged))
    assert compare.pdf(bare, brief) == (Verdict.SAME_WORDS, [])


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("width", "height"),
    [(612, 792), (420, 595), (842, 1191)],
)
def test_a_copy_on_other_paper_has_the_same_words(
    brief: bytes, width: float, height: float
) -> None:
    other = changed(brief, tampering.on_paper(width, height))
    assert compare.pdf(other, brief) == (Verdict.SAME_WORDS, [])


ON_OTHER_PAPER: dict[str, tuple[Change, str]] = {
    "figure": (tampering.reworded("40 complaints", "44 complaints"), "text"),
    "white": (forgeries.in_first_text(b"q 1 1 1 rg", b"Q"), "look"),
    "dot beside the page": (drawn_over(b"0 g 2 700 4 4 re f"), "look"),
    "pale stamp": (drawn_over(b".82 g 60 300 300 100 re f"), "look"),
    "cut": (
        tampering.of_page("/CropBox", pikepdf.Array([0, 500, 612, 792])),
        "structure",
    ),
    "stretched": (
        tampering.stretched,
        "look",
    ),
    "link": (tampering.link_led_elsewhere, "link"),
    "link spread": (tampering.link_spread, "link"),
}


@pytest.mark.thorough
@pytest.mark.parametrize("name", ON_OTHER_PAPER)
def test_what_was_changed_is_found_on_other_paper(brief: bytes, name: str) -> None:
    change, kind = ON_OTHER_PAPER[name]
    other = changed(changed(brief, tampering.on_paper(612, 792)), change)
    verdict, found = compare.pdf(other, brief)
    assert verdict is Verdict.CHANGED
    assert kind in {each.kind for each in found}
    assert {each.page for each in found} == {2 if name == "figure" else 1}


RESAVED = {
    "qpdf --linearize {0} {1}": Verdict.SAME_CONTENT,
    "qpdf --qdf --object-streams=disable {0} {1}": Verdict.SAME_CONTENT,
    "qpdf --object-streams=generate --recompress-flate {0} {1}": Verdict.SAME_CONTENT,
    "pdftk {0} output {1} uncompress": Verdict.SAME_CONTENT,
    "mutool clean -gggg -z -s {0} {1}": Verdict.SAME_WORDS,
    "gs -q -dNOPAUSE -dBATCH -dPDFSETTINGS=/ebook -sDEVICE=pdfwrite "
    "-sOutputFile={1} {0}": Verdict.SAME_WORDS,
    "mutool convert -o {1} {0}": Verdict.SAME_WORDS,
}


@pytest.mark.thorough
@pytest.mark.parametrize("command", RESAVED)
def test_what_programs_save_anew_is_known(
    brief: bytes, tmp_path: Path, command: str
) -> None:
    (tmp_path / "in.pdf").write_bytes(brief)
    words = command.format(tmp_path / "in.pdf", tmp_path / "out.pdf").split()
    try:
        subprocess.run(words, check=False, capture_output=True, timeout=60)
    except FileNotFoundError:
        pytest.skip(f"needs {words[0]}")
    copy = (tmp_path / "out.pdf").read_bytes()
    assert compare.pdf(copy, brief) == (RESAVED[command], [])
    forged = changed(copy, drawn_over(b"1 1 1 rg 60 300 400 400 re f"))
    assert compare.pdf(forged, brief)[0] is Verdict.CHANGED


@pytest.mark.thorough
def test_pages_taken_out_are_missed(brief: bytes) -> None:
    with pikepdf.open(io.BytesIO(brief)) as document:
        count = len(document.pages)

    def first_only(document: pikepdf.Pdf) -> None:
        del document.pages[1:]

    verdict, found = compare.pdf(changed(brief, first_only), brief)
    assert verdict is Verdict.CHANGED
    told = {each.page for each in found if each.kind == "page"}
    assert told >= set(range(2, count + 1))
