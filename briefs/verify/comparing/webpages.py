"""Compare a received web page with the page that was made again, and judge."""

import re
from difflib import SequenceMatcher
from html.parser import HTMLParser

from briefs.verify import recipe
from briefs.verify.comparing import wording
from briefs.verify.proof import Difference, Verdict

_BLANK = re.compile(r"\s+")


def recipe_of(page: bytes) -> bytes | None:
    """Return the recipe that a page carries, None when it carries none."""
    events = _events(page)
    for event in events:
        attributes = dict(event[2])
        if event[:2] == ("start", "meta") and attributes.get("name") == recipe.NAME:
            return attributes.get("content", "").encode()
    return None


def compare(found: bytes, expected: bytes) -> tuple[Verdict, list[Difference]]:
    """Return what a page is beside the page made again, and where they differ.

    Blanks between words, the order of attributes and the way in which signs are
    written are left aside; everything else counts, styles too: they can hide words.
    """
    if found == expected:
        return Verdict.IDENTICAL, []
    theirs, mine = _events(found), _events(expected)
    if theirs == mine:
        return Verdict.SAME_CONTENT, []
    texts = (words(found), words(expected))
    shown = [
        Difference(None, "text", each.expected, each.found)
        for each in wording.words(0, *texts)
    ]
    return Verdict.CHANGED, shown or list(_structure(theirs, mine))


def words(page: bytes) -> list[str]:
    """Return the words that a page shows."""
    texts = (text for kind, text, _ in _events(page) if kind == "text")
    return " ".join(texts).split()


_Event = tuple[str, str, tuple[tuple[str, str], ...]]


def _events(page: bytes) -> list[_Event]:
    reader = _Reader()
    text = page.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    reader.feed(text)
    reader.close()
    return reader.events


class _Reader(HTMLParser):
    """Note what a page is made of: tags, texts, comments, declarations, styles."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[_Event] = []
        self._styled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = tuple(sorted((name, value or "") for name, value in attrs))
        self.events.append(("start", tag, given))
        self._styled = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self.events.append(("end", tag, ()))
        self._styled = False

    def handle_data(self, data: str) -> None:
        text = _BLANK.sub(" ", data).strip()
        if text:
            self.events.append(("style" if self._styled else "text", text, ()))

    def handle_comment(self, data: str) -> None:
        self.events.append(("comment", data, ()))

    def handle_decl(self, decl: str) -> None:
        self.events.append(("declaration", decl.lower(), ()))

    def unknown_decl(self, data: str) -> None:
        self.events.append(("declaration", data, ()))

    def handle_pi(self, data: str) -> None:
        self.events.append(("instruction", data, ()))


def _structure(found: list[_Event], expected: list[_Event]) -> list[Difference]:
    matcher = SequenceMatcher(None, expected, found, autojunk=False)
    return [
        Difference(None, "structure", _excerpt(expected[a:b]), _excerpt(found[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ][:20]


def _excerpt(events: list[_Event]) -> str:
    return "; ".join(
        " ".join([kind, text, *(f'{name}="{value}"' for name, value in given)])
        for kind, text, given in events[:3]
    )[:300]
