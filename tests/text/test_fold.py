"""Search keys forgive what typists, fonts and scanners do to Kyrgyz."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.fold import (
    _UNUSUAL,
    _USUAL_WORD,
    _WORD,
    exact,
    fold,
    keeps_vowels,
    words,
)

LETTERS = st.text("абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя AOCayc,.-", max_size=40)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("кыйнооого", "кыйноого"),
        ("мыйзамдуy", "мыйзамдуу"),
        ("cааттык", "сааттык"),
        ("тушүндүргөн", "түшүндүргөн"),
        ("КЫРГЫЗ", "кыргыз"),
        ("заключённый", "заключенный"),
        ("кыи\u0306ноо", "кыйноо"),
        ("жа\u00adза", "жаза"),
    ],
)
def test_a_damaged_word_has_the_key_of_the_word_that_was_meant(
    printed: str, meant: str
) -> None:
    assert fold(printed) == fold(meant)


@pytest.mark.parametrize(
    ("one", "other"), [("сот", "сат"), ("аял", "аялуу"), ("torture", "тортуре")]
)
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_latin_name_stays_latin() -> None:
    assert fold("Bokayev") == "bokayev"


def test_a_word_leads_back_to_the_word_as_printed() -> None:
    text = "Бул жылы Кыйнооого  каршы"
    found = next(word for word in words(text) if word.key == fold("кыйноого"))
    assert text[found.start : found.end] == "Кыйнооого"


@pytest.mark.parametrize("printed", ["үй-бүлө", "үй - бүлө", "үй- бүлө", "үй бүлө"])
def test_a_hyphen_parts_words_however_it_is_spaced(printed: str) -> None:
    assert [word.key for word in words(printed)] == [fold("үй"), fold("бүлө")]


@given(LETTERS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(LETTERS)
def test_every_word_stands_where_it_says(text: str) -> None:
    for word in words(text):
        assert fold(text[word.start : word.end]) == word.key


@pytest.mark.parametrize(
    ("one", "other"),
    [("өлтүрдү", "олтурду"), ("төк", "ток"), ("көрдү", "корду"), ("күйөө", "куйоо")],
)
def test_words_of_other_vowels_are_told_apart(one: str, other: str) -> None:
    assert exact(one) != exact(other)
    assert fold(one) == fold(other)


@pytest.mark.parametrize("misspelled", ["тушүндүргөн", "иликтөөго", "жонүндо"])
def test_a_word_whose_vowels_do_not_agree_is_folded(misspelled: str) -> None:
    assert exact(misspelled) == fold(misspelled)


def test_a_long_text_without_front_vowels_has_lost_them() -> None:
    lost = "Милиция кызматкери жигитти олтургон, бирок прокуратура ишти козгогон жок"
    assert not keeps_vowels(f"{lost}, анткени далилдер жок болгон имиш.")
    assert keeps_vowels(f"{lost}, анткени өкмөт каршы.")
    assert keeps_vowels("Алар камалып олтурушту.")


def test_usual_text_has_the_words_that_all_text_has() -> None:
    for number in (*range(0x600), *range(0x2000, 0x2200)):
        sign = chr(number)
        if not _UNUSUAL.search(sign):
            text = f"a{sign}b {sign}"
            assert _USUAL_WORD.split(text) == _WORD.split(text), hex(number)
