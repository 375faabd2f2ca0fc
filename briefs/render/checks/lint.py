"""Find in a rendered page what is known to break PDF/UA or the reading of a file.

Every rule was seen to fail in veraPDF, or to crash or mislead the renderer. A page
rendered with `trace` names the template line of each finding.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import regex

from briefs.errors import Message, RenderError, lines
from briefs.render import assets
from briefs.render.html import TRACE

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SPAN = regex.compile("[1-9][0-9]{0,2}")

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A pattern to avoid: where it stands, and what to do instead."""

    place: str
    advice: Message

    @property
    def said(self) -> Message:
        """The finding as a line."""
        return Message("{place}: {advice}", place=self.place, advice=self.advice)


def page(html: str) -> list[Finding]:
    """Return what is wrong with a rendered page, in the order of the rules."""
    import tinyhtml5

    root = tinyhtml5.parse(html, namespace_html_elements=False)
    return [
        Finding(_place(element), advice)
        for rule in _RULES
        for element, advice in rule(root)
    ]


def style(css: str, name: str) -> list[Finding]:
    """Return what is wrong with a style sheet."""
    return [
        Finding(f"{name}:{css.count(chr(10), 0, match.start()) + 1}", advice)
        for pattern, advice in _STYLES
        for match in pattern.finditer(_without_comments(css))
    ]


_Broken = Iterator[tuple[Any, Message]]


def _document_has_title_and_language(root: Any) -> _Broken:
    if not (root.findtext("head/title") or "").strip():
        yield root, Message("give the page a <title>")
    if not root.get("lang"):
        yield root, Message("give <html> a lang")


def _link_leads_somewhere(root: Any) -> _Broken:
    anchors = {element.get("id") for element in root.iter()}
    for link in root.iter("a"):
        target = link.get("href", "")
        if target.startswith("#") and target[1:] not in anchors:
            yield link, Message("no element has the id '{name}'", name=target[1:])
        elif not regex.match(r"#|https?:|mailto:", target):
            yield link, Message("link to #id or to a full address")


def _list_holds_items_only(root: Any) -> _Broken:
    for name, parts in (("ul", {"li"}), ("ol", {"li"}), ("dl", {"dt", "dd"})):
        for element in root.iter(name):
            for child in element:
                if child.tag not in parts:
                    yield (
                        child,
                        Message(
                            "put only {parts} into <{name}>",
                            parts=", ".join(sorted(parts)),
                            name=name,
                        ),
                    )


def _heading_is_not_skipped(root: Any) -> _Broken:
    above = 0
    for heading in root.iter():
        if heading.tag in HEADINGS:
            level = HEADINGS.index(heading.tag) + 1
            if level > above + 1:
                advice = "use h{level} here: no heading level is skipped"
                yield heading, Message(advice, level=above + 1)
            above = level


def _picture_has_words(root: Any) -> _Broken:
    for picture in _visible(root, "img"):
        if not picture.get("alt"):
            yield picture, Message("give <img> an alt text, or aria-hidden='true'")
    for picture in _visible(root, f"{SVG}svg"):
        if not (picture.findtext(f"{SVG}title") or "").strip():
            yield picture, Message("give <svg> a <title>, or aria-hidden='true'")


def _decoration_has_no_links(root: Any) -> _Broken:
    for element in root.iter():
        if _is_hidden(element) and element.find(".//a[@href]") is not None:
            yield element, Message("take the link out of the aria-hidden element")


def _attachment_is_not_linked(root: Any) -> _Broken:
    for element in [*root.iter("a"), *root.iter("link")]:
        if "attachment" in (element.get("rel") or "").split():
            yield (
                element,
                Message("attach files when the PDF is written, not by a link"),
            )


def _table_has_headers(root: Any) -> _Broken:
    for table in root.iter("table"):
        if table.find(".//th") is None:
            yield table, Message("give the table header cells (<th>)")


def _table_spans_are_numbers(root: Any) -> _Broken:
    for cell in chain(root.iter("td"), root.iter("th")):
        for name in ("rowspan", "colspan"):
            if not _SPAN.fullmatch(cell.get(name, "1")):
                yield cell, Message("give {name} a number from 1 to 999", name=name)


def _table_rows_are_equally_long(root: Any) -> _Broken:
    for table in root.iter("table"):
        widths = _widths(table)
        for row, width in widths:
            if width != widths[0][1]:
                advice = "give the row {count} cells, like the first one"
                yield row, Message(advice, count=widths[0][1])


