"""Read the structure that a tagged PDF tells: which marked content is what."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefs.reading.plain.blocks import Part

_HEADINGS = {f"/H{level}": level for level in range(1, 7)} | {"/H": 3, "/Title": 1}
_PARTS = {
    "/P": Part.TEXT,
    "/LBody": Part.TEXT,
    "/LI": Part.TEXT,
    "/Caption": Part.TEXT,
    "/BlockQuote": Part.TEXT,
    "/Note": Part.NOTE,
    "/FENote": Part.NOTE,
    "/TOCI": Part.CONTENTS,
    "/TR": Part.ROW,
}
_DEEPEST = 200
_MOST = 500_000


@dataclass(frozen=True, slots=True)
class Leaf:
    """A stretch of marked content: its page, from 0, and its id there."""

    page: int
    mark: int


@dataclass(frozen=True, slots=True)
class Element:
    """A block of a tagged PDF: what it is, and its content in reading order."""

    part: Part
    level: int
    leaves: tuple[Leaf, ...]


def elements(content: bytes) -> list[Element]:
    """Return the blocks of a tagged PDF in order; none where it is not tagged."""
    import io

    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            root = pdf.Root.get("/StructTreeRoot")
            if root is None:
                return []
            pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
            return list(_Tree(root, pages).blocks())
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError):
        return []


class _Tree:
    """Walks the structure of a PDF once, however it is knotted."""

    def __init__(self, root: Any, pages: dict[tuple[int, int], int]) -> None:
        self._root = root
        self._pages = pages
        roles = root.get("/RoleMap")
        self._roles = {k: str(v) for k, v in roles.items()} if roles is not None else {}
        self._seen = 0

    def blocks(self) -> Iterator[Element]:
        for kid in _kids(self._root):
            yield from self._blocks(kid, None, 0)

    def _blocks(self, node: Any, page: int | None, depth: int) -> Iterator[Element]:
        self._seen += 1
        if depth > _DEEPEST or self._seen > _MOST or not hasattr(node, "get"):
            return
        page = self._page(node, page)
        name = str(node.get("/S", ""))
        name = self._roles.get(name, name)
        if name == "/Artifact":
            return
        part, level = _PARTS.get(name), _HEADINGS.get(name, 0)
        if level:
            part = Part.HEADING
        inner = [kid for kid in _kids(node) if hasattr(kid, "get")]
        if part is None and any(self._is_leaf(kid) for kid in _kids(node)):
            part = Part.TEXT
        if part is None or (name == "/LI" and self._holds_blocks(inner)):
            for kid in inner:
                yield from self._blocks(kid, page, depth + 1)
            return
        leaves = tuple(self._leaves(node, page, depth))
        if leaves:
            yield Element(part, level, leaves)

    def _holds_blocks(self, kids: list[Any]) -> bool:
        """Tell a list item with paragraphs or lists of its own."""
        inner = [k for kid in kids for k in _kids(kid) if hasattr(k, "get")]
        names = [str(k.get("/S", "")) for k in inner]
        return any(self._roles.get(n, n) == "/L" for n in names)

    def _leaves(self, node: Any, page: int | None, depth: int) -> Iterator[Leaf]:
        self._seen += 1
        if depth > _DEEPEST or self._seen > _MOST:
            return
        for kid in _kids(node):
            if isinstance(kid, int):
                if page is not None:
                    yield Leaf(page, int(kid))
            elif hasattr(kid, "get"):
                place = self._page(kid, page)
                mark = kid.get("/MCID")
                if mark is not None and place is not None:
                    yield Leaf(place, int(mark))
                elif str(kid.get("/S", "")) != "/Artifact":
                    yield from self._leaves(kid, place, depth + 1)

    def _is_leaf(self, kid: Any) -> bool:
        return isinstance(kid, int) or (hasattr(kid, "get") and "/MCID" in kid)

    def _page(self, node: Any, page: int | None) -> int | None:
        named = node.get("/Pg")
        return page if named is None else self._pages.get(named.objgen, page)


def _kids(node: Any) -> list[Any]:
    import pikepdf

    kids = node.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
