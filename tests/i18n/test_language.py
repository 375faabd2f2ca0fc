"""The file of a language says how dates are written, and nothing that hurts."""

from pathlib import Path

import pytest

from briefs.errors import CorpusError
from briefs.files import resources
from briefs.i18n import language

DAY = "{day}-{month} {year}-ж."
SHIPPED = resources.language_file("ky", "language.toml").read_text("utf-8")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of languages with the Kyrgyz one, which may be changed."""
    monkeypatch.setenv("BRIEFS_LANGUAGES", str(tmp_path))
    (tmp_path / "ky").mkdir()
    return tmp_path / "ky" / "language.toml"


def written(pattern: str) -> str:
    """Return the shipped file with another pattern of a day."""
    lines = [line for line in SHIPPED.splitlines() if not line.startswith("day =")]
    return "\n".join(lines).replace("[dates]", f'[dates]\nday = "{pattern}"')


def test_a_house_writes_its_dates_by_its_own_pattern(home: Path) -> None:
    home.write_text(written(DAY), "utf-8")
    read = language.read("ky")
    assert read.dates is not None
    assert read.dates.patterns["day"] == DAY


@pytest.mark.parametrize(
    "field",
    [
        pytest.param("{year:>999999999}", id="a width would take a gigabyte"),
        pytest.param("{year!r}", id="as programmers write it"),
        pytest.param("{year.__class__}", id="what a number is made of"),
        pytest.param("{century}", id="unknown"),
        pytest.param("{year", id="open"),
        pytest.param("{}", id="without a name"),
    ],
)
def test_a_pattern_has_only_fields_that_are_known(field: str, home: Path) -> None:
    home.write_text(written(field), "utf-8")
    with pytest.raises(CorpusError, match="cannot be used") as error:
        language.read("ky")
    assert "{day}, {month}, {month_of}, {year}" in error.value.hint
