"""Tell where the links and the outline of a file lead, and compare what they say.

A program that writes a file anew may drop links and headings. What it keeps lies where
it lay, says what it said and leads where it led.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby, zip_longest
from typing import Any, NamedTuple

from briefs.verify.comparing.paper import Placement
from briefs.verify.proof import Difference

_NEAR = 4.0
"""Points by which programs move the edges of a link."""

_DEEP = 50
"""Headings below one another; no brief has more than three."""


class _Link(NamedTuple):
    """What a reader may touch on a page, and where it leads."""

    target: str
    box: tuple[float, float, float, float]


def differences(
    found: Any, expected: Any, placed: Mapping[int, Placement]
) -> Iterator[Difference]:
    """Yield links and headings that lead elsewhere than those of a brief."""
    theirs, mine = Places(found), Places(expected)
    pages = zip(found.pages, expected.pages, strict=False)
    for number, (page, other) in enumerate(pages, 1):
        known = list(mine.links(other.obj))
        where = placed.get(number - 1)
        for link in theirs.links(page.obj):
            if where:
                box = where.box(link.box, page.cropbox, other.cropbox)
                link = link._replace(box=box)
            if not any(_stands_for(link, one) for one in known):
                yield Difference(number, "link", _before(link, known), link.target)
    headings = list(mine.headings())
    for heading in theirs.headings():
        if heading not in headings:
            yield Difference(None, "link", "", heading)


def in_order(found: Any, expected: Any) -> Iterator[Difference]:
    """Yield links and headings that are others, or others in turn, than a brief's."""
    theirs, mine = Places(found), Places(expected)
    for one, other in (
        (mine.addresses(), theirs.addresses()),
        (mine.titles(), theirs.titles()),
    ):
        for old, new in zip_longest(one, other, fillvalue=""):
            if old != new:
                yield Difference(None, "link", old, new)
                break


def over(
    number: int, mine: "Places", theirs: "Places", one: Any, other: Any
) -> Iterator[Difference]:
    """Yield how the links and notes of a page differ, where some do."""
    ours, found = Counter(mine.named(one)), Counter(theirs.named(other))
    gone, come = (sorted(more.elements()) for more in (ours - found, found - ours))
    for old, new in zip_longest(gone, come, fillvalue=""):
        is_link = all(each[:5] in {"", "/Link"} for each in (old, new))
        yield Difference(number, "link" if is_link else "active", old, new)
    if ours == found:
        yield Difference(number, "link", "", "")


def _stands_for(link: _Link, one: _Link) -> bool:
    """Tell whether a link leads where another led, from no larger a place."""
    left, bottom, right, top = one.box
    return (
        link.target == one.target
        and link.box[0] >= left - _NEAR
        and link.box[1] >= bottom - _NEAR
        and link.box[2] <= right + _NEAR
        and link.box[3] <= top + _NEAR
    )


def _before(link: _Link, known: list[_Link]) -> str:
    """Return where the link led that lies in the same place."""
    here = (
        one.target for one in known if _stands_for(link._replace(target=one[0]), one)
    )
    return next(here, "")


class Places:
    """Finds where the links and headings of one file lead."""

    def __init__(self, document: Any) -> None:
        """Look at an opened file."""
        self._document = document
        self._numbers = {
            page.obj.objgen: number for number, page in enumerate(document.pages, 1)
        }

    def links(self, page: Any) -> Iterator[_Link]:
        """Yield the links of a page that lead somewhere."""
        for item in page.get("/Annots", ()):
            target = self.target(item)
            if target:
                one, two, three, four = (float(edge) for edge in item.get("/Rect"))
                box = min(one, three), min(two, four), max(one, three), max(two, four)
                yield _Link(target, box)

    def addresses(self) -> list[str]:
        """Return where the links lead, a link that is broken over lines once."""
        pages = (page.obj for page in self._document.pages)
        led = (link.target for page in pages for link in self.links(page))
        return [
            target
            for target, _ in groupby(re.sub(r"^page \d+$", "page", t) for t in led)
        ]

    def titles(self) -> list[str]:
        """Return the lines of the outline without their pages."""
        return [re.sub(r" page \d+$", "", heading) for heading in self.headings()]

    def named(self, listed: Any) -> Iterator[str]:
        """Yield the kind of all that lies over a page, and where it leads."""
        for item in listed if listed is not None else ():
            target = self.target(item) or item.get("/A", {}).get("/S", "")
            yield f"{item.get('/Subtype', '')} {target}".strip()[:200]

    def headings(self) -> Iterator[str]:
        """Yield the lines of the outline, each with its page."""
        waiting = [(self._document.Root.get("/Outlines", {}).get("/First"), 0)]
        seen: set[Any] = set()
        while waiting:
            item, depth = waiting.pop()
            if item is None or depth > _DEEP or item.objgen in seen:
                continue
            seen.add(item.objgen)
            yield f"{item.get('/Title', '')} {self.target(item)}"
            waiting += [(item.get("/Next"), depth), (item.get("/First"), depth + 1)]

    def target(self, item: Any) -> str:
        """Return the address or the page that something leads to."""
        action = item.get("/A", {})
        if "/URI" in action:
            return str(action.get("/URI"))
        return self._page(item.get("/Dest", action.get("/D")))

    def _page(self, place: Any) -> str:
        """Return the page of a destination, which may be called by a name."""
        import pikepdf

        if isinstance(place, pikepdf.String | pikepdf.Name):
            place = self._named(str(place))
        if isinstance(place, pikepdf.Dictionary):
            place = place.get("/D")
        if not isinstance(place, pikepdf.Array) or not len(place):
            return ""
        number = self._numbers.get(getattr(place[0], "objgen", None), "?")
        return f"page {number}"

    def _named(self, name: str) -> Any:
        import pikepdf

        root = self._document.Root
        names = root.get("/Names", {}).get("/Dests")
        if names is not None and name in (tree := pikepdf.NameTree(names)):
            return tree[name]
        return root.get("/Dests", {}).get("/" + name.lstrip("/"))
