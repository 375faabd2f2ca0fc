"""A brief of another length is composed anew only where it quotes something else."""

import pytest

from briefs.compose.brief import compose
from briefs.compose.excerpts import choosing
from briefs.compose.lengths import Lengths
from briefs.compose.material import Order
from briefs.compose.pages.plan import Plan
from tests.compose.test_brief import material, order

PLANS = [Plan(room=60_000), Plan(room=2_000), Plan(room=60_000, terms=False)]


@pytest.mark.parametrize("quotes", ["both", "original"])
def test_it_is_the_brief_that_is_composed_for_that_length_alone(quotes: str) -> None:
    found = material("statelessness", locale="en")
    wanted: Order = order("en", quotes=quotes)
    lengths = Lengths(found, wanted)
    for plan in PLANS:
        alone = compose(found, order("en", quotes=quotes, plan=plan))
        assert lengths.compose(plan) == alone


def test_more_room_that_nothing_fills_changes_nothing() -> None:
    lengths = Lengths(material("statelessness"), order())
    made = lengths.compose(Plan(room=60_000))
    assert lengths.compose(Plan(room=90_000)) is made
    assert lengths.compose(Plan(room=0, fewest=0)) is not made


def test_what_may_be_quoted_is_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    selected = choosing.selected

    def counted(*given: object) -> choosing.Selection:
        calls.append(given)
        return selected(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(choosing, "selected", counted)
    lengths = Lengths(material("statelessness"), order())
    for room in (500, 2_000, 60_000):
        lengths.compose(Plan(room=room))
    assert len(calls) == 1
