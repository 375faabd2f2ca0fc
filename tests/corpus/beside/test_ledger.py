"""The ledger holds what was read in its context, each row proved by its passage."""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.corpus.beside import ledger
from briefs.corpus.beside.ledger import COLUMNS, is_period
from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError
from briefs.figures import series
from briefs.files.data import csvfile
from briefs.model import Basis, Bound, Figure, Kind, Passage, Span, Status
from tests.make.places import CORPUS
from tests.make.shelf import (
    LEDGER_ROW,
    edition,
    ledger_text,
    passage,
    real_editions,
    real_figures,
    real_passages,
)

TEXT = (
    "The law forbids torture. Prosecutors received 40 complaints of torture in 2020 "
    "and opened three cases. The number of convictions is unknown."
)
TEXTS = {2: passage(TEXT, 2)}


def read(
    folder: Path, text: str, texts: Mapping[int, Passage] | None = None
) -> tuple[Figure, ...]:
    """Read a ledger that somebody wrote."""
    of = edition(year=2020, language="en", path=folder / "source.txt")
    ledger.path(of).write_text(text, encoding="utf-8")
    return ledger.figures(of, texts or TEXTS)


def row(folder: Path, **cells: str) -> Figure:
    (found,) = read(folder, ledger_text(LEDGER_ROW | cells))
    return found


def test_a_row_is_a_figure_that_a_person_has_read(tmp_path: Path) -> None:
    found = row(tmp_path, NOTE_EN="First half only.", DIMENSIONS="sex=male; age=adult")
    assert found == Figure(
        edition="hrr-2020-kgz-en",
        paragraph=2,
        span=Span(TEXT.index("40"), TEXT.index(" in 2020")),
        quote="40 complaints of torture",
        sentence=LEDGER_ROW["SENTENCE"],
        value=40,
        value_max=None,
        unit="complaints",
        counted="40 complaints of torture",
        period="2020",
        period_basis=Basis.STATED,
        kind=Kind.AGGREGATE,
        approximate=False,
        change=False,
        reported_by="prosecutors",
        area="KGZ",
        indicator="complaints",
        status=Status.NORMAL,
        dimensions=(("sex", "male"), ("age", "adult")),
        notes={"en": "First half only."},
        reviewed=True,
        topics=("torture",),
    )


def test_what_a_row_leaves_out_is_not_known(tmp_path: Path) -> None:
    found = row(tmp_path, INDICATOR="", TIME_PERIOD="", REPORTED_BY="", TOPICS="")
    assert (found.indicator, found.period, found.reported_by) == (None, None, None)
    assert found.topics == ()


def test_a_number_may_be_a_range_a_fraction_or_a_fall(tmp_path: Path) -> None:
    found = row(tmp_path, OBS_VALUE="-4.5", OBS_VALUE_MAX="6", CHANGE="yes")
    assert (found.value, found.value_max, found.change) == (-4.5, 6, True)


def test_an_unknown_number_has_no_value(tmp_path: Path) -> None:
    found = row(tmp_path, OBS_VALUE="", OBS_STATUS="M")
    assert (found.value, found.status) == (None, Status.MISSING)


def test_an_edition_without_a_ledger_has_no_reviewed_figures(tmp_path: Path) -> None:
    assert ledger.figures(edition(path=tmp_path / "source.txt"), TEXTS) == ()


def test_a_spreadsheet_may_put_a_byte_order_mark_first(tmp_path: Path) -> None:
    assert len(read(tmp_path, "\ufeff" + ledger_text(LEDGER_ROW))) == 1


