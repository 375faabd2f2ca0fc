"""Say what each value of a recipe may be; one comes from a file nobody vouches for."""

import re
from dataclasses import fields
from datetime import date
from typing import Any

from briefs.choice import Corrected, OwnWords, Picks, Replaced
from briefs.corpus.beside import ledger
from briefs.model import Bound

LONGEST = 4_000_000
"""Bytes; a logo is the only long thing in a recipe."""

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EDITION = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_DIGEST = re.compile(r"[0-9a-f]{16,64}")
_PAPER = re.compile(r"[\w.-]+(?:/[\w.-]+)*")
_IDENTITY = re.compile(r"[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TRANSLATED = re.compile(r"[A-Za-z-]{2,20} [0-9a-f]{16}")
_QUOTED = re.compile(r"[A-Za-z0-9-]+ \d+(?:,\d+)* [0-9a-f]{16}")
_FIGURE = re.compile(r"[A-Za-z0-9-]+ \d+ [a-z0-9-]+ [0-9/-]*")
_VALUE = re.compile(r"(?:(?P<bound>[a-z-]+) )?-?\d+(?:\.\d+)?(?:e[+-]?\d{1,2})?")
_PLAIN = re.compile(r"[^\x00-\x1f]*")
_LOGO = re.compile(r"(?:data:image/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]*)?")


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
    if not isinstance(value, dict) or {*value, "translated"} != names:
        return False
    quoted, figures, corrected = (
        value[name] for name in ("quoted", "figures", "corrected")
    )
    translated = value.get("translated", {})  # earlier versions did not look at them
    return bool(
        _fits(_IDENTITY)(value["id"])
        and _is_day(value["date"])
        and isinstance(quoted, list)
        and all(map(_fits(_QUOTED, 2000), quoted))
        and isinstance(figures, dict)
        and all(_is_figure(key, each) for key, each in figures.items())
        and isinstance(corrected, list)
        and all(map(_is_corrected, corrected))
        and isinstance(translated, dict)
        and all(map(_fits(_QUOTED, 2000), translated))
        and all(map(_fits(_TRANSLATED), translated.values()))
    )


def _is_figure(key: object, value: object) -> bool:
    """Tell whether a value, or several, are written as a brief writes them."""
    if not _fits(_FIGURE)(key) or not _fits(_PLAIN)(value):
        return False
    period = str(key).rpartition(" ")[2]
    found = [_VALUE.fullmatch(one) for one in str(value).split(" / ") if one]
    bounds = {one["bound"] for one in found if one} - {None}
    return (
        all(found) and bounds <= set(Bound) and (not period or ledger.is_period(period))
    )


def _is_day(value: object) -> bool:
    if not _fits(_DAY)(value):
        return False
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _is_corrected(value: object) -> bool:
    names = {each.name for each in fields(Corrected)}
    if not isinstance(value, dict) or set(value) != names:
        return False
    what = value["what"]
    return bool(
        _is_day(value["date"])
        and _fits(_EDITION)(value["edition"])
        and isinstance(what, dict)
        and all(_fits(_LOCALE)(key) for key in what)
        and all(_fits(_PLAIN, 2000)(each) for each in what.values())
    )


def _is_ids(value: object) -> bool:
    id = _fits(_EDITION)
    return isinstance(value, list) and len(value) < 2000 and all(map(id, value))


_TRUTH = _one_of(True, False)
CHECKS: dict[str, Any] = {
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
    "by": _one_of("year", "country"),
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
