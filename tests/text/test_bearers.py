"""Who is named, in full or by a family name alone, and whether he holds an office."""

import pytest

from briefs.corpus.corpus import Corpus
from briefs.text.bearers import NOBODY, Bearers
from briefs.text.names import Name
from tests.make.places import CORPUS

KIM = Name(("Александр Ким", "Aleksandr Kim"))
USENOV = Name(("Асан Үсөнов",), shown=True)
PEOPLE = Bearers([KIM, USENOV], Corpus.open(CORPUS).grammars.values())


@pytest.mark.parametrize(
    ("text", "in_full"),
    [
        ("Гезиттин ээси Александр Кимдин айтымында, соту болду.", True),
        ("А.Ким келди.", True),
        ("Ким берүүдөн баш тартты.", False),
        ("Ким баш тартты, Александр Ким кетти.", False),
    ],
)
def test_who_is_first_named_in_full_is_told_apart(text: str, in_full: bool) -> None:
    assert PEOPLE.named(text) == {KIM: in_full}
    assert PEOPLE.brought_in(text) == (set() if in_full else {KIM})


def test_who_holds_an_office_is_not_private() -> None:
    assert PEOPLE.tells_of_private("Александр Ким келди.")
    assert not PEOPLE.tells_of_private("Асан Үсөновдун үйү.")
    assert not PEOPLE.tells_of_private("Сот болду.")


def test_nobody_is_named_where_no_list_tells_it() -> None:
    assert not NOBODY.named("Александр Ким келди.")
