"""Compare two briefs of the same words that are laid out otherwise.

Another version of the tool sets lines and pages otherwise. Then every letter is
compared with the one that it stands for, in the order in which a brief is read: what a
machine reads for it, and what a person sees in its place. Pictures are compared dot by
dot. What runs along the edges and what is drawn beside words must be of the kinds that
the brief has.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Any

from briefs.verify import pdftext
from briefs.verify.comparing import flow, look, sheets
from briefs.verify.comparing.flow import Flow, Placed
from briefs.verify.comparing.sheets import Letter
from briefs.verify.proof import Difference

_CONTEXT = 3
_MOST = 40
_NEAR = 1.0
"""Points by which the sizes of two pictures may differ."""

_LARGER = 1.5
"""By how much type and pictures may be larger, or smaller."""

_SMALLEST = 5.0
"""Points; what is smaller is not set to be read."""

_SHAPE = 0.02

_MORE = 4
"""Rules that a page may have more, where a table goes on."""

_STROKES = 60
"""Dots of ink beside words by which two briefs may differ: ends of rules, not words."""

_LONG = 24
"""Dots in a row that make a rule: two millimetres."""


def differences(found: bytes, expected: bytes) -> list[Difference]:
    """Return where a reader of two briefs is told or shown something else."""
    with sheets.opened(found) as theirs, sheets.opened(expected) as mine:
        orders = pdftext.order(found), pdftext.order(expected)
        both = _Both((theirs, mine), orders)
        told = list(both.words())
        return told or [*both.edges(), *both.shapes(), *both.looks(), *both.pictures()]


class _Both:
    """The pages of two opened files, and what is read on them."""

    def __init__(
        self,
        documents: tuple[Any, Any],
        orders: tuple[list[pdftext.Mark], list[pdftext.Mark]],
    ) -> None:
        self._documents = documents
        self._theirs, self._mine = map(flow.read, documents, orders)
        self._ink = lru_cache(maxsize=8)(self._seen)
        self._sheet = lru_cache(maxsize=None)(self._read)

    def _seen(self, which: int, page: int, scale: float = 1.0) -> look.Ink:
        return look.Ink(replace(self._sheet(which, page), scale=scale).ink())

    def _read(self, which: int, page: int) -> sheets.Sheet:
        return sheets.read(self._documents[which], page)

    def words(self) -> Iterator[Difference]:
        """Yield words that were changed, with the page on which they are found."""
        ours, others = (each.letters for each in (self._mine, self._theirs))
        if [*map(flow.sign, ours)] == [*map(flow.sign, others)]:
            for index, pair in enumerate(zip(ours, others, strict=True)):
                if {one.parted for one in pair} == {True, False}:
                    texts = (_around(run, index) for run in (ours, others))
                    yield Difference(pair[1].page + 1, "text", *texts)
            return
        mine, theirs = self._mine.words(), self._theirs.words()
        words = [word for _, word in mine], [word for _, word in theirs]
        matcher = SequenceMatcher(None, *words, autojunk=False)
        changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
        told = [code for code in changes if not _only_broken(words, code)] or changes
        for _, a, b, c, d in told[:_MOST]:
            page = theirs[min(c, len(theirs) - 1)][0] if theirs else 0
            around = (
                " ".join(text[max(start - _CONTEXT, 0) : end + _CONTEXT])[:400]
                for text, start, end in zip(words, (a, c), (b, d), strict=True)
            )
            yield Difference(page + 1, "text", *around)

    def edges(self) -> Iterator[Difference]:
        """Yield lines along the edges of a page that no page of the brief has."""
        known = {
            _edge(line, number, self._mine): (number, line)
            for number, lines in enumerate(self._mine.edges)
            for line in lines
        }
        for number, lines in enumerate(self._theirs.edges):
            for line in lines:
                page, mine = known.get(_edge(line, number, self._theirs), (0, []))
                if not mine:
                    yield Difference(number + 1, "text", "", _said(line))
                    continue
                pairs = (
                    (replace(a, page=page), b)
                    for a, b in zip(mine, line, strict=False)
                    if a.letter.sign == b.letter.sign
                )
                if not all(self._same_letter(*pair) for pair in pairs):
                    yield Difference(number + 1, "look", _said(line), "")

    def shapes(self) -> Iterator[Difference]:
        """Yield pages on which more is drawn than the rules and boxes of a brief."""
        known = Counter(shape for page in self._mine.shapes for shape in page)
        most = max(map(len, self._mine.shapes), default=0)
        filled = 0
        for number, page in enumerate(self._theirs.shapes):
            filled += page.count(None)
            rare = filled > known[None] or not set(page) <= known.keys()
            if rare or len(page) > most + _MORE:
                yield Difference(number + 1, "look", "", "")
        strokes = self._strokes(0)
        if abs(sum(strokes) - sum(self._strokes(1))) > _STROKES:
            worst = strokes.index(max(strokes))
            yield Difference(worst + 1, "look", "", "")

    def _strokes(self, which: int) -> list[int]:
        """Count for each page the dots beside words and pictures that are no rules."""
        document = self._documents[which]
        pictures = (self._theirs, self._mine)[which].pictures
        counts = []
        for number in range(len(document)):
            sheet = self._sheet(which, number)
            boxes = [_dots(box, sheet) for page, box in pictures if page == number]
            counts.append(look.strokes(sheet.ink(), [*sheet.letters, *boxes], _LONG))
        return counts

    def looks(self) -> Iterator[Difference]:
        """Yield words in which a letter is seen otherwise than in the brief.

        Type may be larger or smaller, but not within a line.
        """
        ratios: dict[tuple[int, int], float] = {}
        unlike = [
            index
            for index, (mine, theirs) in enumerate(
                zip(self._mine.letters, self._theirs.letters, strict=True)
            )
            if not self._same_letter(mine, theirs)
            or _ratio(mine, theirs)
            != ratios.setdefault((mine.page, mine.run), _ratio(mine, theirs))
        ]
        for index in [b for a, b in pairwise([-_LONG, *unlike]) if b - a > _LONG][
            :_MOST
        ]:
            page = self._theirs.letters[index].page
            yield Difference(page + 1, "look", _around(self._mine.letters, index), "")

    def pictures(self) -> Iterator[Difference]:
        """Yield pictures that are drawn otherwise, or are more or fewer."""
        ours, others = self._mine.pictures, self._theirs.pictures
        if len(ours) != len(others):
            yield Difference(None, "look", str(len(ours)), str(len(others)))
            return
        for (page, box), (number, other) in zip(ours, others, strict=True):
            scale = _scale(box, other)
            if not scale or not look.same_shape(
                _dots(box, self._sheet(1, page)),
                _enlarged(_dots(other, self._sheet(0, number)), scale),
                self._ink(1, page),
                self._ink(0, number, scale),
            ):
                yield Difference(number + 1, "look", "", "")

    def _same_letter(self, mine: Placed, theirs: Placed) -> bool:
        """Tell whether a letter looks the same, in type of another size too."""
        scale = _ratio(mine, theirs)
        if not 1 / _LARGER < scale < _LARGER or theirs.size < _SMALLEST:
            return False
        return look.same_shape(
            mine.letter,
            _enlarged(theirs.letter, scale),
            self._ink(1, mine.page),
            self._ink(0, theirs.page, scale),
        )


def _only_broken(
    words: tuple[list[str], list[str]], code: tuple[str, int, int, int, int]
) -> bool:
    """Tell whether words differ only by where a line ends within them."""
    _, a, b, c, d = code
    return "".join(words[0][a:b]) == "".join(words[1][c:d])


def _around(run: list[flow.Placed], index: int) -> str:
    """Return the letters around one, with the blanks between them."""
    near = run[max(index - 12, 0) : index + 12]
    return "".join(" " * bool(each.parted) + each.letter.sign for each in near)


def _dots(box: flow.Box, sheet: sheets.Sheet) -> Letter:
    """Return a picture as if it were a letter, with its place in dots."""
    left, bottom, right, top = (edge * sheets.DPI / 72 for edge in box)
    height = sheet.size[1] * sheets.DPI / 72
    return Letter(0, "", left, height - top, right, height - bottom)


def _ratio(mine: Placed, theirs: Placed) -> float:
    """Return how much larger the type of a letter is in the brief made again."""
    return round(mine.size / theirs.size, 2) if theirs.size else 0.0


def _enlarged(letter: Letter, scale: float) -> Letter:
    left, top, right, bottom = (edge * scale for edge in letter[2:])
    return Letter(letter.place, letter.sign, left, top, right, bottom)


def _scale(mine: flow.Box, theirs: flow.Box) -> float | None:
    """Return how much larger a picture is than another, None for another shape."""
    sizes = [(box[2] - box[0], box[3] - box[1]) for box in (mine, theirs)]
    if all(abs(a - b) <= _NEAR for a, b in zip(*sizes, strict=True)):
        return 1.0
    if not all(sizes[1]):
        return None
    wider, higher = (a / b for a, b in zip(*sizes, strict=True))
    same = abs(wider - higher) < _SHAPE and 1 / _LARGER < wider < _LARGER
    return round(wider, 3) if same else None


def _said(line: list[Placed]) -> str:
    return "".join(each.letter.sign for each in line)


def _edge(line: list[Placed], page: int, whole: Flow) -> str:
    """Return a line along the edge, with the page's own number taken for any."""
    return re.sub(rf"(?<!\d){page + 1}/{len(whole.edges)}$", "#", _said(line))
