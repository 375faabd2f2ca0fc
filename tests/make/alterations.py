"""Change what one page of a brief says, in its own letters, and remember the page."""

import io
import re
from collections.abc import Callable
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Name

from tests.make.forgeries import Change, codes, letters


class Forged(NamedTuple):
    """A changed file, and the page on which it was changed; None where on none."""

    pdf: bytes
    page: int | None


Forger = Callable[[bytes], Forged]


def on(page: int | None, *changes: Change) -> Forger:
    """Return what makes changes that show on one page, counted from 1."""

    def forge(pdf: bytes) -> Forged:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            for change in changes:
                change(document)
            return Forged(_saved(document), page)

    return forge


def _saved(document: pikepdf.Pdf) -> bytes:
    copy = io.BytesIO()
    document.save(copy)
    return copy.getvalue()


def said(old: str, new: str, then: Change | None = None) -> Forger:
    """Return what lets the first page that says something say something else.

    `old` is a pattern over the letters of a page as they are drawn, lines joined; what
    its group is (or all that it finds) becomes `new`.
    """

    def forge(pdf: bytes) -> Forged:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            page = _write(document, old, new)
            if then:
                then(document)
            return Forged(_saved(document), page)

    return forge


def each(*forgers: Forger) -> Forger:
    """Return what makes changes one after the other; the first names the page."""

    def forge(pdf: bytes) -> Forged:
        place: int | None = None
        for forger in forgers:
            pdf, page = forger(pdf)
            place = place or page
        return Forged(pdf, place)

    return forge


def _write(document: pikepdf.Pdf, old: str, new: str) -> int:
    for number, page in enumerate(document.pages, 1):
        drawn = list(letters(page))
        text = "".join(letter or "\0" for _, _, letter in drawn)
        starts = [i for i, (*_, letter) in enumerate(drawn) for _ in letter or "\0"]
        if match := re.search(old, text):
            start, end = match.span(1 if match.re.groups else 0)
            places = drawn[starts[start] : starts[end - 1] + 1]
            _replace(document, page, places, new)
            return number
    raise AssertionError(old)


def _replace(
    document: pikepdf.Pdf, page: Any, places: list[tuple[int, str, str]], new: str
) -> None:
    content = bytearray(page.Contents.read_bytes())
    last = len(places) - 1
    parts = [new[i : i + 1] if i < last else new[last:] for i in range(len(places))]
    for (start, font, _), text in list(zip(places, parts, strict=True))[::-1]:
        known = codes(page, font)
        content[start : start + 4] = "".join(known[sign] for sign in text).encode()
    page.Contents = document.make_stream(bytes(content))


def line_added(after: str, text: str) -> Forger:
    """Return what adds a line in the marks and letters of the words it follows."""

    def forge(pdf: bytes) -> Forged:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            for number, page in enumerate(document.pages, 1):
                drawn = list(letters(page))
                place = "".join(letter or "\0" for *_, letter in drawn).find(after)
                if place < 0:
                    continue
                start, font, _ = drawn[place]
                content = page.Contents.read_bytes()
                end = content.index(b"ET", start)
                shown = "".join(codes(page, font)[sign] for sign in text)
                line = f" 1 0 0 -1 90 1000 Tm <{shown}> Tj ".encode()
                page.Contents = document.make_stream(
                    content[:end] + line + content[end:]
                )
                return Forged(_saved(document), number)
        raise AssertionError(after)

    return forge


# Charts


_LABEL = re.compile(rb"(/\S+) [\d.]+ Tf\s+\[?<([0-9a-fA-F]{4})>")
_BAR = re.compile(rb"[\d.]+ [\d.]+ [\d.]+ rg(?=[^a-zA-Z]+d\n0 J\n0 j\n4 M\n[\d. ]+ re)")


def label_changed(number: int) -> Change:
    """Let a label of a chart say another digit."""

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[number]
        page.contents_coalesce()
        for name in re.findall(rb"(/x\d+) Do", page.Contents.read_bytes()):
            label = page.Resources.XObject[name.decode()]
            if label.get("/Subtype") != "/Form":
                continue
            content = label.read_bytes()
            match = _LABEL.search(content)
            known = codes(label, match[1].decode()) if match else {}
            digits = {code for sign, code in known.items() if sign.isdigit()}
            mine = match[2].decode().lower() if match else ""
            if not match or mine not in digits or len(digits) < 2:
                continue
            other = min(digits - {mine}).encode()
            label.write(content[: match.start(2)] + other + content[match.end(2) :])
            return
        raise AssertionError(number)

    return change


def label_dropped(number: int) -> Change:
    """Let a chart draw one label less."""

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[number]
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        page.Contents = document.make_stream(
            re.sub(rb"/x\d+ Do", b"", content, count=1)
        )

    return change


def bar_recolored(number: int) -> Change:
    """Draw one bar of a chart in the color of another year's."""

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[number]
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        found = _BAR.sub(b".54 .16 .1 rg", content, count=1)
        assert found != content
        page.Contents = document.make_stream(found)

    return change


# What is covered


def with_other_words(number: int) -> Change:
    """Cover a line by white and write other words upon it, in the page's letters."""

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[number]
        font = str(next(iter(page.Resources.Font)))
        shown = "".join(list(codes(page, font).values())[:9])
        page.contents_add(
            b"q 1 1 1 rg 60 480 240 14 re f Q BT 0 g "
            + f"{font} 9 Tf 1 0 0 1 64 484 Tm <{shown}> Tj ET".encode(),
            prepend=False,
        )

    return change


def retagged(document: pikepdf.Pdf) -> None:
    """Tag a quotation as a paragraph like any other."""
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/BlockQuote":
            item.S = Name.P
            return
    raise AssertionError("no quotation")
