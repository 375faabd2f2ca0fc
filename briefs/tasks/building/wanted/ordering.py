"""Order the briefs of a recipe that people write.

All that is to be seen on a page comes from the recipe, so that it makes the same bytes
anywhere; and it names no file to be written outside its own folder.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefs.choice import OwnWords, Picks, Replaced, years_in
from briefs.compose import ownwords
from briefs.corpus.corpus import Corpus
from briefs.corpus.scope import Range
from briefs.document import Issuer
from briefs.errors import Message, SettingError, UnknownTopicError, UsageError
from briefs.files import pictures, resources
from briefs.files.data.tomlfile import Table, nearest
from briefs.tasks.building import replaced
from briefs.tasks.building.wanted import recipefile
from briefs.tasks.building.wanted.recipefile import Text, Written
from briefs.tasks.building.wanted.request import Look, Request


@dataclass(frozen=True, slots=True)
class Changed:
    """What a call asks for instead of what the recipe says; None leaves it."""

    locales: Sequence[str] | None = None
    profile: str | None = None
    output: str | None = None
    day: date | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class RecipeFile:
    """A recipe that was read: the orders for its briefs, and what it is read from.

    `table` knows the lines of its keys; `files` are the recipe and what it names.
    """

    table: Table
    requests: tuple[Request, ...]
    files: tuple[Path, ...]


def read(path: Path, corpus: Corpus, day: date, changed: Changed) -> RecipeFile:
    """Read a recipe; `day` is the date of issue where it says none.

    Raises SettingError, with file, line and key, for what is unknown or malformed.
    """
    table, written = recipefile.load(path)
    home = path.parent
    look = _look(table, written, home)
    withhold = None
    if written.withhold:
        withhold = _near(table, home, written.withhold, "withhold")
    _require_known(table, written, corpus, look)
    locales = tuple(dict.fromkeys(changed.locales or written.locales))
    words = {locale: _words(table, written, locale, len(locales)) for locale in locales}
    issuer, logo = _issuer(table, written, home)
    issued = changed.day or written.date or day
    older = _replaced(table, written, home, corpus, issued)
    output = changed.output or _folder(table, written, home)
    requests = tuple(
        Request(
            topics=written.topics,
            locales=locales,
            day=issued,
            force=changed.force,
            range=Range(_years(table, written), frozenset(written.countries) or None),
            look=Look(
                profile=profile,
                format=format,
                paper=written.paper,
                mono=written.mono,
                crop_marks=written.crop_marks,
                accent=written.accent,
                folder=look,
            ),
            separate=written.separate,
            full=written.full,
            quotes=written.quotes,
            by=written.by,
            pages=written.pages,
            output=output,
            issuer=issuer,
            draft=written.draft,
            words=words,
            picks=Picks(
                written.excerpts.only,
                written.excerpts.without,
                written.excerpts.pin,
                written.excerpts.order,
            ),
            name=written.output.name,
            names=written.names,
            withhold=withhold,
            replaces=older,
        )
        for profile in ([changed.profile] if changed.profile else written.profiles)
        for format in dict.fromkeys(written.formats)
    )
    return RecipeFile(
        table, requests, tuple(filter(None, (path, logo, look, withhold)))
    )


def _require_known(
    table: Table, written: Written, corpus: Corpus, look: Path | None
) -> None:
    """Refuse topics, languages and page designs that do not exist."""
    for topic in written.topics:
        try:
            corpus.select([topic])
        except (UnknownTopicError, UsageError) as error:
            raise table.fault(error.said, "topics", hint=error.advice) from error
    known = {
        "locales": (Message("language"), sorted({"en", *resources.languages()})),
        "profiles": (Message("page design"), resources.designs(look)),
    }
    for key in ("topics", "locales", "profiles", "formats"):
        named = getattr(written, key)
        if not named:
            raise table.fault(Message("'{key}' is empty", key=key), key)
        kind, names = known.get(key, (Message(""), named))
        for name in named:
            if name not in names:
                raise table.fault(
                    Message("there is no {kind} '{name}'", kind=kind, name=name),
                    key,
                    hint=nearest(name, names),
                )


def _words(table: Table, written: Written, locale: str, locales: int) -> OwnWords:
    """Return the organisation's own words in a language."""
    return OwnWords(
        title=_text(table, "title", written.title, locale, locales).strip(),
        introduction=_text(
            table, "introduction", written.introduction, locale, locales
        ),
        call=_text(table, "call", written.call, locale, locales),
    )


