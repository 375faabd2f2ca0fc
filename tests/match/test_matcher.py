"""A passage is on a topic for reasons that a reader can check."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.corpus.vocabulary.headings import key
from briefs.match.matcher import Matcher, Unused, preview, unused
from briefs.model import Grade, Heading, Match, Passage, Reason, Span, Topic
from tests.make.places import CASES, CORPUS

JUDGED = tomllib.loads((CASES / "topics.toml").read_text(encoding="utf-8"))


def topic(
    code: str,
    patterns: tuple[str, ...] = (),
    excludes: tuple[str, ...] = (),
    heads: tuple[str, ...] = (),
) -> Topic:
    """Return a topic with rules in Kyrgyz only."""
    return Topic(
        code,
        {},
        {},
        None,
        {"ky": patterns},
        {"ky": excludes},
        {"ky": heads},
        Path(f"{code}.toml"),
    )


def heading(text: str, level: int = 3, label: str = "") -> Heading:
    return Heading(level, label, text, None, (Span(0, len(text)),))


def passage(text: str, *headings: Heading) -> Passage:
    return Passage("hrr-2015-kgz-ky", 1, text, None, headings, (Span(0, len(text)),))


@cache
def corpus_matcher(language: str) -> Matcher:
    corpus = Corpus.open(CORPUS)
    return Matcher(corpus.topics.values(), language, corpus.headings[language])


def about(text: str, *headings: Heading, language: str = "ky") -> set[str]:
    """Return the topics of the corpus that a passage is matched with."""
    return {match.topic for match in corpus_matcher(language)(passage(text, *headings))}


TORTURE = topic(
    "torture",
    patterns=("кыйноо", "уруп-согу", "?камак", "?милиция"),
    excludes=("балдарды кыйноо",),
    heads=("адамды кыйноо",),
)


def only(matches: tuple[Match, ...]) -> Match:
    assert len(matches) == 1
    return matches[0]


def test_a_hit_gives_its_pattern_and_the_words_as_printed() -> None:
    match = only(Matcher([TORTURE], "ky")(passage("Ага Кыйнооого каршы арыз түшкөн.")))
    assert match == Match(
        "torture",
        Grade.POSSIBLE,
        (Reason("pattern", "кыйноо", "Кыйнооого", Span(4, 13)),),
    )


def test_two_hits_make_a_match_strong() -> None:
    match = only(Matcher([TORTURE], "ky")(passage("Кыйноо жана уруп-согуу болгон.")))
    assert match.grade is Grade.STRONG


def test_words_hit_by_two_patterns_count_once() -> None:
    both = topic("torture", patterns=("кыйноо", "адамды кыйноо"))
    match = only(Matcher([both], "ky")(passage("Адамды кыйноого тыюу салынган.")))
    assert [reason.pattern for reason in match.reasons] == ["адамды кыйноо"]
    assert match.grade is Grade.POSSIBLE


def test_a_firm_pattern_is_never_hidden_by_a_longer_weak_one() -> None:
    both = topic("torture", patterns=("кыйноо", "?адамды кыйноо"))
    assert only(Matcher([both], "ky")(passage("Адамды кыйноо."))).topic == "torture"


def test_one_weak_sign_is_no_match_however_often_it_comes() -> None:
    assert Matcher([TORTURE], "ky")(passage("Камакта. Камакта. Камакта.")) == ()


def test_two_different_weak_signs_are_a_possible_match() -> None:
    match = only(Matcher([TORTURE], "ky")(passage("Камакта милиция болгон.")))
    assert match.grade is Grade.POSSIBLE


def test_an_exclude_cancels_the_hit_and_not_the_passage() -> None:
    matcher = Matcher([TORTURE], "ky")
    assert matcher(passage("Мектепте балдарды кыйноо болгон.")) == ()
    match = only(matcher(passage("Балдарды кыйноо жана тергөөдө кыйноо болгон.")))
    assert [reason.span for reason in match.reasons] == [Span(30, 36)]


def test_the_nearest_heading_gives_its_topic_to_a_passage_that_names_none() -> None:
    title = heading("Адамды кыйноо", label="в.")
    match = only(Matcher([TORTURE], "ky")(passage("Алар аны уруп кетишти.", title)))
    assert match.grade is Grade.STRONG
    assert match.reasons == (
        Reason("heading", "адамды кыйноо", "в. Адамды кыйноо", None),
    )


PRISONS = topic("prison-conditions", heads=("түрмөдөгү шарт",))


def test_a_telling_heading_replaces_the_one_above_it() -> None:
    above, nearest = heading("Адамды кыйноо", 2), heading("Түрмөдөгү шарттар", 3)
    match = only(
        Matcher([TORTURE, PRISONS], "ky")(passage("Алар көп.", above, nearest))
    )
    assert match.topic == "prison-conditions"


def test_a_neutral_heading_does_not_hide_the_one_above_it() -> None:
    above, nearest = heading("Адамды кыйноо", 2), heading("Башка маселелер", 3)
    match = only(
        Matcher([TORTURE, PRISONS], "ky")(passage("Алар көп.", above, nearest))
    )
    assert match.topic == "torture"


def test_the_title_of_a_section_gives_nothing_to_its_parts() -> None:
    section, part = heading("Адамды кыйноо", 1), heading("Башка маселелер", 2)
    assert Matcher([TORTURE], "ky")(passage("Алар көп.", section, part)) == ()
    assert only(Matcher([TORTURE], "ky")(passage("Алар көп.", section)))


def test_a_standard_heading_is_about_what_the_list_says() -> None:
    standard = {key("Кыйноо жана соттор"): ("prison-conditions",)}
    title = heading("КЫЙНОО ЖАНА СОТТОР", label="в.")
    matcher = Matcher([TORTURE, PRISONS], "ky", standard)
    match = only(matcher(passage("Алар көп.", title)))
    assert match.topic == "prison-conditions"


def test_a_list_of_many_topics_makes_each_of_them_only_possible() -> None:
    many = [topic(f"topic-{n}", (f"белги{n}", f"башка{n}")) for n in range(6)]
    text = "Маселелер: " + " ".join(f"белги{n} башка{n}" for n in range(6))
    grades = {match.grade for match in Matcher(many, "ky")(passage(text))}
    assert grades == {Grade.POSSIBLE}
    few = Matcher(many[:5], "ky")(passage(text))
    assert {match.grade for match in few} == {Grade.STRONG}


def test_both_sides_of_a_pattern_are_met_in_either_order() -> None:
    both = topic("torture", patterns=("милиция & саба",))
    matcher = Matcher([both], "ky")
    for text in ("Милиция аны эки күн сабады.", "Аны сабаган милиция болчу."):
        assert only(matcher(passage(text)))
    assert matcher(passage("Милиция келди. Аны сабашты.")) == ()


def test_what_stands_between_both_sides_is_free_for_another_hit() -> None:
    both = topic("torture", ("милиция & саба", "түндө"), excludes=("аял",))
    match = only(Matcher([both], "ky")(passage("Милиция аялды түндө сабады.")))
    assert [reason.pattern for reason in match.reasons] == ["милиция & саба", "түндө"]
    assert match.grade is Grade.STRONG


def test_a_run_in_heading_adds_to_the_heading_above_it() -> None:
    labour = topic("labour", heads=("ишке орношуу",))
    refugees = topic("refugees", heads=("качкын",))
    here = passage(
        "Ишке орношуу: Уруксат жок.",
        heading("Качкындарды коргоо"),
        heading("Ишке орношуу", 4),
    )
    found = Matcher([labour, refugees], "ky")(here)
    assert [match.topic for match in found] == ["labour", "refugees"]


def test_an_edition_on_one_topic_is_on_it_in_every_passage() -> None:
    trafficking = topic("trafficking")
    match = only(
        Matcher([trafficking], "ky")(passage("Окутуу керек."), ["trafficking"])
    )
    assert match == Match(
        "trafficking", Grade.STRONG, (Reason("default", "", "", None),)
    )


@pytest.mark.parametrize(
    "text",
    [
        "See the Department of State’s Trafficking in Persons Report at .",
        "Also see the Department of State’s International Religious Freedom Report.",
        "АКШ Мамлекеттик Департаментинин Адамдар менен Соода Кылуу боюнча "
        "Билдирүүсүн бул жактан караңыз:",
        "См. доклад Государственного департамента о торговле людьми.",
    ],
)
def test_a_passage_that_only_points_to_another_report_is_on_nothing(text: str) -> None:
    assert Matcher([topic("trafficking")], "ky")(passage(text), ["trafficking"]) == ()


def test_a_language_without_rules_matches_nothing() -> None:
    assert Matcher([TORTURE], "en")(passage("Кыйноо.")) == ()


def test_a_preview_counts_the_words_that_each_pattern_hits() -> None:
    seen = preview(TORTURE, "ky", [passage("Кыйноо, кыйноого."), passage("Кыйноого.")])
    assert seen["кыйноо"] == {"кыйноо": 1, "кыйноого": 2}
    assert seen["уруп-согу"] == {}


def test_rules_that_meet_nothing_are_listed() -> None:
    here = passage("Балдарды кыйноо.", heading("Адамды кыйноо"))
    found = unused([TORTURE], "ky", [here])
    assert found == (
        Unused("torture", "patterns", "уруп-согу"),
        Unused("torture", "patterns", "?камак"),
        Unused("torture", "patterns", "?милиция"),
    )


SECTION_SIX = heading(
    "Дискриминациялоо, Коомдун Кордоосу, жана Адам менен Соода Кылуу", 1, "6-Бөлүм."
)
LGBTI_SECTION = heading(
    "Жыныстык ориентациясы жана Гендердик Өзгөчөлүгүнүн негизинде Кыйноо, "
    "Дискриминациялоо жана Башка бузуулар"
)
TORTURE_SECTION = heading("Адамды кыйноо, жана башка ырайымсыз, кордогон", 2, "в.")
PRISON_SECTION = heading("Түрмөлөрдөгү жана камакка алуучу жайлардагы жашоо шарттары")


@pytest.mark.parametrize(
    ("text", "headings", "wrong"),
    [
        ("Калктын аялуу катмары көп.", (), "women"),
        ("Базарда соода жүрөт.", (), "trafficking"),
        ("Өзбекстандан келген жүк.", (), "ethnic-minorities"),
        ("Rashod Камалов имам болгон.", (), "detention"),
        ("Гейтс фонду жана гейзер.", (), "lgbti"),
        ("Абакиров бир түрмөк кагаз алып келди.", (), "prison-conditions"),
        ("Аларга качкын статусу берилди.", (), "bride-kidnapping"),
        ("15 жылга чейин камакта отуруу жазасы бар.", (), "detention"),
        ("Беш жылга чейин эркинен ажыратуу каралган.", (), "prison-conditions"),
        ("Үй камагына чыгаруу жазасы бар.", (), "detention"),
        ("Балдарды Кыйноо: көйгөй бойдон калды.", (), "torture"),
        ("Аялдар көбүрөөк кыйнооого чалдыккан.", (), "torture"),
        ("Алар өкмөтүнүн кыйноосунан коркуп келген.", (), "torture"),
        ("Сексуалдык азчылык өкүлдөрү келди.", (), "ethnic-minorities"),
        ("Мыйзам басмырлоого тыюу салат.", (SECTION_SIX,), "trafficking"),
        ("Алар үйдөн куулган.", (LGBTI_SECTION,), "torture"),
        ("Дары жетишпейт.", (TORTURE_SECTION, PRISON_SECTION), "torture"),
        ("Адамдын курмандыгына карата ырайымсыз мамиле жасашкан.", (), "torture"),
        ("Жалал-Абад облусунда жол оңдолду.", (), "expression"),
    ],
)
def test_what_only_sounds_like_a_topic_is_not_on_it(
    text: str, headings: tuple[Heading, ...], wrong: str
) -> None:
    assert wrong not in about(text, *headings)


@pytest.mark.parametrize(
    ("text", "headings", "right"),
    [
        ("Алар үйдөн куулган.", (SECTION_SIX, LGBTI_SECTION), "lgbti"),
        ("Дары жетишпейт.", (TORTURE_SECTION, PRISON_SECTION), "prison-conditions"),
        ("Сексуалдык азчылык жана улуттук азчылык.", (), "ethnic-minorities"),
        ("Сексуалдык азчылык жана улуттук азчылык.", (), "lgbti"),
        ("Адам соодалоо жана адам сатуу уланууда.", (), "trafficking"),
        ("Кызды ала качышкан.", (), "women"),
        ("Уруп-согуп, кыйнооого алышкан.", (), "torture"),
    ],
)
def test_what_is_on_a_topic_is_found(
    text: str, headings: tuple[Heading, ...], right: str
) -> None:
    assert right in about(text, *headings)


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
@pytest.mark.parametrize("code", JUDGED)
def test_a_sentence_on_a_topic_is_told_from_one_that_sounds_like_it(
    code: str, language: str
) -> None:
    assert code in about(JUDGED[code][language]["yes"], language=language)
    assert code not in about(JUDGED[code][language]["no"], language=language)


def test_every_topic_has_its_sentences() -> None:
    assert set(JUDGED) == set(Corpus.open(CORPUS).topics)
