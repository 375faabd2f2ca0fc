"""Kyrgyz words are divided as the rules of its spelling divide them."""

import pyphen
import pytest

from briefs import hyphenation
from briefs.resources import data_dir

NATIVE = """
бал-дар кыз-мат мүлк-түк көр-сөт-күч баш-ка-руу-нун мүм-күн-чү-лүк-тө-рү-нө
өк-мөт-түн көз-ка-ран-ды-сыз-дык кый-ноо-лор ка-мак-ка алуу та-был-ган
жа-ран-дар-дын ук-ту-руу адам-да-рын со-ту-нун чеч-ми-ни тер-гөө ик-төө
жоо-ко-нун кыл-мыш-туу кор-гоо уюм-дар эгем-дүү-лүк өл-түр-гөн-дүк
мый-зам-сыз ту-ру-гу-на зор-дук ти-йиш-түү жа-ңы-лык тең-чи-лик
сөз-дөр эр-кин-ди-ги айыл-дык ка-рап чы-гуу ишен-бөө-чү-лүк ай-ры-ла
жал-пы-сы-нан бол-гон-дук-тан жү-зө-гө ашы-рыл-ган тө-рөт-ка-на
өнө-көт-тө-рү-нүн ой-го-туу сый-лык-та-ды
""".split()

BORROWED = """
рес-пуб-ли-ка-сы-нын ма-те-ри-ал-дар со-ци-ал-дык ми-нистр-лик ок-тябрь
объ-ек-ти-си субъ-ект ком-пью-тер ба-рьер ин-тер-вью аль-бом подъ-езд
про-ку-ра-ту-ра ад-ми-нист-ра-ция конс-ти-ту-ция де-мок-ра-тия
ор-га-ни-за-ци-я-лар де-пар-та-мент ко-а-ли-ция экс-перт транс-порт ин-спек-тор
кон-трол-дук кон-тракт элек-трон-дук цен-трал-дык экс-тре-мизм струк-ту-ра
Кыр-гыз-стан-дын Ка-зак-стан Өз-бек-стан Та-жик-стан дос-тон
эл-ара-лык мам-ле-кет-ара-лык өз-ара бей-өк-мөт жур-на-лист ре-фор-ма
страс-бург мас-са дис-кри-ми-на-ция экс-плу-а-та-ция ин-струк-ция ак-кре-ди-та-ция
""".split()

ABBREVIATIONS = ["ЮНИСЕФ", "ОБСЕ-нин", "КЖКБ-сы", "ЖМК-лар-дын", "МАЗМУНУ", "УКМК-нын"]


@pytest.fixture(scope="module")
def dictionary() -> pyphen.Pyphen:
    hyphenation.register()
    return pyphen.Pyphen(lang="ky", left=2, right=2)


@pytest.mark.parametrize("word", NATIVE)
def test_a_kyrgyz_word_is_divided_into_its_syllables(word, dictionary):
    assert dictionary.inserted(word.replace("-", "")) == word


@pytest.mark.parametrize("word", BORROWED)
def test_a_borrowed_word_keeps_its_consonants_together(word, dictionary):
    assert dictionary.inserted(word.replace("-", "")) == word


@pytest.mark.parametrize("word", ABBREVIATIONS)
def test_an_abbreviation_is_divided_only_where_its_ending_begins(word, dictionary):
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
    language, word, divided
):
    hyphenation.register()
    assert pyphen.Pyphen(lang=language).inserted(word) == divided


def test_every_consonant_may_begin_a_syllable_with_every_vowel():
    file = data_dir("styles") / "hyphenation" / "hyph_ky.dic"
    patterns = set(file.read_text("utf-8").split())
    vowels, consonants = "аеёиоуыэюяөү", "бвгджзйклмнңпрстфхцчшщ"
    assert {f"1{c}{v}" for c in consonants for v in vowels} <= patterns


def test_registering_twice_keeps_what_was_read():
    hyphenation.register()
    path = pyphen.LANGUAGES["ky"]
    kept = pyphen.hdcache[path]
    hyphenation.register()
    assert pyphen.hdcache[path] is kept
