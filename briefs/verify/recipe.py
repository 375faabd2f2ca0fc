"""Carry in a brief how it was made, and read it again from a file nobody vouches for.

A recipe says what was asked for, and the checksums of all that was used. Whoever
receives the brief makes it again from a corpus of their own and compares. The recipe
proves nothing by itself: what it says is checked key by key, and never executed.
"""

import hashlib
import json
import re
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

NAME = "recipe.json"
"""The name of the attachment; in a web page the `<meta>` of this kind."""

LONGEST = 4_000_000
"""Bytes; a logo is the only long thing in a recipe."""

_SEAL = "seal"
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EDITION = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_DIGEST = re.compile(r"[0-9a-f]{16,64}")
_PAPER = re.compile(r"[\w.-]+(?:/[\w.-]+)*")
_IDENTITY = re.compile(r"[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_QUOTED = re.compile(r"[A-Za-z0-9-]+ \d+(?:,\d+)* [0-9a-f]{16}")
_FIGURE = re.compile(r"[A-Za-z0-9-]+ \d+ [a-z0-9-]+ [0-9/-]*")
_VALUE = re.compile(r"[\w./ -]*")
_PLAIN = re.compile(r"[^\x00-\x1f]*")
_LOGO = re.compile(r"(?:data:image/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]*)?")


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
        if not _CHECKS[name](value):
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


# What each value may be


def _fits(pattern: "re.Pattern[str]", longest: int = 200) -> Any:
    return lambda value: (
        isinstance(value, str) and len(value) <= longest and pattern.fullmatch(value)
    )


def _one_of(*values: object) -> Any:
    return lambda value: value in values and type(value) in {type(v) for v in values}


def _or_none(check: Any) -> Any:
    return lambda value: value is None or check(value)


def _number(least: int, most: int) -> Any:
    return lambda value: type(value) is int and least <= value <= most


def _is_years(value: object) -> bool:
    year = _number(1900, 2200)
    return isinstance(value, list) and 0 < len(value) < 300 and all(map(year, value))


def _is_countries(value: object) -> bool:
    code = _fits(re.compile("[A-Z]{3}"))
    return isinstance(value, list) and 0 < len(value) < 300 and all(map(code, value))


def _is_topics(value: object) -> bool:
    code = _fits(_CODE)
    return isinstance(value, list) and 0 < len(value) < 500 and all(map(code, value))


def _is_checksums(value: object) -> bool:
    name, digest = _fits(_PAPER), _fits(_DIGEST)
    return isinstance(value, dict) and all(
        name(key) and ".." not in key and digest(each) for key, each in value.items()
    )


def _is_editions(value: object) -> bool:
    code = _fits(_EDITION)
    return isinstance(value, dict) and all(
        code(key) and _is_checksums(each) for key, each in value.items()
    )


def _is_house(value: object) -> bool:
    if not isinstance(value, dict) or set(value) != {"name", "contact", "logo"}:
        return False
    words = re.compile(r"[^\x00-\x08\x0b-\x1f]*")
    return bool(
        all(_fits(words, 2000)(value[key]) for key in ("name", "contact"))
        and _fits(_LOGO, LONGEST)(value["logo"])
    )


def _is_words(value: object) -> bool:
    names = {each.name for each in fields(OwnWords)}
    words = _fits(re.compile(r"[^\x00-\x08\x0b-\x1f]*"), 2000)
    return (
        isinstance(value, dict)
        and set(value) == names
        and all(map(words, value.values()))
    )


def _is_picks(value: object) -> bool:
    names = {each.name for each in fields(Picks)}
    return (
        isinstance(value, dict)
        and set(value) == names
        and all(_is_ids(each) for each in value.values())
    )


def _is_replaced(value: object) -> bool:
    names = {each.name for each in fields(Replaced)}
    if not isinstance(value, dict) or set(value) != names:
        return False
    quoted, figures, corrected = (
        value[name] for name in ("quoted", "figures", "corrected")
    )
    return bool(
        _fits(_IDENTITY)(value["id"])
        and _fits(_DAY)(value["date"])
        and isinstance(quoted, list)
        and all(map(_fits(_QUOTED, 2000), quoted))
        and isinstance(figures, dict)
        and all(
            _fits(_FIGURE)(key) and _fits(_VALUE)(each) for key, each in figures.items()
        )
        and isinstance(corrected, list)
        and all(map(_is_corrected, corrected))
    )


def _is_corrected(value: object) -> bool:
    names = {each.name for each in fields(Corrected)}
    if not isinstance(value, dict) or set(value) != names:
        return False
    what = value["what"]
    return bool(
        _fits(_DAY)(value["date"])
        and _fits(_EDITION)(value["edition"])
        and isinstance(what, dict)
        and all(_fits(_LOCALE)(key) for key in what)
        and all(_fits(_PLAIN, 2000)(each) for each in what.values())
    )


def _is_ids(value: object) -> bool:
    id = _fits(_EDITION)
    return isinstance(value, list) and len(value) < 2000 and all(map(id, value))


def _is_needed(field: "Field[Any]") -> bool:
    """Tell whether every version of the tool wrote a key."""
    return field.default is MISSING and field.default_factory is MISSING


_TRUTH = _one_of(True, False)
_CHECKS: dict[str, Any] = {
    "topics": _is_topics,
    "locale": _fits(_LOCALE),
    "date": _fits(re.compile(r"\d{4}-\d{2}-\d{2}")),
    "years": _or_none(_is_years),
    "countries": _or_none(_is_countries),
    "profile": _fits(_CODE),
    "format": _one_of("pdf", "html"),
    "paper": _one_of("a4", "letter"),
    "mono": _TRUTH,
    "crop_marks": _TRUTH,
    "clear": _TRUTH,
    "accent": _or_none(_fits(re.compile("#[0-9a-fA-F]{6}"))),
    "look": _or_none(_fits(_DIGEST)),
    "full": _TRUTH,
    "draft": _TRUTH,
    "quotes": _one_of("original", "both", "translation", "annex"),
    "pages": _or_none(_number(1, 1000)),
    "issuer": _or_none(_is_house),
    "words": _is_words,
    "picks": _is_picks,
    "names": _one_of("full", "front", "withheld"),
    "withhold": _TRUTH,
    "replaces": _or_none(_is_replaced),
    "code": _fits(re.compile(r"[\w.+ -]+")),
    "data": _is_checksums,
    "editions": _is_editions,
}

_KNOWN = _CHECKS.keys() | {_SEAL}
_NEEDED = {_SEAL, *(each.name for each in fields(Recipe) if _is_needed(each))}
