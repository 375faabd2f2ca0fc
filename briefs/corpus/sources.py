"""Read the source of an edition as it was when it was added, or not at all."""

import hashlib
import time
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.errors import CorpusError, Message
from briefs.files import cache, inputs
from briefs.model import Edition, Passage
from briefs.reading import decoding

if TYPE_CHECKING:
    from briefs.reading.lines import Reading


_SETTLED = 3_000_000_000
"""Nanoseconds after which a second change of a file has another time."""


def checksum(path: Path) -> str:
    """Return the sha256 of a file in hexadecimal; raises CorpusError if unreadable."""
    content = inputs.read_bytes(path, CorpusError, inputs.SOURCE)
    return hashlib.sha256(content).hexdigest()


def stamp(edition: Edition) -> str:
    """Return a mark that changes when the source of an edition or its layout does.

    It is made from what the system knows of both files, without reading them. Empty
    where one is missing, or was written so lately that the clock may not part a change
    from it.
    """
    known: list[str | bytes] = [edition.sha256, edition.layout_sha256]
    for path in filter(None, (edition.path, edition.layout)):
        try:
            found = path.stat()
        except OSError:
            return ""
        if time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) < _SETTLED:
            return ""
        size = found.st_size, found.st_mtime_ns, found.st_ctime_ns
        known += [str(path.absolute()), repr((found.st_dev, found.st_ino, *size))]
    return cache.digest(*known)


def check(edition: Edition) -> None:
    """Raise CorpusError when the source of an edition or its layout was altered."""
    if checksum(edition.path) != edition.sha256:
        raise CorpusError(
            Message(
                "{file} is not the file whose checksum {edition} records",
                file=edition.path,
                edition=edition.id,
            ),
            hint=Message("restore the source, or add the new text as another edition"),
        )
    if edition.layout and checksum(edition.layout) != edition.layout_sha256:
        raise CorpusError(
            Message("{file} does not fit the text it belongs to", file=edition.layout),
            hint=Message("add the report again"),
        )


def text(edition: Edition) -> str:
    """Return the source of an edition; raises CorpusError for what is no text."""
    return decoding.read_text(edition.path)


def passages(edition: Edition, text: str) -> tuple[Passage, ...]:
    """Return the passages of an edition's text; raises CorpusError as `reading`."""
    from briefs.reading import passages as reader

    return reader.to_passages(reading(edition, text), edition.id)


def reading(edition: Edition, text: str) -> "Reading":
    """Return the text of an edition as read, by the layout that its file told.

    Raises CorpusError for a layout that does not fit, and for a text that is none.
    """
    from briefs.reading import layout, lines

    decoding.require_text(text, edition.path)
    if edition.layout is None:
        return lines.parse(text)
    record = inputs.read_bytes(edition.layout, CorpusError, inputs.SOURCE)
    return layout.restored(text, record, str(edition.layout))
