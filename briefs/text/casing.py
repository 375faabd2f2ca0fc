"""Write a title as a sentence is written: capitals only where the report has them."""

from collections.abc import Iterable
from functools import lru_cache

import regex

_WORD = regex.compile(r"\p{L}+")
_SHORT = 3  # letters: words so short are small in titles, too
_ENDING = 3  # letters that a name may take on or lose
_AFTER = frozenset({"", *'.!?:;“"«(–-'})


def sentence_case(title: str, texts: Iterable[str]) -> str:
    """Return a title in capitals, or with Each Word Capitalised, as a sentence.

    A word keeps its capital where `texts`, what the report says in its sentences,
    mostly write it so, or where they never use it and not all of the title is capitals.
    """
    shouts = title.isupper() and len(title) > _SHORT
    known = tuple(texts)
    pieces, end = [], 0
    for word in _WORD.finditer(title):
        before = title[:end].rstrip()
        pieces.append(title[end : word.start()])
        opens = not before or before.endswith((".", ":"))
        written = _usual(word[0], known, shouts=shouts)
        pieces.append(_opened(written) if opens else written)
        end = word.end()
    return "".join(pieces) + title[end:]


@lru_cache(maxsize=4096)
def _usual(word: str, known: tuple[str, ...], *, shouts: bool) -> str:
    """Return a word as it is mostly written inside sentences."""
    if not shouts and (word.islower() or word.isupper()):
        return word
    lower = word.lower()
    stem = lower[: max(_SHORT + 1, len(lower) - _ENDING)]
    small = large = acronym = 0
    for text in known:
        folded = _small(text)
        for start in _places(stem, folded, len(text)):
            surface = text[start : start + len(stem)]
            acronym += surface.isupper() and len(stem) > 1
            large += surface[:1].isupper()
            small += surface[:1].islower()
    if acronym > small + large - acronym:
        return word.upper()
    if large > small or not (small or shouts):
        return _opened(lower)
    return lower


@lru_cache(maxsize=128)
def _small(text: str) -> str:
    """Return a text in small letters; a whole report is asked for again and again."""
    return text.lower()


def _opened(word: str) -> str:
    return word[:1].upper() + word[1:]


def _places(stem: str, folded: str, length: int) -> Iterable[int]:
    """Yield where words begin with a stem that open no sentence."""
    if len(folded) != length:
        return
    start = folded.find(stem)
    while start >= 0:
        before = folded[max(0, start - 2) : start].rstrip()[-1:]
        if start and not folded[start - 1].isalpha() and before not in _AFTER:
            yield start
        start = folded.find(stem, start + 1)
