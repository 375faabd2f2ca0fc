"""An official edition in the reader's language is quoted in place of a translation."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from briefs.corpus import parallel
from briefs.corpus.beside import translations
from briefs.corpus.corpus import Corpus
from briefs.files.resources import data_dir
from briefs.model import Edition, Heading, Passage, Span
from briefs.tasks.adding import ingest as intake
from briefs.tasks.adding.ingest import Accession
from briefs.text.sentences import sentences
from briefs.verify import pdftext
from briefs.verify import quotations as verify
from tests.make.commands import run
from tests.make.shelf import passages_of

CORPUS = data_dir("corpus")
REPORT = "tip-2017-kgz-ky"

SECTION = (Heading(2, "c.", "Torture", None, (Span(0, 1),)),)


def edition(name: str, language: str, folder: Path, year: int = 2015) -> Edition:
    """Return an edition whose source stands in a folder of its own."""
    return Edition(
        id=name,
        report="hrr",
        country="KGZ",
        year=year,
        covers=str(year),
        language=language,
        titles={language: name},
        names={language: "Report"},
        publisher={"en": "State"},
        issued=date(2016, 4, 13),
        licence={"en": "public domain"},
        origin={"en": "test"},
        url="",
        topics=(),
        path=folder / name / "source.txt",
        sha256="0" * 64,
    )


def passage(number: int, text: str) -> Passage:
    """Return a passage of a section on torture."""
    return Passage("x", number, text, None, SECTION, (Span(0, len(text)),))


def test_one_edition_of_each_issue_leads_and_knows_the_others(tmp_path: Path) -> None:
    one, other = edition("hrr-en", "en", tmp_path), edition("hrr-ky", "ky", tmp_path)
    alone = edition("hrr-2016", "ky", tmp_path, year=2016)
    pairs = parallel.pair([one, other, alone])
    assert [e.id for e in pairs.editions] == ["hrr-en", "hrr-2016"]
    assert pairs.others["hrr-en"] == {"ky": other}
    assert pairs.others["hrr-2016"] == {}


def test_the_edition_with_reviewed_figures_leads(tmp_path: Path) -> None:
    one, other = edition("hrr-en", "en", tmp_path), edition("hrr-ky", "ky", tmp_path)
    other.path.parent.mkdir()
    other.path.with_name("figures.csv").touch()
    assert [e.id for e in parallel.pair([one, other]).editions] == ["hrr-ky"]


OWN = (
    passage(1, "Мыйзам кыйноого тыюу салат, бирок бийлик аны сейрек тергейт."),
    passage(2, "Жылдын биринчи жарымында 109 арыз түшкөн, бул 25 пайызга аз."),
    passage(3, "Сот үч адамды 2014-жылы соттогон. Алар даттанышкан."),
)
THEIRS = (
    passage(
        11, "The law prohibits torture, but the authorities rarely investigate it."
    ),
    passage(12, "Added here alone: 7 and 8."),
    passage(
        13, "In the first half of the year 109 complaints came in, 25 percent less."
    ),
    passage(14, "A court convicted three people in 2014. They appealed."),
)


def test_paragraphs_are_paired_by_length_numbers_and_order() -> None:
    paired = parallel.passages(OWN, THEIRS)
    assert {own: other.number for own, other in paired.items()} == {1: 11, 2: 13, 3: 14}


def test_a_paragraph_like_no_other_has_no_counterpart() -> None:
    lonely = (passage(1, "Саны 7, 8 жана 9."),)
    assert not parallel.passages(lonely, (passage(1, "Quite another story. " * 40),))


@pytest.mark.parametrize(
    ("quoted", "wanted"),
    [
        (
            "Сот үч адамды 2014-жылы соттогон.",
            "A court convicted three people in 2014.",
        ),
        ("Алар даттанышкан.", "They appealed."),
        (OWN[2].text, THEIRS[3].text),
    ],
)
def test_the_same_sentences_are_quoted(quoted: str, wanted: str) -> None:
    assert parallel.counterpart((quoted,), OWN[2], "ky", THEIRS[3], "en") == (wanted,)


def test_what_stands_between_the_quoted_sentences_is_left_out() -> None:
    own = passage(1, "Бириси 1. Экинчиси 22. Үчүнчүсү 333.")
    other = passage(1, "First 1. Second 22. Third 333.")
    parts = ("Бириси 1.", "Үчүнчүсү 333.")
    found = parallel.counterpart(parts, own, "ky", other, "en")
    assert found == ("First 1.", "Third 333.")


# A real pair: a report and its working translation, set as an edition of its own


@pytest.fixture(scope="module")
def paired(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus with one report in Kyrgyz and in English, paragraph by paragraph."""
    folder = tmp_path_factory.mktemp("paired")
    source = CORPUS / "editions" / REPORT
    shutil.copytree(source, folder / "editions" / REPORT)
    text = folder / "english.txt"
    text.write_text(in_english(), encoding="utf-8")
    told = Accession("tip", "KGZ", 2017, language="en", topics=("trafficking",))
    intake.add(text, told, Corpus([folder]))
    return folder


