"""Nothing that a person sees in a brief can be changed: tried on five whole briefs."""

import io
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pikepdf
import pytest

from briefs.verify.comparing import compare
from briefs.verify.proof import Verdict
from tests.make import forgeries
from tests.make.commands import run
from tests.make.forgeries import Change, Place, changed

DENYING = {
    "en": ["not", "no", "none", "never"],
    "ky": ["жок", "эмес", "эч"],
    "ru": ["не", "нет", "ни", "без"],
}
BRIEFS = [
    ("trafficking", "en", "brief"),
    ("trafficking", "ky", "large-print"),
    ("torture", "ru", "handout"),
    ("detention", "en", "booklet"),
    ("women", "ky", "brief"),
]
ALIKE = ["уү", "нң", "оө", "68", "38", "17", "ce", "il", "LM", "ЛМ", "LМ", "шщ", "0O"]
"""Letters that a hurried reader takes for one another."""


def built(folder: Path, topic: str, locale: str, profile: str) -> bytes:
    path = folder / "brief.pdf"
    words = ["build", topic, "-l", locale, "--profile", profile, "-o", path]
    made = run(*words, "--date", "2026-11-26")
    assert (made.code, made.err) == (0, "")
    return path.read_bytes()


@pytest.fixture(scope="module", params=BRIEFS, ids=" ".join)
def brief(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[bytes, str]:
    topic, locale, profile = request.param
    return built(tmp_path_factory.mktemp("brief"), topic, locale, profile), locale


TURNS = {"digits": 64}
"""Places of one turn lie so many digits apart, that is in different words.

Denials, 8 apart, lie in different words anyway.
"""


def turns(pdf: bytes, kind: str) -> Iterator[list[Place]]:
    """Yield, turn by turn, places of each page that lie in different words."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        waiting = [
            (
                number,
                list(forgeries.flips(page, "0123456789"))
                if kind == "digits"
                else list(forgeries.negations(page, DENYING[kind])),
            )
            for number, page in enumerate(document.pages)
        ]
    apart = TURNS.get(kind, 8)
    for first in range(apart):
        turn = [
            (number, *place)
            for number, places in waiting
            for place in places[first::apart]
        ]
        if turn:
            yield turn


@pytest.mark.thorough
def test_no_digit_and_no_denial_can_be_changed(
    brief: tuple[bytes, str], record_property: Callable[[str, object], None]
) -> None:
    """Each digit of each page has its turn; each that is changed is named by page."""
    pdf, locale = brief
    tried = Counter[str]()
    for kind in ("digits", locale):
        for turn in turns(pdf, kind):
            forged = changed(pdf, forgeries.with_letters(turn))
            verdict, found = compare.pdf(forged, pdf)
            assert verdict is Verdict.CHANGED
            told = Counter(each.page for each in found if each.kind == "text")
            altered = Counter(number + 1 for number, *_ in turn)
            assert told.keys() == altered.keys()
            assert told >= altered  # one digit may be told of two lines
            tried[kind] += len(turn)
    record_property("none accepted of", dict(tried))
    assert tried["digits"] > 40


def alike(pdf: bytes) -> Iterator[tuple[str, Change]]:
    """Yield the first place of each letter that another is taken for."""
    seen: set[str] = set()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for number, page in enumerate(document.pages):
            known = {str(f): forgeries.codes(page, str(f)) for f in page.Resources.Font}
            for start, font, letter in forgeries.letters(page):
                for pair in ALIKE:
                    other = pair.replace(letter, "") if letter in pair else ""
                    if other and other in known[font] and pair not in seen:
                        seen.add(pair)
                        yield pair, forgeries.seen_as(number, start, font, other)


@pytest.mark.thorough
def test_a_letter_that_only_looks_like_another_is_found(
    brief: tuple[bytes, str],
) -> None:
    pdf, _ = brief
    tried = list(alike(pdf))
    assert len(tried) > 3
    for pair, change in tried:
        verdict, found = compare.pdf(changed(pdf, change), pdf)
        assert verdict is Verdict.CHANGED, pair
        assert {"look", "text"} & {one.kind for one in found}, pair


@pytest.mark.thorough
def test_a_bar_of_a_chart_cannot_grow(tmp_path: Path) -> None:
    pdf = built(tmp_path, "trafficking", "en", "brief")
    verdict, found = compare.pdf(changed(pdf, forgeries.bar_grown(0)), pdf)
    assert verdict is Verdict.CHANGED
    assert (found[0].page, found[0].kind) == (1, "look")


@pytest.mark.thorough
def test_words_cannot_be_added_in_the_letters_of_the_page(tmp_path: Path) -> None:
    pdf = built(tmp_path, "trafficking", "en", "handout")
    verdict, found = compare.pdf(changed(pdf, forgeries.words_added()), pdf)
    assert verdict is Verdict.CHANGED
    assert (found[0].page, found[0].kind) == (1, "text")


def test_letters_most_alike_are_told_apart_as_they_are_seen(tmp_path: Path) -> None:
    """A machine reads the old letter, a person sees the other: one of each pair."""
    pdf = built(tmp_path, "hiv", "ky", "handout")
    tried = list(islice(alike(pdf), 3))
    assert tried
    for pair, change in tried:
        verdict, found = compare.pdf(changed(pdf, change), pdf)
        assert verdict is Verdict.CHANGED, pair
        assert {"look", "text"} & {one.kind for one in found}, pair
