"""What a ledger says of parts, wholes, reporters and indicators agrees row by row.

The three ledgers pass clean; one row altered among its neighbors is found out.
"""

from dataclasses import replace
from functools import cache

import pytest

from briefs.corpus.corpus import Corpus
from briefs.figures.proving import proof, together
from briefs.figures.proving.proof import Bench
from briefs.model import Figure
from briefs.numbers.grammars.load import load
from tests.make.places import CORPUS
from tests.make.shelf import real_editions, real_figures, real_passages


@cache
def bench(id: str) -> Bench:
    one, known = real_editions()[id], Corpus.open(CORPUS)
    grammar = load(known, one.language)
    return Bench(one, real_passages()[id], grammar, known.indicators)


def rows(of: str, paragraph: int) -> list[Figure]:
    return [
        row
        for row in real_figures()
        if row.edition.startswith(of) and row.paragraph == paragraph
    ]


def objections(known: list[Figure]) -> list[str]:
    made = bench(known[0].edition)
    found = together.faults(list(proof.cases(known, made)), made)
    return [f"{one.row.quote}: {one.said}" for one in found]


def altered(of: str, paragraph: int, quote: str, **told: object) -> list[str]:
    """Return what is said of a passage's rows, one of them altered."""
    known = rows(of, paragraph)
    assert objections(known) == []
    (row,) = [one for one in known if quote in one.quote]
    wrong = replace(row, **told)  # type: ignore[arg-type]
    return objections([wrong if one is row else one for one in known])


def test_the_ledgers_agree_with_themselves() -> None:
    places = {(row.edition, row.paragraph) for row in real_figures()}
    assert [
        found for place in sorted(places) for found in objections(rows(*place))
    ] == []


@pytest.mark.parametrize("quote", ["299 адам", "65 адам", "187 адам", "бирөө"])
def test_each_part_names_the_whole_that_the_others_name(quote: str) -> None:
    assert any(quote in one for one in altered("hrr-2015", 88, quote, base=None))
    assert altered("hrr-2015", 88, quote, base=24.0)


def test_a_part_names_its_whole_where_no_other_part_does() -> None:
    (told,) = altered("hrr-2015", 76, "төртөөсү", base=None)
    assert told.endswith("the words count a part of what stands before, 19")


def test_parts_of_one_indicator_have_one_whole() -> None:
    told = altered("hrr-2015", 89, "баш калка издеген 166", base=None)
    assert "the other parts in this sentence are parts of 208" in told[0]


def test_a_part_has_the_whole_that_an_indicator_tells_beside_it() -> None:
    assert altered("tip-2019", 19, "29 курмандык", base=None)


def test_a_number_that_belongs_to_an_indicator_names_it() -> None:
    told = altered("hrr-2015", 13, "109", indicator=None)
    assert told == [
        "109 доо арыз түшкөн: the words speak of torture-complaints-prosecutors"
    ]


def test_what_is_said_again_beside_its_indicator_needs_none() -> None:
    (again,) = [row for row in rows("hrr-2015", 88) if "ичинде" in row.quote]
    assert (again.value, again.indicator) == (403, None)


def test_a_part_is_reported_by_who_reported_the_whole() -> None:
    told = altered("hrr-2015", 88, "299 адам", reported_by=None)
    assert "299 адам Ооганстандан: its whole has another reporter" in told


def test_the_only_row_without_a_reporter_is_found_out() -> None:
    told = altered("tip-2019", 16, "төрт фактысы", reported_by=None)
    assert "all other numbers of the passage have a reporter" in told[0]


def test_numbers_of_one_sentence_are_told_apart() -> None:
    assert (
        "nothing tells it apart"
        in altered(
            "hrr-2015", 87, "75000", dimensions=(("displaced", "within the country"),)
        )[0]
    )


def test_a_row_that_stands_twice_is_refused() -> None:
    known = rows("hrr-2015", 13)
    assert objections([*known, known[0]]) == [
        f"{known[0].quote}: it stands in the ledger twice"
    ]


def test_a_part_has_a_row_of_its_whole() -> None:
    known = rows("tip-2017", 6)
    parts = [row for row in known if row.value != 8]
    assert any("no row counts the 8" in one for one in objections(parts))


def test_a_missing_whole_is_told_once_and_its_parts_are_not_blamed() -> None:
    known = rows("tip-2019", 19)
    parts = [row for row in known if row.value != 183]
    assert objections(parts) == [
        "29 курмандык Өзбекстандын жараны: "
        "no row counts the 183 of which rows here are parts (1)"
    ]


def test_a_note_stands_in_every_language_of_the_ledger() -> None:
    known = rows("hrr-2015", 13)
    (row,) = [one for one in known if one.indicator]
    notes = {code: note for code, note in row.notes.items() if code != "en"}
    short = replace(row, notes=notes)
    (told,) = objections([short if one is row else one for one in known])
    assert told.endswith("the note is missing in this language")


def test_an_office_that_counted_other_rows_counted_this_one_too() -> None:
    told = altered("tip-2019", 19, "32 курмандыкты", reported_by=None)
    assert "“сегиз ыктымалдуу курмандыгын аныктап” beside it was reported by" in told[0]


def test_what_is_told_again_was_reported_by_the_same() -> None:
    told = altered("hrr-2015", 88, "403 качкындардын", reported_by=None)
    assert any("beside it was reported by unhcr" in one for one in told)


def test_an_unknown_number_that_belongs_to_an_indicator_names_it() -> None:
    told = altered("tip-2017", 7, "белгисиз сандагы", indicator=None)
    assert told[0].endswith("the words speak of trafficking-prosecutions-persons")


def test_numbers_of_one_sentence_may_count_what_only_their_quotes_say() -> None:
    known = [row for row in rows("hrr-2015", 95) if row.value in (22, 150)]
    bare = [replace(row, dimensions=(), period="2015") for row in known]
    assert not [one for one in objections(bare) if "nothing tells it apart" in one]


def test_a_percentage_is_no_whole() -> None:
    found = altered("hrr-2015", 122, "96 пайызын", base=32.0)
    assert any("no row counts the 32" in one for one in found)
