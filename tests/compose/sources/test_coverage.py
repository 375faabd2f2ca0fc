"""What the corpus can say on a topic in a year; silence is never a zero."""

import gettext
from pathlib import Path

import pytest

from briefs.compose.sources import coverage, tally
from briefs.corpus.corpus import Corpus
from briefs.document import CellState
from briefs.i18n.locale import Locale
from briefs.match import index
from briefs.match.index import Finding
from briefs.model import Edition, Grade, Match, Passage, Span, Topic
from briefs.years import outline
from tests.make import shelf
from tests.make.places import CORPUS

ENGLISH = Locale("en", gettext.NullTranslations())


def topic(code: str) -> Topic:
    labels = {"en": code.capitalize()}
    return Topic(code, labels, {}, None, {}, {}, {}, Path(f"{code}.toml"))


def edition(report: str, year: int) -> Edition:
    name = {"en": {"hrr": "Human rights", "tip": "Trafficking"}[report]}
    return Edition(
        id=f"{report}-{year}-kgz-ky",
        report=report,
        country="KGZ",
        year=year,
        covers=str(year),
        language="ky",
        titles=name,
        names=name,
        publisher=name,
        issued=None,
        licence={"en": ""},
        origin={"en": ""},
        url="",
        topics=(),
        path=Path("source.txt"),
        sha256="",
    )


def findings(held: Edition, *grades: Grade) -> list[Finding]:
    return [
        Finding(
            held,
            Passage(held.id, number, "Сөз.", None, (), (Span(0, 4),)),
            Match("torture", grade, ()),
        )
        for number, grade in enumerate(grades, start=1)
    ]


TORTURE, WOMEN = topic("torture"), topic("women")
HRR15, TIP17, TIP19 = edition("hrr", 2015), edition("tip", 2017), edition("tip", 2019)
EDITIONS = [HRR15, TIP17, TIP19]
FOUND = {
    "torture": [
        *findings(HRR15, Grade.STRONG, Grade.POSSIBLE, Grade.STRONG),
        *findings(TIP17, Grade.POSSIBLE),
    ],
    "women": findings(TIP17, *[Grade.STRONG] * 1200),
}
NOTHING = (
    "no passage found by the words of the topic; this does not mean that nothing "
    "happened"
)
NO_EDITION = "no report of this year in the collection"
MENTIONED = "named in a passage on something else"
NUMBER = "number of passages on the topic"


def states(topics: list[Topic]) -> dict[tuple[str, str, int], tuple[str, int]]:
    return {
        (cell.topic, cell.report, cell.year): (cell.state.value, cell.excerpts)
        for cell in coverage.cells(topics, EDITIONS, FOUND)
    }


def test_a_cell_tells_states_apart() -> None:
    assert states([TORTURE]) == {
        ("torture", "hrr", 2015): ("passages", 3),
        ("torture", "hrr", 2016): ("no-edition", 0),
        ("torture", "hrr", 2017): ("no-edition", 0),
        ("torture", "hrr", 2018): ("no-edition", 0),
        ("torture", "hrr", 2019): ("no-edition", 0),
        ("torture", "tip", 2015): ("no-edition", 0),
        ("torture", "tip", 2016): ("no-edition", 0),
        ("torture", "tip", 2017): ("mentioned", 1),
        ("torture", "tip", 2018): ("no-edition", 0),
        ("torture", "tip", 2019): ("nothing-found", 0),
    }


def test_every_topic_has_its_own_cells() -> None:
    both = states([TORTURE, WOMEN])
    assert len(both) == 20
    assert both["women", "tip", 2017] == ("passages", 1200)
    assert both["women", "hrr", 2015] == ("nothing-found", 0)


def test_the_years_run_through_from_the_first_edition_to_the_last() -> None:
    assert list(tally.years([TIP19, HRR15])) == [2015, 2016, 2017, 2018, 2019]
    assert list(tally.years([TIP17])) == [2017]


def test_one_topic_has_a_row_for_each_report() -> None:
    matrix = coverage.matrix([TORTURE], EDITIONS, FOUND, ENGLISH)
    assert matrix.years == ("2015", "2016", "2017", "2018", "2019")
    assert [row.label for row in matrix.rows] == ["Human rights", "Trafficking"]
    assert [[cell.text for cell in row.cells] for row in matrix.rows] == [
        ["3", NO_EDITION, NO_EDITION, NO_EDITION, NO_EDITION],
        [NO_EDITION, NO_EDITION, MENTIONED, NO_EDITION, NOTHING],
    ]


def test_several_topics_have_a_row_each_over_all_reports() -> None:
    matrix = coverage.matrix([TORTURE, WOMEN], EDITIONS, FOUND, ENGLISH)
    assert [row.label for row in matrix.rows] == ["Torture", "Women"]
    assert [[cell.text for cell in row.cells] for row in matrix.rows] == [
        ["3", NO_EDITION, MENTIONED, NO_EDITION, NOTHING],
        [NOTHING, NO_EDITION, "1,200", NO_EDITION, NOTHING],
    ]


