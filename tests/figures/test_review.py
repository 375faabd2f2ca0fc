"""A reviewer sees what the ledger lacks and what the grammar does not find."""

from dataclasses import replace
from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.figures import observations, review
from briefs.match import index
from briefs.model import Figure
from tests.make.shelf import figure, small_corpus


def at(start: int, value: float | None, paragraph: int = 1) -> Figure:
    return figure(value, start=start, paragraph=paragraph)


def candidate(start: int, value: float, paragraph: int = 1) -> Figure:
    """Return a figure as the grammar finds it."""
    found = at(start, value, paragraph)
    return replace(found, reviewed=False, counted="detained people")


# One place, one number


def test_a_row_and_a_candidate_are_the_same_number_in_the_same_place() -> None:
    assert review.is_same(at(0, 40), candidate(5, 40))


def test_they_are_not_in_another_place_or_of_another_size() -> None:
    row = at(0, 40)
    assert not review.is_same(row, candidate(50, 40))
    assert not review.is_same(row, candidate(5, 40, paragraph=2))
    assert not review.is_same(row, candidate(5, 41))
    assert not review.is_same(row, replace(candidate(5, 40), value_max=50))


def test_an_unknown_number_is_no_candidate_of_the_grammar() -> None:
    assert not review.is_same(at(0, None), candidate(5, 40))


def test_a_fall_may_be_signed_or_not() -> None:
    assert review.is_same(at(0, -25), candidate(5, 25))


# Together


def test_a_reviewed_row_replaces_its_candidate_and_takes_over_what_it_counts() -> None:
    (merged,) = review.merge([at(0, 40)], [candidate(5, 40)])
    assert (merged.reviewed, merged.counted) == (True, "detained people")


def test_what_only_one_side_has_is_kept_in_the_order_of_the_text() -> None:
    merged = review.merge([at(30, 3)], [candidate(60, 4), candidate(0, 2)])
    assert [(f.value, f.reviewed) for f in merged] == [
        (2, False),
        (3, True),
        (4, False),
    ]


def test_two_rows_do_not_share_one_candidate() -> None:
    rows = [at(0, 40), replace(at(0, 40), indicator="other")]
    merged = review.merge(rows, [candidate(5, 40)])
    assert [f.counted for f in merged] == ["detained people", "people"]


# Apart


def test_a_reviewer_is_shown_what_the_ledger_lacks_and_the_grammar_misses() -> None:
    rows = [at(0, 40), at(30, 3), at(60, None)]
    found = review.compare(rows, [candidate(0, 40), candidate(90, 5)])
    assert [f.value for f in found.missing] == [5]
    assert [f.value for f in found.unfound] == [3]


# Over a corpus


def test_of_a_corpus_each_number_is_given_once_with_its_topics(tmp_path: Path) -> None:
    folder = small_corpus(tmp_path / "corpus")
    corpus = Corpus.open(folder)
    findings = index.find(corpus, corpus.editions, tuple(corpus.topics.values()))
    found = list(observations.every(corpus, corpus.editions, findings))
    told = [(f.value, f.reviewed, f.topics) for e, _, f in found if e.language == "en"]
    assert told == [
        (120, False, ()),
        (6, False, ()),
        (40, True, ("torture",)),
        (3, False, ("torture",)),
    ]
