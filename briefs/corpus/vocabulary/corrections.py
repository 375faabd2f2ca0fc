"""Read `corrections.toml`: what was corrected in a corpus, when, in which edition."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefs.corpus.vocabulary.labels import FullWording
from briefs.errors import CorpusError
from briefs.files.data import tomlfile
from briefs.files.data.schema import build

FILE = "corrections.toml"


@dataclass(frozen=True, slots=True)
class Correction:
    """Something of an edition that was wrong until a day."""

    date: date
    edition: str
    what: FullWording


@dataclass(frozen=True, slots=True)
class _File:
    correction: tuple[Correction, ...] = ()


def load(path: Path) -> tuple[Correction, ...]:
    """Return the corrections, the oldest first; none where the file is missing.

    Raises CorpusError naming file, line and key of what is malformed.
    """
    if not path.exists():
        return ()
    found = build(_File, tomlfile.read(path, CorpusError))
    return tuple(sorted(found.correction, key=lambda one: (one.date, one.edition)))
