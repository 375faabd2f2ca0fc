"""What all tests share."""

import gc
import importlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.make.commands import Built, maker
from tests.make.places import SHARED
from tests.make.shelf import small_corpus

# `make test` tries the same examples each time, `make check` looks for new ones. How
# long an example takes says nothing where other programs run at the same time.
settings.register_profile("briefs", max_examples=25, deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "briefs"))

# Small corpora have the grammars of the package: each pattern is compiled for the first
# only. What tests hold for long need not be looked through for garbage all the time.
vars(importlib.import_module("regex._main"))["_MAXCACHE"] = 100_000
gc.set_threshold(50_000, 20, 50)

pytest_plugins = ["tests.make.costs"]

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what comes out now into tests/cases; look at the difference",
    )


@pytest.fixture(scope="session", autouse=True)
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep tests away from the user's own settings, language and cache."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("BRIEFS_")]:
            patch.delenv(name)
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        # The programs that tests start are many: the first compiles for all.
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.setenv("BRIEFS_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of two editions and two topics, which no test may change.

    What does not depend on how much there is to say is tried on it: in half a second.
    """
    return small_corpus(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return what makes a brief of the package's corpus, once for all tests.

    A brief takes seconds: ask for words that another test asks for too.
    """
    return maker(tmp_path_factory.mktemp("built"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with what a file holds, or write it there when asked to."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), path.name

    return compare


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of judged paragraphs and reports, where a test may look it up."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared")
    return SHARED
