"""A pattern means what the person who wrote it expects."""

import pytest

from briefs.model import Span
from briefs.text.fold import _keys as keys_of_words
from briefs.text.fold import clauses
from briefs.text.lexicon import Lexicon
from briefs.text.patterns import PatternError, parse
from tests.make.growth import growth


def hits(pattern: str, text: str) -> list[str]:
    """Return the words of a text that a pattern hits, as printed."""
    lexicon = Lexicon([("topic", parse(pattern))])
    spans = [hit.span for hit in lexicon.find(clauses(text))]
    return [text[slice(*span)] for span in spans]


def test_a_stem_is_the_beginning_of_a_word() -> None:
    assert hits("кыйноо", "Кыйноого каршы коалиция") == ["Кыйноого"]
    assert hits("тортуу", "кыйноо") == []


def test_a_bar_ends_the_word() -> None:
    assert hits("гей|", "гей Гейзер гейлер") == ["гей"]


def test_words_in_a_row_make_a_phrase() -> None:
    assert hits("мыйзамсыз камоо", "Мыйзамсыз камоолор") == ["Мыйзамсыз камоолор"]
    assert hits("мыйзамсыз камоо", "мыйзамсыз жана узак камоо") == []


def test_a_tilde_lets_two_words_stand_between_but_not_three() -> None:
    assert hits("адам ~ сатуу", "адам менен кыз сатуу") == ["адам менен кыз сатуу"]
    assert hits("адам ~ сатуу", "адам бир эки үч сатуу") == []


def test_small_words_are_not_counted_between() -> None:
    assert hits("суд ~ отказ", "суд и по этому делу отказал") != []
    assert hits("суд ~ отказ", "суд и он в по на с отказал") == []


def test_a_phrase_does_not_reach_into_the_next_sentence() -> None:
    assert hits("адам ~ сатуу", "Мында көп адам. Сатуу токтоду.") == []
    assert hits("адам ~ сатуу", "адам, кыз сатуу") == ["адам, кыз сатуу"]


def test_a_slash_gives_a_choice() -> None:
    assert hits("пара ал/бер", "пара алган, пара берген, пара жок") == [
        "пара алган",
        "пара берген",
    ]


def test_a_choice_may_be_a_compound() -> None:
    assert hits("зордоп/күчкө-салып үйлөн", "күчкө салып үйлөнгөн") == [
        "күчкө салып үйлөнгөн"
    ]


def test_a_short_word_within_a_phrase_has_to_be_whole() -> None:
    assert hits("ала кач", "кызды ала качты") == ["ала качты"]
    assert hits("ала кач", "аларга качкын статусу берилди") == []


def test_typing_mistakes_do_not_hide_a_word() -> None:
    assert hits("кыйноо", "кыйнооого") == ["кыйнооого"]


def test_a_question_mark_makes_a_pattern_weak() -> None:
    assert parse("?камак").weak
    assert not parse("камак").weak


def test_a_hit_says_whose_it_is_and_where() -> None:
    lexicon = Lexicon([("torture", parse("кыйноо"))])
    text = "Бул кыйноо."
    (hit,) = lexicon.find(clauses(text))
    assert (hit.owner, hit.pattern.written, hit.span) == (
        "torture",
        "кыйноо",
        Span(4, 10),
    )


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("", "no words"),
        ("?", "no words"),
        ("~ камак", "between two words"),
        ("камак ~", "between two words"),
        ("кыз*", "“кыз*” is not a word"),
        ("пара ал/", "“” is not a word"),
        ("аб", "too many words begin with “аб”"),
    ],
)
def test_a_pattern_that_makes_no_sense_is_refused(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason.replace("*", r"\*")):
        parse(pattern)


@pytest.mark.parametrize(
    ("pattern", "met", "not_met"),
    [
        ("чекте+", ["чектеди", "чектөө", "чектелген"], ["чек"]),
        ("катто+", ["каттоо", "катто"], ["катаал"]),
        ("жап+", ["жапты", "жабуу", "жабышкан"], ["жазуу"]),
        ("чык+", ["чыккан", "чыгуу"], ["чын"]),
        ("өзбек:", ["өзбек", "өзбектер", "өзбектердин", "өзбекке"], ["Өзбекстан"]),
        ("гей:", ["гей", "гейлерди", "гейге"], ["Гейтс", "гейзер"]),
        ("абак:", ["абак", "абактагы", "абагына", "абактан"], ["Абакиров"]),
        ("жетим:", ["жетимдер", "жетимдин"], ["жетимиш"]),
        ("саат", ["саатта"], ["сатты"]),
        ("коом", ["коомдук"], ["комитет"]),
    ],
)
def test_a_mark_says_how_a_stem_goes_on(
    pattern: str, met: list[str], not_met: list[str]
) -> None:
    assert [word for word in met + not_met if hits(pattern, word)] == met


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("beat ~ detainee prison", "beat one detainee in detainee prison"),
        ("human/human-rights defender|", "human rights defender"),
        ("one ~ two three", "one two and two three"),
    ],
)
def test_every_way_to_meet_a_pattern_is_tried(pattern: str, text: str) -> None:
    assert hits(pattern, text) == [text]


def test_a_compound_does_not_reach_into_the_next_sentence() -> None:
    assert hits("кол-сал", "Үч кол. Салык төлөндү.") == []


def test_an_initial_and_a_year_end_no_sentence() -> None:
    assert hits("милиция & саба", "Милиция А. Бековду 2019-ж. сабаган.") != []


def test_two_sides_stand_in_one_sentence_and_not_far_apart() -> None:
    assert hits("суд & отказ", "Отказал ему суд.") == ["Отказал ему суд"]
    assert hits("суд & отказ", "Суд молчал. Отказали все.") == []
    assert hits("суд & отказ", "Суд" + " и" * 11 + " отказал") == []


@pytest.mark.parametrize(
    "unit", ["a", "а", "aа", "a ", "аа аб ", "a. ", "aa bb ", "a" * 500 + " "]
)
def test_twice_the_text_takes_little_more_than_twice_the_time(unit: str) -> None:
    rules = ["a| ~ a| ~ a| ~ b|", "aa| & bb|", "а| ~ а/а-а ~ б|"]
    lexicon = Lexicon([("topic", parse(rule)) for rule in rules])

    def find(size: int) -> None:
        keys_of_words.clear()
        list(lexicon.find(clauses(unit * (size // len(unit)))))

    assert growth(find, 8_000) < 8
