"""Read `families.toml`: which indicators stand under one heading of a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefs.corpus.vocabulary.labels import FullWording
from briefs.errors import CorpusError, Message
from briefs.files.data import tomlfile
from briefs.files.data.schema import build
from briefs.model import Indicator, Labels

FILE = "families.toml"


@dataclass(frozen=True, slots=True)
class _Family:
    """A heading, and the codes of the indicators under it in their order."""

    labels: FullWording
    indicators: tuple[str, ...]


def files(folder: Path) -> list[Path]:
    """Return the file beside a folder of indicators, if there is one."""
    return [file for file in [folder.with_name(FILE)] if file.exists()]


def told(folder: Path, indicators: Mapping[str, Indicator]) -> dict[str, Indicator]:
    """Return the indicators of a folder with their families, where a file tells them.

    Raises CorpusError naming file, line and key of what is malformed, and of an
    indicator that does not exist or is in two families.
    """
    tables = [tomlfile.read(file, CorpusError) for file in files(folder)]
    families = dict(pair for table in tables for pair in _families(table, indicators))
    return {
        code: replace(one, family=families.get(code, {}))
        for code, one in indicators.items()
    }


def _families(
    table: tomlfile.Table, known: Mapping[str, Indicator]
) -> Iterator[tuple[str, Labels]]:
    """Yield indicators by their codes, each with what its family is called."""
    seen: set[str] = set()
    for name in table.values:
        family = build(_Family, table, name)
        for code in family.indicators:
            if code not in known:
                raise table.fault(
                    Message("the indicator '{code}' does not exist", code=code),
                    name,
                    "indicators",
                    hint=tomlfile.nearest(code, known),
                )
            if code in seen:
                raise table.fault(
                    Message("the indicator '{code}' is in two families", code=code),
                    name,
                    "indicators",
                )
            seen.add(code)
            yield code, family.labels
