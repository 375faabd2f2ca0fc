"""Tell which words of which page are not those of the brief made again."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefs.verify.proof import Difference

Page = Sequence[str]
"""The words of a page in the order of the file."""

_ALIKE = 0.5
"""The share of words that two pages have in common when one is the other, changed."""

_CONTEXT = 3
_MOST = 40
"""Differences that are told of one page; who reads on compares by eye."""


def aligned(found: Sequence[Page], expected: Sequence[Page]) -> list[int | None]:
    """Return for each page found the number of its page in the brief, or None."""
    return [_nearest(number, page, expected) for number, page in enumerate(found)]


def _nearest(number: int, page: Page, expected: Sequence[Page]) -> int | None:
    if number < len(expected) and _alike(page, expected[number]) > _ALIKE:
        return number
    best = max(range(len(expected)), key=lambda other: _alike(page, expected[other]))
    return best if _alike(page, expected[best]) > _ALIKE else None


def _alike(one: Page, other: Page) -> float:
    common = (Counter(one) & Counter(other)).total()
    return common / max(len(one), len(other)) if one or other else 1.0


def pages(
    places: Sequence[int | None], found: Sequence[Page], expected: Sequence[Page]
) -> Iterator[Difference]:
    """Yield pages that were added, doubled, dropped or moved."""
    kept: set[int] = set()
    last = -1
    for number, place in enumerate(places, 1):
        if place is None or place in kept:
            yield Difference(number, "page", "", _start(found[number - 1]))
        elif place < last:
            texts = _start(expected[number - 1 : number]), _start(found[number - 1])
            yield Difference(number, "page", *texts)
        if place is not None:
            kept.add(place)
            last = max(last, place)
    for place, page in enumerate(expected, 1):
        if place - 1 not in kept:
            yield Difference(place, "page", _start(page), "")


def words(number: int, found: Page, expected: Page) -> Iterator[Difference]:
    """Yield the words of a page that were changed, with some around them."""
    if list(found) == list(expected):
        return
    matcher = SequenceMatcher(None, expected, found, autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    for _, start, end, other_start, other_end in changes[:_MOST]:
        yield Difference(
            number,
            "text",
            _around(expected, start, end),
            _around(found, other_start, other_end),
        )


def are_parted_otherwise(found: Page, expected: Page) -> bool:
    """Tell whether two pages differ only by where words are parted.

    Readers guess blanks that a program did not write, by the gaps between letters.
    """
    return "".join(found) == "".join(expected)


def _around(page: Page, start: int, end: int) -> str:
    return " ".join(page[max(start - _CONTEXT, 0) : end + _CONTEXT])[:400]


def _start(page: object) -> str:
    """Return how a page, or the one page of a list, begins."""
    words = list(page) if isinstance(page, Sequence) else []
    if words and not isinstance(words[0], str):
        words = list(words[0])
    return " ".join(words[:12])
