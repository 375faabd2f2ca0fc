"""Two years of a report are compared sentence by sentence."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefs.corpus.corpus import Corpus
from briefs.model import Span
from briefs.years import changes
from briefs.years.changes import Change, Kind, differing
from tests.make.shelf import add_edition

SAME = "The law forbids torture, and those who torture go to prison for ten years."
GONE = "A court in the capital sentenced one officer in the spring."
CAME = "Masked men beat a teacher who had written about the mine near his home."
OLD = "Prosecutors received 40 complaints of torture in 2020 and opened three cases."
NEW = "Prosecutors received 55 complaints of torture in 2021 and opened five cases."


def compared(folder: Path, older: str, newer: str) -> tuple[Corpus, list[Change]]:
    for year, text in ((2020, older), (2021, newer)):
        add_edition(folder, f"SUMMARY\n\n{text}\n", year, "en")
    corpus = Corpus.open(folder)
    return corpus, changes.compare(corpus, *corpus.editions)


def told(found: list[Change]) -> list[tuple[str, str | None, str | None]]:
    return [
        (
            str(each.kind),
            each.before.text if each.before else None,
            each.after.text if each.after else None,
        )
        for each in found
    ]


def test_sentences_are_new_dropped_or_reworded(tmp_path: Path) -> None:
    _, found = compared(tmp_path, f"{SAME} {GONE} {OLD}", f"{NEW} {CAME} {SAME}")
    assert told(found) == [
        ("reworded", OLD, NEW),
        ("new", None, CAME),
        ("dropped", GONE, None),
    ]


def test_words_that_only_moved_are_reworded(tmp_path: Path) -> None:
    moved = "In the spring a court in the capital sentenced one officer."
    _, found = compared(tmp_path, GONE, moved)
    assert told(found) == [("reworded", GONE, moved)]


def test_the_words_that_differ_are_marked(tmp_path: Path) -> None:
    _, (change,) = compared(tmp_path, OLD, NEW)
    assert change.before
    assert change.after
    assert [s.of(change.before.text) for s in change.left_out] == [
        "40",
        "2020",
        "three",
    ]
    assert [s.of(change.after.text) for s in change.added] == ["55", "2021", "five"]


def test_what_only_stands_elsewhere_did_not_change(tmp_path: Path) -> None:
    _, found = compared(
        tmp_path, f"{SAME}\n\n{GONE}", f"{GONE}\n\nTorture\n\n{SAME.replace(',', ' –')}"
    )
    assert found == []


def test_changes_are_asked_for_by_either_paragraph(tmp_path: Path) -> None:
    _, found = compared(tmp_path, f"{OLD}\n\n{GONE}", f"{CAME}\n\n{NEW}")
    old = changes.among(found, {("hrr-2020-kgz-en", 1)})
    assert [change.kind for change in old] == [Kind.REWORDED]
    assert changes.among(found, {("hrr-2021-kgz-en", 2)}) == old
    assert changes.among(found, set()) == []


def test_changes_are_the_same_when_they_are_remembered(tmp_path: Path) -> None:
    corpus, found = compared(tmp_path, f"{SAME} {OLD}", f"{NEW} {CAME}")
    assert changes.compare(Corpus.open(tmp_path), *corpus.editions) == found


SENTENCE = st.lists(
    st.sampled_from(["police", "court", "12", "beat", "him"]), min_size=1, max_size=8
).map(" ".join)


@given(SENTENCE, SENTENCE)
def test_without_the_words_that_differ_two_sentences_are_one(
    one: str, two: str
) -> None:
    left_out, added = differing(one, two)

    def rest(text: str, places: tuple[Span, ...]) -> list[str]:
        for start, end in reversed(places):
            text = text[:start] + text[end:]
        return text.split()

    assert rest(one, left_out) == rest(two, added)
