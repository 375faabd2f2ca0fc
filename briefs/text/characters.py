"""Tell the characters that carry a text from those that only carried it here.

Extraction leaves soft hyphens, zero-width marks and joined letters in a text that a
reader neither sees nor types. One rule says which they are, for whoever reads, matches
or compares.
"""

import re
from collections import Counter
from functools import lru_cache

import regex

SOFT_HYPHEN = "\u00ad"

INVISIBLE = regex.compile(r"[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe00-\ufe0f]+")
"""What is not seen: soft hyphens, zero-width marks, marks of direction and order."""

CONTROL = regex.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]"
)
"""What no text holds: it comes from a damaged file, a wrong encoding or an attack."""

DOUBTFUL = regex.compile("[\ufffc\ufffd\ue000-\uf0a6\uf0a8-\uf0b6\uf0b8-\uf8ff]")
"""What stands where another character was lost: replacements, private use."""

# Most of a text is taken in runs; no sign is met in two ways, and none tried twice.
_USUAL = r"A-Za-zÀ-ÖØ-öø-ÿ\u0400-\u0481\u048a-\u052f .,;:'’‘“”„«»\"()!?–—-"
_LETTER = rf"(?![{_USUAL}])[^\W\d\u115f\u1160\u3164\u00b2\u00b3\u00b9\u2070-\u2079]"
_PLAIN = re.compile(rf"(?:[{_USUAL}]++|{_LETTER})*")

_JOINED = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_LIGATURE = regex.compile(f"[{''.join(_JOINED)}]")
_NAMES = {
    SOFT_HYPHEN: "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2060": "word joiner",
    "\ufeff": "byte-order mark",
}


@lru_cache(maxsize=8192)
def is_plain(text: str) -> bool:
    """Tell a text of letters, blanks and the marks of sentences alone, no address.

    Most lines are: what looks for other signs can pass them over.
    """
    return _PLAIN.fullmatch(text) is not None and "www." not in text


_UNMARKED = re.compile(
    rf"(?:[%${_USUAL}]++|{_LETTER}"
    r"|(?<!\S)\d|(?<=[\d$(–“-])\d|(?<=\d[.,])\d)*"
)


@lru_cache(maxsize=8192)
def is_unmarked(text: str) -> bool:
    """Tell a text that is plain but for numbers, none of which can mark a note.

    They stand apart from words: "in 2015", "$1,200", "(3.5%)", and not "said.12".
    """
    return _UNMARKED.fullmatch(text) is not None and "www." not in text


def seen(text: str) -> str:
    """Return a text without what is not seen in it."""
    return text if text.isascii() or is_unmarked(text) else INVISIBLE.sub("", text)


def parted(text: str) -> str:
    """Return a text with joined letters taken apart: "traﬃc" becomes "traffic"."""
    if text.isascii():
        return text
    return _LIGATURE.sub(lambda letter: _JOINED[letter[0]], text)


def counted(text: str) -> dict[str, int]:
    """Return how many of each kind of character reading takes out or apart.

    The kinds are named as Unicode does where they have a name here, else by number.
    """
    kinds: Counter[str] = Counter()
    for run in INVISIBLE.findall(text):
        kinds.update(_NAMES.get(sign, f"U+{ord(sign):04X}") for sign in run)
    if joined := len(_LIGATURE.findall(text)):
        kinds["ligature"] = joined
    return dict(kinds)
