"""Troubles of real files, one a test: what is text stays text, and nothing else does.

`cases/files` holds a small source for each, invented in the style of official reports.
"""

import pytest

from briefs.corpus.corpus import Corpus
from briefs.reading import intruders
from briefs.reading import passages as clean
from briefs.reading import source as sources
from briefs.reading.language import is_garbled
from briefs.reading.lines import parse
from briefs.reading.passages import Contents
from briefs.tasks.adding import outline
from tests.make.places import CASES, CORPUS


def held(name: str) -> Contents:
    path = CASES / "files" / f"{name}.txt"
    return clean.contents(parse(path.read_bytes().decode()), "test")


def texts(name: str) -> list[str]:
    return [passage.text for passage in held(name).passages]


@pytest.mark.parametrize("name", ["udhr122_feed", "udhr122_nofeed"])
def test_page_numbers_are_no_part_of_a_sentence(name: str) -> None:
    (text,) = texts(name)
    assert "police used electric shocks" in text
    assert not any(sign.isdigit() for sign in text)


@pytest.mark.parametrize("name", ["pdfoxide553_foot", "pdfoxide553_top"])
def test_page_n_of_m_is_left_out_of_the_sentence(name: str) -> None:
    (text,) = texts(name)
    assert "page" not in text
    assert "used electric shocks to extract" in text


def of(text: str) -> Contents:
    return clean.contents(parse(text), "test")


PAGES = (
    "The police beat detainees in the city of the\n{}\n\f"
    "north, and doctors did not record the injuries of those who were\n{}\n\f"
    "held there. Lawyers complained to the prosecutor about the\n{}\n\fcases.\n"
)
TITLE = "Annual report on human rights"


@pytest.mark.parametrize(
    "feet",
    [
        (". 3 .", ". 4 .", ". 5 ."),
        ("< 3 >", "< 4 >", "< 5 >"),
        (f"xii  {TITLE}", f"xiii  {TITLE}", f"xiv  {TITLE}"),
        (f"{TITLE} ii", f"{TITLE} iii", f"{TITLE} iv"),
        (f"12 | {TITLE}", f"13 | {TITLE}", f"14 | {TITLE}"),
    ],
)
@pytest.mark.parametrize("feed", ["\f", ""])
def test_the_foot_of_a_page_is_left_out_in_whatever_form(
    feet: tuple[str, ...], feed: str
) -> None:
    (passage,) = of(PAGES.format(*feet).replace("\f", feed)).passages
    assert "city of the north, and doctors" in passage.text
    assert "who were held there" in passage.text
    assert not any(sign.isdigit() for sign in passage.text)
    assert TITLE not in passage.text


def test_two_numbers_in_turn_inside_sentences_are_pages() -> None:
    found = of(
        "The police beat detainees in the northern\ncity, and doctors did not record "
        "the\n3\ninjuries of those who were held there, which\nlawyers reported to the "
        "prosecutor of the\n4\ndistrict in the same month.\n"
    )
    assert "record the injuries" in found.passages[0].text
    assert "of the district" in found.passages[0].text


@pytest.mark.parametrize("form", ["{}° ", "{}º ", "{}/ ", "{} - ", "> ", ">> "])
def test_an_item_has_its_label_in_whatever_form(form: str) -> None:
    items = ["The state should act.", "The police should stop.", "Courts should judge."]
    text = "\n".join(form.format(n) + item for n, item in enumerate(items, 1))
    found = of(f"Recommendations\n\n{text}\n").passages
    assert [passage.text for passage in found] == items
    assert [p.label for p in found] == [form.format(n).strip() for n in (1, 2, 3)]


def test_items_with_letters_that_end_like_sentences_are_no_headings() -> None:
    found = of(
        "Рекомендации\n\nПравительству следует:\na. Ратифицировать конвенцию;\n"
        "b. Расследовать жалобы на пытки;\nc. Обучить сотрудников милиции.\n"
    )
    assert [heading.text for heading in found.headings] == ["Рекомендации"]
    assert [passage.label for passage in found.passages] == ["", "a.", "b.", "c."]


def test_raised_notes_stand_apart_and_square_meters_stay() -> None:
    found = of(
        "Each prisoner had 2.5 m² of space.¹ Cells of 12 м² held ten.²\n\n"
        "¹ Interview with a lawyer, March 2019.\n² Letter of the prosecutor.\n"
    )
    (passage,) = found.passages
    assert passage.text == "Each prisoner had 2.5 m² of space. Cells of 12 м² held ten."
    assert [note.text[0] for note in found.notes] == ["¹", "²"]


def asked(text: str) -> list[tuple[int, str]]:
    """Return the numbers of a text that are asked about, by the package's lists."""
    known = Corpus.open(CORPUS).adjectives["ru" if "о" in text else "en"]
    return list(intruders.numbers([text], known))


@pytest.mark.parametrize(
    "text",
    [
        "Lawyers told of beatings in the temporary 3 detention center of the city.",
        "Адвокаты сообщили об избиениях в изоляторе временного 17 содержания города.",
    ],
)
def test_a_number_that_parts_two_words_of_a_phrase_is_asked_about(text: str) -> None:
    assert [place for place, _ in asked(text)] == [0]


