"""An edition is added with little to say; what is not said is not made up."""

import re
from pathlib import Path

import pytest

from briefs.corpus.beside import people
from briefs.corpus.corpus import Corpus
from briefs.errors import (
    ChangedError,
    CorpusError,
    DeliveryError,
    ExitCode,
    Message,
    UnknownTopicError,
    UsageError,
)
from briefs.files import deliver
from briefs.tasks.adding import ingest as intake
from briefs.tasks.adding.ingest import Accession
from tests.make import documents
from tests.make.places import CASES
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
    assert (edition.licence, edition.origin) == ({}, {})


def test_names_and_publisher_are_those_of_an_edition_of_the_same_report(
    report: Path, tmp_path: Path
) -> None:
    first = Accession("hrr", "KAZ", 2019, title='A "title"', publisher="State")
    intake.add(report, first, Corpus([tmp_path / "corpus"]))
    report.write_text(f"{ENGLISH}\nCourts convicted nobody.\n", encoding="utf-8")
    intake.add(report, Accession("hrr", "KGZ", 2020), Corpus([tmp_path / "corpus"]))
    one, other = Corpus.open(tmp_path / "corpus").editions
    assert one.titles == {"en": 'A "title"'}
    assert (other.names, other.publisher) == (one.names, {"en": "State"})


def test_topics_and_covered_year_are_kept(report: Path, tmp_path: Path) -> None:
    told = Accession("tip", "KGZ", 2020, covers="2019", topics=("trafficking",))
    intake.add(report, told, Corpus([tmp_path / "corpus"]))
    (edition,) = Corpus.open(tmp_path / "corpus").editions
    assert (edition.covers, edition.topics) == ("2019", ("trafficking",))


def test_an_edition_is_replaced_only_where_that_is_said(
    report: Path, tmp_path: Path
) -> None:
    kaz, shelf = Accession("hrr", "KAZ", 2019), tmp_path / "corpus"
    intake.add(report, kaz, Corpus([shelf]))
    (old,) = Corpus.open(shelf).editions
    ledger = old.path.parent / "figures.csv"
    ledger.write_text("of the old text", encoding="utf-8")
    report.write_text(f"{ENGLISH}\nCourts convicted nobody.\n", encoding="utf-8")
    with pytest.raises(ChangedError, match="hrr-2019-kaz-en already"):
        intake.add(report, kaz, Corpus([shelf]))
    assert ledger.exists()
    added = intake.add(report, kaz, Corpus([shelf]), replace=True)
    assert added.new
    (new,) = Corpus.open(shelf).editions
    assert "Courts convicted nobody." in Corpus.open(shelf).source(new)
    assert not ledger.exists()
    assert not list(shelf.glob(".briefs-*"))
    assert added.kept == shelf / "replaced" / new.id
    assert (added.kept / new.id / "figures.csv").read_text() == "of the old text"


def test_a_new_edition_is_called_as_those_that_came_with_the_program(
    report: Path, tmp_path: Path
) -> None:
    intake.add(report, Accession("tip", "KAZ", 2019), Corpus([tmp_path / "corpus"]))
    (edition,) = Corpus.open(tmp_path / "corpus").editions
    assert edition.titles["ru"] == "Доклад о торговле людьми 2019 года"
    assert edition.names == Corpus.open().edition("tip-2019-kgz-ky").names


def test_a_text_that_nobody_worked_on_is_not_kept(report: Path, tmp_path: Path) -> None:
    kaz, shelf = Accession("hrr", "KAZ", 2019), tmp_path / "corpus"
    intake.add(report, kaz, Corpus([shelf]))
    report.write_text(f"{ENGLISH}\nCourts convicted nobody.\n", encoding="utf-8")
    assert intake.add(report, kaz, Corpus([shelf]), replace=True).kept is None
    assert [place.name for place in shelf.iterdir()] == ["editions"]


def test_work_on_each_text_that_was_replaced_is_kept(
    report: Path, tmp_path: Path
) -> None:
    kaz, shelf = Accession("hrr", "KAZ", 2019), tmp_path / "corpus"
    kept = set()
    for number in range(3):
        report.write_text(f"{ENGLISH}\nCourts convicted {number + 5} officers.\n")
        added = intake.add(report, kaz, Corpus([shelf]), replace=True)
        (added.folder / "doubts.csv").write_text(str(number), encoding="utf-8")
        kept.add(added.kept and added.kept.name)
    assert kept == {None, "hrr-2019-kaz-en", "hrr-2019-kaz-en-2"}


