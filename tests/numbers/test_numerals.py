"""Numbers are read whatever way they are written."""

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefs.corpus.corpus import Corpus
from briefs.figures.candidates import candidates
from briefs.numbers.grammars.load import load
from briefs.numbers.numeral import Numeral
from briefs.numbers.numerals import numerals
from tests.make import counting
from tests.make.alike import standing_for
from tests.make.growth import growth
from tests.make.places import CORPUS
from tests.quality.measure_figures import edition, passage

LANGUAGES = ("ky", "ru", "en")


def read(text: str, language: str = "ky") -> tuple[Numeral, ...]:
    return numerals(text, load(Corpus.open(CORPUS), language).lexis)


def values(text: str, language: str = "ky") -> list[float]:
    return [numeral.value for numeral in read(text, language)]


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        *(("ky", mark) for mark in " ,.\u00a0\u202f"),
        ("ru", " "),
        ("ru", "."),
        ("en", ","),
    ],
)
@given(number=st.integers(0, 10**10))
def test_a_grouped_number_is_read_back(language: str, mark: str, number: int) -> None:
    text = f"{number:,}".replace(",", mark)
    assert values(f"({text})", language) == [number]


@pytest.mark.parametrize(("language", "point"), [("ky", ","), ("ru", ","), ("en", ".")])
@given(number=st.integers(0, 99_999), hundredths=st.integers(0, 99))
def test_a_decimal_is_read_back(
    language: str, point: str, number: int, hundredths: int
) -> None:
    text = f"{number}{point}{hundredths:02}"
    assert values(f"{text}%", language) == [float(f"{number}.{hundredths:02}")]


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=st.integers(0, 10**7))
def test_plain_digits_are_read_back(language: str, number: int) -> None:
    assert values(f"– {number} –", language) == [number]


# Small numbers and round ones are as likely as any others.
COUNTS = st.one_of(
    st.integers(1, 1200),
    st.integers(1, 10**9),
    st.builds(
        lambda n, zeros: min(n * 10**zeros, 10**9),
        st.integers(1, 999),
        st.integers(1, 6),
    ),
)


@given(COUNTS, st.sampled_from(counting.CASES), st.booleans())
def test_every_kyrgyz_number_is_read_back_in_every_form(
    number: int, case: str, possessed: bool
) -> None:
    *rest, last = counting.in_kyrgyz(number).split()
    word = counting.inflected(last, case, possessed=possessed)
    text = " ".join([*rest, word])
    assume(text not in ("үчүн", "бирге", "бирде"))  # for, together, some time
    assume(not (number == 100 and possessed))  # "жүзү": his face
    assert values(text) == [number]


@given(COUNTS)
def test_kyrgyz_collectives_are_read_back(number: int) -> None:
    text = counting.collective(counting.in_kyrgyz(number))
    assume(text is not None)
    (numeral,) = read(str(text))
    assert (numeral.value, numeral.nominal) == (number, True)


@given(COUNTS, st.sampled_from(counting.RU_CASES), st.booleans())
def test_every_russian_number_is_read_back_in_every_case(
    number: int, case: str, dots: bool
) -> None:
    text = counting.in_russian(number, case)
    assume(text != "семью")  # a family
    assert values(text if dots else text.replace("ё", "е"), "ru") == [number]


@given(COUNTS, st.sampled_from([" and ", " "]), st.sampled_from([", ", " "]))
def test_every_english_number_is_read_back(number: int, link: str, comma: str) -> None:
    text = counting.in_english(number, link=link, comma=comma)
    assert values(text, "en") == [number]


MIXED = {
    "ky": (("млрд", "млн", "миң"), ("миллиард", "миллион", "миң")),
    "ru": (("млрд", "млн", "тыс."), ("млрд.", "млн.", "тыс.")),
    "en": (("billion", "million", "thousand"),),
}


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=COUNTS, data=st.data())
def test_digits_and_words_together_are_read_back(
    language: str, number: int, data: st.DataObject
) -> None:
    names = data.draw(st.sampled_from(MIXED[language]))
    text = counting.mixed(number, dict(zip(counting.THOUSANDS, names, strict=True)))
    assert values(text, language) == [number]