@pytest.mark.parametrize(
    "text",
    [
        "Police detained an additional 3 people and at least 12 protesters in May.",
        "The court sentenced the first 3 officers to 10 years under article 5 there.",
        "Всего 3 человека получили компенсацию, у которого 3 детей и около 20 родных.",
    ],
)
def test_a_number_that_counts_is_not_asked_about(text: str) -> None:
    assert asked(text) == []


def test_a_number_between_dashes_is_a_page_number() -> None:
    found = held("dash_page_ky")
    assert found.headings == ()
    assert "баш тартышкан" in found.passages[0].text


def test_a_line_that_comes_back_is_kept_where_it_belongs_to_a_sentence() -> None:
    law = texts("header_eats_law")
    assert len(law) == 4
    assert all("лишением свободы на срок до пяти лет" in text for text in law)
    (numbers,) = texts("header_eats_stats")
    assert all(f"opened {n} criminal cases" in numbers for n in (31, 12, 9))


def test_a_year_is_no_page() -> None:
    found = held("header_eats_nofeed")
    assert [h.text for h in found.headings] == ["Year 2018", "Year 2019", "Year 2020"]
    assert len(found.passages) == 6


def test_words_divided_at_line_ends_are_whole() -> None:
    russian, english = texts("hyphen_end_ru")[0], texts("hyphen_end_en")[0]
    assert "правозащитников, к задержанным применяли пытки" in russian
    assert "северо-восточной" in russian
    assert "rights-based" in english
    assert "pre- and post-trial" in english
    assert "detainees spoke of torture by police officers" in english
    assert "айтымында" in texts("hyphen2010_end_ky")[0]
    soft = texts("shy_hyphen_end")[0]
    assert all(word in soft for word in ("over-crowded", "detainees", "long-term"))


def test_where_a_program_divides_words_each_division_is_undone() -> None:
    parts = ["cover", "age", "UN", "HCR", "short", "age", "pass", "port", "over", "see"]
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    divided = "".join(f"The report on {a}\u2010\n{b} of age. " for a, b in pairs)
    text = of(f"{divided}UNHCR told it: cover, port, short, pass, over, see.").passages
    said = " ".join(passage.text for passage in text)
    assert all(f"on {a}{b} of" in said for a, b in pairs)


def test_invisible_characters_and_joined_letters_are_normalised() -> None:
    assert "кыйноого кабылганын айтышкан" in texts("shy_ky")[0]
    assert "tortured in custody by officers" in texts("c_zwsp")[0]
    assert "human trafficking" in texts("lig")[0]


@pytest.mark.parametrize("sign", ["crlf", "cr", "nel", "u2028", "vt"])
def test_a_line_ends_as_on_any_system(sign: str) -> None:
    assert len(texts(f"le_{sign}")) == 3


def test_an_empty_line_parts_paragraphs_of_any_length() -> None:
    assert len(texts("short_paras_dots")) == 5


def test_items_without_full_stops_are_no_headings() -> None:
    found = held("short_paras")
    assert [h.text for h in found.headings] == [
        "Recommendations to the Government",
        "Recommendations to the Parliament",
    ]
    counts = [passage.headings[-1].text for passage in found.passages]
    assert [counts.count(h.text) for h in found.headings] == [4, 2]


def test_an_item_begins_with_any_sign() -> None:
    found = held("bullets").passages
    assert [one.label for one in found] == ["", "–", "–", "*", "·", "o", "1)", "a)"]
    assert found[1].text == "to investigate every complaint of torture"


def test_the_bullet_of_a_word_processor_is_a_bullet() -> None:
    assert not any("\uf0b7" in text for text in texts("c_pua"))


def test_headings_bear_numbers_of_any_form() -> None:
    found = held("num_markers")
    assert [h.label for h in found.headings] == ["1:", "1.1", "2 -", "(3)", "II.", "4)"]
    assert [p.headings[-1].text for p in found.passages] == [
        h.text for h in found.headings
    ]


def test_headings_may_run_on_end_in_a_full_stop_or_begin_small() -> None:
    assert [h.text for h in held("heads_split").headings] == [
        "Respect for the Integrity of the Person, Including Freedom from Torture and "
        "Other Cruel, Inhuman or Degrading Treatment",
        "Disappearance.",
        "freedom of assembly",
        "PRISON CONDITIONS.",
    ]


def test_a_table_of_contents_is_left_out_and_the_next_heading_is_not() -> None:
    found = held("toc")
    assert [h.text for h in found.headings] == ["Torture and ill-treatment"]
    assert len(found.passages) == 1


def test_numbers_of_paragraphs_are_labels_of_the_text_after_them() -> None:
    first = held("un_recs_en").passages[0]
    assert (first.label, first.text[:9]) == ("76.50.", "Adopt all")
    labels = [passage.label for passage in held("un_numbered").passages]
    assert labels == ["1.", "2.", "5.", "(a)", "(b)", "6."]


