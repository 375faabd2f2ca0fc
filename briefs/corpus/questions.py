"""Read the questions for discussion: one TOML file for each topic, for trainers."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from briefs.corpus.topics import LANGUAGES
from briefs.errors import CorpusError
from briefs.files import resources, tomlfile
from briefs.files.tomlfile import nearest

Questions: TypeAlias = Mapping[str, tuple[str, ...]]
"""The questions on one topic, by language."""


def load(folder: Path, topics: Iterable[str]) -> dict[str, Questions]:
    """Return the questions of a folder, by topic; a topic may have none.

    Raises CorpusError for a file that is not named after one of the `topics`, and for
    one that is not a list of questions in each language.
    """
    known = sorted(topics)
    found: dict[str, Questions] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in known:
            raise CorpusError(
                f"{path}: there is no topic {path.stem!r}",
                hint=nearest(path.stem, known),
            )
        table = tomlfile.read(path, CorpusError)
        table.allow({*LANGUAGES, *resources.languages()})
        found[path.stem] = {
            language: _questions(table, language)
            for language in {**dict.fromkeys(LANGUAGES), **table.values}
        }
    return found


def _questions(table: tomlfile.Table, language: str) -> tuple[str, ...]:
    asked = table.values.get(language)
    if not isinstance(asked, list) or not all(isinstance(one, str) for one in asked):
        raise table.fault(
            f"'{language}' must be a list of questions",
            language,
            hint=f'write {language} = ["…?", "…?", "…?"]',
        )
    return tuple(asked)
