"""Fold words into search keys that forgive look-alike and doubled letters.

A key is for searching only: it is never shown and never quoted.
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

import regex

_LATIN = regex.compile(r"\p{Latin}")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_LATIN_LOOK_ALIKES = str.maketrans("aceopxyk", "асеорхук")
_ONE_LETTER_FOR_TWO = str.maketrans("өүңёйєїѳҥӊӈ", "оунеиоуоннн")
_VOWEL = "[аеиоуыэюяaeiouy]"
_DOUBLED = regex.compile(rf"(?:(?!{_VOWEL})(\p{{L}}))\1+")
_LONG_VOWEL = regex.compile(rf"({_VOWEL})\1{{2,}}")
_INVISIBLE = regex.compile(r"[\p{Mn}\p{Cf}]")
_WORD = regex.compile(r"([\p{L}\p{N}_][\p{L}\p{N}_\p{Mn}\p{Cf}]*)")
_USUAL_WORD = re.compile(r"(\w+)")
"""Finds the same words in half the time where a text has nothing `_UNUSUAL`."""

_UNUSUAL = re.compile(
    r"[^\x00-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f"
    r"\u2010-\u2029\u2030-\u205e\u20a0-\u20bf\u2100-\u215f]"
)
"""What is neither Latin nor Cyrillic nor a usual sign: marks, invisible characters."""

_RUN = regex.compile(r"\w+")
_FRONT_ROUND = frozenset("өү")
_BACK_ROUND = frozenset("оу")
_FRONT = _FRONT_ROUND | frozenset("еэи")
_BACK = _BACK_ROUND | frozenset("аы")
_KEPT_FRONT = str.maketrans("оу", "ӨҮ")
_KEPT_BACK = str.maketrans("оу", "ОУ")
_ROUND_LETTER = regex.compile("[өүӨҮ]")
_SHORT_TEXT = 12
_END = re.compile("[.!?…;]")
_MOST_WORDS = 100_000


class Clause(NamedTuple):
    """The words of a sentence or a clause: their search keys, and where they stand."""

    keys: list[str]
    spans: list[tuple[int, int]]


class Word(NamedTuple):
    """A word's search key and where the word stands in its text, end exclusive.

    `sentence` counts, from 0, the ends of sentences and clauses before the word.
    """

    key: str
    start: int
    end: int
    sentence: int


def fold(text: str) -> str:
    """Return the search key of a text: "Кыйнооого" and "кыйноого" give one key.

    Case, doubled consonants, accents and invisible characters are dropped, Latin
    letters within a Cyrillic word become their Cyrillic look-alikes, and the letters
    that old fonts lose (ө, ү, ң, ё, й) become the ones they are replaced with. A long
    vowel stays long, because it tells words apart: "саат" (hour) is not "сат" (sell).
    """
    bare = _INVISIBLE.sub("", text.lower())
    one_script = _RUN.sub(lambda word: _in_one_script(word[0]), bare)
    single = _DOUBLED.sub(r"\1", one_script.translate(_ONE_LETTER_FOR_TWO))
    return _LONG_VOWEL.sub(r"\1\1", single)


def exact(word: str) -> str:
    """Return the search key of a word that keeps the rounded vowels it is sure of.

    The vowels of a Kyrgyz word are all front ("өлтүр", kill) or all back ("олтур",
    sit): where they agree, the key has ө, ү, о and у as capitals. A word whose vowels
    do not agree is misspelled or borrowed, and is folded like any other.
    """
    key, letters = fold(word), frozenset(word.lower())
    if letters & _FRONT_ROUND and not letters & _BACK:
        return key.translate(_KEPT_FRONT)
    if letters & _BACK_ROUND and not letters & _FRONT:
        return key.translate(_KEPT_BACK)
    return key


def keeps_vowels(text: str) -> bool:
    """Tell whether the о and у of a text are no stand-ins for ө and ү.

    They are none where it has ө or ү, too, and a short text may have neither.
    """
    return bool(_ROUND_LETTER.search(text)) or text.count(" ") < _SHORT_TEXT


def words(text: str) -> list[Word]:
    """Return the words of a text as keys that lead back to the words as printed."""
    return [
        Word(key, *span, sentence)
        for sentence, clause in enumerate(clauses(text))
        for key, span in zip(*clause, strict=True)
    ]


def clauses(text: str, *, vowels: bool = False) -> list[Clause]:
    """Return the words of each sentence and clause of a text.

    A hyphen parts words, so that "үй-бүлө", "үй - бүлө" and "үй бүлө" are the same.
    With `vowels`, keys are `exact`.
    """
    pieces = _word_in(text).split(text)  # words, and what stands around them
    ends = list(accumulate(map(len, pieces)))
    spans = list(zip(ends[:-1:2], ends[1::2], strict=True))
    known = _exact_keys if vowels else _keys
    keys = list(map(known.__getitem__, pieces[1::2]))
    cuts = [0, *_cuts(text, spans), len(spans)]
    return [Clause(keys[i:j], spans[i:j]) for i, j in pairwise(cuts) if i < j]


def _cuts(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield with which words, after the first, a sentence or a clause begins.

    A full stop after a single letter ("А. Аскаров", "2015-г.") ends none.
    """
    last = 0
    for mark in _END.finditer(text):
        index = bisect(spans, mark.span())
        if last < index < len(spans):  # of several marks, the first tells
            last = index
            start, end = spans[index - 1]
            if mark[0] != "." or end - start > 1:
                yield index


def keys(text: str) -> dict[str, None]:
    """Return the keys of the words of a text, each once, in their order."""
    found = dict.fromkeys(_word_in(text).findall(text))
    return dict.fromkeys(map(_keys.__getitem__, found))


def _word_in(text: str) -> "re.Pattern[str] | regex.Pattern[str]":
    """Return the pattern of a word that does for a text."""
    return _WORD if _UNUSUAL.search(text) else _USUAL_WORD


def _in_one_script(word: str) -> str:
    mixed = _LATIN.search(word) and _CYRILLIC.search(word)
    return word.translate(_LATIN_LOOK_ALIKES) if mixed else word


class _Keys(dict[str, str]):
    """The key of each word, worked out when it is first looked up."""

    def __init__(self, to_key: Callable[[str], str]) -> None:
        super().__init__()
        self._to_key = to_key

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = key = self._to_key(word)
        return key


_keys = _Keys(fold)
_exact_keys = _Keys(exact)
