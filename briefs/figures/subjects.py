"""Tell which topics a figure serves: those of its sentence and of its heading."""

from collections.abc import Iterable, Mapping, Sequence

from briefs.match.index import Finding
from briefs.model import Figure, Passage, Span
from briefs.text.sentences import sentences

Places = Mapping[str, tuple[bool, tuple[Span, ...]]]
"""By topic: whether its heading betrays it, and where words of the passage do."""


def places(findings: Iterable[tuple[str, Finding]]) -> Places:
    """Return where each topic found in one passage shows."""
    return {
        code: (
            any(reason.span is None for reason in finding.match.reasons),
            tuple(r.span for r in finding.match.reasons if r.span is not None),
        )
        for code, finding in findings
    }


def topics(
    figure: Figure, passage: Passage, found: Places, language: str
) -> tuple[str, ...]:
    """Return the topics of a figure: of its heading, and of its sentence.

    Where neither betrays one, the figure goes on with the last sentence that does, or
    else has the topics of the passage.
    """
    headed = {code for code, (by_heading, _) in found.items() if by_heading}
    spans = sentences(passage.text, language)
    upto = [span for span in spans if span.start <= figure.span.start]
    said: set[str] = set()
    for sentence in reversed(upto):
        said = {
            code
            for code, (_, words) in found.items()
            if any(word.overlaps(sentence) for word in words)
        }
        if said or headed:
            break
    own = headed | said
    return tuple(code for code in found if code in own or not own)


def by_passage(
    findings: Mapping[str, Sequence[Finding]],
) -> dict[tuple[str, int], Places]:
    """Return where topics show, by the id of an edition and the number of a passage."""
    grouped: dict[tuple[str, int], list[tuple[str, Finding]]] = {}
    for code, found in findings.items():
        for finding in found:
            place = finding.edition.id, finding.passage.number
            grouped.setdefault(place, []).append((code, finding))
    return {place: places(pairs) for place, pairs in grouped.items()}
