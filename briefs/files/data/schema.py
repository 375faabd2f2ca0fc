"""Make a dataclass of a TOML table, naming file, line and key of what does not fit.

The fields of the dataclass say what may stand in the file: a field without a default
must stand there, and its type says what it holds. Reading, checking and compiling are
so one act; nothing that is read can be malformed.
"""

import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import (
    Annotated,
    Any,
    Literal,
    Protocol,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from briefs.errors import Message
from briefs.files import resources
from briefs.files.data.tomlfile import Table

T = TypeVar("T")


class Rule(Protocol):
    """What a value has to be besides its kind; stands in `Annotated[kind, rule]`."""

    def wanted(self, value: Any, /) -> Message | None:
        """Return what the value must be, None when it is that."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a text is written: a pattern that it matches whole, and that in words."""

    pattern: str
    words: Message

    def wanted(self, value: str, /) -> Message | None:
        """Return how the text is written, None when it is written so."""
        return None if re.fullmatch(self.pattern, value) else self.words


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the greatest value of a number."""

    least: int
    most: int

    def wanted(self, value: int, /) -> Message | None:
        """Return the limits, None when the number keeps them."""
        if self.least <= value <= self.most:
            return None
        return Message(
            "a number from {least} to {most}", least=self.least, most=self.most
        )


@dataclass(frozen=True, slots=True)
class Languages:
    """A table with a value for each language, for `needed` ones at least.

    With `spoken` only those and the languages of the catalogs may stand there, so that
    a mistyped code is found.
    """

    needed: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()

    def wanted(self, value: Mapping[str, Any], /) -> Message | None:
        """Return what such a table is, None when it is one."""
        known = {*self.spoken, *resources.languages()} if self.spoken else ()
        for key in value:
            if not _LANGUAGE.fullmatch(key) or (known and key not in known):
                return Message(
                    "a table of languages, and '{name}' is none of them", name=key
                )
        for language in self.needed or ("en",):
            if language not in value and (self.needed or not value):
                return Message(
                    "a table of languages, and '{name}' is missing in it", name=language
                )
        return None


_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def build(kind: type[T], table: Table, *at: str) -> T:
    """Return what a table of a file (the whole file by default) holds.

    `kind` is a dataclass whose fields are text, numbers, dates, choices (`Literal`),
    lists (`tuple[X, ...]`), mappings (`dict[str, X]`) or such dataclasses. A text is
    never blank. Raises the error of the table for a key that is missing, unknown, or of
    another kind.
    """
    values: Any = table.values
    for key in at:
        values = values[key]
    made: T = _record(kind, values, table, at)
    return made


def value(kind: Any, table: Table) -> Any:
    """Return what a whole file holds, of a kind that is no dataclass; see `build`."""
    return _value(kind, table.values, table, ())


def _record(kind: Any, values: object, table: Table, at: tuple[Any, ...]) -> Any:
    if not isinstance(values, dict):
        raise _unfit(table, at, Message("a table [{name}]", name=_dotted(at)))
    hints = _hints(kind)
    table.allow(hints, *at)
    for field in fields(kind):
        required = field.default is MISSING and field.default_factory is MISSING
        if required and field.name not in values:
            raise table.fault(
                Message("the key '{key}' is missing", key=_dotted((*at, field.name))),
                *at,
            )
    return kind(
        **{key: _value(hints[key], v, table, (*at, key)) for key, v in values.items()}
    )


@cache
def _hints(kind: type) -> dict[str, Any]:
    known = get_type_hints(kind, include_extras=True)
    return {field.name: known[field.name] for field in fields(kind)}


def _value(kind: Any, value: object, table: Table, at: tuple[Any, ...]) -> Any:
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        found = _value(inside[0], value, table, at)
        rules: tuple[Rule, ...] = inside[1:]
        if wanted := next(filter(None, (rule.wanted(found) for rule in rules)), None):
            raise _unfit(table, at, wanted)
        return found
    if origin in (Union, types.UnionType):
        return _value(_fitting(inside, value), value, table, at)
    if origin is Literal:
        if value not in inside or isinstance(value, bool):
            raise _unfit(table, at, Message("one of {names}", names=", ".join(inside)))
        return value
    if origin is tuple:
        if not isinstance(value, list):
            raise _unfit(table, at, Message("a list [ ]"))
        return tuple(_value(inside[0], v, table, (*at, i)) for i, v in enumerate(value))
    if origin in (dict, Mapping):
        if not isinstance(value, dict):
            raise _unfit(table, at, Message("a table [{name}]", name=_dotted(at)))
        return {k: _value(inside[1], v, table, (*at, k)) for k, v in value.items()}
    if is_dataclass(kind):
        return _record(kind, value, table, at)
    return _plain(kind, value, table, at)


def _fitting(kinds: tuple[Any, ...], value: object) -> Any:
    """Return which of several kinds a value is meant to be: a table, a list, a text."""
    if isinstance(value, list):
        return next((k for k in kinds if get_origin(k) is tuple), kinds[0])
    of_tables = [k for k in kinds if _of_tables(k)]
    others = [
        kind for kind in kinds if kind not in of_tables and kind is not type(None)
    ]
    return of_tables[0] if of_tables and isinstance(value, dict) else others[0]


def _of_tables(kind: Any) -> bool:
    if get_origin(kind) is Annotated:
        return _of_tables(get_args(kind)[0])
    return get_origin(kind) is dict


def _plain(kind: type, value: object, table: Table, at: tuple[Any, ...]) -> Any:
    fits = isinstance(value, kind) and isinstance(value, bool) == (kind is bool)
    if not fits or (kind is date and isinstance(value, datetime)):
        raise _unfit(table, at, _WANTED[kind])
    if isinstance(value, str) and not value.strip():
        raise _unfit(table, at, Message("a text that is not empty"))
    return value


_WANTED: Mapping[type, Message] = {
    str: Message('text in "quotation marks"'),
    int: Message("a whole number"),
    float: Message("a number"),
    bool: Message("true or false"),
    date: Message("a date such as 2016-04-13"),
}


def _unfit(table: Table, at: tuple[Any, ...], wanted: Message) -> Exception:
    key = _dotted(at) or table.path.name
    return table.fault(Message("'{key}' must be {wanted}", key=key, wanted=wanted), *at)


def _dotted(at: tuple[Any, ...]) -> str:
    return ".".join(key if isinstance(key, str) else str(key + 1) for key in at)
