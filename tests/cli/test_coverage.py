"""`briefs coverage`: in which years a report speaks of a topic or is silent."""

from pathlib import Path

from tests.make.commands import rows, run
from tests.make.contracts import CELL, check_types
from tests.make.shelf import ENGLISH, add_edition


def test_coverage_keeps_its_contract(small: Path) -> None:
    found = rows("coverage", "--corpus", small)
    for row in found:
        assert set(row) == set(CELL)
        check_types(row, CELL)
    states = {(row["topic"], row["year"]): row["state"] for row in found}
    assert states["torture", 2019] == "passages"
    assert set(states) == {(t, y) for t in ("torture", "women") for y in (2019, 2020)}


def test_coverage_tells_silence_from_a_missing_edition(own: Path) -> None:
    add_edition(
        own, ENGLISH.replace("tortur", "tickl").replace("Tortur", "Tickl"), 2022, "en"
    )
    found = rows("coverage", "torture", "--corpus", own)
    assert [(row["year"], row["state"], row["excerpts"]) for row in found] == [
        (2019, "passages", 2),
        (2020, "passages", 2),
        (2021, "no-edition", 0),
        (2022, "no-such-section", 0),
    ]


def test_the_matrix_stands_in_the_order_and_words_of_the_reader() -> None:
    told = run("coverage", "torture", "women", "-l", "ru").out.splitlines()
    assert [line.split("  ")[-1] for line in told[1:5]] == [
        "Права женщин",
        "Права женщин",
        "Пытки и жестокое обращение",
        "Пытки и жестокое обращение",
    ]
    assert told[1].startswith("women hrr")
    assert "no" not in told[-1]