# What is wrong is told by file, line and column


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("PARAGRAPH", "9"),
        ("PARAGRAPH", "2.5"),
        ("PARAGRAPH", ""),
        ("PARAGRAPH", "nan"),
        ("QUOTE", "41 complaints"),
        ("QUOTE", ""),
        ("QUOTE", "law forbids"),
        ("SENTENCE", "Prosecutors received 40 complaints."),
        ("SENTENCE", ""),
        ("OBS_VALUE", "forty"),
        ("OBS_VALUE", "1,000"),
        ("OBS_VALUE", "nan"),
        ("OBS_VALUE", "inf"),
        ("OBS_VALUE", "1e3"),
        ("OBS_VALUE", ""),
        ("OBS_VALUE", "-4"),
        ("OBS_VALUE_MAX", "many"),
        ("OBS_STATUS", "M"),
        ("OBS_STATUS", "X"),
        ("TIME_PERIOD", "last year"),
        ("TIME_PERIOD", "2015-13"),
        ("TIME_PERIOD", "2015-06/2015-01"),
        ("PERIOD_BASIS", "guessed"),
        ("KIND", ""),
        ("BOUND", "perhaps"),
        ("BASE", "many"),
        ("CHANGE", "no"),
        ("DIMENSIONS", "male"),
        ("DIMENSIONS", "a=b=c"),
    ],
)
def test_a_cell_that_cannot_be_used_is_named(
    tmp_path: Path, column: str, cell: str
) -> None:
    with pytest.raises(CorpusError) as error:
        read(tmp_path, ledger_text(LEDGER_ROW, LEDGER_ROW | {column: cell}))
    named = "OBS_VALUE" if column == "OBS_STATUS" and cell == "M" else column
    assert f"{tmp_path / 'figures.csv'}, line 3: {named}" in str(error.value)
    assert error.value.hint


def test_a_ledger_of_the_first_version_is_still_read(tmp_path: Path) -> None:
    old = LEDGER_ROW | {"APPROXIMATE": "yes"}
    columns = [c for c in COLUMNS if c not in {"BOUND", "BASE"}] + ["APPROXIMATE"]
    out = io.StringIO()
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    writer.writerow({column: old.get(column, "") for column in columns})
    (found,) = read(tmp_path, out.getvalue())
    assert (found.bound, found.base) == (Bound.ABOUT, None)


def test_other_columns_than_those_of_a_ledger_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"figures\.csv, line 1: the columns are not"):
        read(tmp_path, "PARAGRAPH,VALUE\n2,40\n")


@pytest.mark.parametrize("cells", ["2,40", ",".join(["2"] * 30)])
def test_a_row_with_too_few_or_too_many_cells_is_refused(
    tmp_path: Path, cells: str
) -> None:
    with pytest.raises(CorpusError, match=r"line 3: the row does not have 20 cells"):
        read(tmp_path, ledger_text(LEDGER_ROW) + cells + "\n")


def test_a_ledger_in_another_encoding_is_refused(tmp_path: Path) -> None:
    of = edition(path=tmp_path / "source.txt")
    ledger.path(of).write_bytes(
        ledger_text(LEDGER_ROW | {"QUOTE": "ү"}).encode("utf-16")
    )
    with pytest.raises(CorpusError, match=r"figures\.csv is not UTF-8 text"):
        ledger.figures(of, TEXTS)


# Periods


@pytest.mark.parametrize(
    "text",
    ["2015", "2015-10", "2015-10-22", "2015-01/2015-06", "2013/2016", "2016-02-29"],
)
def test_these_are_periods(text: str) -> None:
    assert is_period(text)


@pytest.mark.parametrize(
    "text",
    [
        "15",
        "2015-13",
        "2015-1",
        "2015-02-29",
        "2015-06/2015-01",
        "2015/2015",
        "2015/",
        "2013/2014/2015",
        "२०१५",
        "2015 ",
    ],
)
def test_these_are_none(text: str) -> None:
    assert not is_period(text)


@given(st.dates(), st.dates())
def test_two_days_are_a_period_when_the_first_comes_first(
    one: object, two: object
) -> None:
    assert is_period(f"{one}/{two}") == (str(one) < str(two))


# Out again as CSV


def table_of(figures: tuple[Figure, ...]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ledger.to_csv(figures))))


