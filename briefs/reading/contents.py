"""Know a table of contents among blocks: what leads to pages, or to titles below."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from briefs.reading.composing import Told
from briefs.reading.plain.blocks import LONGEST_HEADING, Part

TITLE = regex.compile(r"(?i)(?:table\s+of\s+)?contents:?|содержание|оглавление|мазмуну")
"""What stands over a table of contents."""

_LEADS = regex.compile(r".*\S\s*(?:(?:\.\s?){4,}|(?:…\s?){2,}|_{4,})\s*\d{1,3}")
_PAGED = regex.compile(r"\S.*\s\d{1,3}")
_FEWEST = 3
_OPEN = frozenset({Part.TEXT, Part.PROSE, Part.HEADING})


def told(blocks: Sequence[Told]) -> list[Told]:
    """Return blocks, those of a table of contents told as such."""
    texts = [_said(block) for block in blocks]
    listed = _leading(blocks, texts) | _announcing(blocks, texts)
    for index, text in enumerate(texts):
        if TITLE.fullmatch(text) and (index + 1 in listed or _paged(texts, index)):
            listed |= {index, *_paged(texts, index)}
    return [
        replace(block, part=Part.CONTENTS, level=0) if index in listed else block
        for index, block in enumerate(blocks)
    ]


def _said(block: Told) -> str:
    return " ".join(" ".join(row.text for row in block.rows).split())


def _leading(blocks: Sequence[Told], texts: Sequence[str]) -> set[int]:
    """Return the lines in which dots lead to the number of a page."""
    return {
        index
        for index, (block, text) in enumerate(zip(blocks, texts, strict=True))
        if block.part in _OPEN
        and len(text) <= LONGEST_HEADING * 2
        and _LEADS.fullmatch(text)
    }


def _paged(texts: Sequence[str], title: int) -> list[int]:
    """Return the lines below the title of the contents that end with a page."""
    found = []
    for index in range(title + 1, len(texts)):
        text = texts[index]
        if len(text) > LONGEST_HEADING * 2 or not _PAGED.fullmatch(text):
            break
        found.append(index)
    return found if len(found) >= _FEWEST else []


def _announcing(blocks: Sequence[Told], texts: Sequence[str]) -> set[int]:
    """Return runs of short blocks that each say a title which stands further below."""
    last: dict[str, int] = {}
    for index, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        if block.part in _OPEN and len(text) <= LONGEST_HEADING:
            last[text.casefold()] = index
    found: set[int] = set()
    run: list[int] = []
    for index, text in enumerate(texts):
        place = last.get(text.casefold(), -1)
        if place > index and (not run or place > last[texts[run[-1]].casefold()]):
            run.append(index)
            continue
        found |= _whole(run, last, texts)
        run = []
    return found | _whole(run, last, texts)


def _whole(run: Sequence[int], last: dict[str, int], texts: Sequence[str]) -> set[int]:
    """Return a run that is long enough and ends before the first of its titles."""
    if len(run) < _FEWEST or last[texts[run[0]].casefold()] <= run[-1]:
        return set()
    return set(run)
