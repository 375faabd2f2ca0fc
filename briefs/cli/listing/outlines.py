"""Show what was understood of a report's file, as lines or as JSON."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from briefs.api import Added, Outline
from briefs.cli import options, streams
from briefs.errors import Message

_GROUNDS = {
    "title": Message("by its title"),
    "running head": Message("by its running head"),
    "name": Message("by the name of the file"),
    "text": Message("by its text"),
}
_HOW = {
    "plain text": Message("plain text"),
    "web page": Message("web page"),
    "Markdown": Message("Markdown"),
    "Word file": Message("Word file"),
    "OpenDocument text": Message("OpenDocument text"),
    "PDF, by its structure": Message("PDF, by its structure"),
    "PDF, by its layout": Message("PDF, by its layout"),
    "scan": Message("scan"),
}


def show(found: Sequence[Outline], *, json_output: bool) -> None:
    """Print outlines: one object of JSON for one file, else a list, or lines."""
    if json_output:
        rows = [_row(one) for one in found]
        whole: Any = rows[0] if len(rows) == 1 else rows
        streams.echo(json.dumps(whole, ensure_ascii=False, indent=1))
        return
    for one in found:
        options.say([*_lines(one), *_facts(one)])


def added(editions: Iterable[Added]) -> None:
    """Print the folder of each edition, and on stderr what was understood of it."""
    for one in editions:
        streams.echo(one.folder)
        there = [] if one.new else [Message("the corpus has this file already")]
        named = [_named(one.people)] if one.people else []
        kept = [_kept(one.kept)] if one.kept else []
        options.say([*there, *_facts(one.outline), *named, *kept], err=True)


def _kept(folder: Path) -> Message:
    what = Message(
        "what was put beside the older text is kept in {folder}: see what still holds",
        folder=folder,
    )
    return Message("  ! {what}", what=what)


def _named(file: Path) -> Message:
    what = Message(
        "{file} lists what looks like names of persons, as private: say there who is "
        "public",
        file=file.name,
    )
    return Message("  ! {what}", what=what)


def _facts(found: Outline) -> Iterator[Message]:
    """Yield what was read and how, what was taken out, and what to look at twice."""
    held = found.contents
    yield Message(
        "language {language}, pages: {pages}, paragraphs: {paragraphs}",
        language=found.language,
        pages=found.source.reading.pages or "–",
        paragraphs=len(held.passages),
    )
    yield Message(
        "headings: {headings}, running headers: {headers}",
        headings=len(held.headings),
        headers=len(found.source.reading.headers),
    )
    for message in found.taken_out:
        yield Message("  – {what}", what=message)
    for message in found.warnings:
        yield Message("  ! {what}", what=message)


def _lines(found: Outline) -> Iterator[Message]:
    """Yield what a file is taken for, and its headings."""
    yield Message(
        "report: {report}, country: {country}, year: {year}",
        report=_guess(found, "report"),
        country=_guess(found, "country"),
        year=_guess(found, "year"),
    )
    if found.title:
        yield Message("title: {title}", title=found.title)
    yield Message(
        "read as: {format}", format=_HOW.get(how := found.source.extract.how, how)
    )
    for heading in found.contents.headings:
        yield Message(
            "{indent}{title}  {page}",
            indent="  " * heading.level,
            title=heading.printed,
            page=heading.page or "",
        )


def _guess(found: Outline, key: str) -> str | Message:
    """Return what a file is taken for, and where that was found."""
    value = getattr(found, key) or "?"
    ground = found.grounds.get(key)
    return (
        Message("{value} ({ground})", value=value, ground=_GROUNDS[ground])
        if (ground)
        else str(value)
    )


def _row(found: Outline) -> dict[str, Any]:
    held = found.contents
    return {
        "report": found.report,
        "country": found.country,
        "year": found.year,
        "title": found.title,
        "language": found.language,
        "format": found.source.format,
        "read": found.source.extract.how,
        "pages": found.source.reading.pages,
        "headings": [
            {
                "level": heading.level,
                "label": heading.label,
                "text": heading.text,
                "page": heading.page,
            }
            for heading in held.headings
        ],
        "passages": [
            {
                "paragraph": passage.number,
                "page": passage.page,
                "label": passage.label,
                "headings": [heading.printed for heading in passage.headings],
                "text": passage.text,
                "box": held.boxes.get(passage.number),
            }
            for passage in held.passages
        ],
        "notes": [note.text for note in held.notes],
        "taken_out": [str(message) for message in found.taken_out],
        "warnings": [str(message) for message in found.warnings],
        "grounds": found.grounds,
    }
