"""Compare two PDF files as the objects that they hold, however these are packed.

Order and numbers of objects, compression, and the tree in which pages hang are left
aside; every drawing operation, letter shape, tag, link, attachment and word about the
file counts.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from briefs.verify.comparing import leads
from briefs.verify.proof import Difference
from briefs.verify.received import content

_REPACKED = {"/Producer", "/ModDate", "/Creator"}
"""What a program that repacks a file writes about itself."""

_REPACKED_METADATA = {
    "CreatorTool",
    "InstanceID",
    "MetadataDate",
    "ModifyDate",
    "PDFVersion",
    "Producer",
    "xmptk",
}

_PACKING = {"/Length", "/Filter", "/DecodeParms"}
_OF_A_PAGE = {
    *("/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"),
    *("/BoxColorInfo", "/Contents", "/Rotate", "/Group", "/Thumb", "/B", "/Dur"),
    *("/Trans", "/Annots", "/AA", "/Metadata", "/StructParents", "/SeparationInfo"),
    *("/Tabs", "/TemplateInstantiated", "/PresSteps", "/UserUnit", "/VP", "/AF"),
    *("/OutputIntents", "/DPart"),
}
"""What readers heed of a page; programs leave notes to themselves beside it."""

_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_APART = {"/Pages", "/Metadata", "/Names", "/Type", "/Version", "/Extensions"}
_CLOSE = Decimal("0.001")

_KINDS = {
    "/StructTreeRoot": "tags",
    "/MarkInfo": "tags",
    "/Lang": "metadata",
    "/ViewerPreferences": "metadata",
    "/AF": "attachment",
    "/OpenAction": "active",
    "/AA": "active",
    "/AcroForm": "active",
    "/OCProperties": "active",
}


def differences(found: Any, expected: Any) -> Iterator[Difference]:
    """Yield where two opened PDF files differ, beginning with their pages."""
    walk = _Walk(found, expected)
    if len(found.pages) != len(expected.pages):
        sizes = (str(len(expected.pages)), str(len(found.pages)))
        yield Difference(None, "page", *sizes)
    for number, (mine, theirs) in enumerate(
        zip(expected.pages, found.pages, strict=False), 1
    ):
        yield from walk.page(number, mine.obj, theirs.obj)
    changed = list(attachments(found, expected))
    for difference in walk.catalog():
        if difference.kind != "attachment" or not changed:  # told by name below
            yield difference
    yield from _about(found, expected)
    yield from changed


def attachments(found: Any, expected: Any) -> Iterator[Difference]:
    """Yield the attachments that were changed, added or removed."""
    theirs, mine = files(found), files(expected)
    for name in sorted(theirs.keys() | mine.keys()):
        if theirs.get(name) != mine.get(name):
            yield Difference(
                None,
                "attachment",
                _extract(mine.get(name), theirs.get(name), name),
                _extract(theirs.get(name), mine.get(name), name),
            )


def files(document: Any) -> dict[str, bytes]:
    """Return the attachments of a file by name; two of one name are both kept."""
    found: dict[str, bytes] = {}
    for name, attached in document.attachments.items():
        for called in sorted({name, *_names(attached.obj)}):
            for stream in attached.obj.EF.values():
                key = f"{called} (2)" if called in found else called
                if found.get(called) != content(stream):
                    found[key] = content(stream)
    return found


def _names(attached: Any) -> Iterator[str]:
    """Yield the names by which readers save an attachment."""
    for key in ("/UF", "/F"):
        if key in attached:
            yield str(attached.get(key))


def _extract(data: bytes | None, other: bytes | None, name: str) -> str:
    """Return the name of an attachment and the line in it where another differs."""
    if data is None:
        return ""
    lines = data.decode("utf-8", "replace").splitlines()
    others = (other or b"").decode("utf-8", "replace").splitlines()
    for number, line in enumerate(lines):
        if other is not None and line != "".join(others[number : number + 1]):
            return f"{name}: {line.strip()[:200]}"
    return name


def _about(found: Any, expected: Any) -> Iterator[Difference]:
    """Yield what a file says otherwise of itself; it may say less than a brief."""
    theirs, mine = dict(found.docinfo), dict(expected.docinfo)
    for key in sorted(theirs.keys() - _REPACKED):
        texts = (str(mine.get(key, "")), str(theirs[key]))
        if texts[0] != texts[1]:
            yield Difference(None, "metadata", *texts)


class _Walk:
    """Walk through two files side by side."""

    def __init__(self, found: Any, expected: Any) -> None:
        self._roots = expected.Root, found.Root
        self._places = leads.Places(expected), leads.Places(found)
        self._seen: set[tuple[Any, Any]] = set()
        self._numbers = tuple(
            {page.obj.objgen: number for number, page in enumerate(document.pages)}
            for document in (expected, found)
        )

    def page(self, number: int, mine: Any, theirs: Any) -> Iterator[Difference]:
        """Yield how a page differs; its content is told apart from what it carries."""
        for key in sorted((mine.keys() | theirs.keys() | {*_INHERITED}) & _OF_A_PAGE):
            one, other = _of_page(mine, key), _of_page(theirs, key)
            if key == "/Contents":
                same = drawn_alike(mine, theirs)
            else:
                same = self._same(one, other)
            if not same:
                kind = {"/Annots": "active", "/AA": "active"}.get(key, "structure")
                if key == "/Annots":
                    yield from leads.over(number, *self._places, one, other)
                else:
                    where = None if key == "/Resources" else number  # pages share them
                    yield Difference(where, kind, *_shown(key, one, other))

    def catalog(self) -> Iterator[Difference]:
        """Yield what the files carry beside their pages."""
        mine, theirs = self._roots
        for key in sorted((mine.keys() | theirs.keys()) - _APART):
            one, other = mine.get(key), theirs.get(key)
            if not self._same(one, other):
                kind = _KINDS.get(key, "structure")
                yield Difference(None, kind, *_shown(key, one, other))
        names = [root.get("/Names", {}) for root in self._roots]
        for key in sorted((names[0].keys() | names[1].keys()) - {"/EmbeddedFiles"}):
            one, other = names[0].get(key), names[1].get(key)
            if not self._same(one, other):
                kind = "active" if key == "/JavaScript" else "structure"
                yield Difference(None, kind, *_shown(key, one, other))
        if _metadata(theirs) - _metadata(mine):
            yield Difference(None, "metadata", "/Metadata", "/Metadata")

    def _same(self, mine: Any, theirs: Any) -> bool:
        """Tell whether two objects hold the same, and all that they refer to."""
        waiting = [(mine, theirs)]
        while waiting:
            one, other = waiting.pop()
            if not self._alike(one, other, waiting):
                return False
        return True

    def _alike(self, one: Any, other: Any, waiting: list[tuple[Any, Any]]) -> bool:
        """Compare two objects by themselves; put what they hold on the list."""
        import pikepdf

        if not isinstance(one, pikepdf.Object) or not isinstance(other, pikepdf.Object):
            return _same_value(one, other)
        if one._type_code != other._type_code:
            return False
        if one.is_indirect:
            pair = one.objgen, other.objgen
            if pair in self._seen:
                return True
            self._seen.add(pair)
            places = [n.get(p) for n, p in zip(self._numbers, pair, strict=True)]
            if places != [None, None]:
                return places[0] == places[1]
        if isinstance(one, pikepdf.Array):
            waiting += zip(one, other, strict=False)
            return len(one) == len(other)
        if isinstance(one, pikepdf.Stream):
            if content(one) != content(other):
                return False
        elif not isinstance(one, pikepdf.Dictionary):
            return _same_value(one, other)
        keys = one.keys() - _PACKING
        if keys != other.keys() - _PACKING:
            return False
        waiting += ((one.get(key), other.get(key)) for key in keys)
        return True


def _same_value(one: Any, other: Any) -> bool:
    numbers = (int, float, Decimal)
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, numbers) and isinstance(other, numbers):
        return abs(Decimal(one) - Decimal(other)) <= _CLOSE
    if isinstance(one, numbers) or isinstance(other, numbers):
        return False
    return bool(one == other)


def _of_page(page: Any, key: str) -> Any:
    """Return what a page says, or the branch of the tree on which it hangs."""
    for _ in range(50):
        if key in page:
            return page.get(key)
        if key not in _INHERITED or "/Parent" not in page:
            return None
        page = page.get("/Parent")
    return None


def drawing(page: Any) -> bytes:
    """Return the drawing operations of a page, from one stream or several."""
    import pikepdf

    streams = page.get("/Contents", None)
    if streams is None:
        return b""
    parts = streams if isinstance(streams, pikepdf.Array) else [streams]
    return b"\n".join(map(content, parts)).strip()


def drawn_alike(one: Any, other: Any) -> bool:
    """Tell whether two pages are drawn by the same operations, however spaced."""
    import pikepdf

    if drawing(one) == drawing(other):
        return True
    parsed = (pikepdf.parse_content_stream(page) for page in (one, other))
    mine, theirs = map(pikepdf.unparse_content_stream, parsed)
    return bool(mine == theirs)


def _metadata(root: Any) -> Counter[tuple[str, str] | bytes]:
    """Return what the metadata say, element by element; their bytes if they hide."""
    from xml.etree import ElementTree

    stream = root.get("/Metadata")
    data = content(stream).strip() if stream is not None else b""
    if b"<!" in data:  # an entity can stand for anything
        return Counter([data])
    try:
        elements = list(ElementTree.fromstring(data).iter()) if data else []
    except ElementTree.ParseError:
        return Counter([data])
    said = [
        (name, " ".join(text.split()))
        for element in elements
        for name, text in ((element.tag, element.text or ""), *element.items())
    ]
    return Counter(
        (name, text)
        for name, text in said
        if text and name.rpartition("}")[2] not in _REPACKED_METADATA
    )


def _shown(key: str, one: Any, other: Any) -> tuple[str, str]:
    def text(value: Any) -> str:
        return "" if value is None else f"{key} {_brief(value)}".strip()

    return text(one), text(other)


def _brief(value: Any) -> str:
    import pikepdf

    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return ""
    if isinstance(value, pikepdf.Array):
        return str([_brief(each) for each in list(value)[:8]])[:200]
    return str(value)[:200]
