"""Turn lines into passages: join lines, drop what is not prose, find the headings.

Cleaning never corrects spelling: it joins lines, collapses white space and leaves out
addresses, bullets and lines without a word. Each passage keeps the source slices it was
made from.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from briefs.model import RUN_IN, Heading, Line, PageStart, Passage, Span
from briefs.reading.lines import Reading, Spacing

LEFT_OUT = regex.compile(r"(?:https?://|www\.)\S*[^\s.,;:)\]»”]|[•▪●]")
"""What is not prose: web addresses, and the bullets that separate list items."""

LONGEST_HEADING = 140
"""Characters beyond which a line without a label cannot be a heading."""

_SECTION = regex.compile(
    r"(?P<label>\d{1,2}\s?-?\s?(?i:Бөлүм)(?:\.|(?!\p{L}))|(?i:Section|Раздел)\s+\d{1,2}[.:])"
    r"\s*(?P<text>.*)"
)
_SUBSECTION = regex.compile(r"(?P<label>\p{Ll}\.)\s+(?P<text>\p{Lu}.*)")
_RUN_IN = regex.compile(r"(?P<text>\p{Lu}[^.:!?;]{3,110}):\s+(?=[\p{Lu}\p{N}“\"«„])")
_RUN_IN_WORDS = 9

_ENDS_SENTENCE = regex.compile(r"[.!?…:;]+[”“»\"’)\]]*$")
_ENDS_PARAGRAPH = regex.compile(r"[.!?…:;)”»\"’•]$")
_STARTS_UPPER = regex.compile(r"[“„«\"(]?\s*\p{Lu}")
_LINE_END_HYPHEN = regex.compile(r"[\p{L}\p{N}]-$")
_WORD = regex.compile(r"\p{L}+")

# Measured on extracted text: a line this much shorter than the page could have taken
# the next word; a line this short ends its paragraph; a longer one was cut by a page.
_SLACK = 4
_SHORT_LINE = 58
_CUT_LINE = 80
_PARAGRAPH_GAP = {Spacing.SINGLE: 1, Spacing.DOUBLE: 3}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A cleaned text with the source slices it was made from.

    `prose` tells what cannot be a heading: a list item, or the words around an address.
    `opening` is what can begin with a run-in heading, addresses included. `pages` are
    those it stands on.
    """

    text: str
    spans: tuple[Span, ...]
    page: int | None
    prose: bool
    opening: str
    pages: tuple[PageStart, ...]


def to_passages(reading: Reading, edition: str) -> tuple[Passage, ...]:
    """Return the passages of a source in order; `edition` is the id they carry."""
    body = [(piece, above) for piece, above, title in _placed(reading) if not title]
    return tuple(
        Passage(
            edition=edition,
            number=number,
            text=piece.text,
            page=piece.page,
            headings=above,
            pieces=piece.spans,
            pages=piece.pages,
        )
        for number, (piece, above) in enumerate(body, start=1)
    )


def headings(reading: Reading) -> tuple[Heading, ...]:
    """Return the headings of a source in order, run-in headings left out."""
    return tuple(above[-1] for _, above, title in _placed(reading) if title)


def _placed(reading: Reading) -> Iterator[tuple[_Piece, tuple[Heading, ...], bool]]:
    """Yield each piece, the headings in force with its own, and whether it is one."""
    above: tuple[Heading, ...] = ()
    for piece in _pieces(reading):
        heading = _below(above, _heading(piece))
        if opened := heading or _run_in(piece):
            above = (*(h for h in above if h.level < opened.level), opened)
        yield piece, above, heading is not None


def _below(above: tuple[Heading, ...], heading: Heading | None) -> Heading | None:
    """Put a title in capitals at the third level where it stands in a section."""
    inside = any(h.level == 1 and h.label for h in above)
    if heading and heading.level == 1 and not heading.label and inside:
        return replace(heading, level=3)
    return heading


def _pieces(reading: Reading) -> Iterator[_Piece]:
    for block in _blocks(reading):
        yield from _items(block, reading.text)


def _blocks(reading: Reading) -> Iterator[list[Line]]:
    """Yield the lines of one paragraph or heading at a time, across page breaks."""
    lines = reading.lines
    if not lines:
        return
    width = _width(lines)
    block = [lines[0]]
    for above, below in pairwise(lines):
        title = _has_label(block[0].text.strip())
        if _breaks(above, below, reading.spacing, width, title=title):
            yield block
            block = []
        block.append(below)
    yield block


def _width(lines: tuple[Line, ...]) -> int:
    """Return the longest ordinary line, in characters: an address may be longer."""
    lengths = [
        len(line.text.strip()) for line in lines if not LEFT_OUT.search(line.text)
    ]
    return max(lengths, default=0)


