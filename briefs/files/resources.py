"""Find the data that travels with the package."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]

MESSAGES = "messages.po"
"""The catalog in the folder of a language."""


def data_dir(name: str) -> Path:
    """Return the folder `name` ("templates", "styles" or "corpus").

    An installed wheel keeps it in `briefs/_data`, a checkout beside the package.
    """
    packaged = _PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name


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
    own = _house_languages()
    if own and (own / tag).is_dir():
        return own / tag / name
    return catalogs() / tag / name


def languages() -> set[str]:
    """Return the tags of the languages that there is a message catalog for."""
    places = [place for place in (_house_languages(), catalogs()) if place]
    return {
        path.parent.name for place in places for path in place.glob(f"*/{MESSAGES}")
    }


def _house_languages() -> Path | None:
    named = os.environ.get("BRIEFS_LANGUAGES", "")
    return Path(named) if named else None


def taxonomy(folder: Path) -> Path:
    """Return the corpus folder whose topics are used: its own, or the package's."""
    return folder if (folder / "topics").is_dir() else data_dir("corpus")


def of_corpus(folder: Path, name: str) -> Path:
    """Return a file of a corpus folder, or the package's own where it has none.

    For what is known of a language or of the world, and not of one corpus.
    """
    own = folder / name
    return own if own.exists() else data_dir("corpus") / name
