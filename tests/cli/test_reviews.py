"""`briefs figures review` and `accept`: new figures come into the ledger."""

import csv
import io
from pathlib import Path

import pytest

from briefs.errors import ExitCode
from tests.make.commands import assert_refused, rows, run
from tests.make.shelf import ENGLISH, LEDGER_ROW, add_edition, ledger_text

NEXT = "hrr-2021-kgz-en"


@pytest.fixture
def grown(own: Path) -> Path:
    """A corpus to which the report of 2021 was added, with one sentence as before."""
    new = "Prosecutors received 55 complaints of torture in 2021 and opened four cases."
    old = ENGLISH[ENGLISH.index("Prosecutors") :].partition("\n\n")[0]
    text = ENGLISH.replace(old, f"{new} A network of 18 shelters took in 7 families.")
    add_edition(own, f"{text}\nPrisons\n\n{old}\n", 2021, "en")
    return own


def drafted(corpus: Path, *words: object) -> list[dict[str, str]]:
    told = run("figures", "review", NEXT, "--corpus", corpus, *words)
    assert told.code == 0
    text = told.out.removeprefix("\ufeff")
    divider = ";" if text.startswith("ACCEPT;") else ","
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=divider))


def decided(found: list[dict[str, str]], divider: str, **answers: str) -> str:
    """Return a draft as a spreadsheet saves it, with answers by value."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(found[0]), delimiter=divider)
    writer.writeheader()
    for row in found:
        writer.writerow({**row, "ACCEPT": answers.get(f"v{row['OBS_VALUE']}", "")})
    return out.getvalue()


def test_drafts_go_on_known_series_and_keep_the_period_of_repeats(grown: Path) -> None:
    found = {row["OBS_VALUE"]: row for row in drafted(grown)}
    new, old = found["55"], found["40"]
    assert (new["INDICATOR"], new["TIME_PERIOD"]) == ("complaints", "2021")
    assert (new["SURE"], new["REPEATS"], new["DOUBTS"]) == ("yes", "", "")
    assert (old["REPEATS"], old["TIME_PERIOD"]) == ("hrr-2020-kgz-en", "2020")
    assert old["SURE"] == ""


def test_a_draft_in_which_somebody_worked_is_kept(grown: Path, tmp_path: Path) -> None:
    file = tmp_path / "draft.csv"
    words = ("figures", "review", NEXT, "--corpus", grown, "-o", file)
    assert run(*words).code == 0
    assert run(*words).code == 0, "the same draft again loses nothing"
    worked = file.read_bytes() + b"yes"
    file.write_bytes(worked)
    assert_refused(run(*words), ExitCode.DELIVERY, "draft.csv is there already")
    assert file.read_bytes() == worked


def test_a_draft_opens_in_a_spreadsheet_of_the_readers_language(
    grown: Path, tmp_path: Path
) -> None:
    file = tmp_path / "draft.csv"
    told = run("figures", "review", NEXT, "--corpus", grown, "-o", file, "-l", "ru")
    beside = tmp_path / "draft-columns.txt"
    assert told.out.split() == [str(file), str(beside)]
    assert file.read_bytes().startswith(b"\xef\xbb\xbfACCEPT;ROW;PARAGRAPH;")
    names = [line.partition(":")[0] for line in beside.read_text("utf-8").splitlines()]
    assert ";".join(names) == file.read_text("utf-8-sig").splitlines()[0]


@pytest.mark.parametrize("divider", [",", ";"])
def test_reviewed_rows_come_into_the_ledger(
    grown: Path, tmp_path: Path, divider: str
) -> None:
    file = tmp_path / "draft.csv"
    answers = decided(drafted(grown), divider, v55="да", v40="yes", v18="no")
    file.write_text(answers, encoding="utf-8-sig")
    told = run("figures", "accept", NEXT, file, "--corpus", grown)
    assert (told.code, told.err[:27]) == (0, "accepted: 2, declined: 1, s")
    found = {
        row["value"]: row for row in rows("figures", "--years", 2021, "--corpus", grown)
    }
    assert (found[55]["reviewed"], found[55]["period"]) == (True, "2021")
    assert (found[40]["reviewed"], found[40]["period"]) == (True, "2020")
    assert not found[7]["reviewed"]
    assert run("check", "--corpus", grown).code == 0
    assert "18" not in {row["OBS_VALUE"] for row in drafted(grown)}


def test_rows_before_stay_as_they_were(grown: Path) -> None:
    ledger = grown / f"editions/{NEXT}/figures.csv"
    row = {**LEDGER_ROW, "PARAGRAPH": "7", "NOTE_EN": "Kept, “as it is”."}
    row |= {"REPEATS": "hrr-2020-kgz-en"}
    number = next(r["PARAGRAPH"] for r in drafted(grown) if r["OBS_VALUE"] == "40")
    ledger.write_text(ledger_text({**row, "PARAGRAPH": number}), encoding="utf-8")
    assert run("figures", "accept", NEXT, "--all-sure", "--corpus", grown).code == 0
    with ledger.open(encoding="utf-8", newline="") as file:
        told = {row["OBS_VALUE"]: row for row in csv.DictReader(file)}
    assert told["40"]["NOTE_EN"] == "Kept, “as it is”."
    assert told["55"]["INDICATOR"] == "complaints"


def test_a_row_that_its_words_do_not_bear_out_stops_all_of_them(
    grown: Path, tmp_path: Path
) -> None:
    found = drafted(grown)
    for row in found:
        if row["OBS_VALUE"] == "40":
            row["TIME_PERIOD"] = "2021"
    file = tmp_path / "draft.csv"
    file.write_text(decided(found, ",", v55="yes", v40="yes"), encoding="utf-8")
    told = run("figures", "accept", NEXT, file, "--corpus", grown)
    assert_refused(
        told, ExitCode.CORPUS, "draft.csv, line ", "does not tell the period"
    )
    assert not (grown / f"editions/{NEXT}/figures.csv").exists()


def test_what_a_check_refuses_is_not_accepted(grown: Path, tmp_path: Path) -> None:
    found = drafted(grown)
    for row in found:
        row["BASE"] = "18" if row["OBS_VALUE"] == "7" else ""
    file = tmp_path / "draft.csv"
    file.write_text(decided(found, ",", v7="yes"), encoding="utf-8")
    told = run("figures", "accept", NEXT, file, "--corpus", grown)
    assert (told.code, told.out) == (ExitCode.CORPUS, "")
    assert "no row counts the 18" in told.err
    assert not (grown / f"editions/{NEXT}/figures.csv").exists()


def test_who_goes_on_in_a_draft_accepts_the_rest(grown: Path, tmp_path: Path) -> None:
    file, found = tmp_path / "draft.csv", drafted(grown)
    words = ("figures", "accept", NEXT, file, "--corpus", grown)
    file.write_text(decided(found, ",", v55="yes"), encoding="utf-8")
    assert run(*words).err.startswith("accepted: 1, ")
    file.write_text(decided(found, ",", v55="yes", v40="yes"), encoding="utf-8")
    assert run(*words).err.startswith("accepted: 1, ")
    assert run(*words).err.startswith("accepted: 0, ")


def test_a_cell_may_be_kept_in_several_lines(grown: Path, tmp_path: Path) -> None:
    found = drafted(grown)
    for row in found:
        row["SENTENCE"] = row["SENTENCE"].replace(" ", "\n ", 2)
    file = tmp_path / "draft.csv"
    file.write_text(decided(found, ";", v55="yes"), encoding="utf-8")
    assert run("figures", "accept", NEXT, file, "--corpus", grown).code == 0


def test_a_date_that_a_spreadsheet_made_of_a_period_is_refused(
    grown: Path, tmp_path: Path
) -> None:
    found = drafted(grown)
    found[0]["TIME_PERIOD"] = "Oct-15"
    file = tmp_path / "draft.csv"
    file.write_text(
        decided(found, ",", **{f"v{found[0]['OBS_VALUE']}": "x"}), encoding="utf-8"
    )
    told = run("figures", "accept", NEXT, file, "--corpus", grown)
    assert_refused(told, ExitCode.CORPUS, "TIME_PERIOD", "2015-10")


def test_rows_are_accepted_by_name_and_only_once(grown: Path) -> None:
    name = next(row["ROW"] for row in drafted(grown) if row["OBS_VALUE"] == "7")
    words = ("figures", "accept", NEXT, name, "--corpus", grown)
    assert run(*words).code == 0
    assert_refused(run(*words), ExitCode.USAGE, name)


def test_it_is_said_which_rows_may_be_meant(grown: Path) -> None:
    for words in ((), ("p99.9",), ("a.csv", "b.csv"), ("a.csv", "p1")):
        told = run("figures", "accept", NEXT, *words, "--corpus", grown)
        assert_refused(told, ExitCode.USAGE)


def test_what_check_would_refuse_is_not_accepted(grown: Path, tmp_path: Path) -> None:
    file = tmp_path / "draft.csv"
    (row,) = [each for each in drafted(grown) if each["OBS_VALUE"] == "55"]
    for column, cell, said in (
        ("DIMENSIONS", "sex=other", "no words are known for sex=other"),
        ("TOPICS", "torture;prisons", "the passage has nothing on prisons"),
        ("KIND", "incident", "only an aggregate belongs to an indicator"),
    ):
        file.write_text(decided([{**row, column: cell}], ",", v55="yes"), "utf-8")
        told = run("figures", "accept", NEXT, file, "--corpus", grown)
        assert (told.code, said in told.err) == (ExitCode.CORPUS, True), told.err
    file.write_text(decided([row], ",", v55="yes"), "utf-8")
    assert run("figures", "accept", NEXT, file, "--corpus", grown).code == 0
    assert run("check", "--corpus", grown).code == 0
