"""Make one tag of what is told in pieces: over page ends, and row by row.

An element that runs over a page end has a tag on each page. An excerpt is set in rows,
a few sentences beside their translation; who hears it hears the translation whole, and
then the original whole, as one quotation.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

Origins: TypeAlias = dict[int, tuple[tuple[Any, str, str], int]]
"""The HTML element and the page that a tag, by its object number, stands for."""

COLUMN = "data-column"
"""The attribute of what stands in a row: which of the columns it goes on with."""

GOES_ON = "data-goes-on"
"""The attribute of a paragraph that goes on with the one of the row before."""


def join(pdf: Any, origins: Origins) -> None:
    """Join the tags of a PDF file that is complete; `origins` says what they are of."""
    root = pdf.objects[int(pdf.catalog["StructTreeRoot"].split()[0])]
    _Joiner(pdf, origins).join(pdf.objects[int(root["K"][0].split()[0])])


class _Joiner:
    """Joins the tags of one file."""

    def __init__(self, pdf: Any, origins: Origins) -> None:
        self._pdf = pdf
        self._origins = origins

    def join(self, parent: Any) -> None:
        """Join the tags within a tag, and within those."""
        kids = self._kids(parent)
        if kids is None:
            return
        joined: list[Any] = []
        for kid in self._by_column(kids):
            if joined and self._continues(joined[-1], kid):
                self._append(joined[-1], kid)
                self._origins[joined[-1].number] = self._origins[kid.number]
            else:
                joined.append(kid)
        for kid in joined:
            kid["P"] = parent.reference
        parent["K"] = _array(kid.reference for kid in joined)
        for kid in joined:
            self.join(kid)

    def _by_column(self, kids: list[Any]) -> Iterator[Any]:
        """Yield tags with those in rows put together column by column."""
        columns: dict[str, Any] = {}
        for kid in kids:
            inside = self._kids(kid) or ()
            is_row = any(self._said(one, COLUMN) for one in inside)
            for one in inside if is_row else [kid]:
                name = self._said(one, COLUMN)
                if name in columns and self._kids(one):
                    self._append(columns[name], one)
                else:
                    yield one
                    if name and name not in columns:
                        columns[name] = one
            if is_row:
                kid.clear()

    def _continues(self, tag: Any, other: Any) -> bool:
        """Tell whether two neighbours are one: before and after a page end, or a row's.

        A table stays in pieces: each has its header row.
        """
        if not (self._kids(tag) and self._kids(other)):
            return False
        if self._said(other, GOES_ON) is not None:
            return True
        (origin, page), (other_origin, other_page) = map(self._origin, (tag, other))
        is_same = origin is not None and origin[0] is not None
        return (
            is_same
            and origin == other_origin
            and page != other_page
            and tag["S"] != "/Table"
        )

    def _append(self, tag: Any, other: Any) -> None:
        """Move what is in the other tag to the end of a tag."""
        for moved in self._kids(other) or ():
            moved["P"] = tag.reference
        tag["K"].extend(other["K"])
        other.clear()

    def _origin(self, tag: Any) -> tuple[tuple[Any, str, str] | None, int]:
        return self._origins.get(tag.number, (None, -1))

    def _said(self, tag: Any, attribute: str) -> str | None:
        """Return what the element of a tag says in an attribute."""
        origin, _ = self._origin(tag)
        element = origin[0] if origin else None
        return None if element is None else element.get(attribute)

    def _kids(self, tag: Any) -> list[Any] | None:
        """Return the tags inside a tag, None when it holds content itself."""
        if any(isinstance(kid, int) for kid in tag["K"]):
            return None
        kids = [self._pdf.objects[int(kid.split()[0])] for kid in tag["K"]]
        return kids if all(kid["Type"] == "/StructElem" for kid in kids) else None


def _array(items: Iterable[object]) -> Any:
    import pydyf

    return pydyf.Array(items)
