"""Cleaning joins lines and finds headings; it loses no text and corrects none.

`cases/clean` holds small sources with what cleaning makes of them. In a source, ␣ is a
blank that an editor would not show, and ␌ a form feed. `pytest --update-golden` writes
the files anew.
"""

import json
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from briefs.corpus.corpus import Corpus
from briefs.files.resources import data_dir
from briefs.model import Edition, Heading, Passage, Span
from briefs.reading import labels
from briefs.reading import lines as ingest
from briefs.reading import passages as clean
from briefs.reading.account import Fate
from briefs.reading.lines import Reading
from briefs.text.sentences import count_words, squeeze
from tests.conftest import Golden
from tests.make.places import CASES

CLEANED = sorted((CASES / "clean").glob("*.txt"))
MARKER = "=====\n"
EDITIONS = Corpus.open(data_dir("corpus")).editions


@cache
def seed(edition: str) -> tuple[Reading, tuple[Passage, ...]]:
    """Return an edition as read and its passages."""
    found = next(candidate for candidate in EDITIONS if candidate.id == edition)
    reading = ingest.read(found.path)
    return reading, clean.to_passages(reading, edition)


def passages(source: str) -> tuple[Passage, ...]:
    return clean.to_passages(ingest.parse(source), "test")


# Small sources, and what cleaning makes of them.


@pytest.mark.parametrize("case", CLEANED, ids=lambda path: path.stem)
def test_a_source_is_cleaned(case: Path, golden: Golden) -> None:
    caption, source, _ = case.read_text(encoding="utf-8").split(MARKER)
    reading = ingest.parse(source.replace("␣", " ").replace("␌", "\f"))
    golden(case, MARKER.join([caption, source, shown(reading)]))


def shown(reading: Reading) -> str:
    """Show what a source holds, in order: headers, headings, passages."""
    held = [
        *((line.start, f"header: {line.text.strip()}") for line in reading.headers),
        *((title.pieces[0].start, named(title)) for title in clean.headings(reading)),
    ]
    for passage in clean.to_passages(reading, "test"):
        last = passage.headings[-1:]
        run_in = [named(h) for h in last if h.pieces[0].start == passage.source.start]
        page = f" p. {passage.page}" if passage.page else ""
        lines = [*run_in, f"[{passage.number}]{page} {passage.text}"]
        held.append((passage.source.start, "\n".join(lines)))
    return "".join(f"{line}\n" for _, line in sorted(held))


def named(heading: Heading) -> str:
    label = f"({heading.label}) " if heading.label else ""
    return f"{'#' * heading.level} {label}{heading.text}"


def test_an_empty_source_has_nothing() -> None:
    assert passages("") == passages("\n \n") == ()
    assert clean.headings(ingest.parse("")) == ()


def test_a_passage_carries_its_edition_and_counts_from_one() -> None:
    found = passages(f"{'Биринчи ' * 20}абзац.\n\n{'Экинчи ' * 20}абзац.\n")
    assert [(one.edition, one.number) for one in found] == [("test", 1), ("test", 2)]


# No text is lost.


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_every_character_of_a_source_is_accounted_for(edition: Edition) -> None:
    reading, found = seed(edition.id)
    spans = [
        *(piece for passage in found for piece in passage.pieces),
        *(piece for title in clean.headings(reading) for piece in title.pieces),
        *((line.start, line.start + len(line.text)) for line in reading.headers),
    ]
    left = list(reading.text)
    for start, end in spans:
        taken = [index for index in range(start, end) if left[index] == ""]
        assert not any(not reading.text[index].isspace() for index in taken)
        left[start:end] = [""] * (end - start)
    out = clean.contents(reading, "").taken
    rest = [one for one in out if one.fate is not Fate.FURNITURE]
    assert [one.span.of(reading.text) for one in rest] == "".join(left).split()
    assert {one.fate for one in rest} <= {Fate.ADDRESS, Fate.BULLET}


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_a_passage_is_its_slices_of_the_source(edition: Edition) -> None:
    reading, found = seed(edition.id)
    for passage in found:
        slices = "".join(reading.text[start:end] for start, end in passage.pieces)
        assert squeeze(slices) == squeeze(passage.text)
        assert passage.source == (passage.pieces[0].start, passage.pieces[-1].end)
    for title in clean.headings(reading):
        slices = "".join(reading.text[start:end] for start, end in title.pieces)
        assert squeeze(slices) == squeeze(title.printed)


lines = st.lists(
    st.text(alphabet="абвАБ12 .,:;-–•“”()/", max_size=90)
    | st.sampled_from(
        [
            "",
            " ",
            "\f",
            "КОРГОО",
            "а. Сөз Эркиндиги",
            "2-Бөлүм. Эркиндик",
            "Администрация: Бийлик жооп берген жок.",
            "караңыз www.example.org/x.",
            "Бул сап узун, анткени анда көп сөз бар, бирок ал бүткөн эмес жана "
            "кийинки сапка улантылып кетет дагы, анан да бүтпөйт эле",
        ]
    ),
    max_size=30,
)


