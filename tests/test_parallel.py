"""An official edition in the reader's language is quoted in place of a translation."""

from datetime import date
from pathlib import Path

import pytest

from briefs import parallel
from briefs.model import Edition, Heading, Passage, Span

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
