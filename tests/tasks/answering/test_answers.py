"""What the index answers is what the editions say, one by one; it is only told sooner.

The whole is compared with the plain way: all passages of all editions looked through.
"""

import multiprocessing
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from briefs.compose.sources import coverage
from briefs.corpus import sources
from briefs.corpus.beside import translations
from briefs.corpus.corpus import Corpus
from briefs.corpus.scope import Range
from briefs.errors import CorpusError, NothingFoundError
from briefs.figures import observations
from briefs.files import asking
from briefs.match import index
from briefs.model import Edition, Passage
from briefs.tasks import lookup
from briefs.tasks.answering import filling, searching, summaries
from briefs.tasks.answering.tables import Placed
from briefs.text.fold import words
from briefs.years import outline
from tests.make.places import CORPUS
from tests.make.shelf import ENGLISH, add_edition, small_corpus

EVERYTHING = Range()
WORDS = ["torture", "tor", "кыйноо", "КЫЙНОГО сот", "of the", "2015", "nowhere", "сот"]


@pytest.fixture(params=["index", "memory"], autouse=True)
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Answer from the file, and without one."""
    if request.param == "memory":
        monkeypatch.setattr(asking, "_place", lambda: None)
    return str(request.param)


@pytest.fixture
def corpus(place: str, small: Path) -> Corpus:
    """A corpus of many words from the file, a small one from memory: that is dear."""
    return Corpus.open(CORPUS if place == "index" else small)


Plain = list[tuple[Edition, Passage, list[set[str]]]]


@cache
def plain(*folders: Path) -> Plain:
    """Return each passage with the words of each of its texts."""
    corpus = Corpus.open(*folders)
    return [
        (edition, passage, [{word.key for word in words(text)} for text in texts])
        for edition in corpus.editions
        for passage in corpus.passages(edition)
        if (texts := list(said(passage, edition, corpus)))
    ]


def said(passage: Passage, edition: Edition, corpus: Corpus) -> Iterator[str]:
    """Yield what a passage says, in its own language and in those it has."""
    yield passage.text
    for language in translations.languages(edition):
        if known := corpus.translations(edition, language):
            yield translations.whole(passage.text, edition.language, known)


def holds(keys: set[str], wanted: list[str]) -> bool:
    return all(any(key.startswith(start) for key in keys) for start in wanted)


@cache
def expected_figures(*folders: Path) -> list[Placed]:
    """Return all figures, found in passage after passage."""
    corpus = Corpus.open(*folders)
    found = index.find(corpus, corpus.editions, tuple(corpus.topics.values()))
    return [Placed(*one) for one in observations.every(corpus, corpus.editions, found)]


@pytest.mark.parametrize("text", WORDS)
def test_search_finds_the_passages_that_hold_the_words(
    corpus: Corpus, text: str
) -> None:
    wanted = [word.key for word in words(text)]
    assert searching.search(corpus, corpus.editions, text) == [
        (edition, passage)
        for edition, passage, texts in plain(*corpus.folders)
        if any(holds(keys, wanted) for keys in texts)
    ]


def test_search_keeps_to_its_editions(corpus: Corpus) -> None:
    one = corpus.editions[-1]
    found = searching.search(corpus, [one], "o")
    assert {edition.id for edition, _ in found} <= {one.id}


def test_every_topic_is_counted(corpus: Corpus) -> None:
    found = index.find(corpus, corpus.editions, tuple(corpus.topics.values()))
    counts = lookup.counts(corpus)
    assert list(counts) == list(corpus.topics)
    for code, findings in found.items():
        years = [finding.edition.year for finding in findings]
        assert counts[code] == {year: years.count(year) for year in sorted(set(years))}


def test_the_coverage_is_that_of_the_passages(corpus: Corpus) -> None:
    editions = corpus.issues(EVERYTHING).editions
    topics = tuple(corpus.topics.values())
    assert lookup.cover(corpus, None, EVERYTHING) == coverage.cells(
        topics,
        editions,
        index.find(corpus, editions, topics),
        corpus.quoting({edition.language for edition in editions}),
        outline.read(corpus, editions),
    )


@pytest.mark.parametrize("topics", [None, ["torture"], ["women", "torture"]])
def test_the_figures_are_those_of_the_passages(
    corpus: Corpus, topics: list[str] | None
) -> None:
    expected = [
        told
        for told in expected_figures(*corpus.folders)
        if topics is None or set(topics) & set(told.figure.topics)
    ]
    try:
        assert lookup.figures(corpus, topics, EVERYTHING) == expected
    except NothingFoundError:
        assert not expected


def test_a_figure_keeps_its_first_period(tmp_path: Path) -> None:
    home = small_corpus(tmp_path)
    for year in (2021, 2022):
        add_edition(home, f"SUMMARY\n\nTorture\n\n{REPEATED}\n", year, "en")
    held = Corpus.open(home)
    for years in (frozenset({2021, 2022}), frozenset({2022})):
        told = [
            (one.edition.year, one.figure.period, one.figure.repeats)
            for one in lookup.figures(held, ["torture"], Range(years))
            if one.figure.value == 62
        ]
        first = (min(years), str(min(years)), None)
        assert told[0] == first
        assert told[1:] == [(2022, "2021", "hrr-2021-kgz-en")] * (len(years) - 1)


REPEATED = "Prosecutors received 62 complaints of torture and opened nine cases."


def test_what_changed_is_told_at_once(tmp_path: Path) -> None:
    home = small_corpus(tmp_path)
    assert lookup.counts(Corpus.open(home))["torture"][2020] == 2
    topic = home / "topics" / "torture.toml"
    text = topic.read_text(encoding="utf-8").replace('"tortur"', '"newspapers"')
    topic.write_text(text, encoding="utf-8")
    assert lookup.counts(Corpus.open(home))["torture"][2020] != 2
    (home / "editions" / "hrr-2020-kgz-en" / "figures.csv").unlink()
    rows = lookup.figures(Corpus.open(home), None, EVERYTHING)
    assert not any(one.figure.reviewed for one in rows)


def test_an_altered_source_is_refused(tmp_path: Path) -> None:
    home = small_corpus(tmp_path)
    searching.search(Corpus.open(home), Corpus.open(home).editions, "torture")
    source = home / "editions" / "hrr-2020-kgz-en" / "source.txt"
    source.write_text(source.read_text(encoding="utf-8") + "!", encoding="utf-8")
    assert_refused(home)


def assert_refused(home: Path) -> None:
    """Assert that nothing is found in a corpus of which a source was altered."""
    corpus = Corpus.open(home)
    with pytest.raises(CorpusError, match="checksum"):
        searching.search(corpus, corpus.editions, "torture")


def test_an_altered_source_is_refused_that_kept_its_size_and_age(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "_SETTLED", 0)
    home = small_corpus(tmp_path)
    searching.search(Corpus.open(home), Corpus.open(home).editions, "torture")
    source = home / "editions" / "hrr-2020-kgz-en" / "source.txt"
    before = source.stat()
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("torture", "forture", 1), encoding="utf-8")
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert_refused(home)


def test_sources_that_the_system_calls_unchanged_are_not_read_again(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "_SETTLED", 0)
    home = small_corpus(tmp_path)
    first = Corpus.open(home)
    found = searching.search(first, first.editions, "torture")
    read: list[Edition] = []
    monkeypatch.setattr(sources, "check", read.append)
    again = Corpus.open(home)
    assert searching.search(again, again.editions, "torture") == found
    assert bool(read) is (place == "memory")


def test_a_source_that_was_just_written_is_read_again(tmp_path: Path) -> None:
    home = small_corpus(tmp_path)
    assert not any(map(sources.stamp, Corpus.open(home).editions))


# Filling


@pytest.fixture
def many(tmp_path: Path) -> Corpus:
    """A corpus of more editions than are read in one process."""
    home = small_corpus(tmp_path)
    for year in range(2000, 2006):
        add_edition(home, ENGLISH.replace("40", str(year)), year, "en")
    return Corpus.open(home)


def test_each_edition_is_read_once(
    many: Corpus, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []

    def watch(pieces, total, /):  # type: ignore[no-untyped-def]
        told.append(total)
        return pieces

    many.watch = watch
    first = summaries.read(many, many.editions)
    assert summaries.read(many, many.editions) == first
    assert told == ([8] if place == "index" else [8, 8])


def test_processes_make_what_one_makes(
    many: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = searching.search(many, many.editions, "2003")
    assert [edition.year for edition, _ in found] == [2003]
    monkeypatch.setattr(asking, "_place", lambda: None)
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert searching.search(many, many.editions, "2003") == found


def test_what_an_ended_process_leaves_is_made_by_this_one(
    many: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "_place", lambda: None)
    monkeypatch.setattr(filling, "_make", _end)
    assert len(searching.search(many, many.editions, "torture")) == 14


def _end(nth: int) -> None:
    import os

    os._exit(9)
