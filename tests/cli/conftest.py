"""The corpora that commands are tried on."""

from pathlib import Path

import pytest

from tests.make.shelf import small_corpus


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small corpus that no test may change."""
    return small_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A small corpus of the test's own, to be spoiled."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    return small_corpus(folder)
