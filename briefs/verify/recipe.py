"""Carry in a brief how it was made, and read it again from a file nobody vouches for.

A recipe says what was asked for, and the checksums of all that was used. Whoever
receives the brief makes it again from a corpus of their own and compares. The recipe
proves nothing by itself: what it says is checked key by key, and never executed.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, asdict, dataclass, field, fields
from datetime import date
from typing import Any

from briefs.choice import (
    NO_PICKS,
    NO_WORDS,
    Corrected,
    OwnWords,
    Picks,
    Replaced,
)
from briefs.errors import Message, VerificationError
from briefs.verify.values import CHECKS, LONGEST

NAME = "recipe.json"
"""The name of the attachment; in a web page the `<meta>` of this kind."""

_SEAL = "seal"


@dataclass(frozen=True, slots=True)
class House:
    """The words and the picture of who issued a brief; nobody can prove them."""

    name: str
    contact: str = ""
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one brief was made.

    `editions` holds, by edition id, the checksum of each file that was used by its
    name in the edition's folder; `data` likewise what the corpus holds besides; `code`
    names the version of the tool, of its templates and styles; `look` the checksum of
    the house's own templates and styles. `words` are the organisation's own, `picks`
    the excerpts that it chose. `kept` is the recipe as the file of a brief has it.
    `names` says whose names are withheld, and
    `withhold` that a list of more was used, which is no part of the recipe: what is
    withheld must not be told by it. `replaces` is the older brief that it replaces.
    """

    topics: tuple[str, ...]
    locale: str
    date: date
    years: tuple[int, ...] | None = None
    countries: tuple[str, ...] | None = None
    profile: str = "brief"
    format: str = "pdf"
    paper: str = "a4"
    mono: bool = False
    crop_marks: bool = False
    clear: bool = False
    accent: str | None = None
    look: str | None = None
    full: bool = False
    draft: bool = False
    quotes: str = "both"
    by: str = "year"
    pages: int | None = None
    issuer: House | None = None
    words: OwnWords = NO_WORDS
    picks: Picks = NO_PICKS
    names: str = "full"
    withhold: bool = False
    replaces: Replaced | None = None
    code: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    editions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    kept: bytes = field(default=b"", repr=False, compare=False)


def write(recipe: Recipe) -> bytes:
    """Return a recipe as JSON, with a checksum of its own that shows a slip.

    One that was read is returned as it was: another version may have written it.
    """
    if recipe.kept:
        return recipe.kept
    values = _values(recipe)
    return _dump(values | {_SEAL: _seal(values)})


def identity(recipe: Recipe) -> str:
    """Return the brief id: the first twelve digits of the recipe's checksum.

    It stands on each page, and whatever changes a brief changes it.
    """
    seal = _seal(_values(recipe))
    return "-".join(seal[start : start + 4] for start in (0, 4, 8))


def _values(recipe: Recipe) -> dict[str, Any]:
    """Return what a recipe says, as it was written where it was read."""
    if recipe.kept:
        written: dict[str, Any] = json.loads(recipe.kept)
        del written[_SEAL]
        return written
    values = asdict(recipe) | {"date": recipe.date.isoformat()}
    del values["kept"]
    return values


def read(data: bytes) -> Recipe:
    """Return the recipe in an attachment of a file that anybody may have changed.

    What an earlier version did not know yet may be missing. Raise VerificationError
    when a key or a value is none that `write` writes.
    """
    if len(data) > LONGEST:
        raise _fault("size")
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _fault("JSON") from error
    if not isinstance(values, dict) or not _NEEDED <= values.keys() <= _KNOWN:
        raise _fault("keys")
    seal = values.pop(_SEAL)
    for name, value in values.items():
        if not CHECKS[name](value):
            raise _fault(name)
    if seal != _seal(values):
        raise _fault(_SEAL)
    return _recipe(values, data)


def _recipe(values: Mapping[str, Any], data: bytes) -> Recipe:
    try:
        day = date.fromisoformat(values["date"])
    except ValueError as error:
        raise _fault("date") from error
    house, replaced = values.get("issuer"), values.get("replaces")
    return Recipe(
        **{
            **values,
            "topics": tuple(values["topics"]),
            "date": day,
            "years": values.get("years") and tuple(values["years"]),
            "countries": values.get("countries") and tuple(values["countries"]),
            "issuer": House(**house) if house else None,
            "words": OwnWords(**values.get("words", {})),
            "picks": Picks(
                **{key: tuple(ids) for key, ids in values.get("picks", {}).items()}
            ),
            "replaces": _replaced(replaced) if replaced else None,
            "kept": data,
        }
    )


def _replaced(values: Mapping[str, Any]) -> Replaced:
    return Replaced(
        values["id"],
        values["date"],
        tuple(values["quoted"]),
        values["figures"],
        tuple(Corrected(**each) for each in values["corrected"]),
        values.get("translated", {}),
    )


def _dump(values: Mapping[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _seal(values: Mapping[str, Any]) -> str:
    return hashlib.sha256(_dump(values)).hexdigest()


def _fault(what: str) -> VerificationError:
    return VerificationError(
        Message("the recipe in the file is damaged or altered ({what})", what=what),
        hint=Message("ask for the file as it was sent out"),
    )


def _is_needed(field: "Field[Any]") -> bool:
    """Tell whether every version of the tool wrote a key."""
    return field.default is MISSING and field.default_factory is MISSING


_KNOWN = CHECKS.keys() | {_SEAL}
_NEEDED = {_SEAL, *(each.name for each in fields(Recipe) if _is_needed(each))}
