"""Settle how a brief is made: flag over environment over `briefs.toml` over default."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from briefs import api
from briefs.document import Issuer
from briefs.errors import BriefsError, Message, SettingError, UsageError
from briefs.files import inputs, pictures
from briefs.files.data import tomlfile

FILE_NAME = "briefs.toml"
PREFIX = "BRIEFS_"

# Variables that are ours but no settings of a brief.
_RESERVED = {"BRIEFS_CACHE", "BRIEFS_CONFIG", "BRIEFS_DEBUG"}
_CHOICES = {
    "paper": ("a4", "letter"),
    "quotes": ("original", "both", "translation", "annex"),
    "names": ("full", "front", "withheld"),
}
_PATHS = {"corpus", "look", "languages", "withhold"}
_ISSUER = ("name", "contact", "logo")


@dataclass(frozen=True, slots=True)
class House:
    """The organisation that issues the briefs, as its settings name it."""

    name: str
    contact: str = ""
    logo: Path | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set; None leaves the choice to the stage that needs it.

    `accent` is a hexadecimal colour ("#7a1f1f"). `quotes` says what prints when a
    source is in another language than the brief: original, both or translation. `look`
    is a folder of the house whose `templates/` and `styles/` win over the package's,
    `languages` one of its languages, a folder each. `names` says whose names are
    withheld: those of private persons on the front page or everywhere ("withheld"),
    or none ("full"); `withhold` is a list of names that are withheld in any case.
    """

    locale: str = "ky"
    corpus: Path | None = None
    profile: str = "brief"
    output: str | None = None
    paper: str = "a4"
    accent: str | None = None
    quotes: str = "both"
    look: Path | None = None
    languages: Path | None = None
    names: str | None = None
    withhold: Path | None = None
    issuer: House | None = None


_KEYS = tuple(field.name for field in fields(Settings) if field.name != "issuer")


def resolve(
    flags: Mapping[str, object], env: Mapping[str, str], file: Path | None = None
) -> Settings:
    """Return the settings in force.

    A flag that is None was not given. Without `file`, `briefs.toml` in the current
    folder is read if it is there. Raises UsageError for a bad flag, SettingError for
    what is unknown or bad elsewhere.
    """
    path = file or Path(FILE_NAME)
    table = None
    values: dict[str, Any] = {}
    if file or path.is_symlink() or path.exists():  # a link that leads nowhere is told
        table = tomlfile.read(path, SettingError)
        values = _from_file(table, named=file is not None)
    values |= _from_env(env)
    for name, value in flags.items():
        if value is not None:
            values[name] = _value(name, str(value))
    found = Settings(**values)
    if found.look and not found.look.is_dir():
        raise SettingError(
            Message("there is no folder {folder}", folder=found.look),
            hint=Message("name one that holds templates or styles"),
        )
    # Which there are depends on the house's own folder, so this is asked at the end.
    known = {"locale": api.locales(), "profile": api.designs(found.look)}
    for name, names in known.items():
        if name in values and values[name] not in names:
            fault = _unknown(name, values[name], flags, env, table)
            raise type(fault)(fault.said, hint=tomlfile.nearest(values[name], names))
    return found


def _unknown(
    name: str,
    value: str,
    flags: Mapping[str, object],
    env: Mapping[str, str],
    table: tomlfile.Table | None,
) -> BriefsError:
    """Return that there is no such language or design, told where it was named."""
    variable = PREFIX + name.upper()
    if flags.get(name) is None and env.get(variable):
        return _unusable(variable, value)
    if flags.get(name) is None and table is not None:
        return _bad(table, value, name)
    return UsageError(
        Message("there is no {kind} '{name}'", kind=_KINDS[name], name=value)
    )


_KINDS = {"locale": Message("language"), "profile": Message("page design")}


def _from_file(table: tomlfile.Table, *, named: bool) -> dict[str, Any]:
    table.allow([*_KEYS, "issuer"])
    found: dict[str, Any] = {}
    for name, raw in table.values.items():
        if name == "issuer":
            found[name] = _house(table, named=named)
            continue
        value = _checked(name, raw, _bad(table, raw, name))
        found[name] = _from_here(table.path.parent, name, value)
    return found


