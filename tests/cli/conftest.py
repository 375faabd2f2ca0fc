"""What the tests of commands share."""

from pathlib import Path

import pytest

from tests.make.shelf import small_corpus


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A small corpus of the test's own, to be spoiled."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    return small_corpus(folder)
