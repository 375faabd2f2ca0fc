"""Write a title as a sentence is written: capitals only where the report has them."""

from collections import Counter
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
    mostly write it so, as they do after a name that it belongs to, or where they know
    nothing like it and not all of the title is capitals.
    """
    shouts = title.isupper() and len(title) > _SHORT
    known = tuple(texts)
    pieces, end, before, named = [], 0, "", False
    for word in _WORD.finditer(title):
        between = title[end : word.start()]
        pieces.append(between)
        led = title[:end].rstrip()
        opens = not led or led.endswith((".", ":"))
        pair = before + between if between == " " else ""
        written = _usual(word[0], pair.lower(), known, shouts=shouts, named=named)
        pieces.append(opened(written) if opens else written)
        end, before = word.end(), word[0]
        named = not opens and written[:1].isupper()
    return "".join(pieces) + title[end:]


@lru_cache(maxsize=4096)
def _usual(
    word: str, before: str, known: tuple[str, ...], *, shouts: bool, named: bool
) -> str:
    """Return a word as it is mostly written inside sentences, `before` it another.

    What the word before says of it counts where that is no name, or both are one.
    """
    if not shouts and not word.istitle():
        return word
    lower = word.lower()
    stem = lower[: max(_SHORT + 1, len(lower) - _ENDING)]
    paired = _written(stem, before, known) if before else Counter[str]()
    if named and paired["large"] > paired["small"]:
        return opened(lower)
    for sure in (paired, _written(lower, "", known, whole=True)):
        if sure["small"] > sure["large"] + sure["acronym"]:
            return lower
    found = _written(stem, "", known)
    if found["acronym"] > found["small"] + found["large"]:
        return word.upper()
    if not found and not shouts:  # "Эмгектенүү" is of the family of "эмгек"
        family = _written(lower[: max(_SHORT + 1, len(lower) // 2)], "", known)
        return lower if family["small"] > family["large"] else word
    return opened(lower) if found["large"] > found["small"] else lower


def _written(
    stem: str, before: str, known: tuple[str, ...], *, whole: bool = False
) -> Counter[str]:
    """Count how texts write the words that begin with a stem, or are the `whole` of it.

    They stand right after what is `before` them.
    """
    found: Counter[str] = Counter()
    for text in known:
        for start in _places(before + stem, _small(text), len(text)):
            begin, end = start + len(before), start + len(before) + len(stem)
            if whole and text[end : end + 1].isalpha():
                continue
            surface = text[begin:end]
            if surface.isupper() and len(stem) > 1:
                found["acronym"] += 1
            elif surface[:1].isupper():
                found["large"] += 1
            else:
                found["small"] += 1
    return found


@lru_cache(maxsize=128)
def _small(text: str) -> str:
    """Return a text in small letters; a whole report is asked for again and again."""
    return text.lower()


def opened(word: str) -> str:
    """Return a word, or a sentence, with a capital."""
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
