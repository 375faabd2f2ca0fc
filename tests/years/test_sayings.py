"""Each sentence of a report knows all the years in which it stands."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.model import Edition
from briefs.years import likeness, sayings
from tests.make.shelf import add_edition

OLD = "Police in the south of the country often beat detainees to make them confess."
LESS = OLD.replace("often ", "")
NEW = "Prosecutors opened an inquiry into the death of a detainee in custody."


def shelf(folder: Path, texts: Mapping[int, str], country: str = "KGZ") -> Corpus:
    for year, text in texts.items():
        add_edition(folder, f"SUMMARY\n\n{text}\n", year, "en", country)
    return Corpus.open(folder)


def years(corpus: Corpus, edition: str) -> list[tuple[set[int], set[int]]]:
    """Return the years of each sentence: word for word, and said likewise."""
    found = sayings.read(corpus, corpus.editions)
    return [
        (set(found.years(edition, place)), set(found.likewise(edition, place)))
        for passage in corpus.passages(corpus.edition(edition))
        for place in found.of(edition, passage.number)
    ]


def test_a_sentence_has_all_the_years_in_which_it_stands(tmp_path: Path) -> None:
    texts = {2016: OLD, 2017: f"{NEW} {OLD}", 2018: NEW, 2019: f"{OLD} {NEW}"}
    told = years(shelf(tmp_path, texts), "hrr-2019-kgz-en")
    assert told == [({2016, 2017, 2019},) * 2, ({2017, 2018, 2019},) * 2]


def test_what_is_said_in_few_other_words_is_told_apart(tmp_path: Path) -> None:
    corpus = shelf(tmp_path, {2016: OLD, 2017: LESS, 2018: LESS})
    assert years(corpus, "hrr-2018-kgz-en") == [({2017, 2018}, {2016, 2017, 2018})]
    assert years(corpus, "hrr-2016-kgz-en") == [({2016}, {2016, 2017, 2018})]


def test_only_years_of_one_report_are_compared(tmp_path: Path) -> None:
    shelf(tmp_path, {2016: OLD})
    corpus = shelf(tmp_path, {2017: OLD}, "UZB")
    assert years(corpus, "hrr-2017-uzb-en") == [({2017}, {2017})]


def test_what_is_not_known_has_no_sentences() -> None:
    empty = sayings.Sayings()
    assert empty.of("hrr-2016-kgz-en", 1) == ()
    assert empty.earlier("hrr-2016-kgz-en") == frozenset()


def test_no_two_editions_are_compared_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence is compared with the few that share most pairs of words with it."""
    texts = {
        year: " ".join(
            f"Case {n} of {year} ended in court {n * year}." for n in range(40)
        )
        for year in range(2010, 2016)
    }
    corpus = shelf(tmp_path, texts)
    calls: list[Edition] = []
    monkeypatch.setattr(
        likeness, "is_same", lambda *_: calls.append(corpus.editions[0])
    )
    sayings.read(corpus, corpus.editions)
    assert len(calls) <= 6 * 40 * 6
