"""Say what may stand in a recipe that people write, and read it.

A recipe may come from a stranger: what it says is checked key by key.
"""

import datetime
import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from briefs.errors import Message, SettingError
from briefs.files.data import schema, tomlfile
from briefs.files.data.schema import Form, Limits
from briefs.files.data.tomlfile import Table, nearest

NAMES = ("locale", "profile", "topic")
"""The fields that the name of a file may have."""

Text = str | dict[str, str]
"""A text in the language of the brief, or one for each language."""


@dataclass(frozen=True, slots=True)
class Excerpts:
    """Which excerpts are wanted, by their ids; see `choice.Picks`."""

    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    pin: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class House:
    """Who issues the briefs; the logo is a file."""

    name: str
    contact: str = ""
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Output:
    """Where the finished files go, and what they are called."""

    folder: str = "."
    name: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A recipe as it is written; every key is explained in `docs/recipe.md`."""

    topics: tuple[str, ...]
    title: Text = ""
    introduction: Text = ""
    call: Text = ""
    locales: tuple[str, ...] = ("ky",)
    profiles: tuple[str, ...] = ("brief",)
    formats: tuple[Literal["pdf", "html"], ...] = ("pdf",)
    years: str | tuple[Annotated[int, Limits(1900, 2099)], ...] = ""
    countries: tuple[
        Annotated[str, Form("[A-Z]{3}", Message("a code such as KGZ"))], ...
    ] = ()
    date: datetime.date | None = None
    quotes: Literal["original", "both", "translation", "annex"] = "both"
    by: Literal["year", "country"] = "year"
    pages: Annotated[int, Limits(2, 1000)] | None = None
    paper: Literal["a4", "letter"] = "a4"
    accent: (
        Annotated[str, Form("#[0-9a-fA-F]{6}", Message('a colour such as "#7a1f1f"'))]
        | None
    ) = None
    look: str | None = None
    mono: bool = False
    crop_marks: bool = False
    full: bool = False
    separate: bool = False
    draft: bool = False
    names: Literal["full", "front", "withheld"] | None = None
    withhold: str | None = None
    replaces: str | None = None
    excerpts: Excerpts = field(default_factory=Excerpts)
    issuer: House | None = None
    output: Output = field(default_factory=Output)


KEYS = tuple(Written.__dataclass_fields__)
"""All keys that a recipe may have."""


def load(path: Path) -> tuple[Table, Written]:
    """Read a recipe; return what it says, and the table that knows its lines.

    Raises SettingError, with file, line and key, for what is unknown or malformed.
    """
    table = tomlfile.read(path, SettingError)
    written = schema.build(Written, table)
    _require_name(table, written.output.name)
    return table, written


def _require_name(table: Table, name: str) -> None:
    """Refuse a name of files that is none, or has a field of another kind."""
    for fault in _faults(name):
        raise table.fault(
            Message("'{key}': {what}", key="output.name", what=fault),
            "output",
            "name",
            hint=Message(
                "write a name such as {example}", example='"torture-{locale}-{profile}"'
            ),
        )


def _faults(name: str) -> Iterator[Message]:
    try:
        parts = list(string.Formatter().parse(name))
    except ValueError:
        yield Message("a bracket {{ or }} stands alone")
        return
    for text, place, form, conversion in parts:
        if set(text) & set('/\\:*?"<>|\n\r\t\0') or name.startswith("."):
            yield Message("a name of a file has no signs such as / or :")
        if place is not None and (place not in NAMES or form or conversion):
            yield Message(
                "there is no field {{{name}}}; {hint}",
                name=place,
                hint=nearest(place, NAMES),
            )