@given(lines)
@example(["а" * 130, "https://example.org"])
def test_no_text_is_lost_from_any_source(source: list[str]) -> None:
    reading = ingest.parse("\n".join(source))
    held = [
        *(
            (passage.source.start, passage.text)
            for passage in clean.to_passages(reading, "test")
        ),
        *((title.pieces[0].start, title.printed) for title in clean.headings(reading)),
    ]
    kept = squeeze("".join(text for _, text in sorted(held)))
    taken = {i for one in clean.contents(reading, "").taken for i in range(*one.span)}
    wanted = "".join(sign for i, sign in enumerate(reading.text) if i not in taken)
    assert kept == squeeze(wanted)


@given(lines)
def test_what_is_cleaned_is_clean(source: list[str]) -> None:
    for passage in passages("\n".join(source)):
        if labels.opening(passage.text):
            continue  # In an inline list, an item may begin with a sign of its own.
        alone = ingest.parse(passage.text)
        again = [
            *(title.printed for title in clean.headings(alone)),
            *(one.text for one in clean.to_passages(alone, "test")),
        ]
        assert again == [passage.text]


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_cleaning_a_clean_text_changes_nothing(edition: Edition) -> None:
    held = contents(seed(edition.id)[0])
    again = contents(ingest.parse("\n\n".join(text for _, text in held)))
    # What lacks its end in the source looks cut by a page where a paragraph is a line.
    for (_, above), one in pairwise([(False, ""), *held]):
        assert one in again or above[-1] not in ".:”" or one[1][-1] not in ".:”"
    assert squeeze("".join(text for _, text in held)) == squeeze(
        "".join(text for _, text in again)
    )


def contents(reading: Reading) -> list[tuple[bool, str]]:
    """Return headings and passages in order, and whether each is a heading."""
    titles = [
        (one.pieces[0].start, True, one.printed) for one in clean.headings(reading)
    ]
    found = clean.to_passages(reading, "test")
    prose = [(one.source.start, False, one.text) for one in found]
    return [(title, text) for _, title, text in sorted([*titles, *prose])]


# The three seeds.


def test_the_report_of_2015_has_its_sections_with_their_labels_as_printed() -> None:
    reading, found = seed("hrr-2015-kgz-ky")
    titles = clean.headings(reading)
    levels = [title.level for title in titles]
    assert [levels.count(level) for level in (1, 2, 3)] == [9, 14, 22]
    assert [title.label for title in titles if title.label] == [
        *("1 Бөлүм.", "а.", "б.", "в.", "d.", "д.", "е."),
        *("2-Бөлүм.", "a.", "б.", "в.", "г."),
        *("3-Бөлүм.", "4-Бөлүм.", "5-Бөлүм.", "6-Бөлүм."),
        *("7-Бөлүм.", "a.", "б.", "г.", "д."),
    ]
    assert len(found) == 179


def test_the_labels_keep_their_script() -> None:
    reading, _ = seed("hrr-2015-kgz-ky")
    letters = [title.label[0] for title in clean.headings(reading) if title.level == 2]
    latin = [letter for letter in letters if letter.isascii()]
    assert latin == ["d", "a", "a"]


def test_titles_that_wrap_are_whole() -> None:
    reading, _ = seed("hrr-2015-kgz-ky")
    texts = [title.text for title in clean.headings(reading)]
    for beginning, end in {
        "Адамды кыйноо, жана": "жазаларды колдонуу",
        "Жер Которуу Эркиндиги,": "Таандыгы жок Адамдар",
        "Адам Укугун Бузду": "Өкмөттүн Көз карашы",
        "Дискриминациялоо, Коомдун": "Адам менен Соода Кылуу",
    }.items():
        assert sum(t.startswith(beginning) and t.endswith(end) for t in texts) == 1


def test_its_run_in_headings_open_their_passages() -> None:
    _, found = seed("hrr-2015-kgz-ky")
    opened = [
        passage.headings[-1]
        for passage in found
        if passage.headings[-1].level == 4
        and passage.headings[-1].pieces[0] == passage.pieces[0]
    ]
    assert len(opened) == 34
    texts = [heading.text for heading in opened]
    assert "Физикалык шарттар" in texts
    assert "Саясий партиялар менен саясий иштерге катышуу" in texts  # before a digit
    assert "Эрте жана Күчкө Салып Үйлөнтүү" in texts


def test_the_page_of_a_passage_is_the_one_it_begins_on() -> None:
    reading, found = seed("hrr-2015-kgz-ky")
    pages = [passage.page for passage in found if passage.page]
    assert pages == sorted(pages)
    assert (pages[0], pages[-1]) == (1, 38)
    page_of = {line.start: line.page for line in reading.lines}
    crossing = 0
    for passage in found:
        inside = [
            page
            for start, page in page_of.items()
            if passage.source.start <= start < passage.source.end
        ]
        crossing += len(set(inside)) > 1
    assert crossing == 24


