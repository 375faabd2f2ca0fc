"""Find who reported a figure, from a list of organisations that people edit."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from briefs.errors import CorpusError
from briefs.files import cache
from briefs.files.resources import of_corpus
from briefs.files.tomlfile import read
from briefs.model import Labels, Span
from briefs.text import phrases

_NEAR = 60  # characters beyond which a name has nothing to do with a word of reporting
_BESIDE = 6  # names that stand about equally near to one: the number decides

_KEYS = ("labels", "names", "acronyms", "needs_cue")


@dataclass(frozen=True, slots=True)
class Organisation:
    """Somebody who reports figures: code, labels, and how a language writes the name.

    `needs_cue` marks those that are named for many reasons, such as the government:
    they count as the reporter only beside a word of reporting.
    """

    code: str
    labels: Labels
    pattern: regex.Pattern[str]
    needs_cue: bool


def labels(folder: Path) -> dict[str, Labels]:
    """Read what `organisations.toml` of a corpus folder calls each, by its code.

    A corpus without the file has the package's. Raise CorpusError when it is malformed.
    """
    path = of_corpus(folder, "organisations.toml")
    return cache.remember(
        "organisations", cache.contents([path]), lambda: _labels(path)
    )


def _labels(path: Path) -> dict[str, Labels]:
    return {code: entry["labels"] for code, entry in _entries(path).items()}


def organisations(path: Path, language: str) -> tuple[Organisation, ...]:
    """Read the organisations that have a name in `language`.

    Raise CorpusError, with file, line and key, when the list is malformed.
    """
    return tuple(
        Organisation(
            code, entry["labels"], phrases.matcher(names), entry.get("needs_cue", False)
        )
        for code, entry in _entries(path).items()
        if (names := entry.get("names", {}).get(language))
    )


def _entries(path: Path) -> dict[str, dict[str, Any]]:
    """Return the sections of the list by their codes, all that is in them checked."""
    table = read(path, CorpusError)
    for code, entry in table.values.items():
        if not isinstance(entry, dict):
            raise table.fault(f"{code!r} has to be a section [{code}]", code)
        table.allow(_KEYS, code)
        table.labels(code, "labels")
        names = entry.get("names", {})
        if not isinstance(names, dict) or not all(map(_is_texts, names.values())):
            what = f"'{code}.names' must give a list of names for each language"
            raise table.fault(what, code, "names")
        if not isinstance(entry.get("needs_cue", False), bool):
            raise table.fault(
                f"'{code}.needs_cue' must be true or false", code, "needs_cue"
            )
    return table.values


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def reporter(
    sentence: str,
    place: int,
    known: tuple[Organisation, ...],
    cue: regex.Pattern[str],
) -> str | None:
    """Return the code of the organisation that reported the number at `place`.

    Of several, the one nearest to a word of reporting comes first, then the one
    nearest to the number.
    """
    cues = [Span(*match.span()) for match in cue.finditer(sentence)]
    found = []
    for organisation in known:
        for match in organisation.pattern.finditer(sentence):
            apart = _apart(Span(*match.span()), cues)
            if apart < _NEAR or not organisation.needs_cue:
                distance = abs(place - match.start())
                found.append((apart // _BESIDE, distance, organisation.code))
    return min(found)[2] if found else None


def _apart(name: Span, cues: list[Span]) -> int:
    """Return how many characters part a name from the nearest word of reporting."""
    gaps = (
        name.start - cue.end if cue.end <= name.start else cue.start - name.end
        for cue in cues
    )
    return min(min((max(gap, 0) for gap in gaps), default=_NEAR), _NEAR)
