"""The first page says what the reports say: whole sentences, numbers, advice."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, product

import pypdfium2
import pytest

from briefs.compose.pages import front
from briefs.compose.pages.front import Filled
from briefs.compose.pages.plan import Plan, Words
from briefs.corpus.beside import translations
from briefs.corpus.corpus import Corpus
from briefs.document import Lead
from briefs.exhibits import NO_OWN, Coverage, KeyFigure
from briefs.text.sentences import sentences
from tests.make import sample
from tests.make.alike import standing_for
from tests.make.commands import Built
from tests.make.pages import quoted_on
from tests.make.places import CORPUS

LOCALES = ("ky", "ru", "en")
USUAL, CLEAR = Words(), Words().clear()


@pytest.mark.parametrize(
    ("topic", "locale"),
    standing_for(
        [("torture", "ky")], product(["torture", "hiv", "trafficking"], LOCALES)
    ),
)
def test_the_first_page_of_a_brief_has_whole_sentences_of_its_reports(
    topic: str, locale: str, built: Built
) -> None:
    _, path = built(topic, "-l", locale, "--profile", "brief")
    with pypdfium2.PdfDocument(path) as document:
        found = [*map(letters_of, quoted_on(document[0]))]
    said = [*paragraphs(locale)]
    assert found
    parted = [text for text in found if not any(is_whole(text, one) for one in said)]
    assert parted == []


def paragraphs(locale: str) -> Iterator[list[str]]:
    """Yield the letters of each sentence of the reports, paragraph by paragraph."""
    corpus = Corpus.open(CORPUS)
    for edition in corpus.editions:
        known = None
        if edition.language != locale:
            known = corpus.translations(edition, locale)
        for passage in corpus.passages(edition):
            spans = sentences(passage.text, edition.language)
            texts = [span.of(passage.text) for span in spans]
            if known:
                texts = [
                    entry.text
                    for text in texts
                    for entry in translations.translate(text, edition.language, known)
                    or ()
                ]
            if known or edition.language == locale:
                yield [*map(letters_of, texts)]


def is_whole(text: str, said: list[str]) -> bool:
    """Tell whether a text is whole sentences of a paragraph, one after the other."""
    start = "".join(said).find(text)
    ends = {0, *accumulate(map(len, said))}
    return start in ends and start + len(text) in ends


def letters_of(text: str) -> str:
    """Return the letters of a text alone, whatever divides its lines."""
    return "".join(filter(str.isalnum, text))


# What has room


def plan(height: float, *, leads: int = 2, words: Words = USUAL) -> Plan:
    """Return a plan whose front page is so high."""
    return Plan(page=height - front.HEADLESS, leads=leads, words=words)


def front_of(
    leads: Sequence[Lead],
    room: Plan,
    *,
    tiles: Sequence[KeyFigure] = (),
    advice: Sequence[Lead] = (),
    coverage: Coverage | None = None,
) -> Filled:
    """Fill a front page that says nothing else."""
    return front.filled(
        leads,
        room,
        title="T",
        stand="",
        own=NO_OWN,
        meta="",
        tiles=tiles,
        advice=advice,
        coverage=coverage,
    )


def filled(height: float) -> Filled:
    """Return what a front page shows of six tiles, two leads, three recommendations."""
    tile = sample.BRIEF.key_figures[0]
    lead = sample.BRIEF.leads[0]
    advice = replace(lead, text="Күнөөлүүлөрдү жоопко тартуу. " * 4)
    return front_of([lead, lead], plan(height), tiles=[tile] * 6, advice=[advice] * 3)


@pytest.mark.parametrize("height", range(420, 760, 20))
def test_a_second_row_of_numbers_gives_way_to_what_is_recommended(height: int) -> None:
    shown = filled(height)
    assert shown.leads
    assert len(shown.tiles) in {3, 6}
    if len(shown.advice) < 3:
        assert len(shown.tiles) == 3


def test_the_best_sentence_leads_however_long_it_is() -> None:
    best = replace(sample.LEAD, text="Өкмөт кылмыш жообуна тартты. " * 6)
    shown = front_of(
        [best, sample.LEAD],
        plan(440),
        tiles=sample.KEY_FIGURES,
        advice=[replace(sample.LEAD, text="Күнөөлүүлөрдү жоопко тартуу. " * 9)],
    )
    assert shown.leads == (best,)
    assert not shown.advice


@pytest.mark.parametrize(("height", "words"), [(440, USUAL), (560, CLEAR)])
def test_few_words_alone_on_the_front_are_set_larger_where_they_fit(
    height: float, words: Words
) -> None:
    """Not beside numbers, nor where there are more than are shown."""

    def few(height: float, leads: int = 2, tiles: tuple[KeyFigure, ...] = ()) -> bool:
        return front_of(
            [sample.LEAD, sample.LEAD],
            plan(height, leads=leads, words=words),
            tiles=tiles,
        ).few

    assert few(height)
    assert not few(height, leads=1)
    assert not few(height, tiles=sample.KEY_FIGURES)
    assert not few(height / 2)


def test_clear_print_has_room_for_less() -> None:
    as_usual, clear = (
        front_of(
            [sample.LEAD] * 9,
            plan(700, leads=9, words=words),
            tiles=sample.KEY_FIGURES[:3],
            coverage=sample.BRIEF.coverage,
        )
        for words in (USUAL, CLEAR)
    )
    assert len(clear.leads) < len(as_usual.leads)


NOTED = [
    replace(sample.KEY_FIGURES[0], value=value, note=note)
    for value, note in (
        ("0", "All eight were fraud. "),
        ("8", "One more was fraud."),
        ("9", "All of them were fraud. " * 9),
    )
]


def shown_of(tiles: list[KeyFigure], height: float) -> list[KeyFigure]:
    """Return the numbers that a front page of this height shows, with their notes."""
    shown = front_of([sample.LEAD], plan(height, leads=3), tiles=tiles)
    return list(shown.tiles)


def test_every_number_has_its_note_where_there_is_room() -> None:
    assert shown_of(NOTED, 700) == NOTED


def test_where_it_is_short_a_nought_has_its_note_and_what_is_no_longer() -> None:
    shown = shown_of(NOTED, 360)
    assert [bool(one.note) for one in shown] == [True, True, False]


def test_a_second_row_of_numbers_takes_no_note_from_the_first() -> None:
    second = [replace(one, note=f"Also: {one.note}") for one in NOTED]
    assert shown_of([*NOTED, *second], 520) == NOTED
    assert shown_of([*NOTED, *second], 600) == [*NOTED, *second]


def test_a_note_of_several_numbers_takes_its_room_once() -> None:
    """Said below four numbers it is lower than said under each of two rows."""
    note = (
        "The report says “6 months of the current year”; shown as the first six. " * 3
    )
    alike = [replace(sample.KEY_FIGURES[0], note=note)] * 4
    each = [replace(one, note=f"{n}{note}") for n, one in enumerate(alike)]
    least = [
        min(
            height
            for height in range(300, 800, 5)
            if all(one.note for one in shown_of(some, height))
            and len(shown_of(some, height)) == 4
        )
        for some in (alike, each)
    ]
    assert least[0] < least[1]
