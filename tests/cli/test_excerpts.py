"""`briefs excerpts`: every passage that could be quoted, with its place and reason."""

from pathlib import Path

from tests.make.commands import rows, run
from tests.make.contracts import EXCERPT, SOURCE, check_types
from tests.make.shelf import ENGLISH, add_edition
from tests.make.spoil import HOME, rewrite


def test_excerpts_keep_their_contract(small: Path) -> None:
    found = rows("excerpts", "torture", "--corpus", small)
    assert [(row["edition"], row["paragraph"]) for row in found] == [
        ("hrr-2019-kgz-ky", 2),
        ("hrr-2019-kgz-ky", 3),
        ("hrr-2020-kgz-en", 2),
        ("hrr-2020-kgz-en", 3),
    ]
    for row in found:
        assert set(row) == set(EXCERPT)
        check_types(row, EXCERPT)
        assert set(row["source"]) == set(SOURCE)
        check_types(row["source"], SOURCE)
        assert row["grade"] in {"strong", "possible"}
        assert all(isinstance(reason, str) for reason in row["reasons"])
        assert row["reasons"]


def test_an_excerpt_names_its_pages_and_the_years_that_repeat_it(own: Path) -> None:
    for row in rows("excerpts", "statelessness"):
        pages = {93: [20, 21], 131: [29, 29], 85: [19, 19]}
        assert row["pages"] == pages[row["paragraph"]]
    add_edition(own, ENGLISH, 2022, "en")
    found = rows("excerpts", "torture", "--corpus", own)
    repeated = {row["year"]: row["years"] for row in found}
    assert repeated == {2019: [2019], 2020: [2020, 2022], 2022: [2020, 2022]}
    assert len({row["id"] for row in found}) == len(found)


def test_what_is_not_quoted_whole_is_listed_for_review() -> None:
    whole = run("excerpts", "association", "--splices")
    assert (whole.code, whole.out) == (0, "")
    told = run("excerpts", "torture", "--splices", "--longest", "30", "-l", "en")
    assert told.code == 0
    assert "hrr-2015-kgz-ky, p. 5, para. 22 (torture)" in told.out
    assert "{" in told.out


def test_the_source_of_an_excerpt_encloses_its_text(small: Path) -> None:
    for row in rows("excerpts", "torture", "women", "--corpus", small):
        source = Path(row["source"]["path"]).read_text(encoding="utf-8")
        enclosed = source[row["source"]["start"] : row["source"]["end"]]
        assert enclosed.split() == row["exact"].split()


def test_an_edition_needs_no_year_in_its_folder_name(own: Path) -> None:
    (own / "editions" / "hrr-2020-kgz-en").rename(own / "editions" / "latest")
    found = rows("excerpts", "torture", "--years", "2020", "--corpus", own)
    assert {row["edition"] for row in found} == {"latest"}
    assert {row["year"] for row in found} == {2020}


def test_a_corrected_language_is_matched_again(own: Path) -> None:
    assert len(rows("excerpts", "torture", "--corpus", own)) == 4
    rewrite(f"{HOME}/edition.toml", 'language = "en"', 'language = "ru"')(own)
    found = rows("excerpts", "torture", "--corpus", own)
    assert {row["edition"] for row in found} == {"hrr-2019-kgz-ky"}
