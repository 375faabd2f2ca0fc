"""Read a TOML file so that a mistake in it can be named by file, line and key."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from briefs.errors import BriefsError, Message
from briefs.files import inputs
from briefs.model import Labels

Key = tuple[str | int, ...]

# Strings over several lines and comments can hold what looks like a key.
_NOISE = re.compile(
    r'(?P<block>"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\')'
    r'|(?P<string>"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<comment>\#[^\n]*)",
    re.DOTALL | re.VERBOSE,
)
_PART = r"""(?:[\w-]+|"(?:\\.|[^"\\])*"|'[^']*')"""
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*(?P<open>\[\[?)\s*(?P<path>{_DOTTED})\s*\]")
_ENTRY = re.compile(rf"\s*(?P<path>{_DOTTED})\s*=")
_BOUND = 2**63
# How a control character or a number out of all reason can be written.
_DISGUISED = re.compile(r"\\|[0-9_]{19}|[0-9]e|\b(?:inf|nan|0[box])", re.IGNORECASE)
# Up to so many names are listed whole, of more only the nearest: topics are 30.
_LISTED, _ALIKE = 40, 5


@dataclass(frozen=True, slots=True)
class Table:
    """The values of a TOML file, with the line of each key.

    `error` is the class of every fault found in it.
    """

    path: Path
    values: dict[str, Any]
    lines: dict[Key, int]
    error: type[BriefsError]

    def line_of(self, *keys: str | int) -> int | None:
        """Return the line of a key, or of the nearest table around it.

        A number picks an entry of an array of tables. None for the file as a whole.
        """
        for end in range(len(keys), 0, -1):
            if line := self.lines.get(keys[:end]):
                return line
        return None

    def where(self, *keys: str | int) -> Message:
        """Say where a key stands: "torture.toml, line 3"."""
        line = self.line_of(*keys)
        return place(self.path, line)

    def fault(
        self, what: Message, *keys: str | int, hint: Message | None = None
    ) -> BriefsError:
        """Return an error about a key, to be raised."""
        return self.error(
            Message("{place}: {what}", place=self.where(*keys), what=what), hint=hint
        )

    def labels(self, *keys: str) -> Labels:
        """Return the text that a table of the file gives for each language.

        Refuse anything else.
        """
        found: Any = self.values
        for key in keys:
            found = found.get(key)
        texts = list(found.values()) if isinstance(found, dict) else []
        if not texts or not all(isinstance(t, str) and t.strip() for t in texts):
            raise self.fault(
                Message(
                    "'{key}' must give a text for each language", key=".".join(keys)
                ),
                *keys,
            )
        return dict(found)

    def allow(self, known: Iterable[str], *keys: str | int) -> None:
        """Refuse every key of a table (the whole file by default) that is not known."""
        names = sorted(known)
        inside: Any = self.values
        for key in keys:
            inside = inside[key]
        for name in inside:
            if name not in names:
                fault = Message(
                    "unknown key '{key}'", key=".".join(map(str, (*keys, name)))[:80]
                )
                raise self.fault(fault, *keys, name, hint=nearest(name, names))


def place(path: Path, line: int | None) -> Message:
    """Say where something stands: a file, and its line where that is known."""
    if line is None:
        return Message("{file}", file=path)
    return Message("{file}, line {line}", file=path, line=line)


def nearest(name: str, names: Iterable[str], *, also: Iterable[str] = ()) -> Message:
    """Return a hint: the name that was probably meant, or all there are.

    What may be meant `also` is proposed where it is near, but not listed. Of more names
    than a reader would go through, those are listed that are written most alike.
    """
    choice = list(names)
    close = get_close_matches(name, [*choice, *also], n=1)
    if close:
        return Message("did you mean '{name}'?", name=close[0])
    if len(choice) > _LISTED:
        alike = get_close_matches(name, choice, n=_ALIKE, cutoff=0)
        return Message(
            "of {count} names these are the nearest: {names}",
            count=len(choice),
            names=", ".join(alike),
        )
    return Message("choose from {names}", names=", ".join(choice))


def read(path: Path, error: type[BriefsError]) -> Table:
    """Read a TOML file in UTF-8, with or without a byte-order mark.

    Raise `error` when it cannot be read, with the line where it is malformed.
    """
    data = inputs.read_bytes(path, error)
    try:
        text = data.decode("utf-8-sig")
        values = tomllib.loads(text)
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise error(
            Message("{place}: not UTF-8 text", place=place(path, line)),
            hint=Message("save the file with the encoding UTF-8"),
        ) from problem
    except tomllib.TOMLDecodeError as problem:
        raise _malformed(path, text, str(problem), error) from problem
    except (ValueError, RecursionError) as problem:  # endless digits, endless nesting
        raise error(
            Message("{file}: malformed TOML, {why}", file=path, why=problem)
        ) from problem
    table = Table(path, values, _lines(text), error)
    if _DISGUISED.search(text) or inputs.has_control(text):
        _require_plain(table, values)
    return table


def _require_plain(table: Table, value: object, *keys: str | int) -> None:
    """Refuse control characters and numbers that none can reckon with, however written.

    TOML promises whole numbers of 64 bits and allows infinity: no file means that.
    """
    if isinstance(value, dict):
        for key, inner in value.items():
            _require_plain(table, key, *keys, key)
            _require_plain(table, inner, *keys, key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _require_plain(table, inner, *keys, number)
    elif isinstance(value, str) and inputs.has_control(value):
        raise table.fault(
            Message("a control character is no text"), *keys, hint=Message("remove it")
        )
    elif isinstance(value, int | float) and not abs(value) < _BOUND:
        raise table.fault(
            Message("no such number is expected"),
            *keys,
            hint=Message("write a smaller number"),
        )


def _malformed(
    path: Path, text: str, report: str, error: type[BriefsError]
) -> BriefsError:
    told = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", report)
    reason = report[: told.start()] if told else report
    line = int(told[1]) if told and told[1] else len(text.splitlines())
    why = reason[:1].lower() + reason[1:]
    return error(
        Message("{place}: malformed TOML, {why}", place=place(path, line), why=why),
        hint=Message("correct that line; texts stand in quotation marks, lists in [ ]"),
    )


def _lines(text: str) -> dict[Key, int]:
    """Find the line of every table and key; nested values keep their parent's line."""
    found: dict[Key, int] = {}
    entries: dict[Key, int] = {}
    table: Key = ()
    for number, line in enumerate(_NOISE.sub(_quiet, text).split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _current(_parts(header["path"]), entries)
            if header["open"] == "[[":
                entries[table] = entries.get(table, -1) + 1
                table = (*table, entries[table])
            found.setdefault(table, number)
        elif entry := _ENTRY.match(line):
            parts = _parts(entry["path"])
            for end in range(1, len(parts) + 1):
                found.setdefault((*table, *parts[:end]), number)
    return found


def _quiet(noise: re.Match[str]) -> str:
    if noise["block"]:
        return "\n" * noise["block"].count("\n")
    return noise["string"] or ""


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))


def _current(parts: tuple[str, ...], entries: dict[Key, int]) -> Key:
    """Return the path of a header, through the latest entry of each array above it."""
    path: Key = ()
    for part in parts[:-1]:
        path = (*path, part)
        if path in entries:
            path = (*path, entries[path])
    return (*path, parts[-1])
