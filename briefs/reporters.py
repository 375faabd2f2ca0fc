"""Find who reported a figure, from a list of organisations that people edit."""

from dataclasses import dataclass
from pathlib import Path

import regex

from briefs import cache, phrases
from briefs.errors import CorpusError
from briefs.model import Labels, Span
from briefs.resources import of_corpus
from briefs.tomlfile import read

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
    table = read(path, CorpusError)
    for code, entry in table.values.items():
        if not isinstance(entry, dict) or not isinstance(entry.get("labels"), dict):
            raise table.fault(f"{code!r} has no labels", code)
    return {code: entry["labels"] for code, entry in table.values.items()}


def organisations(path: Path, language: str) -> tuple[Organisation, ...]:
    """Read the organisations that have a name in `language`.

    Raise CorpusError, with file, line and key, when the list is malformed.
    """
    table = read(path, CorpusError)
    found = []
    for code, entry in table.values.items():
        if not isinstance(entry, dict):
            raise table.fault(f"{code!r} has to be a section [{code}]", code)
        table.allow(_KEYS, code)
        if not isinstance(entry.get("labels"), dict):
            raise table.fault(f"{code!r} has no labels", code)
        names = entry.get("names", {}).get(language, [])
        if names:
            found.append(
                Organisation(
                    code,
                    entry["labels"],
                    phrases.matcher(names),
                    bool(entry.get("needs_cue", False)),
                )
            )
    return tuple(found)


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


_BESIDE = 6
_NEAR = 60


def _apart(name: Span, cues: list[Span]) -> int:
    """Return how many characters part a name from the nearest word of reporting."""
    gaps = (
        name.start - cue.end if cue.end <= name.start else cue.start - name.end
        for cue in cues
    )
    return min(min((max(gap, 0) for gap in gaps), default=_NEAR), _NEAR)
