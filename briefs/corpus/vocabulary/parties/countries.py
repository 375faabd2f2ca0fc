"""Read `countries.toml`: what countries are called, by ISO 3166-1 alpha-3."""

from pathlib import Path

from briefs.errors import CorpusError
from briefs.files.data import tomlfile
from briefs.model import Labels


def load(path: Path) -> dict[str, Labels]:
    """Return the names of countries by code and language.

    A country that is not listed has the name that CLDR gives it. Raises CorpusError.
    """
    table = tomlfile.read(path, CorpusError)
    return {code: table.labels(code) for code in table.values}
