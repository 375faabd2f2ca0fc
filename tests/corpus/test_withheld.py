"""Names are withheld wherever they stand, and a reader is told so in their language."""

from itertools import chain

import pytest

from briefs.corpus import withheld
from briefs.corpus.beside import translations
from briefs.corpus.corpus import Corpus
from briefs.corpus.withheld import FRONT, FULL, WITHHELD, Withheld
from briefs.i18n import locale as i18n
from briefs.text.names import fold
from briefs.text.sentences import sentences
from tests.make.places import CORPUS
from tests.make.shelf import passages_of, real_editions, real_figures

SENTENCE = "2013-жылы Аскаровго уруксат берилген, Атамбаев аны билген."


def hidden(locale: str, names: str = WITHHELD) -> withheld.Policy:
    corpus = Corpus.open(CORPUS)
    return withheld.policy(corpus, corpus.editions, i18n.load(locale), names)


@pytest.fixture(scope="module")
def english() -> Withheld:
    return hidden("en").everywhere


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("ky", "2013-жылы [аты жашырылган]га уруксат берилген, Атамбаев аны билген."),
        (
            "ru",
            "2013-жылы [имя не раскрывается] уруксат берилген, Атамбаев аны билген.",
        ),
        ("en", "2013-жылы [name withheld] уруксат берилген, Атамбаев аны билген."),
    ],
)
def test_the_mark_is_in_the_language_of_the_reader(locale: str, text: str) -> None:
    made = hidden(locale).everywhere
    assert made.text(SENTENCE) == text
    assert made.text(text) == text
    assert made.concerns(SENTENCE)
    assert made.concerns(text)
    assert not made.concerns("Атамбаев аны билген.")


@pytest.mark.parametrize("locale", ["ky", "ru", "en"])
def test_no_word_of_our_own_about_figures_is_taken_for_a_name(locale: str) -> None:
    """In Kyrgyz "who" is a surname, too."""
    corpus = Corpus.open(CORPUS)
    policy = hidden(locale).everywhere
    measured = corpus.indicators.values()
    said = [
        *(figure.notes.get(locale, "") for figure in real_figures()),
        *(one.labels.get(locale, "") for one in measured),
        *(one.notes.get(locale, "") for one in measured),
    ]
    assert [text for text in said if policy.concerns(text)] == []


@pytest.mark.parametrize(
    ("names", "front", "everywhere"),
    [(FULL, False, False), (FRONT, True, False), (WITHHELD, True, True)],
)
def test_how_much_is_withheld_is_chosen(
    names: str, front: bool, everywhere: bool
) -> None:
    policy = hidden("en", names)
    assert policy.front.concerns(SENTENCE) == front
    assert policy.everywhere.concerns(SENTENCE) == everywhere


def test_no_word_of_a_private_name_is_left_in_any_text(english: Withheld) -> None:
    """All passages and all translations, with all their forms and endings."""
    corpus, left = Corpus.open(CORPUS), set()
    for edition in real_editions().values():
        known = [translations.read(edition, code) for code in ("ru", "en")]
        texts = chain(
            (passage.text for passage in passages_of(edition)),
            (e.text for each in known if each for e in each.entries.values()),
        )
        persons = corpus.people(edition) or ()
        private = [person.name for person in persons if not person.public]
        words = {word for name in private for f in name.forms for word in f.split()}
        stems = {fold(word)[:-1] for word in words if len(word) > 4}
        for text in texts:
            shown = fold(english.text(text)).split()
            left |= {w for w in shown for s in stems if w.strip("“«(").startswith(s)}
    # Words that only begin likewise.
    assert {word.strip(",.") for word in left} <= COMMON


COMMON = {fold(word) for word in ("Максатын", "Каната", "Булар")}


def test_a_sentence_is_withheld_as_its_paragraph_is(english: Withheld) -> None:
    """What is quoted can be found again, because nothing depends on its neighbours."""
    for edition in real_editions().values():
        for passage in passages_of(edition):
            if not english.concerns(passage.text):
                continue
            spans = sentences(passage.text, edition.language)
            parts = [english.text(span.of(passage.text)) for span in spans]
            assert "".join("".join(parts).split()) == "".join(
                english.text(passage.text).split()
            )