def test_who_was_judged_to_be_public_is_kept(report: Path, tmp_path: Path) -> None:
    kaz, shelf = Accession("hrr", "KAZ", 2019), tmp_path / "corpus"
    listed = intake.add(report, kaz, Corpus([shelf])).folder / people.FILE
    rows = listed.read_text("utf-8").splitlines(keepends=True)
    listed.write_text("".join(rows[:-1]), encoding="utf-8")  # that was no name
    report.write_text(f"{ENGLISH}\nCourts convicted nobody.\n", encoding="utf-8")
    added = intake.add(report, kaz, Corpus([shelf]), replace=True)
    assert added.kept
    assert (added.kept / added.kept.name / people.FILE).read_text() == "".join(
        rows[:-1]
    )


def test_where_a_new_text_cannot_be_written_the_old_one_stays(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kaz, shelf = Accession("hrr", "KAZ", 2019), tmp_path / "corpus"
    intake.add(report, kaz, Corpus([shelf]))
    before = {p.name: p.read_bytes() for p in shelf.rglob("*") if p.is_file()}
    report.write_text(f"{ENGLISH}\nCourts convicted nobody.\n", encoding="utf-8")

    def full(*_: object, **__: object) -> None:
        raise DeliveryError(Message("cannot write"))

    monkeypatch.setattr(deliver, "write_all", full)
    with pytest.raises(DeliveryError):
        intake.add(report, kaz, Corpus([shelf]), replace=True)
    after = {p.name: p.read_bytes() for p in shelf.rglob("*") if p.is_file()}
    assert after == before


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (Accession("HR report", "KAZ", 2019), "--report"),
        (Accession("hrr", "Kazakhstan", 2019), "--country"),
        (Accession("hrr", "KAZ", 2019, covers="last year"), "--covers"),
        (Accession("hrr", "KAZ", 2019, language="../ky"), "--language"),
        (Accession("hrr", "KAZ", 2019, title=" "), "--title"),
        (Accession("hrr", "KAZ", 2019, title="a\x7fb"), "--title"),
        (Accession("hrr", "KAZ", 2019, title="caf\udce9"), "--title"),
        (Accession("hrr", "KAZ", 2019, covers="0000"), "--covers"),
        (Accession("hrr", "KAZ", 2019, language="zz"), "--language"),
        (Accession("hrr", "QQQ", 2019), "--country"),
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
    with pytest.raises(UnknownTopicError, match=r"did you mean Torture.*\(torture\)"):
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
    empty.write_text("***\n\n1 2 3\n", encoding="utf-8")
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
    assert (added.outline.language, added.folder.name) == ("ru", "hrr-2019-kaz-ru")


def test_the_same_file_again_changes_nothing(report: Path, tmp_path: Path) -> None:
    first = intake.add(
        report, Accession("hrr", "KAZ", 2019), Corpus([tmp_path / "corpus"])
    )
    before = (first.folder / "edition.toml").stat().st_mtime_ns
    again = intake.add(
        report, Accession("hrr", "KAZ", 2019), Corpus([tmp_path / "corpus"])
    )
    assert (first.new, again.new) == (True, False)
    assert (first.folder / "edition.toml").stat().st_mtime_ns == before


def test_the_same_file_as_another_year_is_refused(report: Path, tmp_path: Path) -> None:
    intake.add(report, Accession("hrr", "KAZ", 2019), Corpus([tmp_path / "corpus"]))
    with pytest.raises(CorpusError, match="already, as hrr-2019-kaz-en"):
        intake.add(report, Accession("hrr", "KAZ", 2020), Corpus([tmp_path / "corpus"]))


def test_a_title_is_never_a_code_and_a_year(report: Path, tmp_path: Path) -> None:
    intake.add(report, Accession("hrr", "KAZ", 2019), Corpus([tmp_path / "corpus"]))
    (edition,) = Corpus.open(tmp_path / "corpus").editions
    assert edition.titles["en"] == "Human Rights Report 2019"
    report.write_text(f"{ENGLISH}\nCourts convicted nobody.\n", encoding="utf-8")
    with pytest.raises(UsageError, match="does not tell its title"):
        intake.add(report, Accession("xyz", "KAZ", 2019), Corpus([tmp_path / "corpus"]))


def page(tmp_path: Path, text: str = "") -> Path:
    path = tmp_path / "page.html"
    items = [(1, "Section 1. Respect"), (0, text or "Police beat three men in March.")]
    path.write_text(documents.web_page(items), encoding="utf-8")
    return path


def test_a_web_page_tells_its_report_country_and_year(tmp_path: Path) -> None:
    found = intake.examine(page(tmp_path), Accession(), Corpus([tmp_path]))
    assert (found.report, found.country, found.year) == ("hrr", "KAZ", 2019)
    assert found.language == "en"
    assert not list(tmp_path.glob("editions"))


def test_the_file_is_kept_beside_the_text_taken_from_it(tmp_path: Path) -> None:
    path = page(tmp_path)
    added = intake.add(path, Accession(), Corpus([tmp_path / "corpus"]))
    assert (added.folder / "original.html").read_bytes() == path.read_bytes()
    (edition,) = Corpus.open(tmp_path / "corpus").editions
    text = Corpus.open(tmp_path / "corpus").source(edition)
    (passage,) = passages_of(edition)
    assert passage.text == "Police beat three men in March."
    assert passage.source.of(text) == passage.text
    assert [h.printed for h in passage.headings] == ["Section 1. Respect"]
    assert edition.titles["en"].startswith("2019 Country Reports on Human Rights")


def test_an_altered_layout_is_refused(tmp_path: Path) -> None:
    added = intake.add(page(tmp_path), Accession(), Corpus([tmp_path / "corpus"]))
    (added.folder / "layout.jsonl").write_text('{"pages": 3}\n', encoding="utf-8")
    (edition,) = Corpus.open(tmp_path / "corpus").editions
    with pytest.raises(CorpusError, match="does not fit the text"):
        passages_of(edition)


@pytest.mark.parametrize("name", ["moji", "moji2", "moji3"])
def test_text_in_a_wrong_encoding_is_refused(name: str, tmp_path: Path) -> None:
    path = CASES / "files" / f"{name}.txt"
    with pytest.raises(CorpusError, match="wrong encoding"):
        intake.examine(path, Accession("hrr", "KGZ", 2020), Corpus([tmp_path]))


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x7f", "\ufffe"])
def test_control_characters_are_refused_with_their_line(
    sign: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{ENGLISH}\nA line{sign} with it.\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"line 7: the control character"):
        intake.examine(path, Accession("hrr", "KGZ", 2020), Corpus([tmp_path]))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("c_fffd", r"2 × U\+FFFD"),
        ("c_obj", r"2 × U\+FFFC"),
        ("c_zwsp", "zero-width space"),
        ("shy_ky", "soft hyphen"),
        ("lig", "ligature"),
        ("two_columns", "two columns"),
    ],
)
def test_what_is_doubtful_is_warned_of(name: str, said: str, tmp_path: Path) -> None:
    path = CASES / "files" / f"{name}.txt"
    language = "ky" if name.endswith("ky") else "en"
    told = Accession("hrr", "KGZ", 2020, language=language)
    found = intake.examine(path, told, Corpus([tmp_path]))
    assert any(re.search(said, str(warning)) for warning in found.warnings)