def _from_here(folder: Path, name: str, value: str | Path) -> str | Path:
    """Return a setting, a path counted from the settings file."""
    if name in _PATHS:
        return folder / value
    if name == "output":
        slash = "/" if str(value).endswith("/") else ""
        return f"{folder / value}{slash}"
    return value


def _house(table: tomlfile.Table, *, named: bool) -> House:
    """Return the organisation that settings name.

    Settings that merely lie in a folder may have been sent with it: they print no
    picture from elsewhere. Those that were `named` may.
    """
    issuer = table.values["issuer"]
    if not isinstance(issuer, dict):
        raise table.fault(
            Message("issuer is a table"), "issuer", hint=Message("write [issuer]")
        )
    table.allow(_ISSUER, "issuer")
    for key, value in issuer.items():
        if not isinstance(value, str) or not value.strip():
            raise _bad(table, value, "issuer", key)
    if "name" not in issuer:
        raise table.fault(
            Message("issuer has no name"), "issuer", hint=Message('add name = "…"')
        )
    logo = table.path.parent / issuer["logo"] if "logo" in issuer else None
    if logo and not logo.is_file():
        raise table.fault(
            Message("there is no file {file}", file=logo),
            "issuer",
            "logo",
            hint=Message("correct the path, which counts from the settings file"),
        )
    home = os.path.realpath(table.path.parent)
    if logo and not named and not Path(os.path.realpath(logo)).is_relative_to(home):
        raise table.fault(
            Message("{file} stands outside the folder of the settings", file=logo),
            "issuer",
            "logo",
            hint=Message("copy it there, or name the settings with --config"),
        )
    return House(issuer["name"], issuer.get("contact", ""), logo)


def _bad(table: tomlfile.Table, value: object, *keys: str) -> BriefsError:
    what = Message(
        "{key} = {value} cannot be used", key=".".join(keys), value=repr(value)
    )
    return table.fault(what, *keys, hint=_hint(keys[-1]))


def _from_env(env: Mapping[str, str]) -> dict[str, Any]:
    known = {PREFIX + name.upper(): name for name in _KEYS}
    found = {}
    for variable, value in sorted(env.items()):
        if not variable.startswith(PREFIX) or variable in _RESERVED or not value:
            continue
        if variable not in known:
            raise SettingError(
                Message("environment: unknown setting {name}", name=variable),
                hint=tomlfile.nearest(variable, sorted({*known, *_RESERVED})),
            )
        name = known[variable]
        fault = _unusable(variable, value)
        found[name] = _checked(name, value, type(fault)(fault.said, hint=_hint(name)))
    return found


def _unusable(variable: str, value: str) -> SettingError:
    return SettingError(
        Message(
            "environment: {name}={value} cannot be used", name=variable, value=value
        )
    )


def _value(name: str, raw: str) -> str | Path:
    """Return what a flag says; raises UsageError when it is none."""
    fault = UsageError(
        Message("--{name}: {value} cannot be used", name=name, value=repr(raw)),
        hint=_hint(name),
    )
    return _checked(name, raw, fault)


def _checked(name: str, raw: object, fault: BriefsError) -> str | Path:
    """Return a setting's value, or raise `fault` when it is none."""
    if not isinstance(raw, str) or not raw.strip():
        raise fault
    if name == "accent":
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", raw):
            raise fault
        if (near := api.readable_accent(raw)) != raw.lower():
            raise type(fault)(fault.said, hint=_darker(near))
    if name in _CHOICES and raw not in _CHOICES[name]:
        raise fault
    return inputs.expanded(raw, type(fault)) if name in _PATHS else raw


def _darker(colour: str) -> Message:
    return Message(
        "it cannot be read on white; a readable neighbour is {colour}", colour=colour
    )


def _hint(name: str) -> Message:
    if name == "accent":
        return Message(
            "write a colour with six hexadecimal digits, such as {example}",
            example='"#7a1f1f"',
        )
    if name in _CHOICES:
        return Message("choose from {names}", names=", ".join(_CHOICES[name]))
    return Message("write a text that is not empty")


def issuer(house: House | None) -> Issuer | None:
    """Return the issuing organisation as a brief shows it, its logo as a data URI.

    Raises SettingError when the logo is not a PNG, JPEG or SVG picture.
    """
    if house is None:
        return None
    logo = pictures.data_uri(house.logo, SettingError) if house.logo else ""
    return Issuer(house.name, house.contact, logo)
