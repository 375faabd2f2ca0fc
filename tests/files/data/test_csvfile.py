"""A table is read as it was meant, and written so that no spreadsheet works it out."""

import csv
import io
from pathlib import Path

import pytest

from briefs.errors import CorpusError
from briefs.files.data import csvfile

FORMULAS = ["=1+1", "+a", "-a", "@SUM(A1)", "\t=1", "'=1", "=cmd|' /C calc'!A0"]
TEXTS = ["tortured", "’=1", "a = b", "", "4.5", "-4.5", "'quoted'"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_formula_is_written_as_a_text(cell: str) -> None:
    written = next(csv.reader(io.StringIO(csvfile.written([[cell]]))))
    assert written == [f"'{cell}"]


@pytest.mark.parametrize("cell", TEXTS)
def test_all_else_is_written_as_it_stands(cell: str) -> None:
    assert list(csv.reader(io.StringIO(csvfile.written([[cell, "x"]])))) == [
        [cell, "x"]
    ]


def test_what_was_written_is_read_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    cells = [cell.strip() for cell in (*FORMULAS, *TEXTS)]
    path.write_text(
        csvfile.written([["QUOTE", "N"], *([c, 1] for c in cells)]), "utf-8"
    )
    assert [row["QUOTE"] for row in csvfile.read(path).rows] == cells


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x7f", "\x9b"])
def test_a_control_character_is_refused_with_its_line(
    tmp_path: Path, sign: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"A,B\nx,y\nx,{sign}\n", "utf-8")
    with pytest.raises(CorpusError, match="line 3: the control character"):
        csvfile.read(path)
