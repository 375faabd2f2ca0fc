"""Cases that are alike: a few stand for all in `make test`, `make check` tries each."""

from collections.abc import Iterable

import pytest
from _pytest.mark.structures import ParameterSet


def standing_for(
    shown: Iterable[object], cases: Iterable[object]
) -> list[ParameterSet]:
    """Return the cases; those that are not shown are thorough.

    Raises ValueError where one that is to be shown is no case at all.
    """
    wanted, found = list(shown), list(cases)
    if lost := [case for case in wanted if case not in found]:
        raise ValueError(f"no such cases: {lost}")
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)),
            marks=() if case in wanted else pytest.mark.thorough,
        )
        for case in found
    ]
