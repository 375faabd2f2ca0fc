"""Read the questions for discussion: one TOML file for each topic, for trainers."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Annotated, TypeAlias

from briefs.corpus.vocabulary.labels import LANGUAGES
from briefs.errors import CorpusError, Message
from briefs.files.data import tomlfile
from briefs.files.data.schema import Languages, value
from briefs.files.data.tomlfile import nearest

Questions: TypeAlias = Mapping[str, tuple[str, ...]]
"""The questions on one topic, by language."""

_QUESTIONS = Annotated[
    dict[str, tuple[str, ...]], Languages(LANGUAGES, spoken=LANGUAGES)
]


def read(files: Iterable[Path], topics: Collection[str] | None) -> dict[str, Questions]:
    """Return the questions of some files, by topic; a topic may have none.

    Raises CorpusError for a file that is not named after one of the `topics` (None:
    any), and for one that is not a list of questions in each language.
    """
    found: dict[str, Questions] = {}
    for path in files:
        if topics is not None and path.stem not in topics:
            raise CorpusError(
                Message(
                    "{file}: there is no topic '{code}'", file=path, code=path.stem
                ),
                hint=nearest(path.stem, topics),
            )
        table = tomlfile.read(path, CorpusError)
        found[path.stem] = value(_QUESTIONS, table)
    return found
