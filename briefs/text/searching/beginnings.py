"""Look for phrases only where one of them may begin: at few words of a sentence.

A regular expression of phrases that begin with many words tries all of them at every
letter, which takes longer than all else that is done with a sentence. Here its words
are told apart once, and those that begin no phrase are passed over.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import regex

from briefs.text.searching.needed import TOKEN

Beginnings = frozenset[str]
"""How words begin, in small letters; `ANYWHERE` where that cannot be told."""

ANYWHERE: Beginnings = frozenset([""])
NO_BEGINNINGS: Mapping[str, Beginnings] = {}

_WORD = regex.compile(r"\w+")
_DIGITS_WITHIN = regex.compile(r"(?<=\w)(?<!\d)\d+")
_ANY_WORDS = ("~", "…")
_MOST_WORDS = 20_000


class Anchored:
    """A pattern of phrases that is tried only at words with which one may begin."""

    def __init__(
        self,
        pattern: "regex.Pattern[str]",
        phrases: Iterable[str],
        slots: Mapping[str, Beginnings] = NO_BEGINNINGS,
    ) -> None:
        """Read how the phrases begin; `slots` tell how what they stand for does.

        That is with a whole word, or with the first of some digits.
        """
        self._pattern = pattern
        self._begins = _Begins(beginnings(phrases, slots))

    def search(self, text: str) -> "regex.Match[str] | None":
        """Return the first match that the pattern has in a text."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator["regex.Match[str]"]:
        """Yield the matches that the pattern itself has in a text."""
        if self._begins.anywhere:
            yield from self._pattern.finditer(text)
            return
        end = 0
        for start in self._begins.places(text):
            if start >= end:
                match = self._pattern.match(text, start)
                if match:
                    end = match.end()
                    yield match


class Before:
    """What stands before a place: one phrase that looks far ahead for its end.

    `backwards` is its pattern for the case that its beginning cannot be told. Read in
    that direction, all that may stand between its words is tried for its last words.
    """

    def __init__(
        self,
        pattern: "regex.Pattern[str]",
        backwards: "regex.Pattern[str]",
        phrase: str,
    ) -> None:
        """Read how the phrase begins."""
        self._pattern, self._backwards = pattern, backwards
        self._begins = _Begins(beginnings([phrase]))

    def match(self, text: str, start: int, end: int) -> bool:
        """Tell whether the phrase stands behind `start` and goes on up to `end`."""
        if self._begins.anywhere:
            return self._backwards.match(text, start, end) is not None
        return any(
            self._pattern.fullmatch(text, place, end)
            for place in self._begins.places(text)
            if start <= place < end
        )


class _Begins:
    """The words with which one of some phrases may begin, and where a text has any.

    Most phrases ask this of each text, so that its words are looked up for all at once.
    """

    def __init__(self, beginnings: Beginnings) -> None:
        self.anywhere = "" in beginnings
        for beginning in () if self.anywhere else beginnings:
            _begun.setdefault(beginning, []).append(self)
        _begun_by.clear()
        _words.cache_clear()

    def places(self, text: str) -> Sequence[int]:
        """Return where such words stand in a text."""
        return [start for start, begun in _words(text) if self in begun]


_begun: dict[str, list[_Begins]] = {}
"""What may begin so, by the beginning of a word."""


class _BegunBy(dict[str, frozenset[_Begins]]):
    """What may begin with a word, by the word."""

    def __missing__(self, word: str) -> frozenset[_Begins]:
        if len(self) >= _MOST_WORDS:
            self.clear()
        starts = (word[: end + 1] for end in range(len(word)))
        self[word] = found = frozenset(
            one for start in starts for one in _begun.get(start, ())
        )
        return found


_begun_by = _BegunBy()


@lru_cache(maxsize=64)
def _words(text: str) -> Sequence[tuple[int, frozenset[_Begins]]]:
    """Return where a phrase may begin in a text: at words, and digits within one."""
    found: list[tuple[int, str]] = []
    for match in _WORD.finditer(text):
        start, word = match.start(), match[0].casefold()
        found.append((start, word))
        if not (word.isalpha() or word.isdecimal()):
            inner = _DIGITS_WITHIN.finditer(text, start, match.end())
            found += [(digits.start(), digits[0]) for digits in inner]
    each = ((start, _begun_by[word]) for start, word in found)
    return tuple((start, begun) for start, begun in each if begun)


def beginnings(
    phrases: Iterable[str], slots: Mapping[str, Beginnings] = NO_BEGINNINGS
) -> Beginnings:
    """Return how any of some phrases may begin; `slots` tell it of theirs."""
    found: set[str] = set()
    for phrase in phrases:
        begins, may_lack = _alternatives(iter(TOKEN.findall(phrase.strip())), slots)
        found |= ANYWHERE if may_lack else begins
    return ANYWHERE if "" in found else frozenset(found)


def _alternatives(
    tokens: Iterator[str], slots: Mapping[str, Beginnings]
) -> tuple[Beginnings, bool]:
    """Read up to a closing bracket; return how it may begin, and if it may be empty."""
    found: set[str] = set()
    is_first, may_lack = True, False
    for token in tokens:
        if token in ")]":
            break
        if token == "|":
            may_lack |= is_first
            is_first = True
        elif token in "([":
            begins, is_empty = _alternatives(tokens, slots)
            if is_first:
                found |= begins
                is_first = token == "[" or is_empty
        elif is_first and not token.isspace():
            found |= _beginning(token, slots)
            is_first = False
    return frozenset(found), may_lack or is_first


def _beginning(token: str, slots: Mapping[str, Beginnings]) -> Beginnings:
    if token.startswith("{"):
        return slots.get(token[1:-1], ANYWHERE)
    word = _WORD.match(token)
    if token in _ANY_WORDS or word is None or not token[0].isalnum():
        return ANYWHERE
    return frozenset([word[0].casefold()])
