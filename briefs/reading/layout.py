"""Keep what a format told of its blocks beside the text that was taken from it.

A row for each block: what it is, its depth, its lines as [start, end, page], its box.
So an edition reads the same for ever, whatever becomes of the reader of its format.
"""

import json
from collections.abc import Iterator

from briefs.errors import CorpusError, Message
from briefs.model import Line
from briefs.reading.lines import Reading
from briefs.reading.plain.blocks import Block, Part
from briefs.reading.plain.spacing import Spacing

_FURNITURE = "furniture"


def recorded(reading: Reading) -> bytes:
    """Return the blocks of a reading as rows of JSON."""
    rows = [{"pages": reading.pages}, *_rows(reading)]
    return "".join(f"{json.dumps(row)}\n" for row in rows).encode()


def _rows(reading: Reading) -> Iterator[dict[str, object]]:
    if reading.headers:
        yield {"part": _FURNITURE, "lines": [_place(line) for line in reading.headers]}
    for block in reading.blocks or ():
        row: dict[str, object] = {
            "part": block.part.value,
            "lines": [_place(line) for line in block.lines],
        }
        if block.level:
            row["level"] = block.level
        if block.box:
            row["box"] = [round(edge, 1) for edge in block.box]
        yield row


def _place(line: Line) -> list[int | None]:
    return [line.start, line.start + len(line.text), line.page]


def restored(text: str, record: bytes, name: str) -> Reading:
    """Return the reading of a text whose blocks are recorded; `name` is the record's.

    Raises CorpusError where the record is damaged or belongs to another text.
    """
    try:
        first, *rest = [json.loads(row) for row in record.decode().splitlines()]
        starts = _starts(text)
        headers: list[Line] = []
        blocks: list[Block] = []
        for row in rest:
            lines = tuple(_line(place, text, starts) for place in row["lines"])
            if row["part"] == _FURNITURE:
                headers += lines
                continue
            left, bottom, right, top = row.get("box") or (0, 0, 0, 0)
            box = (left, bottom, right, top) if "box" in row else None
            blocks.append(Block(Part(row["part"]), lines, row.get("level", 0), box=box))
        pages = first["pages"]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise CorpusError(
            Message("{file} does not fit the text it belongs to", file=name),
            hint=Message("add the report again"),
        ) from error
    return Reading(
        text=text,
        spacing=Spacing.PARAGRAPHS,
        lines=tuple(line for block in blocks for line in block.lines),
        headers=tuple(headers),
        pages=pages,
        blocks=tuple(blocks),
    )


def _starts(text: str) -> dict[int, int]:
    """Return the number of the line that starts at each offset."""
    found, offset = {}, 0
    for number, line in enumerate(text.split("\n"), start=1):
        found[offset] = number
        found[offset + len(line) - len(line.lstrip("\f"))] = number
        offset += len(line) + 1
    return found


def _line(place: list[int], text: str, starts: dict[int, int]) -> Line:
    start, end, page = place
    if not 0 <= start < end <= len(text):
        raise ValueError("no such place")
    return Line(starts[start], start, text[start:end], page)