@given(st.text("0123456789.,-– %$()млнмиң жүзонэкиотуз", max_size=40))
def test_the_spans_of_numbers_never_overlap(text: str) -> None:
    found = read(text)
    for earlier, later in itertools.pairwise(found):
        assert earlier.span.start < earlier.span.end <= later.span.start


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ky", "339 млн", 339e6),
        ("ky", "бир жарым", 1.5),
        ("ky", "он бир", 11),
        ("ky", "Алтымыш беш миң", 65_000),
        ("ru", "10 тыс. человек", 10_000),
        ("ru", "двумя миллионами", 2e6),
        ("ru", "сто двадцать пять", 125),
        ("ru", "полтора", 1.5),
        ("en", "2.8 million", 2.8e6),
        ("en", "four hundred and fifty-six", 456),
        ("en", "two dozen", 24),
        ("en", "seven and a half", 7.5),
        ("en", "a hundred", 100),
    ],
)
def test_scales_and_words_make_one_number(
    language: str, text: str, value: float
) -> None:
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("ky", "500-700 еврей", 500, 700),
        ("ky", "150ден 200 пайызын", 150, 200),
        ("ky", "48 ден 72 саатка", 48, 72),
        ("ru", "от 14 до 17 лет", 14, 17),
        ("en", "15 to 25 children", 15, 25),
        ("en", "between 150 and 200 percent", 150, 200),
        ("en", "17,000 to 18,000", 17_000, 18_000),
    ],
)
def test_a_range_is_one_number_with_two_ends(
    language: str, text: str, low: float, high: float
) -> None:
    (numeral,) = read(text, language)
    assert (numeral.value, numeral.value_max) == (low, high)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "cut from 120 to 90"),
        ("en", "20 and 30 women"),
        ("ky", "эки же бир"),
    ],
)
def test_two_numbers_side_by_side_are_not_always_a_range(
    language: str, text: str
) -> None:
    assert [numeral.value_max for numeral in read(text, language)] == [None, None]


@pytest.mark.parametrize(
    ("language", "text", "unit", "value"),
    [
        ("ky", "69%ы", "percent", 69),
        ("ky", "73% ы", "percent", 73),
        ("ky", "24 % ы", "percent", 24),
        ("ky", "$ 4,5 млн", "USD", 4.5e6),
        ("ky", "11,845 сомду", "KGS", 11_845),
        ("ru", "4,5 млн долл. США", "USD", 4.5e6),
        ("en", "$25,000,000", "USD", 25e6),
        ("en", "115,000 euros", "EUR", 115_000),
        ("en", "one-third", "percent", 33.3),
    ],
)
def test_a_sign_or_a_currency_belongs_to_its_number(
    language: str, text: str, unit: str, value: float
) -> None:
    (numeral,) = read(text, language)
    assert (numeral.unit, numeral.value) == (unit, value)
    assert text[numeral.span.start : numeral.span.end] == text


