"""Look for what a page does not show: what runs, lies over it, or speaks otherwise.

For files that another program wrote anew, which may have lost tags, attachments and
links, but must not have others.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import regex

from briefs.verify.comparing import graph, leads
from briefs.verify.comparing.paper import Placement
from briefs.verify.proof import Difference
from briefs.verify.received import content

_ACTIVE = (
    *("/AA", "/AcroForm", "/OCProperties", "/Collection", "/Threads", "/URI"),
    "/PageLabels",
)
_SAID = regex.compile(r"<dc:(\w+)[ >].*?</dc:\1>", regex.DOTALL)
_TEXT = regex.compile(r">([^<]*)<")
_UNTITLED = {"Untitled", "untitled", "Unknown"}
"""What programs write where they know nothing."""
_TEXTS = ("/Alt", "/ActualText", "/E")
_CLOSE = 0.5


def differences(
    found: Any,
    expected: Any,
    *,
    placed: Mapping[int, Placement] = MappingProxyType({}),
    moved: bool = False,
) -> Iterator[Difference]:
    """Yield what the file found carries and a brief does not.

    `placed` says where pages on other paper lie that show all of theirs. `moved` tells
    that lines and pages fall otherwise, and links with them.
    """
    yield from _active(found)
    if moved:
        yield from leads.in_order(found, expected)
    else:
        yield from leads.differences(found, expected, placed)
    for number, (page, other) in enumerate(
        zip(found.pages, expected.pages, strict=False), 1
    ):
        yield from _over(number, page.obj)
        if not moved and number - 1 not in placed:
            yield from _boxes(number, page, other)
        yield from _turned(number, page)
    theirs = graph.files(found)
    for difference in graph.attachments(found, expected):
        if moved or difference.found.partition(":")[0] in theirs:
            yield difference
    yield from _said(found, expected)
    yield from _spoken(found, expected)


def _active(found: Any) -> Iterator[Difference]:
    root = found.Root
    opens = root.get("/OpenAction")
    for key in _ACTIVE:
        if key in root:
            yield Difference(None, "active", "", key)
    if opens is not None and "/S" in opens and opens.get("/S") != "/GoTo":
        yield Difference(None, "active", "", f"/OpenAction {opens.get('/S')}")
    if "/JavaScript" in root.get("/Names", {}):
        yield Difference(None, "active", "", "/JavaScript")


def _over(number: int, page: Any) -> Iterator[Difference]:
    """Yield what lies over a page and is no link."""
    for item in page.get("/Annots", ()):
        kind = str(item.get("/Subtype", ""))
        action = str(item.get("/A", {}).get("/S", "/GoTo"))
        if kind != "/Link" or action not in {"/GoTo", "/URI"} or "/AA" in item:
            yield Difference(number, "active", "", f"{kind} {action}")
    if "/AA" in page:
        yield Difference(number, "active", "", "/AA")


def _boxes(number: int, page: Any, other: Any) -> Iterator[Difference]:
    """Yield boxes that show less or more of a page."""
    for mine, theirs in (
        (other.mediabox, page.mediabox),
        (other.cropbox, page.cropbox),
    ):
        pairs = zip(mine, theirs, strict=True)
        if any(abs(float(one) - float(two)) > _CLOSE for one, two in pairs):
            texts = (str([float(edge) for edge in box]) for box in (mine, theirs))
            yield Difference(number, "structure", *texts)
            return


def _turned(number: int, page: Any) -> Iterator[Difference]:
    """Yield what turns or enlarges a page, or ends what never began."""
    if not _balanced(page):
        yield Difference(number, "structure", "", "q Q")
    for key, plain in (("/Rotate", 0), ("/UserUnit", 1)):
        if float(page.obj.get(key, plain)) % 360 != plain:
            yield Difference(number, "structure", "", f"{key} {page.obj.get(key)}")


def _balanced(page: Any) -> bool:
    """Tell whether a page ends nothing that never began; programs disagree on it."""
    import pikepdf

    depth = 0
    for operation in pikepdf.parse_content_stream(page, "q Q"):
        depth += 1 if str(operation.operator) == "q" else -1
        if depth < 0:
            return False
    return True


def _said(found: Any, expected: Any) -> Iterator[Difference]:
    """Yield what the file says of itself otherwise."""
    mine = expected.docinfo
    for key in ("/Title", "/Subject", "/Keywords", "/Author"):
        theirs = str(found.docinfo.get(key, ""))
        if theirs and theirs != str(mine.get(key, "")):
            yield Difference(None, "metadata", str(mine.get(key, "")), theirs)
    known = {_plain(str(value)) for value in mine.values()}
    known |= {_plain(said) for said in [*_metadata(expected), *_UNTITLED]}
    for said in _metadata(found):
        if _plain(said) and _plain(said) not in known:
            yield Difference(None, "metadata", str(mine.get("/Title", "")), said)
    language = str(found.Root.get("/Lang", ""))
    if language and language != str(expected.Root.get("/Lang", "")):
        yield Difference(
            None, "metadata", str(expected.Root.get("/Lang", "")), language
        )


def _metadata(document: Any) -> Iterator[str]:
    """Yield the title, the author and all else that the metadata say of a file."""
    stream = document.Root.get("/Metadata")
    text = content(stream).decode("utf-8", "replace") if stream is not None else ""
    for match in _SAID.finditer(text):
        yield from _TEXT.findall(match[0])


def _plain(text: str) -> str:
    import html

    return "".join(filter(str.isalnum, html.unescape(text)))


def _spoken(found: Any, expected: Any) -> Iterator[Difference]:
    """Yield what is read aloud otherwise; a file without tags is read as it lies."""
    if "/StructTreeRoot" not in found.Root:
        return
    mine, theirs = (sorted(_texts(document)) for document in (expected, found))
    if mine != theirs:
        more = [text for text in theirs if text not in mine]
        less = [text for text in mine if text not in theirs]
        yield Difference(
            None, "tags", "; ".join(less)[:200], "; ".join(more)[:200] or "/Alt"
        )


def _texts(document: Any) -> Iterator[str]:
    """Yield the texts that tags and drawings give in place of what is shown."""
    import pikepdf

    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary):
            for key in _TEXTS:
                if isinstance(item.get(key), pikepdf.String):
                    yield f"{key} {item.get(key)}"
    for page in document.pages:
        yield from ["/ActualText"] * graph.drawing(page.obj).count(b"/ActualText")
