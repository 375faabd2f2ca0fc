"""Know the labels of paragraphs: bullets, numbers, letters, the labels of sections.

A label is data of its passage: it is neither quoted nor counted.
"""

import regex

SECTION = regex.compile(
    r"(?P<label>\d{1,2}\.?\s?-?\s?(?i:Бөлүм)(?:\.|(?!\p{L}))|(?i:Section|Раздел)\s+\d{1,2}(?:[.:]|(?=\s+\p{Lu})))"
    r"\s*(?P<text>.*)"
)
"""The label of a section, and its title."""

SUBSECTION = regex.compile(r"(?P<label>\p{Ll}\.)\s+(?P<text>\p{Lu}.*)")
"""The letter of a subsection, and its title."""

NUMBERED = regex.compile(
    r"(?P<label>\d{1,2}(?:\.\d{1,2}){0,4}[.:)]?(?:\s?[-–—]|\s\|)?|\(\d{1,2}\)|\(?\p{L}\)"
    r"|\(?[IVX]{1,5}[.)]|\p{Lu}\.|§\s?\d{1,3}\.?"
    r"|(?i:Article|Chapter|Part|Annex|Статья|Глава|Часть|Приложение|Берене|Бөлүк)"
    r"\s+(?:\d{1,3}|[IVX]{1,5})[.:]?|\d{1,3}-(?i:берене|глава|бөлүк|тиркеме)[.:]?)"
    r"\s+(?P<text>[\p{Lu}“«\"].*)"
)
"""The number of a title in any outline, and the title."""

BULLETS = "•▪●◦‣⁃∙·■□◆◇○►➢➤✓✔❖\uf0a7\uf0b7"
"""Signs that begin an item and never stand in a sentence."""

_BULLET = regex.compile(
    rf"[*–—-](?:\s+|$)|[{BULLETS}]\s*|o\s+(?=\p{{L}}{{2}})"
    r"|>{2,3}\s+(?=[\p{L}“„«\"'(])"
    r"|[§Øü¾](?=\s+\p{Lu}\p{L})\s+"  # what Wingdings leaves of its bullets
    r"|(?![|<©®°™№])[\p{Pd}\p{Sm}\p{So}\p{Sk}\p{Co}»›#¤]\s+(?=[\p{L}“„«\"'(])"
)
_NUMBER = regex.compile(
    r"(?:[①-⑳⑴-⒇]|\d{1,3}[°º/]|\d{1,3}\s[-–](?=\s\p{Lu})|\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]|\d{1,3}(?:\.\d{1,3}){1,4}|\[\d{1,3}\]|"
    r"№\s?\d{1,3}[.)]?|\(?\p{L}[.)]|\(?[ivxIVX]{1,5}[.)]|§\s?\d{1,3}\.?|"
    r"(?i:Article|Art\.|Статья|Ст\.)\s?\d{1,3}\.|(?i:\d{1,3}-берене\.))(?:\s+|$)"
)
_INITIAL = regex.compile(r"\p{Lu}\.\s+\p{Lu}")


def opening(text: str) -> str:
    """Return the label that a paragraph begins with, white space included, or ""."""
    end = 0
    while match := _BULLET.match(text, end) or _NUMBER.match(text, end):
        if _INITIAL.match(text, end):
            break
        end = match.end()
    return text[:end]


def is_alone(text: str) -> bool:
    """Tell a line that is a label and nothing else: "76.50."."""
    return bool(text) and opening(text) == text


def is_bullet(text: str) -> bool:
    """Tell a paragraph that begins with the sign of an item."""
    return bool(_BULLET.match(text))


def kind(text: str) -> str:
    """Return the form of a paragraph's label, its number or letter masked."""
    label = regex.sub(r"[*‐-—−]", "-", opening(text).strip())
    return regex.sub(r"[ivx]+|\p{L}", "a", regex.sub(r"\d+", "1", label))


def has_section(text: str) -> bool:
    """Tell a text that begins with the label of a section or subsection."""
    return bool(SECTION.match(text) or SUBSECTION.match(text))
