"""Read `adjectives.toml`: the words of each language that no number follows."""

from pathlib import Path

from briefs.corpus.vocabulary.labels import LANGUAGES
from briefs.errors import CorpusError
from briefs.files import resources
from briefs.files.data import tomlfile
from briefs.files.data.schema import build
from briefs.reading.intruders import Adjectives

FILE = "adjectives.toml"


def read(path: Path) -> dict[str, Adjectives]:
    """Return the adjectives of each language.

    Raises CorpusError naming file, line and key of what is malformed.
    """
    table = tomlfile.read(path, CorpusError)
    table.allow({*LANGUAGES, *resources.languages()})
    return {language: build(Adjectives, table, language) for language in table.values}
