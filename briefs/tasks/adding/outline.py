"""Tell what was understood of a file, and what to look at twice."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

import regex

from briefs.errors import CorpusError, Message
from briefs.model import Heading
from briefs.reading import account, decoding, intruders, language
from briefs.reading.account import Fate
from briefs.reading.intruders import Adjectives
from briefs.reading.passages import Contents
from briefs.reading.plain.tables import Shape, shapes
from briefs.reading.source import Source
from briefs.text import characters

_FATES = {
    Fate.LABEL: Message("labels of paragraphs"),
    Fate.FURNITURE: Message("running heads and feet"),
    Fate.NOTE: Message("notes"),
    Fate.CONTENTS: Message("table of contents"),
    Fate.TABLE: Message("heads of tables"),
    Fate.ADDRESS: Message("addresses"),
    Fate.MARK: Message("marks of notes"),
    Fate.BULLET: Message("bullets"),
    Fate.UNSEEN: Message("invisible characters"),
    Fate.DIVISION: Message("hyphens at line ends"),
    Fate.SIGN: Message("lines without a word"),
}
_SIGNS = {
    "soft hyphen": Message("soft hyphen"),
    "zero-width space": Message("zero-width space"),
    "zero-width non-joiner": Message("zero-width non-joiner"),
    "zero-width joiner": Message("zero-width joiner"),
    "word joiner": Message("word joiner"),
    "byte-order mark": Message("byte-order mark"),
    "ligature": Message("ligature"),
}
_FEW = 5
_HEAD = 5
"""Headings at the beginning among which the title is."""

_LONG_HEADING = 200
_YEAR = regex.compile(r"\b(?:19|20)\d\d\b")
_MARKUP = regex.compile(r"</?\p{L}[^<>]{0,200}>|&(?:nbsp|amp|lt|gt|quot|#\d+);")


@dataclass(frozen=True, slots=True)
class Outline:
    """What a file holds, what it is taken for, and what to look at twice."""

    report: str | None
    country: str | None
    year: int | None
    language: str
    source: Source
    contents: Contents
    warnings: tuple[Message, ...]
    grounds: dict[str, str]

    @property
    def title(self) -> str:
        """Its title: that of the file, else the first heading that may be one."""
        if own := " ".join(self.source.extract.title.split()):
            return own
        known = self.contents.headings[:_HEAD]
        top = min((heading.level for heading in known), default=0)
        # Above the sections a title may look like less than they do.
        above = [*takewhile(lambda heading: heading.level != top, known)]
        named = [h for h in above if _is_title(h) and _YEAR.search(h.text)]
        sections = [h for h in known if h.level == top and _is_title(h)]
        return next((heading.printed for heading in (*named, *sections)), "")

    @property
    def taken_out(self) -> tuple[Message, ...]:
        """What was taken out of the text: its kind, how often, on which lines."""
        return tuple(_taken(self.source, self.contents))


def _is_title(heading: Heading) -> bool:
    words = heading.text.split()
    return not heading.label and len(words) > 2 and heading.text[:1].isupper()


def refuse(text: str, name: str) -> None:
    """Raise CorpusError where a text is none: control characters, a wrong encoding."""
    if not language.is_garbled(text):
        decoding.require_text(text, name)
    if language.is_garbled(text):
        raise CorpusError(
            Message("{file} was read in a wrong encoding", file=name),
            hint=Message("save the report again, as UTF-8"),
        )
    if len(_MARKUP.findall(text)) > max(_FEW, len(text) // 2000):
        raise CorpusError(
            Message("{file} holds the marks of a web page as text", file=name),
            hint=Message("save the report as .html, or as text without marks"),
        )


def warnings(
    source: Source, found: Contents, code: str, adjectives: Adjectives
) -> Iterator[Message]:
    """Yield what to look at twice, `code` being the language of the whole.

    `adjectives` are those of that language that no number follows.
    """
    text = source.reading.text
    for kind, times in characters.counted(text).items():
        yield Message(
            "{times} × {kind}: taken out or apart",
            times=times,
            kind=_SIGNS.get(kind, kind),
        )
    yield from _doubtful(text)
    for before, after in source.reading.jumps:
        yield Message(
            "the printed page numbers go from {before} to {after}",
            before=before,
            after=after,
        )
    for page in source.extract.lost:
        yield Message("page {page} has no text", page=page)
    if source.guessed:
        yield Message("read in the code page of Windows: look at its quotation marks")
    if source.format == "scan":
        yield Message("the text was read from pictures: compare it with them")
    if source.reading.blocks is None:
        columns = [
            run for kind, run in shapes(source.reading.lines) if kind is Shape.COLUMNS
        ]
        if columns:
            yield Message(
                "line {line}: two columns, read one after the other",
                line=columns[0][0].number,
            )
    for heading in found.headings:
        if len(heading.text) > _LONG_HEADING:
            yield Message(
                "a heading of {letters} characters: “{start}…”",
                letters=len(heading.text),
                start=heading.text[:50],
            )
    for number, words in intruders.numbers(
        [p.text for p in found.passages], adjectives
    ):
        yield Message(
            "paragraph {number}: is the number in “{words}” one of a page?",
            number=found.passages[number].number,
            words=words,
        )
    if not found.headings:
        yield Message("no headings were found")
    yield from _languages(found, code)


def _doubtful(text: str) -> Iterator[Message]:
    lines = defaultdict(list)
    for mark in characters.DOUBTFUL.finditer(text):
        lines[mark[0]].append(text.count("\n", 0, mark.start()) + 1)
    for sign, numbers in lines.items():
        yield Message(
            "{times} × U+{code}, where another character was lost (line {lines})",
            times=len(numbers),
            code=f"{ord(sign):04X}",
            lines=listed(numbers),
        )


def _languages(found: Contents, code: str) -> Iterator[Message]:
    others: dict[str, list[int]] = defaultdict(list)
    for passage in found.passages:
        if len(passage.text) < 80:
            continue
        other = language.of_passage(passage.text)
        if other != code:
            others[other].append(passage.number)
    for name, numbers in others.items():
        yield Message(
            "in another language ({language}): paragraph {numbers}",
            language=language.SPOKEN.get(name, name),
            numbers=listed(numbers),
        )
    if code == "ky" and language.lacks_letters(
        " ".join(p.text for p in found.passages)
    ):
        yield Message("the Kyrgyz text has lost its letters ө, ү and ң")


def listed(numbers: list[int]) -> str:
    """Return the first few of some numbers, and how many there are more."""
    shown = ", ".join(str(number) for number in numbers[:_FEW])
    more = len(numbers) - _FEW
    return f"{shown} … (+{more})" if more > 0 else shown


def _taken(source: Source, found: Contents) -> Iterator[Message]:
    lines = (*source.reading.lines, *source.reading.headers)
    kinds: dict[Fate, list[tuple[int, str]]] = defaultdict(list)
    for number, one in account.numbered(lines, found.taken):
        words = " ".join(one.span.of(source.reading.text).split())
        kinds[one.fate].append((number, words))
    for fate, places in kinds.items():
        yield Message(
            "{kind}: {times} (line {lines}: “{first}”)",
            kind=_FATES[fate],
            times=len(places),
            lines=listed(list(dict.fromkeys(place[0] for place in places))),
            first=places[0][1][:60],
        )
    if around := source.extract.dropped.get("menus"):
        yield Message("menus and notices around the text: {words} words", words=around)
