"""A corpus folder is read whole, checked, and every fault in it is named."""

import hashlib
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.corpus.sources import checksum
from briefs.errors import CorpusError
from briefs.files import cache
from briefs.model import Edition
from tests.make.places import CORPUS
from tests.make.shelf import ENGLISH, KYRGYZ, passages_of, small_corpus

Reader = Callable[[Corpus, Edition], object]
SEEDS = ["hrr-2015-kgz-ky", "tip-2017-kgz-ky", "tip-2019-kgz-ky"]
SOURCE = f"{'Мыйзам кыйноого тыюу салат ' * 9}.\n\n{'Сот болгон жок ' * 9}.\n"
EDITION = """\
# One issue of a report.
report = "hrr"
country = "KGZ"
year = 2014
covers = "2014"
language = "ky"
source = "source.txt"
sha256 = "{sha256}"
licence = "Public domain"
origin = "Invented"
{more}
[titles]
ky = "Билдирүү"

[names]
ky = "Баяндама"

[publisher]
ky = "Департамент"
"""


def write(
    folder: Path, name: str = "hrr-2014-kgz-ky", source: str = SOURCE, more: str = ""
) -> Path:
    """Add an edition to a corpus; return the path of its `edition.toml`."""
    home = folder / "editions" / name
    home.mkdir(parents=True)
    home.joinpath("source.txt").write_text(source, encoding="utf-8")
    sha256 = hashlib.sha256(source.encode()).hexdigest()
    path = home / "edition.toml"
    path.write_text(EDITION.format(sha256=sha256, more=more), encoding="utf-8")
    return path


def change(path: Path, line: str, to: str) -> int:
    """Replace what a line begins with; return its number."""
    lines = path.read_text(encoding="utf-8").splitlines()
    (number,) = [n for n, text in enumerate(lines, start=1) if text.startswith(line)]
    lines[number - 1] = to
    path.write_text("\n".join(lines), encoding="utf-8")
    return number


