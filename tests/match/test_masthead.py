"""Lines that say whose report it is are no passage on a topic."""

import pytest

from briefs.corpus.corpus import Corpus
from briefs.match import index, masthead
from tests.make.shelf import add_edition, passage, small_corpus

ISSUED = "Annual report of Stop Torture, published on March 3, 2023"
SAID = "Officers tortured four prisoners in the capital, and nobody was charged."


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((ISSUED, SAID), {1}),
        (("Stop Torture", ISSUED, SAID, "Bishkek 2023"), {1, 2}),
        ((SAID, ISSUED), set()),
        (("Torture of prisoners", "Torture of witnesses"), set()),
        ((f"{SAID} " * 4 + "and so on", SAID), set()),
    ],
)
def test_the_masthead_ends_with_the_first_sentence(
    texts: tuple[str, ...], found: set[int]
) -> None:
    given = [passage(text, number) for number, text in enumerate(texts, start=1)]
    assert masthead.lines(given) == found


def test_a_masthead_is_never_found_on_a_topic(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    home = small_corpus(tmp_path_factory.mktemp("masthead"))
    add_edition(home, f"{ISSUED}\n\nTORTURE\n\n{SAID}\n", 2022, "en")
    corpus = Corpus.open(home)
    edition = corpus.edition("hrr-2022-kgz-en")
    found = index.find(corpus, [edition], corpus.select(["torture"]))["torture"]
    assert [one.passage.text for one in found] == [SAID]
