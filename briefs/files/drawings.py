"""Count how often a PDF file draws: drawings that hold each other grow without end.

A drawing of a few bytes that draws two others, each of which draws two more, keeps a
reader busy for ever. They are counted before any page is read.
"""

import re
from collections import Counter
from typing import Any

MOST = 100_000
"""Drawings within drawings of a file; a brief with many charts has some hundreds."""

_DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+(?:Do|scn|SCN)\b")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_DEEPEST = 40


def are_endless(document: Any) -> bool:
    """Tell whether an opened file (pikepdf) draws more than anybody can look at."""
    known: dict[tuple[int, int], int] = {}
    total = 0
    for page in document.pages:
        total += _count(page.obj, known, 0)
        if total > MOST:
            return True
    return False


def _count(drawing: Any, known: dict[tuple[int, int], int], depth: int) -> int:
    """Return how many drawings a page or a drawing draws; more than MOST for a circle.

    What was counted is known by its number; what is being counted counts as endless.
    """
    if depth > _DEEPEST:
        return MOST + 1
    number = drawing.objgen
    if number in known:
        return known[number]
    if number != (0, 0):
        known[number] = MOST + 1
    resources = drawing.get("/Resources", {})
    total = 0
    for name, times in Counter(_names(drawing)).items():
        for kind in ("/XObject", "/Pattern"):
            held = _held(resources, kind, name)
            if held is not None:
                total += times * (1 + _count(held, known, depth + 1))
        if total > MOST:
            break
    total = min(total, MOST + 1)
    if number != (0, 0):
        known[number] = total
    return total


def _held(resources: Any, kind: str, name: str) -> Any:
    """Return a drawing by its name, None for a picture, a color or nothing."""
    import pikepdf

    kinds = resources.get(kind, {}) if hasattr(resources, "get") else {}
    found = kinds.get(name) if isinstance(kinds, pikepdf.Dictionary) else None
    is_picture = isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Image"
    return found if isinstance(found, pikepdf.Stream) and not is_picture else None


def _names(drawing: Any) -> list[str]:
    """Return the names that the operations of a page or a drawing draw, as often."""
    import pikepdf

    if isinstance(drawing, pikepdf.Stream):
        streams: list[Any] = [drawing]
    else:
        held = drawing.get("/Contents", [])
        streams = [*held] if isinstance(held, pikepdf.Array) else [held]
    found: list[str] = []
    for stream in streams:
        if isinstance(stream, pikepdf.Stream):
            try:
                content = stream.read_bytes()
            except pikepdf.PdfError:  # readers leave it out as well
                continue
            for match in _DRAWN.finditer(content):
                plain = _ESCAPED.sub(lambda m: bytes([int(m[1], 16)]), match[1])
                found.append("/" + plain.decode("latin-1"))
    return found
