"""A fall is told from a level in every unit, and is less than zero."""

import pytest

from briefs.corpus.corpus import Corpus
from briefs.figures.candidates import candidates
from briefs.model import Figure
from briefs.numbers.grammars.load import load
from tests.make.places import CORPUS
from tests.quality.measure_figures import edition, passage


def read(text: str, language: str) -> tuple[Figure, ...]:
    grammar = load(Corpus.open(CORPUS), language)
    return candidates(passage(text), edition("2020", language), grammar)


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("ky", "Туткундардын саны 120 кишиге азайды.", -120, "people"),
        ("ky", "Каржылоо 3 миллион сомго кыскарган.", -3_000_000, "KGS"),
        ("ky", "Даттануулар 19га азайды.", -19, "complaints"),
        ("ru", "Поступления уменьшились на 340 тысяч долларов.", -340_000, "USD"),
        ("ru", "Число убийств сократилось на четверть.", -25, "percent"),
        ("ru", "Жалоб стало на 19 меньше.", -19, "complaints"),
        ("en", "Remittances fell by 120 million dollars.", -120_000_000, "USD"),
        ("en", "Complaints about food dropped by 19.", -19, "complaints"),
    ],
)
def test_a_fall_is_negative_in_every_unit(
    language: str, text: str, value: float, unit: str
) -> None:
    (figure,) = read(text, language)
    assert (figure.value, figure.unit, figure.change) == (value, unit, True)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ky", "Айлык 1 500 сомго көбөйдү.", 1500),
        ("ru", "Пенсию повысили на 600 сомов.", 600),
        ("en", "Salaries went up by 1,500 soms.", 1500),
    ],
)
def test_a_rise_stays_positive(language: str, text: str, value: float) -> None:
    (figure,) = read(text, language)
    assert (figure.value, figure.change) == (value, True)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("ky", "Камактагылардын саны 640тан 512ге түшкөн.", [640, 512]),
        ("ru", "Число приютов сократилось с 18 до 12.", [18, 12]),
        ("en", "The share of women dropped to 20.5 percent.", [20.5]),
    ],
)
def test_what_something_fell_to_is_a_level(
    language: str, text: str, values: list[float]
) -> None:
    found = read(text, language)
    assert [figure.value for figure in found] == values
    assert not any(figure.change for figure in found)


def test_both_ends_of_a_fall_have_its_sign() -> None:
    (figure,) = read("Prices fell by 10 to 15 percent.", "en")
    assert (figure.value, figure.value_max) == (-10, -15)
