"""Judge whether signs in a passage and around it are enough to tie it to a topic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefs.model import Grade, Match, Reason
from briefs.text.lexicon import Hit
from briefs.text.sentences import count_words

_HITS_FOR_STRONG = 2
_WEAK_SIGNS_THAT_COUNT = 2
_TOPICS_OF_A_SUMMARY = 6
_LONG = 60
"""Words of a text in which a wide pattern is no sign by itself.

Measured on judged paragraphs and on reports without headings: above it such a sign is
wrong more often than right, and what is right has other signs.
"""


def judge(
    code: str, text: str, frames: Sequence[Reason], hits: Sequence[Hit]
) -> Match | None:
    """Return the match that the signs make, None if they do not suffice.

    `frames` speak from outside: headings, the whole edition. Weak signs suffice only
    beside another sign, or when two different ones meet; a wide pattern does not
    suffice in a long text.
    """
    sure = firm(hits)
    weak = {hit.pattern.written for hit in hits if hit.pattern.weak}
    if not frames and not sure and len(weak) < _WEAK_SIGNS_THAT_COUNT:
        return None
    if not frames and not weak and len(sure) == 1 and _by_chance(sure[0], text):
        return None
    spoken = (
        Reason("pattern", hit.pattern.written, hit.span.of(text), hit.span)
        for hit in hits
    )
    strong = frames or len(sure) >= _HITS_FOR_STRONG
    grade = Grade.STRONG if strong else Grade.POSSIBLE
    return Match(code, grade, (*frames, *spoken))


def firm(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits of patterns that are no weak signs."""
    return [hit for hit in hits if not hit.pattern.weak]


def doubted(
    matches: tuple[Match, ...], frames: Mapping[str, Sequence[Reason]]
) -> tuple[Match, ...]:
    """Return the matches; those of a list that names many topics are only possible.

    "Significant human rights issues included …" says of each topic that it exists.
    """
    spoken = [match for match in matches if match.topic not in frames]
    if len(spoken) < _TOPICS_OF_A_SUMMARY:
        return matches
    return tuple(
        replace(match, grade=Grade.POSSIBLE) if match in spoken else match
        for match in matches
    )


def _by_chance(hit: Hit, text: str) -> bool:
    """Tell whether two words may have met by chance: in a long text some always do."""
    return hit.pattern.wide and count_words(text) > _LONG
