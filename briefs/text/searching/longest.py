"""Look for groups of phrases, of which the longest match at a place counts.

A language knows some two thousand nouns, most of them a word each: these are looked up
by their letters. Only what has several words is a regular expression, tried where the
first of them stands, or where the text holds what it needs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from briefs.model import Span
from briefs.text.searching import phrases
from briefs.text.searching.beginnings import ANYWHERE, Beginnings, beginnings
from briefs.text.searching.late import FLAGS, late
from briefs.text.searching.needed import Possible, Ways, ways

_PLAIN = regex.compile(r"(\w+)([*+]?)")
_WORD = regex.compile(r"\w+")

_MOST_WORDS = 20_000


class _Several(NamedTuple):
    """A phrase of several words, and the number of its group."""

    group: int
    pattern: "regex.Pattern[str]"


class _ByWord(dict[str, tuple[_Several, ...]]):
    """Phrases by the word that they may begin with, in small letters."""

    def __init__(self, each: Iterable[tuple[Beginnings, _Several]]) -> None:
        super().__init__()
        self._each = [(tuple(begins), phrase) for begins, phrase in each]

    def __missing__(self, word: str) -> tuple[_Several, ...]:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = found = tuple(
            phrase for begins, phrase in self._each if word.startswith(begins)
        )
        return found


class Longest:
    """Groups of phrases of which one is to be found.

    `slots` tell what `*` and `+` stand for, where that is not any letters. Raise
    PhraseError for a phrase that cannot be read.
    """

    def __init__(
        self, groups: Sequence[Sequence[str]], slots: Mapping[str, str]
    ) -> None:
        self._words: dict[str, dict[str, int]] = {"": {}, "*": {}, "+": {}}
        self._letters = {
            mark: late(source) for mark, source in slots.items() if mark in self._words
        }
        by_word: list[tuple[Beginnings, _Several]] = []
        others: list[tuple[_Several, Ways]] = []
        for number, group in enumerate(groups):
            for phrase in group:
                plain = _PLAIN.fullmatch(phrase)
                if plain and (plain[2] != "+" or "+" in slots):
                    self._words[plain[2]].setdefault(plain[1].lower(), number)
                else:
                    source = phrases.pattern([phrase], slots)
                    pattern = late(source, FLAGS | regex.POSIX)
                    several = _Several(number, pattern)
                    if (begins := beginnings([phrase])) is ANYWHERE:
                        others.append((several, ways([phrase])))
                    else:
                        by_word.append((begins, several))
        self._by_word = _ByWord(by_word)
        self._others = Possible(others)

    def match(self, text: str, start: int, end: int) -> tuple[int, Span] | None:
        """Return the group and the place of the longest match from `start` to `end`.

        Of two that are as long, that of the first group counts.
        """
        found = []
        word = _WORD.match(text, start, end)
        if word:
            groups = self._groups_of(word[0].lower())
            found += [(-word.end(), group) for group in groups]
        told = self._by_word[word[0].casefold()] if word else ()
        for several in (*told, *self._others(text)):
            if here := several.pattern.match(text, start, end):
                found.append((-here.end(), several.group))
        if not found:
            return None
        last, group = min(found)
        return group, Span(start, -last)

    def _groups_of(self, word: str) -> Iterator[int]:
        """Yield the groups that have a word or what it begins with."""
        if word in self._words[""]:
            yield self._words[""][word]
        for mark in ("*", "+"):
            stems, letters = self._words[mark], self._letters.get(mark)
            for length in range(1, len(word) + 1 if stems else 0):
                group = stems.get(word[:length])
                if group is None:
                    continue
                if letters is None or letters.fullmatch(word, length):
                    yield group
