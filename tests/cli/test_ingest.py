"""`briefs ingest`: a report becomes an edition that every command reads."""

from pathlib import Path

from tests.make.commands import rows, run
from tests.make.shelf import ENGLISH


def test_an_edition_is_added_and_found_at_once(own: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(ENGLISH.replace("40", "50"), encoding="utf-8")
    told = run(
        *("ingest", report, "--report", "hrr", "--country", "KGZ", "--year", 2021),
        *("--title", "Report 2021", "--publisher", "Department of State"),
        *("--licence", "Public domain", "--origin", "Typed", "--corpus", own),
    )
    assert told.code == 0
    assert "paragraphs: " in told.err
    assert "headings: " in told.err
    assert Path(told.out.strip()).is_dir()
    found = rows("excerpts", "torture", "--years", "2021", "--corpus", own)
    assert "50 complaints" in found[0]["exact"]
