"""Which sentences stand on page 1 of a report that nobody has chosen any from."""

from pathlib import Path

import tinyhtml5

from tests.make.commands import run
from tests.make.shelf import add_edition, small_corpus

GRAVE = (
    "Police officers tortured a man in a cell of the city station until he confessed.",
    "A prisoner died of torture in the northern colony, his relatives told reporters.",
)
MILD = "The national center against torture moved into another office in the capital."
BEATEN = "In May border guards tortured two Tajik teenagers from a village on the lake."
FREED = "The teenagers were released after an hour of torture with minor injuries."


def test_what_is_not_grave_leads_after_what_is(tmp_path: Path) -> None:
    leads = leads_of(f"{MILD}\n\n{' '.join(GRAVE)}", tmp_path)
    assert set(leads[:2]) == set(GRAVE)


def test_nobody_leads_who_was_counted_in_the_sentence_before(tmp_path: Path) -> None:
    assert leads_of(f"{BEATEN} {FREED}", tmp_path) == [BEATEN]


def leads_of(text: str, folder: Path) -> list[str]:
    home = small_corpus(folder / "corpus")
    add_edition(home, f"SUMMARY\n\nTorture\n\n{text}\n", 2021, "en")
    file = folder / "brief.html"
    how = "--years", "2021", "-l", "en", "--corpus", home
    done = run("build", "torture", *how, "-o", file)
    assert done.code == 0, done.err
    page = tinyhtml5.parse(file.read_text("utf-8"), namespace_html_elements=False)
    said = page.iterfind(".//div[@class='lead']//q")
    return ["".join(each.itertext()) for each in said]
