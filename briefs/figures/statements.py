"""Find what a passage says of numbers without giving one: "none" and "unknown".

Neither is a zero, and neither is ever turned into a number.
"""

from dataclasses import dataclass
from enum import StrEnum

from briefs.model import Edition, Passage, Span
from briefs.numbers.dates.timeline import Timeline
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.numeral import Numeral
from briefs.numbers.reporters import Reporters
from briefs.text.sentences import sentences


class Says(StrEnum):
    """What a statement says: that there was none, or that the number is unknown."""

    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Statement:
    """A place where a source denies a number or does not know it.

    `span` is the place of `quote`, the telling words, in the passage text.
    """

    edition: str
    paragraph: int
    span: Span
    quote: str
    sentence: str
    says: Says
    period: str | None
    reported_by: str | None


def statements(
    passage: Passage, edition: Edition, grammar: Grammar
) -> tuple[Statement, ...]:
    """Return the statements of zero and of the unknown in a passage, in order."""
    timeline = Timeline(grammar, edition.covers)
    found: list[Statement] = []
    for place in sentences(passage.text, edition.language):
        text = place.of(passage.text)
        timeline.enter(text)
        for says, span in _statements(text, grammar):
            when = timeline.when(Numeral(span, 0.0), says)
            found.append(
                Statement(
                    edition=passage.edition,
                    paragraph=passage.number,
                    span=Span(place.start + span.start, place.start + span.end),
                    quote=span.of(text),
                    sentence=text,
                    says=says,
                    period=when.iso,
                    reported_by=_reporter(text, span.start, grammar),
                )
            )
    return tuple(found)


def _reporter(text: str, place: int, grammar: Grammar) -> str | None:
    """Return who says so; that "they did not report" is theirs, too."""
    cue, known = grammar.reported, grammar.organisations
    return Reporters(text, known, cue, joints=grammar.joints).of(place)


def _statements(text: str, grammar: Grammar) -> list[tuple[Says, Span]]:
    """Return what a sentence says and where; of two that overlap, the unknown wins."""
    told: list[tuple[Says, Span]] = []
    for says, pattern in ((Says.UNKNOWN, grammar.unknown), (Says.NONE, grammar.none)):
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for _, other in told):
                told.append((says, span))
    return sorted(told, key=lambda item: item[1])
