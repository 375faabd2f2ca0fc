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
    ],
    ids=["word", "not", "number", "name", "short", "exchanged", "clause", "negated"],
)
def test_another_word_number_or_name_is_another_statement(one: str, other: str) -> None:
    assert not is_same(one, other, "en")
    assert not is_same(other, one, "en")


def test_word_for_word_is_told_without_capitals_and_marks() -> None:
    assert key("The Police’s report – again!") == key("the police's report, again")
    assert key("Police beat him.") != key("Police beat them.")
