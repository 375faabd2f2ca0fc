"""What all tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says nothing where other programs run at the same time.
settings.register_profile("briefs", settings.default, deadline=None)
settings.load_profile("briefs")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of judged paragraphs and reports, where a test may look it up."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared")
    return folder
