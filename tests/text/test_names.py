"""A name is found in every form, and nothing else is taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.corpus.corpus import Corpus
from briefs.text.names import Finder, Name
from tests.make.places import CORPUS

GRAMMARS = Corpus.open(CORPUS).grammars
ASKAROV = Name(("Азимжан Аскаров", "Азимжон Аскаров", "Azimjan Askarov"))
WIFE = Name(("Хадича Аскарова", "Khadicha Askarova"))
MOON = Name(("Пан Ги Мун", "Ban Ki-moon"), shown=True)
KIM = Name(("Александр Ким",))
GULYA = Name(("Айгуля Бекова",))
PLACE = Name(("Кара-Суу",), "place")
GROUP = Name(("Бир Дүйнө",), "organization")
FINDER = Finder(
    (ASKAROV, WIFE, MOON, KIM, GULYA, PLACE, GROUP), tuple(GRAMMARS.values())
)


def found(text: str) -> list[str]:
    return [hit.span.of(text) for hit in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Азимжан Аскаров келди", "Азимжан Аскаров"),
        ("Азимжон Аскаровго уруксат", "Азимжон Аскаровго"),
        ("Аскаровдун адвокаты", "Аскаровдун"),
        ("Аскаровду, анан", "Аскаровду"),
        ("Аскаровдукуна", None),  # no ending: this is no form of a name
        ("Аскаровдон кийин", "Аскаровдон"),
        ("Аскаровдордун үйү", "Аскаровдордун"),
        ("А. Аскаров", "А. Аскаров"),
        ("А.А. Аскаровдун", "А.А. Аскаровдун"),
        ("Аскаров А. А.", "Аскаров А. А."),
        ("Азимжан Абдылдаевич Аскаров", "Азимжан Абдылдаевич Аскаров"),
        ("Аскаров Азимжан Абдылда уулу", "Аскаров Азимжан Абдылда уулу"),
        ("АЗИМЖАН АСКАРОВ", "АЗИМЖАН АСКАРОВ"),
        ("Askarov’s wife", "Askarov"),
        ("the Askarovs", "Askarovs"),
        ("Azimjan Askarovдун", "Azimjan Askarovдун"),
        ("Askarov’дун", "Askarov’дун"),
        ("адвокат Азимжана Аскарова", "Азимжана Аскарова"),
        ("с Аскаровым", "Аскаровым"),
        ("аскаровский", None),
        ("Аскаровское дело", "Аскаровское"),
        ("Хадичой Аскаровой", "Хадичой Аскаровой"),
        ("Айгулю Бекову", "Айгулю Бекову"),
        ("Аcкаpов", "Аcкаpов"),  # Latin c and p
        ("Аска\u00adровдун", "Аска\u00adровдун"),
        ("Аска-\nровдун", "Аска-\nровдун"),
        ("Азимжан\u00a0Аскаров", "Азимжан\u00a0Аскаров"),
        ("аскаров", None),
        ("Аскарбек келди", None),
        ("Нааскаров", None),
        ("Ким берүүдөн баш тартты", "Ким"),
        ("ким келди", None),
        ("Кимдир бирөө", None),
        ("Бир Дүйнөдөн", "Бир Дүйнөдөн"),
        ("Бир Дуйно", "Бир Дуйно"),  # letters that old fonts lose
        ("биринчи дүйнө", None),
        ("Кара-Суунун", "Кара-Суунун"),
    ],
)
def test_a_name_is_found_in_each_form_and_no_other_word_is(
    text: str, name: str | None
) -> None:
    assert found(text) == ([name] if name else [])


def test_names_that_meet_are_told_apart() -> None:
    text = "с женой Азимжана Аскарова Хадичой Аскаровой"
    assert found(text) == ["Азимжана Аскарова", "Хадичой Аскаровой"]
    assert [hit.name for hit in FINDER.find(text)] == [ASKAROV, WIFE]


def test_a_name_ends_with_its_sentence() -> None:
    text = "Алар Аскаров. А. Исаков болсо"
    assert found(text) == ["Аскаров"]


def test_a_longer_shown_name_protects_its_words() -> None:
    (hit,) = FINDER.find("Пан Ги Мундун")
    assert hit.name.shown


@pytest.mark.parametrize(
    ("ending", "mark"),
    [
        ("дун", "дын"),
        ("го", "га"),
        ("дү", "ды"),
        ("лар", "дар"),
        ("ларга", "дарга"),
        ("", ""),
        ("ой", ""),
    ],
)
def test_the_mark_takes_the_case_of_the_name(ending: str, mark: str) -> None:
    assert GRAMMARS["ky"].mark(FINDER.find(f"Аскаров{ending}")[0].ending) == mark


@given(st.text(alphabet="Аа ск-ров.дунХди\nмЖc\u00ad", max_size=60))
def test_hits_are_in_order_and_apart(text: str) -> None:
    end = 0
    for hit in FINDER.find(text):
        assert end <= hit.span.start < hit.span.end <= len(text)
        end = hit.span.end


def test_what_no_grammar_inflects_is_found_as_written() -> None:
    text = "Аскаров, Аскаровдун"
    assert [hit.span.of(text) for hit in Finder((ASKAROV,)).find(text)] == ["Аскаров"]
