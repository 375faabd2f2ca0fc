"""Numbers are read whatever way they are written."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.numbers.load import load
from briefs.numbers.numerals import Numeral, numerals
from tests.make.places import CORPUS

LANGUAGES = ("ky", "ru", "en")


def read(text: str, language: str = "ky") -> tuple[Numeral, ...]:
    return numerals(text, load(CORPUS, language).lexis)


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


KY_ONES = ["бир", "эки", "үч", "төрт", "беш", "алты", "жети", "сегиз", "тогуз"]
KY_TENS = [
    "он",
    "жыйырма",
    "отуз",
    "кырк",
    "элүү",
    "алтымыш",
    "жетимиш",
    "сексен",
    "токсон",
]


def in_kyrgyz(number: int) -> str:
    """Write a number below a million in Kyrgyz words."""
    words = []
    if number >= 1000:
        words += [in_kyrgyz(number // 1000), "миң"]
    hundreds, rest = divmod(number % 1000, 100)
    if hundreds:
        words += [KY_ONES[hundreds - 1], "жүз"]
    if rest // 10:
        words.append(KY_TENS[rest // 10 - 1])
    if rest % 10:
        words.append(KY_ONES[rest % 10 - 1])
    return " ".join(words)


@given(st.integers(1, 999_999))
def test_kyrgyz_words_are_read_back(number: int) -> None:
    assert values(in_kyrgyz(number)) == [number]


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
