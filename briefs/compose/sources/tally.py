"""Count what each edition says on each topic, and tell what that amounts to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefs.corpus.quoting import Quoting
from briefs.document import CellState
from briefs.match.index import Finding
from briefs.model import Edition, Grade, Heading, Topic
from briefs.text.sentences import sentences
from briefs.years.outline import Outline

ORDER = tuple(CellState)
"""The states, the one that says the most first."""

_HARM = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says on one topic, in one country and edition year."""

    topic: str
    report: str
    country: str
    year: int
    state: CellState
    excerpts: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many passages of an edition are on a topic, and what they amount to.

    `headed` tells that the heading of one is on the topic.
    """

    passages: int
    state: CellState
    headed: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """What an edition says, by topic, and the topics whose chapter it lacks."""

    said: dict[str, Tally]
    lacking: tuple[str, ...]


def summary(
    findings: Mapping[str, Sequence[Finding]],
    quoting: Quoting | None,
    lacking: Iterable[str],
) -> Summary:
    """Sum up an edition by its passages on each topic, and the chapters it lacks.

    `quoting` knows what a denial is and what is grave in the language of the edition.
    """
    return Summary(
        said={
            code: Tally(
                passages=len(found),
                state=min((_state(one, quoting) for one in found), key=ORDER.index),
                headed=any(map(_under_its_heading, found)),
            )
            for code, found in findings.items()
            if found
        },
        lacking=tuple(lacking),
    )


def outlines(
    known: Mapping[str, Outline], findings: Mapping[str, Sequence[Finding]]
) -> dict[str, Outline]:
    """Return outlines with the chapters whose headings are no standard ones.

    A translator may word a heading otherwise: the chapter is there all the same where
    something was found under a heading on its topic.
    """
    found: dict[str, dict[str, tuple[Heading, ...]]] = {}
    for topic, every in findings.items():
        for one in every:
            if under := _its_headings(one):
                found.setdefault(one.edition.id, {}).setdefault(topic, under)
    return {
        name: replace(outline, headings={**found.get(name, {}), **outline.headings})
        for name, outline in known.items()
    }


def cells(
    topics: Iterable[Topic], editions: Sequence[Edition], said: Mapping[str, Summary]
) -> list[Cell]:
    """Return a cell for each topic, report, country and year from first to last.

    `said` are what the editions say, by their ids.
    """
    issues: dict[tuple[str, str], dict[int, list[Summary]]] = {}
    for edition in editions:
        of_serial = issues.setdefault((edition.report, edition.country), {})
        of_serial.setdefault(edition.year, []).append(said[edition.id])
    return [
        _cell((topic.code, *serial, year), issues[serial])
        for topic in topics
        for serial in sorted(issues)
        for year in years(editions)
    ]


def years(editions: Sequence[Edition]) -> range:
    """Return the years from the first edition to the last, gaps included."""
    known = [edition.year for edition in editions]
    return range(min(known), max(known) + 1)


def _cell(
    place: tuple[str, str, str, int], issues: Mapping[int, Sequence[Summary]]
) -> Cell:
    """Return the cell of a topic, report, country and year.

    `issues` are those of all years of the report: where the outline of this year is
    not known, another year can tell that a section is missing from it.
    """
    topic, _, _, year = place
    if year not in issues:
        return Cell(*place, CellState.NO_EDITION, 0)
    own = [one.said[topic] for one in issues[year] if topic in one.said]
    if own:
        state = min((tally.state for tally in own), key=ORDER.index)
        return Cell(*place, state, sum(tally.passages for tally in own))
    lacks = any(topic in one.lacking for one in issues[year])
    headed = any(
        topic in one.said and one.said[topic].headed
        for issue in issues.values()
        for one in issue
    )
    missing = CellState.NO_SECTION if lacks or headed else CellState.NOTHING
    return Cell(*place, missing, 0)


def _state(finding: Finding, quoting: Quoting | None) -> CellState:
    """Tell whether a passage reports something, denies it, or only names the topic.

    It only names it where nothing but a single word of it does, and where that
    sentence tells of no harm.
    """
    traits = [quoting.traits(each) for each in _carrying(finding)] if quoting else []
    if traits and all(each.denies for each in traits):
        return CellState.DENIALS
    harm = any(each.gravity >= _HARM for each in traits)
    strong = finding.match.grade is Grade.STRONG
    return CellState.PASSAGES if strong or harm else CellState.MENTIONED


def _carrying(finding: Finding) -> list[str]:
    """Return the sentences that carry the topic, all where only a heading does."""
    text = finding.passage.text
    hits = [reason.span for reason in finding.match.reasons if reason.span]
    spans = sentences(text, finding.edition.language)
    told = [span for span in spans if any(map(span.overlaps, hits))]
    return [span.of(text) for span in told or spans]


def _under_its_heading(finding: Finding) -> bool:
    return any(reason.kind == "heading" for reason in finding.match.reasons)


def _its_headings(finding: Finding) -> tuple[Heading, ...]:
    """Return the headings of a passage that betray its topic."""
    told = {r.surface for r in finding.match.reasons if r.kind == "heading"}
    return tuple(each for each in finding.passage.headings if each.printed in told)
