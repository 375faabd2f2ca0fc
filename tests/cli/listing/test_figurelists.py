"""Figures are listed in the words of the reader: units, kinds, periods, reporters."""

import tomllib
from functools import cache

import pytest

from briefs.cli.listing import figurelists
from briefs.compose.statistics.amounts import DURATIONS
from briefs.i18n import messages
from briefs.model import Basis, Kind
from tests.make.alike import standing_for
from tests.make.commands import Outcome, run
from tests.make.places import CORPUS


def units() -> set[str]:
    """Return every unit that a grammar finds or that a ledger of ours has."""
    grammars = (CORPUS / "numbers").glob("*.toml")
    return {
        unit
        for file in grammars
        for unit in tomllib.loads(file.read_text("utf-8"))["units"]
    }


def test_every_unit_has_a_word_or_is_told_by_its_amount_or_quotation() -> None:
    # 5% has its sign; what five items are stands in the quotation below the number.
    assert units() - {*figurelists.UNITS, *DURATIONS} == {"percent", "items"}


@pytest.mark.parametrize("code", ["ky", "ru", "uz-Cyrl"])
def test_every_word_of_a_figure_is_said_in_every_language(code: str) -> None:
    assert {*figurelists._KINDS} == {*Kind}
    assert {*figurelists._BASES} == {*Basis}
    said = (
        *figurelists.UNITS.values(),
        *figurelists._KINDS.values(),
        *figurelists._BASES.values(),
    )
    for message in said:
        assert messages.say(message, code) != str(message)


@cache
def listed(code: str) -> Outcome:
    return run("figures", "-l", code)


@pytest.mark.parametrize(
    ("code", "word"),
    standing_for(
        [("ru", "пытки")], [("ky", "кыйноо"), ("ru", "пытки"), ("en", "Torture")]
    ),
)
def test_every_figure_of_the_corpus_is_listed(code: str, word: str) -> None:
    told = listed(code)
    assert (told.code, told.err) == (0, "")
    assert word in told.out


def test_several_reporters_are_named_one_by_one() -> None:
    told = listed("ru").out
    assert "Институт «Кыз Коргон» и Центр поддержки женщин" in told