def _breaks(
    above: Line, below: Line, spacing: Spacing, width: int, *, title: bool
) -> bool:
    """Tell whether a paragraph ends between two lines that have only blanks between.

    `title` says that the lines above began with a section's label.
    """
    end, start = above.text.strip(), below.text.strip()
    if spacing is Spacing.PARAGRAPHS:
        return not _was_cut(end) or _is_titled(start)
    prose = LEFT_OUT.sub("", end).strip()
    ended = not prose or bool(_ENDS_SENTENCE.search(prose))
    short = len(end) < _SHORT_LINE
    if _is_caps(end) != _is_caps(start) or ((ended or short) and _has_label(start)):
        return True
    crossing = above.page != below.page
    # A title is set off by less than a paragraph, and no page ends inside one.
    gap = max(1, _PARAGRAPH_GAP[spacing] - title)
    if not crossing and below.number - above.number > gap:
        return True
    closed = ended or (short and start[0].isupper()) or (title and crossing)
    room = width - len(end) - (0 if title else _SLACK)
    return closed and len(start.split()[0]) < room and bool(_STARTS_UPPER.match(start))


def _was_cut(line: str) -> bool:
    """Tell whether a paragraph set as one line was cut by a page break."""
    unfinished = len(line) > _CUT_LINE and not _ENDS_PARAGRAPH.search(line)
    return unfinished and not _is_titled(line)


def _items(block: list[Line], source: str) -> Iterator[_Piece]:
    """Yield the cleaned text of a block, one piece for each item of an inline list."""
    slices = [part for line in block for part in _slices(line, source)]
    prose = any(LEFT_OUT.search(line.text) for line in block)
    listed = None in slices
    item: list[tuple[Span, Line]] = []
    for part in [*slices, None]:
        if part is not None:
            item.append(part)
        elif item:
            spans = tuple(span for span, _ in item)
            text, pages = _joined(item, source)
            if _WORD.search(text):
                raw = Span(spans[0].start, spans[-1].end).of(source)
                opening = "" if listed else raw if prose else text
                yield _Piece(text, spans, item[0][1].page, prose, opening, pages)
            item = []


def _slices(line: Line, source: str) -> Iterator[tuple[Span, Line] | None]:
    """Yield the slices of a line that are prose, None for a bullet between them."""
    start = line.start
    for mark in LEFT_OUT.finditer(line.text):
        yield from _trimmed(start, line.start + mark.start(), line, source)
        if len(mark[0]) == 1:
            yield None
        start = line.start + mark.end()
    yield from _trimmed(start, line.start + len(line.text), line, source)


def _trimmed(
    start: int, end: int, line: Line, source: str
) -> Iterator[tuple[Span, Line]]:
    text = source[start:end]
    if text.strip():
        indent = len(text) - len(text.lstrip())
        yield Span(start + indent, start + len(text.rstrip())), line


def _joined(
    item: list[tuple[Span, Line]], source: str
) -> tuple[str, tuple[PageStart, ...]]:
    """Join slices with a space, or with none after a hyphen at a line's end.

    Return the text, and where in it each page begins.
    """
    text = ""
    pages: list[PageStart] = []
    for span, line in item:
        text += "" if not text or _LINE_END_HYPHEN.search(text) else " "
        if line.page is not None and (not pages or pages[-1].page != line.page):
            pages.append(PageStart(len(text), line.page))
        text += " ".join(span.of(source).split())
    return text, tuple(pages)


def _heading(piece: _Piece) -> Heading | None:
    """Return the heading that a piece is, None for body text."""
    if piece.prose:
        return None
    if match := _SECTION.fullmatch(piece.text):
        return _titled(1, match["label"], match["text"], piece)
    short = len(piece.text) <= LONGEST_HEADING
    if short and (match := _SUBSECTION.fullmatch(piece.text)):
        return _titled(2, match["label"], match["text"], piece)
    if _is_caps(piece.text):
        return _titled(1, "", piece.text, piece)
    if short and not _ENDS_SENTENCE.search(piece.text) and _starts_title(piece.text):
        return _titled(3, "", piece.text, piece)
    return None


def _titled(level: int, label: str, text: str, piece: _Piece) -> Heading:
    return Heading(level, label, text, piece.page, piece.spans)


def _run_in(piece: _Piece) -> Heading | None:
    match = _RUN_IN.match(piece.text)
    if not match or not _RUN_IN.match(piece.opening):
        return None
    # Beyond this length only capitals tell a heading from the words before a colon.
    if len(match["text"].split()) > _RUN_IN_WORDS and not _is_titled(match["text"]):
        return None
    return Heading(RUN_IN, "", match["text"], piece.page, piece.spans[:1])


def _has_label(text: str) -> bool:
    return bool(_SECTION.match(text) or _SUBSECTION.match(text))


def _starts_title(text: str) -> bool:
    return bool(_STARTS_UPPER.match(text))


def _is_titled(text: str) -> bool:
    """Tell a title by its label, its capitals, or a capital on most long words."""
    if len(text) > LONGEST_HEADING:
        return False
    long_words = [word for word in _WORD.findall(text) if len(word) > 3]
    capital = sum(word[0].isupper() for word in long_words)
    return _has_label(text) or _is_caps(text) or capital > len(long_words) * 0.7


def _is_caps(text: str) -> bool:
    letters = "".join(_WORD.findall(text))
    return len(letters) > 2 and letters.isupper() and not text.endswith((".", ",", ";"))