def test_the_table_has_the_edition_and_the_columns_of_a_ledger(tmp_path: Path) -> None:
    (cells,) = table_of((row(tmp_path),))
    assert list(cells) == ["EDITION", *COLUMNS]
    assert {key: cell for key, cell in cells.items() if cell} == LEDGER_ROW | {
        "EDITION": "hrr-2020-kgz-en"
    }


def test_a_ledger_has_notes_in_any_language(tmp_path: Path) -> None:
    (cells,) = table_of((row(tmp_path, NOTE_UZ="Faqat besh oy."),))
    assert cells["NOTE_UZ"] == "Faqat besh oy."


def test_what_is_written_reads_back_the_same() -> None:
    for one in real_editions().values():
        figures = ledger.figures(one, real_passages()[one.id])
        rows = table_of(figures)
        assert {row.pop("EDITION") for row in rows} == {one.id}
        back = io.StringIO()
        writer = csv.DictWriter(back, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        with ledger.path(one).open(encoding="utf-8-sig", newline="") as file:
            by_hand = list(csv.DictReader(file))
        again = list(csv.DictReader(io.StringIO(back.getvalue())))
        assert [spelled(cells) for cells in again] == [spelled(c) for c in by_hand]


def spelled(cells: Mapping[str, str]) -> dict[str, str]:
    """Return the cells of a row that are not empty, lists without spaces inside."""
    short = {key: cell.strip().replace("; ", ";") for key, cell in cells.items()}
    return {key: cell for key, cell in short.items() if cell}


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))


@given(CELL, CELL)
def test_any_quote_and_comment_survive_the_table(quote: str, comment: str) -> None:
    figure = replace(real_figures()[0], quote=quote, comment=comment)
    (cells,) = table_of((figure,))
    assert csvfile.plain(cells["QUOTE"]) == quote
    assert csvfile.plain(cells["COMMENT_OBS"]) == comment


# The three ledgers


def test_the_reviewed_ledgers_hold_the_statistics_of_the_three_reports() -> None:
    assert len(real_figures()) > 180


def test_every_row_stands_in_its_passage_where_it_says() -> None:
    for figure in real_figures():
        text = real_passages()[figure.edition][figure.paragraph].text
        assert text[figure.span.start : figure.span.end] == figure.quote
        assert figure.quote in figure.sentence
        assert figure.sentence in text


def test_every_indicator_is_known_and_counts_in_its_own_unit() -> None:
    known = Corpus.open(CORPUS).indicators
    for figure in real_figures():
        if figure.indicator:
            assert known[figure.indicator].unit == figure.unit


def test_every_total_that_an_indicator_names_exists() -> None:
    known = Corpus.open(CORPUS).indicators
    assert {one.part_of for one in known.values() if one.part_of} <= set(known)


def test_the_2019_report_says_eight_in_at_least_five_measures() -> None:
    eights = {
        figure.indicator
        for figure in real_figures()
        if figure.edition.startswith("tip-2019") and figure.value == 8
    }
    assert len(eights) >= 5


def test_a_tier_is_a_category_and_no_value_of_an_indicator() -> None:
    ranked = [figure for figure in real_figures() if "tier" in figure.comment.lower()]
    assert all(figure.indicator is None for figure in ranked)
    assert all(figure.kind is not Kind.AGGREGATE for figure in ranked)


def test_the_nine_months_of_2018_are_marked_as_provisional() -> None:
    (told,) = [
        figure
        for figure in real_figures()
        if figure.indicator == "trafficking-convictions-persons"
        and series.data_year(figure.period) == 2018
    ]
    assert (told.value, told.status) == (5, Status.PROVISIONAL)


def test_a_quote_stands_where_its_words_are_whole(tmp_path: Path) -> None:
    text = "Of 299 people 9 people fled."
    (found,) = read(
        tmp_path,
        ledger_text(LEDGER_ROW | {"QUOTE": "9 people", "SENTENCE": text}),
        {2: passage(text, 2)},
    )
    assert found.span == Span(14, 22)
