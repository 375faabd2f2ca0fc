"""Read a Markdown text as the web page that it stands for."""

import regex

from briefs.reading.composing import Extract
from briefs.reading.formats import html

_MARKS = regex.compile(
    r"(?m)^(?:#{1,6} \S|```|\|.*\|$|[-*+] \[.\] )"
    r"|\*\*[^*\n]+\*\*|__[^_\n]+__|\[[^\]\n]+\]\([^)\n]+\)"
)
_SURE = regex.compile(
    r"(?m)^#{1,6} [\p{Lu}\d][^\n]*\n\s*\n|\[[^\]\n]+\]\(https?://[^)\n]+\)"
)
_FEW = 3


def looks_so(text: str) -> bool:
    """Tell a text that is written with the marks of Markdown."""
    sample = text[:200_000]
    return bool(_SURE.search(sample)) or len(_MARKS.findall(sample)) >= _FEW


def extract(text: str) -> Extract:
    """Return the blocks of a Markdown text."""
    from dataclasses import replace

    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark").enable("table").render(text)
    return replace(html.extract(f"<html><body>{page}</body></html>"), how="Markdown")
