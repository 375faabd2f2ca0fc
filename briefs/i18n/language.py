"""Read how a language is written: its fallbacks, alphabet, dates, and what CLDR lacks.

Each language is a folder named by its BCP 47 tag; `language.toml` in it is for what the
Unicode CLDR does not know, or says otherwise than the readers of a country expect.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from briefs.errors import CorpusError, Message, UsageError
from briefs.files import resources
from briefs.files.data import tomlfile
from briefs.files.data.tomlfile import Table

SOURCE = "en"
"""The language in which messages are written."""

FILE = "language.toml"

_KEYS = {
    "fallback",
    "alphabet",
    "letters",
    "percent",
    "millions",
    "draft",
    "formats",
    "hyphenation",
    "languages",
    "dates",
}
_PATTERNS = {
    "day": {"day", "month", "month_of", "year"},
    "days": {"first", "last", "month", "month_of", "year"},
    "month": {"month", "month_of", "year"},
    "months_range": {"first", "last", "year"},
    "year": {"year"},
    "years": {"first", "last"},
    "range": {"first", "last"},
}
_MONTHS = 12
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Dates:
    """The names of the months, and a pattern for each kind of period."""

    months: tuple[str, ...]
    months_of: tuple[str, ...]
    patterns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Language:
    """How a language is written.

    `fallback` are the tags of the languages that say what this one does not; `letters`
    those that fonts must have; `percent` the pattern of a share; `formats` the tag of
    the CLDR's language whose numbers and lists are used; `hyphenation` that of the
    language whose words are divided likewise; `names` those of other languages.
    A `draft` is not complete, or nobody has reviewed it.
    """

    tag: str
    fallback: tuple[str, ...] = ()
    alphabet: str = ""
    letters: str = ""
    percent: str = ""
    millions: str = "short"
    draft: bool = False
    formats: str = ""
    hyphenation: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    dates: Dates | None = None

    @property
    def cldr(self) -> str:
        """The name of the locale in the CLDR's data, as Babel spells it."""
        return (self.formats or self.tag).replace("-", "_")

    @property
    def chain(self) -> tuple[str, ...]:
        """The language, then those that stand in for it, English last."""
        return tuple(dict.fromkeys((self.tag, *self.fallback, SOURCE)))


def read(tag: str) -> Language:
    """Read the file of a language; what it does not say is as the CLDR has it.

    Raises UsageError for a tag that is not one of BCP 47, CorpusError for a file that
    cannot be read.
    """
    return _read(tag, resources.language_file(tag, FILE))


@cache
def _read(tag: str, path: Path) -> Language:
    proper(tag)
    if not path.exists():
        return Language(tag)
    table = tomlfile.read(path, CorpusError)
    table.allow(_KEYS)
    values = table.values
    return Language(
        tag,
        fallback=tuple(_texts(table, "fallback")),
        alphabet=_text(table, "alphabet"),
        letters=_text(table, "letters"),
        percent=_percent(table),
        millions=_choice(table, "millions", ("short", "long")),
        draft=values.get("draft", False) is True,
        formats=_text(table, "formats"),
        hyphenation=_text(table, "hyphenation"),
        names=table.labels("languages") if "languages" in values else {},
        dates=_dates(table) if "dates" in values else None,
    )


def proper(tag: str) -> str:
    """Return a tag as it is; raises UsageError when BCP 47 writes it otherwise."""
    from babel.core import parse_locale

    try:
        language, territory, script, variant = parse_locale(tag, sep="-")[:4]
    except ValueError:
        language, territory, script, variant = None, None, None, None
    parts = (language, script, territory, variant)
    written = "-".join(part for part in parts if part)
    if not language or len(language) < _SHORTEST or written != tag:
        raise UsageError(
            Message("{tag!r} is no language tag of BCP 47", tag=tag),
            hint=Message("write one such as ky, uz-Cyrl or en-GB"),
        )
    return tag


def _percent(table: Table) -> str:
    pattern = _text(table, "percent")
    if pattern and pattern.replace("{number}", "", 1) == pattern:
        raise table.fault(
            Message("'percent' has no {field}", field="{number}"), "percent"
        )
    return pattern


def _dates(table: Table) -> Dates:
    table.allow({"months", "months_of", *_PATTERNS}, "dates")
    found = table.values["dates"]
    patterns = {}
    for name, fields in _PATTERNS.items():
        pattern = found.get(name)
        if not isinstance(pattern, str):
            raise table.fault(
                Message("the key {key} is missing", key=f"dates.{name}"), "dates"
            )
        patterns[name] = _checked(table, name, pattern, fields)
    return Dates(_months(table, "months"), _months(table, "months_of"), patterns)


def _checked(table: Table, name: str, pattern: str, fields: set[str]) -> str:
    if not _is_plain(pattern, fields):
        raise table.fault(
            Message("the pattern {pattern!r} cannot be used", pattern=pattern),
            "dates",
            name,
            hint=Message(
                "its fields are {fields}",
                fields=", ".join(f"{{{field}}}" for field in sorted(fields)),
            ),
        )
    return pattern


def _is_plain(pattern: str, fields: set[str]) -> bool:
    """Tell whether a pattern has these fields alone, none with a width of its own."""
    try:
        parts = [*Formatter().parse(pattern)]
    except ValueError:
        return False
    return all(
        name is None or (name in fields and not form and not conversion)
        for _, name, form, conversion in parts
    )


def _months(table: Table, name: str) -> tuple[str, ...]:
    names = table.values["dates"].get(name)
    if not (
        isinstance(names, list)
        and len(names) == _MONTHS
        and all(isinstance(one, str) and one for one in names)
    ):
        raise table.fault(
            Message("'{key}' must list the names of twelve months", key=name),
            "dates",
            name,
        )
    return tuple(names)


def _text(table: Table, key: str) -> str:
    value: Any = table.values.get(key, "")
    if not isinstance(value, str):
        raise table.fault(Message("'{key}' must be a text", key=key), key)
    return value


def _texts(table: Table, key: str) -> list[str]:
    value: Any = table.values.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise table.fault(Message("'{key}' must be a list of texts", key=key), key)
    return value


def _choice(table: Table, key: str, allowed: tuple[str, ...]) -> str:
    value = _text(table, key) or allowed[0]
    if value not in allowed:
        raise table.fault(
            Message("{key} = {value!r} cannot be used", key=key, value=value),
            key,
            hint=Message("choose from {choices}", choices=", ".join(allowed)),
        )
    return value
