"""Drawings that hold each other are counted before anybody looks at them."""

import io
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from briefs.errors import CorpusError, VerificationError
from briefs.files import drawings
from briefs.reading.formats.pdf import rows
from briefs.verify import received


def nested(depth: int, times: int, *, circle: bool = False) -> bytes:
    """Return a page that draws a drawing, that draws another as often, and so on."""
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(200, 200))
        held = None
        for _ in range(depth):
            drawn = b"/F Do " * times if held is not None else b"0 0 9 9 re f"
            form = document.make_stream(drawn)
            form.Type, form.Subtype = Name.XObject, Name.Form
            form.BBox = Array([0, 0, 9, 9])
            if held is not None:
                form.Resources = Dictionary(XObject=Dictionary(F=held))
            held = form
        if circle and held is not None:
            held.Resources = Dictionary(XObject=Dictionary(F=held))
            held.write(b"/#46 Do")
        page = document.pages[0]
        page.Resources = Dictionary(XObject=Dictionary(F=held))
        page.Contents = document.make_stream(b"/F Do")
        made = io.BytesIO()
        document.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("pdf", "endless"),
    [
        (nested(3, 20), False),
        (nested(30, 1), False),
        (nested(20, 2), True),
        (nested(60, 1), True),
        (nested(1, 1, circle=True), True),
    ],
    ids=["charts", "deep", "doubling", "too deep", "circle"],
)
def test_drawings_are_counted(pdf: bytes, endless: bool) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert drawings.are_endless(document) is endless


def test_neither_ingest_nor_verify_reads_on(tmp_path: Path) -> None:
    pdf = nested(40, 2)
    with pytest.raises(CorpusError, match="damaged"):
        rows.sheets(pdf, tmp_path / "r.pdf")
    with pytest.raises(VerificationError, match="damaged"), received.opened(pdf):
        pass
