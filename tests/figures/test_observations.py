"""A figure that a report prints again is the figure of the year it was first told."""

from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.figures import observations
from briefs.model import Basis
from tests.make.shelf import add_edition, small_corpus

SAID = "Prosecutors received 62 complaints of torture and opened nine cases."


def test_a_figure_in_a_repeated_sentence_keeps_its_first_period(tmp_path: Path) -> None:
    home = small_corpus(tmp_path)
    for year in (2021, 2022):
        add_edition(home, f"SUMMARY\n\nTorture\n\n{SAID}\n", year, "en")
    corpus = Corpus.open(home)
    editions = [e for e in corpus.editions if e.year > 2020]
    told = [
        (edition.year, figure.period, figure.period_basis, figure.repeats)
        for edition, _, figure in observations.every(corpus, editions, {})
        if figure.value == 62
    ]
    assert told == [
        (2021, "2021", Basis.EDITION, None),
        (2022, "2021", Basis.CARRIED, "hrr-2021-kgz-en"),
    ]
