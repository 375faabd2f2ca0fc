"""Draw QR codes, by which a reader of paper finds a page on the web."""

from itertools import groupby

from briefs.document import Code
from briefs.files import cache

QUIET = 4
"""The white margin of a code in its own units, as ISO/IEC 18004 asks for it."""


def qr(text: str) -> Code:
    """Return the code of a text; a seventh of it may be soiled."""
    return cache.remember("codes", Code, (text,), lambda: _drawn(text))


def _drawn(text: str) -> Code:
    import segno

    matrix = segno.make_qr(text, error="m", boost_error=False).matrix
    path = []
    for y, row in enumerate(matrix, start=QUIET):
        x = QUIET
        for dark, run in groupby(row):
            width = len(list(run))
            if dark:
                path.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width
    return Code(len(matrix) + 2 * QUIET, "".join(path))
