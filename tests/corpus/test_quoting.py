"""What ties sentences together is told by a file for each language."""

from pathlib import Path

import pytest

from briefs.corpus import quoting
from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError
from tests.make.places import CORPUS

GOOD = (CORPUS / "quoting" / "en.toml").read_text(encoding="utf-8")


def write(folder: Path, text: str) -> Path:
    file = folder / "en.toml"
    file.write_text(text, encoding="utf-8")
    return file


def english() -> quoting.Quoting:
    found = Corpus.open(CORPUS).quoting(["en"]).get("en")
    assert found
    return found


@pytest.mark.parametrize(
    ("sentence", "trait"),
    [
        ("Lawyers said that this crime is rare.", "leans"),
        ("Despite these injuries he was tried.", "hangs"),
        ("In January, however, the court said no.", "answers"),
        ("Although the law forbids it, police did so.", "concedes"),
        ("The number of victims is unknown.", "limits"),
        ("There were no reports of disappearances.", "denies"),
        ("The ministry denied these claims.", "answers"),
        ("By law, trials must be public.", "norm"),
        ("The punishment for rape ranges from three to 15 years.", "norm"),
        ("On the first day detainees have the right to a lawyer.", "norm"),
        ("By comparison, courts heard four cases in 2017.", "compares"),
        ("By comparison, courts heard four cases in 2017.", "hangs"),
        ("Observers called her dismissal baseless.", "answers"),
        ("All of them were ethnic Uzbeks.", "limits"),
        ("Authorities generally respected the right to gather.", "praises"),
        ("Courts barred observers from ten trials.", "unkept"),
        ("In May a court convicted an imam.", "charges"),
        ("The lawyers of Usenov said that police had beaten him.", "defends"),
    ],
)
def test_a_sentence_has_traits(sentence: str, trait: str) -> None:
    assert getattr(english().traits(sentence), trait)


@pytest.mark.parametrize(
    ("sentence", "trait"),
    [
        ("The court decided as follows, in such words: he is free.", "leans"),
        ("The ministry denied entry to ten men.", "answers"),
        ("The courts in practice refused.", "answers"),
        ("By law, trials must be public, but many were closed.", "norm"),
        ("By law, trials are public, and the authorities respected it.", "norm"),
        ("Detainees have the right to a lawyer, but police called none.", "norm"),
        ("A man was beaten under the law.", "norm"),
        ("Authorities generally respected it, but closed a march.", "praises"),
        ("In May a comparison was made.", "compares"),
    ],
)
def test_what_only_looks_like_it_has_no_such_trait(sentence: str, trait: str) -> None:
    assert not getattr(english().traits(sentence), trait)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("In one part of the video, officials beat a man.", 1),
        ("The law on videos was not applied.", None),
        ("The short videotape was lost.", None),
        ("A man and a video are shown.", None),
        ("The attorney general said nothing.", None),
    ],
)
def test_what_was_brought_in_before_is_known(sentence: str, place: int | None) -> None:
    before = ["Prison officials were filmed.", "In July a posted video was shown."]
    assert english().introduced(sentence, before) == place


def test_persons_who_were_counted_before_are_taken_up_by_the_article() -> None:
    before = ["Border guards beat two Tajik teenagers near the village."]
    released = "The teenagers were released after an hour with minor injuries."
    assert english().introduced(released, before) == 0
    assert english().introduced("The guards were not punished for it.", before) is None


def test_a_language_without_articles_brings_nothing_in() -> None:
    kyrgyz = Corpus.open(CORPUS).quoting(["ky"])["ky"]
    assert kyrgyz.introduced("Бул видео көрсөтүлдү.", ["Видео тартылды."]) is None


def test_an_opening_is_not_undone_by_words_that_it_holds_itself() -> None:
    """Elsewhere these words mean "and", here they go on from what was said."""
    kyrgyz = Corpus.open(CORPUS).quoting(["ky"])["ky"]
    assert kyrgyz.traits("Өкмөт ошондой эле 10 сотту окутту.").hangs
    assert not kyrgyz.traits("Соттор жана ошондой эле прокурорлор келди.").leans


def test_what_a_law_forbids_did_not_happen() -> None:
    assert english().traits("The law prohibits torture.").gravity == 1
    assert english().traits("The law prohibits torture, but police use it.").gravity > 1


def test_lists_that_came_later_may_be_missing(tmp_path: Path) -> None:
    old = "\n".join(
        line
        for line in GOOD.splitlines()
        if not line.startswith(("replies =", "norms =", "rights =", "practice ="))
    )
    found = quoting.load(write(tmp_path, old))
    assert found
    assert not found.traits("By law, trials must be public.").norm


def test_a_sentence_without_ties_has_none() -> None:
    plain = english().traits("Police opened ten cases in Osh.")
    assert not any(plain[:5])
    assert not plain.denies


@pytest.mark.parametrize(
    ("sentence", "gravity"),
    [
        ("Guards tortured a man.", 4),
        ("Police beat ten men.", 3),
        ("Officers threatened the editor.", 2),
        ("The law limits gatherings and restricts marches.", 1),
        ("The council met in May.", 0),
        ("There were no reports of killings.", 0),
        ("There were no reports of killings, but ten men died.", 4),
    ],
)
def test_a_sentence_is_as_grave_as_what_happened(sentence: str, gravity: int) -> None:
    assert english().traits(sentence).gravity == gravity


def test_pronouns_lean_unless_a_name_stands_before_them() -> None:
    assert english().traits("On Friday police beat him.").leans is False
    assert english().traits("Police beat him on Friday.").leans
    assert not english().traits("In Osh Mr Usenov said that he fell.").leans


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_languages_of_the_corpus_have_their_files(language: str) -> None:
    assert Corpus.open(CORPUS).quoting([language]).get(language)


def test_a_language_without_a_file_has_no_ties() -> None:
    assert Corpus.open(CORPUS).quoting(["uz"]).get("uz") is None
    assert Corpus.open(CORPUS).quoting(["uz", "en"]).keys() == {"en"}


def test_an_own_file_is_read_instead(tmp_path: Path) -> None:
    own = GOOD.replace('"however|"', '"howbeit|"')
    found = quoting.load(write(tmp_path, own))
    assert found
    assert found.traits("Howbeit the court said no.").answers


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("points = [", "point = [", r"en\.toml, line \d+: unknown key 'point'"),
        ("answers = [", "answers = 3\nx = [", "unknown key 'x'"),
        ('"this|", ', '3, "this|", ', r"line \d+: 'points' must be a list of patterns"),
        ("[gravity]", "[gravity]\n5 = []", "unknown key 'gravity.5'"),
        ("denials = [", "denial = [", "unknown key 'said.denial'"),
        ('"this|"', '"~ this"', r"line \d+: the pattern “~ this” cannot be read"),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, fault: str
) -> None:
    with pytest.raises(CorpusError, match=fault):
        quoting.load(write(tmp_path, GOOD.replace(old, new, 1)))


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="'said' must be a table"):
        quoting.load(write(tmp_path, GOOD[: GOOD.index("[said]")]))
