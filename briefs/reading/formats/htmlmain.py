"""Find the main text of a web page among its menus, notices and hidden parts."""

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BLOCKS = frozenset(
    regex.findall(
        r"\w+",
        """
    address article blockquote body center dd details div dl dt fieldset figcaption
    h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td
    tfoot th thead tr ul
""",
    )
)
"""The elements that stand as blocks of their own."""

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_PROSE = 60
_HIDDEN = (
    "script style noscript template head iframe object embed svg canvas form button "
    "select textarea input nav footer aside menu dialog audio video figure picture img"
)
_NEVER = frozenset(("head", "script", "style", "nav", "footer", "template"))
_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "dialog")
)
_CHROME = regex.compile(
    r"(?i)\b(?:cookie|consent|breadcrumbs?|share|sharing|social|sidebar|side-bar|nav|"
    r"navbar|navigation|menu|pagination|pager|related|newsletter|subscribe|skip|toc|"
    r"table-of-contents|on-this-page|masthead|site-header|site-footer|footer|banner|"
    r"advert|comments?|toolbar|hidden|sr-only|screen-reader(?:-text)?|"
    r"visually-hidden|report__nav|article-meta|byline|author|post-date|wayback|wm-ipp)\b"
)
_UNSEEN = regex.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_MAIN_SHARE = 0.7


def prune(tree: "HtmlElement") -> dict[str, int]:
    """Take out what is no text of the report; return how many words each kind had."""
    gone: dict[str, int] = {}
    hidden = set(_HIDDEN.split())
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in ("html", "body"):
            continue
        if element.tag in hidden or _is_chrome(element):
            words = len(element.text_content().split())
            # Some pages stand in one form from top to bottom.
            if element.tag not in _NEVER and words > _mass(tree) // 2:
                continue
            kind = "code" if element.tag in ("script", "style", "head") else "menus"
            if element.getparent() is not None:
                gone[kind] = gone.get(kind, 0) + words
                element.drop_tree()
    return gone


def _mass(tree: "HtmlElement") -> int:
    body = tree.find("body")
    return len((body if body is not None else tree).text_content().split())


def _is_chrome(element: "HtmlElement") -> bool:
    if element.get("role", "") in _ROLES or element.get("hidden") is not None:
        return True
    if element.get("title", "") in ("header", "footer"):  # as word processors save them
        return True
    if element.get("aria-hidden") == "true" or _UNSEEN.search(element.get("style", "")):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}".replace("_", "-")
    if not _CHROME.search(names) or element.tag in _HEADINGS:
        return False
    return not _holds_prose(element)


def _holds_prose(element: "HtmlElement") -> bool:
    """Tell an element with paragraphs from one with links and invitations."""
    whole = len(element.text_content())
    linked = sum(len(a.text_content()) for a in element.iter("a"))
    prose = [p for p in element.iter("p") if len(p.text_content()) > _PROSE]
    return len(prose) > 3 and linked < whole * 0.3


def main(tree: "HtmlElement") -> "HtmlElement":
    """Return the smallest element that holds most of the page's paragraphs."""
    current = tree.find("body")
    if current is None:
        return tree
    whole = _prose(current)
    while True:
        inner = [child for child in current if isinstance(child.tag, str)]
        best = max(inner, key=_prose, default=None)
        if best is None or not whole or _prose(best) < whole * _MAIN_SHARE:
            return current
        if best.tag not in BLOCKS or best.tag in ("p", "li", "pre"):
            return current
        if best.tag == "td" and not any(e.tag in BLOCKS for e in best):
            return current
        current = best


def _prose(element: "HtmlElement") -> int:
    """Return how many letters of text that leads nowhere an element holds."""
    linked = sum(len(a.text_content()) for a in element.iter("a"))
    return max(0, len(element.text_content()) - linked)
