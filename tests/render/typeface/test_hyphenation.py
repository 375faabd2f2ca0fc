"""Kyrgyz words are divided as the rules of its spelling divide them."""

import pyphen
import pytest

from briefs.files.resources import data_dir
from briefs.render.typeface import hyphenation
from tests.make.places import CASES

LIST = CASES / "syllables-ky.txt"
WORDS = [
    word
    for line in LIST.read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
]
ABBREVIATIONS = ["ЮНИСЕФ", "ОБСЕ-нин", "КЖКБ-сы", "ЖМК-лар-дын", "МАЗМУНУ", "УКМК-нын"]


@pytest.fixture(scope="module")
def dictionary() -> pyphen.Pyphen:
    hyphenation.register()
    return pyphen.Pyphen(lang="ky", left=2, right=2)


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_divided_into_its_syllables(
    word: str, dictionary: pyphen.Pyphen
) -> None:
    assert dictionary.inserted(word.replace("-", "")) == word


@pytest.mark.parametrize("word", ABBREVIATIONS)
def test_an_abbreviation_is_divided_only_where_its_ending_begins(
    word: str, dictionary: pyphen.Pyphen
) -> None:
    assert dictionary.inserted(word.replace("-", "")) == word


@pytest.mark.parametrize(
    ("language", "word", "divided"),
    [
        ("ru", "правительство", "пра-ви-тель-ство"),
        ("ru", "ЮНЕСКО", "ЮНЕСКО"),
        ("en", "government", "gov-ern-ment"),
        ("en", "UNESCO", "UNESCO"),
    ],
)
def test_russian_and_english_are_divided_too_but_not_their_abbreviations(
    language: str, word: str, divided: str
) -> None:
    hyphenation.register()
    assert pyphen.Pyphen(lang=language).inserted(word) == divided


def test_every_consonant_may_begin_a_syllable_with_every_vowel() -> None:
    file = data_dir("styles") / "hyphenation" / "hyph_ky.dic"
    patterns = set(file.read_text("utf-8").split())
    vowels, consonants = "аеёиоуыэюяөү", "бвгджзйклмнңпрстфхцчшщ"
    assert {f"1{c}{v}" for c in consonants for v in vowels} <= patterns


def test_registering_twice_keeps_what_was_read() -> None:
    hyphenation.register()
    path = pyphen.LANGUAGES["ky"]
    kept = pyphen.hdcache[path]
    hyphenation.register()
    assert pyphen.hdcache[path] is kept
