"""Read a Markdown text as the web page that it stands for."""

import regex

from briefs.reading.composing import Extract
from briefs.reading.formats import html

_MARKS = regex.compile(
    r"(?m)^(?:#{1,6} \S|```|\|.*\|$|[-*+] \[.\] )"
    r"|\*\*[^*\n]+\*\*|__[^_\n]+__|\[[^][\n]+\]\([^)\n]+\)"
)
_SURE = regex.compile(
    r"(?m)^#{1,6} [\p{Lu}\d][^\n]*\n\s*\n|\[[^][\n]+\]\(https?://[^)\n]+\)"
)
_FEW = 3

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

    reader = MarkdownIt("commonmark").enable("table")
    if text.count("[") > text.count("]") + _OPEN:  # each would be looked for to the end
        reader.disable(["link", "image"])
    page = reader.render(text)
    return replace(html.extract(f"<html><body>{page}</body></html>"), how="Markdown")
