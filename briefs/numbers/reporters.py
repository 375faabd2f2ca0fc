"""Find who reported a figure, from a list of organisations that people edit."""

from dataclasses import dataclass
from pathlib import Path

import regex

from briefs.corpus.organisations import read
from briefs.model import Labels, Span
from briefs.text import phrases

_NEAR = 60  # characters beyond which a name has nothing to do with a word of reporting
_BESIDE = 6  # names that stand about equally near to one: the number decides


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


def organisations(path: Path, language: str) -> tuple[Organisation, ...]:
    """Read the organisations that have a name in `language`.

    Raise CorpusError, with file, line and key, when the list is malformed.
    """
    return tuple(
        Organisation(code, entry.labels, phrases.matcher(names), entry.needs_cue)
        for code, entry in read(path).items()
        if (names := entry.names.get(language))
    )


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
