"""`briefs figures`: what the reports count, reviewed or found by machine."""

from pathlib import Path

from briefs.errors import ExitCode
from briefs.model import Bound, Kind
from tests.make.commands import assert_refused, rows, run
from tests.make.contracts import FIGURE, check_types
from tests.make.shelf import small_corpus


def test_figures_keep_their_contract(small: Path) -> None:
    found = rows("figures", "--corpus", small)
    for row in found:
        assert set(row) == set(FIGURE)
        check_types(row, FIGURE)
        assert row["period_basis"] in {"stated", "carried", "edition"}
        assert row["kind"] in set(Kind)
        assert row["bound"] in {None, *Bound}
        assert row["quote"] in row["sentence"]
    told = [(row["value"], row["unit"], row["reviewed"]) for row in found]
    assert (40, "complaints", True) in told
    assert sum(value == 40 for value, _, _ in told) == 1
    assert (35, "complaints", False) in told


def test_an_unknown_number_is_no_figure_of_the_contract(own: Path) -> None:
    ledger = own / "editions" / "hrr-2020-kgz-en" / "figures.csv"
    text = ledger.read_text(encoding="utf-8").replace('"40"', '""')
    ledger.write_text(text.replace('"A"', '"M"'), encoding="utf-8")
    assert all(row["value"] is not None for row in rows("figures", "--corpus", own))


def test_figures_of_a_topic_are_those_of_its_passages(small: Path) -> None:
    found = rows("figures", "torture", "--corpus", small)
    assert all("torture" in row["topics"] for row in found)
    assert {row["value"] for row in found} == {35, 40, 3}


def test_figures_as_a_table_have_the_same_columns_as_the_ledger(small: Path) -> None:
    told = run("figures", "torture", "--csv", "--corpus", small)
    head, *lines = told.out.splitlines()
    assert head.startswith("EDITION,PARAGRAPH,QUOTE,INDICATOR,REF_AREA,TIME_PERIOD,")
    assert any("40 complaints of torture,complaints,KGZ,2020" in line for line in lines)


def test_a_reviewer_sees_where_there_was_none_or_nobody_knows() -> None:
    told = run("figures", "review", "hrr-2015-kgz-ky", "-l", "en")
    places = told.err.partition("that there was none, or that the number is unknown:")
    assert "unknown, " in places[2]
    assert "none, " in places[2]


def test_an_unknown_edition_is_answered_with_the_nearest(small: Path) -> None:
    told = run("figures", "review", "hrr-2020-kgz", "--corpus", small)
    assert_refused(told, ExitCode.CORPUS, "hrr-2020-kgz-en")


def test_a_figure_on_a_topic_that_the_corpus_calls_otherwise_is_listed(
    tmp_path: Path,
) -> None:
    folder = small_corpus(tmp_path / "corpus")
    topics = folder / "topics"
    (topics / "torture.toml").rename(topics / "ill-treatment.toml")
    assert rows("figures", "--corpus", folder)
