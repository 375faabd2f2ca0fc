"""What years repeat is quoted once, in its newest form, with all its years."""

from pathlib import Path

from briefs.compose import brief as compose
from briefs.compose.changes import years
from briefs.compose.excerpts import repeats
from briefs.compose.excerpts.cuts.cutting import cut
from briefs.compose.excerpts.repeats import Years
from briefs.document import Brief, excerpts_of
from briefs.i18n import locale as i18n
from briefs.text.sentences import sentences
from briefs.years.likeness import key
from tests.compose.test_brief import material, order
from tests.make.shelf import add_edition, small_corpus

HEAD = "SUMMARY\n\nThe country has a parliament.\n\nTorture\n\n"
OLD = "Officers in the south tortured detainees to make them confess to crimes."
GONE = "A court in the capital sentenced one officer for torture in the spring."
NEW = "Masked men tortured a teacher who had written about the mine near his home."
END = "No inquiry into torture led to a sentence within the year, lawyers said."


def corpus(folder: Path) -> Path:
    home = small_corpus(folder)
    for year, said in (
        (2021, f"{OLD} {GONE}"),
        (2022, f"{OLD} {GONE}"),
        (2023, f"{NEW} {OLD} {END}"),
    ):
        add_edition(home, f"{HEAD}{said}\n", year, "en")
    return home


def brief(folder: Path, *topics: str) -> Brief:
    topics = topics or ("torture",)
    return compose.compose(material(*topics, folder=folder), order("en"))


def quoted(made: Brief) -> dict[str, str]:
    """Return what is said of the years of each part that is quoted."""
    return {
        part: item.repeated
        for chapter in made.chapters
        for item in excerpts_of(chapter)
        for part in item.parts
    }


def test_a_sentence_stands_in_the_newest_edition_that_has_it(tmp_path: Path) -> None:
    told = quoted(brief(corpus(tmp_path)))
    assert told[GONE] == "word for word in 2021–2022"
    assert told[f"{NEW} {OLD} {END}"] == "in part in 2021–2022"


def test_no_sentence_stands_twice_in_a_brief_on_two_topics(tmp_path: Path) -> None:
    home = corpus(tmp_path)
    both = "Domestic violence is torture, a court of the capital said in its ruling."
    add_edition(home, f"{HEAD}{both}\n\nWomen\n\n{both}\n", 2024, "en")
    made = brief(home, "torture", "women")
    said = [
        key(span.of(part)) for part in quoted(made) for span in sentences(part, "en")
    ]
    assert len(said) == len(set(said))
    assert key(both) in said


def test_what_is_new_is_chosen_before_what_is_repeated(tmp_path: Path) -> None:
    known = material("torture", folder=corpus(tmp_path))
    cuttings = [cutting for one in known.findings["torture"] if (cutting := cut(one))]
    weights = {
        after.finding.edition.year: after.weight - before.weight
        for before, after in zip(
            cuttings, repeats.novel(cuttings, known.sayings), strict=True
        )
    }
    assert weights[2022] == 0
    assert weights[2023] > repeats.NOVEL / 2


def test_years_are_told_with_gaps_and_degrees() -> None:
    english = i18n.load("en")
    told = Years(frozenset({2016, 2017, 2018, 2020}), frozenset({2015}), frozenset())
    assert years.repeated(told, english) == (
        "word for word in 2016–2018, 2020; in nearly the same words in 2015"
    )
