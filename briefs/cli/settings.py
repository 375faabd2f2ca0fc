"""Settle how a brief is made: flag over environment over `briefs.toml` over default."""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from briefs.document import Issuer
from briefs.errors import BriefsError, SettingError
from briefs.files import tomlfile

FILE_NAME = "briefs.toml"
PREFIX = "BRIEFS_"

# Variables that are ours but no settings of a brief.
_RESERVED = {"BRIEFS_CACHE", "BRIEFS_CONFIG", "BRIEFS_DEBUG"}
_CHOICES = {
    "paper": ("a4", "letter"),
    "quotes": ("original", "both", "translation"),
}
_PATHS = {"corpus", "look", "output"}
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
    is a folder of the house whose `templates/` and `styles/` win over the package's.
    """

    locale: str = "ky"
    corpus: Path | None = None
    profile: str = "brief"
    output: Path | None = None
    paper: str = "a4"
    accent: str | None = None
    quotes: str = "both"
    look: Path | None = None
    issuer: House | None = None


_KEYS = tuple(field.name for field in fields(Settings) if field.name != "issuer")


def resolve(
    flags: Mapping[str, object], env: Mapping[str, str], file: Path | None = None
) -> Settings:
    """Return the settings in force.

    A flag that is None was not given. Without `file`, `briefs.toml` in the current
    folder is read if it is there. Raise SettingError for an unknown name or bad value.
    """
    path = file or Path(FILE_NAME)
    values: dict[str, Any] = {}
    if file or path.exists():
        values = _from_file(tomlfile.read(path, SettingError))
    values |= _from_env(env)
    for name, value in flags.items():
        if value is not None:
            fault = SettingError(
                f"--{name}: {value!r} cannot be used", hint=_hint(name)
            )
            values[name] = _value(name, str(value), fault)
    found = Settings(**values)
    if found.look and not found.look.is_dir():
        raise SettingError(
            f"there is no folder {found.look}",
            hint="name one that holds templates or styles",
        )
    return found


def _from_file(table: tomlfile.Table) -> dict[str, Any]:
    table.allow([*_KEYS, "issuer"])
    found: dict[str, Any] = {}
    for name, raw in table.values.items():
        if name == "issuer":
            found[name] = _house(table)
            continue
        value = _value(name, raw, _bad(table, raw, name))
        # A path in the file counts from the file, wherever the command is called.
        found[name] = table.path.parent / value if name in _PATHS else value
    return found


def _house(table: tomlfile.Table) -> House:
    issuer = table.values["issuer"]
    if not isinstance(issuer, dict):
        raise table.fault("issuer is a table", "issuer", hint="write [issuer]")
    table.allow(_ISSUER, "issuer")
    for key, value in issuer.items():
        if not isinstance(value, str) or not value.strip():
            raise _bad(table, value, "issuer", key)
    if "name" not in issuer:
        raise table.fault("issuer has no name", "issuer", hint='add name = "…"')
    logo = table.path.parent / issuer["logo"] if "logo" in issuer else None
    if logo and not logo.is_file():
        hint = "correct the path, which counts from the settings file"
        raise table.fault(f"there is no file {logo}", "issuer", "logo", hint=hint)
    return House(issuer["name"], issuer.get("contact", ""), logo)


def _bad(table: tomlfile.Table, value: object, *keys: str) -> BriefsError:
    what = f"{'.'.join(keys)} = {value!r} cannot be used"
    return table.fault(what, *keys, hint=_hint(keys[-1]))


def _from_env(env: Mapping[str, str]) -> dict[str, Any]:
    known = {PREFIX + name.upper(): name for name in _KEYS}
    found = {}
    for variable, value in sorted(env.items()):
        if not variable.startswith(PREFIX) or variable in _RESERVED or not value:
            continue
        if variable not in known:
            hint = tomlfile.nearest(variable, sorted({*known, *_RESERVED}))
            raise SettingError(f"environment: unknown setting {variable}", hint=hint)
        name = known[variable]
        fault = SettingError(
            f"environment: {variable}={value} cannot be used", hint=_hint(name)
        )
        found[name] = _value(name, value, fault)
    return found


def _value(name: str, raw: object, fault: BriefsError) -> str | Path:
    """Return a setting's value, or raise `fault` when it is none."""
    if not isinstance(raw, str) or not raw.strip():
        raise fault
    if name == "accent" and not re.fullmatch(r"#[0-9a-fA-F]{6}", raw):
        raise fault
    if name in _CHOICES and raw not in _CHOICES[name]:
        raise fault
    return Path(raw).expanduser() if name in _PATHS else raw


def _hint(name: str) -> str:
    if name == "accent":
        return 'write a colour with six hexadecimal digits, such as "#7a1f1f"'
    if name in _CHOICES:
        return f"choose from {', '.join(_CHOICES[name])}"
    return "write a text that is not empty"


def issuer(house: House | None) -> Issuer | None:
    """Return the issuing organisation as a brief shows it, its logo as a data URI.

    Raises SettingError when the logo is not a PNG, JPEG or SVG picture.
    """
    if house is None:
        return None
    return Issuer(
        house.name, house.contact, _data_uri(house.logo) if house.logo else ""
    )


_PICTURES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
}


def _data_uri(picture: Path) -> str:
    kind = _PICTURES.get(picture.suffix.lower())
    if kind is None:
        raise SettingError(
            f"the logo {picture} is not a picture that can be printed",
            hint="use a PNG, JPEG or SVG file",
        )
    try:
        data = base64.b64encode(picture.read_bytes()).decode()
    except OSError as error:
        raise SettingError(
            f"cannot read the logo {picture}: {error.strerror}"
        ) from error
    return f"data:{kind};base64,{data}"
