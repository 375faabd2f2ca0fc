"""Read what an organisation says itself, so that it cannot pass for a quotation.

Its texts are Markdown of a few kinds: paragraphs, lists, emphasis, links. What would
look like a quotation, a picture, or a part of the page of its own is refused.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefs.choice import OwnWords
from briefs.document import Block, Own, Run
from briefs.errors import Message, UsageError
from briefs.i18n.locale import Locale

if TYPE_CHECKING:
    from markdown_it.token import Token

LONGEST_TITLE = 120
"""Letters of a title."""

LONGEST = 1500
"""Letters of an introduction, and of a call to action."""

_SCHEMES = ("https://", "http://", "mailto:")
_TURNING = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
)
"""Signs that let a text be shown in another order than it is written."""

_REFUSED = {
    "blockquote_open": Message("a quotation"),
    "heading_open": Message("a heading"),
    "fence": Message("a block of code"),
    "code_block": Message("a block of code"),
    "code_inline": Message("code"),
    "html_block": Message("HTML"),
    "html_inline": Message("HTML"),
    "image": Message("a picture"),
    "hr": Message("a line across"),
    "table_open": Message("a table"),
}
_ALLOWED = Message("use paragraphs, lists, *emphasis* and links")


def own(words: OwnWords, topics: str, name: str, selected: str, locale: Locale) -> Own:
    """Return what an organisation says in a brief on some topics.

    `name` is the organisation's; `selected` says that it selected the excerpts. Raises
    UsageError for a text that is none of `check`.
    """
    check(words)
    return Own(
        label=_label(name, locale) if words.introduction or words.call else "",
        title=_titled(topics, locale) if words.title else "",
        introduction=blocks(words.introduction),
        call=blocks(words.call),
        selected=selected,
    )


def _label(name: str, locale: Locale) -> str:
    """Say whose words these are."""
    if name:
        return locale.gettext("The words of {name}, not of the reports").format(
            name=name
        )
    return locale.gettext("The words of those who issue this brief, not of the reports")


def _titled(topics: str, locale: Locale) -> str:
    """Say whose title it is, and what the brief is on."""
    return locale.gettext(
        "The title is that of those who issue this brief. What it is on: {topics}"
    ).format(topics=topics)


def check(words: OwnWords) -> None:
    """Raise UsageError for words that cannot be printed: too long, or of other kinds.

    A title is one line of plain text.
    """
    title(words.title)
    blocks(words.introduction)
    blocks(words.call)


def title(text: str) -> str:
    """Return a title; raises UsageError for one that is none."""
    _require_plain(text, LONGEST_TITLE)
    if "\n" in text:
        raise UsageError(Message("a title is one line"))
    return text


def blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs and lists of a text in Markdown.

    Raises UsageError naming the line of what is not printed.
    """
    if not text:
        return ()
    from markdown_it import MarkdownIt

    _require_plain(text, LONGEST)
    tokens = MarkdownIt("commonmark").parse(text)
    return tuple(_blocks(tokens))


def _require_plain(text: str, most: int) -> None:
    """Raise UsageError for a text that is too long, or has signs that do not show."""
    if len(text) > most:
        raise UsageError(
            Message(
                "the text has {number} letters, and {most} are the most",
                number=len(text),
                most=most,
            )
        )
    for number, line in enumerate(text.split("\n"), 1):
        for sign in line:
            hidden = unicodedata.category(sign) in {"Cc", "Cs", "Co", "Cn"}
            if (hidden and sign not in "\r\t") or sign in _TURNING:
                code = f"{ord(sign):04X}"
                raise UsageError(
                    Message(
                        "line {line} of the text has a sign that does not show "
                        "(U+{code})",
                        line=number,
                        code=code,
                    ),
                    hint=Message("write the text anew, or remove that sign"),
                )


def _blocks(tokens: "Sequence[Token]") -> Iterator[Block]:
    """Yield a block for each paragraph outside a list, and for each list."""
    items: list[tuple[Run, ...]] = []
    kinds: list[str] = []
    for token in tokens:
        _refuse(token, 0)
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            if kinds:
                raise _unfit(Message("a list within a list"), token, 0)
            kinds.append("list" if token.type.startswith("bullet") else "numbered")
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            yield Block(kinds.pop(), tuple(items))
            items = []
        elif token.type == "inline":
            runs = tuple(_runs(token))
            if kinds:
                items.append(runs)
            else:
                yield Block("text", (runs,))


def _runs(line: "Token") -> Iterator[Run]:
    """Yield the pieces of a paragraph, each in one kind of letters."""
    strong = emphasis = 0
    link = ""
    for token in line.children or ():
        _refuse(token, line.map[0] if line.map else 0)
        if token.type in {"text", "softbreak", "hardbreak"}:
            text = token.content if token.type == "text" else " "
            if text:
                yield Run(text, strong > 0, emphasis > 0, link)
        elif token.type.startswith("strong"):
            strong += token.nesting
        elif token.type.startswith("em"):
            emphasis += token.nesting
        elif token.type == "link_open":
            link = str(token.attrs.get("href", ""))
            if not link.lower().startswith(_SCHEMES):
                raise _unfit(Message("a link to {place}", place=link), line, 0)
        elif token.type == "link_close":
            link = ""


def _refuse(token: "Token", line: int) -> None:
    if token.type in _REFUSED:
        raise _unfit(_REFUSED[token.type], token, line)


def _unfit(what: Message, token: "Token", line: int) -> UsageError:
    number = (token.map[0] if token.map else line) + 1
    return UsageError(
        Message("line {line} of the text has {what}", line=number, what=what),
        hint=_ALLOWED,
    )
