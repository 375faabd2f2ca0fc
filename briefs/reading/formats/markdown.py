"""Read a Markdown text as the web page that it stands for."""

from itertools import count

import regex

from briefs.reading.composing import Extract, told
from briefs.reading.formats import html
from briefs.reading.plain.blocks import Part

_MARKS = regex.compile(
    r"(?m)^(?:#{1,6} \S|```|\|.*\|$|[-*+] \[.\] )"
    r"|\*\*[^*\n]+\*\*|__[^_\n]+__|\[[^][\n]+\]\([^)\n]+\)"
)
_SURE = regex.compile(
    r"(?m)^#{1,6} [\p{Lu}\d][^\n]*\n\s*\n|\[[^][\n]+\]\(https?://[^)\n]+\)"
)
_FEW = 3
_MATTER = regex.compile(r"\A---[ \t]*\n((?:[\w-]+:.*\n|[ \t-]+\S.*\n)+)---[ \t]*\n")
"""What programs are told of a text, before it begins."""

_TITLE = regex.compile(r"(?m)^title:[ \t]*([\"']?)(.+?)\1[ \t]*$")
_NOTE = regex.compile(r"(?m)^\[\^([^\]\s]+)\]:[ \t]*(.+(?:\n[ \t]+\S.*)*)\n?")
_REFERENCE = regex.compile(r"\[\^([^\]\s]+)\]")

_OPEN = 500
"""Brackets that nothing closes, beyond which none is taken for the name of a link."""


def looks_so(text: str) -> bool:
    """Tell a text that is written with the marks of Markdown."""
    sample = text[:200_000]
    return bool(_SURE.search(sample)) or len(_MARKS.findall(sample)) >= _FEW


def extract(text: str) -> Extract:
    """Return the blocks of a Markdown text."""
    from dataclasses import replace

    from markdown_it import MarkdownIt

    text, title = _bare(text)
    text, notes = _noted(text)
    reader = MarkdownIt("commonmark").enable("table")
    if text.count("[") > text.count("]") + _OPEN:  # each would be looked for to the end
        reader.disable(["link", "image"])
    page = reader.render(text)
    found = html.extract(f"<html><body>{page}</body></html>")
    return replace(
        found,
        blocks=(*found.blocks, *(told(Part.NOTE, note) for note in notes)),
        title=title or found.title,
        how="Markdown",
    )


def _bare(text: str) -> tuple[str, str]:
    """Return a text without what stands before it for programs, and the title there."""
    matter = _MATTER.match(text)
    if not matter:
        return text, ""
    title = _TITLE.search(matter[1])
    return text[matter.end() :], title[2] if title else ""


def _noted(text: str) -> tuple[str, list[str]]:
    """Return a text whose marks of notes are raised numbers, and its notes."""
    said = {match[1]: " ".join(match[2].split()) for match in _NOTE.finditer(text)}
    if not said:
        return text, []
    numbers = dict(zip(said, count(1), strict=False))
    marked = _REFERENCE.sub(
        lambda match: (
            f"<sup>{numbers[match[1]]}</sup>" if match[1] in numbers else match[0]
        ),
        _NOTE.sub("", text),
    )
    return marked, [f"{numbers[name]} {words}" for name, words in said.items()]
