"""Two sentences say the same, or they do not: no statement is taken for another."""

import pytest

from briefs.years.likeness import is_same, key

SAID = "Police in the south of the country often beat detainees to make them confess."


@pytest.mark.parametrize(
    "other",
    [
        SAID.replace("often ", ""),
        SAID.replace("confess", "confess to crimes"),
        SAID.replace("detainees", "detained"),
        SAID.replace(".", "!"),
    ],
    ids=["a word less", "words more", "another ending", "another mark"],
)
def test_words_more_or_less_do_not_make_another_statement(other: str) -> None:
    assert is_same(SAID, other, "en")
    assert is_same(other, SAID, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SAID, SAID.replace("south", "north")),
        (SAID, SAID.replace("to make", "not to make")),
        (SAID, SAID.replace("detainees", "12 detainees")),
        (SAID, SAID.replace("the country", "Osh")),
        ("The law prohibits forced labor.", "The law prohibits child labor."),
        (
            "The ban applies to doctors, but it does not apply to teachers in schools.",
            "The ban applies to teachers, but it does not apply to doctors in schools.",
        ),
        (SAID, SAID.replace(".", ", but officials seldom punished them for it.")),
        ("They were released in the spring.", "They were not released in the spring."),
        (SAID, SAID.replace("detainees", "men").replace("them", "women")),
        (SAID, SAID.replace("Police in", "Most police in")),
        (SAID, SAID.replace("often", "allegedly")),
        (SAID, SAID.replace("often beat", "may beat")),
        (SAID, SAID.replace("beat", "only beat")),
        (SAID, SAID.replace("to make", "before they make")),
    ],
    ids=[
        *("word", "not", "number", "name", "short", "exchanged", "clause", "negated"),
        *("small words", "most", "allegedly", "may", "only", "before"),
    ],
)
def test_another_word_number_or_name_is_another_statement(one: str, other: str) -> None:
    assert not is_same(one, other, "en")
    assert not is_same(other, one, "en")


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "В марте милиция обыскала офис", "В мае милиция обыскала офис"),
        ("ru", "Закон запрещает все виды", "Закон запрещает некоторые виды"),
        ("ru", "Милиция избивала их до суда", "Милиция избивала их после суда"),
        ("ky", "Март айында милиция кеңсени тинткен", "Май айында милиция тинткен"),
        ("ky", "Жабыркагандар мурдагыдан көп", "Жабыркагандар мурдагыдан аз"),
        ("ky", "Сот аларды бошоткон", "Сот алардын айрымдарын бошоткон"),
    ],
)
def test_shares_limits_and_months_make_another_statement(
    language: str, one: str, other: str
) -> None:
    rest = {
        "ru": " правозащитной организации в столице страны, сообщили нам журналисты.",
        "ky": " деп укук коргоочулар борбордо журналисттерге айтып беришти.",
    }[language]
    assert is_same(one + rest, one + rest, language)
    assert not is_same(one + rest, other + rest, language)
    assert not is_same(other + rest, one + rest, language)


def test_a_capital_makes_no_other_statement() -> None:
    one = "In its report the Government did not mention any victims of trafficking."
    assert is_same(one, one.replace("Government", "government"), "en")


def test_word_for_word_is_told_without_capitals_and_marks() -> None:
    assert key("The Police’s report – again!") == key("the police's report, again")
    assert key("Police beat him.") != key("Police beat them.")
    assert key("It cost $200.") != key("It cost €200.")
    assert key("It rose by 15%.") != key("It rose by 15.")