@pytest.fixture(autouse=True)
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache that nobody else uses."""
    monkeypatch.setenv("BRIEFS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


# Editions.


def test_the_seeds_are_three_editions_in_order() -> None:
    editions = Corpus.open(CORPUS).editions
    assert [edition.id for edition in editions] == SEEDS
    assert [(e.report, e.year, e.covers) for e in editions] == [
        ("hrr", 2015, "2015"),
        ("tip", 2017, "2016"),
        ("tip", 2019, "2018"),
    ]
    assert [e.topics for e in editions] == [(), ("trafficking",), ("trafficking",)]
    for edition in editions:
        assert (edition.country, edition.language) == ("KGZ", "ky")
        assert isinstance(edition.issued, date)
        for labels in (edition.titles, edition.names, edition.publisher):
            assert set(labels) >= {"ky", "ru", "en"}


@pytest.mark.parametrize("edition", SEEDS)
def test_a_seed_is_kept_byte_for_byte(edition: str, shared: Path) -> None:
    held = (CORPUS / "editions" / edition / "source.txt").read_bytes()
    assert held in [path.read_bytes() for path in (shared / "seeds").rglob("*.txt")]


def test_editions_are_sorted_by_country_report_year_and_language(
    tmp_path: Path,
) -> None:
    differences: dict[str, dict[str, str | int]] = {
        "a": {"country": "KGZ", "report": "tip"},
        "b": {"country": "KGZ", "year": 2016},
        "c": {"country": "KGZ", "year": 2015, "language": "ru"},
        "d": {"country": "KGZ", "year": 2015, "language": "ky"},
        "e": {"country": "KAZ", "year": 2019},
    }
    for name, changes in differences.items():
        path = write(tmp_path, name)
        for key, value in changes.items():
            written = value if isinstance(value, int) else f'"{value}"'
            change(path, f"{key} =", f"{key} = {written}")
    editions = Corpus.open(tmp_path).editions
    assert [edition.id for edition in editions] == ["e", "d", "c", "b", "a"]


def test_what_an_edition_may_leave_out_is_empty(tmp_path: Path) -> None:
    write(tmp_path)
    (edition,) = Corpus.open(tmp_path).editions
    assert (edition.issued, edition.topics, edition.url) == (None, (), "")


def test_what_an_edition_may_say_is_kept(tmp_path: Path) -> None:
    write(
        tmp_path,
        more='issued = 2015-06-25\ntopics = ["torture"]\nurl = "https://example.org"',
    )
    (edition,) = Corpus.open(tmp_path).editions
    assert edition.issued == date(2015, 6, 25)
    assert edition.topics == ("torture",)
    assert edition.url == "https://example.org"
    assert edition.id == "hrr-2014-kgz-ky"


def test_a_licence_may_be_told_once_or_in_each_language(tmp_path: Path) -> None:
    path = write(tmp_path)
    (edition,) = Corpus.open(tmp_path).editions
    assert edition.licence == {"en": "Public domain"}
    change(path, "licence =", 'licence = { ky = "Коомдук менчик", en = "Public" }')
    (edition,) = Corpus.open(tmp_path).editions
    assert edition.licence == {"ky": "Коомдук менчик", "en": "Public"}


def test_a_corpus_without_editions_says_how_to_name_another(tmp_path: Path) -> None:
    for folder, fault in (
        (tmp_path, "no editions in"),
        (tmp_path / "gone", "no corpus"),
    ):
        with pytest.raises(CorpusError, match=fault) as error:
            _ = Corpus.open(folder).editions
        assert str(folder) in error.value.message
        assert "--corpus" in error.value.hint
        assert error.value.exit_code == 4


@pytest.mark.parametrize(
    "key",
    ["report", "country", "year", "covers", "language", "source", "sha256"],
)
def test_a_missing_key_is_named(tmp_path: Path, key: str) -> None:
    path = write(tmp_path)
    change(path, f"{key} =", "")
    with pytest.raises(CorpusError, match=f"'{key}' is missing") as error:
        _ = Corpus.open(tmp_path).editions
    assert str(path) in error.value.message


@pytest.mark.parametrize("key", ["titles", "names"])
def test_a_missing_table_is_named(tmp_path: Path, key: str) -> None:
    path = write(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf"\[{key}\]\n.*\n", "", text), encoding="utf-8")
    with pytest.raises(CorpusError, match=f"'{key}' is missing"):
        _ = Corpus.open(tmp_path).editions


@pytest.mark.parametrize(
    ("line", "to", "message"),
    [
        ("year =", 'year = "2014"', "'year' must be a whole number"),
        ("year =", "year = true", "'year' must be a whole number"),
        ("report =", "report = 7", "'report' must be text in \"quotation marks\""),
        ("covers =", "covers = 2014", "'covers' must be text"),
        ("licence =", "licence = 1", "'licence' must be text"),
        (
            "licence =",
            "licence = { ky = '' }",
            "'licence.ky' must be a text that is not empty",
        ),
        ("issued =", 'issued = "2015"', "'issued' must be a date such as 2016-04-13"),
        ("topics =", 'topics = "torture"', "'topics' must be a list"),
        ("topics =", "topics = [1]", "'topics.1' must be text"),
        ("url =", "url = false", "'url' must be text"),
        ("url =", 'url = "javascript:alert(1)"', "'url' must be an address"),
        ("source =", 'source = "../../etc/passwd"', "is not in the folder of its"),
        ("language =", 'language = "qq"', "qq is no code of a language"),
        ("covers =", 'covers = "0000"', "'covers' must be a year"),
        ("country =", 'contry = "KGZ"', "unknown key 'contry'"),
    ],
)
def test_a_bad_key_is_named_with_file_and_line(
    tmp_path: Path, line: str, to: str, message: str
) -> None:
    path = write(
        tmp_path, more='issued = 2015-06-25\ntopics = []\nurl = "https://example.org"'
    )
    number = change(path, line, to)
    with pytest.raises(CorpusError, match=re.escape(message)) as error:
        _ = Corpus.open(tmp_path).editions
    assert error.value.message.startswith(f"{path}, line {number}: ")


@pytest.mark.parametrize(
    ("key", "label"),
    [("titles", "ky = 3"), ("names", 'ky = ""'), ("publisher", "kg1 = 'a'")],
)
def test_labels_must_be_texts(tmp_path: Path, key: str, label: str) -> None:
    path = write(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf"(\[{key}\]\n).*\n", rf"\1{label}\n", text), "utf-8")
    with pytest.raises(CorpusError, match="must be") as error:
        _ = Corpus.open(tmp_path).editions
    assert error.value.message.startswith(f"{path}, line ")


def test_labels_must_be_a_table(tmp_path: Path) -> None:
    path = write(tmp_path, more='titles = "Билдирүү"')
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('[titles]\nky = "Билдирүү"\n', ""), encoding="utf-8")
    with pytest.raises(CorpusError, match="'titles' must be a table"):
        _ = Corpus.open(tmp_path).editions


def test_a_malformed_file_is_named_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path)
    number = change(path, "year =", "year = ")
    with pytest.raises(CorpusError, match=f"line {number}: malformed TOML"):
        _ = Corpus.open(tmp_path).editions


def test_an_edition_is_found_by_its_id() -> None:
    held = Corpus.open(CORPUS)
    assert held.edition("tip-2017-kgz-ky").year == 2017
    with pytest.raises(CorpusError, match="no edition 'tip-2018-kgz-ky'") as error:
        held.edition("tip-2018-kgz-ky")
    assert "did you mean 'tip-201" in error.value.hint


# Sources.


def test_a_source_is_read_where_its_checksum_agrees(tmp_path: Path) -> None:
    write(tmp_path)
    held = Corpus.open(tmp_path)
    (edition,) = held.editions
    assert held.source(edition) == SOURCE
    assert checksum(edition.path) == edition.sha256
    assert len(held.passages(edition)) == 2


@pytest.mark.parametrize("reader", [Corpus.source, Corpus.passages])
def test_an_altered_source_is_refused(tmp_path: Path, reader: Reader) -> None:
    write(tmp_path)
    (edition,) = Corpus.open(tmp_path).editions
    passages_of(edition)  # what is in the cache does not hide the change
    edition.path.write_text(SOURCE.replace("Сот", "Сөт"), encoding="utf-8")
    with pytest.raises(CorpusError, match="is not the file whose checksum") as error:
        reader(Corpus.open(tmp_path), edition)
    assert str(edition.path) in error.value.message
    assert error.value.exit_code == 4
    assert "restore the source" in error.value.hint


@pytest.mark.parametrize("reader", [Corpus.source, Corpus.passages])
def test_a_missing_source_is_named(tmp_path: Path, reader: Reader) -> None:
    write(tmp_path)
    (edition,) = Corpus.open(tmp_path).editions
    edition.path.unlink()
    with pytest.raises(CorpusError, match="cannot read") as error:
        reader(Corpus.open(tmp_path), edition)
    assert str(edition.path) in error.value.message


def test_one_checksum_is_made_for_a_source_and_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path)
    held = Corpus.open(tmp_path)
    (edition,) = held.editions
    held.check_source(edition)
    monkeypatch.delattr("briefs.corpus.sources.checksum")
    assert held.source(edition) == SOURCE


# The cache.


def test_passages_are_the_same_with_and_without_a_cache(
    cached: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for edition in Corpus.open(CORPUS).editions:
        first = passages_of(edition)
        again = passages_of(edition)
        monkeypatch.setenv("BRIEFS_CACHE", "off")
        without = passages_of(edition)
        monkeypatch.setenv("BRIEFS_CACHE", str(cached))
        assert first == again == without


def test_passages_come_from_the_cache_the_second_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path)
    (edition,) = Corpus.open(tmp_path).editions
    found = passages_of(edition)

    def fail(*_: object) -> None:
        raise AssertionError("cleaned twice")

    monkeypatch.setattr("briefs.reading.passages.to_passages", fail)
    assert passages_of(edition) == found


def test_two_editions_of_one_text_do_not_share_their_passages(tmp_path: Path) -> None:
    write(tmp_path, "one")
    write(tmp_path, "two")
    for edition in Corpus.open(tmp_path).editions:
        assert {passage.edition for passage in passages_of(edition)} == {edition.id}


def test_a_damaged_cache_does_no_harm(tmp_path: Path, cached: Path) -> None:
    write(tmp_path)
    (edition,) = Corpus.open(tmp_path).editions
    found = passages_of(edition)
    for path in cached.rglob("*"):
        if path.is_file():
            path.write_bytes(b"damaged")
    assert passages_of(edition) == found
    shutil.rmtree(cached)
    assert passages_of(edition) == found
    assert cache.folder() == cached


# Countries.


def test_the_corpus_names_its_country() -> None:
    assert Corpus.open(CORPUS).countries["KGZ"] == {
        "ky": "Кыргыз Республикасы",
        "ru": "Кыргызская Республика",
        "en": "Kyrgyz Republic",
    }


def test_a_corpus_borrows_the_names_of_countries(tmp_path: Path) -> None:
    assert Corpus.open(tmp_path).countries == Corpus.open(CORPUS).countries


@pytest.mark.parametrize("names", ['KAZ = "Казакстан"', "[KAZ]", "[KAZ]\nky = 1"])
def test_a_country_needs_a_name_in_a_language(tmp_path: Path, names: str) -> None:
    path = tmp_path / "countries.toml"
    path.write_text(f"# Countries\n{names}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="'KAZ' must give a text") as error:
        _ = Corpus.open(tmp_path).countries
    assert error.value.message.startswith(f"{path}, line 2: ")


def test_a_corpus_is_read_as_it_is_written(tmp_path: Path) -> None:
    editions = Corpus.open(small_corpus(tmp_path)).editions
    texts = {of.language: [p.text for p in passages_of(of)] for of in editions}
    assert len(texts["ky"]) == len(texts["en"]) == 4
    for language, source in (("ky", KYRGYZ), ("en", ENGLISH)):
        assert all(text in source for text in texts[language])
