"""An edition is added with little to say; what is not said is not made up."""

from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError, ExitCode, UnknownTopicError, UsageError
from briefs.tasks import ingest as intake
from briefs.tasks.ingest import Accession
from tests.make.shelf import passages_of

ENGLISH = """Section 1. Respect for the Integrity of the Person

c. Torture

The law prohibits torture, but police reportedly beat three detainees in March.
"""
KAZAKH = (
    "Қазақстан Республикасының заңы азаптауға тыйым салады, бірақ полиция оны "
    "қолданды.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """An English report as text."""
    path = tmp_path / "report.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    return path


def test_an_edition_needs_no_more_than_report_country_and_year(
    report: Path, tmp_path: Path
) -> None:
    added = intake.add(
        report, Accession("hrr", "KAZ", 2019), Corpus([tmp_path / "corpus"])
    )
    (edition,) = Corpus.open(tmp_path / "corpus").editions
    assert added.folder.name == edition.id == "hrr-2019-kaz-en"
    assert (edition.language, edition.covers) == ("en", "2019")
    assert edition.path.read_bytes() == report.read_bytes()
    assert [p.number for p in passages_of(edition)] == [1]


def test_what_is_not_told_is_left_out(report: Path, tmp_path: Path) -> None:
    intake.add(report, Accession("hrr", "KAZ", 2019), Corpus([tmp_path / "corpus"]))
    (edition,) = Corpus.open(tmp_path / "corpus").editions
    assert (edition.publisher, edition.licence, edition.origin) == ({}, {}, {})


def test_names_and_publisher_are_those_of_an_edition_of_the_same_report(
    report: Path, tmp_path: Path
) -> None:
    first = Accession("hrr", "KAZ", 2019, title='A "title"', publisher="State")
    intake.add(report, first, Corpus([tmp_path / "corpus"]))
    intake.add(report, Accession("hrr", "KGZ", 2020), Corpus([tmp_path / "corpus"]))
    one, other = Corpus.open(tmp_path / "corpus").editions
    assert one.titles == {"en": 'A "title"'}
    assert (other.names, other.publisher) == (one.names, {"en": "State"})


def test_topics_and_covered_year_are_kept(report: Path, tmp_path: Path) -> None:
    told = Accession("tip", "KGZ", 2020, covers="2019", topics=("trafficking",))
    intake.add(report, told, Corpus([tmp_path / "corpus"]))
    (edition,) = Corpus.open(tmp_path / "corpus").editions
    assert (edition.covers, edition.topics) == ("2019", ("trafficking",))


def test_an_edition_is_never_replaced(report: Path, tmp_path: Path) -> None:
    intake.add(report, Accession("hrr", "KAZ", 2019), Corpus([tmp_path / "corpus"]))
    with pytest.raises(CorpusError, match="hrr-2019-kaz-en already"):
        intake.add(report, Accession("hrr", "KAZ", 2019), Corpus([tmp_path / "corpus"]))


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (Accession("HR report", "KAZ", 2019), "--report"),
        (Accession("hrr", "Kazakhstan", 2019), "--country"),
        (Accession("hrr", "KAZ", 2019, covers="last year"), "--covers"),
        (Accession("hrr", "KAZ", 2019, language="../ky"), "--language"),
        (Accession("hrr", "KAZ", 2019, title=" "), "--title"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(
    report: Path, tmp_path: Path, told: Accession, wanted: str
) -> None:
    with pytest.raises(UsageError, match=wanted) as caught:
        intake.add(report, told, Corpus([tmp_path / "corpus"]))
    assert caught.value.exit_code is ExitCode.USAGE
    assert not (tmp_path / "corpus").exists()


def test_an_unknown_topic_is_refused(report: Path, tmp_path: Path) -> None:
    told = Accession("hrr", "KAZ", 2019, topics=("tortur",))
    with pytest.raises(UnknownTopicError, match="did you mean 'torture'"):
        intake.add(report, told, Corpus([tmp_path / "corpus"]))
    assert not (tmp_path / "corpus").exists()


def test_what_an_interrupted_attempt_left_is_no_edition(
    report: Path, tmp_path: Path
) -> None:
    (tmp_path / "corpus" / "editions" / "hrr-2019-kaz-en").mkdir(parents=True)
    added = intake.add(
        report, Accession("hrr", "KAZ", 2019), Corpus([tmp_path / "corpus"])
    )
    assert (added.folder / "edition.toml").is_file()


def test_a_text_without_paragraphs_is_refused(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("\n\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="no paragraphs"):
        intake.add(empty, Accession("hrr", "KAZ", 2019), Corpus([tmp_path / "corpus"]))


def test_kazakh_is_not_taken_for_kyrgyz(tmp_path: Path) -> None:
    path = tmp_path / "kazakh.txt"
    path.write_text(KAZAKH * 3, encoding="utf-8")
    with pytest.raises(CorpusError, match="Kazakh"):
        intake.add(path, Accession("hrr", "KAZ", 2019), Corpus([tmp_path / "corpus"]))


def test_a_named_language_is_believed(report: Path, tmp_path: Path) -> None:
    told = Accession("hrr", "KAZ", 2019, language="ru")
    added = intake.add(report, told, Corpus([tmp_path / "corpus"]))
    assert (added.language, added.folder.name) == ("ru", "hrr-2019-kaz-ru")