def test_a_year_of_two_reports_shows_the_most_that_any_says() -> None:
    hrr17 = edition("hrr", 2017)
    found = {
        "torture": findings(hrr17, Grade.STRONG, Grade.STRONG),
        "women": [*findings(TIP17, Grade.STRONG), *findings(hrr17, Grade.STRONG)],
    }
    matrix = coverage.matrix([TORTURE, WOMEN], [hrr17, TIP17], found, ENGLISH)
    assert [row.cells[0].text for row in matrix.rows] == ["2", "2"]


def test_the_legend_explains_the_states_in_use_and_no_others() -> None:
    matrix = coverage.matrix([TORTURE], EDITIONS, FOUND, ENGLISH)
    assert [(cell.state, cell.text) for cell in matrix.legend] == [
        (CellState.PASSAGES, NUMBER),
        (CellState.MENTIONED, MENTIONED),
        (CellState.NOTHING, NOTHING),
        (CellState.NO_EDITION, NO_EDITION),
    ]
    full = coverage.matrix([TORTURE], [HRR15], FOUND, ENGLISH)
    assert [cell.state for cell in full.legend] == [CellState.PASSAGES]


def test_silence_never_reads_as_a_zero() -> None:
    matrix = coverage.matrix([TORTURE, WOMEN], EDITIONS, FOUND, ENGLISH)
    for row in matrix.rows:
        for cell in row.cells:
            assert cell.text.lstrip("0")
            assert cell.text.replace(",", "").isdigit() == (
                cell.state is CellState.PASSAGES
            )


@pytest.mark.parametrize("state", CellState)
def test_every_state_has_words_that_explain_it(state: CellState) -> None:
    words = [coverage.describe(state, ENGLISH) for state in CellState]
    assert len(set(words)) == len(CellState)
    assert not coverage.describe(state, ENGLISH)[0].isdigit()


# What the sentences say

TIES = Corpus.open(CORPUS).quoting(["en"])


def state(text: str, *hits: str, grade: Grade = Grade.POSSIBLE) -> str:
    """Return the state of a topic on which one English passage was found."""
    held = shelf.edition("hrr", 2015, language="en")
    found = shelf.finding(text, *hits, of=held, grade=grade)
    (cell,) = coverage.cells([TORTURE], [held], {"torture": [found]}, TIES)
    return cell.state


def test_a_denial_is_told_apart_from_an_incident() -> None:
    assert state("There were no reports of torture.", "torture") == "denials"
    strong = Grade.STRONG
    assert state("There were no reports of it.", grade=strong) == "denials"
    assert state("There were no reports, but men died.", grade=strong) == "passages"
    assert state("No reports of arrests. Police tortured.", "tortured") == "passages"


def test_what_is_said_and_not_how_it_was_found_tells_passages_from_mentions() -> None:
    assert state("Police tortured ten men.", "tortured") == "passages"
    assert state("The plan names many things.", "plan") == "mentioned"
    assert state("The plan names many.", "plan", grade=Grade.STRONG) == "passages"


def test_a_section_that_another_year_has_is_missing() -> None:
    held = [shelf.edition("hrr", year) for year in (2015, 2016)]
    under = shelf.finding("Сөз.", of=held[0])
    cells = coverage.cells([TORTURE], held, {"torture": [under]})
    assert [cell.state for cell in cells] == ["passages", "no-such-section"]


def test_each_country_has_its_cells() -> None:
    held = [shelf.edition(country=code) for code in ("KGZ", "KAZ")]
    cells = coverage.cells([TORTURE], held, {"torture": []})
    assert [cell.country for cell in cells] == ["KAZ", "KGZ"]


def test_a_chapter_whose_heading_is_worded_otherwise_is_there(tmp_path: Path) -> None:
    said = "Милиция кармалгандарды кыйноого алганы кабарланган."
    titles = (
        "1-бөлүм. Инсандын кол тийбестигин урматтоо",
        "B. Дайынсыз жоголуу",
        "C. Кыйноо жана башка катаал же адамдын ар-намысын басмырлаган мамиле же жаза",
        "2-бөлүм. Жарандык эркиндиктерди урматтоо",
        "A. Сөз эркиндиги",
        "6-бөлүм. Дискриминация",
        "Аялдар",
        "Балдар",
        "Майыптар",
    )
    text = "".join(f"{title}\n\n{said}\n\n" for title in titles)
    shelf.add_edition(tmp_path, text, 2021, "ky")
    corpus = Corpus.open(tmp_path)
    known = outline.read(corpus, corpus.editions)
    findings = index.find(corpus, corpus.editions, corpus.select(["torture"]))
    assert known["hrr-2021-kgz-ky"].lacks("torture")
    told = tally.outlines(known, findings)["hrr-2021-kgz-ky"]
    assert not told.lacks("torture")
    assert told.headings["torture"][0].printed == titles[2]
