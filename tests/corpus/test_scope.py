"""A topic is named by its code, its label in any language, or the first words of it."""

import pytest

from briefs.corpus.corpus import Corpus
from briefs.errors import UnknownTopicError, UsageError
from briefs.i18n import messages
from tests.make.places import CORPUS

SHIPPED = Corpus.open(CORPUS)


def codes(*names: str) -> list[str]:
    return [topic.code for topic in SHIPPED.select(names)]


@pytest.mark.parametrize(
    "name",
    [
        "torture",
        "TORTURE",
        "Torture and ill-treatment",
        "пытки и жестокое обращение",
        "Пытки",
        "ПЫТКИ",
        "кыйноо",
        "  Кыйноо   жана ырайымсыз мамиле ",
    ],
)
def test_a_topic_is_known_by_its_names(name: str) -> None:
    assert codes(name) == ["torture"]


def test_one_text_may_name_several() -> None:
    assert codes("women, пытки,women") == ["women", "torture"]


def test_a_label_with_a_comma_is_one_name() -> None:
    assert codes("беженцы и лица, ищущие убежище") == ["refugees"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("tortur", "Пытки и жестокое обращение (torture)"),
        ("пытка", "Пытки и жестокое обращение (torture)"),
        ("жестокое обращение", "Пытки и жестокое обращение (torture)"),
        ("ill-treatment", "Пытки и жестокое обращение (torture)"),
        ("Пыт", "Пытки и жестокое обращение (torture)"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest_label(
    name: str, wanted: str
) -> None:
    with pytest.raises(UnknownTopicError) as caught:
        codes(name)
    told = messages.tell(caught.value, "ru")
    assert told.startswith(f"неизвестная тема '{name}': возможно, {wanted}")


def test_first_words_of_several_topics_are_refused_with_all_of_them() -> None:
    with pytest.raises(UnknownTopicError) as caught:
        codes("Свобода")
    told = messages.tell(caught.value, "ru")
    for label in ("Свобода слова и печати (expression)", "Свобода интернета"):
        assert label in told


def test_what_is_like_no_topic_is_pointed_to_the_list() -> None:
    with pytest.raises(UnknownTopicError, match="`briefs topics` lists them"):
        codes("qwerty")


def test_no_topic_is_a_matter_of_usage() -> None:
    with pytest.raises(UsageError):
        codes()
