"""Name by checksum all that a brief is made from, so that a receiver has the same."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

from briefs import __version__
from briefs.corpus.corpus import Corpus
from briefs.corpus.vocabulary import corrections
from briefs.errors import CorpusError
from briefs.files import inputs
from briefs.files.cache import digest
from briefs.files.resources import data_dir, house_language
from briefs.i18n import locale as i18n
from briefs.model import Edition

_SETTERS = ("weasyprint", "pydyf", "pyphen", "fontpkg-pt-sans", "fontpkg-pt-serif")
"""The libraries that set the page; the tool pins the others for itself."""


def editions(used: Iterable[Edition], locale: str) -> dict[str, dict[str, str]]:
    """Return the checksums of the files of editions, by edition id and file name.

    Of the translations only those into the language of the brief count.
    """
    return {
        edition.id: {
            edition.path.name: edition.sha256,
            **dict(_beside(edition, locale)),
        }
        for edition in used
    }


def _beside(edition: Edition, locale: str) -> Iterator[tuple[str, str]]:
    home = edition.path.parent
    for file in sorted(home.rglob("*")):
        name = file.relative_to(home).as_posix()
        other = file.parent.name == "translations" and file.stem != locale
        if file.is_file() and file != edition.path and not other and _counts(name):
            yield name, of(file)


def data(corpus: Corpus, locale: str) -> dict[str, str]:
    """Return the checksums of what a corpus holds besides its editions, by name.

    What it does not have itself is the package's. A language of the house is among
    them, if the brief speaks it: as "languages/<tag>".
    """
    names = {
        path.name
        for home in (*corpus.folders, data_dir("corpus"))
        for path in home.iterdir()
        if path.name != "editions" and _counts(path.name)
    }
    found = {name: of(corpus.lent(name)) for name in sorted(names)}
    return found | dict(_house_languages(locale))


def _house_languages(locale: str) -> Iterator[tuple[str, str]]:
    known = i18n.load(locale).written.chain if locale in i18n.available() else ()
    for tag in known:
        if folder := house_language(tag):
            yield f"languages/{tag}", of(folder)


def of(place: Path) -> str:
    """Return the checksum of a file, or of a folder with all it holds."""
    if place.is_file():
        return hashlib.sha256(_held(place)).hexdigest()
    files = (file for file in sorted(place.rglob("*")) if file.is_file())
    parts = ((file.relative_to(place).as_posix(), file) for file in files)
    return digest(*(part for name, file in parts for part in (name, _held(file))))


def _held(file: Path) -> bytes:
    return inputs.read_bytes(file, CorpusError, inputs.SOURCE)


@cache
def code() -> str:
    """Name the version of the tool: its number, and a checksum of all that makes pages.

    The same version has the same name on every machine.
    """
    package = Path(__file__).parents[1]
    setters = (f"{name} {metadata.version(name)}" for name in _SETTERS)
    parts = [digest(module.read_bytes()) for module in sorted(package.rglob("*.py"))]
    parts += [of(data_dir(name)) for name in ("templates", "styles")]
    return f"{__version__}+{digest(*setters, *parts)[:16]}"


def _counts(name: str) -> bool:
    """Tell whether a file can change a brief: notes to people and leftovers cannot."""
    told = name == corrections.FILE  # to whoever verifies an older brief
    return not (told or name.startswith(".") or name.endswith((".md", "~", ".bak")))
