"""Find what this machine lacks, and say how to install it."""

import ctypes
import ctypes.util
import importlib.util
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefs.errors import CorpusError, RenderError
from briefs.files import cache
from briefs.i18n import language
from briefs.i18n import locale as i18n
from briefs.render import fonts

_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `remedy` is empty where nothing is to be done."""

    name: str
    ok: bool
    detail: str
    remedy: str = ""

    def __str__(self) -> str:
        """Return the finding as a line: "ok  Python: 3.11.7"."""
        line = f"{'ok' if self.ok else 'NO'}  {self.name}: {self.detail}"
        return f"{line}; {self.remedy}" if self.remedy else line


@dataclass(frozen=True, slots=True)
class _Library:
    """A shared library of the page renderer, by its names on Linux and macOS."""

    name: str
    linux: str
    macos: str
    debian: str


_LIBRARIES = (
    _Library("pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0"),
    _Library(
        "pangoft2-1.0",
        "libpangoft2-1.0.so.0",
        "libpangoft2-1.0.dylib",
        "libpangoft2-1.0-0",
    ),
    _Library(
        "harfbuzz-subset",
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset.0.dylib",
        "libharfbuzz-subset0",
    ),
)
_INSTALL = {
    "debian": "sudo apt-get install {debian}",
    "fedora": "sudo dnf install pango harfbuzz",
    "macos": "brew install pango",
}
_PACKAGES = "install the packages again: make install"


def examine(folders: Sequence[Path], output: Path) -> Iterator[Finding]:
    """Look at all that a brief needs, in the order in which it is needed.

    `folders` are those of the corpus; `output` is the file or folder that will be
    written.
    """
    yield _python()
    yield from map(_library, _LIBRARIES)
    yield from map(_fonts, fonts.FAMILIES)
    yield from map(_locale_data, i18n.available())
    yield _corpus(folders)
    yield _cache()
    yield _output(output)


def missing_packages() -> list[str]:
    """Return the Debian and Ubuntu packages that are missing, before any is installed.

    This needs nothing but Python itself.
    """
    venv = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    wanted = [] if importlib.util.find_spec("ensurepip") else [venv]
    return wanted + [library.debian for library in _LIBRARIES if not _loads(library)]


def _python() -> Finding:
    ok = sys.version_info >= _PYTHON
    needed = ".".join(map(str, _PYTHON))
    remedy = "" if ok else f"install Python {needed} or newer"
    return Finding("Python", ok, platform.python_version(), remedy)


def _library(library: _Library) -> Finding:
    if _loads(library):
        return Finding(library.name, ok=True, detail="found")
    remedy = _remedy().format(debian=library.debian)
    return Finding(library.name, ok=False, detail="not found", remedy=remedy)


def _loads(library: _Library) -> bool:
    names = (library.linux, library.macos, ctypes.util.find_library(library.name))
    return any(_opens(name) for name in names if name)


def _opens(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _remedy() -> str:
    """Return the command of this system, or of each when it is another one."""
    system = _system()
    return _INSTALL[system] if system in _INSTALL else "; or ".join(_INSTALL.values())


def _system() -> str:
    if sys.platform == "darwin":
        return "macos"
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    family = {release["ID"], *release.get("ID_LIKE", "").split()}
    return next((system for system in _INSTALL if system in family), "")


def _fonts(family: str) -> Finding:
    """Look for every face of a family, each with the letters of all languages."""
    from fontTools.ttLib import TTFont, TTLibError

    wanted = letters()

    for weight, style in fonts.FACES:
        try:
            path = fonts.file(family, weight, style)
            with path.open("rb") as file, TTFont(file, lazy=True) as font:
                covered = font.getBestCmap()
        except RenderError as problem:
            return Finding(family, False, problem.message, problem.hint)
        except (OSError, TTLibError) as problem:
            return Finding(family, False, str(problem), _PACKAGES)
        if lacking := "".join(c for c in wanted if ord(c) not in covered):
            detail = f"{weight} {style} lacks {lacking}"
            return Finding(family, False, detail, _PACKAGES)
    return Finding(family, ok=True, detail=f"{len(fonts.FACES)} faces, {wanted}")


def letters() -> str:
    """Return the letters that the languages need and not every font has."""
    found = "".join(language.read(code).letters for code in i18n.available())
    return "".join(dict.fromkeys(found))


def _locale_data(locale: str) -> Finding:
    from babel import Locale, UnknownLocaleError

    name = f"locale {locale}"
    try:
        own_name = Locale.parse(language.read(locale).cldr).get_display_name()
    except UnknownLocaleError:
        return Finding(name, False, "no data in Babel", _PACKAGES)
    return Finding(name, ok=True, detail=own_name or locale)


def _corpus(folders: Sequence[Path]) -> Finding:
    """Look whether editions and topics can be read; `briefs check` looks closer."""
    from briefs.corpus.corpus import Corpus

    try:
        corpus = Corpus.open(*folders)
        for edition in corpus.editions:
            corpus.source(edition)
        editions, topics = len(corpus.editions), len(corpus.topics)
    except CorpusError as problem:
        return Finding("corpus", False, problem.message, problem.hint)
    places = ", ".join(map(str, folders))
    detail = f"{places}: {editions} editions, {topics} topics"
    return Finding("corpus", ok=True, detail=detail)


def _cache() -> Finding:
    """Store something and take it out again; without a cache all still works."""
    home = cache.folder()
    if home is None:
        return Finding("cache", ok=True, detail="off")
    key = cache.digest("doctor")
    cache.store(key, "doctor", b"well")
    if cache.load(key, "doctor") == b"well":
        return Finding("cache", ok=True, detail=str(home))
    detail = f"{home} cannot be written, so briefs take longer"
    return Finding("cache", False, detail, "name a folder in BRIEFS_CACHE")


def _output(output: Path) -> Finding:
    nearest = next(
        path for path in (output, *output.absolute().parents) if path.exists()
    )
    if os.access(nearest, os.W_OK):
        return Finding("output", ok=True, detail=f"{output} can be written")
    remedy = "choose a folder you may write to with -o"
    return Finding("output", False, f"{nearest} cannot be written", remedy)
