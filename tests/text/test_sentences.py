"""Sentences are the unit of quoting: none is cut in two, none swallows the next."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefs.corpus.corpus import Corpus
from briefs.files.resources import data_dir
from briefs.text import sentences as text
from tests.make.growth import growth
from tests.make.shelf import passages_of

# "|" stands where one sentence ends and the next begins.
KYRGYZ = [
    "Кыйноого жол берилбейт. | Мыйзам тыюу салат.",
    "22-июлда ал кармалган. | 9-июньда бошотулган.",
    "22- июлда ал кармалган. | 2012 - жылы чыгарылган.",
    "Ал 2015-ж. 16-апрелде камалган.",
    "Окуя 2010 ж. Ошто болгон.",
    "Мыйзам 2011 г. кабыл алынган.",
    "Бул жөнүндө 1.г бөлүмдө айтылат (1. д бөлүмдү кара). | Сот каралган жок.",
    "Кара: (2. d. бөлүмүн) жана (7. с. бөлүмдү). | Башкасы жок.",
    "339 млн сом ($ 4,5 млн) уурдалган. | Акы 600 сом болчу ($ 7,96).",
    "Ал 15,338 адамды санады. | 403 адам келди.",
    "Ал “көз жумганы” тууралуу айтты. | Андан кийин кетти.",
    "Ал “Жок.” деди. | “Ооба!” деп жооп беришти.",
    "Эмне үчүн? | Себеби жок! | Ошентип бүттү…",
    "Ал «унчукпа» деди.» | Анан кетти.",
    "А. Аскаров камакта калды. | А. С. Аскаров даттанды.",
    "Ал тапкан.Милиция келди.",
    "Видео Odnaklassniki.ru желеде коюлган. | Аны көрүштү.",
    "Ал кызматтан бошоткон.. | Бул мыйзамды бузду.",
    "Өзбектер болгон . | Бир кармагандан кийин бошотту.",
    "Сот өкүм чыгара .беришкен. | Мыйзам боюнча болбойт.",
    "Тизме: БУУ, ЕККУ ж.б. уюмдар. | Башкалары да бар.",
    "Ал сүйлөдү... анан токтоду. | Бүттү.",
    "Мыйзам талап кылат. – Ал ушинтти.",
    "Ал 5 мин. күттү.",
    "Үйлөр, дүкөндөр ж.б. | Андан кийин тынчыды.",
]
RUSSIAN = [
    "Пытки запрещены законом. | Суд не рассматривал дело.",
    "Он был задержан 22 июля 2015 г. и освобождён. | Суд отложен.",
    "Ст. 305 УК и ч. 2 ст. 306 не применялись. | Дел не было.",
    "Ущерб составил 4,5 млн руб. по курсу. | Дело закрыто.",
    "Выделено 14 млн. 300 тыс. сомов. | Дело закрыто.",
    "Ущерб составил 5 млн. | Суд отказал в иске.",
    "А. С. Аскаров остаётся под стражей. | Его не освободили.",
    "И т.д. и т.п. не считается. | Конец.",
    "«Нет!» – ответил он. | «Да».",
    "Его спросили: «Где?» | Он молчал.",
    "Прокурор, в т.ч. Генеральный, отказал.",
    "Проф. Сидоров осмотрел задержанного.",
    "Об этом см. абз. 3. | Дело закрыли.",
    "Были избиты жители, прохожие и т.д. | Жертв было много.",
    "Он умер в 2010 г. | Дело закрыли.",
    "По данным за 2010 г. Комитет получил 5 жалоб.",
    "Он жил в г. Ош. | Там умер.",
]
ENGLISH = [
    "The law prohibits torture. | Police used it anyway.",
    "Mr. Askarov met Dr. Smith and Gen. Petrov. | He was not released.",
    "The U.S. Government protested, e.g. in May. | Nothing happened.",
    "The wage was 600 som ($7.96). | It rose by 4.5 percent.",
    "See section 1.c. for details (see section 1.d.). | NGOs agreed.",
    "Colony No. 47 was full. | 120 inmates shared a hall.",
    "He said, “No.” | They left.",
    "J. R. Smith was held on Aug. 5 at 6 p.m. by police. | He left.",
    "They were beaten.Police denied it.",
    "Was he tortured? | Yes! | Nobody was tried.",
    "Not applicable.",
    "Officers arrived at 6 p.m. | Police left an hour later.",
    "They met at 6 p.m. Monday in Osh.",
    "See arts. 2 and 4. | They left.",
    "The response was weak.[12] | The prosecutor opened nine cases.",
]
# A full stop glued to the next sentence is where the source forgot a space.
GLUED = {
    "Ал тапкан.Милиция келди.": ["Ал тапкан.", "Милиция келди."],
    "They were beaten.Police denied it.": ["They were beaten.", "Police denied it."],
    "Мыйзам талап кылат. – Ал ушинтти.": ["Мыйзам талап кылат.", "– Ал ушинтти."],
}


def split(written: str, language: str) -> list[str]:
    return [written[start:end] for start, end in text.sentences(written, language)]


@pytest.mark.parametrize(
    ("language", "marked"),
    [("ky", line) for line in KYRGYZ]
    + [("ru", line) for line in RUSSIAN]
    + [("en", line) for line in ENGLISH],
)
def test_a_sentence_ends_where_a_reader_says(language: str, marked: str) -> None:
    written = marked.replace(" | ", " ")
    assert split(written, language) == GLUED.get(marked, marked.split(" | "))


def test_a_language_without_abbreviations_has_sentences_too() -> None:
    assert split("Bu birinchi. Bu 2015-yil. Tamom.", "uz") == [
        "Bu birinchi.",
        "Bu 2015-yil.",
        "Tamom.",
    ]


def clauses(number: int, length: int) -> str:
    return "; ".join(" ".join(["сөз"] * length) for _ in range(number)) + "."


def test_a_list_too_long_to_quote_is_split_at_its_semicolons() -> None:
    long = clauses(number=10, length=10)
    assert text.count_words(long) > text.LONGEST_SENTENCE
    parts = split(long, "ky")
    assert len(parts) == 10
    assert all(part.endswith(";") for part in parts[:-1])


def test_a_list_short_enough_stays_whole() -> None:
    assert len(split(clauses(number=9, length=10), "ky")) == 1


def test_a_long_sentence_without_semicolons_stays_whole() -> None:
    assert len(split("Бул " + "сөз, " * 100 + "аягы.", "ky")) == 1


def test_a_semicolon_inside_a_word_splits_nothing() -> None:
    long = "Бул " + "сөз " * 100 + "а;б аягы."
    assert len(split(long, "ky")) == 1


def test_nothing_has_no_sentences() -> None:
    assert text.sentences("", "ky") == ()
    assert text.sentences(" \n\t", "ky") == ()


written = st.text(
    alphabet=st.one_of(
        st.sampled_from(" \n.!?…;:,“”»)(-–0159"), st.sampled_from("АБгдңөүTheU.S")
    ),
    max_size=400,
)


@given(written, st.sampled_from(["ky", "ru", "en", "uz"]))
@example("А. Б", "ky")
def test_sentences_stand_in_order_and_hold_every_character(
    source: str, language: str
) -> None:
    spans = text.sentences(source, language)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    whole = "".join(source[start:end] for start, end in spans)
    assert text.squeeze(whole) == text.squeeze(source)
    for start, end in spans:
        assert source[start:end] == source[start:end].strip() != ""


@given(st.text())
def test_squeezing_leaves_the_letters_alone(source: str) -> None:
    once = text.squeeze(source)
    assert not any(letter.isspace() for letter in once)
    assert text.squeeze(f" {source}\n") == once


def test_squeezing_makes_one_of_two_spellings_of_a_letter() -> None:
    assert text.squeeze("и\u0306") == text.squeeze("й")


def test_words_are_what_stands_between_blanks() -> None:
    assert text.count_words("22- июлда  ал\nкелди.") == 4
    assert text.count_words(" ") == 0


@pytest.fixture(scope="module")
def seeds() -> list[str]:
    folder: Path = data_dir("corpus")
    return [
        passage.text
        for edition in Corpus.open(folder).editions
        for passage in passages_of(edition)
    ]


def test_the_seeds_have_no_sentence_that_begins_in_the_middle(
    seeds: list[str],
) -> None:
    small = [
        sentence
        for passage in seeds
        for sentence in split(passage, "ky")
        if sentence[0].islower() and ";" not in passage
    ]
    assert small == []


def test_almost_every_sentence_of_the_seeds_can_be_quoted_whole(
    seeds: list[str],
) -> None:
    lengths = [text.count_words(part) for one in seeds for part in split(one, "ky")]
    assert len(lengths) == 760
    assert max(lengths) == 73


def test_splitting_takes_time_in_proportion_to_the_text() -> None:
    piece = "Он умер в 2010 г. Дело закрыли и т.д. Суд отложен на 5 мин. "

    def split(long: str) -> None:
        text.sentences.cache_clear()
        text.sentences(long, "ru")

    assert growth(lambda times: split(piece * times), 200) < 8
