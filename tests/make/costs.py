"""Say at the end of a run which tests took most of a processor, so that none creeps in.

Time of the processor, not of the clock: that of the test and of all programs that it
started. What several tests share counts for the first of them.
"""

import os
from collections.abc import Generator

import pytest

MOST = 10
WORTH_TELLING = 1.0
"""Seconds of a processor below which nobody needs to hear of a test."""

BOUND = 240
"""Seconds of a processor in which `make test` ends (CONTRIBUTING.md)."""

_spent: dict[str, float] = {}


def spent() -> float:
    """Return the seconds of a processor that this program and its children had."""
    return sum(os.times()[:4])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    before = spent()
    done = yield
    _spent[item.nodeid] = spent() - before
    return done


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    dear = sorted(_spent, key=_spent.__getitem__, reverse=True)[:MOST]
    dear = [test for test in dear if _spent[test] >= WORTH_TELLING]
    if not dear:
        return
    terminalreporter.section("seconds of a processor")
    for test in dear:
        terminalreporter.write_line(f"{_spent[test]:6.1f}  {test}")
    terminalreporter.write_line(f"{spent():6.1f}  in all; `make test` has {BOUND}")
