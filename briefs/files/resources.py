"""Find the data that travels with the package."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def data_dir(name: str) -> Path:
    """Return the folder `name` ("templates", "styles" or "corpus").

    An installed wheel keeps it in `briefs/_data`, a checkout beside the package.
    """
    packaged = _PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name


def catalogs() -> Path:
    """Return the folder of the message catalogs, one PO file for each language."""
    return data_dir("templates") / "locales"


def languages() -> set[str]:
    """Return the codes of the languages that there is a message catalog for."""
    return {path.stem for path in catalogs().glob("*.po")}


def taxonomy(folder: Path) -> Path:
    """Return the corpus folder whose topics are used: its own, or the package's."""
    return folder if (folder / "topics").is_dir() else data_dir("corpus")


def of_corpus(folder: Path, name: str) -> Path:
    """Return a file of a corpus folder, or the package's own where it has none.

    For what is known of a language or of the world, and not of one corpus.
    """
    own = folder / name
    return own if own.exists() else data_dir("corpus") / name