def test_notes_stand_apart_and_leave_no_mark() -> None:
    found = held("footnotes")
    (passage,) = found.passages
    assert "northern city, and the prosecutor" in passage.text
    assert "police used electric shocks" in passage.text
    assert [note.text[:12] for note in found.notes] == ["12 Interview", "13 Letter of"]


def test_columns_are_read_one_after_the_other() -> None:
    left, right = texts("two_columns")
    assert left.endswith("of torture in that year.")
    assert right.startswith("The hotline for women had more calls")


def test_the_rows_of_a_table_stand_under_its_head() -> None:
    rows = held("table_text").passages[:3]
    assert [row.text for row in rows] == [
        "2018 435 31 0",
        "2019 171 12 2",
        "2020 143 9 1",
    ]
    assert {row.headings[-1].text for row in rows} == {
        "Year Complaints Cases opened Convictions"
    }


def test_an_address_stands_in_its_sentence() -> None:
    first, second = texts("email_in_quote")
    assert "stands at https://example.org/reports/2021" in first
    assert second.startswith("The coalition (www.example.org) documented")


def test_the_printed_page_is_the_one_that_is_cited() -> None:
    (passage,) = held("printed_pages").passages
    assert [start.page for start in passage.pages] == [41, 42, 43, 44]


@pytest.mark.parametrize("name", ["moji", "moji2", "moji3"])
def test_a_text_in_a_wrong_encoding_is_known(name: str) -> None:
    assert is_garbled((CASES / "files" / f"{name}.txt").read_bytes().decode())


@pytest.mark.parametrize("name", ["c_fffd", "c_obj"])
def test_a_lost_character_is_warned_of(name: str) -> None:
    source = sources.read(CASES / "files" / f"{name}.txt")
    told = outline.warnings(source, held(name), "en", intruders.NONE)
    assert any("where another character was lost" in str(one) for one in told)


def test_signs_of_any_script_stay_as_they_are() -> None:
    first, second, *_ = texts("glyphs")
    assert "김철수" in first
    assert "გიორგი" in second
    assert "тергѳѳчүлөр" in texts("ky_letters")[0]


def test_a_number_that_may_be_a_page_or_a_count_stays() -> None:
    assert "the temporary 3 detention centre" in texts("udhr122_inline")[0]


LONG = "в. Кыйноо жана башка катаал, адамгерчиликсиз же кадыр-баркты басмырлаган мамиле"


@pytest.mark.parametrize("width", [70, 90, 400])
def test_a_long_labelled_heading_is_not_swallowed(width: int) -> None:
    body = "Мыйзам кыйноого тыюу салат, бирок милиция аны колдонгон деп айтылат. " * 3
    wrapped = "\n".join(body[i : i + width] for i in range(0, len(body), width))
    found = clean.contents(parse(f"{body}\n\n{LONG} же жазалар\n\n{wrapped}\n"), "test")
    assert [h.label for h in found.headings] == ["в."]


COLUMNS = """\
The police of the northern city        Journalists said that officials
beat detainees during questioning,     threatened them after reports on
and nobody was charged with it.        customs, and two papers closed.

Courts acquitted three officers of     Women seldom filed complaints of
torture, and no prosecutor has         violence, as a survey found.
appealed against the decision.
                                       Crisis centers were full.
The ministry did not answer.

Section 2. Freedom of Assembly

Nobody was punished for the meeting in the square in the capital city.
"""


def test_where_a_column_has_a_blank_line_the_other_goes_on_beside_it() -> None:
    found = clean.contents(parse(COLUMNS), "test")
    texts = [passage.text for passage in found.passages]
    assert "beat detainees during questioning, and nobody was charged with it." in (
        texts[0].removeprefix("The police of the northern city ")
    )
    assert not any("detainees" in text and "threatened" in text for text in texts)
    assert texts[-1].startswith("Nobody was punished")
    assert [heading.text for heading in found.headings] == ["Freedom of Assembly"]


@pytest.mark.parametrize(
    "mark",
    ["Page {n} of 9", "стр. {n}", "{n}-бет", "— {n} —", "Annual Report 2018 {n}"],
)
def test_a_line_that_says_it_numbers_a_page_is_none_of_the_text(mark: str) -> None:
    said = [
        f"{name} heard many cases of torture in the northern districts of the country\n"
        "and acquitted all officers."
        for name in ("The court of Osh", "The city court", "A higher court")
    ]
    pages = [f"{text}\n\n{mark.format(n=n)}" for n, text in enumerate(said, 1)]
    found = clean.contents(parse("\n\n".join(pages)), "test")
    assert [p.text for p in found.passages] == [t.replace("\n", " ") for t in said]
    assert found.headings == ()


def test_titles_with_a_rising_number_are_no_pages() -> None:
    for title in ("Year {}", "Chapter {}", "Case study {}"):
        parts = [f"{title.format(n)}\n\nThe court heard it." for n in (1, 2, 3)]
        assert len(clean.contents(parse("\n\n".join(parts)), "test").headings) == 3
