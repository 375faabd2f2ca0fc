"""Word what commands print: JSON objects for programs, plain lines for people."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefs import api
from briefs.api import Cell, Cutting, Finding, Preview
from briefs.document import CellState
from briefs.i18n.locale import SOURCE_LOCALE, Locale, load
from briefs.model import Edition, Grade, Passage, Reason, Span, Topic

Row = dict[str, Any]


def to_json(rows: Iterable[Row]) -> str:
    """Return rows as a JSON array, one on each line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]" if lines else "[]"


def excerpt(finding: Finding, years: Sequence[int]) -> Row:
    """Return a passage on a topic as the contract of `excerpts --json` has it.

    `years` are those of the editions in which it stands word for word.
    """
    text = finding.passage.text
    pages = finding.passage.pages_of(Span(0, len(text)))
    return {
        "id": api.excerpt_id(finding),
        "topic": finding.match.topic,
        **passage(finding.edition, finding.passage),
        "pages": list(pages) if pages else None,
        "years": list(years),
        "grade": str(finding.match.grade),
        "reasons": [reason(r, load(SOURCE_LOCALE)) for r in finding.match.reasons],
        "source": {
            "path": str(finding.edition.path),
            "sha256": finding.edition.sha256,
            "start": finding.passage.source.start,
            "end": finding.passage.source.end,
        },
    }


def passage(edition: Edition, found: Passage) -> Row:
    """Return a passage with its edition and its place."""
    return {
        **edition_fields(edition),
        "page": found.page,
        "paragraph": found.number,
        "headings": [heading.printed for heading in found.headings],
        "exact": found.text,
    }


def edition_fields(edition: Edition) -> Row:
    """Return what identifies an edition."""
    return {
        "edition": edition.id,
        "report": edition.report,
        "country": edition.country,
        "year": edition.year,
        "language": edition.language,
    }


def reason(found: Reason, locale: Locale) -> str:
    """Say why a passage was found."""
    if found.kind == "heading":
        return locale.gettext("heading: {heading}").format(heading=found.surface)
    if found.kind == "default":
        return locale.gettext("default: the whole edition is on this topic")
    return locale.gettext("pattern: {pattern} → {words}").format(
        pattern=found.pattern, words=found.surface
    )


def cell(found: Cell) -> Row:
    """Return a coverage cell as the contract of `coverage --json` has it."""
    return {
        "topic": found.topic,
        "report": found.report,
        "country": found.country,
        "year": found.year,
        "state": str(found.state),
        "excerpts": found.excerpts,
    }


def topic(found: Topic, counts: Mapping[int, int]) -> Row:
    """Return a topic with the number of passages on it, by edition year."""
    return {
        "code": found.code,
        "labels": found.labels,
        "scope": found.scope,
        "broader": found.broader,
        "excerpts": sum(counts.values()),
        "years": {str(year): number for year, number in counts.items()},
    }


def topic_lines(rows: Sequence[Row], locale: Locale) -> Iterator[str]:
    """Yield the taxonomy as a table: code, label, passages, passages by year.

    It is sorted as a dictionary of the reader's language.
    """
    width = max(len(row["code"]) for row in rows)
    for row in sorted(rows, key=lambda r: locale.sort_key(locale.label(r["labels"]))):
        label = locale.label(row["labels"])
        years = "  ".join(f"{year}: {n}" for year, n in row["years"].items())
        yield f"{row['code']:<{width}}  {row['excerpts']:>4}  {label}  {years}".rstrip()


def excerpt_lines(
    finding: Finding, locale: Locale, translation: str = "", *, why: bool
) -> Iterator[str]:
    """Yield a passage for reading: its place, its text, and why it was found.

    A translation into the reader's language comes before the original.
    """
    where = api.place_of(finding.edition, finding.passage, locale.code)
    grade = (
        locale.gettext("surely")
        if finding.match.grade is Grade.STRONG
        else locale.gettext("possibly")
    )
    yield f"{where} ({finding.match.topic}, {grade}) {api.excerpt_id(finding)}"
    yield from both(finding.passage, translation)
    if why:
        yield from (f"  – {reason(each, locale)}" for each in finding.match.reasons)
    yield ""


def splice_lines(found: Cutting, locale: Locale) -> Iterator[str]:
    """Yield an excerpt that leaves something out, with what it leaves out in braces."""
    edition = found.finding.edition
    first = found.runs[0].passage
    yield f"{api.place_of(edition, first, locale.code)} ({found.finding.match.topic})"
    for run in found.runs:
        text, span = run.passage.text, run.span
        before, after = text[: span.start].strip(), text[span.end :].strip()
        told = [
            f"{{{before}}}" if before else "",
            run.text,
            f"{{{after}}}" if after else "",
        ]
        yield f"  {' '.join(filter(None, told))}"
    yield ""


_SIGNS = {
    CellState.DENIALS: "∅",
    CellState.MENTIONED: "~",
    CellState.NO_SECTION: "x",
    CellState.NOTHING: "-",
    CellState.NO_EDITION: ".",
}


def coverage_lines(
    cells: Sequence[Cell], topics: Mapping[str, Topic], locale: Locale
) -> Iterator[str]:
    """Yield the topic × year matrix: the number of passages, or the sign of a state.

    Topics stand as in a dictionary of the reader's language, each with its label at the
    end of its line. Reports on several countries have a line for each.
    """
    labels = {code: locale.label(topic.labels) for code, topic in topics.items()}
    several = len({found.country for found in cells}) > 1
    years = sorted({found.year for found in cells})
    rows: dict[tuple[str, str], list[str]] = {}
    for found in sorted(cells, key=lambda cell: locale.sort_key(labels[cell.topic])):
        code = found.topic
        name = " ".join([code, found.report, *([found.country] if several else [])])
        sign = _SIGNS.get(found.state, str(found.excerpts))
        rows.setdefault((name, labels[code]), []).append(f"{sign:>6}")
    width = max(len(name) for name, _ in rows)
    yield " " * width + "".join(f"{year:>6}" for year in years)
    for (name, label), signs in rows.items():
        yield f"{name:<{width}}{''.join(signs)}  {label}"
    yield locale.gettext(
        "n: passages on the topic; ∅ no case is known to the report; ~ only named; "
        "x: the section is missing; - no passage found; . no such report"
    )


def preview_lines(preview: Preview, locale: Locale) -> Iterator[str]:
    """Yield, pattern by pattern, the words that topics' patterns hit, then the idle."""
    for code, patterns in preview.seen.items():
        for pattern, surfaces in patterns.items():
            common = sorted(surfaces.items(), key=lambda pair: (-pair[1], pair[0]))
            words = ", ".join(f"{word} ({n})" for word, n in common[:8])
            hits = words or locale.gettext("nothing")
            yield f"{code}.{preview.language}  {pattern}: {hits}"
    for idle in preview.idle:
        place = f"{idle.topic}, {idle.table}.{preview.language}: {idle.pattern}"
        yield locale.gettext("never matches: {place}").format(place=place)


def passage_lines(
    edition: Edition, found: Passage, locale: Locale, translation: str = ""
) -> Iterator[str]:
    """Yield a passage for reading: its place, its translation, its text."""
    yield api.place_of(edition, found, locale.code)
    yield from both(found, translation)
    yield ""


def both(found: Passage, translation: str) -> Iterator[str]:
    """Yield a passage as its reader understands it, then as it is."""
    if translation:
        yield f"  {translation}"
    yield f"  {found.text}"
