"""Whatever a stranger sends ends in a right result, or in one sentence and its code.

The inputs are numbered, so that the same ones are tried each time; `make fuzz` tries
others for ten minutes. Numbers that once went wrong stay here by name.
"""

import os
from pathlib import Path

import pytest

from tests.make.alike import standing_for
from tests.make.hostile import arena, around, deep
from tests.make.hostile.kinds import KINDS

if not hasattr(os, "fork"):
    pytest.skip("needs processes that fork", allow_module_level=True)

FEW = 2
"""Inputs of each kind that `make test` tries."""


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    arena.load()


DEAR = {"logo", "sealed", "paged", "markup", "several", "everywhere"}
"""Kinds of which an input may take seconds; `make check` tries them."""

TRIED = [(kind, number) for kind in KINDS for number in range(FEW)]


@pytest.mark.parametrize(
    ("kind", "number"),
    standing_for(
        [
            (kind, number)
            for kind, number in TRIED
            if kind not in DEAR
            and not (number and kind in {*deep.KINDS, *around.KINDS})
        ],
        TRIED,
    ),
)
def test_no_input_ends_in_a_fault_of_ours(
    kind: str, number: int, tmp_path: Path
) -> None:
    call, outcome = arena.attempt(KINDS[kind], kind, number, tmp_path / "arena")
    assert not outcome.wrong, (call.words, outcome)


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("addresses", 107),  # the library fails at half an address
        ("judged", 26),  # a draft that stood there was written over
        ("language", 102),  # a catalog that cannot be read, in which to say so
        ("language", 106),  # a translation with an open brace
        ("letter", 6),  # a name of two lines
        ("letter", 7),  # what is told for the letter has another form
        ("odd-file", 2),  # a file of five gigabytes
        ("paged", 2),  # a drawing that draws itself twice
        ("patterns", 3),  # standard output on a full disk
        ("received", 106),  # the library's name for a file without one
    ],
)
def test_what_once_went_wrong_goes_right(
    kind: str, number: int, tmp_path: Path
) -> None:
    call, outcome = arena.attempt(KINDS[kind], kind, number, tmp_path / "arena")
    assert not outcome.wrong, (call.words, outcome)
