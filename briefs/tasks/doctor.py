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

from briefs.errors import CorpusError, Message, RenderError
from briefs.files import cache
from briefs.i18n import language
from briefs.i18n import locale as i18n
from briefs.render.typeface import fonts

_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that was looked at; `remedy` is None where nothing is to be done."""

    name: Message | str
    ok: bool
    detail: Message | str
    remedy: Message | str | None = None

    @property
    def said(self) -> Message:
        """The condition as a line: "ok  Python: 3.11.7"."""
        line = Message(
            "{sign}  {name}: {detail}",
            sign=_OK if self.ok else _NO,
            name=self.name,
            detail=self.detail,
        )
        if not self.remedy:
            return line
        return Message("{line}; {remedy}", line=line, remedy=self.remedy)


_OK, _NO = Message("ok"), Message("NO")


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
_PACKAGES = Message("install the packages again: make install")


def examine(folders: Sequence[Path], output: Path) -> Iterator[Condition]:
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


def _python() -> Condition:
    ok = sys.version_info >= _PYTHON
    needed = ".".join(map(str, _PYTHON))
    remedy = Message("install Python {version} or newer", version=needed)
    return Condition("Python", ok, platform.python_version(), None if ok else remedy)


def _library(library: _Library) -> Condition:
    if _loads(library):
        return Condition(library.name, ok=True, detail=Message("found"))
    remedy = _remedy(library.debian)
    return Condition(library.name, ok=False, detail=Message("not found"), remedy=remedy)


def _loads(library: _Library) -> bool:
    names = (library.linux, library.macos, ctypes.util.find_library(library.name))
    return any(_opens(name) for name in names if name)


def _opens(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _remedy(debian: str) -> Message | str:
    """Return the command of this system, or of each when it is another one."""
    commands = {name: line.format(debian=debian) for name, line in _INSTALL.items()}
    if command := commands.get(_system()):
        return command
    debian, fedora, macos = commands.values()
    return Message(
        "{debian}; or {fedora}; or {macos}", debian=debian, fedora=fedora, macos=macos
    )


def _system() -> str:
    if sys.platform == "darwin":
        return "macos"
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    family = {release["ID"], *release.get("ID_LIKE", "").split()}
    return next((system for system in _INSTALL if system in family), "")


def _fonts(family: str) -> Condition:
    """Look for every face of a family, each with the letters of all languages."""
    from fontTools.ttLib import TTFont, TTLibError

    wanted = letters()

    for weight, style in fonts.FACES:
        try:
            path = fonts.file(family, weight, style)
            with path.open("rb") as file, TTFont(file, lazy=True) as font:
                covered = font.getBestCmap()
        except RenderError as problem:
            return Condition(family, False, problem.said, problem.advice)
        except (OSError, TTLibError) as problem:
            return Condition(family, False, str(problem), _PACKAGES)
        if lacking := "".join(c for c in wanted if ord(c) not in covered):
            detail = Message(
                "{weight} {style} lacks {letters}",
                weight=weight,
                style=style,
                letters=lacking,
            )
            return Condition(family, False, detail, _PACKAGES)
    detail = Message(
        "faces: {count}, {letters}", count=len(fonts.FACES), letters=wanted
    )
    return Condition(family, ok=True, detail=detail)


def letters() -> str:
    """Return the letters that the languages need and not every font has."""
    found = "".join(language.read(code).letters for code in i18n.available())
    return "".join(dict.fromkeys(found))


def _locale_data(locale: str) -> Condition:
    from babel import Locale, UnknownLocaleError

    name = Message("language {language}", language=locale)
    try:
        own_name = Locale.parse(language.read(locale).cldr).get_display_name()
    except UnknownLocaleError:
        return Condition(name, False, Message("no data in Babel"), _PACKAGES)
    return Condition(name, ok=True, detail=own_name or locale)


def _corpus(folders: Sequence[Path]) -> Condition:
    """Look whether editions and topics can be read; `briefs check` looks closer."""
    from briefs.corpus.corpus import Corpus

    try:
        corpus = Corpus.open(*folders)
        for edition in corpus.editions:
            corpus.source(edition)
        editions, topics = len(corpus.editions), len(corpus.topics)
    except CorpusError as problem:
        return Condition(_CORPUS, False, problem.said, problem.advice)
    places = ", ".join(map(str, folders))
    detail = Message(
        "{places}: editions: {editions}, topics: {topics}",
        places=places,
        editions=editions,
        topics=topics,
    )
    return Condition(_CORPUS, ok=True, detail=detail)


def _cache() -> Condition:
    """Store something and take it out again; without a cache all still works."""
    home = cache.folder()
    if home is None:
        return Condition(_CACHE, ok=True, detail=Message("off"))
    key = cache.digest("doctor")
    cache.store(key, "doctor", b"well")
    if cache.load(key, "doctor") == b"well":
        return Condition(_CACHE, ok=True, detail=str(home))
    detail = Message("{folder} cannot be written, so briefs take longer", folder=home)
    return Condition(_CACHE, False, detail, Message("name a folder in BRIEFS_CACHE"))


def _output(output: Path) -> Condition:
    nearest = next(
        path for path in (output, *output.absolute().parents) if path.exists()
    )
    if os.access(nearest, os.W_OK):
        detail = Message("{place} can be written", place=output)
        return Condition(_OUTPUT, ok=True, detail=detail)
    detail = Message("{place} cannot be written", place=nearest)
    remedy = Message("name a folder you may write to: `briefs build TOPIC -o FOLDER/`")
    return Condition(_OUTPUT, False, detail, remedy)


_CORPUS, _CACHE, _OUTPUT = Message("corpus"), Message("cache"), Message("output")
