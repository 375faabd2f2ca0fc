"""Set notes apart from the text they interrupt, and know their marks in it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import regex

from briefs.model import Line
from briefs.reading.lines import Reading
from briefs.text.characters import is_unmarked

MARK = regex.compile(
    r"(?<=\p{L}[\p{Po}\p{Pf}\p{Pe}\"]{0,3})(?P<note>\d{1,3})(?=[\s\p{P}]|$)"
    r"|(?<=[\p{L}\p{P}])\s?\[(?P<note>\d{1,3})\]"
    r"|(?<=\p{L}[\p{Po}\p{Pf}]?)(?P<note>\*{1,3}|[†‡])(?=[\s\p{P}]|$)"
)
"""A number that is glued to a word or to its full stop: "said.12"."""

RAISED = regex.compile(r"(?<=[\p{L}\p{P}])(?<!\b[kcdmксд]?[mм](?=[²³]))[¹²³⁰⁴⁵⁶⁷⁸⁹]+")
"""A raised number after a word: a mark, where it is no square or cubic measure."""

_LOWERED = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")

_NOTE = regex.compile(
    r"(?:\[(?P<note>\d{1,3})\]|(?P<note>\d{1,3})[.)]?)\s+\S"
    r"|(?P<note>\*{1,3}|[†‡])\s*[^\s*]|(?P<note>[¹²³⁰⁴⁵⁶⁷⁸⁹]+)\s*[^\s¹²³⁰⁴⁵⁶⁷⁸⁹]"
)
_RULE = regex.compile(r"[_\-–—─―=]{3,}")
_HEADING = regex.compile(
    r"(?i)(?:end)?notes|footnotes|примечания|сноски|эскертүүлөр|шилтемелер"
)


def apart(
    reading: Reading,
) -> tuple[list[Line], list[tuple[Line, ...]], frozenset[str]]:
    """Return the lines of the text, those of each note, and the marks that lead to it.

    A note begins with a number that is glued to a word elsewhere, and closes its page,
    or stands under a title at the end of the text.
    """
    marks = {
        mark
        for line in reading.lines
        if not is_unmarked(line.text)
        for mark in _marks(line.text)
    }
    if not marks:
        return list(reading.lines), [], frozenset()
    text: list[Line] = []
    found: list[tuple[Line, ...]] = []
    for _, sheet in groupby(reading.lines, key=lambda line: line.page):
        lines = list(sheet)
        start = _start(lines, marks)
        text += lines[:start]
        found += _each(lines[start:], marks)
    numbers = {_named(match) for one in found if (match := _note(one[0]))}
    return text, found, frozenset(numbers)


def _marks(text: str) -> Iterator[str]:
    """Yield the marks of notes in a line, raised numbers as they are counted."""
    for mark in MARK.finditer(text):
        yield mark["note"]
    for raised in RAISED.finditer(text):
        yield raised[0].translate(_LOWERED)


def _start(lines: Sequence[Line], marks: set[str]) -> int:
    """Return where the notes at the foot of a page begin, or its end."""
    start, due = len(lines), None
    for index in range(len(lines) - 1, 0, -1):
        match = _note(lines[index])
        if match and _named(match) in marks:
            name = _named(match)
            number = int(name) if name.isdecimal() else None
            if due is not None and number != due:
                break
            start, due = index, number - 1 if number else None
        above = lines[index - 1].text.strip()
        gap = lines[index].number - lines[index - 1].number > 1
        if start == index and (gap or _RULE.fullmatch(above)):
            titled = _HEADING.fullmatch(above) or _RULE.fullmatch(above)
            return start - bool(titled)
    return len(lines)


def _note(line: Line) -> regex.Match[str] | None:
    return _NOTE.match(line.text.strip())


def _named(match: regex.Match[str]) -> str:
    return match["note"].translate(_LOWERED)


def _each(lines: Sequence[Line], marks: set[str]) -> list[tuple[Line, ...]]:
    found: list[list[Line]] = []
    for line in lines:
        match = _note(line)
        if not found or (match and _named(match) in marks):
            found.append([])
        found[-1].append(line)
    return [tuple(one) for one in found]
