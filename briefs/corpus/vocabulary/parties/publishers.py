"""Read `publishers.toml`: who publishes reports, how they are made, what they lack."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefs.corpus.vocabulary.labels import FullWording
from briefs.errors import CorpusError
from briefs.files.data import tomlfile
from briefs.files.data.schema import build

FILE = "publishers.toml"


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher as described on a day.

    `names` are what editions call it, in any language. `language` is the one the
    description was written in; the others are working translations of it until a
    person has `reviewed` them all.
    """

    names: tuple[str, ...]
    labels: FullWording
    as_of: date
    language: str
    mandate: FullWording
    method: FullWording
    limits: FullWording
    reviewed: bool = False


def load(path: Path) -> Mapping[str, Publisher]:
    """Return the publishers by their codes; there are none where the file is missing.

    Raises CorpusError naming file, line and key of what is malformed.
    """
    if not path.exists():
        return {}
    table = tomlfile.read(path, CorpusError)
    return {code: build(Publisher, table, code) for code in table.values}
