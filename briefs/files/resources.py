"""Find the data that travels with the package."""

import os
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]

MESSAGES = "messages.po"
"""The catalog in the folder of a language."""

WORDINGS = "corpus.po"
"""The catalog of what a corpus says, in the folder of a language."""


def data_dir(name: str) -> Path:
    """Return the folder `name` ("templates", "styles" or "corpus").

    An installed wheel keeps it in `briefs/_data`, a checkout beside the package.
    """
    return _data_dir(_PACKAGE, name)


@cache
def _data_dir(package: Path, name: str) -> Path:
    packaged = package / "_data" / name
    return packaged if packaged.is_dir() else package.parent / name


def catalogs() -> Path:
    """Return where the languages of the package stand: a folder for each, by its tag.

    It holds `language.toml`, how the language is written, `messages.po`, what the
    program and its pages say, and may hold `corpus.po`, what a corpus says.
    """
    return data_dir("templates") / "locales"


def language_file(tag: str, name: str) -> Path:
    """Return a file of a language: the house's own, else the package's.

    BRIEFS_LANGUAGES names the folder of a house's languages.
    """
    return (house_language(tag) or catalogs() / tag) / name


def house_language(tag: str) -> Path | None:
    """Return the folder of a language of the house, None where it has none."""
    own = _house_languages()
    return own / tag if own and (own / tag).is_dir() else None


def languages() -> set[str]:
    """Return the tags of the languages that there is a message catalog for."""
    places = [place for place in (_house_languages(), catalogs()) if place]
    return {
        path.parent.name for place in places for path in place.glob(f"*/{MESSAGES}")
    }


def _house_languages() -> Path | None:
    named = os.environ.get("BRIEFS_LANGUAGES", "")
    return Path(named) if named else None


def designs(look: Path | None = None) -> list[str]:
    """Return the names of the page designs: the package's, and those of a house."""
    folders = [data_dir("templates"), *([look / "templates"] if look else [])]
    files = (file for folder in folders for file in folder.glob("[!_]*.html.j2"))
    return sorted({file.name.removesuffix(".html.j2") for file in files})


def shelves() -> list[Path]:
    """Return the corpus folders that every command reads: the user's, the shipped."""
    own = users_corpus()
    shipped = data_dir("corpus")
    return [own, shipped] if own and own.is_dir() else [shipped]


def users_corpus() -> Path | None:
    """Return where the user's own editions stand, None for a user without a home.

    It is the place that the platform keeps for such data.
    """
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "briefs" / "corpus"
    if sys.platform == "win32":
        return home / "AppData" / "Local" / "briefs" / "corpus"
    data = os.environ.get("XDG_DATA_HOME", "")
    return (Path(data) if data else home / ".local" / "share") / "briefs" / "corpus"