def test_hyphens_at_line_ends_are_kept_as_real_ones() -> None:
    _, found = seed("hrr-2015-kgz-ky")
    text = " ".join(passage.text for passage in found)
    for word in ("2010-жыл", "Хизб ут-Тахрир", "үй-бүлө", "Аль-Sarahsi"):
        assert word in text
    assert "премьер- министр" in text  # as the source prints it inside a line


def test_the_report_of_2017_has_five_headings_on_eight_pages() -> None:
    reading, found = seed("tip-2017-kgz-ky")
    assert [
        (title.level, title.text, title.page) for title in clean.headings(reading)
    ] == [
        (1, "КЫРГЫЗ РЕСПУБЛИКАСЫ ҮЧҮН РЕКОМЕНДАЦИЯЛАР", 2),
        (1, "СОТТУК КУУГУНТУК", 2),
        (1, "КОРГОО", 4),
        (1, "АЛДЫН АЛУУ", 6),
        (1, "АДАМДАРДЫ СООДАЛОО", 7),
    ]
    assert len(found) == 25
    assert found[0].headings == ()


def test_the_report_of_2019_gives_each_recommendation_a_passage() -> None:
    reading, found = seed("tip-2019-kgz-ky")
    assert len(clean.headings(reading)) == 6
    assert len(found) == 24
    items = [p for p in found if p.headings[-1].text.endswith("СУНУШТАМАЛАР:")]
    assert len(items) == 11
    assert not any("•" in passage.text for passage in found)
    assert {passage.page for passage in found} == {None}


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_no_passage_is_a_fragment(edition: Edition) -> None:
    _, found = seed(edition.id)
    for passage in found:
        assert passage.text[0].isupper() or passage.text[0] in "“«0123456789"
        assert count_words(passage.text) >= 5
        assert "•" not in passage.text


# English reports, which travel outside the project.


def english(shared: Path) -> Iterator[tuple[Reading, list[dict[str, str]]]]:
    """Yield each report as read with its paragraphs and their headings by hand."""
    sources = sorted((shared / "reports-dev").glob("*_en_HR.txt"))
    if not sources:
        pytest.skip("needs ../shared/reports-dev")
    for path in sources:
        labels = path.with_name(path.name.replace("_en_HR.txt", "_labels.json"))
        yield ingest.read(path), json.loads(labels.read_text(encoding="utf-8"))


def test_english_paragraphs_are_passages_under_their_headings(shared: Path) -> None:
    for reading, judged in english(shared):
        wanted = [
            (
                squeeze(unit["text"]),
                [
                    title
                    for key in ("section", "sub", "subsub", "under")
                    if (title := unit[key])
                ],
            )
            for unit in judged
        ]
        got = [
            (squeeze(one.text), [heading.printed for heading in one.headings])
            for one in clean.to_passages(reading, "test")
        ]
        assert got == wanted


def test_no_english_section_is_swallowed(shared: Path) -> None:
    for reading, _ in english(shared):
        titles = clean.headings(reading)
        sections = [title.label for title in titles if title.level == 1 and title.label]
        assert sections == [f"Section {number}." for number in range(1, 8)]
        letters = "".join(title.label[0] for title in titles if title.level == 2)
        assert regex.fullmatch(r"abcdefabcd(e|ef|efg)?abcde", letters)
        assert len(titles) >= 40


def test_english_passages_are_plausible(shared: Path) -> None:
    for reading, _ in english(shared):
        found = clean.to_passages(reading, "test")
        assert all(passage.text[-1] in ".”)" for passage in found)
        assert all(2 <= count_words(passage.text) <= 300 for passage in found)
        assert {passage.page for passage in found} == {None}


def test_the_pages_of_words_are_those_they_stand_on() -> None:
    found = {passage.number: passage for passage in seed("hrr-2015-kgz-ky")[1]}
    share = found[35].text.index("27%")
    assert found[35].page == 7
    assert found[35].pages_of(Span(share, share + 3)) == (8, 8)
    assert found[93].pages_of(Span(0, len(found[93].text))) == (20, 21)
    assert found[93].pages_of(Span(0, 10)) == (20, 20)


def test_words_of_a_source_without_pages_have_none() -> None:
    (first, *_) = seed("tip-2019-kgz-ky")[1]
    assert first.pages_of(Span(0, 10)) is None


def test_an_address_goes_on_after_the_slash_that_ends_a_line() -> None:
    (found,) = passages(
        "The report on trafficking of the department is at www.state.gov/\n"
        "j/tip/rls/tiprpt/. Estimates of mortality stand at www.who.int/health/\n"
        "and in other reports of the same organization.\n"
    )
    assert "at www.state.gov/j/tip/rls/tiprpt/. Estimates" in found.text
    assert "www.who.int/health/ and in other" in found.text