def _text(table: Table, key: str, text: Text, locale: str, locales: int) -> str:
    """Return a text in a language; one text serves one language only."""
    if isinstance(text, Mapping):
        if locale not in text:
            raise table.fault(
                Message("'{key}' has no text in '{locale}'", key=key, locale=locale),
                key,
                hint=Message('write {key}.{locale} = "…"', key=key, locale=locale),
            )
        said, keys = text[locale], [key, locale]
    else:
        if text and locales > 1:
            raise table.fault(
                Message("'{key}' is one text for several languages", key=key),
                key,
                hint=Message('write {key}.{locale} = "…"', key=key, locale=locale),
            )
        said, keys = text, [key]
    try:
        ownwords.title(said) if key == "title" else ownwords.blocks(said)
    except UsageError as error:
        raise table.fault(
            Message("'{key}': {what}", key=".".join(keys), what=error.said),
            *keys,
            hint=error.advice,
        ) from error
    return said


def _years(table: Table, written: Written) -> frozenset[int] | None:
    if not isinstance(written.years, str):
        return frozenset(written.years) or None
    try:
        return frozenset(years_in(written.years)) if written.years else None
    except ValueError:
        raise table.fault(
            Message("{years} is not a year or a range of years", years=written.years),
            "years",
            hint=Message("write it as 2017, 2015-2018 or 2015,2017"),
        ) from None


def _issuer(
    table: Table, written: Written, home: Path
) -> tuple[Issuer | None, Path | None]:
    """Return who issues the briefs, and the file of the logo."""
    house = written.issuer
    if house is None:
        return None, None
    if not house.logo:
        return Issuer(house.name, house.contact, ""), None
    logo = _near(table, home, house.logo, "issuer", "logo")
    try:
        picture = pictures.data_uri(logo, SettingError)
    except SettingError as error:
        raise table.fault(error.said, "issuer", "logo", hint=error.advice) from error
    return Issuer(house.name, house.contact, picture), logo


def _replaced(
    table: Table, written: Written, home: Path, corpus: Corpus, day: date
) -> Replaced | None:
    """Return the older brief that the briefs of a recipe replace."""
    if not written.replaces:
        return None
    try:
        older = _near(table, home, written.replaces, "replaces")
        return replaced.read(older, corpus, day)
    except UsageError as error:
        raise table.fault(error.said, "replaces", hint=error.advice) from error


def _near(table: Table, home: Path, name: str, *keys: str) -> Path:
    """Return a file or folder that a recipe reads; refuse one from elsewhere.

    It stands in the folder of the recipe, or in that where the command is called if the
    recipe does too: whoever sent a recipe does not choose among the user's files.
    """
    path = home / name
    here, there = Path.cwd(), _real(home)
    around = here if there.is_relative_to(here) else there
    if not _real(path).is_relative_to(around):
        raise table.fault(
            Message("{file} stands outside the folder of the recipe", file=path),
            *keys,
            hint=Message("copy it beside the recipe"),
        )
    return path


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # a circle of links is told when it is read


def _look(table: Table, written: Written, home: Path) -> Path | None:
    if written.look is None:
        return None
    look = _near(table, home, written.look, "look")
    if not look.is_dir():
        raise table.fault(
            Message("there is no folder {folder}", folder=look),
            "look",
            hint=Message("name one that holds templates or styles"),
        )
    return look


def _folder(table: Table, written: Written, home: Path) -> str:
    """Return the folder of the finished files: that of the recipe, or one inside it."""
    folder = home / written.output.folder
    if not folder.resolve().is_relative_to(home.resolve()):
        raise table.fault(
            Message("the folder {folder} is outside that of the recipe", folder=folder),
            "output",
            "folder",
            hint=Message("name a folder inside it, or call with -o"),
        )
    return f"{folder}/"