FOREIGN = {
    "Uzbek": "Ўзбекистон Республикасида қийноқлар қонун билан тақиқланган, аммо "
    "полиция уни қўллаган деб хабар беришди ҳуқуқ ҳимоячилари.",
    "Tajik": "Дар Ҷумҳурии Тоҷикистон шиканҷа тибқи қонун манъ аст, аммо милисаҳо онро "
    "истифода мебаранд, гуфтанд ҳимоятгарони ҳуқуқ.",
    "Ukrainian": "Правозахисники повідомили, що в ізоляторі їх піддавали тортурам, а "
    "слідчі відмовлялися приймати скарги від затриманих людей.",
    "Turkish": "İnsan hakları örgütleri, gözaltında işkence yapıldığını ve savcıların "
    "şikâyetleri soruşturmadığını bildirdi, dedi avukatlar.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_not_taken_for_one_read_here(
    language: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{FOREIGN[language]}\n" * 3, encoding="utf-8")
    with pytest.raises(CorpusError, match=language):
        intake.examine(path, Accession("hrr", "KGZ", 2020), Corpus([tmp_path]))


def test_damaged_and_hostile_files_end_in_one_sentence(tmp_path: Path) -> None:
    sound = documents.docx([(0, "Police beat three men in March.")])
    bomb = documents.packed({"word/document.xml": " " * 70_000_000})
    knot = documents.packed(
        {
            "word/document.xml": '<!DOCTYPE a [<!ENTITY b "bbbb">'
            '<!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
        }
    )
    files = {
        "cut.docx": sound[: len(sound) // 2],
        "bomb.docx": bomb,
        "knot.docx": knot,
        "cut.pdf": b"%PDF-1.7\n1 0 obj <<",
        "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(99),
        "old.doc": b"\xd0\xcf\x11\xe0" + bytes(99),
        "latin.txt": "Кыйноо".encode("cp1251"),
        "empty.txt": b"",
    }
    for name, content in files.items():
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(CorpusError) as caught:
            intake.add(
                path, Accession("hrr", "KGZ", 2020), Corpus([tmp_path / "corpus"])
            )
        assert caught.value.exit_code is ExitCode.CORPUS
        assert str(path) in caught.value.message
    assert not (tmp_path / "corpus").exists()