def _style_attribute_is_sound(root: Any) -> _Broken:
    for element in root.iter():
        for finding in style(element.get("style", ""), ""):
            yield element, finding.advice
    for element in root.iter("style"):
        for finding in style(element.text or "", ""):
            yield element, finding.advice


_RULES: tuple[Callable[[Any], _Broken], ...] = (
    _document_has_title_and_language,
    _link_leads_somewhere,
    _list_holds_items_only,
    _heading_is_not_skipped,
    _picture_has_words,
    _decoration_has_no_links,
    _attachment_is_not_linked,
    _table_has_headers,
    _table_spans_are_numbers,
    _table_rows_are_equally_long,
    _style_attribute_is_sound,
)

_STYLES = tuple(
    (regex.compile(pattern), advice)
    for pattern, advice in (
        (
            r"::marker\s*{[^}]*\bcontent\s*:",
            Message("use list-style-type:'– ' instead of ::marker{{content}}"),
        ),
        (
            r"(?<![-\w])opacity\s*:\s*(0|\.|[1-9]?\d%)",
            Message("use a lighter colour instead of opacity"),
        ),
        (
            r"(?<![-\w])(clip(-path)?|mask(-\w+)?|filter|mix-blend-mode|zoom"
            r"|content-visibility|-webkit-text-fill-color)\s*:",
            Message("leave out what could hide words on a screen"),
        ),
        (
            r"\bleader\(",
            Message("draw dots as a dotted border: each would be read aloud"),
        ),
        (
            r"position\s*:\s*note\(",
            Message("leave out CSS notes: their links are not tagged"),
        ),
        (
            r"font-family\s*:[^;}]*\bPT (Serif|Sans)\b",
            Message(
                "use 'Briefs Serif' and 'Briefs Sans': a font of the machine could win"
            ),
        ),
    )
)


def _without_comments(css: str) -> str:
    """Blank out comments, keeping every line where it is."""
    return regex.sub(
        r"(?s)/\*.*?\*/", lambda match: regex.sub(r"[^\n]", " ", match[0]), css
    )


def _is_hidden(element: Any) -> bool:
    return bool(element.get("aria-hidden") == "true")


def _visible(root: Any, name: str) -> list[Any]:
    """Return the elements of a name that are not decoration, in their order."""
    hidden = {
        inner for outer in root.iter() if _is_hidden(outer) for inner in outer.iter()
    }
    return [element for element in root.iter(name) if element not in hidden]


def _span(cell: Any) -> tuple[int, int]:
    rows, columns = (_number(cell.get(name, "1")) for name in ("rowspan", "colspan"))
    return rows, columns


def _number(span: str) -> int:
    return int(span) if _SPAN.fullmatch(span) else 1  # as browsers read it


def _widths(table: Any) -> list[tuple[Any, int]]:
    """Return the rows of a table with the columns each takes, spans from above too."""
    widths = []
    reaching: list[tuple[int, int]] = []
    for row in table.iter("tr"):
        cells = [_span(cell) for cell in row if cell.tag in {"td", "th"}]
        width = sum(columns for _, columns in [*cells, *reaching])
        widths.append((row, width))
        reaching = [
            (rows - 1, columns) for rows, columns in [*cells, *reaching] if rows > 1
        ]
    return widths


def _place(element: Any) -> str:
    """Say where an element stands: its template line, or what it looks like."""
    text = " ".join("".join(element.itertext()).split())[:40]
    name = f"<{element.tag.removeprefix(SVG)}> {text!r}"
    return f"{element.get(TRACE)} {name}" if element.get(TRACE) else name


def report(findings: Iterable[Finding]) -> Message:
    """Return the findings one a line."""
    return lines(finding.said for finding in findings)


def require(html: str) -> None:
    """Raise RenderError for what is wrong with a page."""
    _require(page(html))


def require_styles(look: Path) -> None:
    """Raise RenderError for what is wrong with the styles of a house."""
    files = sorted((look / "styles").glob("*.css"))
    styles = (style(assets.text(file), file.name) for file in files)
    _require([*chain.from_iterable(styles)])


def _require(findings: list[Finding]) -> None:
    if findings:
        raise RenderError(
            report(findings), hint=Message("correct the template or the style")
        )
