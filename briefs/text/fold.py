"""Fold words into search keys that forgive look-alike and doubled letters.

A key is for searching only: it is never shown and never quoted.
"""

from functools import lru_cache
from typing import NamedTuple

import regex

_MIXED = regex.compile(r"\w*(?:\p{Latin}\p{Cyrillic}|\p{Cyrillic}\p{Latin})\w*")
_LATIN_LOOK_ALIKES = str.maketrans("aceopxyk", "асеорхук")
_ONE_LETTER_FOR_TWO = str.maketrans("өүңёйєїѳҥ", "оунеиоуон")
_DOUBLED = regex.compile(r"(\p{L})\1+")
_INVISIBLE = regex.compile(r"[\p{Mn}\p{Cf}]")
_WORD = regex.compile(r"[\p{L}\p{N}_][\p{L}\p{N}_\p{Mn}\p{Cf}]*")


class Word(NamedTuple):
    """A word's search key and where the word stands in its text, end exclusive."""

    key: str
    start: int
    end: int


def fold(text: str) -> str:
    """Return the search key of a text: "Кыйнооого" and "кыйноого" give one key.

    Case, doubled letters, accents and invisible characters are dropped, Latin letters
    within a Cyrillic word become their Cyrillic look-alikes, and the letters that
    old fonts lose (ө, ү, ң, ё, й) become the ones they are replaced with.
    """
    bare = _INVISIBLE.sub("", text.lower())
    one_script = _MIXED.sub(lambda word: word[0].translate(_LATIN_LOOK_ALIKES), bare)
    return _DOUBLED.sub(r"\1", one_script.translate(_ONE_LETTER_FOR_TWO))


def words(text: str) -> list[Word]:
    """Return the words of a text as keys that lead back to the words as printed.

    A hyphen parts words, so that "үй-бүлө", "үй - бүлө" and "үй бүлө" are the same.
    """
    return [Word(_word_key(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)]


@lru_cache(maxsize=100_000)
def _word_key(word: str) -> str:
    return fold(word)