def in_english() -> str:
    """Return the text of the report in English, titles and paragraphs on lines."""
    (own,) = (e for e in Corpus.open(CORPUS).editions if e.id == REPORT)
    known = translations.read(own, "en")
    assert known
    lines: list[str] = []
    for found in passages_of(own):
        titles = (known.headings[h.printed] for h in found.headings if h.level < 4)
        lines += [title for title in titles if title not in lines]
        spans = sentences(found.text, "ky")
        lines.append(
            " ".join(known.entries[span.of(found.text)].text for span in spans)
        )
    return "\n\n".join(lines) + "\n"


def test_every_paragraph_of_a_translated_report_finds_its_own(paired: Path) -> None:
    other, own = Corpus.open(paired).editions
    found = parallel.passages(passages_of(own), passages_of(other))
    assert {number: passage.number for number, passage in found.items()} == {
        number: number for number in range(1, 26)
    }


@pytest.mark.thorough
def test_excerpts_have_the_same_numbers_in_both_languages(
    paired: Path, tmp_path: Path
) -> None:
    quoted = []
    for locale in ("ky", "en"):
        file = tmp_path / f"{locale}.pdf"
        words = ("build", "trafficking", "-l", locale, "--corpus", paired, "-o", file)
        assert run(*words).code == 0
        record = pdftext.attachment(file.read_bytes(), verify.RECORD)
        assert record
        rows = json.loads(record)
        assert {row["edition"] for row in rows} == {f"tip-2017-kgz-{locale}"}
        # terms are explained in one edition's words, which have no id of an excerpt
        excerpts = [row for row in rows if row["ids"]]
        quoted.append({row["number"]: row["paragraphs"] for row in excerpts})
        assert len(excerpts) > 20
    assert quoted[0] == quoted[1]


def test_issues_without_figures_lead_in_the_language_of_those_with_them(
    tmp_path: Path,
) -> None:
    known = [
        edition(f"hrr-{year}-{language}", language, tmp_path, year)
        for year in (2021, 2022, 2023)
        for language in ("en", "ky", "ru")
    ]
    reviewed = next(e for e in known if e.id == "hrr-2022-ky")
    reviewed.path.parent.mkdir(parents=True)
    (reviewed.path.parent / "figures.csv").touch()
    pairs = parallel.pair(known)
    assert {e.language for e in pairs.editions} == {"ky"}
    assert set(pairs.others["hrr-2023-ky"]) == {"en", "ru"}


def test_a_number_is_the_same_however_its_digits_are_grouped() -> None:
    told = [
        parallel.numbers(text) for text in ("1,200 of 35", "1200дөн 35и", "1 200, 35")
    ]
    assert told == [frozenset({"1200", "35"})] * 3