@pytest.mark.parametrize(
    "text", ["11и", "7си", "84ү", "экөө", "төртөөсү", "сегизи", "бирөө"]
)
def test_an_ending_lets_a_number_stand_for_what_it_counts(text: str) -> None:
    (numeral,) = read(f"алардын {text} келди")
    assert numeral.nominal


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ky", "ондогон журналист, бирок үчүн, алтын жана жетим"),
        ("ky", "https://example.org/35/2015?x=7"),
        ("ru", "десятки, сотни и тысячи людей, несколько"),
        ("en", "dozens, hundreds and thousands of people, several"),
        ("en", "COVID-19, AP162/4 and Korgau123"),
        ("en", "www.example.org/2015/12"),
    ],
)
def test_what_only_looks_like_a_number_is_none(language: str, text: str) -> None:
    assert read(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ky", "2 миң 300", 2300),
        ("ky", "17 миң 999 сом", 17_999),
        ("ky", "жүз жыйырма", 120),
        ("ky", "бир жарым миллион", 1.5e6),
        ("ky", "жыйырма экиси", 22),
        ("ky", "бир бүтүн ондон эки миллион", 1.2e6),
        ("ky", "миңден ашык", 1000),
        ("ru", "1 тыс. 204 ордера", 1204),
        ("ru", "5,3млн сомов", 5.3e6),
        ("ru", "три сотни", 300),
        ("ru", "полторы сотни", 150),
        ("ru", "около тысячи", 1000),
        ("ru", "одна целая две десятых миллиона", 1.2e6),
        ("ru", "ноль целых двадцать пять сотых процента", 0.25),
        ("ru", "два с половиной миллиона", 2.5e6),
        ("ru", "два десятка", 20),
        ("ru", "треть миллиона", 333_000),
        ("ru", "32,2 млрд", 32.2e9),
        ("en", "one point two million", 1.2e6),
        ("en", "two and a half million", 2.5e6),
        ("en", "half a million", 5e5),
        ("en", "twelve hundred", 1200),
        ("en", "half a dozen", 6),
        ("en", "three-quarters of a million", 750_000),
        ("en", "67.1 billion", 67.1e9),
    ],
)
def test_parts_and_multiples_make_one_number(
    language: str, text: str, value: float
) -> None:
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    ("language", "text", "share"),
    [
        ("ky", "үчтөн экиси", 66.7),
        ("ky", "төрттөн бири", 25),
        ("ky", "ар бир төртүнчү", 25),
        ("ky", "он аялдын алтоосу", 60),
        ("ru", "две трети", 66.7),
        ("ru", "три пятых", 60),
        ("ru", "каждая пятая", 20),
        ("ru", "шесть из десяти", 60),
        ("en", "two thirds", 66.7),
        ("en", "six out of ten", 60),
        ("en", "every third", 33.3),
    ],
)
def test_a_part_of_a_whole_is_told_as_percent(
    language: str, text: str, share: float
) -> None:
    (numeral,) = read(text, language)
    assert (numeral.value, numeral.unit) == (share, "percent")


@pytest.mark.parametrize(
    ("language", "text", "values_"),
    [
        ("ky", "79дан 109га көбөйдү", [79, 109]),
        ("ky", "7,3 пайыздан 9,1 пайызга чейин өскөн", [7.3, 9.1]),
        ("ru", "выросло с 318 до 402", [318, 402]),
        ("ru", "со 120 до 180 млн", [120e6, 180e6]),
        ("ru", "сократилось от 40 до 12", [40, 12]),
        ("en", "rose from 5 to 7", [5, 7]),
    ],
)
def test_a_change_is_two_values_of_which_the_first_is_former(
    language: str, text: str, values_: list[float]
) -> None:
    former, now = read(text, language)
    assert [former.value, now.value] == values_
    assert (former.former, now.former) == (True, False)
    assert former.value_max is now.value_max is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "двадцать первый"),
        ("ru", "сто двадцать пятой"),
        ("en", "twenty-first"),
        ("en", "one hundred fifth"),
    ],
)
def test_a_place_in_a_row_is_no_count(language: str, text: str) -> None:
    (numeral,) = read(text, language)
    assert numeral.ordinal


@pytest.mark.parametrize("language", standing_for(["ky"], LANGUAGES))
def test_reading_takes_time_in_proportion_to_the_text(language: str) -> None:
    lexis = load(Corpus.open(CORPUS), language).lexis
    piece = "from 5 to 7, с 5 до 7, 150ден 200, 12-15, $ 4 млн and "

    assert growth(lambda times: numerals(piece * times, lexis), 50) < 8


@pytest.mark.parametrize("word", ["берене", "резолюциясы", "документ"])
def test_in_kyrgyz_a_hyphen_and_a_word_make_an_ordinal(word: str) -> None:
    of, grammar = edition("2020"), load(Corpus.open(CORPUS), "ky")
    assert candidates(passage(f"Ал 13-{word} жөнүндө."), of, grammar) == ()
